//! The civil date on which somebody reads.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The wall clock's date in the user's zone. A type of its own, so that no other date passes for today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Today(pub NaiveDate);
