//! Finding an application from the field at the top.

use expect_test::{Expect, expect};

use super::desk::{Desk, gardener, page, part, text};
use super::world::{Call, Model};

/// Three applications at two companies, of which one has ended; the popup is on a page of its own.
fn desk() -> Desk {
    let world = Model::on("2026-11-02");
    let postings = [
        ("https://northwind.example/jobs/1", "Head Gardener", "Northwind"),
        ("https://northwind.example/jobs/2", "Pilot", "Northwind"),
        ("https://harbour.example/3", "Gärtner", "Harbour Mill"),
    ];
    for (address, title, company) in postings {
        let mut desk = Desk::at(&world, page(address, title, company, ""));
        desk.press("applied", "capture-card", &[]);
        if title == "Pilot" {
            desk.log("rejected", &[]);
        }
        world.sleep(1);
    }
    Desk::at(&world, page("https://quay.example/4", "Skipper", "Quay", ""))
}

#[track_caller]
fn check(words: &str, expected: &Expect) {
    let mut desk = desk();
    desk.look_for(words);
    let found = desk.all("found-row").into_iter();
    let found = found.map(|row| ["title", "rest"].map(|slot| text(&row, slot)).join(": ") + "\n");
    expected.assert_eq(&(found.collect::<String>() + &text(&desk.card(), "beside")));
    assert_eq!(part(&desk.card(), "page"), words.trim().is_empty());
}

#[test]
fn by_any_words_of_title_and_company() {
    check(
        "gard",
        &expect![[r#"
        Head Gardener: Northwind · Applied · Mon 2 Nov
    "#]],
    );
    check(
        "NORTH  pil",
        &expect![[r#"
        Pilot: Northwind · Rejected · Tue 3 Nov
    "#]],
    );
    check(
        "north",
        &expect![[r#"
        Head Gardener: Northwind · Applied · Mon 2 Nov
        Pilot: Northwind · Rejected · Tue 3 Nov
    "#]],
    );
    check(
        "GÄRT",
        &expect![[r#"
        Gärtner: Harbour Mill · Applied · Wed 4 Nov
    "#]],
    );
    check(
        "gardener quay",
        &expect!["Nothing has these words in its title, company or place."],
    );
    check("  ", &expect![]);
}

#[test]
fn what_was_found_is_opened() {
    let mut desk = desk();
    desk.look_for("pilot");
    desk.press("find", "found-row", &[]);
    assert_eq!(desk.text("kept-card", "title"), "Pilot");
    assert!(part(&desk.first("kept-card"), "back"));
    assert!(desk.all("found-row").is_empty());
    desk.log("reopened", &[]);
    desk.press("back", "kept-card", &[]);
    assert_eq!(desk.first("capture-card").key, "posting");
}

#[test]
fn it_follows_what_happens() {
    let mut desk = desk();
    desk.look_for("gardener");
    desk.press("find", "found-row", &[]);
    desk.log("offered", &[]);
    desk.look_for("gardener");
    expect!["Northwind · Offer · Thu 5 Nov"].assert_eq(&desk.text("found-row", "rest"));
    desk.press("find", "found-row", &[]);
    desk.log("erased", &[]);
    desk.look_for("gardener");
    assert!(desk.all("found-row").is_empty());
}

#[test]
fn a_search_reads_once_and_no_application() {
    let mut desk = desk();
    let before = desk.world.calls().len();
    for words in ["g", "ga", "gar"] {
        desk.look_for(words);
    }
    assert_eq!(desk.world.calls()[before..], [Call::Get]);
}

#[test]
fn a_damaged_index_is_made_anew() {
    let mut desk = desk();
    let key = desk.world.kept().into_keys().find(|key| key.starts_with("index/"));
    desk.world.put(&key.expect("an index"), "not a record");
    desk.look_for("e");
    assert_eq!(desk.all("found-row").len(), 2);
}

#[test]
fn many_are_counted() {
    let world = Model::on("2026-11-02");
    for number in 1..=22 {
        let address = format!("https://northwind.example/jobs/{number}");
        let mut desk = Desk::at(&world, page(&address, &format!("Job {number}"), "Northwind", ""));
        desk.press("save", "capture-card", &[]);
    }
    let mut desk = Desk::at(&world, gardener());
    desk.look_for("job");
    assert_eq!(desk.all("found-row").len(), 20);
    expect!["and 2 more; type more of it"].assert_eq(&text(&desk.card(), "beside"));
    expect!["22 applications found"].assert_eq(&text(&desk.card(), "how_many"));
}

#[test]
fn who_does_not_see_hears_how_many_were_found() {
    let mut desk = desk();
    assert_eq!(text(&desk.card(), "how_many"), "");
    for (words, heard) in [
        ("gard", "1 application found"),
        ("north", "2 applications found"),
        ("quay", "Nothing has these words in its title, company or place."),
        ("", ""),
    ] {
        desk.look_for(words);
        assert_eq!(text(&desk.card(), "how_many"), heard, "{words}");
    }
}
