//! From a posting's address to its application, so that "is this page already kept?" is one read.

use xxhash_rust::xxh3::xxh3_128;

use super::form::{Form, Object};
use super::{Kind, Record, Tree};
use crate::domain::{ApplicationId, SafeLink};

/// Stands for an address in a storage key, where a long one would weigh.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LinkHash(u128);

/// Which application keeps the posting at an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// `None` where it was erased. Compare its address before you trust it: a hash can be hit on purpose.
    pub application: Option<ApplicationId>,
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

impl Form for Link {
    fn write(&self, out: &mut String) {
        let mut object = Object::begin(out);
        self.application.write(object.name("application"));
        object.end();
    }

    /// A record that says nothing of an application is not one whose application was erased: the field must be there.
    fn read(tree: &Tree<'_>) -> Option<Self> {
        let application = Form::read(tree.as_object()?.get("application")?)?;
        Some(Self { application })
    }
}

impl Record for Link {
    const KIND: Kind = Kind::Link;
}
