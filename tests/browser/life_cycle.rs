//! Worker and browser come and go; what was kept stays, and the badge with it.

use crate::driver::Session;
use crate::files::change;
use crate::follow_ups::apply_long_ago;
use crate::scene::{HARBOUR_MILL, HARBOUR_MILL_SECOND, NORTHWIND, Scene, WELCOME};

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

/// F17: the core starts because of an event, so that none comes when it is ready.
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

/// A core that is ready five seconds late, and says that it was.
const SLOW: &str = "{
    const { instantiateStreaming } = WebAssembly;
    WebAssembly.instantiateStreaming = async (...source) => {
        await new Promise((wake) => setTimeout(wake, 5000));
        globalThis.isLate = true;
        return instantiateStreaming(...source);
    };
}";

/// F17: the alarm rings and the icon is clicked long before the cores of worker and popup are ready.
#[test]
fn an_alarm_and_a_click_wait_for_a_slow_core() {
    let scene = Scene::new();
    keep_two(&scene);
    wait_for_alarm(&scene);
    scene.extension.stop_worker(&scene.browser);
    scene.backstage.evaluate("chrome.action.setBadgeText({ text: 'old' })");
    let tab = scene.open(HARBOUR_MILL);
    scene.browser.begin_with(SLOW);
    let is_late = "globalThis.isLate === true";
    scene.ring();
    // Nobody but the worker has heard of that.
    scene.wait_for_badge("1");
    let worker = scene.extension.worker(&scene.browser);
    worker.wait_for("the worker's core to be late", is_late);
    wait_for_alarm(&scene);
    let popup = scene.click(&tab);
    popup.session().wait_for("the popup's core to be late", is_late);
    assert_eq!(popup.text("#page .kept [data-slot=title]"), "Platform Engineer");
    assert_eq!(popup.moves().len(), 1);
}

