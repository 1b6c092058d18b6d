//! How far something that takes a while has come.

use super::{Card, Voice, Word};

/// A screen reader says how far something has come each time that so many percent more are done.
const HEARD: usize = 25;

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
    /// Making a backup.
    BackingUp,
    /// Making a table.
    MakingTable,
    /// Reading the rows of a table.
    ReadingTable,
    /// Reading the file of a backup.
    ReadingBackup,
    /// Comparing a backup with what is kept.
    Comparing,
    /// Bringing in what a backup has.
    BringingIn,
    /// Collecting all dates.
    Collecting,
}

impl Card {
    /// With what is said of something that takes a while, and the buttons that belong to it; with nothing where there is none.
    pub(super) fn with_progress(self, progress: Option<Progress>, voice: &Voice<'_>) -> Self {
        let said = progress.map(|progress| voice.progress(progress));
        // Of each percent nobody wants to hear.
        let heard = progress.map(|progress| {
            voice.progress(Progress {
                percent: progress.percent / HEARD * HEARD,
                ..progress
            })
        });
        let stopped = progress.filter(|progress| progress.is_stopped);
        // What is due is made anew from the beginning.
        let begins_anew = stopped.is_some_and(|progress| progress.of == Effort::Planning);
        self.text("reading", said.unwrap_or_default())
            .text("reading_heard", heard.unwrap_or_default())
            .part("reads", progress.is_some())
            .part("can_stop", progress.is_some() && stopped.is_none())
            .part("can_read_on", stopped.is_some() && !begins_anew)
            .part("can_try_again", begins_anew)
    }
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
            // Who stops these has stopped them.
            (Effort::BackingUp, _) => Word::BackingUp,
            (Effort::MakingTable, _) => Word::MakingTable,
            (Effort::ReadingTable, _) => Word::ReadingTable,
            (Effort::ReadingBackup, _) => Word::ReadingBackup,
            (Effort::Comparing, _) => Word::Comparing,
            (Effort::BringingIn, _) => Word::BringingIn,
            (Effort::Collecting, _) => Word::CollectingDates,
        };
        self.say(word, &[("percent", &progress.percent.to_string())])
    }
}
