//! Everybody who is known.

use crate::view::{Card, Voice};

impl Voice<'_> {
    /// The screen.
    pub fn people_screen(&self) -> Card {
        Card::new("people-screen", "#people")
    }
}
