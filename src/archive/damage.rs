//! What can be wrong with a stored value.

use super::Key;
use crate::domain::Fault;

/// Why a stored value cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// It is larger than anything that is ever written.
    TooLarge,
    /// It is no envelope of ours: garbage, cut short, somebody else's.
    NotARecord,
    /// It is not as it was written.
    Checksum,
    /// It is whole, and written by a newer version.
    Newer {
        /// The version of its form.
        schema: u32,
    },
    /// It is whole, and belongs to another application.
    Misplaced,
    /// It is whole, and its content is not of the kind expected.
    Unreadable,
}

impl Damage {
    /// The fault that it is when found under `key`.
    pub fn at(self, key: &Key) -> Fault {
        match self {
            Self::Newer { .. } => Fault::Newer,
            _ => Fault::Damaged { key: key.to_string() },
        }
    }
}
