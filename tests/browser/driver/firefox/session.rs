//! A page, asked through the browser.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::path::Path;
use std::thread;
use std::time::Instant;

use serde_json::{Value, json};

use super::browser::Commands;
use crate::driver::chromium::Devtools;
use crate::driver::engine::{Heard, Page};
use crate::driver::wait::PAUSE;
use crate::driver::{Key, Mouse};

/// What one target is asked.
pub(super) struct Asked {
    commands: Commands,
    target: String,
}

impl Asked {
    pub(super) fn new(commands: Commands, target: String) -> Self {
        Self { commands, target }
    }

    /// A command about this target.
    fn try_ask(&self, command: &str, mut parameters: Value) -> Result<Value, String> {
        parameters["target"] = self.target.as_str().into();
        self.commands.try_ask(command, parameters)
    }

    #[track_caller]
    fn ask(&self, command: &str, parameters: Value) {
        self.try_ask(command, parameters)
            .unwrap_or_else(|error| panic!("{error}"));
    }

    fn value(&self, expression: &str, beside: bool) -> Result<Value, String> {
        let answer = self.try_ask("evaluate", json!({ "expression": expression, "beside": beside }));
        answer.map_err(|error| {
            // The expression may be a whole script.
            let expression: String = expression.chars().take(200).collect();
            format!("{expression}: {error}")
        })
    }
}

/// What was said is asked for.
struct Overheard {
    page: Asked,
    /// What has come and is not taken yet.
    left: RefCell<VecDeque<String>>,
}

impl Heard for Overheard {
    fn next_until(&self, moment: Instant) -> Option<String> {
        loop {
            if let Some(said) = self.left.borrow_mut().pop_front() {
                return Some(said);
            }
            // Of a page that has gone nothing more is heard.
            let said = self.page.try_ask("heard", json!({})).ok()?;
            let said: Vec<String> = serde_json::from_value(said).ok()?;
            if said.is_empty() {
                let left = moment.checked_duration_since(Instant::now())?;
                thread::sleep(PAUSE.min(left));
            }
            self.left.borrow_mut().extend(said);
        }
    }
}

impl Page for Asked {
    fn target(&self) -> &str {
        &self.target
    }

    fn try_evaluate(&self, expression: &str) -> Result<Value, String> {
        self.value(expression, false)
    }

    fn try_evaluate_beside(&self, expression: &str) -> Result<Value, String> {
        self.value(expression, true)
    }

    fn leave_for(&self, address: &str) -> Result<(), String> {
        self.try_ask("leaveFor", json!({ "address": address })).map(drop)
    }

    fn press(&self, key: Key) {
        self.ask("press", json!({ "keys": [key.pressed()] }));
    }

    fn type_text(&self, text: &str) {
        let keys: Vec<Value> = text.chars().map(Key::writing).collect();
        self.ask("press", json!({ "keys": keys }));
    }

    fn insert(&self, text: &str) {
        self.type_text(text);
    }

    fn try_mouse(&self, what: Mouse, (x, y): (f64, f64)) -> Result<(), String> {
        let (kind, buttons, count) = match what {
            Mouse::Press(count) => ("mousedown", 1, count),
            Mouse::Release(count) => ("mouseup", 0, count),
            Mouse::Move => ("mousemove", 0, 0),
            Mouse::Drag => ("mousemove", 1, 0),
        };
        let event = json!({ "type": kind, "x": x, "y": y, "buttons": buttons, "count": count });
        self.try_ask("mouse", event).map(drop)
    }

    fn click(&self, place: &str, times: u32) -> Result<Option<String>, String> {
        let hindrance = self.try_ask("click", json!({ "place": place, "times": times }))?;
        serde_json::from_value(hindrance).map_err(|error| error.to_string())
    }

    fn choose_file(&self, field: &str, file: &Path) {
        self.ask("chooseFile", json!({ "field": field, "path": file }));
    }

    fn hear(&self, name: &str) -> Box<dyn Heard> {
        self.ask("hear", json!({ "name": name }));
        Box::new(Overheard {
            page: Self::new(self.commands.clone(), self.target.clone()),
            left: RefCell::default(),
        })
    }

    fn resize(&self, width: u32, height: u32) {
        self.ask("resize", json!({ "width": width, "height": height }));
    }

    fn prefer(&self, preferences: &[(&str, &str)]) {
        self.ask("prefer", json!({ "wanted": preferences }));
    }

    fn devtools(&self) -> &Devtools {
        panic!("Firefox has no DevTools protocol")
    }
}
