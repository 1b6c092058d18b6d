//! The worked examples of `docs/etiquette.md` and the corners between them, as stories: what happened, and what is due.

#![expect(
    clippy::panic,
    clippy::expect_used,
    reason = "clippy.toml allows them in test functions; what those call is test code too"
)]

use chrono::{DateTime, Days, NaiveDate, TimeZone, Utc};
use proptest::prelude::*;
use your_move::domain::{
    Application, ApplicationId, Carried, Channel, Closing, Contact, Correction, Event, EventId, FollowUp, FollowUpKey,
    Line, Promise, PromiseBy, PromiseOf, Round, What,
};
use your_move::etiquette::{Calendar, QuietPeriod, Settings, plan};
use your_move::ledger::fold;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("not a date: {text}"))
}

fn line(text: &str) -> Line {
    Line::new(text).expect("a line of text")
}

fn application_id(number: u8) -> ApplicationId {
    ApplicationId::new(u64::from(number), [number; 10])
}

fn event_id(number: usize) -> EventId {
    EventId::new(number as u64, [0; 10])
}

fn instant(number: usize) -> DateTime<Utc> {
    Utc.timestamp_opt(1_790_000_000 + number as i64, 0).unwrap()
}

/// An application at Northwind made of what happened, in the order in which it was written down.
fn story(number: u8, happened: &[(&str, What)]) -> Application {
    let id = application_id(number);
    let company = What::Corrected(Correction::Company(Some(line("Northwind"))));
    let first = happened.first().map_or("2026-01-01", |(on, _)| on);
    let all = std::iter::once((first, company)).chain(happened.iter().map(|(on, what)| (*on, what.clone())));
    let events: Vec<Event> = all
        .enumerate()
        .map(|(index, (on, what))| {
            let number = usize::from(number) * 1_000 + index;
            Event {
                id: event_id(number),
                application: id,
                on: day(on),
                logged: instant(number),
                what,
                carried: Carried::default(),
            }
        })
        .collect();
    fold(id, &events)
}

/// The identity of the n-th thing that happened (from 0) in the story of application `number`.
fn nth_event(number: u8, index: usize) -> EventId {
    event_id(usize::from(number) * 1_000 + index + 1)
}

fn applied() -> What {
    What::Applied { cv: None }
}

fn interviewed(round: Round, people: &[&str]) -> What {
    let people = people.iter().map(|name| Contact::named(line(name))).collect();
    What::Interviewed {
        interview: None,
        round,
        people,
        note: None,
    }
}

fn promised(date: &str) -> What {
    What::Promised(Promise {
        by: PromiseBy::Employer,
        of: PromiseOf::Word,
        date: day(date),
    })
}

fn call_on(date: &str) -> What {
    What::Promised(Promise {
        by: PromiseBy::Employer,
        of: PromiseOf::Call,
        date: day(date),
    })
}

fn heard() -> What {
    What::Heard {
        asks: false,
        answer_by: None,
        note: None,
    }
}

fn asked() -> What {
    What::Heard {
        asks: true,
        answer_by: None,
        note: None,
    }
}

fn invited(on: &str, round: Round) -> What {
    What::Invited(your_move::domain::Interview {
        day: Some(day(on)),
        round,
        ..Default::default()
    })
}

fn checked_in() -> What {
    What::CheckedIn {
        whom: None,
        channel: None,
    }
}

fn thanked(whom: Option<&str>) -> What {
    What::Thanked {
        whom: whom.map(line),
        interview: None,
    }
}

fn do_not_contact() -> What {
    What::Preferred {
        person: None,
        channel: None,
        refused: vec![],
        do_not_contact: Some(true),
    }
}

fn closes(date: &str) -> What {
    What::Corrected(Correction::Closes(Some(day(date))))
}

fn contact(name: &str) -> What {
    What::Corrected(Correction::Contact(Some(Contact::named(line(name)))))
}

fn year_end_off() -> Settings {
    let calendar = Calendar {
        quiet: vec![QuietPeriod::YEAR_END],
        ..Calendar::default()
    };
    Settings {
        calendar,
        ..Settings::default()
    }
}

fn show(follow_up: &FollowUp) -> String {
    let mut text = format!(
        "{:?} {}/{} due {}",
        follow_up.rule(),
        follow_up.key.nth,
        follow_up.cap,
        follow_up.due
    );
    if let Some(overdue) = follow_up.overdue {
        text += &format!(" late {overdue}");
    }
    if let Some(fades) = follow_up.fades {
        text += &format!(" fades {fades}");
    }
    if let Some(person) = &follow_up.key.person {
        text += &format!(" for {person}");
    }
    text
}

