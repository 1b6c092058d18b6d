//! A page, popup or worker that one is attached to.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::wait::until;
use super::{Connection, Key};

/// Which of the two looks a page is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Scheme {
    /// As CSS names it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

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
        self.try_call(method, parameters).unwrap_or_else(|error| panic!("{error}"))
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
        self.wait_for("the page to load", "!globalThis.isLeft && document.readyState === 'complete'");
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

    /// Shows the page as somebody with this preference sees it.
    #[track_caller]
    pub(crate) fn prefer(&self, scheme: Scheme) {
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme.name() }]);
        self.call("Emulation.setEmulatedMedia", json!({ "features": features }));
    }

    /// Takes a picture of the whole page, at twice its size.
    #[track_caller]
    pub(crate) fn screenshot(&self, file: &Path) {
        let size = self.call("Page.getLayoutMetrics", json!({}))["cssContentSize"].clone();
        let clip = json!({ "x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 2 });
        let picture = self.call("Page.captureScreenshot", json!({ "clip": clip, "captureBeyondViewport": true }));
        let picture = picture["data"].as_str().and_then(from_base64).expect("a picture");
        fs::write(file, picture).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    }
}

/// Base64 with padding, as the protocol sends bytes.
fn from_base64(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| match byte {
        b'A'..=b'Z' => Some(u32::from(byte - b'A')),
        b'a'..=b'z' => Some(u32::from(byte - b'a') + 26),
        b'0'..=b'9' => Some(u32::from(byte - b'0') + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let text = text.trim_end_matches('=');
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    for group in text.as_bytes().chunks(4) {
        let mut bits = 0;
        for byte in group {
            bits = bits << 6 | digit(*byte)?;
        }
        bits <<= 6 * (4 - group.len());
        let [_, first, second, third] = bits.to_be_bytes();
        bytes.extend([first, second, third].iter().take(group.len() * 3 / 4));
    }
    Some(bytes)
}
