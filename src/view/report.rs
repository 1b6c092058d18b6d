//! What a report on a wrong capture says, to be looked over before it is saved.

use super::{Card, Voice, Word};

/// The key of the card of a report.
pub const REPORT: &str = "report";

/// A report on the page in front of the user.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Its text.
    pub text: String,
    /// Whether it was saved.
    pub saved: bool,
}

impl Voice<'_> {
    /// The card of a report.
    pub(super) fn report(&self, report: &Report) -> Card {
        let saved = if report.saved {
            self.text(Word::ReportSaved)
        } else {
            String::new()
        };
        Card::new("report", REPORT)
            .text("saved", saved)
            .field("report", report.text.as_str())
    }
}
