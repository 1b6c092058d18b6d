//! Worker and browser come and go; what was kept stays, and the badge with it.

use crate::follow_ups::apply_long_ago;
use crate::scene::{HARBOUR_MILL, NORTHWIND, Scene};

/// Keeps one application with something due, and one whose check-in is yet to come: that is what the alarm is for.
#[track_caller]
fn keep_two(scene: &Scene) {
    scene.click(&scene.open(NORTHWIND)).apply_today();
    apply_long_ago(&scene.click(&scene.open(HARBOUR_MILL)));
    scene.wait_for_badge("1");
}

/// Waits until there is one alarm, and it is yet to ring.
#[track_caller]
fn wait_for_alarm(scene: &Scene) {
    scene.backstage.wait_for(
        "the alarm",
        "chrome.alarms.getAll().then(alarms => alarms.length === 1 && alarms[0].scheduledTime > Date.now())",
    );
}

#[test]
fn an_alarm_sets_the_badge_when_the_worker_was_stopped() {
    let scene = Scene::new();
    keep_two(&scene);
    wait_for_alarm(&scene);
    scene.extension.stop_worker(&scene.browser);
    scene.backstage.evaluate("chrome.action.setBadgeText({ text: 'old' })");
    scene.ring();
    scene.wait_for_badge("1");
    wait_for_alarm(&scene);
}

#[test]
fn ledger_badge_and_alarm_are_there_after_a_restart() {
    let scene = Scene::new();
    keep_two(&scene);
    let kept = scene.kept("");

    let scene = scene.restarted();
    scene.wait_for_badge("1");
    wait_for_alarm(&scene);
    assert_eq!(scene.kept(""), kept);
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
