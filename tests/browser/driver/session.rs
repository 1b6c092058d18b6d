//! A page, popup or worker that one is attached to.

use serde_json::{Value, json};

use super::wait::{attempt_until_deadline, until};
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

    /// Sends a command.
    ///
    /// # Errors
    /// When it is refused, or nothing answers.
    pub(crate) fn try_call(&self, method: &str, parameters: Value) -> Result<Value, String> {
        self.connection.call(Some(&self.id), method, parameters)
    }

    /// The value of a JavaScript expression, awaited.
    ///
    /// # Errors
    /// What it throws.
    pub(crate) fn try_evaluate(&self, expression: &str) -> Result<Value, String> {
        let parameters = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        value_of(expression, self.try_call("Runtime.evaluate", parameters)?)
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
        let frames = self.try_call("Page.getFrameTree", json!({}))?;
        let frame = &frames["frameTree"]["frame"]["id"];
        let world = self.try_call("Page.createIsolatedWorld", json!({ "frameId": frame }))?;
        let world = &world["executionContextId"];
        let parameters = json!({ "expression": expression, "contextId": world, "returnByValue": true });
        value_of(expression, self.try_call("Runtime.evaluate", parameters)?)
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
        let answer = self.try_call("Page.navigate", json!({ "url": address }))?;
        if let Some(error) = answer["errorText"].as_str() {
            return Err(format!("{address} does not load: {error}"));
        }
        // A form of the page may hide its document's own property.
        let has_loaded = "!globalThis.isLeft && Reflect.get(Document.prototype, 'readyState', document) === 'complete'";
        attempt_until_deadline(|| match self.try_evaluate(has_loaded)? {
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

fn value_of(expression: &str, mut answer: Value) -> Result<Value, String> {
    match answer.get("exceptionDetails") {
        // The expression may be a whole script.
        Some(thrown) => {
            let expression: String = expression.chars().take(200).collect();
            Err(format!("{expression} threw {}", thrown["exception"]["description"]))
        }
        None => Ok(answer["result"]["value"].take()),
    }
}
