//! How long it takes until they answer.

use super::lasting::{Lasting, Spell};
use super::track::{Track, days};
use crate::domain::Today;

/// The days from applying to their first word, a no included.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers {
    /// How long they are silent.
    ///
    /// What nobody has answered yet is silence up to today, also where the user has given up: an answer would have been written down.
    /// Where the user left before they answered, nobody knows whether they would have; it counts until that day.
    pub silence: Lasting,
    /// How many wait for an answer still, or got none before the user gave up.
    pub unanswered: u32,
    /// How many the user left before there was an answer.
    pub left: u32,
}

impl Answers {
    /// Looks at them on a day.
    pub fn of(tracks: &[Track], today: Today) -> Self {
        let silence = tracks.iter().map(|track| {
            let last = track.answered.or(track.left()).unwrap_or(today.0);
            Spell {
                days: days(track.applied, last),
                ended: track.answered.is_some(),
            }
        });
        let silence = Lasting::of(silence);
        let left = tracks.iter().fold(0, |left, track| {
            left + u32::from(track.answered.is_none() && track.left().is_some())
        });
        Self {
            unanswered: silence.still() - left,
            silence,
            left,
        }
    }
}
