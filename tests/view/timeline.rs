//! What a timeline says of each kind of event, and whose act it was.

use chrono::NaiveTime;
use expect_test::{Expect, expect};
use your_move::domain::{
    Channel, Closing, Contact, Correction, Interview, Promise, PromiseBy, PromiseOf, Round, RuleId, What,
};

use super::story::*;

/// What the timeline says on 25 November 2026 of each, as if it were the application's only event.
#[track_caller]
fn check(events: &[What], expected: Expect) {
    let mut lines = String::new();
    for what in events {
        let application = story(1, &[("2026-11-20", what.clone())]);
        let event = event(1, 0, "2026-11-20", what.clone());
        on("2026-11-25", |voice| {
            lines += &format!(
                "{}: {}\n",
                voice.by(&event, &application).name(),
                voice.event(&event, &application)
            );
        });
    }
    expected.assert_eq(&lines);
}

fn invitation(day_of: Option<&str>) -> Interview {
    Interview {
        day: day_of.map(day),
        time: NaiveTime::from_hms_opt(9, 5, 0),
        zone: Some(line("Europe/Berlin")),
        round: Round::Final,
        people: vec![
            Contact::named(line("Dana Kim")),
            Contact::named(line("J. Ortiz")),
            Contact::named(line("Mei Lin")),
        ],
        ..Interview::default()
    }
}

fn wish(person: Option<&str>, channel: Option<Channel>, refused: &[Channel], do_not_contact: Option<bool>) -> What {
    What::Preferred {
        person: person.map(line),
        channel,
        refused: refused.to_vec(),
        do_not_contact,
    }
}

