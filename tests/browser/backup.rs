//! Backups in a browser: the file that it saves, the one that is chosen, and the folder.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde_json::{Value, json};
use your_move::archive::{LastBackup, seal};

use crate::driver::{Key, until};
use crate::keyboard::tab_to;
use crate::popup::Popup;
use crate::scene::{HARBOUR_MILL, Scene};

const FILE: &str = "[data-key=restore] [name=file]";
const PREVIEW: &str = "[data-key=preview]";
const DATA: &str = "#settings/data";

/// Somebody who applied at Harbour Mill.
fn applied() -> Scene {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    popup.apply_today();
    popup.wait_for("#page .kept");
    scene.close(popup);
    scene
}

/// The backup that the browser saves when it is told to, and where it is.
#[track_caller]
fn back_up(scene: &Scene, page: &Popup) -> (PathBuf, String) {
    let name = format!("your-move-{}.json", page.today());
    let file = scene.downloads().join(name);
    page.press("#settings\\/data [data-action=back_up]");
    page.wait_for(".notice");
    page.settle();
    let mut saved = String::new();
    until("the backup to be saved", || match fs::read_to_string(&file) {
        Ok(text) if text.ends_with("\n}\n") => {
            saved = text;
            Ok(())
        }
        Ok(text) => Err(text),
        Err(error) => Err(error.to_string()),
    });
    (file, saved)
}

/// Puts a file of that text where a program of a test may write.
fn file(name: &str, text: impl AsRef<[u8]>) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).expect("a file");
    path
}

/// What is kept of a backup that was made years ago.
fn long_ago() -> String {
    seal(&LastBackup {
        on: NaiveDate::from_ymd_opt(2020, 1, 1),
        ..LastBackup::default()
    })
}

/// What is said once a backup was chosen and brought in.
#[track_caller]
fn bring_in(page: &Popup, file: &Path) -> String {
    page.choose_file(FILE, file);
    page.wait_for(PREVIEW);
    page.settle();
    page.press(&format!("{PREVIEW} [type=submit]"));
    page.wait_for(".notice");
    page.settle();
    page.text(".notice .what")
}

#[test]
fn what_is_saved_is_brought_in_by_another_browser() {
    let (events, text) = {
        let from = applied();
        let page = from.dashboard(DATA);
        let (_, text) = back_up(&from, &page);
        assert!(page.text(".notice .what").starts_with("Saved as your-move-"));
        (from.events(), text)
    };
    let backup: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(backup["applications"].as_array().map(Vec::len), Some(1));

    let path = file("of-another-browser.json", text);
    let to = Scene::new();
    let page = to.dashboard(DATA);
    assert_eq!(bring_in(&page, &path), "One application came in.");
    assert_eq!(to.events(), events);
    assert_eq!(page.text("nav .number"), "1");
    // A second time there is nothing to bring in.
    page.choose_file(FILE, &path);
    page.wait_for(PREVIEW);
    page.settle();
    assert!(!page.shows(&format!("{PREVIEW} [type=submit]")));
    page.press(&format!("{PREVIEW} [data-action=cancel]"));
    page.wait_until_gone(PREVIEW);
}

#[test]
fn it_is_seen_first_and_done_without_a_mouse() {
    let scene = applied();
    let page = scene.dashboard(DATA);
    let text = r#"{"your_move_backup":1,"applications":[{"id":"a","events":[
        {"on":"2026-11-02","what":{"corrected":{"title":"Baker"}}},
        {"on":"2026-11-02","what":"applied"}]}]}"#;
    page.choose_file(FILE, &file("by-hand.json", text));
    page.wait_for(PREVIEW);
    page.settle();
    let session = page.session();
    assert_eq!(session.evaluate("document.activeElement.dataset.action"), "cancel");
    assert_eq!(
        page.texts(&format!("{PREVIEW} summary")),
        [
            "One application that is not here",
            "One is here and not in it, and stays"
        ]
    );
    // From the button that does no harm it is the way back.
    let is_first = format!("document.activeElement === document.querySelector('{PREVIEW} summary')");
    for _ in 0..6 {
        if session.evaluate(&is_first) != true {
            session.press(Key::TabBack);
        }
    }
    session.press(Key::Enter);
    assert_eq!(page.texts(&format!("{PREVIEW} li")), ["Baker"]);
    assert_eq!(scene.kept("app/").len(), 1, "nothing is kept yet");
    tab_to(&page, &format!("{PREVIEW} [type=submit]"));
    session.press(Key::Enter);
    page.wait_until_gone(PREVIEW);
    page.settle();
    assert_eq!(scene.kept("app/").len(), 2);
}

#[test]
fn what_is_no_backup_is_said_beside_its_field() {
    let scene = applied();
    let page = scene.dashboard(DATA);
    let (_, text) = back_up(&scene, &page);
    let before = scene.kept("app/");
    for (name, changed, said) in [
        (
            "letter.json",
            "Dear Northwind".to_owned(),
            "This is no backup of Your Move.",
        ),
        (
            "changed.json",
            text.replacen("Platform", "Plattform", 1),
            "This backup is not as it was made",
        ),
    ] {
        page.choose_file(FILE, &file(name, changed));
        page.session().wait_for(
            said,
            &format!(
                "document.querySelector('[data-key=restore] .error')?.innerText.startsWith({})",
                json!(said)
            ),
        );
        page.settle();
        assert!(!page.shows(PREVIEW));
    }
    assert_eq!(scene.kept("app/"), before);
}

/// In the place of the browser's window, which nobody is there to use: the folder that the extension has to itself.
const CHOOSES: &str = "globalThis.showDirectoryPicker = () => navigator.storage.getDirectory()";

/// The names of what is in it.
const FILES: &str = "navigator.storage.getDirectory().then(folder => Array.fromAsync(folder.keys()))";

#[test]
fn a_folder_gets_what_is_due() {
    let scene = applied();
    let page = scene.dashboard(DATA);
    page.session().evaluate(CHOOSES);
    page.press("[data-action=choose_folder]");
    page.wait_for(".notice");
    page.settle();
    let name = format!("your-move-{}.json", page.today());
    assert!(page.text(".notice .what").starts_with(&name));
    assert_eq!(page.session().evaluate(FILES), json!([name]));
    page.wait_for("[data-action=leave_folder]");

    // Another page knows the folder, and writes there where one is due.
    page.session().evaluate(&format!(
        "Promise.all([chrome.storage.local.set({{ backup: {} }}), navigator.storage.getDirectory().then(folder => folder.removeEntry({}))])",
        json!(long_ago()),
        json!(name),
    ));
    scene.close(page);
    let page = scene.dashboard("");
    page.wait_for(".notice");
    page.settle();
    assert_eq!(page.session().evaluate(FILES), json!([name]));
    assert!(!page.shows("[data-action=put_off_backup]"));
}

#[test]
fn a_line_reminds_of_it_and_is_put_off() {
    let scene = applied();
    scene.backstage.evaluate(&format!(
        "chrome.storage.local.set({{ backup: {} }})",
        json!(long_ago())
    ));
    let page = scene.dashboard("");
    page.wait_for("[data-action=put_off_backup]");
    assert_eq!(scene.badge(), "", "the icon does not count it");
    page.press("[data-action=put_off_backup]");
    page.wait_until_gone("[data-action=put_off_backup]");
    assert!(scene.kept("backup")["backup"]["later"].is_string());
}
