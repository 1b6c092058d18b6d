//! Pages that are no posting, and what is written down by hand.

use expect_test::{Expect, expect};
use your_move::capture::PageSnapshot;
use your_move::domain::Fault;

use super::desk::{Desk, gardener, page};
use super::world::Model;

const POSTING: &str = "https://northwind.example/jobs/1";

#[track_caller]
fn check(address: &str, snapshot: Result<PageSnapshot, Fault>, expected: &Expect) {
    let desk = Desk::on(&Model::on("2026-11-02"), address, snapshot);
    expected.assert_eq(&desk.text("unreadable-card", "why"));
    assert!(desk.all("capture-card").is_empty());
}

#[test]
fn a_frame_is_opened_by_its_own_address() {
    let address = "https://boards.greenhouse.io/embed/job_app?for=northwind&token=4210007";
    let mut framed = nothing("https://northwind.example/careers");
    framed.frames = vec![address.to_owned()];
    let desk = Desk::on(
        &Model::on("2026-11-02"),
        "https://northwind.example/careers",
        Ok(framed),
    );
    let slip = desk.all("unreadable-card").remove(0);
    assert!(format!("{slip:?}").contains(address), "{slip:#?}");
}

fn nothing(address: &str) -> PageSnapshot {
    PageSnapshot {
        address: address.to_owned(),
        title: "About us".to_owned(),
        text: "We grow trees.".to_owned(),
        ..PageSnapshot::default()
    }
}

fn list() -> PageSnapshot {
    let mut several = page("https://northwind.example/jobs", "Gardener", "Northwind", "");
    let second = page("https://northwind.example/jobs/2", "Pilot", "Northwind", "");
    several.title = "All jobs".to_owned();
    several.json_ld = vec![gardener().json_ld.remove(0), second.json_ld[0].clone()];
    several
}

#[test]
fn each_says_why_there_is_nothing_to_keep() {
    check(
        "https://northwind.example/about",
        Ok(nothing("https://northwind.example/about")),
        &expect!["No posting was found on this page."],
    );
    check(
        "https://northwind.example/jobs",
        Ok(list()),
        &expect!["This page lists several postings. Which one?"],
    );
    let mut framed = nothing("https://northwind.example/careers");
    framed.frames = vec!["https://boards.greenhouse.io/embed/job_app?for=northwind&token=4210007".to_owned()];
    check(
        "https://northwind.example/careers",
        Ok(framed),
        &expect![
            "The posting on this page stands in a frame from boards.greenhouse.io, which the browser does not let the extension read."
        ],
    );
    check(
        "chrome://settings",
        Err(Fault::PageClosed),
        &expect!["The browser lets no extension read this page: its own pages, its store, PDFs and files are closed."],
    );
    check(
        "https://northwind.example/elsewhere",
        Ok(gardener()),
        &expect!["The page changed while it was being read."],
    );
}

#[test]
fn a_place_within_the_page_is_the_same_page() {
    let desk = Desk::on(
        &Model::on("2026-11-02"),
        "https://northwind.example/jobs/1#apply",
        Ok(gardener()),
    );
    assert_eq!(desk.all("capture-card").len(), 1);
}

#[test]
fn a_long_address_is_kept_without_what_only_tracks() {
    let world = Model::on("2026-11-02");
    let long = format!("https://northwind.example/jobs/1?utm_source={}", "x".repeat(5_000));
    let mut desk = Desk::at(&world, page(&long, "Gardener", "Northwind", ""));
    desk.press("save", "capture-card", &[]);
    let desk = Desk::at(&world, gardener());
    assert_eq!(desk.text("kept-card", "title"), "Gardener");
}

#[test]
fn an_address_that_is_too_long_to_be_read_is_no_other_page() {
    let world = Model::on("2026-11-02");
    let long = format!("https://northwind.example/jobs/1?state={}", "x".repeat(20_000));
    let unsaid = PageSnapshot {
        address: String::new(),
        ..gardener()
    };
    let mut desk = Desk::on(&world, &long, Ok(unsaid));
    desk.press("save", "capture-card", &[]);
    assert_eq!(desk.text("kept-card", "title"), "Gardener");
}

