//! From screen to screen: the address says which one is shown, and "back" leads to where one was on it.

use std::cell::{Cell, RefCell};

use wasm_bindgen::prelude::*;
use web_sys::{Document, ScrollRestoration, Window};

use super::desk::focus;

/// The steps that were taken in a window.
pub(super) struct Steps {
    window: Window,
    document: Document,
    /// What the address says as far as the page knows. Where it says something else, the user has gone on, and the page hears of that next.
    known: RefCell<String>,
    /// Which step is the present one.
    here: Cell<usize>,
    /// How far each was scrolled when it was left, by its number, which the browser keeps with the step.
    scrolled: RefCell<Vec<f64>>,
}

impl Steps {
    /// With the present one as the first.
    pub(super) fn new(window: &Window, document: &Document) -> Self {
        if let Ok(history) = window.history() {
            let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
            let _ = history.replace_state(&JsValue::from_str("0"), "");
        }
        Self {
            window: window.clone(),
            document: document.clone(),
            known: RefCell::new(address(window)),
            here: Cell::default(),
            scrolled: RefCell::new(vec![0.0]),
        }
    }

    /// What the page opens with is there: the part of it that its address names is in sight.
    pub(super) fn begin(&self) {
        if let Some(part) = self.document.get_element_by_id(&address(&self.window)) {
            part.scroll_into_view();
        }
    }

    /// The page takes in that its address says this.
    pub(super) fn hear(&self, hash: &str) {
        self.known.replace(hash.to_owned());
    }

    /// A screen is left that was scrolled so far.
    pub(super) fn leave(&self, scrolled: f64) {
        if let Some(place) = self.scrolled.borrow_mut().get_mut(self.here.get()) {
            *place = scrolled;
        }
    }

    /// Another screen is shown. The address is made to say `hash`, where it does not say so already; what it begins with has the focus, or what it is called, and
    /// what is in sight is what was when it was left, the part of it that the address names, or its beginning.
    pub(super) fn arrive(&self, hash: Option<&str>) {
        if self.is_left(hash) {
            return;
        }
        if let Some(hash) = hash {
            self.say(hash);
        }
        let known = self.number();
        // What on it has just been led to is in sight and has the focus.
        let active = self.document.active_element();
        if active.is_some_and(|active| active.matches("[data-key][tabindex]").unwrap_or_default()) {
            return;
        }
        let first = self.document.query_selector("main [data-first]").ok().flatten();
        focus(first.map_or_else(
            || self.document.query_selector("main .screen h1"),
            |first| Ok(Some(first)),
        ));
        let part = self.document.get_element_by_id(&address(&self.window));
        let scrolled = known.and_then(|known| self.scrolled.borrow().get(known).copied());
        match (scrolled, part) {
            (None, Some(part)) => part.scroll_into_view(),
            _ => self.window.scroll_to_with_x_and_y(0.0, scrolled.unwrap_or_default()),
        }
    }

    /// The same screen is shown in another way. The address is made to say `hash`, where it does not say so already: as a step of its own,
    /// unless it is being typed, where each letter is no place to go back to.
    pub(super) fn stay(&self, hash: Option<&str>) {
        if self.is_left(hash) {
            return;
        }
        let Some(hash) = hash.filter(|hash| address(&self.window) != *hash) else {
            self.number();
            return;
        };
        let active = self.document.active_element();
        let is_typed = active.is_some_and(|active| active.matches("input:not([type='radio'])").unwrap_or_default());
        match self.window.history() {
            Ok(history) if is_typed => {
                let state = history.state().unwrap_or_default();
                let _ = history.replace_state_with_url(&state, "", Some(&["#", hash].concat()));
                self.hear(&address(&self.window));
            }
            _ => {
                self.say(hash);
                self.number();
            }
        }
    }

    /// Whether the user has gone on to another place than `hash` meanwhile: what was asked before does not lead back from there.
    fn is_left(&self, hash: Option<&str>) -> bool {
        let address = address(&self.window);
        address != *self.known.borrow() && Some(address.as_str()) != hash
    }

    /// Makes the address say something else, as a step of its own.
    fn say(&self, hash: &str) {
        let _ = self.window.location().set_hash(hash);
        // The browser may write it in its own way.
        self.hear(&address(&self.window));
    }

    /// The number of a step that was taken before; a new one is counted, and has none.
    fn number(&self) -> Option<usize> {
        let history = self.window.history().ok()?;
        let known = history.state().ok().and_then(|state| state.as_string()?.parse().ok());
        let known: Option<usize> = known.filter(|known| *known < self.scrolled.borrow().len());
        let number = known.unwrap_or_else(|| self.scrolled.borrow().len());
        if known.is_none() {
            self.scrolled.borrow_mut().push(0.0);
            let _ = history.replace_state(&JsValue::from_str(&number.to_string()), "");
        }
        self.here.set(number);
        known
    }
}

/// What a window's address says after its `#`.
pub(super) fn address(window: &Window) -> String {
    let hash = window.location().hash().unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}
