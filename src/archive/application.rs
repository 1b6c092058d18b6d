//! One application's record: `{"application":"<id>","events":[…]}`.
//!
//! An application is the set of its events, so the record's text depends on nothing else: two machines that have the same events
//! write the same text and agree on its revision.

use std::collections::BTreeMap;

use super::envelope::{unwrap, wrap};
use super::event::{self, description, keep_origin, lacks_description, put_back_description};
use super::form::{self, Object};
use super::parts::{fields, list};
use super::{Damage, Fingerprint, Kind, Texts, Tree, checksum};
use crate::domain::order::map;
use crate::domain::{Application, ApplicationId, Event, What};
use crate::ledger::{fold, merge};

const APPLICATION: &str = "application";
const EVENTS: &str = "events";

/// The events of one application, each once, in the order of their identities; where it was erased, its tombstone alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApplicationRecord {
    application: ApplicationId,
    events: Vec<Event>,
    /// What a newer version wrote beside the events: names and texts.
    beyond: BTreeMap<String, String>,
}

impl ApplicationRecord {
    /// A record of `events`, which all belong to `application`.
    pub fn new(application: ApplicationId, events: &[Event]) -> Self {
        let mut record = Self {
            application,
            events: Vec::new(),
            beyond: BTreeMap::new(),
        };
        record.add(events);
        record
    }

    /// Reads what [`ApplicationRecord::seal`] gave for `application`. Descriptions are not at hand until they are
    /// [put back](ApplicationRecord::put_back).
    ///
    /// # Errors
    /// What is wrong with the text. An event that cannot be read is no error: it is kept as [`What::Unknown`].
    pub fn open(application: ApplicationId, sealed: &str) -> Result<Self, Damage> {
        let body = unwrap(Kind::Application, sealed)?;
        let fields = fields(&body).ok_or(Damage::Unreadable)?;
        let field = |name| fields.get(name).ok_or(Damage::Unreadable);
        let (whose, events) = (field(APPLICATION)?, field(EVENTS)?);
        let whose: ApplicationId = form::read(whose).ok_or(Damage::Unreadable)?;
        if whose != application {
            return Err(Damage::Misplaced);
        }
        let events = list(events).ok_or(Damage::Unreadable)?;
        let events: Vec<Event> = events.into_iter().map(|text| event::read(application, text)).collect();
        let mut record = Self {
            application,
            events: Vec::new(),
            beyond: map(fields
                .into_iter()
                .filter(|(name, _)| name != APPLICATION && name != EVENTS)),
        };
        record.add(&events);
        Ok(record)
    }

    /// The events of what [`ApplicationRecord::seal`] gave for `application`, with the descriptions that are in `texts`, to be looked at and
    /// never written again: nothing is carried along with them. Of thousands that takes a third of what it takes to open them.
    ///
    /// # Errors
    /// As for opening it.
    pub fn look_into(application: ApplicationId, sealed: &str, texts: Option<&Texts>) -> Result<Vec<Event>, Damage> {
        let body = unwrap(Kind::Application, sealed)?;
        if let Some(events) = Tree::of(&body).and_then(|tree| look_into(application, &tree, texts)) {
            return Ok(events);
        }
        let mut record = Self::open(application, sealed)?;
        texts.into_iter().for_each(|texts| record.put_back(texts));
        Ok(record.events)
    }

    /// A record of `events` with what a newer version wrote beside them in a backup.
    pub(super) fn carrying(application: ApplicationId, events: &[Event], beyond: BTreeMap<String, String>) -> Self {
        let mut record = Self::new(application, &[]);
        // The names of its own fields are not theirs.
        let foreign = |(name, _): &(String, String)| name != APPLICATION && name != EVENTS;
        record.beyond = map(beyond.into_iter().filter(foreign));
        record.add(events);
        record
    }

    /// What a newer version wrote beside the events: names and texts.
    pub(super) const fn beyond(&self) -> &BTreeMap<String, String> {
        &self.beyond
    }

    /// Whose record it is.
    pub const fn application(&self) -> ApplicationId {
        self.application
    }

