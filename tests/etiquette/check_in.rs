//! R3, RuleId::R4, R6 to R9: when to ask where things stand.

use chrono::Weekday;
use your_move::domain::{Interview, Round, What};
use your_move::etiquette::{Calendar, Settings};

use super::story::{
    applied, asked, call_on, check, check_in_any_order, check_with, checked_in, closes, contact, heard, holidays,
    interviewed, invited, nth_event, promised, replied, story, thanked, year_end_off,
};

#[test]
fn a_closing_date_before_applying_counts_from_applying() {
    check(
        &[("2026-11-02", applied()), ("2026-11-02", closes("2026-10-20"))],
        &["R3 1/1 due 2026-11-10 late 2026-11-13"],
    );
}

#[test]
fn a_closing_date_that_is_years_ahead_is_none() {
    for (day, expected) in [
        ("2099-12-31", "R4 1/1 due 2026-11-11 late 2026-11-16"),
        ("2027-11-03", "R4 1/1 due 2026-11-11 late 2026-11-16"),
        ("2027-11-02", "R3 1/1 due 2027-11-09 late 2027-11-12"),
    ] {
        check(&[("2026-11-02", applied()), ("2026-11-02", closes(day))], &[expected]);
    }
}

#[test]
fn a_named_contact_allows_a_second_check_in() {
    let happened = [
        ("2026-11-02", applied()),
        ("2026-11-02", contact("Dana Kim")),
        ("2026-11-11", checked_in()),
    ];
    check(&happened[..2], &["R4 1/2 due 2026-11-11 late 2026-11-16"]);
    check(&happened, &["R9 2/2 due 2026-11-25 late 2026-11-30"]);
    let twice = [&happened[..], &[("2026-11-25", checked_in())]].concat();
    check(&twice, &["R10 1/1 due 2026-12-09"]);
}

#[test]
fn after_an_interview_the_second_check_in_is_the_last() {
    let happened = [
        ("2026-10-07", interviewed(Round::Middle, &[])),
        ("2026-10-07", thanked(None)),
        ("2026-10-14", checked_in()),
        ("2026-10-21", checked_in()),
    ];
    check(&happened[..3], &["R9 2/2 due 2026-10-21 late 2026-10-26"]);
    check(&happened, &["R10 1/1 due 2026-11-04"]);
}

#[test]
fn an_interview_ahead_holds_every_check_in() {
    let happened = [
        ("2026-11-02", applied()),
        ("2026-11-06", invited("2026-11-18", Round::Middle)),
    ];
    check(
        &happened,
        &[
            "R2 1/1 due 2026-11-19 late 2026-11-20 fades 2026-11-26",
            "R7 1/2 due 2026-11-25 late 2026-11-30",
        ],
    );
    let cancelled = [
        &happened[..],
        &[(
            "2026-11-10",
            What::Cancelled {
                interview: nth_event(1, 1),
            },
        )],
    ]
    .concat();
    check(&cancelled, &["R7 1/2 due 2026-11-17 late 2026-11-20"]);
}

#[test]
fn what_they_wait_for_is_not_asked_about() {
    let happened = [
        ("2026-11-02", applied()),
        ("2026-11-04", asked()),
        ("2026-11-05", What::Replied { note: None }),
    ];
    check(&happened[..2], &["R1 1/1 due 2026-11-04 late 2026-11-05"]);
    check(&happened, &["R7 1/2 due 2026-11-12 late 2026-11-17"]);
}

#[test]
fn a_call_they_asked_for_is_due_on_its_day() {
    // Mon 14 Dec: agreed, so the soft weekday does not move it.
    check(
        &[("2026-12-07", heard()), ("2026-12-07", call_on("2026-12-14"))],
        &["R8 1/2 due 2026-12-14 late 2026-12-17"],
    );
}

#[test]
fn a_check_in_sent_too_early_waits_for_the_promise() {
    let happened = [
        ("2026-11-02", heard()),
        ("2026-11-02", promised("2026-11-20")),
        ("2026-11-10", checked_in()),
    ];
    check(&happened, &["R9 2/2 due 2026-11-24 late 2026-11-27"]);
}

#[test]
fn weekends_and_holidays_do_not_count() {
    // Applied on a Saturday.
    check(&[("2026-11-07", applied())], &["R4 1/1 due 2026-11-17 late 2026-11-20"]);
    let thanksgiving = holidays(&["2026-11-26"]);
    check_with(
        &thanksgiving,
        &[story(1, &[("2026-11-17", applied())])],
        &[&["R4 1/1 due 2026-11-27 late 2026-12-02"]],
    );
    // From Monday the 9th past the soft weekday, and past the Tuesday off.
    check_with(
        &holidays(&["2026-11-10"]),
        &[story(1, &[("2026-10-29", applied())])],
        &[&["R4 1/1 due 2026-11-11 late 2026-11-16"]],
    );
}

