//! What takes long says how far it has come, and can be stopped: the browser gives out slowly what is kept.

use serde_json::json;

use crate::ledger::{Size, keep_search};
use crate::popup::Popup;
use crate::scene::Scene;
use crate::storage::SLOW;
use crate::ways::keep_a_dozen;

const SAID: &str = "[data-slot=reading]";
const STOP: &str = "[data-action=stop_reading]";

/// Waits until it is said how far something has come that can be stopped, in words that begin so.
#[track_caller]
fn wait_for_progress(page: &Popup, beginning: &str) {
    page.wait_for(STOP);
    check_progress(page, beginning);
}

#[track_caller]
fn check_progress(page: &Popup, beginning: &str) {
    let said = page.text(SAID);
    assert!(said.starts_with(beginning), "{said}");
}

#[test]
fn a_backup_can_be_stopped() {
    let scene = Scene::new();
    let downloads = scene.downloads();
    keep_a_dozen(&scene);
    let page = scene.dashboard("#settings");
    page.session().evaluate(SLOW);
    page.click("[data-action=back_up]");
    wait_for_progress(&page, "Making the backup: ");
    page.press(STOP);
    page.wait_for(".notice");
    assert_eq!(page.text(".notice .what"), "The backup was stopped. No file was made.");
    page.wait_until_gone(STOP);
    assert_eq!(std::fs::read_dir(downloads).map_or(0, Iterator::count), 0);
}

#[test]
fn a_restore_can_be_stopped_and_changes_nothing() {
    let scene = Scene::new();
    keep_a_dozen(&scene);
    let before = scene.kept("");
    let page = scene.dashboard("#settings");
    page.session().evaluate(SLOW);
    let applications = (0..400)
        .map(|number| json!({ "id": number.to_string(), "events": [{ "on": "2026-11-02", "what": "applied" }] }));
    let backup = json!({ "your_move_backup": 1, "applications": applications.collect::<Vec<_>>() });
    let file = scene.downloads().join("backup.json");
    std::fs::create_dir_all(scene.downloads()).expect("a folder");
    std::fs::write(&file, backup.to_string()).expect("a file");
    page.choose_file("[data-key=restore] [name=file]", &file);
    wait_for_progress(&page, "Comparing the backup with what is here: ");
    page.press(STOP);
    page.wait_for(".notice");
    assert_eq!(page.text(".notice .what"), "It was stopped. Nothing was changed.");
    page.wait_until_gone(STOP);
    assert!(!page.shows("[data-key=preview]"));
    assert_eq!(scene.kept(""), before);
}

#[test]
fn reading_can_be_stopped_and_gone_on_with() {
    let scene = Scene::new();
    // More than are read at once.
    let size = Size {
        applications: 700,
        open: 20,
        due: 3,
    };
    keep_search(&scene, size, |world| world);
    scene
        .browser
        .begin_with(&format!("if (globalThis.chrome?.storage) {SLOW}"));
    let address = scene.extension.address("dashboard.html#insights");
    let page = Popup::new(scene.open(&address).page);
    wait_for_progress(&page, "Reading your applications: ");
    page.press(STOP);
    page.wait_for("[data-action=read_on]");
    check_progress(&page, "Stopped at ");
    page.session().evaluate("quicken()");
    page.press("[data-action=read_on]");
    page.wait_until_gone(SAID);
    let counted = "document.querySelector('[data-slot=counted]')?.innerText.includes('700')";
    page.session().wait_for("all of it to be counted", counted);
}
