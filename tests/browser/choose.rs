//! A page that lists several postings: one of them is taken as the list has it.

use crate::driver::Key;
use crate::keyboard::tab_to;
use crate::scene::{NORTHWIND, Scene};

const OPENINGS: &str = "https://jobs.northwind.example/openings";

/// The button of the n-th choice.
fn choice(nth: usize) -> String {
    format!("#page [data-list=choices] > :nth-child({nth}) [data-action=take]")
}

#[test]
fn one_is_taken_and_kept_and_the_list_is_there_again() {
    let scene = Scene::new();
    let tab = scene.open(OPENINGS);
    let popup = scene.click(&tab);
    popup.wait_for("#page .slip [data-slot=why]");
    assert_eq!(
        popup.texts("#page [data-list=choices] [data-slot=title]"),
        [
            "Backend Engineer, Storage",
            "Field Technician, Stations",
            "Forecaster on call",
            "Office Manager",
            "Working Student, Sensors",
        ]
    );
    let rest = popup.texts("#page [data-list=choices] [data-slot=rest]");
    assert!(rest[0].ends_with("Berlin") && rest[1].ends_with("Tromsø"), "{rest:?}");

    popup.press(&choice(1));
    popup.wait_for("#page form.capture[data-mode=listed]");
    assert_eq!(popup.value("#page [name=title]"), "Backend Engineer, Storage");
    assert_eq!(popup.value("#page [name=company]"), "Northwind Labs");
    assert_eq!(popup.value("#page [name=place]"), "Berlin");
    assert!(
        popup.shows("#page [data-field=title][data-uncertain]"),
        "it is to be checked"
    );
    assert_eq!(
        popup
            .session()
            .evaluate("document.querySelector('.capture > .open').href"),
        NORTHWIND
    );
    popup.press("#page .capture [data-action=back]");
    popup.press(&choice(2));
    assert_eq!(popup.value("#page [name=title]"), "Field Technician, Stations");
    popup.press("#page .capture [data-action=back]");
    popup.press(&choice(1));
    popup.apply_today();
    assert_eq!(
        scene.events()[0]["what"]["captured"]["posting"]["address"]["value"],
        NORTHWIND
    );
    popup.press("#page .kept [data-action=back]");
    popup.wait_for(&choice(5));
    scene.close(popup);

    // Another time it is known, in the list and on its own page.
    let popup = scene.click(&tab);
    popup.press(&choice(1));
    popup.wait_for("#page .kept");
    scene.close(popup);
    let popup = scene.click(&scene.open(NORTHWIND));
    assert_eq!(popup.text("#page .kept [data-slot=title]"), "Backend Engineer, Storage");
}

#[test]
fn without_a_mouse() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(OPENINGS));
    popup.wait_for("#page .slip [data-slot=why]");
    popup.settle();
    let session = popup.session();
    tab_to(&popup, &choice(1));
    tab_to(&popup, "#page [data-list=choices] > :nth-child(2) a");
    assert_eq!(
        session.evaluate("document.activeElement.ariaLabel"),
        "Open Field Technician, Stations"
    );
    tab_to(&popup, &choice(3));
    session.press(Key::Enter);
    popup.wait_for("#page form.capture");
    popup.settle();
    assert_ne!(session.evaluate("document.activeElement.localName"), "body");
    tab_to(&popup, "#page [name=company]");
    session.press(Key::SelectAll);
    session.type_text("Northwind Labs");
    session.press(Key::Enter);
    popup.wait_for("#page .kept");
    assert_eq!(popup.text("#page .kept [data-slot=title]"), "Forecaster on call");
    assert_eq!(popup.text("#page .kept [data-slot=company]"), "Northwind Labs");
    tab_to(&popup, "#page .kept [data-action=back]");
    session.press(Key::Space);
    popup.wait_for(&choice(3));
}

#[test]
fn a_page_that_is_no_posting_says_so_and_lets_one_be_written() {
    let scene = Scene::new();
    for address in [
        "https://kitchen.example/bread",
        "https://jobs.northwind.example/how-we-interview",
    ] {
        let popup = scene.click(&scene.open(address));
        popup.wait_for("#page .slip [data-slot=why]");
        assert!(!popup.shows("#page [data-list=choices] *"), "{}", popup.everything());
        popup.press("#page [data-action=manual]");
        popup.wait_for("#page form.capture[data-mode=manual]");
        scene.close(popup);
    }
}
