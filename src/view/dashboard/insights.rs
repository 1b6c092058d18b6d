//! What all of it comes to.

use crate::view::{Card, Voice};

impl Voice<'_> {
    /// The screen.
    pub fn insights_screen(&self) -> Card {
        Card::new("insights-screen", "#insights")
    }
}
