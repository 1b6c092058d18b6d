//! A page that lists several postings: one of them is taken, or opened.

use expect_test::expect;
use your_move::capture::PageSnapshot;
use your_move::view::Card;

use super::desk::{Desk, page, part, text, value};
use super::world::Model;

const LIST: &str = "https://northwind.example/careers";

/// A list of three postings, the last of which leads nowhere.
fn list() -> PageSnapshot {
    let pilot = page(
        "https://northwind.example/jobs/2",
        "Pilot",
        "Ternworks",
        r#","jobLocation":"Kiel""#,
    );
    let cook = page("", "Cook", "", "");
    let mut list = page("https://northwind.example/jobs/1", "Gardener", "Northwind", "");
    list.address = LIST.to_owned();
    list.title = "Open positions".to_owned();
    list.json_ld.extend(pilot.json_ld);
    list.json_ld.extend(cook.json_ld);
    list
}

fn desk() -> Desk {
    Desk::at(&Model::on("2026-11-02"), list())
}

/// Presses one of the three.
fn take(desk: &mut Desk, choice: &str) {
    let slip = desk.first("unreadable-card");
    desk.press_on("take", &slip, choice, &[]);
}

/// A card's slot, and where it leads.
fn link(card: &Card, slot: &str) -> Option<String> {
    let slots = card.slots.iter().find(|(name, _)| *name == slot);
    slots.and_then(|(_, slot)| slot.link.as_ref().map(|link| link.as_str().to_owned()))
}

#[test]
fn each_says_what_the_list_says() {
    let desk = desk();
    let choices = desk.all("choice").into_iter();
    let choices = choices.map(|card| {
        let texts = ["title", "rest", "open", "open_name"].map(|slot| text(&card, slot));
        format!("{} -> {}", texts.join(" | "), link(&card, "open").unwrap_or_default())
    });
    expect![[r#"
        This page lists several postings. Which one?
        Gardener | Northwind | Open | Open Gardener -> https://northwind.example/jobs/1
        Pilot | Ternworks · Kiel | Open | Open Pilot -> https://northwind.example/jobs/2
        Cook |  |  | Open Cook -> "#]]
    .assert_eq(
        &[desk.text("unreadable-card", "why")]
            .into_iter()
            .chain(choices)
            .collect::<Vec<_>>()
            .join("\n"),
    );
}

#[test]
fn the_one_that_is_taken_is_to_be_checked() {
    let mut desk = desk();
    take(&mut desk, "1");
    let card = desk.first("capture-card");
    assert!(card.marks.contains(&("mode", "listed")), "{:?}", card.marks);
    expect!["This is what the list says. The posting itself may say more."].assert_eq(&text(&card, "caution"));
    assert_eq!(link(&card, "open").as_deref(), Some("https://northwind.example/jobs/2"));
    for (field, expected) in [
        ("title", "Pilot"),
        ("company", "Ternworks"),
        ("place", "Kiel"),
        ("pay", ""),
    ] {
        let field = card.fields.iter().find(|known| known.name == field).expect("a field");
        assert_eq!(
            (field.values.join(""), field.uncertain),
            (expected.to_owned(), !expected.is_empty())
        );
    }
    desk.press("applied", "capture-card", &[("place", "Kiel, Germany")]);
    expect!["Saved. You applied today. | "].assert_eq(&desk.notice());
    assert_eq!(desk.text("kept-card", "title"), "Pilot");
}

#[test]
fn back_leads_to_the_list() {
    let mut desk = desk();
    take(&mut desk, "0");
    desk.press("back", "capture-card", &[]);
    assert_eq!(desk.all("choice").len(), 3);
    take(&mut desk, "1");
    desk.press("save", "capture-card", &[]);
    assert!(part(&desk.first("kept-card"), "back"), "it is not this page's");
    desk.press("back", "kept-card", &[]);
    assert_eq!(desk.all("choice").len(), 3);
}

#[test]
fn one_that_is_kept_already_is_shown() {
    let mut desk = desk();
    take(&mut desk, "1");
    desk.press("save", "capture-card", &[]);
    // On its own page, and once more from the list.
    let own = Desk::at(
        &desk.world,
        page("https://northwind.example/jobs/2", "Pilot", "Ternworks", ""),
    );
    assert_eq!(own.text("kept-card", "title"), "Pilot");
    let mut desk = Desk::at(&desk.world, list());
    take(&mut desk, "1");
    assert_eq!(desk.text("kept-card", "title"), "Pilot");
    desk.press("back", "kept-card", &[]);
    take(&mut desk, "0");
    assert_eq!(desk.first("capture-card").key, "posting");
}

#[test]
fn a_save_that_is_undone_shows_the_card_again() {
    let mut desk = desk();
    take(&mut desk, "2");
    desk.press("save", "capture-card", &[("company", "Gannetry")]);
    assert_eq!(desk.text("kept-card", "company"), "Gannetry");
    desk.press("undo", "notice", &[]);
    let card = desk.first("capture-card");
    assert_eq!(
        (value(&card, "title"), value(&card, "company")),
        ("Cook".to_owned(), "Gannetry".to_owned())
    );
}

#[test]
fn what_is_typed_is_the_postings_own() {
    let mut desk = desk();
    take(&mut desk, "1");
    desk.leave_capture(&[("company", "Ternwor")]);
    let mut again = Desk::at(&desk.world, list());
    take(&mut again, "0");
    assert_eq!(value(&again.first("capture-card"), "company"), "Northwind");
    let mut again = Desk::at(&desk.world, list());
    take(&mut again, "1");
    let card = again.first("capture-card");
    assert_eq!(
        (value(&card, "company").as_str(), part(&card, "restored")),
        ("Ternwor", true)
    );
    // On its own page it is there, too.
    let own = Desk::at(
        &desk.world,
        page("https://northwind.example/jobs/2", "Pilot", "Ternworks", ""),
    );
    assert_eq!(value(&own.first("capture-card"), "company"), "Ternwor");
}

#[test]
fn a_list_of_which_nothing_can_be_read_says_so() {
    let list = PageSnapshot {
        address: LIST.to_owned(),
        title: "Open positions".to_owned(),
        ..PageSnapshot::default()
    };
    let mut desk = Desk::at(&Model::on("2026-11-02"), list);
    expect!["This page is a list, but no posting could be read on it."].assert_eq(&desk.text("unreadable-card", "why"));
    assert_eq!(desk.all("choice").len(), 0);
    desk.press("manual", "unreadable-card", &[]);
    assert_eq!(desk.first("capture-card").key, "manual");
}
