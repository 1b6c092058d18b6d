//! Two machines that exchange files: each in a browser of its own.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::driver::until;
use crate::popup::Popup;
use crate::scene::{HARBOUR_MILL, NORTHWIND, Scene};

const FILE: &str = "[data-key=restore] [name=file]";
const PREVIEW: &str = "[data-key=preview]";
const CAME: &str = ".came";

#[track_caller]
fn apply(scene: &Scene, address: &str) {
    let popup = scene.click(&scene.open(address));
    popup.apply_today();
    popup.wait_for("#page .kept");
    scene.close(popup);
}

/// Saves the file for the other machine.
#[track_caller]
fn save(scene: &Scene, page: &Popup) -> PathBuf {
    let file = scene.downloads().join(format!("your-move-{}.json", page.today()));
    let _ = fs::remove_file(&file);
    page.press(".machine-screen .part:first-child [data-action=back_up]");
    until("the file to be saved", || match fs::read_to_string(&file) {
        Ok(text) if text.ends_with("\n}\n") => Ok(()),
        other => Err(format!("{other:?}")),
    });
    file
}

/// Chooses a file: what will come.
#[track_caller]
fn choose(page: &Popup, file: &Path) -> Vec<String> {
    page.choose_file(FILE, file);
    page.wait_for(PREVIEW);
    page.settle();
    page.texts(&format!("{PREVIEW} summary"))
}

/// Brings it in: what came, and what is said of the other machine.
#[track_caller]
fn bring_in(page: &Popup) -> (Vec<String>, String) {
    page.press(&format!("{PREVIEW} [type=submit]"));
    page.wait_for(CAME);
    page.settle();
    (
        page.texts(&format!("{CAME} summary")),
        page.text(&format!("{CAME} [data-slot=next]")),
    )
}

/// All records, by their keys.
fn records(scene: &Scene) -> Vec<(String, Value)> {
    scene.kept("app/").into_iter().collect()
}

#[test]
fn they_come_to_the_same_and_each_says_what_comes_and_what_came() {
    let one = Scene::new();
    let other = one.beside();
    apply(&one, HARBOUR_MILL);
    apply(&other, NORTHWIND);
    let (here, there) = (one.dashboard("#machine"), other.dashboard("#machine"));

    let file = save(&one, &here);
    let will_come = choose(&there, &file);
    assert_eq!(
        will_come,
        [
            "One application that is not here",
            "One is here and not in it, and stays"
        ]
    );
    assert_eq!(records(&other).len(), 1, "nothing is kept yet");
    let (came, next) = bring_in(&there);
    assert_eq!(came, ["One application came in."]);
    assert!(
        next.starts_with("The other machine lacks something of one application"),
        "{next}"
    );

    let file = save(&other, &there);
    assert_eq!(
        choose(&here, &file),
        ["One application that is not here", "One is the same"]
    );
    let (came, next) = bring_in(&here);
    assert_eq!(came, ["One application came in."]);
    assert_eq!(next, "The other machine has all applications that are here.");
    assert_eq!(records(&one), records(&other));

    // Once more there is nothing to bring in.
    assert_eq!(choose(&here, &file), ["2 are the same"]);
    assert!(!here.shows(&format!("{PREVIEW} [type=submit]")));
}
