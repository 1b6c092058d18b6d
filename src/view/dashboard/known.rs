//! What the dashboard keeps of each application, once all were read: one small digest for each screen, and none of the texts.

use chrono::NaiveDate;

use crate::domain::Application;
use crate::insight::{Encounter, Track};

/// What is kept of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// When it came how far, if the user applied.
    pub track: Option<Track>,
    /// The day on which the first of it was written down.
    pub since: Option<NaiveDate>,
    /// Its people.
    pub encounters: Vec<Encounter>,
}

impl Known {
    /// Of an application; `None` where nothing of it is to be seen any more.
    pub fn of(application: &Application) -> Option<Self> {
        let since = application.history.iter().map(|event| event.logged).min();
        (!application.is_gone()).then(|| Self {
            track: Track::of(application),
            since: since.map(|logged| logged.date_naive()),
            encounters: Encounter::of(application),
        })
    }
}
