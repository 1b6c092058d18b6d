//! What was not as it was written, put aside as it was found.

use chrono::{DateTime, Utc};

use super::form::record;
use super::{Key, Kind, Record};

/// So many values at most are put aside: who fills the store with garbage does not fill it twice.
pub(super) const PLACES: u8 = 64;

/// A damaged value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quarantined {
    /// The key that it was found under.
    pub key: String,
    /// When it was put aside.
    pub when: DateTime<Utc>,
    /// As it was found; of what was no text its JSON after U+0000.
    pub text: String,
}

record!(Quarantined { key, when, text });

impl Record for Quarantined {
    const KIND: Kind = Kind::Quarantine;
}

impl Quarantined {
    /// The keys of all places.
    pub fn places() -> impl Iterator<Item = Key> {
        (0..PLACES).map(Key::Quarantine)
    }
}