#[test]
fn by_hand_on_a_page_that_cannot_be_read() {
    let mut desk = Desk::on(&Model::on("2026-11-02"), "chrome://settings", Err(Fault::PageClosed));
    desk.press("manual", "unreadable-card", &[]);
    let typed = [
        ("title", "Gardener"),
        ("company", "Northwind"),
        ("pay", "$18.50 an hour"),
        ("place", "Porto; Lisbon"),
    ];
    desk.press("applied", "capture-card", &typed);
    assert_eq!(desk.text("kept-card", "title"), "Gardener");
    expect!["Porto · Lisbon · 18.50 USD an hour"].assert_eq(&desk.text("kept-card", "facts"));
    expect!["Saved. You applied today. | "].assert_eq(&desk.notice());
}

#[test]
fn by_hand_on_a_posting_that_was_not_seen_is_found_again_by_its_page() {
    let mut desk = Desk::at(&Model::on("2026-11-02"), nothing(POSTING));
    desk.press("manual", "unreadable-card", &[]);
    desk.press("save", "capture-card", &[("title", "Gardener")]);
    desk.come_back("2026-11-03", nothing(POSTING));
    assert_eq!(desk.text("kept-card", "title"), "Gardener");
}

#[test]
fn back_from_writing_by_hand_to_what_was_read() {
    let mut desk = Desk::at(&Model::on("2026-11-02"), nothing(POSTING));
    desk.press("manual", "unreadable-card", &[]);
    assert_eq!(desk.first("capture-card").key, "manual");
    desk.press("back", "capture-card", &[]);
    assert_eq!(desk.all("unreadable-card").len(), 1);
}

#[test]
fn what_is_written_by_hand_on_a_kept_page_stays_while_something_else_is_done() {
    let mut desk = Desk::applied("2026-11-02");
    desk.come_back("2026-11-11", gardener());
    desk.press("manual", "kept-card", &[]);
    desk.press("sent", "move-row", &[]);
    assert_eq!(desk.first("capture-card").key, "manual");
    desk.world.give(super::world::Trouble::FailsFrom(0));
    desk.press("save", "capture-card", &[("title", "Pilot")]);
    assert_eq!(desk.first("capture-card").key, "manual");
}

#[test]
fn a_page_that_takes_its_time() {
    let world = Desk::applied("2026-11-02").world;
    world.turn_to("2026-11-11");
    let mut desk = Desk::unread(&world);
    desk.see(gardener().address.as_str(), Err(Fault::PageSlow));
    // What is kept of it is known by its address.
    assert_eq!(desk.text("kept-card", "title"), "Gardener");
    let second = page("https://northwind.example/jobs/2", "Pilot", "Northwind", "");
    let mut desk = Desk::unread(&world);
    desk.see(&second.address, Err(Fault::PageSlow));
    expect!["This page is still loading."].assert_eq(&desk.text("unreadable-card", "why"));
    desk.see(&second.address.clone(), Ok(second.clone()));
    assert_eq!(desk.first("capture-card").key, "posting");
    // Once it is read it is slow no more.
    desk.see(&second.address, Err(Fault::PageSlow));
    assert_eq!(desk.first("capture-card").key, "posting");
}

#[test]
fn what_was_opened_meanwhile_stays_open_when_the_page_is_read() {
    let world = Desk::applied("2026-11-02").world;
    world.turn_to("2026-11-11");
    let second = page("https://northwind.example/jobs/2", "Pilot", "Northwind", "");
    let mut desk = Desk::unread(&world);
    desk.press("open", "move-row", &[]);
    let card = desk.first("kept-card");
    desk.press_on("log", &card, "heard", &[]);
    desk.see(&second.address.clone(), Ok(second));
    assert_eq!(desk.first("entry-form").key, "heard");
    desk.press("back", "kept-card", &[]);
    assert_eq!(desk.first("capture-card").key, "posting");
}

#[test]
fn what_was_undone_by_hand_and_done_again_is_shown() {
    let mut desk = Desk::at(&Model::on("2026-11-02"), nothing(POSTING));
    desk.press("manual", "unreadable-card", &[]);
    desk.press("save", "capture-card", &[("title", "Gardener")]);
    desk.press("undo", "notice", &[]);
    let card = desk.first("capture-card");
    let title = card.fields.iter().find(|field| field.name == "title").expect("a title");
    assert_eq!(
        (card.key.as_str(), &title.values[..]),
        ("manual", &["Gardener".to_owned()][..])
    );
    desk.press("undo", "notice", &[]);
    assert_eq!(desk.text("kept-card", "title"), "Gardener");
}
