//! What is known of every application at a glance. In many small records, of which one command changes one, and a search reads all.

use super::form::{Form, Object, record};
use super::{Key, Kind, Record, Tree};
use crate::domain::{ApplicationId, Listing};

/// Some of the applications: those whose identities end alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    /// Ordered by identity; what was deleted is left out.
    pub listings: Vec<Listing>,
}

/// An empty one says so: a record of another kind is none.
impl Form for Index {
    fn write(&self, out: &mut String) {
        let mut object = Object::begin(out);
        self.listings.write(object.name(LISTINGS));
        object.end();
    }

    fn read(tree: &Tree<'_>) -> Option<Self> {
        let listings = tree.as_object()?.get(LISTINGS)?;
        Vec::read(listings).map(|listings| Self { listings })
    }
}

const LISTINGS: &str = "listings";

record!(Listing {
    id,
    title,
    company,
    places,
    workplace,
    pay,
    stage,
    since,
    applied,
    heard,
    on
});

impl Record for Index {
    const KIND: Kind = Kind::Index;
}

impl Index {
    /// The number of the record that has the line of an application.
    pub fn number(application: ApplicationId) -> u8 {
        let [.., last] = application.bytes();
        *last
    }

    /// The key of that record.
    pub fn key(application: ApplicationId) -> Key {
        Key::Index(Self::number(application))
    }

    /// The keys of all.
    pub fn keys() -> impl Iterator<Item = Key> {
        (0..=u8::MAX).map(Key::Index)
    }

    /// Puts the line of an application in the place of the one that was there.
    pub fn replace(&mut self, application: ApplicationId, listing: Option<Listing>) {
        self.listings.retain(|known| known.id != application);
        let place = self.listings.partition_point(|known| known.id < application);
        self.listings.splice(place..place, listing);
    }
}
