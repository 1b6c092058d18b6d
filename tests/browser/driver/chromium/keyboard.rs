//! Keys, as the protocol wants to be told of them.

use serde_json::{Value, json};

use crate::driver::Key;

impl Key {
    /// The two events of one press, as the protocol wants to be told of them.
    pub(super) fn events(self) -> [Value; 2] {
        let (key, code, number, text, modifiers, commands) = match self {
            Self::Tab => ("Tab", "Tab", 9, "", 0, json!([])),
            Self::TabBack => ("Tab", "Tab", 9, "", 8, json!([])),
            Self::Enter => ("Enter", "Enter", 13, "\r", 0, json!([])),
            Self::Space => (" ", "Space", 32, " ", 0, json!([])),
            Self::Escape => ("Escape", "Escape", 27, "", 0, json!([])),
            Self::Delete => ("Delete", "Delete", 46, "", 0, json!([])),
            Self::Right => ("ArrowRight", "ArrowRight", 39, "", 0, json!([])),
            Self::Up => ("ArrowUp", "ArrowUp", 38, "", 0, json!([])),
            Self::Down => ("ArrowDown", "ArrowDown", 40, "", 0, json!([])),
            Self::Home => ("Home", "Home", 36, "", 0, json!([])),
            Self::End => ("End", "End", 35, "", 0, json!([])),
            Self::PageDown => ("PageDown", "PageDown", 34, "", 0, json!([])),
            Self::SelectAll => ("a", "KeyA", 65, "", 2, json!(["selectAll"])),
            Self::Paste => ("v", "KeyV", 86, "", 2, json!(["paste"])),
        };
        let event = |kind: &str, text: &str, commands: Value| {
            json!({
                "type": kind, "key": key, "code": code, "windowsVirtualKeyCode": number, "text": text,
                "modifiers": modifiers, "commands": commands,
            })
        };
        let down = if text.is_empty() { "rawKeyDown" } else { "keyDown" };
        [event(down, text, commands), event("keyUp", "", json!([]))]
    }

    /// The two events of a press that writes one character.
    pub(super) fn typed(character: char) -> [Value; 2] {
        // Among these numbers, those of letters and digits alone are the characters' own.
        let number = if character.is_ascii_alphanumeric() {
            u32::from(character.to_ascii_uppercase())
        } else {
            0
        };
        let key = character.to_string();
        ["keyDown", "keyUp"].map(|kind| {
            let text = if kind == "keyDown" { key.as_str() } else { "" };
            json!({ "type": kind, "key": key, "text": text, "windowsVirtualKeyCode": number })
        })
    }
}
