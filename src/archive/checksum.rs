//! Short digests that show damage and change. They are no proof against somebody who means to deceive.

use xxhash_rust::xxh3::{Xxh3Default, xxh3_64};

use super::form::text;

/// Sixty-four bits that stand for something larger. Written as sixteen hexadecimal digits: a browser's JSON would round the number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Digest(pub u64);

text!(Digest, digest => digest.to_string(), text => Self::parse(text));

impl Digest {
    /// Reads hexadecimal digits; `None` if they are none.
    pub(super) fn parse(digits: &str) -> Option<Self> {
        u64::from_str_radix(digits, 16).ok().map(Self)
    }
}

impl std::fmt::Display for Digest {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{:016x}", self.0)
    }
}

/// The checksum of a text.
pub fn checksum(text: &str) -> Digest {
    Digest(xxh3_64(text.as_bytes()))
}

/// The checksum of a text that is there in parts.
#[derive(Default)]
pub(super) struct Summing(Xxh3Default);

impl Summing {
    /// Adds the next part.
    pub(super) fn add(&mut self, part: &str) {
        self.0.update(part.as_bytes());
    }

    /// That of all parts.
    pub(super) fn close(&self) -> Digest {
        Digest(self.0.digest())
    }
}