    /// The events.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// Adds `events` of the same application. Those that are there already change nothing; a deletion leaves nothing but itself, and that of a
    /// person nothing of them.
    pub fn add(&mut self, events: &[Event]) {
        let mut merged = merge(&self.events, events);
        if merged.iter().any(|event| matches!(event.what, What::Forgot { .. })) {
            let known = || self.events.iter().chain(events);
            for event in &mut merged {
                let before = known().find(|known| known.id == event.id && lacks_description(known));
                before.into_iter().for_each(|before| keep_origin(event, before));
            }
        }
        self.events = merged;
        if self.is_erased() {
            self.beyond.clear();
        }
    }

    /// Adds all of another record of the same application, also what a newer version wrote beside its events. Descriptions are to be at hand in
    /// both: an event without its own would be another one.
    pub fn unite(&mut self, other: &Self) {
        for (name, text) in &other.beyond {
            let known = self.beyond.entry(name.clone()).or_default();
            if *known < *text {
                known.clone_from(text);
            }
        }
        self.add(&other.events);
    }

    /// The text under which it is kept, without the descriptions.
    pub fn seal(&self) -> String {
        let mut body = String::new();
        let mut object = Object::begin(&mut body);
        object.field(APPLICATION, &self.application);
        self.write_events(object.name(EVENTS));
        for (name, text) in &self.beyond {
            object.name(name).push_str(text);
        }
        object.end();
        wrap(&body)
    }

    /// The application.
    pub fn fold(&self) -> Application {
        fold(self.application, &self.events)
    }

    /// What the head knows of it. Its revision is equal where the events are equal, whether or not their descriptions are at hand.
    pub fn fingerprint(&self) -> Fingerprint {
        let mut events = String::new();
        self.write_events(&mut events);
        Fingerprint {
            application: self.application,
            revision: checksum(&events),
            gone: self.fold().is_gone(),
        }
    }

    /// The descriptions that are at hand. They take the place of what is kept of them: where some are
    /// [lacking](ApplicationRecord::lacks_texts), put those back first, or they are lost.
    pub fn texts(&self) -> Texts {
        let at_hand = self
            .events
            .iter()
            .filter_map(|event| Some((event.id, description(event)?.value.clone())));
        Texts::new(self.application, map(at_hand))
    }

    /// Whether there are descriptions that are not at hand.
    pub fn lacks_texts(&self) -> bool {
        self.events.iter().any(lacks_description)
    }

    /// Puts descriptions back to the postings they were taken from.
    pub fn put_back(&mut self, texts: &Texts) {
        for event in &mut self.events {
            if let Some(text) = texts.get(event.id) {
                put_back_description(event, text);
            }
        }
    }

    /// Whether it was deleted.
    pub fn is_erased(&self) -> bool {
        self.events.iter().any(|event| event.what == What::Erased {})
    }

    /// How often it was deleted, or a person of whom it told.
    pub fn deletions(&self) -> usize {
        let events = self.events.iter();
        events
            .filter(|event| matches!(event.what, What::Erased {} | What::Forgot { .. }))
            .count()
    }

    fn write_events(&self, out: &mut String) {
        form::write_list(&self.events, out, event::write);
    }
}

/// The events of a record in which nothing is odd: each can be read, and they stand as they are written, in the order of their identities.
fn look_into(application: ApplicationId, tree: &Tree<'_>, texts: Option<&Texts>) -> Option<Vec<Event>> {
    let fields = tree.as_object()?;
    let whose: ApplicationId = form::field(fields, APPLICATION)?;
    let events = fields.get(EVENTS)?.as_list()?.iter();
    let events: Option<Vec<Event>> = events.map(|tree| event::look_at(application, tree, texts)).collect();
    let is_odd = |events: &Vec<Event>| {
        let is_erased = events.iter().any(|event| event.what == What::Erased {});
        is_erased || !events.is_sorted_by(|one, other| one.id < other.id)
    };
    events.filter(|events| whose == application && !is_odd(events))
}
