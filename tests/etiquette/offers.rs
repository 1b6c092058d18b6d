//! R13: an offer by word of mouth, until it is in writing.

use your_move::domain::{Agenda, Promise, PromiseBy, PromiseOf, Round, RuleId, What};
use your_move::etiquette::{Settings, plan};

use super::story::{
    applied, asked, check, check_with, checked_in, day, do_not_contact, heard, interviewed, key, nth_event, pinned,
    promised, replied, story,
};

fn offered() -> What {
    What::Offered {
        written: false,
        answer_by: None,
    }
}

fn written_by(date: &str) -> What {
    What::Promised(Promise {
        by: PromiseBy::Employer,
        of: PromiseOf::WrittenOffer,
        date: day(date),
    })
}

#[test]
fn five_business_days_after_they_offered() {
    check(
        &[("2026-11-05", offered())],
        &["R13 1/2 due 2026-11-12 late 2026-11-17"],
    );
    // A Monday is soft for it as for every check-in.
    check(
        &[("2026-11-09", offered())],
        &["R13 1/2 due 2026-11-17 late 2026-11-20"],
    );
}

#[test]
fn one_business_day_after_the_day_they_named() {
    check(
        &[("2026-11-05", offered()), ("2026-11-05", written_by("2026-11-10"))],
        &["R13 1/2 due 2026-11-11 late 2026-11-16"],
    );
    // The day can be named before the offer is written down, too.
    check(
        &[("2026-11-05", written_by("2026-11-10")), ("2026-11-05", offered())],
        &["R13 1/2 due 2026-11-11 late 2026-11-16"],
    );
}

#[test]
fn no_day_of_the_users_own_comes_before_the_one_they_named() {
    let first = key(RuleId::R13, nth_event(1, 1), 1);
    check(
        &[
            ("2026-11-05", offered()),
            ("2026-11-05", written_by("2026-11-18")),
            ("2026-11-06", pinned(&first, "2026-11-12")),
        ],
        &["R13 1/2 due 2026-11-19 late 2026-11-24"],
    );
}

#[test]
fn it_is_a_check_in_with_a_cap_and_a_question_at_its_end() {
    let happened = [
        ("2026-11-05", offered()),
        ("2026-11-12", checked_in()),
        ("2026-11-19", checked_in()),
    ];
    check(&happened[..2], &["R9 2/2 due 2026-11-19 late 2026-11-24"]);
    check(&happened, &["R10 1/1 due 2026-12-03"]);
}

#[test]
fn what_they_say_next_begins_it_anew() {
    check(
        &[
            ("2026-11-05", offered()),
            ("2026-11-12", checked_in()),
            ("2026-11-13", heard()),
        ],
        &["R13 1/2 due 2026-11-20 late 2026-11-25"],
    );
    check(
        &[("2026-11-05", offered()), ("2026-11-06", promised("2026-11-20"))],
        &["R8 1/2 due 2026-11-24 late 2026-11-27"],
    );
    check(
        &[
            ("2026-11-05", offered()),
            ("2026-11-06", asked()),
            ("2026-11-09", replied()),
        ],
        &["R13 1/2 due 2026-11-17 late 2026-11-20"],
    );
}

#[test]
fn the_offer_in_writing_ends_it() {
    let written = What::Offered {
        written: true,
        answer_by: None,
    };
    check(
        &[("2026-11-05", offered()), ("2026-11-10", written)],
        &["R14 1/1 due 2026-11-10 late 2026-11-12"],
    );
}

#[test]
fn the_gates_hold_for_it() {
    check(
        &[("2026-11-05", offered()), ("2026-11-05", do_not_contact())],
        &["R10 1/1 due 2026-12-07"],
    );
    let first = story(1, &[("2026-10-26", applied()), ("2026-11-09", checked_in())]);
    let second = story(2, &[("2026-11-05", offered())]);
    check_with(
        &Settings::default(),
        &[first, second],
        &[&["R10 1/1 due 2026-11-25"], &["R13 1/2 due 2026-11-17 late 2026-11-20"]],
    );
}

#[test]
fn what_somebody_waits_for_comes_before_what_is_late() {
    let in_writing = What::Offered {
        written: true,
        answer_by: Some(day("2026-12-16")),
    };
    let stories = [
        story(1, &[("2026-12-08", interviewed(Round::Middle, &["Dana Kim"]))]),
        story(2, &[("2026-12-11", in_writing)]),
        story(3, &[("2026-12-14", asked())]),
    ];
    let outlooks = plan(&stories, &Settings::default());
    let agenda = Agenda { outlooks };
    let due = agenda.due(day("2026-12-14"));
    let rules: Vec<RuleId> = due.iter().map(|(_, follow_up)| follow_up.rule()).collect();
    assert_eq!(rules, [RuleId::R1, RuleId::R14, RuleId::R14, RuleId::R0b, RuleId::R2]);
}
