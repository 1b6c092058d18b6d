//! R1 and R14: they wait for the user's answer.

use your_move::domain::{Hold, Interview, Round, RuleId, What};
use your_move::etiquette::{Settings, plan};

use super::story::{
    applied, asked, check, check_with, day, heard, holidays, interviewed, invited, key, nth_event, promised, replied,
    rescheduled, skipped, snoozed, story, thanked, year_end_off,
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
fn what_they_ask_while_an_interview_is_booked_is_due() {
    let booked = ("2026-11-02", invited("2026-11-20", Round::Middle));
    let thanks = "R2 1/1 due 2026-11-21 late 2026-11-24 fades 2026-11-27";
    let question = "R1 1/1 due 2026-11-10 late 2026-11-12";
    let asked = [booked.clone(), ("2026-11-10", asked_by("2026-11-12"))];
    check(&asked, &[question, thanks]);
    check(
        &[&asked[..], &[("2026-11-11", replied())]].concat(),
        &[thanks, "R7 1/2 due 2026-11-27 late 2026-12-02"],
    );
    // They meet, and what was asked has its place there.
    let met = [&asked[..], &[("2026-11-20", interviewed(Round::Middle, &[]))]].concat();
    check(
        &met,
        &[
            "R2 1/1 due 2026-11-20 late 2026-11-24 fades 2026-11-27",
            "R7 1/2 due 2026-11-27 late 2026-12-02",
        ],
    );
    // A second invitation, which has no day yet.
    let invited_again = [booked, ("2026-11-10", What::Invited(Interview::default()))];
    check(&invited_again, &["R1 1/1 due 2026-11-10 late 2026-11-11", thanks]);
    // Whoever wanted no reminders wants them from when something is asked.
    let retired = [asked[0].clone(), ("2026-11-03", What::Retired {}), asked[1].clone()];
    check(&retired, &[question, thanks]);
}

#[test]
fn neither_an_invitation_nor_a_date_that_they_name_is_an_answer() {
    let asked = [("2026-11-02", applied()), ("2026-11-03", asked_by("2026-11-10"))];
    let question = "R1 1/1 due 2026-11-03 late 2026-11-10";
    for on in ["2026-11-03", "2026-11-04"] {
        check(&[&asked[..], &[(on, promised("2026-11-20"))]].concat(), &[question]);
        let booked = (on, invited("2026-11-19", Round::Middle));
        check(
            &[&asked[..], &[booked]].concat(),
            &[question, "R2 1/1 due 2026-11-20 late 2026-11-23 fades 2026-11-27"],
        );
    }
    check(
        &[
            &asked[..],
            &[("2026-11-04", promised("2026-11-20")), ("2026-11-05", replied())],
        ]
        .concat(),
        &["R8 1/2 due 2026-11-24 late 2026-11-27"],
    );
}

#[test]
fn a_day_that_they_named_for_the_answer_outlives_their_next_word() {
    let asked = ("2026-11-03", asked_by("2026-11-10"));
    let question = "R1 1/1 due 2026-11-03 late 2026-11-10";
    check(&[asked.clone(), ("2026-11-05", heard())], &[question]);
    // The day has come: they wrote of something else.
    check(
        &[asked.clone(), ("2026-11-10", heard())],
        &["R7 1/2 due 2026-11-17 late 2026-11-20"],
    );
    // Two questions are two rows, each late on its own day; one answer settles both.
    let both = [asked, ("2026-11-05", super::story::asked())];
    check(&both, &[question, "R1 1/1 due 2026-11-05 late 2026-11-06"]);
    check(
        &[&both[..], &[("2026-11-05", replied())]].concat(),
        &["R7 1/2 due 2026-11-12 late 2026-11-17"],
    );
}

#[test]
fn a_question_that_was_let_go_holds_nothing_back_once_they_meet() {
    let question = key(RuleId::R1, nth_event(1, 1), 1);
    check(
        &[
            ("2026-11-02", invited("2026-11-06", Round::Middle)),
            ("2026-11-03", asked()),
            ("2026-11-03", skipped(&question)),
        ],
        &[
            "R2 1/1 due 2026-11-07 late 2026-11-10 fades 2026-11-13",
            "R7 1/2 due 2026-11-13 late 2026-11-18",
        ],
    );
}

#[test]
fn an_invitation_without_a_day_waits_for_one() {
    let invitation = ("2026-11-05", What::Invited(Interview::default()));
    let booked = "R2 1/1 due 2026-11-13 late 2026-11-16 fades 2026-11-20";
    let check_in = "R7 1/2 due 2026-11-19 late 2026-11-24";
    // The day is agreed on, whether it is written down as the invitation's own or as one more invitation.
    for agreed in [rescheduled(0, "2026-11-12"), invited("2026-11-12", Round::Middle)] {
        check(&[invitation.clone(), ("2026-11-09", agreed)], &[booked, check_in]);
    }
    let cancelled = What::Cancelled {
        interview: nth_event(1, 0),
    };
    check(
        &[invitation, ("2026-11-09", cancelled)],
        &["R7 1/2 due 2026-11-17 late 2026-11-20"],
    );
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
    let outlooks = plan(&[story(1, &to("2026-12-30"))], &Settings::default());
    let holds = &outlooks[0].follow_ups[0].reason.holds;
    assert_eq!(
        holds,
        &[Hold::Snoozed { to: day("2026-12-24") }],
        "to where it could be moved"
    );
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
