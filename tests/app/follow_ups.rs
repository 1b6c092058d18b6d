//! The rows of what is due: sent, later, not this one, close; each undone, and done again.

use chrono::NaiveDate;
use expect_test::expect;
use pollster::block_on;
use your_move::app::{Clock as _, Target, carry_out};
use your_move::domain::What;
use your_move::ledger::Command;
use your_move::view::Card;

use super::desk::{Desk, gardener, part, said, text};
use super::sound::applications;

/// Applied, interviewed by Dana Kim and come back when both the thank-you and the check-in are due.
fn two_due() -> Desk {
    let mut desk = Desk::applied("2026-11-02");
    desk.come_back("2026-11-11", gardener());
    desk.log("interviewed", &[("people", "Dana Kim")]);
    desk.come_back("2026-11-17", gardener());
    desk.log("heard", &[("on", "2026-11-10")]);
    desk
}

/// Presses a button of the row, and sees that undoing brings the row back and undoing that takes it away again.
#[track_caller]
fn check(mut desk: Desk, press: impl Fn(&mut Desk), expected: &expect_test::Expect) {
    let (before, badge) = (desk.moves(), desk.world.badge());
    press(&mut desk);
    let (after, notice) = (desk.moves(), desk.notice());
    expected.assert_eq(&notice);
    assert_eq!(desk.text("notice", "remedy"), "Undo");
    assert_eq!(after, before[1..]);
    desk.press("undo", "notice", &[]);
    assert_eq!((desk.moves(), desk.world.badge()), (before, badge));
    assert!(desk.notice().starts_with("Undone: "), "{}", desk.notice());
    assert_eq!(desk.text("notice", "remedy"), "Redo");
    desk.press("undo", "notice", &[]);
    assert_eq!(desk.moves(), after);
    assert!(desk.notice().starts_with("Done again."), "{}", desk.notice());
    assert_eq!(desk.text("notice", "remedy"), "Undo");
}

fn check_in_due() -> Desk {
    let mut desk = Desk::applied("2026-11-02");
    desk.come_back("2026-11-11", gardener());
    desk
}

fn question_due() -> Desk {
    let mut desk = check_in_due();
    desk.press("sent", "move-row", &[]);
    desk.come_back("2026-12-02", gardener());
    desk
}

#[test]
fn a_thank_you() {
    assert_eq!(two_due().moves().len(), 1);
    check(
        two_due(),
        |desk| desk.press("sent", "move-row", &[]),
        &expect!["Saved. You thanked Dana Kim. | "],
    );
    check(
        two_due(),
        |desk| desk.press("later", "move-row", &[]),
        &expect!["Thank-you moved to Wed 18 Nov. | "],
    );
    check(
        two_due(),
        |desk| desk.press("skip", "move-row", &[]),
        &expect!["Skipped: Thank-you. The application stays as it is. | "],
    );
}

#[test]
fn a_check_in() {
    check(
        check_in_due(),
        |desk| desk.press("sent", "move-row", &[]),
        &expect!["Saved. You asked where things stand. | "],
    );
    let next_week = |desk: &mut Desk| desk.press("later", "move-row", &[("to", "2026-11-17")]);
    check(check_in_due(), next_week, &expect!["Check-in moved to Tue 17 Nov. | "]);
    check(
        check_in_due(),
        |desk| desk.press("skip", "move-row", &[]),
        &expect!["Skipped: Check-in. The application stays as it is. | "],
    );
}

#[test]
fn the_question_whether_it_is_over() {
    check(
        question_due(),
        |desk| desk.press("close", "move-row", &[]),
        &expect!["You closed it: no answer. | "],
    );
    check(
        question_due(),
        |desk| desk.press("skip", "move-row", &[]),
        &expect!["Skipped: Last question. The application stays as it is. | "],
    );
    check(
        question_due(),
        |desk| desk.press("later", "move-row", &[("to", "2026-12-09")]),
        &expect!["Last question moved to Wed 9 Dec. | "],
    );
}

#[test]
fn a_check_in_that_was_let_go_is_why_there_is_none_left() {
    let mut desk = check_in_due();
    desk.press("skip", "move-row", &[]);
    desk.come_back("2026-12-02", gardener());
    expect!["Is it over? — today: Nothing has come since Mon 2 Nov, and you skipped the check-in on Wed 11 Nov. You can close it; a later reply opens it again."]
        .assert_eq(&desk.moves()[0]);
}

#[test]
fn who_is_thanked_and_asked_at_once_gets_one_note() {
    let mut desk = Desk::applied("2026-11-02");
    desk.come_back("2026-11-12", gardener());
    desk.log(
        "interviewed",
        &[("people", "Dana Kim, Jo Reed"), ("decide_by", "2026-11-13")],
    );
    desk.come_back("2026-11-17", gardener());
    let one_note = "You owe them thanks as well: one note can do both, and you tick off each.";
    let said = |desk: &Desk| desk.moves().iter().filter(|row| row.ends_with(one_note)).count();
    assert_eq!(said(&desk), 1, "{:?}", desk.moves());
    desk.log("thanked", &[("whom", "Jo Reed")]);
    assert_eq!(said(&desk), 1);
    desk.log("thanked", &[("whom", "Dana Kim")]);
    assert_eq!(said(&desk), 0);
}

