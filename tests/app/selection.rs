//! What is selected on the page is taken over into a field.

use expect_test::expect;
use your_move::app::Drafts as _;
use your_move::capture::PageSnapshot;

use super::desk::{Desk, gardener, page, part, text, value};
use super::world::Model;

/// The gardener's posting, with something selected on it.
fn selected(selection: &str) -> PageSnapshot {
    PageSnapshot {
        selection: selection.to_owned(),
        ..gardener()
    }
}

fn desk(selection: &str) -> Desk {
    Desk::at(&Model::on("2026-11-02"), selected(selection))
}

#[track_caller]
fn check(field: &str, selection: &str, expected: &str) {
    let mut desk = desk(selection);
    desk.press(&format!("take_{field}"), "capture-card", &[("reference", "A-17")]);
    let card = desk.first("capture-card");
    assert_eq!(value(&card, field), expected, "{field}");
    let said = if field == "reference" { expected } else { "A-17" };
    assert_eq!(value(&card, "reference"), said, "what else was typed stays");
    // It is as good as typed.
    let again = Desk::at(&desk.world, selected(""));
    assert_eq!(
        value(&again.first("capture-card"), field),
        expected,
        "{field} is there again"
    );
}

#[test]
fn each_field_takes_it_in_its_own_way() {
    check("title", " Head\u{202e} gardener \n (m/w/d)", "Head gardener (m/w/d)");
    check("company", "Employer: Northwind & Sons", "Northwind & Sons");
    check("place", "Porto, Portugal\nLisbon", "Porto, Portugal; Lisbon");
    check("workplace", "3 days remote, hybrid", "hybrid");
    check("pay", "£30k–£35k per annum, depending", "30,000–35,000 GBP a year");
    check("posted", "Posted on 1 November 2026", "2026-11-01");
    check("closes", "until 4 December 2026", "2026-12-04");
    check("contact", "Dana Kim", "Dana Kim");
    check(
        "contact_email",
        "Dana Kim <dana@northwind.example>.",
        "dana@northwind.example",
    );
    check("reference", "Reference: N-4711", "N-4711");
    check(
        "apply",
        "https://northwind.example/apply",
        "https://northwind.example/apply",
    );
    check("description", "Roses.\n\n\nAnd hedges.", "Roses.\n\nAnd hedges.");
}

#[test]
fn several_boxes_are_ticked_at_once() {
    let mut desk = desk("Full-time, contract");
    desk.press("take_employment", "capture-card", &[]);
    let card = desk.first("capture-card");
    let field = card
        .fields
        .iter()
        .find(|field| field.name == "employment")
        .expect("boxes");
    assert_eq!(field.values, ["full_time", "contract"]);
}

#[test]
fn what_says_nothing_of_the_kind_is_refused_beside_the_field() {
    for (field, slot) in [
        ("pay", "pay_error"),
        ("closes", "closes_error"),
        ("workplace", "error"),
        ("apply", "apply_error"),
    ] {
        let mut desk = desk("Roses and hedges");
        desk.press(&format!("take_{field}"), "capture-card", &[("company", "Northwi")]);
        let card = desk.first("capture-card");
        expect!["What is selected on the page says nothing of the kind."].assert_eq(&text(&card, slot));
        assert!(
            card.fields.iter().any(|known| known.name == field && known.invalid),
            "{field}"
        );
        assert_eq!(value(&card, "company"), "Northwi");
        // It can be kept all the same.
        desk.press("save", "capture-card", &[("company", "Northwind")]);
        assert_eq!(desk.text("kept-card", "company"), "Northwind");
    }
}

#[test]
fn the_card_says_what_is_selected() {
    let takes = |desk: &Desk| desk.first("capture-card").marks.contains(&("takes", "yes"));
    let one = desk("£30k");
    expect!["Selected on the page: “£30k”"].assert_eq(&one.text("capture-card", "selected"));
    assert!(takes(&one));
    let none = desk(" \n ");
    assert_eq!(
        (none.text("capture-card", "selected").as_str(), takes(&none)),
        ("", false)
    );
    let long = desk(&"rose ".repeat(10_000)).text("capture-card", "selected");
    assert!(long.ends_with("rose …”") && long.chars().count() < 120, "{long}");
}

#[test]
fn a_guess_that_was_replaced_is_no_guess_any_more() {
    let list = PageSnapshot {
        selection: "Cook of the northern light".to_owned(),
        address: "https://northwind.example/careers".to_owned(),
        title: "Open positions".to_owned(),
        json_ld: ["Gardener", "Pilot"]
            .map(|title| page("", title, "Northwind", "").json_ld.concat())
            .into(),
        ..PageSnapshot::default()
    };
    let mut desk = Desk::at(&Model::on("2026-11-02"), list);
    let slip = desk.first("unreadable-card");
    desk.press_on("take", &slip, "0", &[]);
    desk.press("take_title", "capture-card", &[]);
    let card = desk.first("capture-card");
    let uncertain = |name: &str| card.fields.iter().any(|field| field.name == name && field.uncertain);
    assert_eq!((uncertain("title"), uncertain("company")), (false, true));
}

#[test]
fn it_is_there_for_what_is_written_by_hand() {
    let nothing = PageSnapshot {
        address: "https://northwind.example/about".to_owned(),
        selection: "Lighthouse keeper".to_owned(),
        ..PageSnapshot::default()
    };
    let mut desk = Desk::at(&Model::on("2026-11-02"), nothing);
    desk.press("manual", "unreadable-card", &[]);
    desk.press("take_title", "capture-card", &[]);
    desk.press("save", "capture-card", &[]);
    assert_eq!(desk.text("kept-card", "title"), "Lighthouse keeper");
}

#[test]
fn what_is_no_field_takes_nothing() {
    let mut desk = desk("£30k");
    for name in ["take_", "take_address", "take_applied_on"] {
        desk.press(name, "capture-card", &[]);
        assert!(!part(&desk.first("capture-card"), "restored"));
        assert!(desk.world.places().is_empty(), "nothing is put by");
    }
}
