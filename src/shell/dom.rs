//! Cards into the document: templates are cloned, places are filled, nodes are kept for as long as their card keeps its key. Called again
//! after every change; what has not changed is not touched, so focus and typed text survive.
//!
//! Text reaches the document as text, addresses as the `href` of links, numbers as the measures of shapes, and nothing else.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use wasm_bindgen::prelude::*;
use web_sys::{
    Document, Element, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTemplateElement, HtmlTextAreaElement,
    NodeList,
};

use crate::domain::order::map;
use crate::view::{Card, Field, Slot, Word, Words};

/// The attribute that carries a card's key.
const KEY: &str = "data-key";
/// The attribute that remembers what a control was last filled with.
const FILLED: &str = "data-filled";
/// The slot that says what is wrong in a form.
const ERROR: &str = "error";
/// The mark of a card that takes the focus when it is made, and not again.
const FOCUS: &str = "focus";
/// What says a word of the user's language.
const SPEAKING: &str = "[data-words], [data-words-label], [data-words-placeholder]";

/// A document to show cards in.
pub(super) struct Screen {
    document: Document,
    /// The words that stand in their places, once some do.
    spoken: Cell<Option<Words>>,
    /// What is in the templates that were asked for, by their ids: with the words in their places, so that no clone is spoken by itself.
    templates: RefCell<Vec<(&'static str, Element)>>,
    /// How many errors have a name by which their fields know them.
    errors: Cell<u32>,
    /// What the rows of a long list show, by their keys: most of them are the same after each turn of the wheel.
    rows: RefCell<BTreeMap<String, Card>>,
}

impl Screen {
    /// The document, which says nothing yet.
    pub(super) fn new(document: Document) -> Self {
        Self {
            document,
            spoken: Cell::default(),
            templates: RefCell::default(),
            errors: Cell::default(),
            rows: RefCell::default(),
        }
    }

    /// Shows `card` in the whole document, and has it speak in `words`.
    pub(super) fn show(&self, card: &Card, words: Words) {
        let Some(root) = self.document.document_element() else {
            return;
        };
        if self.spoken.replace(Some(words)) != Some(words) {
            set(&root, "lang", words.tag());
            set(&root, "dir", words.text(Word::TextDirection));
            speak(&root.query_selector_all(SPEAKING), words);
            // Those that were asked for speak as they did then.
            self.templates.borrow_mut().clear();
        }
        self.fill(&root, card);
    }

    fn fill(&self, node: &Element, card: &Card) {
        for (name, value) in card.marks.iter().filter(|(name, _)| *name != FOCUS) {
            set(node, &format!("data-{name}"), value);
        }
        for (name, value) in &card.attributes {
            set(node, name, value);
        }
        if let Some(height) = card.height {
            set_height(node, height);
        }
        if let Some((_, screen)) = card.marks.iter().find(|(name, _)| *name == "screen") {
            for (link, name) in own(node, "data-current") {
                if name == *screen {
                    set(&link, "aria-current", "page");
                } else {
                    let _ = link.remove_attribute("aria-current");
                }
            }
        }
        if let Some((_, open)) = card.marks.iter().find(|(name, _)| *name == "open") {
            for (button, _) in own(node, "data-unfolds") {
                set(&button, "aria-expanded", open);
            }
        }
        let slot = |name: &str| {
            let found = card.slots.iter().rfind(|(known, _)| *known == name);
            found.map(|(_, slot)| slot)
        };
        // To look for what a card does not have costs more than to fill in what it has.
        let own = |attribute, has| if has { own(node, attribute) } else { Vec::new() };
        for (element, name) in own("data-label", true) {
            if let Some(slot) = slot(&name) {
                set(&element, "aria-label", &slot.text);
            }
        }
        let mut error = None;
        for (element, name) in own("data-slot", true) {
            fill_slot(&element, slot(&name).unwrap_or(&Slot::default()));
            error = error.or((name == ERROR).then_some(element));
        }
        for (element, name) in own("data-part", !card.parts.is_empty()) {
            if let Some((_, shown)) = card.parts.iter().find(|(known, _)| *known == name) {
                hide(&element, !shown);
            }
        }
        for (shape, name) in own("data-shape", !card.shapes.is_empty()) {
            for (_, measure, extent) in card.shapes.iter().filter(|(known, ..)| *known == name) {
                set(&shape, measure.name(), extent.as_str());
            }
        }
        for (control, name) in own("name", !card.fields.is_empty()) {
            if let Some(field) = card.fields.iter().find(|field| field.name == name) {
                fill_control(&control, field);
            }
        }
        if let Some(error) = error {
            self.tie(&error, node, card);
        }
        for (list, name) in own("data-list", !card.lists.is_empty()) {
            if let Some((_, cards)) = card.lists.iter().find(|(known, _)| *known == name) {
                self.fill_list(&list, cards);
            }
        }
    }

