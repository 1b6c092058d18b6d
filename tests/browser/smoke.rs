//! The harness itself, with a small extension in the place of ours.

use std::fs;

use crate::driver::{Browser, Key, Launch};
use crate::extension::Extension;
use crate::profile::Profile;
use crate::server::{NOTHING_ELSE, Server};

const MANIFEST: &str = r#"{
  "manifest_version": 3, "name": "Smoke", "version": "1",
  "permissions": ["activeTab", "alarms", "scripting", "storage"],
  "action": { "default_popup": "popup.html" },
  "background": { "service_worker": "background.js" }
}"#;
const BACKGROUND: &str = "chrome.alarms.onAlarm.addListener(({ name }) => chrome.action.setBadgeText({ text: name }));";
const POPUP: &str = "<!doctype html><title>Smoke</title><button>One</button><input>";
const READ_THE_TAB: &str = "chrome.tabs.query({ active: true, currentWindow: true })\
    .then(([{ id }]) => chrome.scripting.executeScript({ target: { tabId: id }, func: () => location.href }))\
    .then(([{ result }]) => result)";
const POSTING: &str = "https://careers.harbour-mill.example/jobs/platform-engineer";

#[test]
fn a_click_opens_the_page_to_the_popup_and_an_alarm_wakes_the_worker() {
    let (profile, server) = (Profile::new(), Server::start());
    let folder = profile.beside().join("extension");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("manifest.json"), MANIFEST).unwrap();
    fs::write(folder.join("background.js"), BACKGROUND).unwrap();
    fs::write(folder.join("popup.html"), POPUP).unwrap();
    let arguments = [NOTHING_ELSE.to_owned(), Extension::argument(&folder)];
    let launch = Launch { arguments: &arguments, ..Launch::default() };

    let browser = Browser::start(&profile.path(), launch);
    server.stand_in(&browser);
    let extension = Extension::of(&browser);
    let backstage = extension.backstage(&browser);
    let tab = browser.open(POSTING);
    assert_eq!(server.asked().first().map(String::as_str), Some(POSTING));
    let popup = extension.click(&browser, &tab);
    assert_eq!(popup.evaluate(READ_THE_TAB), POSTING);

    let focused = |popup: &crate::driver::Session| popup.evaluate("document.activeElement.localName");
    popup.press(Key::Tab);
    assert_eq!(focused(&popup), "button");
    popup.press(Key::Tab);
    popup.type_text("Größe 7");
    assert_eq!(popup.evaluate("document.activeElement.value"), "Größe 7");
    popup.press(Key::SelectAll);
    popup.press(Key::Delete);
    assert_eq!(popup.evaluate("document.activeElement.value"), "");
    popup.press(Key::ShiftTab);
    assert_eq!(focused(&popup), "button");

    extension.stop_worker(&browser);
    assert!(!extension.is_awake(&browser));
    backstage.evaluate("chrome.alarms.create('7', { when: Date.now() })");
    backstage.wait_for("the badge", "chrome.action.getBadgeText({}).then(text => text === '7')");
    backstage.evaluate("chrome.storage.local.set({ kept: 'yes' })");
    browser.quit();

    let browser = Browser::start(&profile.path(), launch);
    let backstage = Extension::of(&browser).backstage(&browser);
    assert_eq!(backstage.evaluate("chrome.storage.local.get().then(({ kept }) => kept)"), "yes");
}
