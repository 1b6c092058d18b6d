//! How far something that takes a while has come.

use super::{Voice, Word};

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What it is.
    pub of: Effort,
    /// How much of it is done, in percent.
    pub percent: usize,
    /// Whether the user has stopped it.
    pub is_stopped: bool,
}

/// What takes a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// Reading all applications.
    Reading,
    /// Searching all that is kept of them.
    Searching,
    /// Making anew what is due.
    Planning,
}

impl Voice<'_> {
    /// "Reading your applications: 40 %", or that this was stopped.
    pub(super) fn progress(&self, progress: Progress) -> String {
        let word = match (progress.of, progress.is_stopped) {
            (Effort::Reading, false) => Word::ReadingLedger,
            (Effort::Reading, true) => Word::ReadingStopped,
            (Effort::Searching, false) => Word::SearchingAt,
            (Effort::Searching, true) => Word::SearchStopped,
            (Effort::Planning, false) => Word::WorkingOut,
            (Effort::Planning, true) => Word::WorkingOutStopped,
        };
        self.say(word, &[("percent", &progress.percent.to_string())])
    }
}
