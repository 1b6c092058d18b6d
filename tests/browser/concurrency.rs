//! Two at once.

use crate::scene::{HARBOUR_MILL, Scene};

#[test]
fn a_double_click_keeps_one_application() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    popup.double_click("#page form.capture .split [type=submit]");
    popup.wait_for("#page .kept");
    popup.settle();
    assert_eq!(scene.kept("head")["head"]["applications"], 1);
    assert_eq!(scene.events().len(), 2);
}

#[test]
fn two_captures_of_one_page_that_wait_for_each_other_give_one_application() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    // While somebody else holds the ledger, both captures are asked for; then they follow one another at once.
    let hold = "new Promise(held => navigator.locks.request('ledger', () =>\
        new Promise(release => { globalThis.release = release; held(true); })))";
    scene.backstage.evaluate(hold);
    popup.session().evaluate(
        "(([form]) => { form.requestSubmit(); form.requestSubmit(); })(document.querySelectorAll('form.capture'))",
    );
    scene.backstage.evaluate("globalThis.release()");
    popup.wait_for("#page .kept");
    popup.settle();
    assert_eq!(scene.kept("head")["head"]["applications"], 1);
    assert_eq!(scene.events().len(), 2);
}
