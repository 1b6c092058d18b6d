//! A backup: one readable file with all that is kept. `docs/backup-format.md` describes it.
//!
//! `{"your_move_backup":1,"made":…,"checksum":…,"settings":{…},"applications":[{"id":…,"events":[…],"texts":{…}}]}`
//!
//! Events and settings have the form in which they are kept, so one codec serves both. A file with a checksum was written by this program
//! or a newer one, and all of it that is not known is carried along. One without was written or changed by hand: it may leave out
//! what follows from the rest (`by_hand.rs`), and what looks like a slip is named.
//!
//! A raw copy, which is saved where the program does not start, is no backup, and is read as one (`raw.rs`).

mod by_hand;
mod problem;
mod raw;
mod read;
mod write;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

pub use self::problem::{BackupProblem, Place, Wrong};
pub use self::read::{BackupReading, read_backup};
pub use self::write::{BackupText, write_backup};
use super::{ApplicationRecord, Choices, open_choices};
use crate::domain::{EventId, Prose};

/// The longest text that is read, in bytes: more than twice of what ten thousand applications with their descriptions come to.
pub const LIMIT: usize = 128 * 1024 * 1024;

/// The names of the fields.
mod name {
    pub(super) const VERSION: &str = "your_move_backup";
    pub(super) const MADE: &str = "made";
    pub(super) const CHECKSUM: &str = "checksum";
    pub(super) const SETTINGS: &str = "settings";
    pub(super) const APPLICATIONS: &str = "applications";
    pub(super) const ID: &str = "id";
    pub(super) const EVENTS: &str = "events";
    pub(super) const TEXTS: &str = "texts";
}

/// The descriptions of an application's postings, by the events that brought them.
type Texts = BTreeMap<EventId, Prose>;

/// All that is kept, as one file has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// When it was made.
    pub made: Option<DateTime<Utc>>,
    /// The text under which the settings are kept; `None` where it says nothing of them.
    pub settings: Option<String>,
    /// The applications, in the order of the file.
    pub applications: Vec<BackupApplication>,
    /// Where something stands that this version does not know. It is carried along, and has no effect.
    pub unknown: Vec<Place>,
    /// How many parts of it could not be read, and are left out: of a raw copy, which is whatever was there.
    pub missing: usize,
    /// What a newer version wrote beside all that: names and texts.
    beyond: BTreeMap<String, String>,
}

/// An application of a backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupApplication {
    /// What the file calls it: its identity, or a short text that stands for it in this file.
    pub name: String,
    /// Its events, with their descriptions at hand.
    pub record: ApplicationRecord,
}

impl Backup {
    /// A backup of records that have their descriptions at hand, and of the settings as they are kept.
    pub fn new(made: DateTime<Utc>, settings: Option<String>, records: Vec<ApplicationRecord>) -> Self {
        let applications = records.into_iter().map(|record| BackupApplication {
            name: record.application().to_string(),
            record,
        });
        Self {
            made: Some(made),
            settings,
            applications: applications.collect(),
            unknown: Vec::new(),
            missing: 0,
            beyond: BTreeMap::new(),
        }
    }

    /// What the user chose; as by default where it says nothing.
    pub fn chosen(&self) -> Choices {
        let settings = self.settings.as_deref();
        settings.and_then(|text| open_choices(text).ok()).unwrap_or_default()
    }
}
