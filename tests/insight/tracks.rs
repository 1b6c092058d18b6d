//! The digest of one application.

use your_move::domain::{Application, Channel, Closing, Interview, PromiseOf, Round, What};
use your_move::insight::Track;

use super::story::*;

const REJECTED: What = What::Rejected { note: None };
const OFFERED: What = What::Offered {
    written: true,
    answer_by: None,
};

fn closed(why: Closing) -> What {
    What::Closed { why }
}

/// Its days, as month and day: applied, answered, asked; since when in each stage; how far; how it stands and since when it is over.
#[track_caller]
fn check(happened: &[(&str, What)], expected: &str) {
    let short = |day: Option<chrono::NaiveDate>| day.map_or("-".to_owned(), |day| day.format("%m-%d").to_string());
    let Some(track) = Track::of(&story(1, happened)) else {
        assert_eq!("none", expected);
        return;
    };
    let since = track.since.map(short).join(" ");
    let (applied, answered, asked) = (short(Some(track.applied)), short(track.answered), short(track.asked));
    let Track { reached, outcome, .. } = track;
    let found = format!(
        "{applied} {answered} {asked} | {since} | {reached:?} {outcome:?} {}",
        short(track.over)
    );
    assert_eq!(found, expected);
}

#[test]
fn the_whole_way() {
    check(
        &[
            ("2026-03-02", applied()),
            ("2026-03-11", checked_in()),
            ("2026-03-13", heard(false)),
            ("2026-03-16", invited("2026-03-20", &[])),
            ("2026-03-20", interviewed(Round::Middle, &[])),
            ("2026-03-27", OFFERED),
            ("2026-03-30", What::Accepted {}),
        ],
        "03-02 03-13 03-11 | 03-02 03-13 03-16 03-27 | Accepted Accepted 03-30",
    );
}

#[test]
fn an_interview_that_was_called_off_for_good_is_a_word_from_them() {
    let booked = ("2026-03-09", invited("2026-03-12", &[]));
    let off = (
        "2026-03-10",
        What::Cancelled {
            interview: event_id(1, 1),
        },
    );
    check(
        &[("2026-03-02", applied()), booked.clone(), off.clone()],
        "03-02 03-09 - | 03-02 03-09 - - | Answered Open -",
    );
    let moved = What::Rescheduled {
        interview: event_id(1, 1),
        to: Interview {
            day: Some(day("2026-03-20")),
            ..Interview::default()
        },
    };
    let again = ("2026-03-11", moved);
    check(
        &[("2026-03-02", applied()), booked, off, again],
        "03-02 03-09 - | 03-02 - 03-09 - | Interview Open -",
    );
}

#[test]
fn a_no_is_an_answer_and_an_end_but_no_stage() {
    check(
        &[("2026-03-02", applied()), ("2026-03-09", REJECTED)],
        "03-02 03-09 - | 03-02 - - - | Answered Rejected 03-09",
    );
}

#[test]
fn a_stage_that_was_left_out_was_not_stood_in() {
    check(
        &[
            ("2026-03-02", applied()),
            ("2026-03-09", invited("2026-03-12", &[])),
            ("2026-03-10", heard(false)),
        ],
        "03-02 03-09 - | 03-02 - 03-09 - | Interview Open -",
    );
    check(
        &[
            ("2026-03-02", applied()),
            ("2026-03-09", OFFERED),
            ("2026-03-10", What::Declined {}),
        ],
        "03-02 03-09 - | 03-02 - - 03-09 | Offer Left 03-10",
    );
}

#[test]
fn what_was_before_one_applied_is_no_answer_to_it() {
    check(
        &[
            ("2026-03-02", heard(false)),
            ("2026-03-03", interviewed(Round::Screen, &[])),
            ("2026-03-04", applied()),
        ],
        "03-04 - - | 03-04 - - - | Applied Open -",
    );
}

