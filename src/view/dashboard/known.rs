//! What the dashboard keeps of each application, once all were read: one small digest for each screen, and none of the texts.

use crate::domain::Application;
use crate::insight::{Encounter, Track};

/// What is kept of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// When it came how far, if the user applied.
    pub track: Option<Track>,
    /// Its people.
    pub encounters: Vec<Encounter>,
}

impl Known {
    /// Of an application; `None` where nothing of it is to be seen any more.
    pub fn of(application: &Application) -> Option<Self> {
        (!application.is_gone()).then(|| Self {
            track: Track::of(application),
            encounters: Encounter::of(application),
        })
    }
}