/// F23: the browser forgets the alarms when it closes.
#[test]
fn ledger_badge_and_alarm_are_there_after_a_restart() {
    let scene = Scene::lasting();
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

/// F16.
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

/// F16: it is awake, and waits for what never comes.
#[test]
fn the_popup_does_its_work_while_the_worker_hangs() {
    let scene = Scene::new();
    keep_two(&scene);
    wait_for_alarm(&scene);
    let worker = wake(&scene);
    hold(&worker, "chrome.storage.local.get");
    scene.backstage.evaluate(RING);
    worker.wait_for("the worker to hang", IS_HELD);
    let popup = scene.click(&scene.open(HARBOUR_MILL_SECOND));
    assert_eq!(popup.moves().len(), 1);
    popup.apply_today();
    assert_eq!(popup.text("#page .kept [data-slot=title]"), "Mill Hand");
    popup.press("#moves [data-action=sent]");
    assert_eq!(popup.moves().len(), 0);
    assert_eq!(scene.kept("app/").len(), 3);
    assert_eq!(worker.evaluate(IS_HELD), true, "it is the same worker still");
}

/// F23: the browser forgets the alarms of an extension that is disabled. F22: a worker hears that it is enabled again, and an event page does not.
#[test]
fn badge_and_alarm_are_there_after_it_was_disabled() {
    let scene = Scene::new();
    keep_two(&scene);
    let scene = scene.disabled_and_enabled();
    scene.wait_for_badge("1");
    wait_for_alarm(&scene);
}

/// F23: another version takes the place of the one that has set badge and alarm.
#[test]
fn badge_and_alarm_are_there_after_an_update() {
    let scene = Scene::of_copy();
    keep_two(&scene);
    wait_for_alarm(&scene);
    let kept = scene.kept("");
    scene.extension.settle(&scene.browser);
    scene.backstage.evaluate("chrome.alarms.clearAll()");
    change(&scene.extension.folder().join("manifest.json"), |bytes| {
        let manifest = String::from_utf8_lossy(bytes).replace(r#""version": ""#, r#""version": "1"#);
        *bytes = manifest.into_bytes();
    });
    let version = scene.backstage.evaluate(VERSION);
    let scene = scene.reloaded();
    assert_ne!(scene.backstage.evaluate(VERSION), version);
    scene.wait_for_badge("1");
    wait_for_alarm(&scene);
    assert_eq!(scene.kept(""), kept);
    let welcome = scene.extension.address(WELCOME);
    assert!(scene.browser.targets("page", &welcome).is_empty(), "nobody is new here");
    assert_eq!(scene.click(&scene.open(HARBOUR_MILL)).moves().len(), 1);
}

/// Which version of the extension there is.
const VERSION: &str = "chrome.runtime.getManifest().version";

/// Makes the alarm ring, whether one is set or not.
const RING: &str = "chrome.alarms.create('follow-up', { when: Date.now() })";

/// Wakes the worker, and waits until it has done its work: the alarm comes last of it, and takes the place of one that has not rung yet.
#[track_caller]
fn wake(scene: &Scene) -> Session {
    scene.backstage.evaluate(RING);
    let worker = scene.extension.worker(&scene.browser);
    scene.wait_for_badge("1");
    wait_for_alarm(scene);
    worker
}

/// Whether a worker waits for what it was [held](hold) at.
const IS_HELD: &str = "globalThis.isHeld === true";

/// Has a worker wait for ever at one of the browser's calls.
#[track_caller]
fn hold(worker: &Session, call: &str) {
    worker.evaluate(&format!(
        "{call} = () => {{ globalThis.isHeld = true; return new Promise(() => {{}}); }}; undefined"
    ));
}

/// F2, F22: closed at each thing that it waits for.
#[test]
fn a_worker_that_is_closed_at_its_work_leaves_all_of_it_to_the_next() {
    let scene = Scene::new();
    keep_two(&scene);
    wait_for_alarm(&scene);
    let (kept, records) = (scene.kept(""), scene.kept("app/"));
    for (call, event) in [
        ("chrome.storage.local.get", RING),
        ("chrome.action.setBadgeText", RING),
        ("chrome.action.setTitle", RING),
        ("chrome.alarms.create", RING),
        ("indexedDB.open", RING),
        ("navigator.locks.request", LOSE_AGENDA),
        ("chrome.storage.local.set", LOSE_AGENDA),
    ] {
        let worker = wake(&scene);
        scene.backstage.evaluate("chrome.action.setBadgeText({ text: 'old' })");
        worker.evaluate(CLOSE_MIRROR);
        hold(&worker, call);
        scene.backstage.evaluate(event);
        worker.wait_for(&format!("the worker to wait at {call}"), IS_HELD);
        scene.extension.stop_worker(&scene.browser);
        assert_eq!(scene.kept("app/"), records, "closed at {call}");
        wake(&scene);
        assert_eq!(scene.kept(""), kept, "closed at {call}");
        scene.extension.stop_worker(&scene.browser);
    }
}

/// Takes away what the worker makes anew under the lock, and wakes it with that.
const LOSE_AGENDA: &str = "chrome.storage.local.get().then(Object.keys)
    .then((keys) => chrome.storage.local.remove(keys.filter((key) => key.startsWith('agenda/'))))";

/// The browser has closed a worker's connection to the mirror, so that the worker opens another.
const CLOSE_MIRROR: &str =
    "IDBDatabase.prototype.transaction = () => { throw new DOMException('closed', 'InvalidStateError'); }; undefined";

/// F19: of an extension that is gone, its page has nothing more to call.
#[test]
fn an_old_page_asks_to_be_loaded_anew_and_writes_nothing() {
    let scene = Scene::new();
    keep_two(&scene);
    let page = scene.dashboard("");
    let kept = scene.kept("");
    page.session()
        .evaluate("globalThis.chrome = { runtime: {} }; undefined");
    page.press("[data-list=groups] > :first-child [data-list=moves] > li:first-child [data-action=sent]");
    let is_said = "document.body.innerText.includes('Your Move was updated')";
    page.session().wait_for("the page to ask to be loaded anew", is_said);
    assert_eq!(scene.kept(""), kept);
}
