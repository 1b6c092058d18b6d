//! People, insights and settings: somebody is put right, a picture is read as a table, and a number of the rules is changed.

use super::{Dashboard, HANDS, Hand, Language, Way};
use crate::driver::Key;

const PERSON: &str = "[data-template=person-row]";

/// After how many business days it is asked where things stand, where no closing day is known.
const DUE: &str = "[data-key=r4] [data-list=cases] > :first-child form:first-child input";

#[track_caller]
fn check(language: Language) {
    let dashboard = Dashboard::in_language(language);
    for hand in HANDS {
        for go in [put_somebody_right, read_a_table, change_a_number] {
            let way = dashboard.open(hand, "");
            go(&way);
            dashboard.scene.close(way.page);
        }
    }
}

#[track_caller]
fn put_somebody_right(way: &Way) {
    way.press("nav a[href='#people']");
    way.page.wait_for(PERSON);
    way.check(".screen h1", "People", "Personen");
    way.write("[name=people]", "quill");
    let only = format!("document.querySelectorAll('{PERSON}').length === 1");
    way.session().wait_for("one person", &only);
    way.page.settle();
    way.press("[data-action=person]");
    way.page.wait_for("[data-template=person-file]");
    way.check("[data-opens=correct]", "Edit", "Bearbeiten");
    way.press("[data-opens=correct]");
    way.write("[name=role]", "Talent lead");
    way.press("[data-panel=correct] [type=submit]");
    wait_for_role(way, "Talent lead");
    way.undo();
    wait_for_role(way, "Recruiter");
}

/// Waits until the person who is open is known to have a role.
#[track_caller]
fn wait_for_role(way: &Way, role: &str) {
    let is_it = format!("document.querySelector('.person [data-slot=who]')?.textContent.startsWith('{role} · ')");
    way.session().wait_for(role, &is_it);
    way.page.settle();
}

#[track_caller]
fn read_a_table(way: &Way) {
    way.press("nav a[href='#insights']");
    let first = ".insight:first-child";
    way.page.wait_for(first);
    way.page.settle();
    way.check(".screen h1", "Insights", "Auswertung");
    assert!(!way.page.shows(&format!("{first} table")));
    way.check(&format!("{first} summary"), "As a table", "Als Tabelle");
    way.press(&format!("{first} summary"));
    way.page.wait_for(&format!("{first} tbody th"));
}

#[track_caller]
fn change_a_number(way: &Way) {
    way.press("nav a[href='#settings']");
    way.page.wait_for(".settings-screen h1");
    way.page.settle();
    way.check(".settings-screen h1", "Settings", "Einstellungen");
    match way.hand {
        Hand::Mouse => {
            way.write(DUE, "40");
            // Who goes elsewhere has written it.
            way.page.press(".settings-screen h1");
        }
        Hand::Keys => {
            way.press(".parts a[href='#settings/rules']");
            way.write(DUE, "40");
            way.press_key(Key::Tab);
        }
    }
    way.page.wait_for(".notice");
    way.check(
        ".notice .what",
        "You applied, and no closing day is known: 40 in place of 7.",
        "Beworben, ohne bekannte Bewerbungsfrist: 40 statt 7.",
    );
    way.undo();
    assert_eq!(way.page.value(DUE), "7");
}

#[test]
fn in_english() {
    check(Language::English);
}

#[test]
fn in_german() {
    check(Language::German);
}
