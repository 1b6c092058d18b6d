//! Today: the message of a row is drafted, one is put off, and several at once.

use chrono::Days;

use super::{Dashboard, HANDS, Hand, Language, Way};
use crate::driver::Key;

const FIRST: &str = "[data-list=groups] > :first-child [data-list=moves] > li:first-child";

#[track_caller]
fn check(language: Language) {
    let dashboard = Dashboard::in_language(language);
    for hand in HANDS {
        let way = dashboard.open(hand, "");
        way.check(".screen h1", "Today", "Heute");
        let due = way.page.texts(":not([data-ahead]) > .move h3");
        assert_eq!(due.len(), 3, "{due:?}");
        draft(&way);
        put_off_one(&way);
        dashboard.scene.wait_for_badge("2");
        way.undo();
        dashboard.scene.wait_for_badge("3");
        put_off_two(&way);
        dashboard.scene.wait_for_badge("1");
        way.undo();
        dashboard.scene.wait_for_badge("3");
        assert_eq!(way.page.texts(":not([data-ahead]) > .move h3"), due);
        dashboard.scene.close(way.page);
    }
}

/// Looks at the message of the first row, and closes it.
#[track_caller]
fn draft(way: &Way) {
    let write = format!("{FIRST} [data-action=write]");
    match way.hand {
        Hand::Mouse => way.page.press(&write),
        Hand::Keys => way.keys("jw"),
    }
    way.page.wait_for(".letter");
    way.check(".letter [data-action=copy]", "Copy", "Kopieren");
    assert_ne!(way.page.value(".letter [name=body]"), "");
    match way.hand {
        Hand::Mouse => way.page.press(".letter [data-action=cancel]"),
        Hand::Keys => {
            way.press_key(Key::Escape);
            assert!(way.is_on(&write), "the focus is back where the message was opened");
        }
    }
    way.page.wait_until_gone(".letter");
}

#[track_caller]
fn put_off_one(way: &Way) {
    match way.hand {
        Hand::Mouse => way.page.press(&format!("{FIRST} [data-opens=later]")),
        // It means the row that has the focus.
        Hand::Keys => way.keys("l"),
    }
    way.page.wait_for(&format!("{FIRST} [data-panel=later]"));
    choose_day(way, FIRST);
}

#[track_caller]
fn put_off_two(way: &Way) {
    match way.hand {
        Hand::Mouse => way.page.select_two(),
        Hand::Keys => {
            way.press_key(Key::Escape);
            way.page.wait_until_gone(".notice");
            way.keys("jx");
            way.keys("jx");
        }
    }
    way.check(".selection .what", "2 selected", "2 ausgewählt");
    way.press(".selection [data-opens=later]");
    choose_day(way, ".selection");
    way.check(".notice .what", "2 are put off.", "2 sind verschoben.");
    assert!(!way.page.shows(".selection"));
}

/// Puts off what is unfolded: to the first day that is offered, or to one that is typed.
#[track_caller]
fn choose_day(way: &Way, place: &str) {
    match way.hand {
        Hand::Mouse => way.page.press(&format!("{place} [data-list=days] > :first-child")),
        Hand::Keys => {
            way.write_day(&format!("{place} [name=to]"), way.page.today() + Days::new(7));
            way.press_key(Key::Enter);
        }
    }
}

#[test]
fn in_english() {
    check(Language::English);
}

#[test]
fn in_german() {
    check(Language::German);
}
