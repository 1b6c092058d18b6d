//! R11, R17 and R18: what they missed, what closes, what the user owes.

use your_move::domain::{Closing, Contact, FollowUp, Interview, Promise, PromiseBy, PromiseOf, Round, RuleId, What};
use your_move::etiquette::{Settings, plan};

use super::story::{
    applied, call_on, check, check_with, checked_in, closes, contact, day, heard, interviewed, invited, key, line,
    nth_event, promised, replied, rescheduled, skipped, snoozed, story, year_end_off,
};

fn missed() -> What {
    What::Missed {
        interview: Some(nth_event(1, 0)),
    }
}

fn undertook(by: &str) -> What {
    What::Undertook {
        what: line("a task"),
        by: day(by),
    }
}

#[test]
fn an_appointment_that_they_missed_is_named_on_its_day() {
    let happened = [
        ("2026-11-02", invited("2026-11-06", Round::Middle)),
        ("2026-11-06", missed()),
    ];
    let other = "R11 1/1 due 2026-11-06 late 2026-11-09";
    // What is written about that is the one move, and what follows counts from it.
    check(&happened, &[other]);
    let later = "R7 1/2 due 2026-11-13 late 2026-11-18";
    let let_go = skipped(&key(RuleId::R11, nth_event(1, 1), 1));
    for settled in [replied(), heard(), let_go] {
        check(&[&happened[..], &[("2026-11-06", settled)]].concat(), &[later]);
    }
    check(
        &[&happened[..], &[("2026-11-10", replied())]].concat(),
        &["R7 1/2 due 2026-11-17 late 2026-11-20"],
    );
    check(
        &[&happened[..], &[("2026-11-09", rescheduled(0, "2026-11-12"))]].concat(),
        &[
            "R2 1/1 due 2026-11-13 late 2026-11-16 fades 2026-11-20",
            "R7 1/2 due 2026-11-19 late 2026-11-24",
        ],
    );
}

#[test]
fn nothing_is_late_from_before_an_appointment_that_they_missed() {
    let booked = ("2026-11-02", invited("2026-11-24", Round::Middle));
    let missed = ("2026-11-24", missed());
    let missed_call = ("2026-11-24", What::Missed { interview: None });
    let other = "R11 1/1 due 2026-11-24 late 2026-11-25";
    let after = ("2026-11-24", replied());
    let check_in = "R7 1/2 due 2026-12-01 late 2026-12-04";
    // Neither from the invitation, nor from a day that they had named before they were to come, nor from one on which they were to be called.
    for said in [heard(), promised("2026-11-20"), call_on("2026-11-24")] {
        let happened = [booked.clone(), ("2026-11-03", said), missed.clone()];
        check(&happened, &[other]);
        check(&[&happened[..], std::slice::from_ref(&after)].concat(), &[check_in]);
    }
    // What the user asked before it counts, for it is nothing that they did.
    check(
        &[
            ("2026-11-02", heard()),
            ("2026-11-09", checked_in()),
            missed_call.clone(),
            after.clone(),
        ],
        &["R9 2/2 due 2026-12-01 late 2026-12-04"],
    );
    // A later one stands.
    check(
        &[booked, ("2026-11-03", promised("2026-12-04")), missed, after],
        &["R8 1/2 due 2026-12-08 late 2026-12-11"],
    );
    // An offer by word of mouth before it.
    let offered = What::Offered {
        written: false,
        answer_by: None,
    };
    check(
        &[("2026-11-05", offered), missed_call, ("2026-11-24", replied())],
        &["R13 1/2 due 2026-12-01 late 2026-12-04"],
    );
}

