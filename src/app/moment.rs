//! How long the page may be kept busy with what nobody waits for: between two such moments it answers to whoever uses it.

use chrono::TimeDelta;

/// A moment: shorter than a frame.
pub(super) const MOMENT: TimeDelta = TimeDelta::milliseconds(12);
