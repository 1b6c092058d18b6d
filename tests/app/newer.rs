//! A ledger that a newer version has written is read by that version alone.

use expect_test::expect;
use pollster::block_on;
use xxhash_rust::xxh3::xxh3_64_with_seed;
use your_move::app::{
    Action, Clock, Form, Popup, Problem, Target, carry_out, check, erase_all, notice, overview, remind,
};
use your_move::capture::Heading;
use your_move::domain::{Fault, Refusal, What};
use your_move::ledger::Command;
use your_move::view::Words;

use super::commands::Ledger;
use super::desk::{self, Desk, gardener, page, text};
use super::sound::{applications, replace};
use super::world::Trouble;

/// A record of schema 2, whatever is in it.
pub(crate) fn newer() -> String {
    let body = r#"{"all":"new"}"#;
    let sum = xxh3_64_with_seed(body.as_bytes(), 2);
    format!(r#"{{"your_move":2,"sum":"{sum:016x}","body":{body}}}"#)
}

/// F20.
#[test]
fn it_is_read_only_whatever_part_of_it_is_newer() {
    for part in ["head", "settings", "app/"] {
        let world = Desk::applied("2026-11-02").world;
        let id = applications(&world)[0].application();
        match part {
            "app/" => replace(&world, id, |_| newer()),
            _ => world.put(part, &newer()),
        }
        world.give(Trouble::None);
        let before = world.kept();
        let what = vec![(world.today().0, What::Rejected { note: None })];
        let done = block_on(carry_out(&world, Target::Kept(id), Command::Log(what)));
        assert_eq!(done, Err(Problem::Refused(Refusal::ReadOnly)), "{part}");
        assert_eq!((world.kept(), world.writes()), (before, 0));
        // All of it can be saved as it is.
        if part != "app/" {
            let desk = Desk::at(&world, gardener());
            assert!(desk::part(&desk.first("trouble"), "save"), "{part}");
        }
    }
}

/// F20: nor is anything made anew, deleted or put aside in the place of what a newer version wrote.
#[test]
fn nothing_takes_the_place_of_what_is_newer() {
    let ledger = Desk::applied("2026-11-02").world;
    let derived = ledger.kept().into_keys().filter(|key| key.contains('/'));
    let keys = derived.chain(["bad/00", "repair", "backup", "proposed"].map(str::to_owned));
    for key in keys {
        for text in [
            newer(),
            format!(r#"{{"{}":{}}}"#, applications(&ledger)[0].application(), newer()),
        ] {
            let world = ledger.copy();
            world.put(&key, &text);
            world.mirrored().forget("");
            let is_kept = |done: &str| assert_eq!(world.kept().get(&key), Some(&text), "{key} after {done}");
            let _ = block_on(check(&world));
            is_kept("a check");
            let _ = block_on(erase_all(&world));
            is_kept("deleting everything");
            world.forget("head");
            let _ = block_on(overview(&world));
            is_kept("making all anew");
        }
    }
}

#[test]
fn one_newer_record_keeps_the_rest_from_being_made_anew() {
    let world = Desk::applied("2026-11-02").world;
    replace(&world, applications(&world)[0].application(), |_| newer());
    world.forget("head");
    world.give(Trouble::None);
    let mut desk = Desk::at(
        &world,
        page("https://northwind.example/jobs/2", "Pilot", "Northwind", ""),
    );
    expect![[r#"
        A newer version of Your Move wrote what is kept here.
        Nothing was changed. Update the extension to go on; a copy of your data can be saved now."#]]
    .assert_eq(&["text", "advice"].map(|slot| desk.text("trouble", slot)).join("\n"));
    desk.press("applied", "capture-card", &[]);
    expect!["A newer version of Your Move wrote what is kept here. Update the extension to change it. | "]
        .assert_eq(&desk.notice());
    assert_eq!(world.writes(), 0);
}

/// F20.
#[test]
fn its_settings_are_read_only_too() {
    for part in ["head", "settings"] {
        let world = Desk::applied("2026-11-02").world;
        let mut popup = block_on(Popup::open(world.clone(), Words::english()));
        world.put(part, &newer());
        world.give(Trouble::None);
        let done = block_on(popup.act(Action {
            name: "choose".to_owned(),
            form: Form(vec![("day_begins".to_owned(), "10:00".to_owned())]),
            ..Action::default()
        }));
        assert!(!done, "{part}");
        let card = popup.card();
        let (_, notices) = card.lists.iter().find(|(name, _)| *name == "notice").expect("notices");
        expect!["A newer version of Your Move wrote what is kept here. Update the extension to change it."]
            .assert_eq(&text(&notices[0], "text"));
        assert_eq!(world.writes(), 0, "{part}");
    }
}

/// F20: an older version opens it, tries everything, and leaves it to the newer one to the byte. F19: a page that was open meanwhile is such
/// an older version.
#[test]
fn whatever_is_tried_it_is_the_same_when_the_newer_version_is_back() {
    let ledger = Ledger::new();
    let world = ledger.world.copy();
    // Opened before the newer version came.
    let mut desk = Desk::at(&world, gardener());
    let id = applications(&world)[0].application();
    replace(&world, id, |_| newer());
    for key in ["head", "settings", "new/1"] {
        world.put(key, &newer());
    }
    let before = world.kept();
    world.give(Trouble::None);
    for (target, command) in ledger.commands() {
        let done = block_on(carry_out(&world, target, command));
        assert_eq!(done.map(|_| ()), Err(Problem::Refused(Refusal::ReadOnly)));
    }
    desk.log("noted", &[("note", "Roses")]);
    assert!(block_on(remind(&world, Words::english())).is_err());
    assert_eq!(world.badge().0, "!");
    assert_eq!(block_on(erase_all(&world)), Err(Problem::Refused(Refusal::ReadOnly)));
    Desk::at(&world, gardener());
    assert_eq!((world.kept(), world.writes()), (before, 0));
}

/// F20: nothing is proposed there, whichever part of it is newer.
#[test]
fn what_looks_like_an_application_is_not_proposed_in_it() {
    for part in ["head", "proposed"] {
        let world = Desk::applied("2026-11-02").world;
        world.put(part, &newer());
        let before = world.kept();
        let mut thanks = page("https://elsewhere.example/apply/thanks", "Elsewhere", "", "");
        thanks.headings = vec![Heading {
            level: 1,
            text: "Thank you for applying!".to_owned(),
        }];
        let noticed = block_on(notice(&world, Words::english(), "1", &thanks));
        assert_eq!(noticed, Err(Fault::Newer), "{part}");
        assert_eq!(world.kept(), before, "{part}");
    }
}
