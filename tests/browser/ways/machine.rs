//! Another machine: a file is saved for it, and what comes from it is looked at and brought in.

use std::fs;
use std::path::Path;

use serde_json::json;

use super::{Dashboard, HANDS, Hand, Language, Way};
use crate::driver::until;

const FILE: &str = "[data-key=restore] [name=file]";
const PREVIEW: &str = "[data-key=preview]";

#[track_caller]
fn check(language: Language) {
    let dashboard = Dashboard::in_language(language);
    let downloads = dashboard.scene.downloads();
    for (hand, title) in HANDS.into_iter().zip(["Lamp Trimmer", "Bell Ringer"]) {
        let way = dashboard.open(hand, "");
        way.press("nav a[href='#settings']");
        way.page.wait_for(".settings-screen h1");
        way.page.settle();
        way.press(".parts a[href='#settings/data']");
        way.press("a[href='#machine']");
        way.page.wait_for(".machine-screen");
        way.page.settle();
        way.check(
            ".machine-screen h1",
            "Bring another machine up to date",
            "Ein anderes Gerät auf denselben Stand bringen",
        );

        let file = downloads.join(format!("your-move-{}.json", way.page.today()));
        let _ = fs::remove_file(&file);
        way.press(".machine-screen .part:first-child [data-action=back_up]");
        way.page.wait_for(".notice");
        way.check_beginning(".notice .what", "Saved as your-move-", "Gespeichert als your-move-");
        until("the file to be saved", || {
            fs::metadata(&file).map_err(|error| error.to_string())
        });

        let other = downloads.join(format!("{title}.json"));
        fs::write(&other, file_of_one(title)).expect("a file");
        bring_in(&way, &other);
        dashboard.scene.close(way.page);
        let way = dashboard.open(hand, "#applications");
        way.page.wait_for(".application-row");
        assert!(way.page.texts(".application-row a").iter().any(|found| found == title));
        dashboard.scene.close(way.page);
    }
}

/// What another machine may have saved, of one application.
fn file_of_one(title: &str) -> String {
    let titled = json!({ "on": "2026-11-02", "what": { "corrected": { "title": title } } });
    let applied = json!({ "on": "2026-11-02", "what": "applied" });
    json!({ "your_move_backup": 1, "applications": [{ "id": title, "events": [titled, applied] }] }).to_string()
}

/// Chooses the file, and brings in what it has.
#[track_caller]
fn bring_in(way: &Way, file: &Path) {
    if let Hand::Keys = way.hand {
        // What is chosen from is the browser's own.
        way.reach(FILE);
    }
    way.page.choose_file(FILE, file);
    way.page.wait_for(PREVIEW);
    way.page.settle();
    let will_come = way.page.texts(&format!("{PREVIEW} summary")).remove(0);
    let new = ["One application that is not here", "Eine Bewerbung, die hier fehlt"];
    assert_eq!(will_come, way.language.of(new[0], new[1]));
    way.press(&format!("{PREVIEW} [type=submit]"));
    way.page.wait_for(".came");
    way.page.settle();
    way.check(".came h3", "What came", "Was gekommen ist");
}

#[test]
fn in_english() {
    check(Language::English);
}

#[test]
fn in_german() {
    check(Language::German);
}
