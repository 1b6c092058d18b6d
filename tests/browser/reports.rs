//! A capture that is wrong is saved as a report, by the browser itself.

use std::fs;

use serde_json::Value;
use your_move::capture::{Found, PageSnapshot, read};

use crate::driver::{Key, until};
use crate::keyboard::tab_to;
use crate::popup::Popup;
use crate::scene::{HARBOUR_MILL, Scene};

/// The report in the file that the browser saved, once all of it is there.
fn saved(folder: &std::path::Path, popup: &Popup) -> Value {
    let shown = popup.value("#page [name=report]");
    let file = folder.join("your-move-report.json");
    until("the report to be saved", || match fs::read_to_string(&file) {
        Ok(text) if text == shown => Ok(()),
        Ok(text) => Err(text),
        Err(error) => Err(error.to_string()),
    });
    serde_json::from_str(&shown).expect("JSON")
}

#[test]
fn it_is_shown_first_and_saved_as_it_was_shown() {
    let scene = Scene::new();
    let folder = scene.downloads();
    let tab = scene.open(&format!("{HARBOUR_MILL}?candidate=mara-lindqvist&id=17"));
    tab.page.evaluate(
        "document.querySelector('main').insertAdjacentHTML('beforeend', \
            '<button>Hi, Mara!</button><p>Questions? jobs@harbour-mill.example, +31 10 555 0199</p><input value=secret>')",
    );
    let popup = scene.click(&tab);
    popup.fill("#page [name=company]", "Harbour Mill Works");
    popup.press("#page [data-action=report]");
    popup.wait_for("#page .report");
    assert_eq!(
        popup
            .session()
            .evaluate("document.querySelector('[name=report]').readOnly"),
        true
    );
    popup.press("#page [data-action=save_report]");
    popup.wait_for("#page .report [data-slot=saved]");
    let report = saved(&folder, &popup);
    let text = report.to_string();
    for gone in ["Mara", "mara", "jobs@", "0199", "secret"] {
        assert!(!text.contains(gone), "{gone} in {text}");
    }
    assert_eq!(report["address"], format!("{HARBOUR_MILL}?candidate=x&id=17"));
    assert_eq!(report["wanted"]["company"], "Harbour Mill Works");
    let snapshot: PageSnapshot = serde_json::from_value(report).expect("a snapshot");
    let (Found::Posting(posting), _) = read(&snapshot) else {
        panic!("a test reads the posting, too");
    };
    assert_eq!(
        posting.title.map(|title| title.value.to_string()).as_deref(),
        Some("Platform Engineer")
    );
    popup.press("#page .report [data-action=cancel]");
    popup.wait_until_gone("#page .report");
    assert_eq!(
        popup.value("#page [name=company]"),
        "Harbour Mill Works",
        "the card is as it was"
    );
}

#[test]
fn without_a_mouse_where_there_is_no_posting() {
    let scene = Scene::new();
    let folder = scene.downloads();
    let popup = scene.click(&scene.open("https://kitchen.example/bread"));
    popup.wait_for("#page .slip");
    popup.settle();
    let session = popup.session();
    tab_to(&popup, "#page [data-action=report]");
    session.press(Key::Enter);
    popup.wait_for("#page .report");
    popup.settle();
    assert_eq!(
        session.evaluate("document.activeElement.name"),
        "report",
        "it is to be looked over"
    );
    assert_eq!(
        session.evaluate("document.activeElement.scrollTop"),
        0,
        "from its beginning"
    );
    tab_to(&popup, "#page [data-action=save_report]");
    session.press(Key::Enter);
    popup.wait_for("#page .report [data-slot=saved]");
    assert_eq!(saved(&folder, &popup)["address"], "https://kitchen.example/bread");
    session.press(Key::Escape);
    popup.wait_until_gone("#page .report");
    assert_ne!(session.evaluate("document.activeElement.localName"), "body");
}
