//! The plus at the top: an application is written down by hand beside whatever page is open.

use your_move::capture::PageSnapshot;

use super::desk::{Desk, gardener, page, part, text, value};
use super::world::Model;

const NORTHWIND: &str = "https://northwind.example/jobs/1";

/// Two postings on one page.
fn list() -> PageSnapshot {
    let second = page("https://northwind.example/jobs/2", "Pilot", "Northwind", "");
    let mut list = page("https://northwind.example/jobs", "Gardener", "Northwind", "");
    list.json_ld.extend(second.json_ld);
    list
}

fn posting() -> Desk {
    Desk::at(&Model::on("2026-11-02"), gardener())
}

/// What the popup shows of the page: a card's template and key, and its title.
fn shown(desk: &Desk) -> Vec<(&'static str, String, String)> {
    let cards = desk.card().lists.into_iter().filter(|(list, _)| *list == "page");
    cards
        .flat_map(|(_, cards)| cards)
        .map(|card| (card.template, card.key.clone(), text(&card, "title")))
        .collect()
}

/// An application that is written by hand on a page leaves the page as it was: at once, after "back", and another time.
#[track_caller]
fn check(mut desk: Desk, snapshot: &PageSnapshot) {
    let before = shown(&desk);
    desk.write_by_hand();
    assert_eq!(desk.first("capture-card").key, "manual");
    desk.press("back", "capture-card", &[]);
    assert_eq!(shown(&desk), before);
    desk.write_by_hand();
    desk.press("save", "capture-card", &[("title", "Lighthouse keeper")]);
    assert_eq!(desk.text("kept-card", "title"), "Lighthouse keeper");
    desk.press("back", "kept-card", &[]);
    assert_eq!(shown(&desk), before);
    assert_eq!(shown(&Desk::at(&desk.world, snapshot.clone())), before);
}

#[test]
fn beside_a_posting() {
    check(posting(), &gardener());
}

#[test]
fn beside_several() {
    check(Desk::at(&Model::on("2026-11-02"), list()), &list());
}

#[test]
fn beside_a_page_that_is_kept() {
    check(Desk::applied("2026-11-02"), &gardener());
}

#[test]
fn on_a_page_without_a_posting_it_is_the_pages_own() {
    let nothing = PageSnapshot {
        address: NORTHWIND.to_owned(),
        ..PageSnapshot::default()
    };
    let mut desk = Desk::at(&Model::on("2026-11-02"), nothing.clone());
    desk.write_by_hand();
    desk.press("save", "capture-card", &[("title", "Lighthouse keeper")]);
    let desk = Desk::at(&desk.world, nothing);
    assert_eq!(desk.text("kept-card", "title"), "Lighthouse keeper");
}

#[test]
fn before_the_page_is_read() {
    let mut desk = Desk::unread(&Model::on("2026-11-02"));
    desk.write_by_hand();
    desk.see(NORTHWIND, Ok(gardener()));
    assert_eq!(desk.first("capture-card").key, "manual");
    desk.press("back", "capture-card", &[]);
    assert_eq!(desk.first("capture-card").key, "posting");
}

#[test]
fn what_was_looked_for_makes_way() {
    let mut desk = Desk::applied("2026-11-02");
    desk.look_for("gardener");
    desk.write_by_hand();
    assert!(part(&desk.card(), "page") && desk.all("found-row").is_empty());
    // Pressed once more it is the same form.
    desk.look_for("gardener");
    desk.write_by_hand();
    assert!(part(&desk.card(), "page"));
    desk.press("back", "capture-card", &[]);
    assert_eq!(desk.text("kept-card", "title"), "Gardener");
}

#[test]
fn what_was_typed_in_either_is_there_again() {
    let mut desk = posting();
    desk.leave_capture(&[("company", "Northwi")]);
    desk.write_by_hand();
    desk.leave_capture(&[("title", "Lighthouse kee")]);
    // Another time the posting is what is shown first.
    let mut desk = Desk::at(&desk.world, gardener());
    let card = desk.first("capture-card");
    assert_eq!(
        (card.key.as_str(), value(&card, "company").as_str()),
        ("posting", "Northwi")
    );
    desk.write_by_hand();
    let card = desk.first("capture-card");
    assert_eq!(
        (value(&card, "title").as_str(), part(&card, "restored")),
        ("Lighthouse kee", true)
    );
    // Going back gives up the one and leaves the other.
    desk.press("back", "capture-card", &[]);
    assert_eq!(value(&desk.first("capture-card"), "company"), "Northwi");
    desk.write_by_hand();
    let card = desk.first("capture-card");
    assert_eq!((value(&card, "title").as_str(), part(&card, "restored")), ("", false));
}

#[test]
fn a_posting_without_an_address_has_a_place_of_its_own_too() {
    let posting = || PageSnapshot {
        address: String::new(),
        json_ld: vec![gardener().json_ld.concat().replace(NORTHWIND, "")],
        ..gardener()
    };
    let mut desk = Desk::at(&Model::on("2026-11-02"), posting());
    desk.leave_capture(&[("company", "Northwi")]);
    desk.write_by_hand();
    desk.leave_capture(&[("title", "Lighthouse kee")]);
    let desk = Desk::at(&desk.world, posting());
    assert_eq!(value(&desk.first("capture-card"), "company"), "Northwi");
}

#[test]
fn an_entry_that_was_begun_on_a_kept_page() {
    let mut desk = Desk::applied("2026-11-02");
    let card = desk.first("kept-card");
    desk.press_on("log", &card, "heard", &[]);
    desk.leave("keep", &card, "heard", &[("on", "2026-11-02"), ("note", "Two more we")]);
    desk.write_by_hand();
    desk.press("back", "capture-card", &[]);
    assert_eq!(value(&desk.first("entry-form"), "note"), "Two more we");
}
