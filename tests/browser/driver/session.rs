//! A page, popup or worker that one is attached to.

use serde_json::{Value, json};

use super::wait::until;
use super::{Connection, Key};

/// A session with one target.
pub(crate) struct Session {
    connection: Connection,
    target: String,
    id: String,
}

impl Session {
    pub(super) fn new(connection: Connection, target: String, id: String) -> Self {
        Self { connection, target, id }
    }

    /// With what the session is held.
    pub(crate) fn target(&self) -> &str {
        &self.target
    }

    /// Sends a command.
    ///
    /// # Panics
    /// When it is refused.
    #[track_caller]
    pub(crate) fn call(&self, method: &str, parameters: Value) -> Value {
        self.try_call(method, parameters)
            .unwrap_or_else(|error| panic!("{error}"))
    }

    /// Sends a command whose answer nobody waits for.
    pub(crate) fn post(&self, method: &str, parameters: Value) {
        self.connection.post(Some(&self.id), method, parameters);
    }

    fn try_call(&self, method: &str, parameters: Value) -> Result<Value, String> {
        self.connection.call(Some(&self.id), method, parameters)
    }

    /// The value of a JavaScript expression, awaited.
    ///
    /// # Errors
    /// What it throws.
    pub(crate) fn try_evaluate(&self, expression: &str) -> Result<Value, String> {
        let parameters = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let mut answer = self.try_call("Runtime.evaluate", parameters)?;
        match answer.get("exceptionDetails") {
            Some(thrown) => Err(format!("{expression} threw {}", thrown["exception"]["description"])),
            None => Ok(answer["result"]["value"].take()),
        }
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

    /// Navigates, and waits until the page has loaded.
    #[track_caller]
    pub(crate) fn go(&self, address: &str) {
        // Marks the document that is left, to tell it from the one that comes.
        self.evaluate("globalThis.isLeft = true");
        let answer = self.call("Page.navigate", json!({ "url": address }));
        assert_eq!(answer["errorText"], Value::Null, "{address} does not load");
        self.wait_for(
            "the page to load",
            "!globalThis.isLeft && document.readyState === 'complete'",
        );
    }

    /// Presses a key.
    #[track_caller]
    pub(crate) fn press(&self, key: Key) {
        for event in key.events() {
            self.call("Input.dispatchKeyEvent", event);
        }
    }

    /// Types, key by key.
    #[track_caller]
    pub(crate) fn type_text(&self, text: &str) {
        for event in text.chars().flat_map(Key::typed) {
            self.call("Input.dispatchKeyEvent", event);
        }
    }
}
