//! What happened to a kept application: interviews, replies, a no; and taking it back.

use expect_test::expect;
use pollster::block_on;
use your_move::app::overview;

use super::desk::{Desk, gardener, said, text};

#[test]
fn an_interview_that_took_place() {
    let mut desk = Desk::applied("2026-11-02");
    desk.come_back("2026-11-12", gardener());
    let typed = [
        ("on", "2026-11-10"),
        ("people", "Dana Kim, M. Lee"),
        ("decide_by", "2026-11-20"),
    ];
    desk.log("interviewed", &typed);
    expect![[r#"
        Tue 10 Nov They will decide by Fri 20 Nov
        Tue 10 Nov Interview with Dana Kim and M. Lee
        Mon 2 Nov You applied
        Mon 2 Nov You saved the posting"#]]
    .assert_eq(&desk.timeline().join("\n"));
    expect![[r#"
        Thank Dana Kim for the interview — late: You had an interview on Tue 10 Nov. A short note is good manners; it does not count as a check-in.
        Thank M. Lee for the interview — late: You had an interview on Tue 10 Nov. A short note is good manners; it does not count as a check-in."#]].assert_eq(&desk.moves().join("\n"));
    assert_eq!(desk.world.badge().0, "3");
}

#[test]
fn an_interview_that_is_booked_and_then_held() {
    let mut desk = Desk::applied("2026-11-02");
    let typed = [("on", "2026-11-12"), ("people", "Dana Kim"), ("round", "final")];
    desk.log("interviewed", &typed);
    expect!["Saved. They invited you to the final round on Thu 12 Nov with Dana Kim. | "].assert_eq(&desk.notice());
    assert_eq!(desk.moves(), [""; 0]);
    desk.come_back("2026-11-13", gardener());
    expect!["Thank Dana Kim for the interview — today: An interview was booked for yesterday. A short note is good manners; it does not count as a check-in."].assert_eq(&desk.moves().join("\n"));
    desk.press("sent", "move-row", &[]);
    // Nobody is named again: they stand in the invitation.
    desk.log("interviewed", &[("on", "2026-11-12"), ("round", "final")]);
    assert_eq!(desk.moves(), [""; 0]);
    expect![[r#"
        Fri 13 Nov You thanked Dana Kim
        Thu 12 Nov Final round with Dana Kim
        Mon 2 Nov They invited you to the final round on Thu 12 Nov with Dana Kim
        Mon 2 Nov You applied
        Mon 2 Nov You saved the posting"#]]
    .assert_eq(&desk.timeline().join("\n"));
}

#[test]
fn an_interview_that_was_held_on_another_day_than_booked() {
    let mut desk = Desk::applied("2026-11-02");
    let typed = [
        ("on", "2026-11-12"),
        ("people", "Dana Kim"),
        ("decide_by", "2026-11-27"),
    ];
    desk.log("interviewed", &typed);
    desk.come_back("2026-11-16", gardener());
    desk.press("sent", "move-row", &[]);
    desk.log("interviewed", &[("on", "2026-11-13")]);
    // It is one interview: nobody is thanked twice, and the day they named at the invitation still stands.
    assert_eq!(desk.moves(), [""; 0]);
    expect!["It is your move now: write down what they said. If you hear nothing, a check-in is due on Fri 20 Nov: five business days after the interview."]
        .assert_eq(&desk.text("kept-card", "next"));
}

#[test]
fn an_interview_that_comes_before_the_one_booked_is_another() {
    let mut desk = Desk::applied("2026-11-02");
    desk.log("interviewed", &[("on", "2026-11-12")]);
    desk.come_back("2026-11-10", gardener());
    desk.log("interviewed", &[("on", "2026-11-09")]);
    assert_eq!(desk.moves().len(), 1);
    desk.come_back("2026-11-13", gardener());
    assert_eq!(desk.moves().len(), 2);
}

#[test]
fn an_interview_after_one_that_was_thanked_for_is_another() {
    let mut desk = Desk::applied("2026-11-02");
    desk.log("interviewed", &[("on", "2026-11-12")]);
    desk.come_back("2026-11-13", gardener());
    desk.press("sent", "move-row", &[]);
    desk.come_back("2026-11-17", gardener());
    desk.log("interviewed", &[("on", "2026-11-17")]);
    assert_eq!(desk.moves().len(), 1);
}

#[test]
fn a_reply_and_a_question() {
    let mut desk = Desk::applied("2026-11-02");
    desk.log("heard", &[("note", "Still deciding"), ("decide_by", "2026-11-13")]);
    expect!["If you hear nothing, a check-in is due on Tue 17 Nov: two business days after the day they named."]
        .assert_eq(&desk.text("kept-card", "next"));
    desk.log("heard", &[("asks", "on")]);
    expect!["It is your move now: answer them. They asked you something today."]
        .assert_eq(&desk.text("kept-card", "next"));
}

#[test]
fn a_no_ends_it_and_can_be_taken_back() {
    let mut desk = Desk::applied("2026-11-02");
    desk.come_back("2026-11-18", gardener());
    assert_eq!(desk.moves().len(), 1);
    desk.log("rejected", &[]);
    assert_eq!(desk.moves(), [""; 0]);
    assert_eq!(desk.world.badge().0, "");
    expect!["Rejected"].assert_eq(&desk.text("kept-card", "stage"));
    desk.press("undo", "notice", &[]);
    assert_eq!(desk.moves().len(), 1);
    assert_eq!(desk.world.badge().0, "1");
    desk.press("undo", "notice", &[]);
    assert_eq!(desk.moves(), [""; 0]);
}

#[test]
fn each_thing_in_the_timeline_can_be_undone() {
    let mut desk = Desk::applied("2026-11-02");
    desk.log("heard", &[("note", "Hello")]);
    let rows = desk.all("event-row");
    let reply = rows
        .iter()
        .find(|row| text(row, "text").contains("Hello"))
        .expect("the reply");
    let card = desk.first("kept-card");
    desk.press_on("undo", &card, &reply.key, &[]);
    assert_eq!(desk.timeline().len(), rows.len() - 1);
    // A second click on what is gone by then takes nothing more back.
    let before = desk.notice();
    desk.press_on("undo", &card, &reply.key, &[]);
    assert_eq!(desk.notice(), before);
}

#[test]
fn undoing_a_save_is_as_if_it_had_never_been_kept() {
    let mut desk = Desk::applied("2026-11-02");
    desk.press("undo", "notice", &[]);
    assert_eq!(desk.first("capture-card").key, "posting");
    assert_eq!(super::sound::links(&desk.world).len(), 0);
    assert_eq!(
        block_on(overview(&desk.world)).expect("an overview").head.applications,
        0
    );
    desk.press("undo", "notice", &[]);
    assert_eq!(desk.text("kept-card", "title"), "Gardener");
}

#[test]
fn a_save_that_is_undone_twice_over_does_not_take_a_page_that_was_kept_anew() {
    let mut desk = Desk::applied("2026-11-02");
    desk.press("undo", "notice", &[]);
    let mut other = Desk::at(&desk.world, gardener());
    other.press("save", "capture-card", &[]);
    desk.press("undo", "notice", &[]);
    let card = desk.first("kept-card");
    assert_eq!(
        card.key.split(' ').next(),
        other.first("kept-card").key.split(' ').next()
    );
    expect!["This page is saved already; here it is. | "].assert_eq(&desk.notice());
}

/// What is said in a slot of a card after a button was pressed, which must leave the card's fields as they were.
#[track_caller]
fn complaint(desk: &mut Desk, name: &str, template: &str, typed: (&str, &str), slot: &str) -> String {
    let before = desk.first(template);
    desk.press(name, template, &[typed]);
    let card = desk.first(template);
    assert_eq!((&card.key, said(&card)), (&before.key, said(&before)));
    format!("{} {:?}: {}\n", typed.0, typed.1, text(&card, slot))
}

#[test]
fn a_refusal_stands_at_its_place_and_what_was_typed_stays() {
    let mut desk = Desk::applied("2026-11-02");
    let complaints: String = [
        ("interviewed", ("on", "")),
        ("interviewed", ("decide_by", "2026-10-30")),
        ("heard", ("on", "2026-12-01")),
        ("heard", ("on", "1989-12-31")),
        ("rejected", ("on", "soon")),
        ("invited", ("day", "soon")),
        ("invited", ("time", "noon")),
        ("invited", ("link", "javascript:alert(1)")),
        ("undertook", ("what", "A task")),
        ("undertook", ("what", "")),
        ("noted", ("note", " ")),
    ]
    .into_iter()
    .map(|(entry, typed)| {
        let card = desk.first("kept-card");
        desk.press_on("log", &card, entry, &[]);
        let before = desk.first("entry-form");
        desk.keep(&[typed]);
        let form = desk.first("entry-form");
        assert_eq!((&form.key, said(&form)), (&before.key, said(&before)));
        format!("{} {:?}: {}\n", typed.0, typed.1, text(&form, "error"))
    })
    .collect();
    expect![[r#"
        on "": Choose a whole day: day, month and year.
        decide_by "2026-10-30": The day they named lies before the day on which they said it. Check both days.
        on "2026-12-01": That day has not come yet. Choose today or an earlier day.
        on "1989-12-31": That day is too far away. Check the year.
        on "soon": Choose a whole day: day, month and year.
        day "soon": Choose a whole day: day, month and year.
        time "noon": Write the time as in 14:30, or leave it empty.
        link "javascript:alert(1)": Write the link as in “https://example.org/abc”, or leave it empty.
        what "A task": Choose a whole day: day, month and year.
        what "": Write something first.
        note " ": Write something first.
    "#]]
    .assert_eq(&complaints);
}

#[test]
fn a_refusal_of_a_new_posting_stands_beside_its_field() {
    let mut desk = Desk::at(&super::world::Model::on("2026-11-02"), gardener());
    let complaints: String = [
        (("pay", "a lot"), "pay_error"),
        (("closes", "soon"), "closes_error"),
        (("posted", "then"), "posted_error"),
        (("applied_on", "2026-11-03"), "error"),
    ]
    .into_iter()
    .map(|(typed, slot)| complaint(&mut desk, "applied", "capture-card", typed, slot))
    .collect();
    expect![[r#"
        pay "a lot": Write the pay as in “80,000–95,000 EUR a year”, or leave it empty.
        closes "soon": Choose a whole day: day, month and year.
        posted "then": Choose a whole day: day, month and year.
        applied_on "2026-11-03": That day has not come yet. Choose today or an earlier day.
    "#]]
    .assert_eq(&complaints);
    desk.press("applied", "capture-card", &[("title", ""), ("company", "")]);
    expect!["Give it a title or a company, so that you can find it again."]
        .assert_eq(&desk.text("capture-card", "title_error"));
    assert!(desk.world.kept().is_empty());
}
