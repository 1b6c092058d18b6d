//! All of the main job, without a mouse.

use serde_json::{Value, json};

use crate::days::business_days_before;
use crate::driver::{Key, Kind};
use crate::popup::Popup;
use crate::scene::{HARBOUR_MILL, Scene};

/// More stops than the popup has.
const FAR: usize = 80;

/// Where the focus is: what is there, and whether one sees it, marked and not covered by anything.
const STOP: &str = "(({ activeElement: element }) => {
    const control = element.closest('label') ?? element;
    // Of a link that goes on in the next line, the first one: between its lines it is not.
    const [box] = element.getClientRects();
    const top = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    // What draws a box of its own marks the text beside it.
    const isMarked = [element, element.nextElementSibling].some((marked) =>
        marked && getComputedStyle(marked).outlineStyle !== 'none' && getComputedStyle(marked).outlineWidth !== '0px');
    // Behind the last stop comes the browser's own frame, and after that the first one, when the browser says so.
    const isControl = element !== document.body;
    return { at: element.outerHTML.slice(0, 150), isControl, isMarked, isOpen: control.contains(top) };
})(document)";

/// Presses Tab until the focus is on what matches. At every stop on the way, one sees where it is. Behind the last stop Chromium begins anew;
/// Firefox leads nowhere from there but back.
#[track_caller]
pub(crate) fn tab_to(popup: &Popup, selector: &str) {
    let is_there = format!("document.activeElement.matches({})", json!(selector));
    let mut stops = Vec::new();
    let mut key = Key::Tab;
    for _ in 0..FAR {
        popup.session().press(key);
        let stop = popup.session().evaluate(STOP);
        if stop["isControl"] == false && Kind::chosen() == Kind::Firefox {
            key = if matches!(key, Key::Tab) {
                Key::TabBack
            } else {
                Key::Tab
            };
        }
        assert!(
            stop["isControl"] == false || stop["isMarked"] == true && stop["isOpen"] == true,
            "the focus is not seen: {stop:#}"
        );
        if popup.session().evaluate(&is_there) == true {
            return;
        }
        stops.push(stop["at"].clone());
    }
    panic!("Tab never comes to {selector}, but to {:#}", Value::from(stops));
}

#[test]
fn a_posting_is_corrected_and_kept_and_what_is_due_is_done() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    let session = popup.session();
    tab_to(&popup, "[name=company]");
    session.press(Key::SelectAll);
    session.type_text("Harbour Mill Works");

    tab_to(&popup, "[data-opens=day]");
    session.press(Key::Space);
    if session.evaluate("document.activeElement.name") != "applied_on" {
        tab_to(&popup, "[name=applied_on]");
    }
    let day = business_days_before(12, popup.today());
    session.type_text(&day.format("%m%d%Y").to_string());
    session.press(Key::Enter);
    popup.wait_for("#page .kept");
    assert_eq!(popup.text("#page .kept [data-slot=company]"), "Harbour Mill Works");
    scene.wait_for_badge("1");

    tab_to(&popup, "#moves [data-action=sent]");
    session.press(Key::Enter);
    scene.wait_for_badge("");
    popup.settle();
    // The row is gone, and the focus did not go with it.
    assert_ne!(session.evaluate("document.activeElement.localName"), "body");

    tab_to(&popup, ".dock [data-action=undo]");
    session.press(Key::Enter);
    scene.wait_for_badge("1");
}

#[test]
fn one_key_keeps_a_posting() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    tab_to(&popup, ".capture .split [type=submit]");
    popup.session().press(Key::Enter);
    popup.wait_for("#page .kept");
    assert_eq!(scene.events().len(), 2);
}

#[test]
fn enter_in_a_field_sends_the_card() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    tab_to(&popup, "[name=company]");
    popup.session().press(Key::Enter);
    popup.wait_for("#page .kept");
    assert_eq!(popup.text("#page .kept [data-slot=company]"), "Harbour Mill");
}

#[test]
fn the_way_through_the_popup_begins_at_the_plus_and_its_page() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    popup.settle();
    tab_to(&popup, "#page *, .masthead *");
    assert_eq!(
        popup.session().evaluate("document.activeElement.dataset.action"),
        "manual"
    );
    tab_to(&popup, "#page *, .masthead *");
    assert_eq!(popup.session().evaluate("document.activeElement.name"), "title");
}

#[test]
fn undoing_in_the_timeline_does_not_lose_the_focus() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    popup.apply_today();
    tab_to(&popup, ".timeline [data-action=undo]");
    popup.session().press(Key::Enter);
    popup.wait_for(".dock [data-action=undo]");
    popup.settle();
    assert_ne!(popup.session().evaluate("document.activeElement.localName"), "body");
}

#[test]
fn enter_that_chooses_a_character_sends_nothing() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    popup.session().evaluate(
        "document.querySelector('[name=company]').dispatchEvent(new KeyboardEvent('keydown', \
            { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }))",
    );
    popup.settle();
    assert!(popup.shows("#page .capture"));
    assert_eq!(scene.kept("").len(), 0);
}

#[test]
fn a_long_notice_covers_nothing_that_has_the_focus() {
    let scene = Scene::new();
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    popup.apply_on(business_days_before(20, popup.today()));
    popup.begin("noted");
    popup.fill(".entry [name=note]", &"They spoke of the roses. ".repeat(12));
    popup.keep();
    popup.wait_until_gone(".entry form");
    popup.settle();
    tab_to(&popup, "#moves [data-action=skip]");
    tab_to(&popup, ".dock [data-action=undo]");
}
