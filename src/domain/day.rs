//! The civil date on which somebody reads.

use chrono::NaiveDate;

/// The wall clock's date in the user's zone. A type of its own, so that no other date passes for today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Today(pub NaiveDate);
