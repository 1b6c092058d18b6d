//! R0a and R0b: what to ask at the end of an interview, and what they said.

use your_move::domain::{Channel, Round, RuleId, What};

use super::story::{
    check_questions, do_not_contact, heard, interviewed, invited, key, line, nth_event, promised, rescheduled, skipped,
    snoozed,
};

/// They said how they like to be reached; or that was not said, where there is no channel.
fn preferred(channel: Option<Channel>) -> What {
    What::Preferred {
        person: channel.map(|_| line("Dana Kim")),
        channel,
        refused: vec![],
        do_not_contact: channel.map(|_| false),
    }
}

#[test]
fn on_the_day_of_a_booked_interview_to_ask_and_from_the_next_day_what_they_said() {
    // A Friday: the question of the next day comes on the Saturday.
    check_questions(
        &[("2026-11-02", invited("2026-11-13", Round::Middle))],
        &[
            "R0a 1/1 due 2026-11-13 fades 2026-11-14",
            "R0b 1/1 due 2026-11-14 late 2026-11-16 fades 2026-11-27",
        ],
    );
}

#[test]
fn an_interview_that_was_written_down_is_asked_about_at_once() {
    let happened = [
        ("2026-11-02", invited("2026-11-13", Round::Middle)),
        ("2026-11-13", interviewed(Round::Middle, &[])),
    ];
    check_questions(&happened, &["R0b 1/1 due 2026-11-13 late 2026-11-16 fades 2026-11-27"]);
    check_questions(
        &happened[1..],
        &["R0b 1/1 due 2026-11-13 late 2026-11-16 fades 2026-11-27"],
    );
}

/// One wish of theirs.
fn said(person: Option<&str>, channel: Option<Channel>, refused: &[Channel], do_not_contact: Option<bool>) -> What {
    What::Preferred {
        person: person.map(line),
        channel,
        refused: refused.to_vec(),
        do_not_contact,
    }
}

#[test]
fn with_an_offer_they_have_decided() {
    let offered = What::Offered {
        written: true,
        answer_by: None,
    };
    check_questions(
        &[
            ("2026-11-13", interviewed(Round::Middle, &[])),
            ("2026-11-17", offered.clone()),
        ],
        &["R0b 1/1 due 2026-11-13 late 2026-11-16 fades 2026-11-17"],
    );
    // Who is met again after an offer is asked again.
    check_questions(
        &[("2026-11-10", offered), ("2026-11-13", interviewed(Round::Middle, &[]))],
        &[OPEN],
    );
}

const OPEN: &str = "R0b 1/1 due 2026-11-13 late 2026-11-16 fades 2026-11-27";

/// What is asked of an interview after this was written down.
#[track_caller]
fn check_after(answers: &[(&str, What)], expected: &[&str]) {
    let met = [("2026-11-13", interviewed(Round::Middle, &["Dana Kim"]))];
    check_questions(&[&met[..], answers].concat(), expected);
}

#[test]
fn four_answers_settle_it_and_none_of_them_does_alone() {
    let all = [
        ("2026-11-13", promised("2026-11-20")),
        ("2026-11-13", said(None, Some(Channel::Email), &[], None)),
        ("2026-11-14", said(Some("Dana Kim"), None, &[], None)),
        ("2026-11-16", said(None, None, &[], Some(false))),
    ];
    check_after(&all, &[]);
    for left_out in 0..all.len() {
        let mut three = all.to_vec();
        let one = three.remove(left_out);
        check_after(&three, &[OPEN]);
        check_after(&[one], &[OPEN]);
    }
    // What they refuse says how as well, and one wish may say three things.
    let at_once = said(Some("Dana Kim"), None, &[Channel::Phone], Some(false));
    check_after(&[all[0].clone(), ("2026-11-13", at_once.clone())], &[]);
    check_after(&[("2026-11-13", at_once)], &[OPEN]);
    // What was said before the interview is no answer.
    check_after(
        &[all[0].clone(), ("2026-11-12", preferred(Some(Channel::Email)))],
        &[OPEN],
    );
}

