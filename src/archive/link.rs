//! From a posting to its application, so that "is this page already kept?" is one read. In many small records, as the index is.

use xxhash_rust::xxh3::xxh3_128;

use super::form::{Form, Object};
use super::{Key, Kind, Record, Tree};
use crate::domain::{ApplicationId, SafeLink};

/// Stands for a posting's address, or for what its addresses have in common, in a storage key, where a long one would weigh.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LinkHash(u128);

/// Which applications keep some postings: those whose hashes end alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Links {
    /// Ordered by hash. Compare an application's address before you trust it: a hash can be hit on purpose.
    pub links: Vec<(LinkHash, ApplicationId)>,
}

impl LinkHash {
    /// The hash of an address.
    pub fn of(link: &SafeLink) -> Self {
        Self(xxh3_128(link.as_str().as_bytes()))
    }

    /// Reads hexadecimal digits; `None` if they are none.
    pub(super) fn parse(digits: &str) -> Option<Self> {
        u128::from_str_radix(digits, 16).ok().map(Self)
    }
}

impl std::fmt::Display for LinkHash {
    /// Thirty-two hexadecimal digits.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{:032x}", self.0)
    }
}

impl Links {
    /// The number of the record that has the link of an address.
    pub const fn number(hash: LinkHash) -> u8 {
        let [last, ..] = hash.0.to_le_bytes();
        last
    }

    /// The key of that record.
    pub const fn key(hash: LinkHash) -> Key {
        Key::Links(Self::number(hash))
    }

    /// The keys of all.
    pub fn keys() -> impl Iterator<Item = Key> {
        (0..=u8::MAX).map(Key::Links)
    }

    /// Where a link leads.
    pub fn get(&self, hash: LinkHash) -> Option<ApplicationId> {
        let link = self.links.iter().find(|(known, _)| *known == hash);
        link.map(|(_, application)| *application)
    }

    /// Lets a link lead to an application, or nowhere.
    pub fn replace(&mut self, hash: LinkHash, application: Option<ApplicationId>) {
        self.links.retain(|(known, _)| *known != hash);
        if let Some(application) = application {
            let place = self.links.partition_point(|(known, _)| *known < hash);
            self.links.insert(place, (hash, application));
        }
    }
}

impl Form for Links {
    fn write(&self, out: &mut String) {
        let mut object = Object::begin(out);
        for (hash, application) in &self.links {
            object.field(&hash.to_string(), application);
        }
        object.end();
    }

    fn read(tree: &Tree<'_>) -> Option<Self> {
        let links = tree.as_object()?.iter();
        let links: Option<Vec<_>> = links
            .map(|(hash, application)| Some((LinkHash::parse(hash)?, Form::read(application)?)))
            .collect();
        Some(Self { links: links? })
    }
}

impl Record for Links {
    const KIND: Kind = Kind::Links;
}
