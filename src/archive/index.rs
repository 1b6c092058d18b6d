//! What is known of every application at a glance. In many small records, of which one command changes one, and a search reads all.

use super::form::record;
use super::{Key, Kind, Record};
use crate::domain::{ApplicationId, Listing};

/// Some of the applications: those whose identities end alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    /// Ordered by identity; what was deleted is left out.
    pub listings: Vec<Listing>,
}

record!(Index { listings });

record!(Listing {
    id,
    title,
    company,
    stage,
    on
});

impl Record for Index {
    const KIND: Kind = Kind::Index;
}

impl Index {
    /// The key of the record that has the line of an application.
    pub fn key(application: ApplicationId) -> Key {
        let [.., last] = application.bytes();
        Key::Index(*last)
    }

    /// The keys of all.
    pub fn keys() -> Vec<Key> {
        (0..=u8::MAX).map(Key::Index).collect()
    }

    /// Puts the line of an application in the place of the one that was there.
    pub fn replace(&mut self, application: ApplicationId, listing: Option<Listing>) {
        self.listings.retain(|known| known.id != application);
        let place = self.listings.partition_point(|known| known.id < application);
        self.listings.splice(place..place, listing);
    }
}
