//! R10: when to ask whether it is over.

use your_move::domain::{Closing, Round, RuleId, What};

use super::story::{
    applied, asked, check, check_with, checked_in, do_not_contact, heard, holidays, interviewed, invited, key,
    nth_event, pinned, promised, skipped, snoozed, story, year_end_off,
};

#[test]
fn thirty_days_after_applying() {
    // Ten business days after the check-in are over on Tue 27 Oct; the thirtieth day is a Saturday.
    check(
        &[("2026-10-08", applied()), ("2026-10-13", checked_in())],
        &["R10 1/1 due 2026-11-09"],
    );
}

#[test]
fn ten_business_days_after_the_last_check_in() {
    let happened = [
        ("2026-09-01", applied()),
        ("2026-10-07", heard()),
        ("2026-10-14", checked_in()),
        ("2026-10-30", checked_in()),
    ];
    check(&happened, &["R10 1/1 due 2026-11-13"]);
    check_with(
        &holidays(&["2026-11-11"]),
        &[story(1, &happened)],
        &[&["R10 1/1 due 2026-11-16"]],
    );
}

#[test]
fn ten_business_days_after_a_promise() {
    let happened = [
        ("2026-09-01", applied()),
        ("2026-11-02", heard()),
        ("2026-11-02", promised("2026-11-20")),
        ("2026-11-03", checked_in()),
        ("2026-11-04", checked_in()),
    ];
    check(&happened, &["R10 1/1 due 2026-12-04"]);
}

#[test]
fn ten_business_days_after_a_snooze_or_a_pin() {
    let fourth = key(RuleId::R4, nth_event(1, 0), 1);
    let moved = |what| {
        [
            ("2026-11-02", applied()),
            ("2026-11-11", what),
            ("2026-11-23", skipped(&fourth)),
        ]
    };
    check(&moved(snoozed(&fourth, "2026-11-20")), &["R10 1/1 due 2026-12-04"]);
    check(&moved(pinned(&fourth, "2026-11-23")), &["R10 1/1 due 2026-12-07"]);
}

#[test]
fn it_never_comes_before_the_check_in_was_let_go() {
    let fourth = key(RuleId::R4, nth_event(1, 0), 1);
    check(
        &[("2026-11-02", applied()), ("2026-12-10", skipped(&fourth))],
        &["R10 1/1 due 2026-12-10"],
    );
}

#[test]
fn with_do_not_contact_thirty_days_after_their_last_word() {
    let wish = |on| [("2026-10-07", heard()), (on, do_not_contact())];
    check(&wish("2026-10-07"), &["R10 1/1 due 2026-11-06"]);
    // Said two days later; the thirtieth day is a Sunday.
    check(&wish("2026-10-09"), &["R10 1/1 due 2026-11-09"]);
    // The posting itself said so.
    check(
        &[("2026-11-02", applied()), ("2026-11-02", do_not_contact())],
        &["R10 1/1 due 2026-12-02"],
    );
    // What was sent before does not matter.
    check(
        &[
            ("2026-10-07", heard()),
            ("2026-10-14", checked_in()),
            ("2026-10-15", do_not_contact()),
        ],
        &["R10 1/1 due 2026-11-16"],
    );
}

#[test]
fn it_can_be_put_off_and_let_go() {
    let question = key(RuleId::R10, nth_event(1, 0), 1);
    let silent = [("2026-11-02", applied()), ("2026-11-11", checked_in())];
    let then = |what| [&silent[..], &[("2026-12-02", what)]].concat();
    // A Monday: it is no check-in, so no weekday moves it.
    check(&then(snoozed(&question, "2026-12-14")), &["R10 1/1 due 2026-12-14"]);
    check(&then(skipped(&question)), &[]);
    // A second application to apply to the count: once they act, all begins anew.
    let heard = [&then(skipped(&question))[..], &[("2026-12-03", heard())]].concat();
    check(&heard, &["R7 1/2 due 2026-12-10 late 2026-12-15"]);
}

#[test]
fn it_rests_in_quiet_periods() {
    check_with(
        &year_end_off(),
        &[story(1, &[("2026-11-23", applied()), ("2026-12-02", checked_in())])],
        &[&["R10 1/1 due 2027-01-04"]],
    );
}

#[test]
fn nothing_is_over_while_the_user_is_to_answer_or_an_offer_lies_open() {
    check(
        &[("2026-09-01", applied()), ("2026-09-02", asked())],
        &["R1 1/1 due 2026-09-02 late 2026-09-03"],
    );
    let offered = What::Offered {
        written: true,
        answer_by: None,
    };
    check(
        &[("2026-09-01", applied()), ("2026-09-02", offered)],
        &["R14 1/1 due 2026-09-02 late 2026-09-04"],
    );
}

#[test]
fn a_thank_you_let_go_does_not_put_it_off() {
    let thanks = key(RuleId::R2, nth_event(1, 1), 1);
    check(
        &[
            ("2026-09-01", applied()),
            ("2026-10-07", interviewed(Round::Middle, &[])),
            ("2026-10-14", checked_in()),
            ("2026-10-21", checked_in()),
            ("2026-11-10", skipped(&thanks)),
        ],
        &["R10 1/1 due 2026-11-04"],
    );
}

#[test]
fn whoever_takes_it_up_again_is_asked_ten_business_days_later() {
    let silent = [("2026-10-08", applied()), ("2026-10-13", checked_in())];
    let closed = What::Closed { why: Closing::NoAnswer };
    let taken_up = [
        &silent[..],
        &[("2026-11-09", closed), ("2026-11-16", What::Reopened {})],
    ]
    .concat();
    check(&taken_up, &["R10 1/1 due 2026-11-30"]);
    let wish = [&taken_up[..1], &[("2026-10-09", do_not_contact())], &taken_up[2..]].concat();
    check(&wish, &["R10 1/1 due 2026-11-30"]);
    // What they do begins it anew.
    check(
        &[&taken_up[..], &[("2026-11-17", heard())]].concat(),
        &["R7 1/2 due 2026-11-24 late 2026-11-27"],
    );
}

#[test]
fn it_is_not_over_before_they_are_to_be_met() {
    let check_in = key(RuleId::R7, nth_event(1, 1), 1);
    let happened = [
        ("2026-10-01", applied()),
        ("2026-10-02", invited("2026-11-20", Round::Middle)),
        ("2026-11-03", skipped(&check_in)),
    ];
    check(
        &happened,
        &[
            "R2 1/1 due 2026-11-21 late 2026-11-24 fades 2026-11-27",
            "R10 1/1 due 2026-11-21",
        ],
    );
}