#[track_caller]
fn check_with(settings: &Settings, company: &[Application], expected: &[&[&str]]) {
    let found: Vec<Vec<String>> = plan(company, settings)
        .iter()
        .map(|outlook| outlook.follow_ups.iter().map(show).collect())
        .collect();
    assert_eq!(
        found,
        expected
            .iter()
            .map(|lines| lines.iter().map(ToString::to_string).collect())
            .collect::<Vec<Vec<String>>>()
    );
}

#[track_caller]
fn check(happened: &[(&str, What)], expected: &[&str]) {
    check_with(&Settings::default(), &[story(1, happened)], &[expected]);
}

#[test]
fn example_1_a_promise_within_a_week() {
    let happened = [
        ("2026-12-10", interviewed(Round::Middle, &[])),
        ("2026-12-10", promised("2026-12-17")),
    ];
    let thanks = "R2 1/1 due 2026-12-10 late 2026-12-14 fades 2026-12-17";
    check(&happened, &[thanks, "R8 1/2 due 2026-12-22 late 2026-12-25"]);
    check_with(
        &year_end_off(),
        &[story(1, &happened)],
        &[&[thanks, "R8 1/2 due 2027-01-05 late 2027-01-08"]],
    );
}

#[test]
fn example_2_applied_and_silent() {
    let applied = ("2026-11-02", applied());
    check(
        std::slice::from_ref(&applied),
        &["R4 1/1 due 2026-11-11 late 2026-11-16"],
    );
    check(&[applied, ("2026-11-11", checked_in())], &["R10 1/1 due 2026-12-02"]);
}

#[test]
fn example_3_the_story() {
    let rounds = |last| {
        [
            ("2026-09-01", interviewed(Round::Screen, &[])),
            ("2026-09-01", thanked(None)),
            ("2026-09-22", interviewed(Round::Middle, &["Dana Kim"])),
            ("2026-09-22", thanked(Some("Dana Kim"))),
            ("2026-10-07", interviewed(last, &["Dana Kim"])),
            ("2026-10-07", thanked(Some("dana kim"))),
        ]
    };
    check(&rounds(Round::Middle), &["R7 1/2 due 2026-10-14 late 2026-10-19"]);
    check(&rounds(Round::Final), &["R7 1/2 due 2026-10-16 late 2026-10-21"]);
}

#[test]
fn example_4_one_company_one_check_in_at_a_time() {
    // Own dates: the first's is Mon 9 Nov, moved to Tue 10; the second's is Wed 11 Nov.
    let first = [("2026-10-29", applied())];
    let second = [("2026-11-02", applied())];
    let both = [story(1, &first), story(2, &second)];
    check_with(
        &Settings::default(),
        &both,
        &[&["R4 1/1 due 2026-11-10 late 2026-11-13"], &[]],
    );

    let sent = [("2026-10-29", applied()), ("2026-11-09", checked_in())];
    let both = [story(1, &sent), story(2, &second)];
    let closing = "R10 1/1 due 2026-11-30";
    check_with(
        &Settings::default(),
        &both,
        &[&[closing], &["R4 1/1 due 2026-11-17 late 2026-11-20"]],
    );

    let answered = [&sent[..], &[("2026-11-10", heard())]].concat();
    let both = [story(1, &answered), story(2, &second)];
    check_with(
        &Settings::default(),
        &both,
        &[&[], &["R4 1/1 due 2026-11-11 late 2026-11-16"]],
    );

    let closed = [&sent[..], &[("2026-11-10", What::Closed { why: Closing::NoAnswer })]].concat();
    let both = [story(1, &closed), story(2, &second)];
    check_with(
        &Settings::default(),
        &both,
        &[&["R4 1/1 due 2026-11-11 late 2026-11-16"]],
    );
}

#[test]
fn example_5_do_not_contact() {
    let happened = [
        ("2026-10-07", interviewed(Round::Middle, &[])),
        ("2026-10-07", do_not_contact()),
    ];
    let thanks = "R2 1/1 due 2026-10-07 late 2026-10-09 fades 2026-10-14";
    check(&happened, &[thanks, "R10 1/1 due 2026-11-06"]);
    // In whatever order the two were written down.
    let [interview, wish] = happened.clone();
    check(&[wish, interview], &[thanks, "R10 1/1 due 2026-11-06"]);
    let acted = [&happened[..], &[("2026-10-20", heard())]].concat();
    check(&acted, &[thanks, "R7 1/2 due 2026-10-27 late 2026-10-30"]);
    let lifted = What::Preferred {
        person: None,
        channel: None,
        refused: vec![],
        do_not_contact: Some(false),
    };
    check(
        &[&happened[..], &[("2026-10-08", lifted)]].concat(),
        &[thanks, "R7 1/2 due 2026-10-14 late 2026-10-19"],
    );
}