#[test]
fn a_posting_that_closes_is_applied_to_or_let_go() {
    // Fri 13 Nov: three business days before it is Tue, and one is Thu.
    let saved = ("2026-11-02", closes("2026-11-13"));
    check(
        std::slice::from_ref(&saved),
        &["R17 1/1 due 2026-11-10 late 2026-11-12 fades 2026-11-14"],
    );
    check(
        &[saved.clone(), ("2026-11-03", applied())],
        &["R3 1/1 due 2026-11-20 late 2026-11-25"],
    );
    check_with(
        &Settings::default(),
        &[story(
            1,
            &[
                saved.clone(),
                (
                    "2026-11-03",
                    What::Closed {
                        why: Closing::NotInterested,
                    },
                ),
            ],
        )],
        &[],
    );
    let own = key(RuleId::R17, super::story::event_id(1_000), 1);
    check(&[saved, ("2026-11-03", skipped(&own))], &[]);
}

#[test]
fn what_is_kept_late_is_due_at_once() {
    check(
        &[("2026-11-12", closes("2026-11-13"))],
        &["R17 1/1 due 2026-11-12 late 2026-11-12 fades 2026-11-14"],
    );
    // On its last day, a Sunday: not late before it is due; after it there is nothing to apply to.
    check(
        &[("2026-11-15", closes("2026-11-15"))],
        &["R17 1/1 due 2026-11-15 late 2026-11-15 fades 2026-11-16"],
    );
    check(&[("2026-11-16", closes("2026-11-15"))], &[]);
}

#[test]
fn a_posting_is_put_off_to_its_last_day_at_the_latest() {
    let own = key(RuleId::R17, super::story::event_id(1_000), 1);
    let to = |date| {
        [
            ("2026-11-02", closes("2026-11-13")),
            ("2026-11-10", snoozed(&own, date)),
        ]
    };
    check(
        &to("2026-11-12"),
        &["R17 1/1 due 2026-11-12 late 2026-11-12 fades 2026-11-14"],
    );
    check(
        &to("2026-11-18"),
        &["R17 1/1 due 2026-11-13 late 2026-11-13 fades 2026-11-14"],
    );
}

#[test]
fn what_the_user_owes_is_due_two_business_days_before() {
    let happened = [("2026-11-02", heard()), ("2026-11-04", undertook("2026-11-16"))];
    let check_in = "R7 1/2 due 2026-11-10 late 2026-11-13";
    check(&happened, &[check_in, "R18 1/1 due 2026-11-12 late 2026-11-16"]);
    let delivered = What::Delivered {
        undertaking: nth_event(1, 1),
    };
    check(&[&happened[..], &[("2026-11-10", delivered)]].concat(), &[check_in]);
    // Not before it was agreed on, and not put off by quiet periods.
    check(
        &[("2026-11-02", heard()), ("2026-11-04", undertook("2026-11-05"))],
        &["R18 1/1 due 2026-11-04 late 2026-11-05", check_in],
    );
    check_with(
        &year_end_off(),
        &[story(1, &[("2026-12-18", undertook("2026-12-30"))])],
        &[&["R18 1/1 due 2026-12-28 late 2026-12-30"]],
    );
}

#[test]
fn what_was_put_off_is_late_on_its_last_day_all_the_same() {
    let task = key(RuleId::R18, nth_event(1, 0), 1);
    check(
        &[
            ("2026-11-04", undertook("2026-11-16")),
            ("2026-11-12", snoozed(&task, "2026-11-13")),
        ],
        &["R18 1/1 due 2026-11-13 late 2026-11-16"],
    );
}

#[test]
fn a_promise_of_the_users_is_owed_too() {
    let promised = What::Promised(Promise {
        by: PromiseBy::User,
        of: PromiseOf::Word,
        date: day("2026-11-16"),
    });
    check(&[("2026-11-04", promised)], &["R18 1/1 due 2026-11-12 late 2026-11-16"]);
}

