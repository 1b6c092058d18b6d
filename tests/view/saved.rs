//! After a save: what was kept, and what comes next.

use your_move::domain::{PromiseOf, Round, RuleId, What};

use super::story::*;

#[track_caller]
fn check(today: &str, happened: &[(&str, What)], expected: &str) {
    let outlook = outlook(happened);
    assert_eq!(on(today, |voice| voice.next(&outlook, None)), expected);
}

#[test]
fn what_will_be_reminded_when_and_why() {
    check(
        "2026-11-02",
        &[("2026-11-02", applied())],
        "If you hear nothing, a check-in is due on Wed 11 Nov: seven business days after you applied.",
    );
    check(
        "2026-11-10",
        &[("2026-11-02", applied())],
        "If you hear nothing, a check-in is due tomorrow: seven business days after you applied.",
    );
    check(
        "2026-11-02",
        &[("2026-11-02", applied()), ("2026-11-02", closes("2026-12-04"))],
        "If you hear nothing, a check-in is due on Fri 11 Dec: five business days after the posting’s last day.",
    );
    check(
        "2026-11-02",
        &[("2026-11-02", applied()), ("2026-11-02", closes("2026-10-30"))],
        "If you hear nothing, a check-in is due on Tue 10 Nov: five business days after you applied. It was moved from a Monday to the next business day.",
    );
    check(
        "2026-12-10",
        &[("2026-12-10", promised(PromiseOf::Word, "2026-12-17"))],
        "If you hear nothing, a check-in is due on Tue 22 Dec: two business days after the day they named. It was moved from a Monday to the next business day.",
    );
    check(
        "2026-11-10",
        &[("2026-11-10", promised(PromiseOf::Call, "2026-11-16"))],
        "You call them on Mon 16 Nov, as agreed.",
    );
    check(
        "2026-11-10",
        &[
            ("2026-11-10", contact("Dana Kim")),
            ("2026-11-10", promised(PromiseOf::Call, "2026-11-16")),
        ],
        "You call Dana Kim on Mon 16 Nov, as agreed.",
    );
    check(
        "2026-11-10",
        &[("2026-11-10", heard(false))],
        "If you hear nothing, a check-in is due on Tue 17 Nov: five business days after your last exchange.",
    );
    check(
        "2026-11-11",
        &[("2026-11-02", applied()), ("2026-11-11", checked_in())],
        "If you hear nothing, you decide on Wed 2 Dec whether it is over.",
    );
    check(
        "2026-10-14",
        &[
            ("2026-10-07", interviewed(Round::Middle, &[])),
            ("2026-10-07", thanked()),
            ("2026-10-14", checked_in()),
        ],
        "It is your move now: write down what they said. If you hear nothing, a check-in is due on Wed 21 Oct: five business days after your last question.",
    );
}

#[test]
fn an_interview_brings_a_thank_you_and_a_check_in() {
    check(
        "2026-10-01",
        &[("2026-10-01", invited("2026-10-07", &["Dana Kim"]))],
        "Your interview is on Wed 7 Oct. A thank-you to Dana Kim is due on Thu 8 Oct. If you hear nothing, a check-in is due on Wed 14 Oct: five business days after the interview.",
    );
    check(
        "2026-10-07",
        &[("2026-10-07", interviewed(Round::Final, &["Dana Kim"]))],
        "It is your move now: write down what they said and thank Dana Kim for the interview. If you hear nothing, a check-in is due on Fri 16 Oct: seven business days after the interview.",
    );
}

#[test]
fn what_is_due_already_comes_first() {
    check(
        "2026-11-12",
        &[("2026-11-02", applied())],
        "It is your move now: ask where things stand. You applied on Mon 2 Nov; eight business days have passed.",
    );
    check(
        "2026-12-03",
        &[("2026-11-02", applied()), ("2026-11-11", checked_in())],
        "It is your move now: decide whether it is over. Nothing has come since Mon 2 Nov, you asked on Wed 11 Nov, and no check-in is left. You can close it; a later reply opens it again.",
    );
}

#[test]
fn a_thank_you_hides_nothing() {
    let call = [
        ("2026-10-07", interviewed(Round::Middle, &["Dana Kim"])),
        ("2026-10-07", promised(PromiseOf::Call, "2026-10-08")),
    ];
    check(
        "2026-10-07",
        &call,
        "It is your move now: write down what they said and thank Dana Kim for the interview. You call Dana Kim tomorrow, as agreed.",
    );
    check(
        "2026-10-08",
        &call,
        "It is your move now: write down what they said, thank Dana Kim for the interview and call Dana Kim, as agreed. You agreed to call them today.",
    );
    let answer_wanted = [
        ("2026-10-07", interviewed(Round::Middle, &[])),
        ("2026-10-08", heard(true)),
    ];
    check(
        "2026-10-08",
        &answer_wanted,
        "It is your move now: write down what they said, thank them for the interview and answer them. They asked you something today.",
    );
    let two = [("2026-10-01", invited("2026-10-07", &["Dana Kim", "J. Ortiz"]))];
    check(
        "2026-10-01",
        &two,
        "Your interview is on Wed 7 Oct. A thank-you is due on Thu 8 Oct. If you hear nothing, a check-in is due on Wed 14 Oct: five business days after the interview.",
    );
    let let_go = |rule, nth| What::Skipped {
        follow_up: key(rule, nth),
    };
    let only_thanks = [
        ("2026-10-07", interviewed(Round::Middle, &[])),
        ("2026-10-07", let_go(RuleId::R7, 0)),
        ("2026-10-07", let_go(RuleId::R10, 0)),
    ];
    check(
        "2026-10-07",
        &only_thanks,
        "It is your move now: write down what they said and thank them for the interview.",
    );
}

#[test]
fn nothing_to_remind_of_says_why() {
    check(
        "2026-11-12",
        &[("2026-11-10", title("Backend Engineer"))],
        "You have not applied yet. Reminders begin once you have.",
    );
    check(
        "2026-11-12",
        &[("2026-11-10", heard(true))],
        "It is your move now: answer them. They asked you something on Tue 10 Nov.",
    );
}

#[track_caller]
fn check_kept(today: &str, what: &[What], expected: &str) {
    let happened: Vec<_> = what.iter().map(|what| ("2026-11-02", what.clone())).collect();
    let application = story(1, &happened);
    let events: Vec<_> = what
        .iter()
        .enumerate()
        .map(|(nth, what)| event(1, nth, "2026-11-02", what.clone()))
        .collect();
    assert_eq!(on(today, |voice| voice.kept(&events, &application)), expected);
}

#[test]
fn a_save_says_what_it_kept() {
    let captured = What::Captured {
        posting: Box::default(),
    };
    check_kept(
        "2026-11-25",
        &[captured.clone(), title("Backend Engineer"), applied()],
        "Saved. You applied on Mon 2 Nov.",
    );
    check_kept("2026-11-02", &[applied()], "Saved. You applied today.");
    check_kept("2026-11-02", &[captured, title("Backend Engineer")], "Saved for later.");
    check_kept("2026-11-02", &[title("Backend Engineer")], "You corrected: Job title.");
    check_kept(
        "2026-11-02",
        &[heard(false), promised(PromiseOf::Word, "2026-11-13")],
        "Saved. They replied. They will decide by Fri 13 Nov.",
    );
    check_kept("2026-11-02", &[What::Retired {}], "You wanted no more reminders.");
    check_kept(
        "2026-11-02",
        &[What::Noted {
            text: prose("Ask about the team."),
        }],
        "Saved. Note: Ask about the team.",
    );
    check_kept("2026-11-02", &[], "");
}
