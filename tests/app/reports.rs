//! A capture that is wrong becomes a report, which is looked over before it is saved.

use expect_test::expect;
use your_move::archive::{Choices, seal_choices};
use your_move::capture::{PageSnapshot, read};
use your_move::domain::{Fault, Line, Messages};

use super::desk::{Desk, gardener, page, part, text, value};
use super::world::Model;

fn reported(desk: &Desk) -> PageSnapshot {
    serde_json::from_str(&value(&desk.first("report"), "report")).expect("a report reads as a snapshot")
}

#[test]
fn it_says_how_the_page_was_read_and_what_was_put_right() {
    let mut posting = gardener();
    posting.text = "Write to dana@northwind.example or call +44 20 7946 0000.".to_owned();
    posting.selection = "my own notes".to_owned();
    let mut desk = Desk::at(&Model::on("2026-11-02"), posting.clone());
    desk.press("report", "capture-card", &[("company", "Northwind Gardens")]);
    let card = desk.first("report");
    let said = value(&card, "report");
    for gone in ["dana@", "7946", "my own notes"] {
        assert!(!said.contains(gone), "{gone} in {said}");
    }
    assert!(said.contains("Northwind Gardens"), "{said}");
    assert_eq!(
        read(&reported(&desk)),
        read(&posting),
        "a test reads it as the page was read"
    );
    assert_eq!(text(&card, "saved"), "");
    desk.press("save_report", "report", &[]);
    expect!["Saved with your downloads."].assert_eq(&desk.text("report", "saved"));
    desk.press("cancel", "report", &[]);
    assert!(desk.all("report").is_empty());
    // The card is still there, to be kept.
    desk.press("save", "capture-card", &[]);
    assert_eq!(desk.text("kept-card", "title"), "Gardener");
}

#[test]
fn a_page_without_a_posting_can_be_reported_too() {
    let nothing = PageSnapshot {
        address: "https://northwind.example/about".to_owned(),
        text: "Gardener wanted".to_owned(),
        ..PageSnapshot::default()
    };
    let mut desk = Desk::at(&Model::on("2026-11-02"), nothing.clone());
    desk.press("report", "unreadable-card", &[]);
    assert_eq!(reported(&desk), nothing);
    // It is about this page, not about what is done next.
    desk.press("manual", "unreadable-card", &[]);
    assert!(desk.all("report").is_empty());
    desk.press("report", "capture-card", &[("title", "Gardener")]);
    assert!(value(&desk.first("report"), "report").contains("\"wanted\""));
}

#[test]
fn what_could_not_be_read_has_no_report() {
    let closed = Desk::on(&Model::on("2026-11-02"), "chrome://settings", Err(Fault::PageClosed));
    assert!(!part(&closed.first("unreadable-card"), "report"));
    let mut pdf = gardener();
    pdf.kind = "application/pdf".to_owned();
    let pdf = Desk::at(&Model::on("2026-11-02"), pdf);
    assert!(!part(&pdf.first("unreadable-card"), "report"));
    assert!(part(
        &Desk::at(&Model::on("2026-11-02"), gardener()).first("capture-card"),
        "report"
    ));
}

#[test]
fn the_own_name_that_is_known_is_taken_out() {
    let world = Model::on("2026-11-02");
    let choices = Choices {
        messages: Messages {
            sender: Line::new("Mara Lindqvist"),
            ..Messages::default()
        },
        ..Choices::default()
    };
    world.put("settings", &seal_choices(&choices, None));
    let mut posting = page(
        "https://northwind.example/jobs/1?user=mara-lindqvist",
        "Gardener",
        "Northwind",
        "",
    );
    posting.text = "Mara Lindqvist, your application".to_owned();
    let mut desk = Desk::at(&world, posting);
    desk.press("report", "capture-card", &[]);
    let said = value(&desk.first("report"), "report").to_lowercase();
    assert!(!said.contains("lindqvist"), "{said}");
}
