//! Sites that the user lets be watched: what is noticed there, and that nothing is watched before.

use serde_json::json;

use crate::driver::Session;
use crate::scene::{HARBOUR_MILL, HARBOUR_MILL_SECOND, NORTHWIND, Scene};

const APPLY: &str = "https://careers.harbour-mill.example/jobs/mill-hand/apply";
const SITE: &str = "https://careers.harbour-mill.example/*";

/// A browser in which the user, who is not new here, has just let the site be watched, from the popup.
#[track_caller]
fn watching() -> Scene {
    let scene = Scene::lasting();
    let popup = scene.click(&scene.open(NORTHWIND));
    popup.apply_today();
    scene.close(popup);
    let scene = scene.allowing(SITE);
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    popup.press(".dock [data-opens=settings]");
    popup.press(".site [data-action=watch]");
    popup.wait_for(".site [data-action=unwatch]");
    scene.close(popup);
    let is_there = "chrome.scripting.getRegisteredContentScripts().then((scripts) => scripts.length === 1)";
    scene.backstage.wait_for("the watcher to be registered", is_there);
    scene
}

/// Waits until the worker has seen the page of a posting.
#[track_caller]
fn wait_until_seen(scene: &Scene) {
    let trail = "chrome.storage.session.get().then((all) => Object.keys(all).some((key) => key.startsWith('trail/')))";
    scene.backstage.wait_for("the posting to be seen", trail);
}

/// Clicks the first element that matches.
#[track_caller]
fn press(page: &Session, selector: &str) {
    let place = format!(
        "(({{ left, top, width, height }}) => [left + width / 2, top + height / 2])(document.querySelector({}).getBoundingClientRect())",
        json!(selector)
    );
    let missed = page.click(&place, 1).expect("a place on the page");
    assert_eq!(missed, None, "{selector}");
}

#[test]
fn a_form_that_was_sent_is_proposed_and_written_down_once_it_is_confirmed() {
    let scene = watching();
    let page = scene.open(HARBOUR_MILL_SECOND).page;
    wait_until_seen(&scene);
    page.go(APPLY);
    page.wait_for("the form", "document.querySelector('[name=why]') !== null");
    // One that is not filled in is not sent.
    press(&page, "[name=name]");
    press(&page, "main form button");
    for (field, text) in [("name", "Ada King"), ("email", "ada@example.com"), ("why", "It turns.")] {
        press(&page, &format!("[name={field}]"));
        page.type_text(text);
    }
    assert_eq!(scene.badge(), "");
    press(&page, "main form button");
    scene.wait_for_badge("1");
    assert_eq!(scene.kept("app/").len(), 1, "nothing is written down by itself");
    scene.wait_for_tooltip("One application to confirm");

    let popup = scene.click(&scene.open(HARBOUR_MILL));
    popup.wait_for(".noticed");
    assert_eq!(popup.text(".proposal .what"), "Mill Hand · Harbour Mill");
    popup.press(".proposal [data-action=confirm]");
    popup.wait_for("#page .kept");
    assert_eq!(popup.text(".kept [data-slot=title]"), "Mill Hand");
    assert_eq!(popup.text(".kept [data-slot=stage]"), "Applied");
    popup.wait_until_gone(".noticed");
    scene.wait_for_badge("");
}

/// F47: a message that does not come from such a page is passed over, be it one of the extension's own.
#[test]
fn a_watched_page_alone_is_heard() {
    let scene = watching();
    let sent = "chrome.runtime.sendMessage({ look: true, sent: { files: 1, filled: 54321 } }).then(() => 'sent', () => 'sent')";
    assert_eq!(scene.backstage.evaluate(sent), "sent");
    // They are heard in their order: the page's comes after it.
    scene.open(APPLY);
    let seen = "chrome.storage.session.get().then((all) => JSON.stringify(all))";
    let posting = format!("{seen}.then((all) => all.includes('trail/'))");
    scene.backstage.wait_for("the page to be heard", &posting);
    let trails = scene.backstage.evaluate(seen).to_string();
    // Five digits: two of them stand in many a checksum.
    assert!(!trails.contains("54321"), "{trails}");
    assert_eq!(scene.badge(), "");
}

#[test]
fn what_is_let_be_is_watched_no_more() {
    let scene = watching();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    popup.press(".dock [data-opens=settings]");
    popup.press(".site [data-action=unwatch]");
    popup.wait_for(".site [data-action=watch]");
    let registered = "chrome.scripting.getRegisteredContentScripts().then((scripts) => scripts.length)";
    scene.backstage.wait_for(
        "no script to be registered",
        &format!("{registered}.then((count) => count === 0)"),
    );
}

#[test]
fn no_script_runs_on_any_page_until_the_user_lets_it() {
    let scene = Scene::new();
    let registered = "chrome.scripting.getRegisteredContentScripts().then((scripts) => scripts.length)";
    assert_eq!(scene.backstage.evaluate(registered), 0);
    let granted = "chrome.permissions.getAll().then(({ origins }) => origins.length)";
    assert_eq!(scene.backstage.evaluate(granted), 0);
    scene.open(HARBOUR_MILL_SECOND);
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    popup.press(".dock [data-opens=settings]");
    assert_eq!(
        popup.text(".site [data-action=watch]"),
        "Notice applications on careers.harbour-mill.example"
    );
    let trails =
        "chrome.storage.session.get().then((all) => Object.keys(all).filter((key) => key.startsWith('trail/')).length)";
    assert_eq!(scene.backstage.evaluate(trails), 0);
}
