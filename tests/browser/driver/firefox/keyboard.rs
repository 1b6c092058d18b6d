//! Keys, as WebDriver names them.

use serde_json::{Value, json};

use crate::driver::Key;

impl Key {
    /// One press.
    pub(super) fn pressed(self) -> Value {
        let (key, ctrl, shift) = match self {
            Self::Tab => ('\u{e004}', false, false),
            Self::TabBack => ('\u{e004}', false, true),
            Self::Enter => ('\u{e007}', false, false),
            Self::Space => (' ', false, false),
            Self::Escape => ('\u{e00c}', false, false),
            Self::Delete => ('\u{e017}', false, false),
            Self::Right => ('\u{e014}', false, false),
            Self::Up => ('\u{e013}', false, false),
            Self::Down => ('\u{e015}', false, false),
            Self::Home => ('\u{e011}', false, false),
            Self::End => ('\u{e010}', false, false),
            Self::PageDown => ('\u{e00f}', false, false),
            Self::SelectAll => ('a', true, false),
            Self::Paste => ('v', true, false),
        };
        json!({ "key": key, "ctrl": ctrl, "shift": shift })
    }

    /// One press that writes a character.
    pub(super) fn writing(character: char) -> Value {
        let key = if character == '\n' { '\u{e007}' } else { character };
        json!({ "key": key, "ctrl": false, "shift": false })
    }
}