/// To whom everything goes that is due or will be, by its rule.
#[track_caller]
fn check_to(happened: &[(&str, What)], expected: &[(RuleId, Option<&str>)]) {
    let outlooks = plan(&[story(1, happened)], &Settings::default());
    let follow_ups = outlooks.iter().flat_map(|outlook| &outlook.follow_ups);
    let to = |follow_up: &FollowUp| follow_up.to.as_ref().map(|to| to.name.to_string());
    let found: Vec<_> = follow_ups.map(|one| (one.rule(), to(one))).collect();
    let expected: Vec<_> = expected
        .iter()
        .map(|(rule, to)| (*rule, to.map(str::to_owned)))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn what_is_owed_goes_to_whom_one_writes_to() {
    let promised = What::Promised(Promise {
        by: PromiseBy::User,
        of: PromiseOf::Word,
        date: day("2026-11-17"),
    });
    let owes = [("2026-11-06", undertook("2026-11-16")), ("2026-11-06", promised)];
    let with = |before: &[(&'static str, What)]| [before, &owes].concat();
    let contact = ("2026-11-02", contact("Ana"));
    check_to(&with(&[]), &[(RuleId::R18, None), (RuleId::R18, None)]);
    check_to(
        &with(std::slice::from_ref(&contact)),
        &[(RuleId::R18, Some("Ana")), (RuleId::R18, Some("Ana"))],
    );
    let named = What::Preferred {
        person: Some(line("M. Lee")),
        channel: None,
        refused: vec![],
        do_not_contact: Some(true),
    };
    check_to(
        &with(&[contact, ("2026-11-05", named)]),
        &[(RuleId::R18, Some("M. Lee")), (RuleId::R18, Some("M. Lee"))],
    );
}

#[test]
fn who_referred_is_asked_about_that_alone() {
    let referred = |by: &str| What::Referred {
        by: Contact::named(line(by)),
    };
    let happened = [
        ("2026-11-02", referred("Ola")),
        ("2026-11-02", applied()),
        ("2026-11-06", undertook("2026-11-16")),
    ];
    check_to(
        &happened,
        &[(RuleId::R4, None), (RuleId::R5, Some("Ola")), (RuleId::R18, None)],
    );
    // Unless they are the posting's own contact.
    check_to(
        &[&happened[..], &[("2026-11-06", contact("Ola"))]].concat(),
        &[
            (RuleId::R4, Some("Ola")),
            (RuleId::R5, Some("Ola")),
            (RuleId::R18, Some("Ola")),
        ],
    );
}

#[test]
fn who_was_written_to_for_help_gets_no_letter_to_the_employer() {
    let networked = |with: &str| What::Networked {
        with: Contact::named(line(with)),
    };
    let met = [
        ("2026-11-02", networked("Sam Roe")),
        ("2026-11-05", interviewed(Round::Screen, &[])),
    ];
    check_to(&met, &[(RuleId::R0b, None), (RuleId::R2, None), (RuleId::R6, None)]);
    // Unless they are of those who ask the questions, be it in an interview that was called off.
    let invited = What::Invited(Interview {
        day: Some(day("2026-11-10")),
        people: vec![Contact::named(line("Sam Roe"))],
        ..Interview::default()
    });
    let cancelled = What::Cancelled {
        interview: nth_event(1, 1),
    };
    check_to(
        &[met[0].clone(), ("2026-11-05", invited), ("2026-11-06", cancelled)],
        &[(RuleId::R7, Some("Sam Roe"))],
    );
}

#[test]
fn the_company_is_nobody() {
    let wrote = |with: &str| What::Networked {
        with: Contact::named(line(with)),
    };
    let ended = [
        ("2026-01-12", What::Rejected { note: None }),
        ("2026-01-12", What::KeptWarm {}),
    ];
    for company in ["Northwind", "NORTHWIND GmbH"] {
        check_to(
            &[&ended[..], &[("2026-05-12", wrote(company))]].concat(),
            &[(RuleId::R16, None)],
        );
    }
    check_to(
        &[&ended[..], &[("2026-05-12", wrote("Sam Roe"))]].concat(),
        &[(RuleId::R16, Some("Sam Roe"))],
    );
}

#[test]
fn what_is_owed_outlives_the_end() {
    check(
        &[
            ("2026-11-02", applied()),
            ("2026-11-04", undertook("2026-11-16")),
            ("2026-11-06", What::Withdrew {}),
        ],
        &["R18 1/1 due 2026-11-12 late 2026-11-16"],
    );
}
