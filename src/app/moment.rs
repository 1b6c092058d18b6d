//! How long the page may be kept busy with what nobody waits for, and when that is said: between two such moments it answers to whoever uses
//! it.

use chrono::TimeDelta;

/// A moment: shorter than a frame.
pub(super) const MOMENT: TimeDelta = TimeDelta::milliseconds(12);

/// What takes longer says how far it has come.
pub(super) const PATIENCE: TimeDelta = TimeDelta::milliseconds(500);

/// What has come of it is shown so often.
pub(super) const PACE: TimeDelta = TimeDelta::milliseconds(250);
