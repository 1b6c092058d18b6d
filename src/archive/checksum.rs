//! Short digests that show damage and change. They are no proof against somebody who means to deceive.

use xxhash_rust::xxh3::xxh3_64;

use super::form::text;

/// Sixty-four bits that stand for something larger. Written as sixteen hexadecimal digits: a browser's JSON would round the number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Digest(pub u64);

text!(Digest, digest => digest.to_string(), text => u64::from_str_radix(text, 16).ok().map(Self));

impl std::fmt::Display for Digest {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{:016x}", self.0)
    }
}

/// The checksum of a text.
pub fn checksum(text: &str) -> Digest {
    Digest(xxh3_64(text.as_bytes()))
}