#[test]
fn a_reply_after_closing_takes_it_up_again() {
    let mut desk = question_due();
    desk.press("close", "move-row", &[]);
    // On the same day as it was given up.
    desk.log("heard", &[]);
    expect!["In touch"].assert_eq(&desk.text("kept-card", "stage"));
    expect!["If you hear nothing, a check-in is due on Wed 9 Dec: five business days after your last exchange."]
        .assert_eq(&desk.text("kept-card", "next"));
}

#[test]
fn undoing_says_what_is_undone() {
    let mut desk = check_in_due();
    desk.press("sent", "move-row", &[]);
    desk.press("undo", "notice", &[]);
    expect!["Undone: You asked where things stand. | "].assert_eq(&desk.notice());
    desk.log("interviewed", &[("people", "Dana Kim"), ("decide_by", "2026-11-20")]);
    desk.press("undo", "notice", &[]);
    expect!["Undone: Interview with Dana Kim. | "].assert_eq(&desk.notice());
}

#[test]
fn of_an_application_nothing_reminds_any_more_until_they_act() {
    let retire = |desk: &mut Desk| desk.press("retire", "move-row", &[]);
    let expected = expect!["You wanted no more reminders. | "];
    check(check_in_due(), retire, &expected);
    check(two_due(), retire, &expected);
    check(question_due(), retire, &expected);

    let mut desk = check_in_due();
    retire(&mut desk);
    desk.come_back("2026-11-30", gardener());
    assert!(desk.moves().is_empty(), "{:?}", desk.moves());
    desk.log("heard", &[]);
    desk.come_back("2026-12-14", gardener());
    assert_eq!(desk.moves().len(), 1, "{:?}", desk.moves());
}

#[test]
fn what_has_ended_reminds_of_a_last_word_alone() {
    let mut desk = two_due();
    assert!(part(&desk.first("move-row"), "retire"));
    desk.log("rejected", &[]);
    desk.come_back("2026-11-18", gardener());
    let rows = desk.all("move-row");
    assert!(!rows.is_empty());
    assert!(rows.iter().all(|row| !part(row, "retire")));
    desk.press("retire", "move-row", &[]);
    expect!["This application has ended. Undo what ended it first. | "].assert_eq(&desk.notice());
    assert_eq!(desk.all("move-row"), rows);
}

/// The days that "Later" of the first row offers on a day.
#[track_caller]
fn check_later(mut desk: Desk, today: &str, expected: &expect_test::Expect) {
    desk.come_back(today, gardener());
    let row = desk.first("move-row");
    let (_, days) = row.lists.iter().find(|(name, _)| *name == "days").expect("days");
    let days: Vec<String> = days
        .iter()
        .map(|day| ["name", "day"].map(|slot| text(day, slot)).join(" "))
        .collect();
    expected.assert_eq(&days.join(", "));
}

#[test]
fn later_offers_days_on_which_it_would_be_sent() {
    check_later(
        check_in_due(),
        "2026-11-11",
        &expect!["Tomorrow Thu 12 Nov, In two days Fri 13 Nov, Next week Tue 17 Nov, The week after next Tue 24 Nov"],
    );
    check_later(
        check_in_due(),
        "2026-11-12",
        &expect!["Tomorrow Fri 13 Nov, Next week Tue 17 Nov, The week after next Tue 24 Nov"],
    );
    check_later(
        check_in_due(),
        "2026-11-13",
        &expect!["Next week Tue 17 Nov, The week after next Tue 24 Nov"],
    );
    check_later(
        check_in_due(),
        "2026-11-14",
        &expect!["Next week Tue 17 Nov, The week after next Tue 24 Nov"],
    );
    check_later(
        check_in_due(),
        "2026-11-15",
        &expect!["In two days Tue 17 Nov, The week after next Tue 24 Nov"],
    );
    check_later(
        two_due(),
        "2026-11-13",
        &expect!["Tomorrow Sat 14 Nov, In two days Sun 15 Nov, Next week Mon 16 Nov, The week after next Mon 23 Nov"],
    );
}

#[test]
fn later_needs_a_day_that_lies_ahead() {
    let mut desk = check_in_due();
    let row = desk.first("move-row");
    desk.press_on("later", &row, "", &[("to", "2026-11-11")]);
    expect!["Choose a day that lies ahead."].assert_eq(&desk.text("move-row", "error"));
    desk.press_on("later", &row, "", &[("to", "whenever")]);
    expect!["Choose a whole day: day, month and year."].assert_eq(&desk.text("move-row", "error"));
    assert_eq!(said(&desk.first("move-row")), said(&row));
}

