//! A session with one target.

use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::time::Instant;

use serde_json::{Value, json};

use super::Connection;
use crate::driver::engine::{Heard, Page};
use crate::driver::{Key, Mouse};

/// A session, over the DevTools protocol.
pub(crate) struct Devtools {
    connection: Connection,
    target: String,
    id: String,
}

impl Devtools {
    pub(super) fn new(connection: Connection, target: String, id: String) -> Self {
        Self { connection, target, id }
    }

    /// Sends a command.
    ///
    /// # Errors
    /// When it is refused, or nothing answers.
    pub(crate) fn try_call(&self, method: &str, parameters: Value) -> Result<Value, String> {
        self.connection.call(Some(&self.id), method, parameters)
    }

    #[track_caller]
    fn call(&self, method: &str, parameters: Value) -> Value {
        self.try_call(method, parameters)
            .unwrap_or_else(|error| panic!("{error}"))
    }
}

impl Page for Devtools {
    fn target(&self) -> &str {
        &self.target
    }

    fn try_evaluate(&self, expression: &str) -> Result<Value, String> {
        let parameters = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        value_of(expression, self.try_call("Runtime.evaluate", parameters)?)
    }

    fn try_evaluate_beside(&self, expression: &str) -> Result<Value, String> {
        let frames = self.try_call("Page.getFrameTree", json!({}))?;
        let frame = &frames["frameTree"]["frame"]["id"];
        let world = self.try_call("Page.createIsolatedWorld", json!({ "frameId": frame }))?;
        let world = &world["executionContextId"];
        let parameters = json!({ "expression": expression, "contextId": world, "returnByValue": true });
        value_of(expression, self.try_call("Runtime.evaluate", parameters)?)
    }

    fn leave_for(&self, address: &str) -> Result<(), String> {
        let answer = self.try_call("Page.navigate", json!({ "url": address }))?;
        match answer["errorText"].as_str() {
            Some(error) => Err(format!("{address} does not load: {error}")),
            None => Ok(()),
        }
    }

    fn press(&self, key: Key) {
        for event in key.events() {
            self.call("Input.dispatchKeyEvent", event);
        }
    }

    fn type_text(&self, text: &str) {
        for event in text.chars().flat_map(Key::typed) {
            self.call("Input.dispatchKeyEvent", event);
        }
    }

    fn insert(&self, text: &str) {
        self.call("Input.insertText", json!({ "text": text }));
    }

    fn try_mouse(&self, what: Mouse, (x, y): (f64, f64)) -> Result<(), String> {
        let (kind, button, buttons, count) = match what {
            Mouse::Press(count) => ("mousePressed", "left", 1, count),
            Mouse::Release(count) => ("mouseReleased", "left", 0, count),
            Mouse::Move => ("mouseMoved", "none", 0, 1),
            Mouse::Drag => ("mouseMoved", "left", 1, 1),
        };
        let event = json!({ "type": kind, "x": x, "y": y, "button": button, "buttons": buttons, "clickCount": count });
        self.try_call("Input.dispatchMouseEvent", event).map(drop)
    }

    fn click(&self, place: &str, times: u32) -> Result<Option<String>, String> {
        let place = match self.try_evaluate(place)? {
            Value::String(hindrance) => return Ok(Some(hindrance)),
            place => serde_json::from_value(place).map_err(|error| error.to_string())?,
        };
        for count in 1..=times {
            self.try_mouse(Mouse::Press(count), place)?;
            self.try_mouse(Mouse::Release(count), place)?;
        }
        Ok(None)
    }

    fn choose_file(&self, field: &str, file: &Path) {
        let expression = format!("document.querySelector({})", json!(field));
        let input = self.call("Runtime.evaluate", json!({ "expression": expression }));
        let files = json!({ "files": [file], "objectId": input["result"]["objectId"] });
        self.call("DOM.setFileInputFiles", files);
    }

    fn hear(&self, name: &str) -> Box<dyn Heard> {
        let (say, said) = mpsc::channel();
        let (session, function) = (self.id.clone(), name.to_owned());
        self.connection.listen(move |_, event| {
            let called = &event["params"];
            let is_said = event["method"] == "Runtime.bindingCalled" && event["sessionId"] == *session;
            if is_said && called["name"] == *function {
                // Who has heard enough is gone.
                let _ = say.send(called["payload"].as_str().unwrap_or_default().to_owned());
            }
        });
        self.call("Runtime.enable", json!({}));
        self.call("Runtime.addBinding", json!({ "name": name }));
        Box::new(Said(said))
    }

    fn resize(&self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.call("Emulation.setDeviceMetricsOverride", size);
    }

    fn prefer(&self, preferences: &[(&str, &str)]) {
        let features: Vec<_> = preferences
            .iter()
            .map(|(name, value)| json!({ "name": name, "value": value }))
            .collect();
        self.call("Emulation.setEmulatedMedia", json!({ "features": features }));
    }

    fn devtools(&self) -> &Devtools {
        self
    }
}

/// What was said comes by itself.
struct Said(Receiver<String>);

impl Heard for Said {
    fn next_until(&self, moment: Instant) -> Option<String> {
        let left = moment.saturating_duration_since(Instant::now());
        self.0.recv_timeout(left).ok()
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
