//! What is selected on the page is taken over into a field.

use serde_json::json;

use crate::driver::{Key, Tab};
use crate::keyboard::tab_to;
use crate::scene::{HARBOUR_MILL, Scene};

/// Selects what a person would select with the mouse: all of the text of an element.
fn select(tab: &Tab, selector: &str) {
    let element = format!("document.querySelector({})", json!(selector));
    tab.page
        .evaluate(&format!("getSelection().selectAllChildren({element})"));
}

#[test]
fn it_fills_the_field_beside_the_button() {
    let scene = Scene::new();
    let tab = scene.open(HARBOUR_MILL);
    let popup = scene.click(&tab);
    popup.wait_for("#page form.capture");
    assert!(!popup.shows(".take"), "nothing is selected");
    scene.close(popup);

    select(&tab, "main p");
    let popup = scene.click(&tab);
    assert_eq!(
        popup.text("#page [data-slot=selected]"),
        "Selected on the page: “Harbour Mill, Rotterdam”"
    );
    popup.fill("#page [name=title]", "Platform Engineer, Nights");
    popup.press("#page [data-action=take_company]");
    assert_eq!(popup.value("#page [name=company]"), "Harbour Mill, Rotterdam");
    popup.press("#page [data-action=take_place]");
    popup.press("#page [data-action=take_pay]");
    popup.wait_for("#page [data-slot=pay_error]");
    assert_eq!(
        popup.value("#page [name=title]"),
        "Platform Engineer, Nights",
        "what was typed stays"
    );
    scene.close(popup);

    // It is as good as typed.
    let popup = scene.click(&tab);
    assert_eq!(popup.value("#page [name=place]"), "Harbour Mill, Rotterdam");
    assert_eq!(popup.value("#page [name=title]"), "Platform Engineer, Nights");
    popup.apply_today();
    assert_eq!(popup.text("#page .kept [data-slot=company]"), "Harbour Mill, Rotterdam");
}

#[test]
fn pay_and_days_are_read_as_such() {
    let scene = Scene::new();
    let tab = scene.open(HARBOUR_MILL);
    tab.page
        .evaluate("document.querySelector('main p').textContent = 'Salary: £30k – £35k a year'");
    select(&tab, "main p");
    let popup = scene.click(&tab);
    popup.press("#page [data-action=take_pay]");
    assert_eq!(popup.value("#page [name=pay]"), "30,000–35,000 GBP a year");
    scene.close(popup);

    tab.page
        .evaluate("document.querySelector('main p').textContent = 'Open until 24 December 2026, at noon'");
    select(&tab, "main p");
    let popup = scene.click(&tab);
    popup.press("#page [data-action=take_closes]");
    assert_eq!(popup.value("#page [name=closes]"), "2026-12-24");
}

#[test]
fn without_a_mouse_and_by_hand() {
    let scene = Scene::new();
    let tab = scene.open("https://kitchen.example/bread");
    select(&tab, "h1");
    let selected = tab.page.evaluate("getSelection().toString().trim()");
    let popup = scene.click(&tab);
    popup.wait_for("#page .slip");
    popup.settle();
    let session = popup.session();
    tab_to(&popup, "#page [data-action=manual]");
    session.press(Key::Enter);
    popup.wait_for("#page form.capture");
    tab_to(&popup, "#page [data-action=take_title]");
    session.press(Key::Enter);
    popup.settle();
    assert_eq!(json!(popup.value("#page [name=title]")), selected);
    assert_eq!(
        session.evaluate("document.activeElement.dataset.action"),
        "take_title",
        "the focus stays"
    );
    tab_to(&popup, "#page [data-action=save]");
    session.press(Key::Enter);
    popup.wait_for("#page .kept");
}
