//! Where no posting can be read, one is written by hand.

use serde_json::json;

use crate::popup::Popup;
use crate::scene::{HARBOUR_MILL, Scene};

/// Opens the form by the button in a part of the popup.
fn begin(popup: &Popup, part: &str) {
    popup.press(&format!("{part} [data-action=manual]"));
    popup.wait_for("#page form.capture[data-mode=manual]");
}

/// Clicks above a page that is no posting, and writes one down.
#[track_caller]
fn check(address: &str) {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(address));
    popup.wait_for("#page .slip [data-slot=why]");
    begin(&popup, "#page");
    popup.fill("#page [name=title]", "Lighthouse Keeper");
    popup.fill("#page [name=company]", "Northern Lights Board");
    popup.apply_today();
    let events = scene.events();
    let facts: Vec<String> = events.iter().map(|event| event["what"].to_string()).collect();
    let facts = facts.join("\n");
    assert!(
        facts.contains("Lighthouse Keeper") && facts.contains("Northern Lights Board"),
        "{facts}"
    );
    assert!(
        events.iter().any(|event| event["what"] == json!({ "applied": {} })),
        "{facts}"
    );
}

#[test]
fn on_a_page_of_the_browser() {
    check("chrome://version/");
}

#[test]
fn on_a_pdf() {
    check("https://careers.harbour-mill.example/jobs/carpenter.pdf");
}

#[test]
fn what_is_closed_says_so() {
    let scene = Scene::new();
    for address in [
        "chrome://version/",
        "https://careers.harbour-mill.example/jobs/carpenter.pdf",
        "https://chromewebstore.google.com/detail/anything",
    ] {
        let popup = scene.click(&scene.open(address));
        let why = popup.text("#page .slip [data-slot=why]");
        assert!(why.contains("lets no extension read"), "{address}: {why}");
        scene.close(popup);
    }
}

#[test]
fn on_a_page_that_is_no_posting() {
    check("https://kitchen.example/bread");
}

#[test]
fn one_can_go_back_without_keeping_anything() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open("chrome://version/"));
    popup.press("#page [data-action=manual]");
    popup.press("#page [data-action=back]");
    popup.wait_for("#page .slip");
    assert_eq!(scene.kept("").len(), 0);
}

#[test]
fn beside_a_posting_that_stays_as_it_was() {
    let scene = Scene::new();
    let tab = scene.open(HARBOUR_MILL);
    let popup = scene.click(&tab);
    popup.fill("#page [name=company]", "Harbour Mill Works");
    begin(&popup, ".masthead");
    popup.fill("#page [name=title]", "Lighthouse Keep");
    scene.close(popup);
    let popup = scene.click(&tab);
    assert_eq!(popup.value("#page [name=company]"), "Harbour Mill Works");
    begin(&popup, ".masthead");
    assert_eq!(popup.value("#page [name=title]"), "Lighthouse Keep");
    popup.fill("#page [name=title]", "Lighthouse Keeper");
    popup.apply_today();
    assert_eq!(popup.text("#page .kept [data-slot=title]"), "Lighthouse Keeper");
    popup.press("#page .kept [data-action=back]");
    popup.wait_for("#page form.capture[data-mode=read]");
    assert_eq!(popup.value("#page [name=company]"), "Harbour Mill Works");
}
