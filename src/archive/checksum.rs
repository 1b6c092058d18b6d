//! Short digests that show damage and change. They are no proof against somebody who means to deceive.

use serde::Serialize;
use xxhash_rust::xxh3::xxh3_64;

use super::json;

/// The checksum of a text.
pub fn checksum(text: &str) -> u64 {
    xxh3_64(text.as_bytes())
}

/// The digest of a value: that of its JSON text.
pub fn digest(value: &impl Serialize) -> u64 {
    checksum(&json::text(value))
}

/// Sixteen hexadecimal digits for a number: JSON numbers of this size lose their last digits in a browser's hands.
pub(super) mod hex {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    pub(in super::super) fn serialize<S: Serializer>(number: &u64, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{number:016x}"))
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
        let digits = String::deserialize(deserializer)?;
        u64::from_str_radix(&digits, 16).map_err(D::Error::custom)
    }
}