    /// Ties what is wrong to the fields that it is about: those that the card calls invalid, or the only one in which something is typed.
    fn tie(&self, error: &Element, node: &Element, card: &Card) {
        let is_said = !error.has_attribute("hidden");
        // What was never said is tied to nothing.
        if !is_said && error.id().is_empty() {
            return;
        }
        if error.id().is_empty() {
            let number = self.errors.replace(self.errors.get() + 1);
            error.set_id(&format!("{ERROR}-{number}"));
        }
        let controls = own(node, "name");
        // A box that can be ticked is never wrong by itself.
        let is_typed =
            |control: &Element| !matches!(control.get_attribute("type").as_deref(), Some("checkbox" | "radio"));
        let has_one = controls.iter().filter(|(control, _)| is_typed(control)).count() == 1;
        for (control, name) in controls {
            let is_alone = has_one && is_typed(&control);
            let is_invalid = card.fields.iter().any(|field| field.invalid && field.name == name);
            let is_wrong = is_said && (is_invalid || is_alone);
            if is_alone {
                mark_invalid(&control, is_wrong);
            }
            describe(&control, &error.id(), is_wrong);
        }
    }

    fn fill_list(&self, list: &Element, cards: &[Card]) {
        let is_long = list.has_attribute("data-sight");
        let before = if is_long { self.rows.take() } else { BTreeMap::new() };
        let mut old = children(list);
        let take = |card| {
            let index = old.iter().position(|child| is_of(child, card))?;
            Some(old.swap_remove(index))
        };
        let kept: Vec<Option<Element>> = cards.iter().map(take).collect();
        // What goes goes first: what stays need not be moved past it, and keeps the focus.
        old.iter().for_each(Element::remove);
        let mut next = list.first_element_child();
        for (card, kept) in cards.iter().zip(kept) {
            let is_same = kept.is_some() && before.get(&card.key) == Some(card);
            let is_new = kept.is_none();
            let Some(child) = kept.or_else(|| self.clone_template(card)) else {
                continue;
            };
            // What is not in the document yet is filled at no cost to what is.
            if is_new {
                self.fill(&child, card);
            }
            if next.as_ref() == Some(&child) {
                next = child.next_element_sibling();
            } else {
                let before = next.as_ref().map(AsRef::as_ref);
                // A node of this list is always a child of it.
                let _ = list.insert_before(&child, before);
            }
            if !is_new && !is_same {
                self.fill(&child, card);
            }
        }
        if is_long {
            self.rows
                .replace(map(cards.iter().map(|card| (card.key.clone(), card.clone()))));
        }
    }

    fn clone_template(&self, card: &Card) -> Option<Element> {
        let original = self.template(card.template)?;
        let copy = self.document.import_node_with_deep(&original, true).ok()?;
        let element: Element = copy.unchecked_into();
        let _ = element.set_attribute(KEY, &card.key);
        let _ = element.set_attribute("data-template", card.template);
        if card.marks.iter().any(|(name, _)| *name == FOCUS) {
            let _ = element.set_attribute("data-focus", "");
        }
        // What can be chosen stands for what its card stands for.
        for control in nodes(&element.query_selector_all("[data-value]")) {
            set(&control, "value", &card.key);
        }
        Some(element)
    }

    fn template(&self, id: &'static str) -> Option<Element> {
        let mut templates = self.templates.borrow_mut();
        if let Some((_, element)) = templates.iter().find(|(known, _)| *known == id) {
            return Some(element.clone());
        }
        let template: HtmlTemplateElement = self.document.get_element_by_id(id)?.dyn_into().ok()?;
        let content = template.content();
        if let Some(words) = self.spoken.get() {
            speak(&content.query_selector_all(SPEAKING), words);
        }
        let element = content.first_element_child()?;
        templates.push((id, element.clone()));
        Some(element)
    }
}

/// Puts the words in their places.
fn speak(elements: &Result<NodeList, JsValue>, words: Words) {
    let text = |element: &Element, attribute| {
        let word = Word::named(&element.get_attribute(attribute)?)?;
        Some(words.text(word))
    };
    for element in nodes(elements) {
        if let Some(text) = text(&element, "data-words") {
            element.set_text_content(Some(text));
        }
        if let Some(text) = text(&element, "data-words-label") {
            set(&element, "aria-label", text);
        }
        if let Some(text) = text(&element, "data-words-placeholder") {
            set(&element, "placeholder", text);
        }
    }
}

fn fill_slot(element: &Element, slot: &Slot) {
    if element.text_content().as_deref() != Some(slot.text.as_str()) {
        element.set_text_content(Some(&slot.text));
    }
    hide(element, slot.text.is_empty());
    if let Some(tone) = slot.tone {
        set(element, "data-tone", tone);
    }
    match &slot.link {
        Some(link) => set(element, "href", link.as_str()),
        None => drop(element.remove_attribute("href")),
    }
}

fn fill_control(control: &Element, field: &Field) {
    mark_invalid(control, field.invalid);
    let tick = tick(control);
    let value = match &tick {
        Some(input) => field.values.contains(&input.value()).to_string(),
        None => field.values.join("\n"),
    };
    let before = control.get_attribute(FILLED);
    // What was put in once is the user's from then on.
    if before.as_deref() == Some(&value) {
        return;
    }
    set(control, FILLED, &value);
    // What is being typed in is not overtaken by what was asked a moment ago, unless that was forgotten.
    let document = control.owner_document();
    let is_active = document.is_some_and(|document| document.active_element().as_ref() == Some(control));
    let is_typed = || before.is_some() && before != said(control);
    if is_active && (field.invalid || is_typed()) {
        return;
    }
    if let Some(input) = &tick {
        input.set_checked(field.values.contains(&input.value()));
    } else if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
        input.set_value(&value);
    } else if let Some(area) = control.dyn_ref::<HtmlTextAreaElement>() {
        area.set_value(&value);
    } else if let Some(select) = control.dyn_ref::<HtmlSelectElement>() {
        select.set_value(&value);
    }
    if let Ok(Some(frame)) = control.closest("[data-field]") {
        let _ = frame.toggle_attribute_with_force("data-uncertain", field.uncertain);
        let _ = frame.toggle_attribute_with_force("data-empty", field.values.concat().is_empty());
    }
}

