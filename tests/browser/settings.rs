//! What is chosen in the popup's corner: how it looks, and when the day begins.

use serde_json::{Value, json};

use crate::driver::Key;
use crate::keyboard::tab_to;
use crate::popup::Popup;
use crate::scene::{HARBOUR_MILL, Scene};
use crate::scheme::{Scheme, prefer};

const GEAR: &str = ".dock [data-opens=settings]";

/// The colours of the popup's ground and text.
#[track_caller]
fn colours(popup: &Popup) -> Value {
    popup
        .session()
        .evaluate("(({ backgroundColor, color }) => [backgroundColor, color])(getComputedStyle(document.body))")
}

/// Waits until the one alarm is set for that hour of the wall clock.
#[track_caller]
fn wait_for_alarm_at(scene: &Scene, hour: u32) {
    let alarm = "chrome.alarms.getAll().then(alarms => alarms.map(({ scheduledTime }) => new Date(scheduledTime)))";
    let is_there = format!("{alarm}.then(times => times.length === 1 && times[0].getHours() === {hour})");
    scene.backstage.wait_for(&format!("the alarm at {hour}"), &is_there);
}

#[test]
fn the_popup_looks_as_the_user_chose_at_once_and_from_then_on() {
    let scene = Scene::new();
    let tab = scene.open(HARBOUR_MILL);
    let popup = scene.click(&tab);
    prefer(popup.session(), Scheme::Light);
    let light = colours(&popup);
    prefer(popup.session(), Scheme::Dark);
    let dark = colours(&popup);
    assert_ne!(light, dark);
    prefer(popup.session(), Scheme::Light);
    popup.press(GEAR);
    popup.press(".settings [value=dark]");
    assert_eq!(colours(&popup), dark);
    scene.close(popup);

    let popup = scene.click(&tab);
    prefer(popup.session(), Scheme::Light);
    assert_eq!(colours(&popup), dark);
    popup.press(GEAR);
    assert_eq!(popup.value(".settings [name=appearance]:checked"), "dark");
    popup.press(".settings [value=system]");
    assert_eq!(colours(&popup), light);
    prefer(popup.session(), Scheme::Dark);
    assert_eq!(colours(&popup), dark);
    popup.press(".settings [value=light]");
    assert_eq!(colours(&popup), light);
}

#[test]
fn it_does_before_the_core_has_started() {
    let scene = Scene::new();
    let tab = scene.open(HARBOUR_MILL);
    let popup = scene.click(&tab);
    popup.press(GEAR);
    popup.press(".settings [value=dark]");
    let dark = colours(&popup);
    scene.close(popup);
    // What the frame alone looks like: its document, without the core.
    let stopped =
        "if (location.pathname === '/popup.html') WebAssembly.instantiateStreaming = () => new Promise(() => {});";
    scene.browser.begin_with(stopped);
    let frame = scene.extension.click(&scene.browser, &tab);
    frame.wait_for("the frame", "document.readyState === 'complete'");
    let ground = frame.evaluate("getComputedStyle(document.body).backgroundColor");
    assert_eq!(ground, dark[0]);
    assert_eq!(frame.evaluate("document.body.hasAttribute('data-ready')"), false);
}

#[test]
fn the_alarm_rings_at_the_hour_at_which_the_day_begins() {
    let scene = Scene::new();
    let tab = scene.open(HARBOUR_MILL);
    let popup = scene.click(&tab);
    popup.apply_today();
    wait_for_alarm_at(&scene, 8);
    popup.press(GEAR);
    assert_eq!(popup.value(".settings [name=day_begins]"), "08:00");
    popup.focus(".settings [name=day_begins]");
    // As American English types an hour: its two digits, then AM or PM.
    popup.session().type_text("11");
    wait_for_alarm_at(&scene, 11);
    popup.settle();
    assert!(popup.text(".settings [data-slot=day_begins_hint]").contains("11:00"));
    // A field that is emptied changes nothing, and says what is wanted.
    popup.session().press(Key::Delete);
    popup.wait_for(".settings .error");
    assert_eq!(popup.text(".settings .error"), "Choose a full hour, such as 08:00.");
    wait_for_alarm_at(&scene, 11);
    scene.close(popup);
    // It is still so when the worker is woken by itself.
    let popup = scene.click(&tab);
    popup.press(GEAR);
    assert_eq!(popup.value(".settings [name=day_begins]"), "11:00");
    wait_for_alarm_at(&scene, 11);
}

#[test]
fn all_of_it_is_done_without_a_mouse() {
    let scene = Scene::new();
    let tab = scene.open(HARBOUR_MILL);
    let popup = scene.click(&tab);
    popup.apply_today();
    let session = popup.session();
    tab_to(&popup, GEAR);
    session.press(Key::Enter);
    popup.wait_for(".settings");
    assert_eq!(session.evaluate("document.activeElement.value"), "system");
    assert_eq!(
        session.evaluate(&format!("document.querySelector({}).ariaExpanded", json!(GEAR))),
        "true"
    );
    session.press(Key::Right);
    session.press(Key::Right);
    session.wait_for(
        "the dark look",
        "document.documentElement.dataset.appearance === 'dark'",
    );
    tab_to(&popup, ".settings [name=day_begins]");
    session.type_text("09");
    wait_for_alarm_at(&scene, 9);
    // Escape closes what was opened, and the focus is where it came from; the popup stays.
    session.press(Key::Escape);
    popup.wait_until_gone(".settings");
    assert_eq!(
        session.evaluate(&format!("document.activeElement.matches({})", json!(GEAR))),
        true
    );
}
