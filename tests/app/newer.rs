//! A ledger that a newer version has written is read by that version alone.

use expect_test::expect;
use pollster::block_on;
use xxhash_rust::xxh3::xxh3_64_with_seed;
use your_move::app::{Action, Clock, Form, Popup, Problem, Target, carry_out};
use your_move::domain::{Refusal, What};
use your_move::ledger::Command;
use your_move::view::Words;

use super::desk::{Desk, page, text};
use super::sound::{applications, replace};
use super::world::Trouble;

/// A record of schema 2, whatever is in it.
pub(crate) fn newer() -> String {
    let body = r#"{"all":"new"}"#;
    let sum = xxh3_64_with_seed(body.as_bytes(), 2);
    format!(r#"{{"your_move":2,"sum":"{sum:016x}","body":{body}}}"#)
}

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