/// What is ticked or not, rather than filled with a text: one with an empty value is not the same as none.
fn tick(control: &Element) -> Option<&HtmlInputElement> {
    let input = control.dyn_ref::<HtmlInputElement>();
    input.filter(|input| matches!(input.type_().as_str(), "checkbox" | "radio"))
}

/// What stands in a field that something is typed or chosen in, in the words in which it is written down that it was filled.
fn said(control: &Element) -> Option<String> {
    if let Some(input) = tick(control) {
        return Some(input.checked().to_string());
    }
    let input = control.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
    let area = || control.dyn_ref().map(HtmlTextAreaElement::value);
    let select = || control.dyn_ref().map(HtmlSelectElement::value);
    input.or_else(area).or_else(select)
}

fn mark_invalid(control: &Element, is_invalid: bool) {
    if is_invalid {
        set(control, "aria-invalid", "true");
    } else {
        let _ = control.remove_attribute("aria-invalid");
    }
}

/// Whether the element with that id is among those that describe a control.
fn describe(control: &Element, id: &str, describes: bool) {
    let before = control.get_attribute("aria-describedby").unwrap_or_default();
    let others = before.split_whitespace().filter(|other| *other != id);
    let all: Vec<&str> = others.chain(describes.then_some(id)).collect();
    if all.is_empty() {
        let _ = control.remove_attribute("aria-describedby");
    } else {
        set(control, "aria-describedby", &all.join(" "));
    }
}

/// Forgets with what the fields of a form were filled: what is shown next is put in, also where the user has chosen otherwise meanwhile.
pub(super) fn forget(form: &Element) {
    for control in nodes(&form.query_selector_all(&format!("[{FILLED}]"))) {
        let _ = control.remove_attribute(FILLED);
    }
}

/// The elements of a card that have an attribute, itself and those within it, with its value: not those of a card of its lists. The browser
/// leaves those out, of which a long list has hundreds.
fn own(node: &Element, attribute: &str) -> Vec<(Element, String)> {
    let mut found = nodes(&node.query_selector_all(&format!("[{attribute}]:not(:scope [{KEY}], :scope [{KEY}] *)")));
    found.push(node.clone());
    let named = |element: Element| element.get_attribute(attribute).map(|name| (element, name));
    found.into_iter().filter_map(named).collect()
}

pub(super) fn nodes(list: &Result<NodeList, JsValue>) -> Vec<Element> {
    let Ok(list) = list else { return Vec::new() };
    // A query finds nothing but elements.
    (0..list.length())
        .filter_map(|index| list.get(index).map(JsCast::unchecked_into))
        .collect()
}

fn children(list: &Element) -> Vec<Element> {
    let children = list.children();
    (0..children.length())
        .filter_map(|index| children.item(index))
        .collect()
}

fn is_of(child: &Element, card: &Card) -> bool {
    child.get_attribute(KEY).as_deref() == Some(&card.key)
        && child.get_attribute("data-template").as_deref() == Some(card.template)
}

/// Through the object model: as an attribute the content security policy refuses it.
fn set_height(element: &Element, pixels: u64) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.style().set_property("block-size", &format!("{pixels}px"));
    }
}

fn hide(element: &Element, hidden: bool) {
    let _ = element.toggle_attribute_with_force("hidden", hidden);
}

/// Attributes have fixed names here, so that setting one cannot fail.
pub(super) fn set(element: &Element, name: &str, value: &str) {
    if element.get_attribute(name).as_deref() != Some(value) {
        let _ = element.set_attribute(name, value);
    }
}
