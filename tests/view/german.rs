//! The same in German, to be read over as a whole: `german/*.txt`.

use chrono::NaiveTime;
use expect_test::expect_file;
use your_move::domain::{
    Channel, Closing, Contact, Correction, FollowUp, Interview, Manner, Messages, Occasion, Promise, PromiseBy,
    PromiseOf, Round, RuleId, Template, Trigger, Wait, WaitReason, What,
};
use your_move::etiquette::{Settings, plan};
use your_move::view::{Message, Voice, Words};

use super::messages::{OCCASIONS, ODD, each_in};
use super::story::*;

fn german<T>(today: &str, speak: impl FnOnce(&Voice<'_>) -> T) -> T {
    in_words(Words::for_reader(["de"]), today, speak)
}

fn dana() -> Contact {
    Contact::named(line("Dana Kim"))
}

fn offered(written: bool, answer_by: Option<&str>) -> What {
    What::Offered {
        written,
        answer_by: answer_by.map(day),
    }
}

fn asked(answer_by: Option<&str>) -> What {
    What::Heard {
        asks: true,
        answer_by: answer_by.map(day),
        note: None,
    }
}

type Happened = Vec<(&'static str, What)>;

/// A day on which something is due by each rule, and what had happened by then.
fn stories() -> Vec<(&'static str, Happened)> {
    let middle = || interviewed(Round::Middle, &["Dana Kim"]);
    let point = || What::Remembered {
        interview: None,
        point: line("wie Sie das Log aufteilen."),
    };
    let undertook = |what| What::Undertook {
        what: line(what),
        by: day("2026-11-13"),
    };
    let snoozed = |to| What::Snoozed {
        follow_up: key(RuleId::R4, 2),
        to: day(to),
    };
    let pinned = What::Pinned {
        follow_up: key(RuleId::R4, 2),
        to: day("2026-11-16"),
    };
    let missed = What::Missed {
        interview: Some(event_id(1, 2)),
    };
    let booked = What::Invited(Interview {
        day: Some(day("2026-11-10")),
        time: NaiveTime::from_hms_opt(14, 30, 0),
        people: vec![dana()],
        ..Interview::default()
    });
    let cancelled_by_day = || vec![("2026-11-02", applied()), ("2026-11-11", checked_in())];
    vec![
        ("2026-11-20", vec![("2026-11-10", invited("2026-11-20", &["Dana Kim"]))]),
        ("2026-11-12", vec![("2026-11-12", middle()), ("2026-11-12", point())]),
        ("2026-11-16", vec![("2026-11-12", interviewed(Round::Final, &[]))]),
        ("2026-11-05", vec![("2026-11-04", asked(Some("2026-11-06")))]),
        (
            "2026-11-12",
            vec![("2026-11-04", contact("Dana Kim")), ("2026-11-09", asked(None))],
        ),
        ("2026-11-04", vec![("2026-11-04", What::Invited(Interview::default()))]),
        (
            "2026-11-20",
            vec![("2026-11-02", applied()), ("2026-11-02", closes("2026-11-13"))],
        ),
        ("2026-11-12", vec![("2026-11-02", applied())]),
        (
            "2026-11-17",
            vec![
                ("2026-11-02", contact("Dana Kim")),
                ("2026-11-02", applied()),
                ("2026-11-02", prefers(Channel::Email)),
            ],
        ),
        (
            "2026-11-17",
            vec![
                (
                    "2026-11-02",
                    What::Referred {
                        by: Contact::named(line("Sam Lee")),
                    },
                ),
                ("2026-11-03", applied()),
            ],
        ),
        (
            "2026-11-19",
            vec![
                ("2026-11-11", interviewed(Round::Screen, &["Dana Kim"])),
                ("2026-11-11", thanked()),
                ("2026-11-11", What::UNSAID),
            ],
        ),
        (
            "2026-11-24",
            vec![
                ("2026-11-12", middle()),
                ("2026-11-12", thanked()),
                ("2026-11-12", What::UNSAID),
            ],
        ),
        (
            "2026-11-19",
            vec![("2026-11-02", applied()), ("2026-11-11", heard(false))],
        ),
        (
            "2026-12-22",
            vec![("2026-12-10", promised(PromiseOf::Word, "2026-12-17"))],
        ),
        (
            "2026-11-16",
            vec![
                ("2026-11-10", contact("Dana Kim")),
                ("2026-11-10", promised(PromiseOf::Call, "2026-11-16")),
            ],
        ),
        (
            "2026-10-21",
            vec![
                ("2026-10-07", middle()),
                ("2026-10-07", thanked()),
                ("2026-10-07", What::UNSAID),
                ("2026-10-14", checked_in()),
            ],
        ),
        ("2026-12-02", cancelled_by_day()),
        (
            "2026-12-07",
            vec![("2026-11-02", applied()), ("2026-11-03", do_not_contact())],
        ),
        ("2026-11-10", vec![("2026-11-04", booked), ("2026-11-10", missed)]),
        (
            "2026-11-18",
            vec![("2026-11-10", middle()), ("2026-11-17", What::Rejected { note: None })],
        ),
        (
            "2026-11-25",
            vec![("2026-11-10", middle()), ("2026-11-17", offered(false, None))],
        ),
        (
            "2026-11-25",
            vec![
                ("2026-11-10", contact("Dana Kim")),
                ("2026-11-17", offered(false, None)),
                ("2026-11-18", promised(PromiseOf::WrittenOffer, "2026-11-20")),
            ],
        ),
        ("2026-11-17", vec![("2026-11-17", offered(true, None))]),
        ("2026-11-24", vec![("2026-11-17", offered(true, Some("2026-11-26")))]),
        (
            "2026-11-13",
            vec![(
                "2026-11-03",
                What::Networked {
                    with: Contact::named(line("Sam Lee")),
                },
            )],
        ),
        (
            "2027-03-17",
            vec![
                ("2026-11-02", contact("Dana Kim")),
                ("2026-11-02", applied()),
                ("2026-11-17", What::Rejected { note: None }),
                ("2026-11-17", What::KeptWarm {}),
            ],
        ),
        (
            "2026-11-11",
            vec![
                (
                    "2026-11-02",
                    What::Captured {
                        posting: Box::default(),
                    },
                ),
                ("2026-11-02", closes("2026-11-13")),
            ],
        ),
        ("2026-11-12", vec![("2026-11-10", undertook("Probeaufgabe"))]),
        (
            "2026-11-17",
            vec![("2026-11-02", applied()), ("2026-11-11", snoozed("2026-11-17"))],
        ),
        ("2026-11-16", vec![("2026-11-02", applied()), ("2026-11-11", pinned)]),
    ]
}

fn northwind() -> [(&'static str, What); 2] {
    [
        ("2026-11-02", title("Backend Engineer, Storage")),
        ("2026-11-02", company("Northwind Labs")),
    ]
}

#[test]
fn what_is_due_by_each_rule_and_why() {
    let mut rows = String::new();
    let mut rules = Vec::new();
    for (today, happened) in stories() {
        let all: Vec<_> = northwind().into_iter().chain(happened).collect();
        let application = story(1, &all);
        let outlooks = plan(std::slice::from_ref(&application), &Settings::default());
        german(today, |voice| {
            rows += &format!("== {}\n", voice.date(day(today)));
            for outlook in &outlooks {
                for follow_up in outlook
                    .follow_ups
                    .iter()
                    .filter(|follow_up| follow_up.is_due(day(today)))
                {
                    let (when, _) = voice.when(follow_up);
                    rows += &format!("{} [{when}]\n", voice.heading(follow_up));
                    rows += &format!("  {}\n", voice.whom(outlook, follow_up));
                    rows += &format!("  {}\n", voice.because(follow_up));
                    rules.push(follow_up.rule());
                }
                rows += &format!("> {}\n", voice.next(outlook, None));
            }
        });
    }
    for rule in super::whole::RULES {
        assert!(rules.contains(&rule), "{rule:?} is in no story");
    }
    expect_file!["german/rows.txt"].assert_eq(&rows);
}

#[test]
fn why_nothing_is_due() {
    let mut said = String::new();
    for trigger in super::whole::triggers() {
        for today in ["2026-11-09", "2026-11-11", "2026-11-16"] {
            let wait = |until, trigger| Wait {
                until,
                reason: WaitReason::NotYet { trigger },
            };
            let until = day("2026-11-18");
            german(today, |voice| {
                said += &voice.waiting(&wait(Some(until), trigger.clone()), None);
                said.push('\n');
            });
        }
    }
    let behind = |trigger: Option<Trigger>| WaitReason::BehindAnother {
        application: application_id(2),
        trigger,
    };
    let ahead = line("Data Engineer");
    let trigger = Trigger::Applied {
        on: day("2026-11-20"),
        closes: Some(day("2026-11-27")),
    };
    for (reason, ahead) in [
        (WaitReason::DoNotContact, None),
        (behind(None), None),
        (behind(None), Some(&ahead)),
        (behind(Some(trigger.clone())), None),
        (behind(Some(trigger)), Some(&ahead)),
        (
            WaitReason::AnswerWanted {
                since: day("2026-11-20"),
            },
            None,
        ),
        (
            WaitReason::AnswerWanted {
                since: day("2026-11-25"),
            },
            None,
        ),
        (WaitReason::NotApplied, None),
        (WaitReason::Retired, None),
        (WaitReason::OfferOpen, None),
        (WaitReason::Nothing, None),
    ] {
        let until = Some(day("2026-12-08"));
        german("2026-11-25", |voice| {
            said += &voice.waiting(&Wait { until, reason }, ahead);
            said.push('\n');
        });
    }
    expect_file!["german/waiting.txt"].assert_eq(&said);
}

#[test]
fn each_message_as_it_is_sent() {
    let mut written = String::new();
    let mut sent = Vec::new();
    let messages = Messages {
        sender: Some(line("Ada König")),
        ..Messages::default()
    };
    let mut add = |message: Message| {
        written += &format!("== {}\n\n{}\n\n", message.subject, message.body);
    };
    for (today, happened) in stories() {
        let all: Vec<_> = northwind().into_iter().chain(happened).collect();
        let application = story(1, &all);
        let outlooks = plan(std::slice::from_ref(&application), &Settings::default());
        let due = outlooks.iter().flat_map(|outlook| &outlook.follow_ups);
        let due: Vec<&FollowUp> = due.filter(|follow_up| follow_up.is_due(day(today))).collect();
        for follow_up in due {
            for manner in [Manner::Warm, Manner::Brief] {
                let message = german(today, |voice| voice.message(follow_up, &application, manner, &messages));
                message.into_iter().for_each(&mut add);
            }
            sent.extend(Occasion::of(follow_up));
        }
    }
    let withdrawn = story(1, &northwind());
    for manner in [Manner::Warm, Manner::Brief] {
        add(german("2026-11-20", |voice| {
            voice.withdrawal_note(&withdrawn, manner, &messages)
        }));
    }
    for occasion in OCCASIONS {
        // An offer that is asked for comes by R9 or R13, a withdrawal by none.
        assert!(
            occasion == Occasion::Withdraw || sent.contains(&occasion),
            "{occasion:?}"
        );
    }
    expect_file!["german/messages.txt"].assert_eq(&written);
}

#[test]
fn no_message_has_a_hole_whatever_is_known() {
    for end in ["", "."] {
        each_in(
            Words::for_reader(["de"]),
            end,
            |occasion, manner, subject, body, known| {
                let shown = format!("{occasion:?}, {manner:?}, knowing {known}:\n{subject}\n\n{body}");
                for odd in ODD.into_iter().chain(["\n\n\n"]) {
                    assert!(!subject.contains(odd) && !body.contains(odd), "{odd:?} in {shown}");
                }
                let parts: Vec<&str> = body.split("\n\n").collect();
                let [greeting, middle @ .., end] = parts.as_slice() else {
                    panic!("{shown}")
                };
                assert!(greeting.starts_with("Guten Tag") && greeting.ends_with(','), "{shown}");
                assert!(end.contains("Grüße") && !end.contains(','), "{shown}");
                // The greeting's comma goes on with a small letter, but for what is a noun.
                let goes_on = middle
                    .first()
                    .is_some_and(|first| first.starts_with(char::is_lowercase));
                assert!(goes_on, "{shown}");
                // Where the user's own answer is to stand.
                let answer = |paragraph: &&&str| occasion == Occasion::Answer && **paragraph == "…";
                let others = middle.iter().skip(1).filter(|paragraph| !answer(paragraph));
                for paragraph in others.chain([&subject]) {
                    assert!(paragraph.starts_with(char::is_uppercase), "{shown}");
                }
                // Whoever hires is spoken to formally.
                let familiar = ["du", "dir", "dich", "dein", "deine", "euch", "ihr"];
                let mut words = body.split(|letter: char| !letter.is_alphabetic());
                assert!(!words.any(|word| familiar.contains(&word)), "{shown}");
            },
        );
    }
    for occasion in OCCASIONS {
        for manner in [Manner::Warm, Manner::Brief] {
            let (subject, body) = german("2026-12-04", |voice| voice.template(occasion, manner));
            assert!(
                Template::new(&subject).is_ok() && Template::new(&body).is_ok(),
                "{body}"
            );
        }
    }
}

/// What the timeline says of each kind of event.
#[test]
fn what_happened() {
    let promise = |by, of| {
        What::Promised(Promise {
            by,
            of,
            date: day("2026-12-04"),
        })
    };
    let booked = |round, day_of: Option<&str>| {
        What::Invited(Interview {
            day: day_of.map(day),
            time: NaiveTime::from_hms_opt(9, 5, 0),
            zone: Some(line("Europe/Berlin")),
            place: Some(line("Hauptstraße 5")),
            round,
            people: vec![
                dana(),
                Contact::named(line("J. Ortiz")),
                Contact::named(line("Mei Lin")),
            ],
            ..Interview::default()
        })
    };
    let wish = |person: Option<&str>, channel, refused: &[Channel], do_not_contact| What::Preferred {
        person: person.map(line),
        channel,
        refused: refused.to_vec(),
        do_not_contact,
    };
    let moved = |day_of: Option<&str>| What::Rescheduled {
        interview: event_id(1, 7),
        to: Interview {
            day: day_of.map(day),
            time: NaiveTime::from_hms_opt(14, 30, 0),
            ..Interview::default()
        },
    };
    let note = Some(prose("Sie bauen das Team neu auf."));
    let steered = |rule| key(rule, 0);
    let events = [
        booked(Round::Middle, Some("2026-12-01")),
        booked(Round::Screen, Some("2026-11-26")),
        booked(Round::Final, None),
        moved(Some("2026-12-02")),
        moved(None),
        What::Cancelled {
            interview: event_id(1, 7),
        },
        What::Missed { interview: None },
        interviewed(Round::Screen, &["Dana Kim", "J. Ortiz"]),
        interviewed(Round::Final, &[]),
        promise(PromiseBy::Employer, PromiseOf::Word),
        promise(PromiseBy::Employer, PromiseOf::Call),
        promise(PromiseBy::Employer, PromiseOf::WrittenOffer),
        promise(PromiseBy::User, PromiseOf::Word),
        promise(PromiseBy::User, PromiseOf::Call),
        wish(None, Some(Channel::Email), &[Channel::Phone], Some(false)),
        wish(Some("Dana Kim"), Some(Channel::Portal), &[Channel::Message], None),
        wish(Some("Dana Kim"), None, &[], None),
        wish(None, None, &[Channel::Portal], Some(true)),
        What::UNSAID,
        heard(false),
        asked(None),
        asked(Some("2026-12-04")),
        offered(false, None),
        offered(true, Some("2026-12-04")),
        What::Rejected { note: note.clone() },
        What::Captured {
            posting: Box::default(),
        },
        applied(),
        What::Applied {
            cv: Some(line("Lebenslauf 3")),
        },
        What::Referred { by: dana() },
        What::Networked { with: dana() },
        thanked(),
        What::Thanked {
            whom: Some(line("Dana Kim")),
            interview: None,
        },
        checked_in(),
        What::CheckedIn {
            whom: Some(line("Dana Kim")),
            channel: Some(Channel::Phone),
        },
        What::Replied { note },
        What::Undertook {
            what: line("Probeaufgabe"),
            by: day("2026-12-04"),
        },
        What::Delivered {
            undertaking: event_id(1, 9),
        },
        What::Accepted {},
        What::Declined {},
        What::Withdrew {},
        What::Closed { why: Closing::NoAnswer },
        What::Closed {
            why: Closing::PostingGone,
        },
        What::Closed {
            why: Closing::NotInterested,
        },
        What::Reopened {},
        What::Snoozed {
            follow_up: steered(RuleId::R4),
            to: day("2026-12-04"),
        },
        What::Pinned {
            follow_up: steered(RuleId::R2),
            to: day("2026-12-04"),
        },
        What::Skipped {
            follow_up: steered(RuleId::R10),
        },
        What::Retired {},
        What::KeptWarm {},
        What::Noted {
            text: prose("Bald nachsehen"),
        },
        What::Remembered {
            interview: None,
            point: line("das Log"),
        },
        What::Corrected(Correction::Company(None)),
        What::Erased {},
    ];
    let mut lines = String::new();
    for what in events {
        let application = story(1, &[("2026-11-20", what.clone())]);
        let event = event(1, 0, "2026-11-20", what);
        german("2026-11-25", |voice| {
            lines += &format!("{}\n", voice.event(&event, &application));
            lines += &format!("  {}\n", voice.kept(std::slice::from_ref(&event), &application));
            lines += &format!("  {}\n", voice.undone(std::slice::from_ref(&event), &application));
        });
    }
    expect_file!["german/events.txt"].assert_eq(&lines);
}
