//! What was left unfinished elsewhere.

use super::voice::joined;
use super::{Card, Voice, Word};
use crate::domain::{Application, Line};

/// A form in which something was typed that is not kept.
#[derive(Clone, Debug)]
pub struct Left {
    /// Where it is put by.
    pub place: String,
    /// What is known of the application that it is about; nothing of one that is written down by hand.
    job: Option<[Option<Line>; 2]>,
}

impl Left {
    /// In the form that is filled in by hand.
    pub fn by_hand(place: &str) -> Self {
        Self {
            place: place.to_owned(),
            job: None,
        }
    }

    /// In a form of an application.
    pub fn of(place: &str, application: Application) -> Self {
        let facts = application.facts;
        Self {
            place: place.to_owned(),
            job: Some([facts.title, facts.company]),
        }
    }
}

impl Voice<'_> {
    /// The row that tells of it.
    pub(super) fn left(&self, left: &Left) -> Card {
        let job = match &left.job {
            Some(job) => joined(job.iter().flatten().map(ToString::to_string), " · "),
            None => self.text(Word::ByHand),
        };
        Card::new("left-row", left.place.as_str())
            .text("job", job)
            .part("application", left.job.is_some())
            .part("by_hand", left.job.is_none())
    }
}
