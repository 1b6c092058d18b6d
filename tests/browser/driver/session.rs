//! A page, popup or worker that one is attached to.

use std::path::Path;

use serde_json::Value;

use super::engine::Page;
use super::wait::{attempt_until_deadline, until};
use super::{Heard, Key};

/// What a hand does with a mouse. The button is the left one.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Mouse {
    /// Presses the button, as the so many-th of a number of quick clicks.
    Press(u32),
    /// Lets go of it.
    Release(u32),
    /// Moves, with the button up.
    Move,
    /// Moves, with the button down.
    Drag,
}

/// The address of an empty page.
const EMPTY: &str = "about:blank";

/// A session with one target.
pub(crate) struct Session(Box<dyn Page>);

impl Session {
    pub(super) fn new(page: Box<dyn Page>) -> Self {
        Self(page)
    }

    /// With what the session is held.
    pub(crate) fn target(&self) -> &str {
        self.0.target()
    }

    /// Sends a command, in a Chromium.
    ///
    /// # Panics
    /// When it is refused.
    #[track_caller]
    #[allow(dead_code, reason = "pictures and benchmarks are of Chromium alone")]
    pub(crate) fn call(&self, method: &str, parameters: Value) -> Value {
        self.try_call(method, parameters)
            .unwrap_or_else(|error| panic!("{error}"))
    }

    /// Sends a command, in a Chromium.
    ///
    /// # Errors
    /// When it is refused, or nothing answers.
    pub(crate) fn try_call(&self, method: &str, parameters: Value) -> Result<Value, String> {
        self.0.devtools().try_call(method, parameters)
    }

    /// The value of a JavaScript expression, awaited.
    ///
    /// # Errors
    /// What it throws.
    pub(crate) fn try_evaluate(&self, expression: &str) -> Result<Value, String> {
        self.0.try_evaluate(expression)
    }

    /// The value of a JavaScript expression, awaited.
    ///
    /// # Panics
    /// When it throws.
    #[track_caller]
    pub(crate) fn evaluate(&self, expression: &str) -> Value {
        self.try_evaluate(expression).unwrap_or_else(|error| panic!("{error}"))
    }

    /// Waits until an expression gives something true.
    #[track_caller]
    pub(crate) fn wait_for(&self, what: &str, expression: &str) -> Value {
        until(what, || match self.try_evaluate(expression)? {
            value @ (Value::Null | Value::Bool(false)) => Err(format!("{expression} = {value}")),
            value => Ok(value),
        })
    }

    /// The value of a JavaScript expression in a world of its own beside the page's, as the browser injects scripts of extensions.
    ///
    /// # Errors
    /// What it throws.
    pub(crate) fn try_evaluate_beside(&self, expression: &str) -> Result<Value, String> {
        self.0.try_evaluate_beside(expression)
    }

    /// The same.
    ///
    /// # Panics
    /// When it throws.
    #[track_caller]
    pub(crate) fn evaluate_beside(&self, expression: &str) -> Value {
        self.try_evaluate_beside(expression)
            .unwrap_or_else(|error| panic!("{error}"))
    }

    /// Navigates, and waits until the page has loaded.
    ///
    /// # Errors
    /// Where it does not load, or does not come to rest.
    pub(crate) fn try_go(&self, address: &str) -> Result<(), String> {
        // Marks the document that is left, to tell it from the one that comes.
        self.try_evaluate("globalThis.isLeft = true")?;
        self.0.leave_for(address)?;
        // A form of the page may hide its document's own property. Where another process takes the page over, it begins with an empty one.
        let is_other = if address == EMPTY {
            "true"
        } else {
            "location.href !== 'about:blank'"
        };
        let has_loaded = format!(
            "!globalThis.isLeft && {is_other} && Reflect.get(Document.prototype, 'readyState', document) === 'complete'"
        );
        attempt_until_deadline(|| match self.try_evaluate(&has_loaded)? {
            Value::Bool(true) => Ok(()),
            other => Err(format!("{has_loaded} = {other}")),
        })
        .map_err(|seen| format!("{address} does not come to rest: {seen}"))
    }

    /// Navigates, and waits until the page has loaded.
    #[track_caller]
    pub(crate) fn go(&self, address: &str) {
        self.try_go(address).unwrap_or_else(|error| panic!("{error}"));
    }

    /// Presses a key.
    #[track_caller]
    pub(crate) fn press(&self, key: Key) {
        self.0.press(key);
    }

    /// Types, key by key.
    #[track_caller]
    pub(crate) fn type_text(&self, text: &str) {
        self.0.type_text(text);
    }

    /// Puts a text where the focus is, as a whole.
    #[track_caller]
    pub(crate) fn insert(&self, text: &str) {
        self.0.insert(text);
    }

    /// Does something with the mouse, at a place in the page.
    ///
    /// # Errors
    /// When it is refused, or nothing answers: the page may have gone by it.
    pub(crate) fn try_mouse(&self, what: Mouse, place: (f64, f64)) -> Result<(), String> {
        self.0.try_mouse(what, place)
    }

    /// Does something with the mouse, at a place in the page.
    ///
    /// # Panics
    /// When it is refused.
    #[track_caller]
    pub(crate) fn mouse(&self, what: Mouse, place: (f64, f64)) {
        self.try_mouse(what, place).unwrap_or_else(|error| panic!("{error}"));
    }

    /// Clicks so many times, as fast as it goes, at the place that a JavaScript expression gives; or gives the text that it has instead, which says
    /// what is in the way.
    ///
    /// # Errors
    /// When it is refused, or nothing answers: the page may have gone by it.
    pub(crate) fn click(&self, place: &str, times: u32) -> Result<Option<String>, String> {
        self.0.click(place, times)
    }

    /// Chooses a file in the one field that matches.
    #[track_caller]
    pub(crate) fn choose_file(&self, field: &str, file: &Path) {
        self.0.choose_file(field, file);
    }

    /// Gives the page a function of that name, and hears the texts that it is called with.
    #[track_caller]
    pub(crate) fn hear(&self, name: &str) -> Box<dyn Heard> {
        self.0.hear(name)
    }

    /// Gives the page that size, in its own pixels.
    #[track_caller]
    pub(crate) fn resize(&self, width: u32, height: u32) {
        self.0.resize(width, height);
    }

    /// Answers the page's questions after these preferences of its reader, by their names in CSS.
    #[track_caller]
    pub(crate) fn prefer(&self, preferences: &[(&str, &str)]) {
        self.0.prefer(preferences);
    }
}