#[test]
fn only_what_was_applied_to_is_looked_at() {
    check(&[("2026-03-02", title("Engineer"))], "none");
    check(
        &[("2026-03-02", title("Engineer")), ("2026-03-03", heard(true))],
        "none",
    );
    check(&[("2026-03-02", applied()), ("2026-03-03", What::Erased {})], "none");
    let into = application_id(2);
    check(
        &[("2026-03-02", applied()), ("2026-03-03", What::Joined { into })],
        "none",
    );
    let undone = What::Voided { event: event_id(1, 1) };
    check(
        &[
            ("2026-03-02", title("A")),
            ("2026-03-02", applied()),
            ("2026-03-03", undone),
        ],
        "none",
    );
}

#[test]
fn who_ended_it() {
    check(
        &[("2026-03-02", applied()), ("2026-05-04", closed(Closing::NoAnswer))],
        "03-02 - - | 03-02 - - - | Applied Silent 05-04",
    );
    check(
        &[("2026-03-02", applied()), ("2026-05-04", closed(Closing::PostingGone))],
        "03-02 - - | 03-02 - - - | Applied Silent 05-04",
    );
    check(
        &[
            ("2026-03-02", applied()),
            ("2026-05-04", closed(Closing::NotInterested)),
        ],
        "03-02 - - | 03-02 - - - | Applied Left 05-04",
    );
    check(
        &[("2026-03-02", applied()), ("2026-05-04", What::Withdrew {})],
        "03-02 - - | 03-02 - - - | Applied Left 05-04",
    );
    // A no after one gave up is their word after all.
    check(
        &[
            ("2026-03-02", applied()),
            ("2026-05-04", closed(Closing::NoAnswer)),
            ("2026-05-11", REJECTED),
        ],
        "03-02 05-11 - | 03-02 - - - | Answered Rejected 05-11",
    );
}

#[test]
fn one_that_goes_on_after_its_end_has_none() {
    check(
        &[
            ("2026-03-02", applied()),
            ("2026-03-09", REJECTED),
            ("2026-04-01", invited("2026-04-03", &[])),
        ],
        "03-02 03-09 - | 03-02 - 04-01 - | Interview Open -",
    );
    check(
        &[
            ("2026-03-02", applied()),
            ("2026-04-02", closed(Closing::NoAnswer)),
            ("2026-04-03", What::Reopened {}),
        ],
        "03-02 - - | 03-02 - - - | Applied Open -",
    );
}

#[test]
fn who_applies_again_applied_at_first() {
    check(
        &[
            ("2026-03-02", applied()),
            ("2026-03-09", REJECTED),
            ("2026-04-01", What::Reopened {}),
            ("2026-04-02", applied()),
        ],
        "03-02 03-09 - | 03-02 - - - | Answered Open -",
    );
}

#[test]
fn what_nobody_wrote_down_was_before_what_came_of_it() {
    check(
        &[("2026-03-02", applied()), ("2026-03-30", What::Accepted {})],
        "03-02 03-30 - | 03-02 - - - | Accepted Accepted 03-30",
    );
    check(
        &[
            ("2026-03-02", applied()),
            ("2026-03-30", What::Missed { interview: None }),
        ],
        "03-02 03-30 - | 03-02 - 03-30 - | Interview Open -",
    );
}

#[test]
fn their_promise_and_their_wish() {
    check(
        &[
            ("2026-03-02", applied()),
            ("2026-03-05", promised(PromiseOf::Word, "2026-03-20")),
        ],
        "03-02 03-05 - | 03-02 03-05 - - | Answered Open -",
    );
    // As everywhere, how they like to be reached is no act of theirs.
    check(
        &[("2026-03-02", applied()), ("2026-03-05", prefers(Channel::Email))],
        "03-02 - - | 03-02 - - - | Applied Open -",
    );
}

#[test]
fn nothing_of_nothing() {
    let nothing: Application = story(1, &[]);
    assert_eq!(Track::of(&nothing), None);
}
