//! Two at once.

use serde_json::json;

use crate::scene::{HARBOUR_MILL, Scene};

/// Takes the ledger's lock, until `release` is called.
const HOLD: &str = "new Promise(held => navigator.locks.request('ledger', () =>
    new Promise(release => { globalThis.release = release; held(true); })))";

/// How many wait for the ledger's lock.
const WAITING: &str = "navigator.locks.query()
    .then(({ pending }) => pending.filter(({ name }) => name === 'ledger').length)";

/// How many hold it.
const HELD: &str = "navigator.locks.query()
    .then(({ held }) => held.filter(({ name }) => name === 'ledger').length)";

#[test]
fn a_button_that_is_let_go_elsewhere_holds_nobody_up() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    popup.settle();
    popup.hold("#page form.capture .split [type=submit]");
    let held = |number: u8| {
        let condition = format!("{HELD}.then(held => held === {number})");
        scene.backstage.wait_for("the lock to change hands", &condition);
    };
    held(1);
    popup.let_go(&json!([1, 1]));
    held(0);
    assert!(scene.kept("app/").is_empty(), "that was no click");
}

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
