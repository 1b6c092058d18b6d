//! A file that is dropped on a page goes into the field that takes such, where one is shown.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{DataTransfer, Document, DragEvent, Event, HtmlElement, HtmlInputElement};

use super::desk::{Desk, listen};

/// The field.
const FIELD: &str = "form[data-dropped] input[type='file']";
/// On the document's body while a file is held over it that would be taken.
const OVER: &str = "data-dropping";

/// Listens for what is dropped. Where nothing takes it the browser does with it what it does anyway.
pub(super) fn attend(desk: &Rc<Desk>, document: &Document) -> Result<(), JsValue> {
    let page = document.clone();
    listen(document, "dragover", move |event| {
        if carried(event).is_some() && field(&page).is_some() {
            event.prevent_default();
            mark(&page, true);
        }
    })?;
    let page = document.clone();
    listen(document, "dragleave", move |event| {
        // From one element to the next it does not leave.
        let is_gone = event
            .dyn_ref::<DragEvent>()
            .is_some_and(|event| event.related_target().is_none());
        if is_gone {
            mark(&page, false);
        }
    })?;
    let (desk, page) = (Rc::clone(desk), document.clone());
    listen(document, "drop", move |event| {
        mark(&page, false);
        if let Some(files) = carried(event).and_then(|carried| carried.files())
            && let Some(field) = field(&page)
            && let Some(form) = field.form()
        {
            event.prevent_default();
            field.set_files(Some(&files));
            desk.ask(&form);
        }
    })
}

/// What is dragged, where it is files.
fn carried(event: &Event) -> Option<DataTransfer> {
    let carried = event.dyn_ref::<DragEvent>()?.data_transfer()?;
    let has_files = carried.types().iter().any(|kind| kind == "Files");
    has_files.then_some(carried)
}

fn field(document: &Document) -> Option<HtmlInputElement> {
    let field = document.query_selector(FIELD).ok()??;
    let is_shown = field.dyn_ref::<HtmlElement>()?.offset_parent().is_some();
    field.dyn_into().ok().filter(|_| is_shown)
}

fn mark(document: &Document, on: bool) {
    if let Some(body) = document.body() {
        let _ = body.toggle_attribute_with_force(OVER, on);
    }
}
