//! Keys that do what a click does, by what the markup says of them (`data-keys`), and those that go from row to row (`data-stop`). None of
//! them means anything while something is typed.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent, Node};

use super::desk::{CARD, element, focus, listen};
use super::dom::nodes;
use super::drafts::{keys_are_on as are_on, switch_keys as switch_to};

/// In what keys write, and what has keys of its own.
const TYPING: &str = "input:not([type='checkbox'], [type='radio']), textarea, select, [contenteditable], dialog[open]";

/// What Escape clicks where nothing is unfolded.
const CLOSING: &str = ".selection > .do [data-action='cancel'], .notice [data-action='dismiss']";

/// Where what was done is said: what can be asked there is there once.
const DOCK: &str = ".dock";

/// A row of a long list.
pub(super) const LISTED: &str = "[data-sight] > [data-key]";

/// The box that says whether keys mean anything by themselves.
const SWITCH: &str = "[data-single-keys]";

/// Listens to the keys of a document, and to the box that switches them.
pub(super) fn listen_to(document: &Document) -> Result<(), JsValue> {
    let switch = document
        .query_selector(SWITCH)?
        .and_then(|switch| switch.dyn_into::<HtmlInputElement>().ok());
    if let Some(switch) = switch {
        switch.set_checked(are_on());
        let box_itself = switch.clone();
        listen(&switch, "change", move |_| switch_to(box_itself.checked()))?;
    }
    let page = document.clone();
    // The key before, where it may begin a sequence.
    let before = RefCell::new(String::new());
    listen(document, "keydown", move |event| pressed(&page, &before, event))
}

fn pressed(document: &Document, before: &RefCell<String>, event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
        return;
    };
    let has_other_meaning = key.ctrl_key() || key.alt_key() || key.meta_key() || key.is_composing() || key.repeat();
    let target = element(event);
    let is_typing = target
        .as_ref()
        .is_some_and(|target| target.closest(TYPING).is_ok_and(|field| field.is_some()));
    if has_other_meaning || event.default_prevented() {
        return;
    }
    let key = key.key();
    if key == "Escape" && !is_typing {
        return click(document.query_selector(CLOSING).ok().flatten());
    }
    if is_typing || !are_on() || key.chars().count() != 1 {
        before.take();
        return;
    }
    let begun = before.take();
    let sequence = [&begun, " ", &key].concat();
    // What begins nothing that this key goes on with is over, and the key stands for itself.
    let is_done = (!begun.is_empty() && meant(document, target.as_ref(), &sequence))
        || match key.as_str() {
            "j" => step(document, target.as_ref(), true),
            "k" => step(document, target.as_ref(), false),
            _ => meant(document, target.as_ref(), &key),
        };
    if is_done {
        event.prevent_default();
    } else {
        before.replace(key);
    }
}

/// Clicks what these keys stand for: on the card that has the focus, or else anywhere. A field takes the focus.
fn meant(document: &Document, focused: Option<&Element>, keys: &str) -> bool {
    // A quote would end the selector that it stands in.
    if keys.contains(['\'', '\\']) {
        return false;
    }
    let selector = format!("[data-keys='{keys}']");
    let card = focused.and_then(|focused| focused.closest(CARD).ok().flatten());
    let within = card.map(|card| nodes(&card.query_selector_all(&selector)));
    let within = within.into_iter().flatten().find(is_in_sight);
    // What stands on a card means that card, and no other, unless it stands where what was done is said.
    let anywhere = || {
        let all = document.query_selector_all(&format!("{selector}:not({CARD} *), {DOCK} {selector}"));
        nodes(&all).into_iter().find(is_in_sight)
    };
    let Some(found) = within.or_else(anywhere) else {
        return false;
    };
    if found.matches("input[type='search']").unwrap_or_default() {
        focus(Ok(Some(found)));
    } else {
        click(Some(found));
    }
    true
}

/// Goes to the next row or back to the one before. Into a long list it leads where one was, and there `lists.rs` leads on.
fn step(document: &Document, focused: Option<&Element>, forth: bool) -> bool {
    let stops: Vec<Element> = all_stops(document).into_iter().filter(is_in_sight).collect();
    if stops.is_empty() {
        let is_within = focused.is_some_and(|focused| focused.matches(LISTED).unwrap_or_default());
        let row = document
            .query_selector(&format!("{LISTED}[tabindex='0']"))
            .ok()
            .flatten();
        let row = row.filter(|_| !is_within);
        focus(Ok(row.clone()));
        return row.is_some();
    }
    let row = focused.and_then(|focused| focused.closest("li").ok().flatten());
    let here = stops
        .iter()
        .position(|stop| row.as_ref().is_some_and(|row| row.contains(Some(stop))));
    let next = match (here, forth) {
        (None, true) => Some(0),
        (None, false) => stops.len().checked_sub(1),
        (Some(here), true) => Some(here + 1),
        (Some(here), false) => here.checked_sub(1),
    };
    let next = next.and_then(|next| stops.get(next));
    focus(Ok(next.cloned()));
    next.is_some()
}

/// The rows from the one that an element is in on, and then those before it, from the last one back: by what is stopped at in each. None for an
/// element that is in no row.
pub(super) fn rows_after(document: &Document, element: &Element) -> Vec<Element> {
    let Ok(Some(row)) = element.closest("li") else {
        return Vec::new();
    };
    let mut stops = all_stops(document);
    let Some(here) = stops.iter().position(|stop| row.contains(Some(stop))) else {
        return Vec::new();
    };
    let mut rows = stops.split_off(here);
    rows.extend(stops.into_iter().rev());
    rows
}

pub(super) fn is_in_sight(element: &Element) -> bool {
    let element = element.dyn_ref::<HtmlElement>();
    element.is_some_and(|element| element.get_client_rects().length() > 0)
}

fn click(found: Option<Element>) {
    if let Some(element) = found.as_ref().and_then(|found| found.dyn_ref::<HtmlElement>()) {
        element.click();
    }
}

/// All that is stopped at, whether it is in sight or not.
fn all_stops(document: &Document) -> Vec<Element> {
    nodes(&document.query_selector_all("[data-stop]"))
}

/// What is stopped at last before an element.
pub(super) fn stop_before(document: &Document, element: &Element) -> Option<Element> {
    let stops = all_stops(document).into_iter();
    let is_before = |stop: &Element| element.compare_document_position(stop) & Node::DOCUMENT_POSITION_PRECEDING != 0;
    stops.filter(is_before).last()
}

/// What is stopped at next after another stop.
pub(super) fn stop_after(document: &Document, stop: &Element) -> Option<Element> {
    let stops = all_stops(document).into_iter();
    stops.skip_while(|other| other != stop).nth(1).filter(is_in_sight)
}
