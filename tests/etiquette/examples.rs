//! The worked examples of `docs/etiquette.md`.

use your_move::domain::{Closing, Round, What};
use your_move::etiquette::{Calendar, Holiday, Holidays, Settings};

use super::story::{
    applied, check, check_with, checked_in, closes, do_not_contact, heard, interviewed, promised, story, thanked,
    year_end_off,
};

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
        holidays: Holidays::new(Holiday::read("2027-01-01")).expect("a holiday"),
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
