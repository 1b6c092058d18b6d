//! The message of a row: it is looked over in the popup and sent elsewhere.

use expect_test::expect;
use pollster::block_on;
use your_move::app::change_settings;
use your_move::archive::Choices;
use your_move::domain::Line;
use your_move::view::{Card, Link};

use super::desk::{Desk, gardener, part, text, value};

/// The gardener, applied so long ago that a check-in is due, with its message open.
fn written() -> Desk {
    let mut desk = Desk::applied("2026-11-02");
    desk.come_back("2026-11-12", gardener());
    desk.press("write", "move-row", &[]);
    desk
}

/// Types into the message that is open, or presses something on it.
fn on_letter(desk: &mut Desk, name: &str, typed: &[(&str, &str)]) {
    let fields = desk.first("letter").fields;
    let row = Card {
        fields,
        ..desk.first("move-row")
    };
    desk.press_on(name, &row, "letter", typed);
}

fn link(desk: &Desk, name: &str) -> String {
    let letter = desk.first("letter");
    let slot = letter
        .slots
        .into_iter()
        .find(|(known, _)| *known == name)
        .expect("a link")
        .1;
    slot.link.as_ref().map(Link::as_str).unwrap_or_default().to_owned()
}

#[test]
fn the_message_of_a_row_opens_in_it_filled() {
    let desk = written();
    let letter = desk.first("letter");
    expect!["My application for the role of Gardener at Northwind"].assert_eq(&value(&letter, "subject"));
    expect![[r#"
        Hello,

        I applied for the role of Gardener at Northwind on 2 November, and I am still very interested in it.

        May I ask where things stand, and when you expect to take the next step? If you need anything else from me, I will gladly send it.

        Kind regards"#]].assert_eq(&value(&letter, "body"));
    expect!["mailto:?subject=My%20application%20for%20the%20role%20of%20Gardener%20at%20Northwind&body=Hello%2C%0D%0A%0D%0AI%20applied%20for%20the%20role%20of%20Gardener%20at%20Northwind%20on%202%20November%2C%20and%20I%20am%20still%20very%20interested%20in%20it.%0D%0A%0D%0AMay%20I%20ask%20where%20things%20stand%2C%20and%20when%20you%20expect%20to%20take%20the%20next%20step%3F%20If%20you%20need%20anything%20else%20from%20me%2C%20I%20will%20gladly%20send%20it.%0D%0A%0D%0AKind%20regards"].assert_eq(&link(&desk, "program"));
    expect!["https://mail.google.com/mail/?view=cm&fs=1&su=My%20application%20for%20the%20role%20of%20Gardener%20at%20Northwind&body=Hello%2C%0D%0A%0D%0AI%20applied%20for%20the%20role%20of%20Gardener%20at%20Northwind%20on%202%20November%2C%20and%20I%20am%20still%20very%20interested%20in%20it.%0D%0A%0D%0AMay%20I%20ask%20where%20things%20stand%2C%20and%20when%20you%20expect%20to%20take%20the%20next%20step%3F%20If%20you%20need%20anything%20else%20from%20me%2C%20I%20will%20gladly%20send%20it.%0D%0A%0D%0AKind%20regards"].assert_eq(&link(&desk, "gmail"));
    expect!["https://outlook.office.com/mail/deeplink/compose?subject=My%20application%20for%20the%20role%20of%20Gardener%20at%20Northwind&body=Hello%2C%0D%0A%0D%0AI%20applied%20for%20the%20role%20of%20Gardener%20at%20Northwind%20on%202%20November%2C%20and%20I%20am%20still%20very%20interested%20in%20it.%0D%0A%0D%0AMay%20I%20ask%20where%20things%20stand%2C%20and%20when%20you%20expect%20to%20take%20the%20next%20step%3F%20If%20you%20need%20anything%20else%20from%20me%2C%20I%20will%20gladly%20send%20it.%0D%0A%0D%0AKind%20regards"].assert_eq(&link(&desk, "outlook"));
}

#[test]
fn a_message_without_a_name_below_it_says_so() {
    let mut desk = written();
    assert!(part(&desk.first("letter"), "unsigned"));
    let sign = |choices: &mut Choices| {
        choices.messages.sender = Line::new("Ada King");
        Ok(())
    };
    block_on(change_settings(&desk.world, Box::new(sign))).expect("kept");
    desk.come_back("2026-11-12", gardener());
    desk.press("write", "move-row", &[]);
    let letter = desk.first("letter");
    assert!(!part(&letter, "unsigned"));
    assert!(value(&letter, "body").ends_with("Kind regards,\nAda King"));
}

#[test]
fn what_is_typed_is_what_the_links_open() {
    let mut desk = written();
    on_letter(
        &mut desk,
        "letter",
        &[("subject", "A & B"), ("body", "Hello,\r\nit is me.")],
    );
    let expected = "mailto:?subject=A%20%26%20B&body=Hello%2C%0D%0Ait%20is%20me.";
    assert_eq!(link(&desk, "program"), expected);
    // Another manner has other words, and what was typed is there again with its own.
    on_letter(&mut desk, "letter", &[("manner", "brief")]);
    assert!(value(&desk.first("letter"), "body").contains("Best regards"));
    assert_eq!(value(&desk.first("letter"), "manner"), "brief");
    on_letter(&mut desk, "letter", &[("manner", "warm")]);
    assert_eq!(link(&desk, "program"), expected);
    // Too long for an address: the mail program and the clipboard are left.
    on_letter(&mut desk, "letter", &[("body", &"x".repeat(20_000))]);
    assert_eq!(text(&desk.first("letter"), "gmail"), "");
    assert!(link(&desk, "program").len() > 20_000);
}

#[test]
fn a_message_logs_nothing_until_it_was_sent() {
    let mut desk = Desk::applied("2026-11-02");
    desk.come_back("2026-11-12", gardener());
    let before = desk.world.kept();
    desk.press("write", "move-row", &[]);
    on_letter(&mut desk, "letter", &[("body", "Hello.")]);
    on_letter(&mut desk, "copy", &[]);
    assert_eq!(text(&desk.first("letter"), "copied"), "Copied.");
    on_letter(&mut desk, "letter", &[("body", "Hello!")]);
    assert_eq!(text(&desk.first("letter"), "copied"), "");
    assert_eq!(desk.world.kept(), before);
    desk.press("sent", "move-row", &[]);
    assert_eq!(desk.all("letter"), []);
    assert!(
        desk.notice().contains("You asked where things stand"),
        "{}",
        desk.notice()
    );
    desk.press("undo", "notice", &[]);
    assert_eq!(desk.all("letter"), []);
    assert_eq!(desk.moves().len(), 1);
}

#[test]
fn it_is_put_away_by_either_button() {
    let mut desk = written();
    on_letter(&mut desk, "cancel", &[]);
    assert_eq!(desk.all("letter"), []);
    desk.press("write", "move-row", &[]);
    assert_eq!(desk.all("letter").len(), 1);
    desk.press("write", "move-row", &[]);
    assert_eq!(desk.all("letter"), []);
}

/// The window is closed, and opened again on that day.
fn reopened(desk: &Desk, today: &str) -> Desk {
    let mut desk = Desk::at(&desk.world, gardener());
    desk.come_back(today, gardener());
    desk.press("write", "move-row", &[]);
    desk
}

#[test]
fn what_was_typed_outlives_the_window() {
    let mut desk = written();
    on_letter(
        &mut desk,
        "letter",
        &[("subject", "A"), ("body", "Hello.\r\nIt is me.")],
    );
    let mut desk = reopened(&desk, "2026-11-13");
    let letter = desk.first("letter");
    assert_eq!(
        (value(&letter, "subject"), part(&letter, "restored")),
        ("A".to_owned(), true)
    );
    assert_eq!(value(&letter, "body"), "Hello.\nIt is me.");
    // What nobody touched is filled anew, and how it was to sound is known.
    on_letter(&mut desk, "letter", &[("manner", "brief")]);
    assert!(value(&desk.first("letter"), "body").contains("Best regards"));
    let mut desk = reopened(&desk, "2026-11-13");
    assert_eq!(value(&desk.first("letter"), "manner"), "brief");
    on_letter(&mut desk, "letter", &[("manner", "warm")]);
    assert_eq!(value(&desk.first("letter"), "subject"), "A");
    // Putting it away is not giving it up.
    on_letter(&mut desk, "cancel", &[]);
    desk.press("write", "move-row", &[]);
    assert_eq!(value(&desk.first("letter"), "subject"), "A");
    on_letter(&mut desk, "discard", &[]);
    for desk in [&desk, &reopened(&desk, "2026-11-13")] {
        let letter = desk.first("letter");
        assert!(value(&letter, "subject").starts_with("My application"));
        assert!(!part(&letter, "restored"));
    }
}

#[test]
fn what_nobody_typed_is_not_put_by() {
    let mut desk = written();
    on_letter(&mut desk, "letter", &[("manner", "brief")]);
    let letter = reopened(&desk, "2026-11-12").first("letter");
    assert_eq!(
        (value(&letter, "manner").as_str(), part(&letter, "restored")),
        ("warm", false)
    );
}

#[test]
fn what_was_typed_is_kept_until_it_is_sent() {
    let mut desk = written();
    on_letter(&mut desk, "letter", &[("body", "Hello.")]);
    desk.press_on("later", &desk.first("move-row"), "2026-11-13", &[]);
    assert_eq!(desk.all("letter"), []);
    let mut desk = reopened(&desk, "2026-11-13");
    assert_eq!(value(&desk.first("letter"), "body"), "Hello.");
    desk.press("sent", "move-row", &[]);
    desk.press("undo", "notice", &[]);
    desk.press("write", "move-row", &[]);
    assert_ne!(value(&desk.first("letter"), "body"), "Hello.");
}

#[test]
fn how_it_went_is_for_the_user_alone() {
    let mut desk = Desk::applied("2026-11-02");
    desk.come_back("2026-11-12", gardener());
    let typed = [
        ("people", "Dana Kim"),
        ("note", "Badly. I was nervous."),
        ("point", "How you test"),
    ];
    desk.log("interviewed", &typed);
    desk.press("write", "move-row", &[]);
    let body = value(&desk.first("letter"), "body");
    assert!(body.contains("One point has stayed with me: How you test."), "{body}");
    assert!(!body.contains("nervous") && !body.contains("Badly"), "{body}");
    // Without a point there is none.
    desk.press("undo", "notice", &[]);
    desk.log(
        "interviewed",
        &[("people", "Dana Kim"), ("note", "Badly. I was nervous.")],
    );
    desk.press("write", "move-row", &[]);
    let body = value(&desk.first("letter"), "body");
    assert!(!body.contains("One point") && !body.contains("Badly"), "{body}");
}

#[test]
fn a_message_is_not_sent_in_a_way_that_they_refuse() {
    let mut desk = Desk::applied("2026-11-02");
    desk.log("preferred", &[("channel", "phone"), ("refused", "email")]);
    desk.come_back("2026-11-12", gardener());
    expect!["Gardener · Northwind · by phone"].assert_eq(&text(&desk.first("move-row"), "whom"));
    desk.press("write", "move-row", &[]);
    let ways = ["program", "gmail", "outlook"].map(|name| text(&desk.first("letter"), name));
    assert_eq!(ways, ["", "", ""]);
    expect!["They want no e-mail; they prefer the phone."].assert_eq(&text(&desk.first("letter"), "refused"));
    // They think better of it.
    on_letter(&mut desk, "cancel", &[]);
    desk.log("preferred", &[("channel", "email")]);
    desk.press("write", "move-row", &[]);
    assert_eq!(text(&desk.first("letter"), "refused"), "");
    assert!(link(&desk, "program").starts_with("mailto:"));
}

#[test]
fn what_one_person_refuses_is_theirs() {
    let mut desk = Desk::applied("2026-11-02");
    desk.come_back("2026-11-09", gardener());
    desk.log("interviewed", &[("people", "Dana Kim, J. Ortiz")]);
    desk.log("preferred", &[("person", "Dana Kim"), ("refused", "email")]);
    let sentence = |desk: &mut Desk, row: usize| {
        let row = desk.all("move-row").remove(row);
        desk.press_on("write", &row, "", &[]);
        text(&desk.first("letter"), "refused")
    };
    expect!["They want no e-mail. Copy the message, and reach them in another way."].assert_eq(&sentence(&mut desk, 0));
    assert_eq!(sentence(&mut desk, 1), "");
    // What is said for everybody does not take back what one person asked for.
    desk.log("preferred", &[("channel", "email")]);
    assert_ne!(sentence(&mut desk, 0), "");
}

#[test]
fn a_second_thank_you_says_that_there_was_a_first() {
    let mut desk = Desk::applied("2026-11-02");
    desk.come_back("2026-11-10", gardener());
    desk.log("interviewed", &[("people", "Dana Kim, Jon Reed")]);
    let thanks = |desk: &Desk| {
        let rows = desk.all("move-row").into_iter();
        let mut rows = rows.filter(|row| text(row, "heading").starts_with("Thank "));
        rows.next().expect("a thank-you")
    };
    let first = thanks(&desk);
    desk.press_on("write", &first, "", &[]);
    assert_eq!(text(&desk.first("letter"), "again"), "");
    desk.press_on("sent", &first, "", &[]);
    let second = thanks(&desk);
    desk.press_on("write", &second, "", &[]);
    assert_eq!(
        text(&desk.first("letter"), "again"),
        "You thanked somebody there today already. Use other words here: they may compare notes."
    );
}