#[test]
fn the_soft_weekday_can_be_another_or_none() {
    let on = |soft_weekday| Settings {
        calendar: Calendar {
            soft_weekday,
            ..Calendar::default()
        },
        ..Settings::default()
    };
    let applied = [story(1, &[("2026-10-29", applied())])];
    check_with(&on(None), &applied, &[&["R4 1/1 due 2026-11-09 late 2026-11-12"]]);
    check_with(
        &on(Some(Weekday::Wed)),
        &applied,
        &[&["R4 1/1 due 2026-11-09 late 2026-11-12"]],
    );
}

#[test]
fn after_a_screen_the_recruiter_is_asked() {
    let happened = [
        ("2026-10-01", applied()),
        ("2026-10-07", interviewed(Round::Screen, &[])),
        ("2026-10-07", thanked(None)),
        ("2026-10-14", checked_in()),
        ("2026-10-21", checked_in()),
    ];
    check(&happened[..3], &["R6 1/2 due 2026-10-14 late 2026-10-19"]);
    check(&happened[..4], &["R9 2/2 due 2026-10-21 late 2026-10-26"]);
    check(&happened, &["R10 1/1 due 2026-11-04"]);
}

#[test]
fn after_a_final_round_seven_days_pass_and_then_five() {
    let happened = [
        ("2026-10-07", interviewed(Round::Final, &[])),
        ("2026-10-07", thanked(None)),
        ("2026-10-16", checked_in()),
    ];
    check(&happened[..2], &["R7 1/2 due 2026-10-16 late 2026-10-21"]);
    check(&happened, &["R9 2/2 due 2026-10-23 late 2026-10-28"]);
}

#[test]
fn the_count_begins_anew_when_they_act() {
    let happened = [
        ("2026-10-01", applied()),
        ("2026-10-12", checked_in()),
        ("2026-10-20", heard()),
        ("2026-10-27", checked_in()),
        ("2026-11-03", checked_in()),
        ("2026-11-04", heard()),
    ];
    check(&happened[..2], &["R10 1/1 due 2026-11-02"]);
    check(&happened[..3], &["R7 1/2 due 2026-10-27 late 2026-10-30"]);
    check(&happened[..4], &["R9 2/2 due 2026-11-03 late 2026-11-06"]);
    check(&happened[..5], &["R10 1/1 due 2026-11-17"]);
    check_in_any_order(&happened, &["R7 1/2 due 2026-11-11 late 2026-11-16"]);
}

#[test]
fn a_check_in_sent_early_is_one_of_the_few() {
    check(
        &[("2026-11-02", applied()), ("2026-11-04", checked_in())],
        &["R10 1/1 due 2026-12-02"],
    );
}

#[test]
fn a_person_who_comes_up_later_allows_a_second_check_in() {
    let happened = [
        ("2026-11-02", applied()),
        ("2026-11-11", checked_in()),
        ("2026-11-12", contact("Dana Kim")),
    ];
    check(&happened, &["R9 2/2 due 2026-11-25 late 2026-11-30"]);
}

#[test]
fn a_closing_date_that_is_learned_later_counts() {
    let happened = [("2026-11-02", applied()), ("2026-11-06", closes("2026-11-13"))];
    check(&happened, &["R3 1/1 due 2026-11-20 late 2026-11-25"]);
}

#[test]
fn what_is_only_saved_asks_nobody() {
    check(
        &[("2026-11-02", closes("2026-11-13"))],
        &["R17 1/1 due 2026-11-10 late 2026-11-12 fades 2026-11-14"],
    );
}

#[test]
fn an_invitation_without_a_day_waits_for_the_user() {
    let invited = What::Invited(Interview::default());
    let happened = [("2026-11-02", invited), ("2026-11-05", replied())];
    check(&happened[..1], &["R1 1/1 due 2026-11-02 late 2026-11-03"]);
    check(&happened, &["R7 1/2 due 2026-11-12 late 2026-11-17"]);
}

#[test]
fn an_interview_on_the_day_of_a_check_in_comes_after_it() {
    check_in_any_order(
        &[
            ("2026-10-01", applied()),
            ("2026-10-13", interviewed(Round::Middle, &[])),
            ("2026-10-13", checked_in()),
        ],
        &[
            "R2 1/1 due 2026-10-13 late 2026-10-15 fades 2026-10-20",
            "R7 1/2 due 2026-10-20 late 2026-10-23",
        ],
    );
}

#[test]
fn quiet_periods_put_check_ins_off() {
    check_with(
        &year_end_off(),
        &[story(1, &[("2026-12-15", applied())])],
        &[&["R4 1/1 due 2027-01-07 late 2027-01-12"]],
    );
    check_with(
        &year_end_off(),
        &[story(1, &[("2026-12-16", heard())])],
        &[&["R7 1/2 due 2027-01-06 late 2027-01-11"]],
    );
}

#[test]
fn a_question_waits_for_the_user_whatever_day_they_named() {
    let happened = [
        ("2026-11-02", asked()),
        ("2026-11-02", promised("2026-11-10")),
        ("2026-11-04", replied()),
    ];
    check(&happened[..2], &["R1 1/1 due 2026-11-02 late 2026-11-03"]);
    check(&happened, &["R8 1/2 due 2026-11-12 late 2026-11-17"]);
}
