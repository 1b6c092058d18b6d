//! Any application is found from the field at the top.

use crate::driver::Key;
use crate::keyboard::tab_to;
use crate::scene::{HARBOUR_MILL, NORTHWIND, Scene};

#[test]
fn it_is_found_by_a_few_letters_and_opened() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    assert!(!popup.shows(".search"), "there is nothing to be found yet");
    popup.apply_today();
    scene.close(popup);

    let tab = scene.open(NORTHWIND);
    let popup = scene.click(&tab);
    popup.fill("[name=search]", "harb");
    popup.wait_for("#found .found");
    assert_eq!(popup.text("#found .title"), "Platform Engineer");
    assert!(!popup.shows("#page"), "what was found stands alone");
    popup.press("#found .found");
    popup.wait_for("#page .kept");
    assert_eq!(popup.value("[name=search]"), "");
    popup.begin("noted");
    popup.fill(".entry [name=note]", "Found again");
    popup.keep();
    popup.press(".kept [data-action=back]");
    popup.wait_for("#page .capture");
}

#[test]
fn by_keyboard_alone() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    popup.apply_today();
    let session = popup.session();
    tab_to(&popup, "[name=search]");
    session.type_text("zzz");
    popup.wait_for("#found [data-slot=beside]");
    session.press(Key::SelectAll);
    session.press(Key::Delete);
    popup.wait_for("#page .kept");
    session.type_text("platform");
    popup.wait_for("#found .found");
    tab_to(&popup, ".found");
    session.press(Key::Enter);
    popup.wait_for("#page .kept");
    popup.settle();
    assert_ne!(session.evaluate("document.activeElement.localName"), "body");
}
