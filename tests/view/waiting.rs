//! Why nothing is due.

use your_move::domain::{Contact, PromiseOf, Round, Wait, WaitReason, What};

use super::story::*;

#[track_caller]
fn check(today: &str, happened: &[(&str, What)], expected: &str) {
    let outlook = outlook(happened);
    let wait = outlook.wait.expect("a wait");
    assert_eq!(on(today, |voice| voice.waiting(&wait, None)), expected);
}

#[test]
fn the_next_step_has_a_day() {
    check(
        "2026-11-25",
        &[("2026-11-23", promised(PromiseOf::Word, "2026-12-04"))],
        "Waiting: they decide by Fri 4 Dec; your move on Tue 8 Dec if you hear nothing.",
    );
    check(
        "2026-12-07",
        &[("2026-11-23", promised(PromiseOf::Word, "2026-12-04"))],
        "Waiting: they said by Fri 4 Dec; your move tomorrow if you hear nothing.",
    );
    check(
        "2026-11-10",
        &[("2026-11-02", applied())],
        "Waiting: you applied on Mon 2 Nov; your move tomorrow if you hear nothing.",
    );
    check(
        "2026-11-03",
        &[("2026-11-02", applied()), ("2026-11-02", closes("2026-11-13"))],
        "Waiting: you applied yesterday and the posting closes on Fri 13 Nov; your move on Fri 20 Nov if you hear nothing.",
    );
    check(
        "2026-11-16",
        &[("2026-11-02", applied()), ("2026-11-02", closes("2026-11-13"))],
        "Waiting: you applied on Mon 2 Nov and the posting closed on Fri 13 Nov; your move on Fri 20 Nov if you hear nothing.",
    );
    check(
        "2026-10-08",
        &[("2026-10-07", interviewed(Round::Middle, &[]))],
        "Waiting: you had an interview yesterday; your move on Wed 14 Oct if you hear nothing.",
    );
    check(
        "2026-10-06",
        &[("2026-10-01", invited("2026-10-07", &[]))],
        "Waiting: your interview is tomorrow; your move on Wed 14 Oct if you hear nothing.",
    );
    check(
        "2026-10-09",
        &[("2026-10-01", invited("2026-10-07", &[]))],
        "Waiting: an interview was booked for Wed 7 Oct; your move on Wed 14 Oct if you hear nothing.",
    );
    check(
        "2026-11-12",
        &[("2026-11-10", heard(false))],
        "Waiting: your last exchange was on Tue 10 Nov; your move on Tue 17 Nov if you hear nothing.",
    );
    check(
        "2026-11-12",
        &[("2026-11-10", promised(PromiseOf::Call, "2026-11-16"))],
        "Waiting: you agreed to call them on Mon 16 Nov.",
    );
    check(
        "2026-11-12",
        &[("2026-11-02", applied()), ("2026-11-11", checked_in())],
        "Waiting: you have heard nothing since Mon 2 Nov, you asked yesterday, and no check-in is left; on Wed 2 Dec you decide whether it is over.",
    );
    // It is due: the row says more.
    check(
        "2026-11-11",
        &[("2026-11-02", applied())],
        "It is your move: you applied on Mon 2 Nov.",
    );
}

#[test]
fn the_next_step_hangs_on_somebody() {
    check(
        "2026-10-08",
        &[
            ("2026-10-07", interviewed(Round::Middle, &[])),
            ("2026-10-07", do_not_contact()),
        ],
        "Waiting: they asked not to be contacted, so the next word is theirs. If it does not come, you decide on Fri 6 Nov whether it is over.",
    );
    check(
        "2026-11-12",
        &[("2026-11-10", heard(true))],
        "They have been waiting for your answer since Tue 10 Nov. Once you have replied, write it down and it is their turn.",
    );
    check(
        "2026-11-12",
        &[("2026-11-10", title("Backend Engineer"))],
        "You have not applied yet. Reminders begin once you have.",
    );
    check(
        "2026-11-12",
        &[("2026-11-02", applied()), ("2026-11-03", What::Retired {})],
        "You wanted no more reminders here. They begin again when you hear from them.",
    );
    check(
        "2026-11-12",
        &[
            (
                "2026-11-10",
                What::Offered {
                    written: true,
                    answer_by: None,
                },
            ),
            ("2026-11-11", What::Replied { note: None }),
        ],
        "There is an offer, so no check-in is needed. Write down what becomes of it.",
    );
    check(
        "2026-11-12",
        &[
            (
                "2026-11-10",
                What::Offered {
                    written: true,
                    answer_by: Some(day("2026-11-20")),
                },
            ),
            ("2026-11-11", What::Replied { note: None }),
        ],
        "They offered you the job in writing on Tue 10 Nov, to be answered by Fri 20 Nov. It is your move on Wed 18 Nov.",
    );
}

#[test]
fn what_is_due_before_one_applies_has_a_day() {
    let sam = || Contact::named(line("Sam Roe"));
    check(
        "2026-11-03",
        &[("2026-11-02", What::Networked { with: sam() })],
        "Waiting: you wrote to them yesterday; your move on Wed 11 Nov if you hear nothing.",
    );
    check(
        "2026-11-04",
        &[
            ("2026-11-02", What::Referred { by: sam() }),
            ("2026-11-04", do_not_contact()),
        ],
        "Waiting: you were referred on Mon 2 Nov; your move on Thu 12 Nov if you hear nothing.",
    );
    check(
        "2026-11-03",
        &[("2026-11-02", title("Baker")), ("2026-11-02", closes("2026-11-30"))],
        "The posting closes on Mon 30 Nov, and you have not applied. It is your move on Wed 25 Nov.",
    );
}

#[test]
fn behind_another_names_it_where_it_can() {
    let wait = Wait {
        until: None,
        reason: WaitReason::BehindAnother {
            application: application_id(2),
        },
    };
    let title = line("Data Engineer");
    on("2026-11-12", |voice| {
        assert_eq!(
            voice.waiting(&wait, Some(&title)),
            "Waiting: “Data Engineer” at the same company comes first. When that one is answered, let go or closed, it is this one’s turn."
        );
        assert_eq!(
            voice.waiting(&wait, None),
            "Waiting: another application at this company comes first. When that one is answered, let go or closed, it is this one’s turn."
        );
    });
}

#[test]
fn nothing_to_wait_for() {
    let wait = Wait {
        until: None,
        reason: WaitReason::Nothing,
    };
    assert_eq!(
        on("2026-11-12", |voice| voice.waiting(&wait, None)),
        "Nothing is due. Write down what happens, and the next step follows from it."
    );
}
