//! What was typed and not kept is there again when the popup opens on that page.

use your_move::app::Drafts as _;
use your_move::capture::PageSnapshot;
use your_move::domain::Fault;

use super::desk::{Desk, gardener, page, part, value};
use super::world::Model;

/// A page without a posting.
fn nothing() -> PageSnapshot {
    PageSnapshot {
        address: "https://northwind.example/about".to_owned(),
        ..PageSnapshot::default()
    }
}

#[test]
fn a_posting_that_was_put_right() {
    let desk = Desk::at(&Model::on("2026-11-02"), gardener());
    desk.leave_capture(&[("company", "Northwi")]);
    let elsewhere = Desk::at(
        &desk.world,
        page("https://northwind.example/jobs/2", "Pilot", "Northwind", ""),
    );
    assert_eq!(value(&elsewhere.first("capture-card"), "title"), "Pilot");
    let mut desk = Desk::at(&desk.world, gardener());
    let card = desk.first("capture-card");
    assert_eq!(
        (value(&card, "company").as_str(), part(&card, "restored")),
        ("Northwi", true)
    );
    // Kept is kept: nothing is brought back any more.
    desk.press("save", "capture-card", &[]);
    assert_eq!(desk.text("kept-card", "company"), "Northwi");
    desk.press("undo", "notice", &[]);
    let desk = Desk::at(&desk.world, gardener());
    assert!(!part(&desk.first("capture-card"), "restored"));
}

#[test]
fn a_box_that_was_ticked() {
    let more = r#","description":"<p>No calls, please.</p>""#;
    let posting = || page("https://northwind.example/jobs/1", "Gardener", "Northwind", more);
    let desk = Desk::at(&Model::on("2026-11-02"), posting());
    desk.leave_capture(&[("consent", "no")]);
    let desk = Desk::at(&desk.world, posting());
    assert_eq!(value(&desk.first("capture-card"), "consent"), "no");
}

#[test]
fn starting_anew() {
    let desk = Desk::at(&Model::on("2026-11-02"), gardener());
    desk.leave_capture(&[("company", "Northwi")]);
    let mut desk = Desk::at(&desk.world, gardener());
    desk.press("discard", "capture-card", &[]);
    for desk in [&desk, &Desk::at(&desk.world, gardener())] {
        let card = desk.first("capture-card");
        assert_eq!(
            (value(&card, "company").as_str(), part(&card, "restored")),
            ("Northwind", false)
        );
    }
}

#[test]
fn what_is_written_by_hand() {
    let mut desk = Desk::at(&Model::on("2026-11-02"), nothing());
    desk.press("manual", "unreadable-card", &[]);
    desk.leave_capture(&[("title", "Lighthouse kee")]);
    let mut desk = Desk::at(&desk.world, nothing());
    assert_eq!(value(&desk.first("capture-card"), "title"), "Lighthouse kee");
    // Going back gives it up.
    desk.press("back", "capture-card", &[]);
    assert!(Desk::at(&desk.world, nothing()).all("capture-card").is_empty());
}

#[test]
fn another_one_by_hand_on_a_kept_page() {
    let mut desk = Desk::applied("2026-11-02");
    desk.press("manual", "kept-card", &[]);
    desk.leave_capture(&[("title", "Lighthouse kee")]);
    // The page is shown first; what was typed is there again when the form is.
    let mut desk = Desk::at(&desk.world, gardener());
    desk.press("manual", "kept-card", &[]);
    assert_eq!(value(&desk.first("capture-card"), "title"), "Lighthouse kee");
}

#[test]
fn an_entry() {
    let mut desk = Desk::applied("2026-11-02");
    desk.log("interviewed", &[("people", "Dana Kim, J. Ortiz")]);
    let card = desk.first("kept-card");
    desk.press_on("log", &card, "thanked", &[]);
    desk.leave("keep", &card, "thanked", &[("on", "2026-11-02"), ("whom", "J. Ortiz")]);
    let mut desk = Desk::at(&desk.world, gardener());
    let form = desk.first("entry-form");
    assert_eq!((form.key.as_str(), part(&form, "restored")), ("thanked", true));
    let chosen = desk.all("person-choice");
    let chosen: Vec<bool> = chosen
        .iter()
        .map(|person| value(person, "whom") == person.key)
        .collect();
    assert_eq!(chosen, [false, true]);
    desk.press_on("cancel", &card, "thanked", &[]);
    assert!(Desk::at(&desk.world, gardener()).all("entry-form").is_empty());
}