#[test]
fn example_6_their_acting_ends_a_promise() {
    let happened = [
        ("2026-09-07", interviewed(Round::Screen, &[])),
        ("2026-09-07", promised("2026-09-18")),
        ("2026-09-07", thanked(None)),
        ("2026-09-09", interviewed(Round::Middle, &[])),
        ("2026-09-09", thanked(None)),
    ];
    check(&happened[..3], &["R8 1/2 due 2026-09-22 late 2026-09-25"]);
    check(&happened, &["R7 1/2 due 2026-09-16 late 2026-09-21"]);
}

#[test]
fn example_7_on_a_saturday() {
    let happened = [
        ("2026-12-12", interviewed(Round::Middle, &[])),
        ("2026-12-12", promised("2026-12-19")),
    ];
    let thanks = "R2 1/1 due 2026-12-12 late 2026-12-15 fades 2026-12-18";
    check(&happened, &[thanks, "R8 1/2 due 2026-12-22 late 2026-12-25"]);
}

#[test]
fn example_9_a_reply_on_the_day_of_the_check_in() {
    let happened = [
        ("2026-10-01", applied()),
        ("2026-10-13", heard()),
        ("2026-10-13", checked_in()),
    ];
    check(&happened, &["R7 1/2 due 2026-10-20 late 2026-10-23"]);
}

#[test]
fn example_10_the_posting_closes_later() {
    let happened = [("2026-11-02", applied()), ("2026-11-02", closes("2026-12-31"))];
    check(&happened, &["R3 1/1 due 2027-01-07 late 2027-01-12"]);
    let calendar = Calendar {
        holidays: [day("2027-01-01")].into(),
        ..Calendar::default()
    };
    let settings = Settings {
        calendar,
        ..Settings::default()
    };
    check_with(
        &settings,
        &[story(1, &happened)],
        &[&["R3 1/1 due 2027-01-08 late 2027-01-13"]],
    );
    let sent = [&happened[..], &[("2027-01-07", checked_in())]].concat();
    check(&sent, &["R10 1/1 due 2027-02-01"]);
}

#[test]
fn a_closing_date_before_applying_counts_from_applying() {
    check(
        &[("2026-11-02", applied()), ("2026-11-02", closes("2026-10-20"))],
        &["R3 1/1 due 2026-11-10 late 2026-11-13"],
    );
}

#[test]
fn a_named_contact_allows_a_second_check_in() {
    let happened = [
        ("2026-11-02", applied()),
        ("2026-11-02", contact("Dana Kim")),
        ("2026-11-11", checked_in()),
    ];
    check(&happened[..2], &["R4 1/2 due 2026-11-11 late 2026-11-16"]);
    check(&happened, &["R9 2/2 due 2026-11-25 late 2026-11-30"]);
    let twice = [&happened[..], &[("2026-11-25", checked_in())]].concat();
    check(&twice, &["R10 1/1 due 2026-12-09"]);
}

#[test]
fn after_an_interview_the_second_check_in_is_the_last() {
    let happened = [
        ("2026-10-07", interviewed(Round::Middle, &[])),
        ("2026-10-07", thanked(None)),
        ("2026-10-14", checked_in()),
        ("2026-10-21", checked_in()),
    ];
    check(&happened[..3], &["R9 2/2 due 2026-10-21 late 2026-10-26"]);
    check(&happened, &["R10 1/1 due 2026-11-04"]);
}

#[test]
fn every_interviewer_of_every_round_is_thanked() {
    let happened = [
        ("2026-11-16", interviewed(Round::Middle, &["Dana Kim", "M. Lee"])),
        ("2026-11-17", thanked(Some("M. Lee"))),
        ("2026-11-18", interviewed(Round::Middle, &["M. Lee"])),
    ];
    check(
        &happened,
        &[
            "R2 1/1 due 2026-11-16 late 2026-11-18 fades 2026-11-23 for Dana Kim",
            "R2 1/1 due 2026-11-18 late 2026-11-20 fades 2026-11-25 for M. Lee",
            "R7 1/2 due 2026-11-25 late 2026-11-30",
        ],
    );
}