#[test]
fn what_they_did() {
    let interview = event_id(1, 7);
    let by = |by, of| {
        What::Promised(Promise {
            by,
            of,
            date: day("2026-12-04"),
        })
    };
    check(
        &[
            invited("2026-12-10", &[]),
            invited("2026-11-22", &["Dana Kim"]),
            What::Invited(invitation(Some("2026-11-26"))),
            What::Invited(invitation(None)),
            What::Invited(Interview {
                round: Round::Screen,
                ..invitation(Some("2026-12-01"))
            }),
            What::Rescheduled {
                interview,
                to: invitation(Some("2026-12-11")),
            },
            What::Rescheduled {
                interview,
                to: Interview::default(),
            },
            What::Cancelled { interview },
            What::Missed { interview: None },
            interviewed(Round::Screen, &[]),
            interviewed(Round::Middle, &["Dana Kim", "J. Ortiz"]),
            What::Interviewed {
                interview: None,
                round: Round::Final,
                people: vec![],
                note: Some(prose("They build on Postgres.\nAsk about it.")),
            },
            by(PromiseBy::Employer, PromiseOf::Word),
            by(PromiseBy::Employer, PromiseOf::Call),
            by(PromiseBy::Employer, PromiseOf::WrittenOffer),
            by(PromiseBy::User, PromiseOf::Word),
            by(PromiseBy::User, PromiseOf::Call),
            heard(false),
            heard(true),
            What::Heard {
                asks: true,
                answer_by: Some(day("2026-11-27")),
                note: Some(prose("Send two references.")),
            },
            What::Offered {
                written: false,
                answer_by: None,
            },
            What::Offered {
                written: true,
                answer_by: Some(day("2026-12-04")),
            },
            What::Rejected { note: None },
            What::Rejected {
                note: Some(prose(&"no ".repeat(100))),
            },
        ],
        expect![[r#"
            ahead: They invited you to an interview on Thu 10 Dec
            them: They invited you to an interview on Sun 22 Nov with Dana Kim
            ahead: They invited you to the final round on Thu 26 Nov at 09:05 (Europe/Berlin) with Dana Kim, J. Ortiz and Mei Lin
            them: They invited you to an interview with Dana Kim, J. Ortiz and Mei Lin
            ahead: They invited you to a first call on Tue 1 Dec at 09:05 (Europe/Berlin) with Dana Kim, J. Ortiz and Mei Lin
            them: They moved the interview to Fri 11 Dec at 09:05 (Europe/Berlin)
            them: They are looking for another day for the interview
            them: They called off the interview
            them: They did not come to the interview
            them: First call
            them: Interview with Dana Kim and J. Ortiz
            them: Final round: They build on Postgres…
            them: They will decide by Fri 4 Dec
            them: They asked you to call on Fri 4 Dec
            them: They promised the offer in writing by Fri 4 Dec
            me: You promised word by Fri 4 Dec
            me: You promised to call on Fri 4 Dec
            them: They replied
            them: They wait for your answer
            them: They wait for your answer by Fri 27 Nov: Send two references.
            them: They offered you the job
            them: They offered you the job in writing, answer by Fri 4 Dec
            them: They said no
            them: They said no: no no no no no no no no no no no no no no no no no no no no no no no no no no no no no no no no no no no no no no no no no no no no no no no no no no no no no n…
        "#]],
    );
}

#[test]
fn how_they_like_to_be_reached() {
    use Channel::{Email, Message, Phone, Portal};
    check(
        &[
            wish(None, Some(Email), &[], None),
            wish(Some("Dana Kim"), Some(Phone), &[Email], None),
            wish(None, Some(Portal), &[Phone, Message], Some(false)),
            wish(None, None, &[], Some(true)),
            wish(Some("Dana Kim"), None, &[], None),
            wish(None, None, &[Portal], None),
            wish(None, None, &[], None),
            wish(None, Some(Message), &[], None),
        ],
        expect![[r#"
            them: They prefer e-mail
            them: Dana Kim: they prefer the phone, they want no e-mail
            them: They may be contacted, they prefer their portal, they want no calls, they want no messages
            them: They asked not to be contacted
            them: Dana Kim is the one to write to
            them: They want nothing through their portal
            them: Nothing was said of how to stay in touch
            them: They prefer a message
        "#]],
    );
}

#[test]
fn what_the_user_did() {
    let dana = || Contact::named(line("Dana Kim"));
    check(
        &[
            What::Captured {
                posting: Box::default(),
            },
            applied(),
            What::Applied {
                cv: Some(line("CV for storage teams")),
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
                channel: Some(Channel::Email),
            },
            What::CheckedIn {
                whom: None,
                channel: Some(Channel::Portal),
            },
            What::Replied { note: None },
            What::Undertook {
                what: line("the coding task"),
                by: day("2026-11-30"),
            },
            What::Delivered {
                undertaking: event_id(1, 7),
            },
            What::Accepted {},
            What::Declined {},
            What::Withdrew {},
        ],
        expect![[r#"
            me: You saved the posting
            me: You applied
            me: You applied with CV for storage teams
            them: Dana Kim referred you
            me: You wrote to Dana Kim
            me: You thanked them
            me: You thanked Dana Kim
            me: You asked where things stand
            me: You asked Dana Kim where things stand, by e-mail
            me: You asked where things stand, through their portal
            me: You replied
            them: Task, due Mon 30 Nov: the coding task
            me: You handed in the task
            me: You accepted the offer
            me: You declined the offer
            me: You withdrew
        "#]],
    );
}

#[test]
fn what_was_handed_in_is_named() {
    let undertook = What::Undertook {
        what: line("the coding task"),
        by: day("2026-11-30"),
    };
    let delivered = What::Delivered {
        undertaking: event_id(1, 0),
    };
    let application = story(1, &[("2026-11-20", undertook), ("2026-11-24", delivered.clone())]);
    let said = on("2026-11-25", |voice| {
        voice.event(&event(1, 1, "2026-11-24", delivered), &application)
    });
    assert_eq!(said, "You handed in: the coding task");
}

#[test]
fn an_interview_is_ahead_until_it_is_over() {
    let happened = [("2026-11-20", invited("2026-11-26", &[]))];
    let moved = What::Rescheduled {
        interview: event_id(1, 0),
        to: Interview {
            day: Some(day("2026-12-03")),
            ..Interview::default()
        },
    };
    let off = What::Cancelled {
        interview: event_id(1, 0),
    };
    let by = |today: &str, more: &[(&str, What)]| {
        let application = story(1, &[&happened[..], more].concat());
        let [(_, what)] = happened.clone();
        on(today, |voice| {
            voice.by(&event(1, 0, "2026-11-20", what), &application).name()
        })
    };
    assert_eq!(by("2026-11-26", &[]), "ahead");
    assert_eq!(by("2026-11-27", &[]), "them");
    assert_eq!(by("2026-11-27", &[("2026-11-25", moved)]), "ahead");
    assert_eq!(by("2026-11-25", &[("2026-11-25", off)]), "them");
}

#[test]
fn how_the_user_steered() {
    let to = day("2026-12-01");
    check(
        &[
            What::Closed { why: Closing::NoAnswer },
            What::Closed {
                why: Closing::PostingGone,
            },
            What::Closed {
                why: Closing::NotInterested,
            },
            What::Reopened {},
            What::Snoozed {
                follow_up: key(RuleId::R4, 0),
                to,
            },
            What::Pinned {
                follow_up: key(RuleId::R2, 0),
                to,
            },
            What::Skipped {
                follow_up: key(RuleId::R10, 0),
            },
            What::Skipped {
                follow_up: key(RuleId::R18, 0),
            },
            What::Retired {},
            What::KeptWarm {},
            What::Noted {
                text: prose("They use Rust."),
            },
            What::Voided { event: event_id(1, 7) },
            What::Joined {
                into: application_id(2),
            },
            What::Parted {
                from: application_id(2),
            },
            What::Included {
                other: application_id(2),
            },
            What::Erased {},
            What::Unknown {
                kind: "celebrated".into(),
            },
        ],
        expect![[r#"
            me: You closed it: no answer
            me: You closed it: the posting is gone
            me: You closed it: not for you any more
            me: You took it up again
            me: Check-in moved to Tue 1 Dec
            me: Thank-you set for Tue 1 Dec
            me: Last question left out
            me: Reminder left out
            me: You wanted no more reminders
            me: You stay in touch
            me: Note: They use Rust.
            me: You undid a step
            me: Joined with another application
            me: Parted from another application
            me: Another application was joined with this one
            me: Deleted
            me: Written down by a newer version
        "#]],
    );
}

#[test]
fn what_was_corrected_is_named_as_in_the_form() {
    let all = [
        Correction::Title(None),
        Correction::Company(None),
        Correction::Places(vec![]),
        Correction::Workplace(None),
        Correction::Employment(vec![]),
        Correction::Pay(None),
        Correction::Posted(None),
        Correction::Closes(None),
        Correction::Reference(None),
        Correction::Address(None),
        Correction::Apply(None),
        Correction::Contact(None),
        Correction::EventDay {
            event: event_id(1, 7),
            on: day("2026-11-19"),
        },
    ];
    check(
        &all.map(What::Corrected),
        expect![[r#"
        me: You corrected: Job title
        me: You corrected: Company
        me: You corrected: Place
        me: You corrected: Workplace
        me: You corrected: Employment
        me: You corrected: Pay
        me: You corrected: Posted
        me: You corrected: Closes
        me: You corrected: Reference
        me: You corrected: Address
        me: You corrected: Apply at
        me: You corrected: Contact
        me: You corrected: Day
    "#]],
    );
}
