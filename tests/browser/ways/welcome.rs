//! From the welcome to the sample, and on to a dashboard of one's own, of which nothing is kept yet.

use serde_json::json;

use super::{Hand, Language, Way};
use crate::driver::Launch;
use crate::popup::Popup;
use crate::scene::{Scene, WELCOME};

#[track_caller]
fn check(language: Language) {
    let scene = Scene::welcomed(Launch {
        languages: Some(language.accepted()),
        ..Launch::default()
    });
    let welcome = scene.extension.address(WELCOME);
    let target = scene.browser.wait_for_target("page", &welcome, &[]);
    let shown = Popup::new(scene.browser.attach(&target));
    look_around(&scene, language, Hand::Mouse, shown);
    look_around(&scene, language, Hand::Keys, scene.dashboard("#welcome"));
}

#[track_caller]
fn look_around(scene: &Scene, language: Language, hand: Hand, page: Popup) {
    let way = Way { page, hand, language };
    way.check(
        ".screen h1",
        "It knows when it is your move",
        "Damit du weißt, wann du am Zug bist",
    );
    way.press("a[href='dashboard.html?sample']");
    wait_for_ledger(&way, "?sample");
    way.check(".screen h1", "Today", "Heute");
    assert_eq!(way.page.text("nav .number"), "10");
    let remove = ".sample [data-action=remove_sample]";
    way.check(remove, "Remove the sample", "Beispiel entfernen");
    way.press(remove);
    wait_for_ledger(&way, "");
    way.page.wait_for(".first-run");
    assert!(!way.page.shows(".sample"));
    let keys = "chrome.storage.local.get().then(Object.keys)";
    assert_eq!(scene.backstage.evaluate(keys), json!([]));
    scene.close(way.page);
}

/// Waits until the dashboard of the sample, or of what is one's own, is filled.
#[track_caller]
fn wait_for_ledger(way: &Way, search: &str) {
    let is_filled = format!("location.search === '{search}' && document.body?.hasAttribute('data-ready') === true");
    way.session().wait_for("the other dashboard", &is_filled);
    way.page.settle();
}

#[test]
fn in_english() {
    check(Language::English);
}

#[test]
fn in_german() {
    check(Language::German);
}