#[test]
fn that_nothing_was_said_settles_it_and_so_does_that_they_wish_no_contact() {
    check_after(&[("2026-11-13", preferred(None))], &[]);
    check_after(
        &[
            ("2026-11-13", said(None, Some(Channel::Email), &[], None)),
            ("2026-11-13", preferred(None)),
        ],
        &[],
    );
    check_after(&[("2026-11-13", do_not_contact())], &[]);
}

#[test]
fn only_the_latest_round_is_asked_about() {
    let happened = [
        ("2026-11-02", interviewed(Round::Screen, &[])),
        ("2026-11-05", interviewed(Round::Middle, &[])),
    ];
    // Until the next one the first is asked about; its day is past, and nothing is asked twice.
    check_questions(
        &happened,
        &[
            "R0b 1/1 due 2026-11-02 late 2026-11-03 fades 2026-11-05",
            "R0b 1/1 due 2026-11-05 late 2026-11-06 fades 2026-11-19",
        ],
    );
    let on_one_day = [
        ("2026-11-05", interviewed(Round::Screen, &[])),
        ("2026-11-05", interviewed(Round::Final, &[])),
    ];
    check_questions(
        &on_one_day,
        &["R0b 1/1 due 2026-11-05 late 2026-11-06 fades 2026-11-19"],
    );
    // One that lies ahead takes over when it has passed.
    let ahead = [
        ("2026-11-02", interviewed(Round::Screen, &[])),
        ("2026-11-02", invited("2026-11-09", Round::Middle)),
    ];
    check_questions(
        &ahead,
        &[
            "R0b 1/1 due 2026-11-02 late 2026-11-03 fades 2026-11-10",
            "R0a 1/1 due 2026-11-09 fades 2026-11-10",
            "R0b 1/1 due 2026-11-10 late 2026-11-11 fades 2026-11-24",
        ],
    );
    // An answer about the first is none about the second.
    let answered = [
        ("2026-11-02", interviewed(Round::Screen, &[])),
        ("2026-11-02", preferred(None)),
        ("2026-11-05", interviewed(Round::Middle, &[])),
    ];
    check_questions(&answered, &["R0b 1/1 due 2026-11-05 late 2026-11-06 fades 2026-11-19"]);
}

#[test]
fn what_does_not_take_place_is_not_asked_about() {
    let cancelled = What::Cancelled {
        interview: nth_event(1, 0),
    };
    let missed = What::Missed {
        interview: Some(nth_event(1, 0)),
    };
    for off in [cancelled, missed] {
        check_questions(
            &[
                ("2026-11-02", invited("2026-11-13", Round::Middle)),
                ("2026-11-13", off),
            ],
            &[],
        );
    }
    check_questions(
        &[
            ("2026-11-02", invited("2026-11-13", Round::Middle)),
            ("2026-11-10", rescheduled(0, "2026-11-17")),
        ],
        &[
            "R0a 1/1 due 2026-11-17 fades 2026-11-18",
            "R0b 1/1 due 2026-11-18 late 2026-11-19 fades 2026-12-02",
        ],
    );
}

#[test]
fn it_can_be_let_go_and_put_off() {
    let question = key(RuleId::R0b, nth_event(1, 0), 1);
    let with = |what| [("2026-11-05", interviewed(Round::Middle, &[])), ("2026-11-05", what)];
    check_questions(&with(skipped(&question)), &[]);
    check_questions(
        &with(snoozed(&question, "2026-11-09")),
        &["R0b 1/1 due 2026-11-09 late 2026-11-10 fades 2026-11-23"],
    );
}

#[test]
fn their_next_word_does_not_answer_it() {
    check_questions(
        &[("2026-11-05", interviewed(Round::Middle, &[])), ("2026-11-06", heard())],
        &["R0b 1/1 due 2026-11-05 late 2026-11-06 fades 2026-11-19"],
    );
}
