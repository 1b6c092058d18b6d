//! Why nothing is due.

use your_move::domain::{Agenda, Contact, FollowUpKey, PromiseOf, Round, RuleId, Wait, WaitReason, What};
use your_move::etiquette::{Settings, plan};
use your_move::view::{DashboardScreen, Words, Work};

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
        "Waiting: they will decide by Fri 4 Dec; your move on Tue 8 Dec if you hear nothing.",
    );
    check(
        "2026-12-07",
        &[("2026-11-23", promised(PromiseOf::Word, "2026-12-04"))],
        "Waiting: they wanted to decide by Fri 4 Dec; your move tomorrow if you hear nothing.",
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
        "Waiting: nothing has come since Mon 2 Nov, you asked yesterday, and no check-in is left; on Wed 2 Dec you decide whether it is over.",
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

/// Why `first` waits for `second`, both at one company.
#[track_caller]
fn check_behind(today: &str, ahead: Option<&str>, first: &[(&str, What)], expected: &str) {
    let second = story(2, &[("2026-10-01", applied())]);
    let outlooks = plan(&[story(1, first), second], &Settings::default());
    let outlook = outlooks.first().expect("an outlook");
    let wait = outlook.wait.as_ref().expect("a wait");
    assert_eq!(wait.until, None);
    let ahead = ahead.map(line);
    assert_eq!(on(today, |voice| voice.waiting(wait, ahead.as_ref())), expected);
}

#[test]
fn behind_another_names_it_where_it_can() {
    let own = [("2026-11-02", applied())];
    check_behind(
        "2026-11-12",
        Some("Data Engineer"),
        &own,
        "Waiting: they are asked about “Data Engineer” first, one question at a time. When that one is answered, let go or closed, it is this one’s turn.",
    );
    check_behind(
        "2026-11-12",
        None,
        &own,
        "Waiting: another application at this company comes first. When that one is answered, let go or closed, it is this one’s turn.",
    );
}

#[test]
fn behind_another_names_the_day_that_is_waited_for_first() {
    let promised = [("2026-11-02", promised(PromiseOf::Word, "2026-12-10"))];
    check_behind(
        "2026-11-12",
        Some("B"),
        &promised,
        "Waiting: they will decide by Thu 10 Dec. If you hear nothing, they are asked about “B” first; when that one is answered, let go or closed, it is this one’s turn.",
    );
    check_behind(
        "2026-11-12",
        None,
        &[("2026-11-02", invited("2026-11-20", &[]))],
        "Waiting: your interview is on Fri 20 Nov. If you hear nothing, another application at this company comes first; when that one is answered, let go or closed, it is this one’s turn.",
    );
    // Once it has passed there is nothing else to wait for.
    check_behind(
        "2026-12-11",
        Some("B"),
        &promised,
        "Waiting: they are asked about “B” first, one question at a time. When that one is answered, let go or closed, it is this one’s turn.",
    );
}

#[test]
fn a_day_ahead_is_not_told_as_past() {
    // After an offer by word of mouth they are to be met.
    let offered = What::Offered {
        written: false,
        answer_by: None,
    };
    check(
        "2026-11-12",
        &[("2026-11-05", offered), ("2026-11-10", invited("2026-11-18", &[]))],
        "Waiting: your interview is on Wed 18 Nov; your move on Wed 25 Nov if you hear nothing.",
    );
    // The check-in after it is let go.
    let follow_up = FollowUpKey {
        application: application_id(1),
        rule: RuleId::R7,
        event: event_id(1, 0),
        person: None,
        nth: 1,
    };
    check(
        "2026-11-12",
        &[
            ("2026-11-10", invited("2026-11-18", &[])),
            ("2026-11-11", What::Skipped { follow_up }),
        ],
        "Waiting: your interview is on Wed 18 Nov; on Fri 18 Dec you decide whether it is over.",
    );
}

#[test]
fn a_posting_that_has_closed_is_nobodys_move() {
    check(
        "2026-12-01",
        &[("2026-11-02", title("Baker")), ("2026-11-02", closes("2026-11-30"))],
        "The posting closed yesterday, and you have not applied.",
    );
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

#[test]
fn how_much_is_waited_for_is_written_as_in_the_readers_region() {
    let outlook = outlook(&[("2026-11-02", applied())]);
    let work = Work {
        agenda: Agenda {
            outlooks: vec![outlook; 1_200],
        },
        kept: 1_200,
        ..Work::default()
    };
    let check = |reader: &str, expected: &str| {
        let today = in_words(Words::for_reader([reader]), "2026-11-03", |voice| {
            voice.today_screen(&work, &DashboardScreen::default())
        });
        let groups = today.lists.iter().flat_map(|(_, groups)| groups);
        let slots = groups.flat_map(|group| &group.slots);
        let number = slots.rev().find(|(name, _)| *name == "number");
        assert_eq!(number.map(|(_, slot)| slot.text.as_str()), Some(expected));
    };
    check("en-US", "1,200");
    check("de-DE", "1.200");
    check("de-CH", "1’200");
}
