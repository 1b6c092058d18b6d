//! Where no posting can be read, one is written by hand.

use serde_json::json;

use crate::driver::Kind;
use crate::popup::Popup;
use crate::scene::{BROWSER_PAGE, HARBOUR_MILL, Scene};

/// Opens the form by the button in a part of the popup.
fn begin(popup: &Popup, part: &str) {
    popup.press(&format!("{part} [data-action=manual]"));
    popup.wait_for("#page form.capture[data-mode=manual]");
}

/// Clicks above a page that is no posting, and writes one down.
#[track_caller]
fn check(address: &str) {
    check_in(&Scene::new(), address);
}

#[track_caller]
fn check_in(scene: &Scene, address: &str) {
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

/// F40.
#[test]
fn on_a_page_of_the_browser() {
    check(BROWSER_PAGE);
}

/// F40.
#[test]
fn on_a_pdf() {
    check("https://careers.harbour-mill.example/jobs/carpenter.pdf");
}

/// F40: no extension is let into files unless the user says so.
#[test]
fn on_a_file() {
    let scene = Scene::new().without_files();
    let address = format!(
        "file://{}/tests/browser/pages/harbour-mill.html",
        env!("CARGO_MANIFEST_DIR")
    );
    let popup = scene.click(&scene.open(&address));
    check_closed(&popup);
    scene.close(popup);
    check_in(&scene, &address);
}

/// Checks that it is said that the browser lets nobody read the page.
#[track_caller]
fn check_closed(popup: &Popup) {
    let why = popup.text("#page .slip [data-slot=why]");
    assert!(why.contains("lets no extension read"), "{why}");
}

/// F40: the browser's own pages, documents and its store.
#[test]
fn what_is_closed_says_so() {
    let scene = Scene::new();
    for address in [
        BROWSER_PAGE,
        "https://careers.harbour-mill.example/jobs/carpenter.pdf",
        // Each browser closes its makers' own.
        match Kind::chosen() {
            Kind::Chromium => "https://chromewebstore.google.com/detail/anything",
            Kind::Firefox => "https://addons.mozilla.org/firefox/addon/anything",
        },
    ] {
        let popup = scene.click(&scene.open(address));
        check_closed(&popup);
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
    let popup = scene.click(&scene.open(BROWSER_PAGE));
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
