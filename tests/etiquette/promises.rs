//! R8: what they promised, and when it is polite to ask.

use your_move::domain::{Promise, PromiseBy, PromiseOf, Round, RuleId, What};

use super::story::{
    applied, call_on, check, check_in_any_order, check_with, checked_in, day, heard, holidays, interviewed, invited,
    key, nth_event, promised, snoozed, story, year_end_off,
};

#[test]
fn a_newer_promise_takes_the_place_of_an_older_one() {
    let two = |older, newer| {
        [
            ("2026-11-02", heard()),
            ("2026-11-02", promised(older)),
            ("2026-11-05", promised(newer)),
        ]
    };
    let [_, older, newer] = two("2026-11-10", "2026-11-20");
    check_in_any_order(&[older, newer], &["R8 1/2 due 2026-11-24 late 2026-11-27"]);
    check(
        &two("2026-11-20", "2026-11-10"),
        &["R8 1/2 due 2026-11-12 late 2026-11-17"],
    );
}

#[test]
fn a_promise_stands_on_whatever_day_it_falls() {
    let until = |date| [("2026-12-10", heard()), ("2026-12-10", promised(date))];
    // A holiday, a Saturday, a Sunday.
    check_with(
        &holidays(&["2026-12-25"]),
        &[story(1, &until("2026-12-25"))],
        &[&["R8 1/2 due 2026-12-29 late 2027-01-01"]],
    );
    check(&until("2026-12-19"), &["R8 1/2 due 2026-12-22 late 2026-12-25"]);
    check(&until("2026-12-20"), &["R8 1/2 due 2026-12-22 late 2026-12-25"]);
    // A day within a quiet period.
    check_with(
        &year_end_off(),
        &[story(1, &until("2026-12-23"))],
        &[&["R8 1/2 due 2027-01-05 late 2027-01-08"]],
    );
}

#[test]
fn their_word_ends_a_promise() {
    let happened = [
        ("2026-11-02", heard()),
        ("2026-11-02", promised("2026-11-20")),
        ("2026-11-09", heard()),
    ];
    check(&happened, &["R7 1/2 due 2026-11-17 late 2026-11-20"]);
    let invited = ("2026-11-09", invited("2026-11-12", Round::Middle));
    check(
        &[&happened[..2], &[invited]].concat(),
        &[
            "R2 1/1 due 2026-11-13 late 2026-11-16 fades 2026-11-20",
            "R7 1/2 due 2026-11-19 late 2026-11-24",
        ],
    );
}

#[test]
fn the_interview_in_which_it_was_said_does_not_end_a_promise() {
    check_in_any_order(
        &[
            ("2026-11-05", interviewed(Round::Final, &["Dana Kim"])),
            ("2026-11-05", promised("2026-11-13")),
        ],
        &[
            "R2 1/1 due 2026-11-05 late 2026-11-09 fades 2026-11-12 for Dana Kim",
            "R8 1/2 due 2026-11-17 late 2026-11-20",
        ],
    );
}

#[test]
fn what_the_user_promised_holds_nothing_back() {
    let by_user = What::Promised(Promise {
        by: PromiseBy::User,
        of: PromiseOf::Word,
        date: day("2026-11-20"),
    });
    check(
        &[("2026-11-02", heard()), ("2026-11-03", by_user)],
        &[
            "R7 1/2 due 2026-11-10 late 2026-11-13",
            "R18 1/1 due 2026-11-18 late 2026-11-20",
        ],
    );
}

#[test]
fn a_promise_before_any_other_word_counts_from_its_day() {
    let happened = [("2026-11-02", applied()), ("2026-11-03", promised("2026-11-18"))];
    check(&happened, &["R8 1/2 due 2026-11-20 late 2026-11-25"]);
}

#[test]
fn after_a_broken_promise_two_check_ins_and_then_the_question() {
    let happened = [
        ("2026-11-02", heard()),
        ("2026-11-02", promised("2026-11-20")),
        ("2026-11-24", checked_in()),
        ("2026-12-01", checked_in()),
    ];
    check(&happened[..3], &["R9 2/2 due 2026-12-01 late 2026-12-04"]);
    check(&happened, &["R10 1/1 due 2026-12-15"]);
}

#[test]
fn a_call_is_due_on_its_day_whatever_weekday_that_is() {
    let call = |date| [("2026-12-07", heard()), ("2026-12-07", call_on(date))];
    check(&call("2026-12-12"), &["R8 1/2 due 2026-12-12 late 2026-12-16"]);
    check_with(
        &year_end_off(),
        &[story(1, &call("2026-12-28"))],
        &[&["R8 1/2 due 2026-12-28 late 2027-01-06"]],
    );
}

#[test]
fn the_written_offer_is_not_asked_for_as_word() {
    let offer = What::Promised(Promise {
        by: PromiseBy::Employer,
        of: PromiseOf::WrittenOffer,
        date: day("2026-11-20"),
    });
    let offered = What::Offered {
        written: false,
        answer_by: None,
    };
    check(
        &[("2026-11-16", offered), ("2026-11-16", offer)],
        &["R13 1/2 due 2026-11-24 late 2026-11-27"],
    );
}

#[test]
fn a_snooze_into_a_promise_is_held_until_it_has_passed() {
    let again = key(RuleId::R9, nth_event(1, 2), 2);
    let happened = [
        ("2026-11-02", heard()),
        ("2026-11-02", promised("2026-11-20")),
        ("2026-11-10", checked_in()),
    ];
    let with = |what| [&happened[..], &[("2026-11-12", what)]].concat();
    check(
        &with(snoozed(&again, "2026-11-18")),
        &["R9 2/2 due 2026-11-24 late 2026-11-27"],
    );
    check(
        &with(snoozed(&again, "2026-11-20")),
        &["R9 2/2 due 2026-11-24 late 2026-11-27"],
    );
    check(
        &with(snoozed(&again, "2026-11-26")),
        &["R9 2/2 due 2026-11-26 late 2026-12-01"],
    );
}