#[test]
fn a_row_that_was_settled_elsewhere_says_so() {
    let mut desk = check_in_due();
    let mut other = Desk::at(&desk.world, gardener());
    other.press("sent", "move-row", &[]);
    desk.press("sent", "move-row", &[]);
    expect!["That was settled in the meantime; there is nothing left to do. | "].assert_eq(&desk.notice());
    assert!(desk.moves().is_empty());
}

#[test]
fn a_second_click_on_a_row_that_is_gone_means_nothing() {
    let mut desk = check_in_due();
    let row = desk.first("move-row");
    desk.press("sent", "move-row", &[]);
    let before = desk.notice();
    desk.press_on("sent", &row, "", &[]);
    assert_eq!(desk.notice(), before);
}

#[test]
fn an_answer_to_an_offer_is_put_off_no_further_than_its_day() {
    let world = Desk::applied("2026-11-02").world;
    let offered = What::Offered {
        written: true,
        answer_by: NaiveDate::from_ymd_opt(2026, 11, 4),
    };
    let id = applications(&world)[0].application();
    let offered = Command::Log(vec![(world.today().0, offered)]);
    block_on(carry_out(&world, Target::Kept(id), offered)).expect("carried out");
    let days = |today: &str| {
        world.turn_to(today);
        let rows = Desk::at(&world, gardener()).all("move-row");
        let days = |row: &Card| {
            let lists = row.lists.iter().filter(|(name, _)| *name == "days");
            let days: Vec<String> = lists.flat_map(|(_, days)| days).map(|day| day.key.clone()).collect();
            (part(row, "later"), days.join(" "))
        };
        rows.iter().map(days).collect::<Vec<_>>()
    };
    let to = |days: &str| (true, days.to_owned());
    assert_eq!(
        days("2026-11-02"),
        [to("2026-11-03 2026-11-04"), to("2026-11-03 2026-11-04")]
    );
    assert_eq!(days("2026-11-03"), [to("2026-11-04"), to("2026-11-04")]);
    for passed in ["2026-11-04", "2026-11-05"] {
        assert_eq!(days(passed), [(false, String::new()), (false, String::new())]);
    }
}

#[test]
fn a_day_of_the_users_own() {
    let mut desk = check_in_due();
    assert!(part(&desk.first("move-row"), "exactly"));
    // Nobody is asked on a Sunday, unless the user will have it so.
    desk.press("later", "move-row", &[("to", "2026-11-22"), ("exactly", "yes")]);
    expect!["Check-in set for Sun 22 Nov. | "].assert_eq(&desk.notice());
    expect!["If you hear nothing, a check-in is due on Sun 22 Nov. You set Sun 22 Nov for it yourself."]
        .assert_eq(&desk.text("kept-card", "next"));
    desk.press("undo", "notice", &[]);
    desk.press("later", "move-row", &[("to", "2026-11-22")]);
    expect!["If you hear nothing, a check-in is due on Tue 24 Nov. You moved it to Sun 22 Nov. It was moved from a Monday to the next business day."]
        .assert_eq(&desk.text("kept-card", "next"));
    // Where no weekday matters there is nothing to choose.
    let desk = two_due();
    assert!(!part(&desk.first("move-row"), "exactly"));
}

#[test]
fn what_comes_next_has_all_that_does() {
    let mut desk = Desk::applied("2026-11-02");
    desk.log("invited", &[("day", "2026-11-05"), ("people", "Dana Kim")]);
    expect!["Your interview is on Thu 5 Nov. A thank-you to Dana Kim is due on Fri 6 Nov. If you hear nothing, a check-in is due on Thu 12 Nov: five business days after the interview."].assert_eq(&desk.text("kept-card", "next"));
    desk.come_back("2026-11-05", gardener());
    expect!["It is your move now: ask at the end of your interview how to stay in touch. Your interview is today. At the end, ask: when will you decide? How would you like me to stay in touch? Whom should I write to? May I check in? A thank-you to Dana Kim is due tomorrow. If you hear nothing, a check-in is due on Thu 12 Nov: five business days after the interview."].assert_eq(&desk.text("kept-card", "next"));
    desk.come_back("2026-11-06", gardener());
    expect!["It is your move now: write down what they said and thank Dana Kim for the interview. If you hear nothing, a check-in is due on Thu 12 Nov: five business days after the interview."].assert_eq(&desk.text("kept-card", "next"));
}

#[test]
fn an_offer_is_acknowledged_and_answered_and_told_of_once() {
    let mut desk = Desk::applied("2026-11-02");
    desk.come_back("2026-11-05", gardener());
    desk.log("offered", &[("written", "yes"), ("answer_by", "2026-11-06")]);
    assert_eq!(desk.moves().len(), 2);
    let next = desk.text("kept-card", "next");
    assert_eq!(next.matches("They offered you the job in writing").count(), 1, "{next}");
    assert!(!next.contains("can wait"), "{next}");
    assert!(
        desk.moves().iter().all(|row| !row.contains("can wait")),
        "{:?}",
        desk.moves()
    );
}