#[test]
fn an_entry_of_an_application_that_was_opened_by_its_row() {
    let world = Desk::applied("2026-11-02").world;
    world.turn_to("2026-11-11");
    let second = || page("https://northwind.example/jobs/2", "Pilot", "Northwind", "");
    let mut desk = Desk::at(&world, second());
    desk.press("open", "move-row", &[]);
    let card = desk.first("kept-card");
    desk.press_on("log", &card, "heard", &[]);
    desk.leave("keep", &card, "heard", &[("on", "2026-11-11"), ("note", "Two more we")]);
    let mut desk = Desk::at(&world, second());
    assert!(desk.all("entry-form").is_empty());
    desk.press("open", "move-row", &[]);
    assert_eq!(value(&desk.first("entry-form"), "note"), "Two more we");
}

#[test]
fn a_text_that_is_no_draft_is_forgotten() {
    let desk = Desk::at(&Model::on("2026-11-02"), gardener());
    desk.leave_capture(&[("company", "Northwi")]);
    let place = desk.world.places().remove(0);
    desk.world.put_by(&place, "{}");
    let desk = Desk::at(&desk.world, gardener());
    assert!(!part(&desk.first("capture-card"), "restored"));
}

#[test]
fn a_page_that_takes_its_time() {
    let desk = Desk::at(&Model::on("2026-11-02"), gardener());
    desk.leave_capture(&[("company", "Northwi")]);
    let mut desk = Desk::unread(&desk.world);
    desk.see(&gardener().address, Err(Fault::PageSlow));
    desk.see(&gardener().address, Ok(gardener()));
    assert_eq!(value(&desk.first("capture-card"), "company"), "Northwi");
}

#[test]
fn each_entry_has_a_draft_of_its_own() {
    let mut desk = Desk::applied("2026-11-02");
    let card = desk.first("kept-card");
    desk.press_on("log", &card, "heard", &[]);
    desk.leave("keep", &card, "heard", &[("on", "2026-11-02"), ("note", "Two more we")]);
    desk.press_on("log", &card, "invited", &[]);
    assert!(!part(&desk.first("entry-form"), "restored"));
    desk.leave("keep", &card, "invited", &[("on", "2026-11-02"), ("place", "Main Str")]);
    // What was typed last is there first.
    let mut desk = Desk::at(&desk.world, gardener());
    assert_eq!(desk.first("entry-form").key, "invited");
    assert_eq!(value(&desk.first("entry-form"), "place"), "Main Str");
    desk.press_on("log", &card, "heard", &[]);
    let form = desk.first("entry-form");
    assert_eq!(
        (value(&form, "note").as_str(), part(&form, "restored")),
        ("Two more we", true)
    );
    // Giving up one is not giving up the other.
    desk.press_on("cancel", &card, "heard", &[]);
    let mut desk = Desk::at(&desk.world, gardener());
    desk.press_on("log", &card, "heard", &[]);
    assert_eq!(value(&desk.first("entry-form"), "note"), "");
    desk.press_on("log", &card, "invited", &[]);
    assert_eq!(value(&desk.first("entry-form"), "place"), "Main Str");
    desk.keep(&[]);
    assert_eq!(desk.world.places(), [""; 0]);
}

/// What is said of what was left: for which application, or that it is written by hand.
fn left(desk: &Desk) -> Vec<String> {
    desk.all("left-row")
        .iter()
        .map(|row| super::desk::text(row, "job"))
        .collect()
}

#[test]
fn what_was_left_elsewhere_is_told() {
    let other = || page("https://harbour.example/jobs/2", "Pilot", "Harbour Mill", "");
    let mut desk = Desk::applied("2026-11-02");
    desk.come_back("2026-11-02", other());
    assert_eq!(left(&desk), [""; 0]);
    desk.look_for("Gardener");
    desk.press("find", "found-row", &[]);
    let card = desk.first("kept-card");
    desk.press_on("log", &card, "heard", &[]);
    desk.leave("keep", &card, "heard", &[("note", "Two more we")]);
    let mut desk = Desk::at(&desk.world, other());
    assert_eq!(left(&desk), ["Gardener · Northwind"]);
    desk.press("find", "left-row", &[]);
    assert_eq!(value(&desk.first("entry-form"), "note"), "Two more we");
    // What is in sight need not be told.
    assert_eq!(left(&desk), [""; 0]);
    desk.press_on("cancel", &card, "heard", &[]);
    assert_eq!(left(&Desk::at(&desk.world, other())), [""; 0]);

    // The same of a form that was filled in by hand beside a page.
    let mut desk = Desk::at(&desk.world, gardener());
    desk.write_by_hand();
    desk.leave_capture(&[("title", "Lighthouse kee")]);
    let mut desk = Desk::at(&desk.world, gardener());
    assert_eq!(left(&desk), ["By hand"]);
    desk.press("manual", "left-row", &[]);
    assert_eq!(value(&desk.first("capture-card"), "title"), "Lighthouse kee");
    assert_eq!(left(&desk), [""; 0]);
    desk.press("back", "capture-card", &[]);
    assert_eq!(left(&desk), [""; 0]);
}
