//! Long lists, of which only what is in sight is in the document, the keys that lead through them, and cards that are dragged.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{Document, DragEvent, Element, Event, HtmlElement, KeyboardEvent, Window};

use super::desk::{Desk, element, listen};
use super::dom::nodes;
use super::drafts::keys_are_on;
use super::keys::LISTED;
use crate::app::{Action, Form};
use crate::view::applications::Step;

/// A list of which only a part is in the document.
const SIGHT: &str = "[data-sight]";
/// Where a card can be dropped.
const DROP: &str = "[data-drop]";
/// On the place that the card would be dropped on.
const OVER: &str = "data-over";

/// Listens for what concerns them.
pub(super) fn attend(desk: &Rc<Desk>, window: &Window) -> Result<(), JsValue> {
    let document = window.document().ok_or("no document")?;
    let scrolled = Rc::clone(desk);
    listen(&document, "scroll", move |_| scrolled.look())?;
    let resized = Rc::clone(desk);
    listen(window, "resize", move |_| resized.look())?;
    let stepped = Rc::clone(desk);
    listen(&document, "keydown", move |event| step(&stepped, event))?;
    drag(desk, &document)
}

/// What is in sight of the list, where there is one: how far it is scrolled, how high the window is, and how high a row is, in pixels.
pub(super) fn sight(window: &Window, document: &Document) -> Option<(Element, Action)> {
    let list = document.query_selector(SIGHT).ok()??;
    let row = list.query_selector("[role='row']").ok()??;
    let height = window.inner_height().ok()?.as_f64()?;
    let above = (-list.get_bounding_client_rect().top()).max(0.0);
    let row = row.get_bounding_client_rect().height();
    let said = [("top", above), ("height", height), ("row", row)];
    let form = said.map(|(name, pixels)| (name.to_owned(), pixels.round().to_string()));
    let action = Action {
        name: "scrolled".to_owned(),
        form: Form(form.into()),
        ..Action::default()
    };
    Some((list, action))
}

/// A key that leads from row to row, or opens one.
fn step(desk: &Rc<Desk>, event: &Event) {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
        return;
    };
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let Some(row) = element(event).filter(|target| target.matches(LISTED).unwrap_or_default()) else {
        return;
    };
    let key = match event.key().as_str() {
        "j" if keys_are_on() => "ArrowDown".to_owned(),
        "k" if keys_are_on() => "ArrowUp".to_owned(),
        key => key.to_owned(),
    };
    if key == "Enter" {
        if let Ok(Some(link)) = row.query_selector("a[href]")
            && let Some(link) = link.dyn_ref::<HtmlElement>()
        {
            event.prevent_default();
            link.click();
        }
    } else if Step::of(&key).is_some() {
        event.prevent_default();
        let action = Action {
            name: "step".to_owned(),
            card: row.get_attribute("data-key").unwrap_or_default(),
            form: Form(vec![("key".to_owned(), key)]),
            ..Action::default()
        };
        desk.do_for(action, &row);
    }
}

/// A card that is dragged to another place asks for what that place says, with the place's key as the form's one field.
fn drag(desk: &Rc<Desk>, document: &Document) -> Result<(), JsValue> {
    let dragged: Rc<RefCell<Option<Element>>> = Rc::default();
    let taken = Rc::clone(&dragged);
    listen(document, "dragstart", move |event| {
        // A text or a link carries what it says.
        let Some(card) = element(event).and_then(|target| target.closest("[draggable='true']").ok()?) else {
            return;
        };
        let key = card.get_attribute("data-key");
        // Firefox drags nothing that carries nothing.
        if let Some(carried) = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer) {
            let _ = carried.set_data("text/plain", &key.unwrap_or_default());
            carried.set_effect_allowed("move");
        }
        taken.replace(Some(card));
    })?;
    let over = Rc::clone(&dragged);
    let page = document.clone();
    listen(document, "dragover", move |event| {
        if over.borrow().is_some() {
            let place = place(event);
            mark(&page, place.as_ref());
            if place.is_some() {
                event.prevent_default();
            }
        }
    })?;
    let (dropped, desk) = (Rc::clone(&dragged), Rc::clone(desk));
    let page = document.clone();
    listen(document, "drop", move |event| {
        mark(&page, None);
        let (Some(card), Some(place)) = (dropped.take(), place(event)) else {
            return;
        };
        event.prevent_default();
        let key = |element: &Element| element.get_attribute("data-key").unwrap_or_default();
        let lane = key(&place).trim_start_matches('#').to_owned();
        let action = Action {
            name: place.get_attribute("data-drop").unwrap_or_default(),
            card: key(&card),
            form: Form(vec![("lane".to_owned(), lane)]),
            ..Action::default()
        };
        desk.do_for(action, &card);
    })?;
    let page = document.clone();
    listen(document, "dragend", move |_| {
        dragged.take();
        mark(&page, None);
    })
}

fn place(event: &Event) -> Option<Element> {
    element(event)?.closest(DROP).ok().flatten()
}

/// Shows which place the card is over.
fn mark(document: &Document, place: Option<&Element>) {
    for other in nodes(&document.query_selector_all(DROP)) {
        let _ = other.toggle_attribute_with_force(OVER, Some(&other) == place);
    }
}
