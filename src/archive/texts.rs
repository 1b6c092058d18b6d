//! The long descriptions of an application's postings, apart from its events: most of the bytes, and rarely read.

use std::collections::BTreeMap;

use super::envelope::{unwrap, wrap};
use super::form::{Form, Object, read, record, write};
use super::{Damage, Kind, Tree};
use crate::domain::order::map;
use crate::domain::{ApplicationId, EventId, Prose};

/// The descriptions of one application's postings, by the event that brought each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Texts {
    application: ApplicationId,
    texts: BTreeMap<EventId, Prose>,
}

record!(Texts { application, texts });

impl Texts {
    pub(super) const fn new(application: ApplicationId, texts: BTreeMap<EventId, Prose>) -> Self {
        Self { application, texts }
    }

    /// That there is none.
    pub(super) const fn none(application: ApplicationId) -> Self {
        Self::new(application, BTreeMap::new())
    }

    /// Adds those of another record of the same application. Of two that one event brought, the one that is there stays.
    pub(super) fn add(&mut self, other: &Self) {
        for (event, text) in &other.texts {
            self.texts.entry(*event).or_insert_with(|| text.clone());
        }
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
        wrap(&write(self))
    }

    /// Reads what [`Texts::seal`] gave for `application`.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn open(application: ApplicationId, sealed: &str) -> Result<Self, Damage> {
        let texts: Self = read(&unwrap(Kind::Texts, sealed)?).ok_or(Damage::Unreadable)?;
        if texts.application == application {
            Ok(texts)
        } else {
            Err(Damage::Misplaced)
        }
    }
}

impl Form for BTreeMap<EventId, Prose> {
    fn write(&self, out: &mut String) {
        let mut object = Object::begin(out);
        for (event, text) in self {
            object.field(&event.to_string(), text);
        }
        object.end();
    }

    fn read(tree: &Tree<'_>) -> Option<Self> {
        let texts = tree.as_object()?.iter();
        let texts: Option<Vec<_>> = texts
            .map(|(event, text)| Some((EventId::parse(event)?, Prose::read(text)?)))
            .collect();
        texts.map(map)
    }
}
