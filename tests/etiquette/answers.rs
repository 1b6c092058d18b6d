//! R1 and R14: they wait for the user's answer.

use your_move::domain::{Interview, RuleId, What};
use your_move::etiquette::Settings;

use super::story::{
    applied, asked, check, check_with, day, heard, holidays, key, nth_event, replied, skipped, snoozed, story, thanked,
    year_end_off,
};

fn asked_by(date: &str) -> What {
    What::Heard {
        asks: true,
        answer_by: Some(day(date)),
        note: None,
    }
}

fn offered(answer_by: Option<&str>) -> What {
    What::Offered {
        written: true,
        answer_by: answer_by.map(day),
    }
}

#[test]
fn a_question_is_due_at_once_and_late_on_the_next_business_day() {
    check(&[("2026-11-05", asked())], &["R1 1/1 due 2026-11-05 late 2026-11-06"]);
    check(&[("2026-11-06", asked())], &["R1 1/1 due 2026-11-06 late 2026-11-09"]);
    // A Saturday.
    check(&[("2026-11-07", asked())], &["R1 1/1 due 2026-11-07 late 2026-11-09"]);
}

#[test]
fn the_day_they_named_is_when_it_is_late() {
    check(
        &[("2026-11-05", asked_by("2026-11-15"))],
        &["R1 1/1 due 2026-11-05 late 2026-11-15"],
    );
    check(
        &[("2026-11-05", asked_by("2026-11-05"))],
        &["R1 1/1 due 2026-11-05 late 2026-11-05"],
    );
}

#[test]
fn an_answer_or_their_next_word_settles_it() {
    check(
        &[("2026-11-05", asked()), ("2026-11-05", replied())],
        &["R7 1/2 due 2026-11-12 late 2026-11-17"],
    );
    check(
        &[("2026-11-05", asked()), ("2026-11-09", heard())],
        &["R7 1/2 due 2026-11-17 late 2026-11-20"],
    );
    let question = key(RuleId::R1, nth_event(1, 0), 1);
    check(&[("2026-11-05", asked()), ("2026-11-05", skipped(&question))], &[]);
}

#[test]
fn an_invitation_without_a_day_is_answered() {
    check(
        &[("2026-11-05", What::Invited(Interview::default()))],
        &["R1 1/1 due 2026-11-05 late 2026-11-06"],
    );
}

#[test]
fn quiet_periods_put_no_answer_off() {
    check_with(
        &year_end_off(),
        &[story(1, &[("2026-12-23", asked())])],
        &[&["R1 1/1 due 2026-12-23 late 2026-12-24"]],
    );
    check_with(
        &year_end_off(),
        &[story(1, &[("2026-12-23", offered(Some("2026-12-31")))])],
        &[&[
            "R14 1/1 due 2026-12-23 late 2026-12-25",
            "R14 2/1 due 2026-12-29 late 2026-12-31",
        ]],
    );
}

#[test]
fn example_8_a_written_offer_is_answered_before_its_last_day() {
    let happened = [("2026-12-16", offered(Some("2026-12-25")))];
    check_with(
        &holidays(&["2026-12-25"]),
        &[story(1, &happened)],
        &[&[
            "R14 1/1 due 2026-12-16 late 2026-12-18",
            "R14 2/1 due 2026-12-23 late 2026-12-25",
        ]],
    );
}

#[test]
fn without_a_last_day_it_is_acknowledged_alone() {
    check(
        &[("2026-12-16", offered(None))],
        &["R14 1/1 due 2026-12-16 late 2026-12-18"],
    );
}

#[test]
fn a_short_time_to_answer_begins_with_the_offer() {
    check(
        &[("2026-12-16", offered(Some("2026-12-17")))],
        &[
            "R14 1/1 due 2026-12-16 late 2026-12-18",
            "R14 2/1 due 2026-12-16 late 2026-12-17",
        ],
    );
}

#[test]
fn an_acknowledgement_is_no_answer() {
    let answer = "R14 2/1 due 2026-12-22 late 2026-12-24";
    for acknowledged in [replied(), thanked(None)] {
        check(
            &[
                ("2026-12-15", applied()),
                ("2026-12-16", offered(Some("2026-12-24"))),
                ("2026-12-16", acknowledged),
            ],
            &[answer],
        );
    }
    for answered in [What::Accepted {}, What::Declined {}, What::Withdrew {}] {
        check_with(
            &Settings::default(),
            &[story(
                1,
                &[("2026-12-16", offered(Some("2026-12-24"))), ("2026-12-17", answered)],
            )],
            &[],
        );
    }
}

#[test]
fn a_later_offer_takes_the_place_of_an_earlier_one() {
    check(
        &[
            ("2026-12-14", offered(Some("2026-12-18"))),
            ("2026-12-16", offered(Some("2026-12-24"))),
        ],
        &[
            "R14 1/1 due 2026-12-16 late 2026-12-18",
            "R14 2/1 due 2026-12-22 late 2026-12-24",
        ],
    );
}

#[test]
fn the_answer_is_not_put_off_past_its_last_day() {
    let answer = key(RuleId::R14, nth_event(1, 0), 2);
    let to = |date| {
        [
            ("2026-12-14", offered(Some("2026-12-24"))),
            ("2026-12-14", replied()),
            ("2026-12-21", snoozed(&answer, date)),
        ]
    };
    check(&to("2026-12-23"), &["R14 2/1 due 2026-12-23 late 2026-12-24"]);
    // As a merge of two ledgers can bring it.
    check(&to("2026-12-30"), &["R14 2/1 due 2026-12-24 late 2026-12-24"]);
}

#[test]
fn neither_is_its_acknowledgement() {
    let acknowledge = key(RuleId::R14, nth_event(1, 0), 1);
    check(
        &[
            ("2026-12-14", offered(Some("2026-12-24"))),
            ("2026-12-14", snoozed(&acknowledge, "2026-12-30")),
        ],
        &[
            "R14 2/1 due 2026-12-22 late 2026-12-24",
            "R14 1/1 due 2026-12-24 late 2026-12-28",
        ],
    );
}
