//! When a backup was last made, and what there was then: so that the user is reminded of the next one, and only where there is something to
//! lose. It is no part of a backup, and nothing else depends on it.

use chrono::NaiveDate;

use super::form::record;
use super::{Kind, Record};

/// What is known of the last backup.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LastBackup {
    /// The day on which it was made; `None` before the first.
    pub on: Option<NaiveDate>,
    /// The head's sequence at that moment.
    pub sequence: u64,
    /// Until when the user wants to hear nothing of the next one.
    pub later: Option<NaiveDate>,
    /// Which file in the folder that the user chose is of this ledger: no other one there is written over.
    pub file: Option<String>,
}

record!(LastBackup {
    on,
    sequence,
    later,
    file
});

impl Record for LastBackup {
    const KIND: Kind = Kind::LastBackup;
}
