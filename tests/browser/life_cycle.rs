//! Worker and browser come and go; what was kept stays, and the badge with it.

use crate::follow_ups::apply_long_ago;
use crate::scene::{HARBOUR_MILL, Scene};

#[test]
fn an_alarm_sets_the_badge_when_the_worker_was_stopped() {
    let scene = Scene::new();
    apply_long_ago(&scene.click(&scene.open(HARBOUR_MILL)));
    scene.wait_for_badge("1");
    let alarm = scene
        .backstage
        .evaluate("chrome.alarms.getAll().then(alarms => alarms.map(({ name }) => name))");
    assert_eq!(alarm.as_array().map(Vec::len), Some(1), "one alarm: {alarm}");

    scene.extension.stop_worker(&scene.browser);
    scene.backstage.evaluate("chrome.action.setBadgeText({ text: 'old' })");
    scene
        .backstage
        .evaluate(&format!("chrome.alarms.create({}, {{ when: Date.now() }})", alarm[0]));
    scene.wait_for_badge("1");
    // It is set anew after it rang.
    scene.backstage.wait_for(
        "the next alarm",
        "chrome.alarms.getAll().then(([alarm]) => alarm?.scheduledTime > Date.now())",
    );
}

#[test]
fn ledger_badge_and_alarm_are_there_after_a_restart() {
    let scene = Scene::new();
    apply_long_ago(&scene.click(&scene.open(HARBOUR_MILL)));
    scene.wait_for_badge("1");
    let kept = scene.kept("");

    let scene = scene.restarted();
    scene.wait_for_badge("1");
    assert_eq!(scene.kept(""), kept);
    scene.backstage.wait_for(
        "the alarm",
        "chrome.alarms.getAll().then(alarms => alarms.length === 1)",
    );
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    assert_eq!(popup.text("#page .kept [data-slot=title]"), "Platform Engineer");
    assert_eq!(popup.moves().len(), 1);
}

#[test]
fn the_popup_does_its_work_while_the_worker_is_stopped() {
    let scene = Scene::new();
    let tab = scene.open(HARBOUR_MILL);
    scene.extension.stop_worker(&scene.browser);
    let popup = scene.click(&tab);
    assert!(
        !scene.extension.is_awake(&scene.browser),
        "opening the popup needs no worker"
    );
    apply_long_ago(&popup);
    assert_eq!(popup.moves().len(), 1);
    scene.wait_for_badge("1");
}