#[test]
fn a_thank_you_says_for_which_interview() {
    let happened = [
        ("2026-11-16", interviewed(Round::Middle, &["Dana Kim"])),
        ("2026-11-18", interviewed(Round::Middle, &["Dana Kim"])),
        (
            "2026-11-18",
            What::Thanked {
                whom: Some(line("Dana Kim")),
                interview: Some(nth_event(1, 0)),
            },
        ),
    ];
    check(
        &happened,
        &[
            "R2 1/1 due 2026-11-18 late 2026-11-20 fades 2026-11-25 for Dana Kim",
            "R7 1/2 due 2026-11-25 late 2026-11-30",
        ],
    );
    // Thanked while it was still only booked, then written down as held.
    let booked = [
        ("2026-11-06", invited("2026-11-16", Round::Middle)),
        (
            "2026-11-17",
            What::Thanked {
                whom: None,
                interview: Some(nth_event(1, 0)),
            },
        ),
        (
            "2026-11-16",
            What::Interviewed {
                interview: Some(nth_event(1, 0)),
                round: Round::Middle,
                people: vec![],
                note: None,
            },
        ),
    ];
    check(&booked, &["R7 1/2 due 2026-11-24 late 2026-11-27"]);
}

#[test]
fn an_interview_ahead_holds_every_check_in() {
    let happened = [
        ("2026-11-02", applied()),
        ("2026-11-06", invited("2026-11-18", Round::Middle)),
    ];
    check(
        &happened,
        &[
            "R2 1/1 due 2026-11-19 late 2026-11-20 fades 2026-11-26",
            "R7 1/2 due 2026-11-25 late 2026-11-30",
        ],
    );
    let cancelled = [
        &happened[..],
        &[(
            "2026-11-10",
            What::Cancelled {
                interview: nth_event(1, 1),
            },
        )],
    ]
    .concat();
    check(&cancelled, &["R7 1/2 due 2026-11-17 late 2026-11-20"]);
}

#[test]
fn what_they_wait_for_is_not_asked_about() {
    let happened = [
        ("2026-11-02", applied()),
        ("2026-11-04", asked()),
        ("2026-11-05", What::Replied { note: None }),
    ];
    check(&happened[..2], &[]);
    check(&happened, &["R7 1/2 due 2026-11-12 late 2026-11-17"]);
}

#[test]
fn a_call_they_asked_for_is_due_on_its_day() {
    // Mon 14 Dec: agreed, so the soft weekday does not move it.
    check(
        &[("2026-12-07", heard()), ("2026-12-07", call_on("2026-12-14"))],
        &["R8 1/2 due 2026-12-14 late 2026-12-17"],
    );
}

#[test]
fn a_check_in_sent_too_early_waits_for_the_promise() {
    let happened = [
        ("2026-11-02", heard()),
        ("2026-11-02", promised("2026-11-20")),
        ("2026-11-10", checked_in()),
    ];
    check(&happened, &["R9 2/2 due 2026-11-24 late 2026-11-27"]);
}

fn key(rule: your_move::domain::RuleId, event: EventId, nth: u8) -> FollowUpKey {
    FollowUpKey {
        application: application_id(1),
        rule,
        event,
        person: None,
        nth,
    }
}

#[test]
fn snooze_pin_and_skip_stick_to_their_follow_up() {
    use your_move::domain::RuleId::{R4, R7};
    let applied = ("2026-11-02", applied());
    let fourth = key(R4, nth_event(1, 0), 1);
    let snoozed = (
        "2026-11-11",
        What::Snoozed {
            follow_up: fourth.clone(),
            to: day("2026-11-19"),
        },
    );
    check(
        &[applied.clone(), snoozed.clone()],
        &["R4 1/1 due 2026-11-19 late 2026-11-24"],
    );
    let pinned = (
        "2026-11-11",
        What::Pinned {
            follow_up: fourth.clone(),
            to: day("2026-11-16"),
        },
    );
    check(
        &[applied.clone(), snoozed.clone(), pinned],
        &["R4 1/1 due 2026-11-16 late 2026-11-19"],
    );
    let skipped = ("2026-11-11", What::Skipped { follow_up: fourth });
    check(&[applied.clone(), skipped], &["R10 1/1 due 2026-12-02"]);
    // A snooze of the check-in after applying does not move the one after they wrote.
    check(
        &[applied.clone(), snoozed, ("2026-11-12", heard())],
        &["R7 1/2 due 2026-11-19 late 2026-11-24"],
    );
    let other = What::Skipped {
        follow_up: key(R7, nth_event(1, 0), 1),
    };
    check(
        &[applied, ("2026-11-11", other)],
        &["R4 1/1 due 2026-11-11 late 2026-11-16"],
    );
}

