//! The long descriptions of an application's postings, apart from its events: most of the bytes, and rarely read.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::envelope::{unwrap, wrap};
use super::{Damage, Kind, json};
use crate::domain::{ApplicationId, EventId, Prose};

/// The descriptions of one application's postings, by the event that brought each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Texts {
    application: ApplicationId,
    texts: BTreeMap<EventId, Prose>,
}

impl Texts {
    pub(super) const fn new(application: ApplicationId, texts: BTreeMap<EventId, Prose>) -> Self {
        Self { application, texts }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// The description that `event` brought.
    pub fn get(&self, event: EventId) -> Option<&Prose> {
        self.texts.get(&event)
    }

    /// The text under which they are kept.
    pub fn seal(&self) -> String {
        wrap(&json::text(self))
    }

    /// Reads what [`Texts::seal`] gave for `application`.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn open(application: ApplicationId, sealed: &str) -> Result<Self, Damage> {
        let body = unwrap(Kind::Texts, sealed)?;
        let texts: Self = serde_json::from_str(&body).map_err(|_| Damage::Unreadable)?;
        if texts.application == application {
            Ok(texts)
        } else {
            Err(Damage::Misplaced)
        }
    }
}
