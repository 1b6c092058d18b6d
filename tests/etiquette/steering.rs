//! How the user steers: snooze, pin, skip, retire, close.

use your_move::domain::{Closing, Correction, Round, RuleId, What};
use your_move::etiquette::Settings;

use super::story::{
    applied, check, check_with, checked_in, day, heard, interviewed, invited, key, key_for, nth_event, pinned,
    promised, skipped, snoozed, story,
};

#[test]
fn snooze_pin_and_skip_stick_to_their_follow_up() {
    let applied = ("2026-11-02", applied());
    let fourth = key(RuleId::R4, nth_event(1, 0), 1);
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
        follow_up: key(RuleId::R7, nth_event(1, 0), 1),
    };
    check(
        &[applied, ("2026-11-11", other)],
        &["R4 1/1 due 2026-11-11 late 2026-11-16"],
    );
}

#[test]
fn a_pin_never_overtakes_a_promise() {
    let happened = [
        ("2026-11-02", heard()),
        ("2026-11-02", promised("2026-11-20")),
        (
            "2026-11-03",
            What::Pinned {
                follow_up: key(RuleId::R8, nth_event(1, 1), 1),
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
    // A thank-you that was not sent by then is part of the last word.
    check(
        &ended(What::Rejected { note: None }),
        &["R12 1/1 due 2026-11-09 fades 2026-11-16"],
    );
    for what in [
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
fn a_check_in_put_off_to_a_day_off_comes_on_the_next_that_is_none() {
    let first = key(RuleId::R4, nth_event(1, 0), 1);
    let to = |what| [("2026-11-02", applied()), ("2026-11-11", what)];
    // From Sat 14 Nov over the soft Monday to Tuesday; a day of one's own stays.
    check(
        &to(snoozed(&first, "2026-11-14")),
        &["R4 1/1 due 2026-11-17 late 2026-11-20"],
    );
    check(
        &to(pinned(&first, "2026-11-14")),
        &["R4 1/1 due 2026-11-14 late 2026-11-18"],
    );
}

#[test]
fn a_snooze_keeps_its_place_in_the_cap() {
    let again = key(RuleId::R9, nth_event(1, 1), 2);
    let happened = [
        ("2026-10-07", heard()),
        ("2026-10-14", checked_in()),
        ("2026-10-21", snoozed(&again, "2026-10-29")),
    ];
    check(&happened, &["R9 2/2 due 2026-10-29 late 2026-11-03"]);
}

#[test]
fn the_soft_weekday_moves_a_snooze_and_leaves_a_pin() {
    let fourth = key(RuleId::R4, nth_event(1, 0), 1);
    let then = |what| [("2026-11-02", applied()), ("2026-11-11", what)];
    check(
        &then(snoozed(&fourth, "2026-11-16")),
        &["R4 1/1 due 2026-11-17 late 2026-11-20"],
    );
    check(
        &then(pinned(&fourth, "2026-11-16")),
        &["R4 1/1 due 2026-11-16 late 2026-11-19"],
    );
    // A pin may come before the stage's own date.
    check(
        &then(pinned(&fourth, "2026-11-05")),
        &["R4 1/1 due 2026-11-05 late 2026-11-10"],
    );
}

#[test]
fn steering_can_be_undone() {
    let fourth = key(RuleId::R4, nth_event(1, 0), 1);
    for what in [snoozed(&fourth, "2026-11-19"), skipped(&fourth), What::Retired {}] {
        let undone = What::Voided { event: nth_event(1, 1) };
        check(
            &[("2026-11-02", applied()), ("2026-11-11", what), ("2026-11-11", undone)],
            &["R4 1/1 due 2026-11-11 late 2026-11-16"],
        );
    }
}

#[test]
fn retired_until_they_act() {
    let happened = [
        ("2026-11-02", applied()),
        ("2026-11-05", interviewed(Round::Middle, &[])),
        ("2026-11-06", What::Retired {}),
        ("2026-11-20", heard()),
    ];
    check(&happened[..3], &[]);
    check(
        &happened,
        &[
            "R2 1/1 due 2026-11-05 late 2026-11-09 fades 2026-11-12",
            "R7 1/2 due 2026-11-27 late 2026-12-02",
        ],
    );
}

#[test]
fn retired_while_an_interview_is_booked() {
    let happened = [
        ("2026-11-02", applied()),
        ("2026-11-03", invited("2026-11-20", Round::Middle)),
        ("2026-11-05", What::Retired {}),
    ];
    check(&happened, &[]);
    // To that they had acted before; that they came to it is another act.
    let held = [&happened[..], &[("2026-11-20", interviewed(Round::Middle, &[]))]].concat();
    check(
        &held,
        &[
            "R2 1/1 due 2026-11-20 late 2026-11-24 fades 2026-11-27",
            "R7 1/2 due 2026-11-27 late 2026-12-02",
        ],
    );
}

#[test]
fn what_was_let_go_or_moved_stays_so_when_the_last_day_is_put_right() {
    let fourth = key(RuleId::R4, nth_event(1, 0), 1);
    let closes = || What::Corrected(Correction::Closes(Some(day("2026-11-20"))));
    let story = |steered| {
        [
            ("2026-11-02", applied()),
            ("2026-11-11", steered),
            ("2026-11-11", closes()),
        ]
    };
    check(&story(skipped(&fourth)), &["R10 1/1 due 2026-12-21"]);
    check(
        &story(snoozed(&fourth, "2026-12-03")),
        &["R3 1/1 due 2026-12-03 late 2026-12-08"],
    );
}

#[test]
fn a_check_in_sent_although_it_was_let_go_counts() {
    let seventh = key(RuleId::R7, nth_event(1, 0), 1);
    let happened = [
        ("2026-10-07", heard()),
        ("2026-10-14", skipped(&seventh)),
        ("2026-10-16", checked_in()),
    ];
    check(&happened[..2], &["R10 1/1 due 2026-11-06"]);
    check(&happened, &["R9 2/2 due 2026-10-23 late 2026-10-28"]);
}

#[test]
fn a_thank_you_is_moved_and_let_go_for_one_person() {
    let thanks = |name| key_for(RuleId::R2, nth_event(1, 0), name);
    check(
        &[
            ("2026-11-05", interviewed(Round::Middle, &["Dana Kim", "M. Lee", "Ana"])),
            ("2026-11-05", snoozed(&thanks("Dana Kim"), "2026-11-09")),
            ("2026-11-05", skipped(&thanks("M. Lee"))),
        ],
        &[
            "R2 1/1 due 2026-11-05 late 2026-11-09 fades 2026-11-12 for Ana",
            "R2 1/1 due 2026-11-09 late 2026-11-11 fades 2026-11-16 for Dana Kim",
            "R7 1/2 due 2026-11-12 late 2026-11-17",
        ],
    );
}

#[test]
fn taken_up_again_it_goes_on_where_it_was() {
    check(
        &[
            ("2026-11-02", applied()),
            (
                "2026-11-05",
                What::Closed {
                    why: Closing::NotInterested,
                },
            ),
            ("2026-11-06", What::Reopened {}),
        ],
        &["R4 1/1 due 2026-11-11 late 2026-11-16"],
    );
}