#[test]
fn a_pin_never_overtakes_a_promise() {
    use your_move::domain::RuleId::R8;
    let happened = [
        ("2026-11-02", heard()),
        ("2026-11-02", promised("2026-11-20")),
        (
            "2026-11-03",
            What::Pinned {
                follow_up: key(R8, nth_event(1, 1), 1),
                to: day("2026-11-18"),
            },
        ),
    ];
    check(&happened, &["R8 1/2 due 2026-11-24 late 2026-11-27"]);
}

#[test]
fn what_has_ended_asks_for_nothing() {
    let ended = |what: What| {
        [
            ("2026-11-02", applied()),
            ("2026-11-05", interviewed(Round::Middle, &[])),
            ("2026-11-06", what),
        ]
    };
    for what in [
        What::Rejected { note: None },
        What::Withdrew {},
        What::Declined {},
        What::Accepted {},
        What::Closed {
            why: Closing::NotInterested,
        },
    ] {
        check_with(&Settings::default(), &[story(1, &ended(what))], &[]);
    }
    check(&ended(What::Retired {}), &[]);
    let reply = [
        &ended(What::Closed { why: Closing::NoAnswer })[..],
        &[("2026-11-20", heard())],
    ]
    .concat();
    check(
        &reply,
        &[
            "R2 1/1 due 2026-11-05 late 2026-11-09 fades 2026-11-12",
            "R7 1/2 due 2026-11-27 late 2026-12-02",
        ],
    );
}

#[test]
fn a_refused_channel_is_never_proposed() {
    let prefers = |channel, refused| What::Preferred {
        person: None,
        channel,
        refused,
        do_not_contact: None,
    };
    let channel =
        |happened: &[(&str, What)]| plan(&[story(1, happened)], &Settings::default())[0].follow_ups[0].channel;
    let mut happened = vec![
        ("2026-11-02", heard()),
        ("2026-11-02", prefers(Some(Channel::Phone), vec![])),
    ];
    assert_eq!(channel(&happened), Some(Channel::Phone));
    happened.push(("2026-11-03", prefers(None, vec![Channel::Phone])));
    assert_eq!(channel(&happened), None);
}

/// Any history of an application without do-not-contact, of up to eight things within two months.
fn histories() -> impl Strategy<Value = Vec<(NaiveDate, What)>> {
    let what = prop_oneof![
        Just(applied()),
        Just(interviewed(Round::Middle, &["Dana Kim"])),
        Just(interviewed(Round::Final, &[])),
        Just(heard()),
        Just(asked()),
        Just(checked_in()),
        Just(thanked(None)),
        Just(What::Replied { note: None }),
        (0u64..60).prop_map(|ahead| promised(&(day("2026-10-01") + Days::new(ahead)).to_string())),
        (0u64..60).prop_map(|ahead| invited(&(day("2026-10-01") + Days::new(ahead)).to_string(), Round::Middle)),
        Just(What::Closed { why: Closing::NoAnswer }),
        Just(do_not_contact()),
    ];
    proptest::collection::vec(
        ((0u64..60).prop_map(|ahead| day("2026-10-01") + Days::new(ahead)), what),
        1..8,
    )
}

fn application_of(number: u8, happened: &[(NaiveDate, What)]) -> Application {
    let dates: Vec<String> = happened.iter().map(|(on, _)| on.to_string()).collect();
    let happened: Vec<(&str, What)> = dates
        .iter()
        .zip(happened)
        .map(|(on, (_, what))| (on.as_str(), what.clone()))
        .collect();
    story(number, &happened)
}

proptest! {
    #[test]
    fn manners_hold_for_every_history(one in histories(), other in histories()) {
        let company = [application_of(1, &one), application_of(2, &other)];
        let outlooks = plan(&company, &Settings::default());
        let check_ins: Vec<_> = outlooks.iter().flat_map(|outlook| &outlook.follow_ups).filter(|follow_up| follow_up.rule().is_check_in()).collect();
        prop_assert!(check_ins.len() <= 1, "one company, one check-in at a time");
        for follow_up in check_ins {
            let application = company.iter().find(|application| application.id == follow_up.key.application).unwrap();
            prop_assert!(follow_up.key.nth <= follow_up.cap);
            prop_assert!(application.do_not_contact().is_none());
            prop_assert!(follow_up.overdue.unwrap() > follow_up.due);
            if let Some((_, promise)) = application.live_promise() {
                prop_assert!(follow_up.due > promise.date);
            }
            for meeting in application.meetings() {
                prop_assert!(follow_up.due > meeting.on);
            }
        }
        for outlook in &outlooks {
            prop_assert!(outlook.wait.is_some());
        }
    }
}
