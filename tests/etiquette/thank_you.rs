//! R2: a thank-you to each, for each round.

use your_move::domain::{Round, What};

use super::story::{
    check, check_with, checked_in, interviewed, invited, line, nth_event, story, thanked, year_end_off,
};

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
fn thanks_to_somebody_new_go_to_the_round_that_named_nobody() {
    check(
        &[
            ("2026-11-03", interviewed(Round::Screen, &[])),
            ("2026-11-05", interviewed(Round::Middle, &["M. Lee"])),
            ("2026-11-05", thanked(Some("Dana Kim"))),
        ],
        &[
            "R2 1/1 due 2026-11-05 late 2026-11-09 fades 2026-11-12 for M. Lee",
            "R7 1/2 due 2026-11-12 late 2026-11-17",
        ],
    );
}

#[test]
fn thanks_before_the_interview_are_for_an_earlier_one() {
    check(
        &[
            ("2026-11-04", thanked(None)),
            ("2026-11-05", interviewed(Round::Middle, &[])),
        ],
        &[
            "R2 1/1 due 2026-11-05 late 2026-11-09 fades 2026-11-12",
            "R7 1/2 due 2026-11-12 late 2026-11-17",
        ],
    );
}

#[test]
fn the_next_round_is_thanked_for_anew_and_replaces_the_check_in() {
    check(
        &[
            ("2026-11-02", interviewed(Round::Screen, &[])),
            ("2026-11-02", thanked(None)),
            ("2026-11-09", checked_in()),
            ("2026-11-11", interviewed(Round::Final, &[])),
        ],
        &[
            "R2 1/1 due 2026-11-11 late 2026-11-13 fades 2026-11-18",
            "R7 1/2 due 2026-11-20 late 2026-11-25",
        ],
    );
}

#[test]
fn a_quiet_period_counts_for_thanks_as_well() {
    check_with(
        &year_end_off(),
        &[story(1, &[("2026-12-18", interviewed(Round::Middle, &[]))])],
        &[&[
            "R2 1/1 due 2026-12-18 late 2027-01-05 fades 2027-01-08",
            "R7 1/2 due 2027-01-08 late 2027-01-13",
        ]],
    );
}

#[test]
fn one_person_is_thanked_once() {
    check(
        &[("2026-11-05", interviewed(Round::Middle, &["Dana Kim", "dana kim"]))],
        &[
            "R2 1/1 due 2026-11-05 late 2026-11-09 fades 2026-11-12 for Dana Kim",
            "R7 1/2 due 2026-11-12 late 2026-11-17",
        ],
    );
}
