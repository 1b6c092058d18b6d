//! Two at once.

use crate::crowd::write_at_once;
use crate::fill::HOLD;
use crate::scene::{HARBOUR_MILL, NORTHWIND, Scene};

/// How many wait for the ledger's lock.
const WAITING: &str = "navigator.locks.query()
    .then(({ pending }) => pending.filter(({ name }) => name === 'ledger').length)";

/// How many hold it.
const HELD: &str = "navigator.locks.query()
    .then(({ held }) => held.filter(({ name }) => name === 'ledger').length)";

/// Waits until so many hold it.
#[track_caller]
fn wait_for_holders(scene: &Scene, number: u8) {
    let condition = format!("{HELD}.then(held => held === {number})");
    scene.backstage.wait_for("the lock to change hands", &condition);
}

#[test]
fn a_button_that_is_let_go_elsewhere_holds_nobody_up() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    popup.settle();
    popup.hold("#page form.capture .split [type=submit]");
    wait_for_holders(&scene, 1);
    popup.let_go((1.0, 1.0));
    wait_for_holders(&scene, 0);
    assert!(scene.kept("app/").is_empty(), "that was no click");
}

/// F14.
#[test]
fn a_page_that_is_closed_with_the_lock_holds_nobody_up() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    popup.settle();
    popup.hold("#page form.capture .split [type=submit]");
    wait_for_holders(&scene, 1);
    scene.close(popup);
    wait_for_holders(&scene, 0);
    scene.click(&scene.open(NORTHWIND)).apply_today();
    assert_eq!(scene.kept("head")["head"]["applications"], 1);
}

/// F13.
#[test]
fn a_double_click_keeps_one_application() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    popup.double_click("#page form.capture .split [type=submit]");
    popup.wait_for("#page .kept");
    popup.settle();
    assert!(
        popup.shows(".dock .notice[data-tone=good] [data-action=undo]"),
        "{}",
        popup.everything()
    );
    assert_eq!(scene.kept("head")["head"]["applications"], 1);
    assert_eq!(scene.events().len(), 2);
}

/// F13.
#[test]
fn two_captures_of_one_page_at_once_give_one_application() {
    let scene = Scene::new();
    let tabs = [scene.open(HARBOUR_MILL), scene.browser.open_behind(HARBOUR_MILL)];
    let popups = tabs.each_ref().map(|tab| scene.click(tab));
    // Both ask while somebody else has the ledger; then one follows the other without a pause.
    scene.backstage.evaluate(HOLD);
    for popup in &popups {
        let submit = "document.querySelector('#page form.capture').requestSubmit()";
        popup.session().evaluate(submit);
    }
    scene
        .backstage
        .wait_for("both to wait", &format!("{WAITING}.then(waiting => waiting === 2)"));
    scene.backstage.evaluate("globalThis.release()");
    for popup in &popups {
        popup.settle();
        // The second finds out that it is kept, and shows it.
        popup.wait_for("#page .kept");
    }
    assert_eq!(scene.kept("head")["head"]["applications"], 1);
    assert_eq!(scene.events().len(), 2);
}

/// F12, as often as a suite has time for it: `./build.sh soak` does it a hundred times.
#[test]
fn two_dashboards_and_the_popup_lose_nothing_to_each_other() {
    assert_eq!(write_at_once(&Scene::new(), 10), 30);
}
