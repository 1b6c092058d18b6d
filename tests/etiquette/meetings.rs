//! Interviews that are booked, moved, called off, missed or not written down.

use your_move::domain::{Contact, Interview, Round, RuleId, What};

use super::story::{
    applied, check, checked_in, day, interviewed, invited, key, line, nth_event, pinned, promised, rescheduled,
    skipped, snoozed, thanked,
};

#[test]
fn a_booked_day_that_has_passed_counts_as_held() {
    let happened = [
        ("2026-11-02", applied()),
        ("2026-11-06", invited("2026-11-14", Round::Screen)),
    ];
    // A Saturday: thanks from Sunday on.
    check(
        &happened,
        &[
            "R2 1/1 due 2026-11-15 late 2026-11-17 fades 2026-11-20",
            "R6 1/2 due 2026-11-20 late 2026-11-25",
        ],
    );
}

#[test]
fn a_moved_interview_is_on_its_new_day() {
    let happened = [
        ("2026-11-06", invited("2026-11-12", Round::Middle)),
        ("2026-11-10", rescheduled(0, "2026-11-18")),
    ];
    let moved = [
        "R2 1/1 due 2026-11-19 late 2026-11-20 fades 2026-11-26",
        "R7 1/2 due 2026-11-25 late 2026-11-30",
    ];
    check(&happened, &moved);
    let earlier = [&happened[..1], &[("2026-11-09", rescheduled(0, "2026-11-11"))]].concat();
    check(
        &earlier,
        &[
            "R2 1/1 due 2026-11-12 late 2026-11-13 fades 2026-11-19",
            "R7 1/2 due 2026-11-18 late 2026-11-23",
        ],
    );
}

#[test]
fn what_was_called_off_is_not_thanked_for() {
    let happened = [
        ("2026-11-06", invited("2026-11-12", Round::Middle)),
        (
            "2026-11-11",
            What::Cancelled {
                interview: nth_event(1, 0),
            },
        ),
    ];
    check(&happened, &["R7 1/2 due 2026-11-18 late 2026-11-23"]);
}

fn booked_with(people: &[&str]) -> What {
    What::Invited(Interview {
        day: Some(day("2026-11-12")),
        people: people.iter().map(|name| Contact::named(line(name))).collect(),
        ..Interview::default()
    })
}

#[test]
fn of_two_interviews_ahead_the_later_one_counts() {
    let happened = [
        ("2026-11-06", invited("2026-11-19", Round::Final)),
        ("2026-11-07", invited("2026-11-12", Round::Middle)),
        ("2026-11-12", interviewed(Round::Middle, &[])),
        ("2026-11-12", thanked(None)),
    ];
    check(
        &happened,
        &[
            "R2 1/1 due 2026-11-20 late 2026-11-23 fades 2026-11-27",
            "R7 1/2 due 2026-12-01 late 2026-12-04",
        ],
    );
}

#[test]
fn a_promise_made_before_an_interview_does_not_outlive_it() {
    let happened = [
        ("2026-11-02", invited("2026-11-12", Round::Middle)),
        ("2026-11-03", promised("2026-11-30")),
    ];
    check(
        &happened,
        &[
            "R2 1/1 due 2026-11-13 late 2026-11-16 fades 2026-11-20",
            "R7 1/2 due 2026-11-19 late 2026-11-24",
        ],
    );
}

#[test]
fn an_interview_that_is_written_down_late_belongs_to_its_day() {
    let happened = [
        ("2026-10-01", applied()),
        ("2026-10-12", checked_in()),
        ("2026-10-07", interviewed(Round::Middle, &[])),
        ("2026-10-07", thanked(None)),
    ];
    // The check-in came after the interview, so it is the first of two.
    check(&happened, &["R9 2/2 due 2026-10-20 late 2026-10-23"]);
}

#[test]
fn a_new_day_after_it_was_called_off_or_missed_stands() {
    let interview = nth_event(1, 0);
    let missed = What::Missed {
        interview: Some(interview),
    };
    for off in [What::Cancelled { interview }, missed] {
        let happened = [
            ("2026-11-06", invited("2026-11-12", Round::Middle)),
            ("2026-11-12", off),
            ("2026-11-13", rescheduled(0, "2026-11-18")),
        ];
        check(
            &happened,
            &[
                "R2 1/1 due 2026-11-19 late 2026-11-20 fades 2026-11-26",
                "R7 1/2 due 2026-11-25 late 2026-11-30",
            ],
        );
    }
}

#[test]
fn no_day_of_the_users_own_comes_before_an_interview() {
    let after = key(RuleId::R7, nth_event(1, 0), 1);
    for earlier in [pinned(&after, "2026-11-10"), snoozed(&after, "2026-11-12")] {
        let happened = [
            ("2026-11-06", invited("2026-11-12", Round::Middle)),
            ("2026-11-09", earlier),
        ];
        check(
            &happened,
            &[
                "R2 1/1 due 2026-11-13 late 2026-11-16 fades 2026-11-20",
                "R7 1/2 due 2026-11-19 late 2026-11-24",
            ],
        );
    }
}

#[test]
fn what_was_let_go_or_put_off_stays_so_when_the_interview_is_written_down() {
    let booking = nth_event(1, 0);
    let happened = [
        ("2026-11-06", invited("2026-11-12", Round::Middle)),
        ("2026-11-13", skipped(&key(RuleId::R2, booking, 1))),
        ("2026-11-19", snoozed(&key(RuleId::R7, booking, 1), "2026-11-25")),
        ("2026-11-12", interviewed(Round::Middle, &[])),
    ];
    check(&happened[..3], &["R7 1/2 due 2026-11-25 late 2026-11-30"]);
    check(&happened, &["R7 1/2 due 2026-11-25 late 2026-11-30"]);
}

#[test]
fn those_whom_the_invitation_named_are_thanked() {
    // Written down as held, without naming the booking or the people again.
    let happened = [
        ("2026-11-06", booked_with(&["Dana Kim", "M. Lee"])),
        ("2026-11-12", interviewed(Round::Middle, &[])),
    ];
    check(
        &happened,
        &[
            "R2 1/1 due 2026-11-12 late 2026-11-16 fades 2026-11-19 for Dana Kim",
            "R2 1/1 due 2026-11-12 late 2026-11-16 fades 2026-11-19 for M. Lee",
            "R7 1/2 due 2026-11-19 late 2026-11-24",
        ],
    );
}
