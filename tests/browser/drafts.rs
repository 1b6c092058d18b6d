//! What is typed and not kept is there again when the popup opens on that page.

use crate::driver::Key;
use crate::scene::{HARBOUR_MILL, Scene};

/// F15.
#[test]
fn a_word_that_was_half_typed_is_back() {
    let scene = Scene::new();
    let tab = scene.open(HARBOUR_MILL);
    let popup = scene.click(&tab);
    popup.fill("#page [name=company]", "Harbour Mi");
    scene.close(popup);
    let popup = scene.click(&tab);
    assert_eq!(popup.value("#page [name=company]"), "Harbour Mi");
    assert!(popup.shows("#page [data-part=restored]"));
    popup.press("#page [data-action=discard]");
    assert_eq!(popup.value("#page [name=company]"), "Harbour Mill");
    assert!(!popup.shows("#page [data-part=restored]"));
    // What was kept is no draft any more.
    popup.fill("#page [name=company]", "Harbour Mill Works");
    popup.apply_today();
    scene.close(popup);
    let popup = scene.click(&tab);
    assert_eq!(popup.text("#page .kept [data-slot=company]"), "Harbour Mill Works");
    assert!(!popup.shows(".entry form"));
}

/// F15: the popup loses the focus, and closes, after each key.
#[test]
fn each_key_of_a_word_is_back() {
    let scene = Scene::new();
    let tab = scene.open(HARBOUR_MILL);
    let mut word = "Harbour Mill".to_owned();
    for key in [' ', 'A', 'G'] {
        let popup = scene.click(&tab);
        popup.focus("#page [name=company]");
        popup.session().press(Key::End);
        popup.session().type_text(&key.to_string());
        word.push(key);
        scene.leave(&popup);
        let popup = scene.click(&tab);
        assert_eq!(popup.value("#page [name=company]"), word);
        assert!(popup.shows("#page [data-part=restored]"));
        scene.leave(&popup);
    }
}

#[test]
fn so_is_what_was_said_of_a_kept_one() {
    let scene = Scene::new();
    let tab = scene.open(HARBOUR_MILL);
    let popup = scene.click(&tab);
    popup.apply_today();
    popup.begin("heard");
    popup.fill(".entry [name=note]", "Two more we");
    scene.close(popup);
    let popup = scene.click(&tab);
    assert_eq!(popup.value(".entry [name=note]"), "Two more we");
    popup.press(".entry [data-action=cancel]");
    scene.close(popup);
    assert!(!scene.click(&tab).shows(".entry form"));
}

#[test]
fn each_form_keeps_its_own() {
    let scene = Scene::new();
    let tab = scene.open(HARBOUR_MILL);
    let popup = scene.click(&tab);
    popup.apply_today();
    popup.begin("heard");
    popup.fill(".entry [name=note]", "Two more we");
    popup.begin("noted");
    assert_eq!(popup.value(".entry [name=note]"), "");
    popup.fill(".entry [name=note]", "Ask for");
    popup.begin("heard");
    assert_eq!(popup.value(".entry [name=note]"), "Two more we");
    // Deleted, nothing of it is left.
    popup.begin("erased");
    popup.keep();
    popup.wait_for("#page .capture");
    let left = popup
        .session()
        .evaluate("Object.keys(localStorage).filter(key => key.startsWith('draft/') && key !== 'draft/').length");
    assert_eq!(left, 0);
}

#[test]
fn what_was_left_by_hand_is_named() {
    let scene = Scene::new();
    let tab = scene.open(HARBOUR_MILL);
    let popup = scene.click(&tab);
    popup.press(".masthead [data-action=manual]");
    popup.wait_for("#page [data-mode=manual]");
    popup.fill("#page [name=title]", "Lighthouse kee");
    scene.close(popup);
    let popup = scene.click(&tab);
    assert!(popup.shows(".left"));
    popup.press(".left [data-action=manual]");
    popup.wait_for("#page [data-mode=manual]");
    assert_eq!(popup.value("#page [name=title]"), "Lighthouse kee");
    assert!(!popup.shows(".left"));
}

#[test]
fn where_nothing_can_be_put_by_it_is_said() {
    let scene = Scene::new();
    let tab = scene.open(HARBOUR_MILL);
    let blocked = "if (location.pathname === '/popup.html') Object.defineProperty(window, 'localStorage', \
        { get() { throw new DOMException('blocked', 'SecurityError'); } });";
    scene.browser.begin_with(blocked);
    let popup = scene.click(&tab);
    assert!(popup.shows("#page [data-part=fleeting]"));
    popup.fill("#page [name=company]", "Harbour Mill Works");
    popup.apply_today();
    assert_eq!(popup.text("#page .kept [data-slot=company]"), "Harbour Mill Works");
}
