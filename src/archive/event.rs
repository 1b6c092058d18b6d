//! One event as JSON: `{"id":…,"on":…,"logged":…,"what":{"applied":{…}}}`.
//!
//! The application is the record's and is not said again. A posting's description is kept in [`Texts`](super::Texts); where it
//! was read is said beside the posting, so that a description that is missing is missed.
//!
//! Events are never edited, so their text never changes either. Where writing an event would not give back the text that was
//! read – a newer version wrote more than this one knows –, the whole text is carried along with it and written again as it was.

use std::borrow::Cow;
use std::collections::BTreeMap;

use xxhash_rust::xxh3::xxh3_128;

use super::form::{self, Form, Object, record};
use super::parts::fields;
use super::{Texts, Tree};
use crate::domain::{ApplicationId, Carried, Confidence, Event, EventId, Posting, Prose, Reading, Source, What};

/// All of a description's reading but its text.
struct Origin {
    source: Source,
    confidence: Confidence,
}

record!(Origin { source, confidence });

/// Appends the text of an event, without its description.
pub(super) fn write(event: &Event, out: &mut String) {
    if event.carried.0.is_empty() {
        let origin = description(event).map(|reading| Origin {
            source: reading.source,
            confidence: reading.confidence,
        });
        write_anew(event, origin.as_ref(), out);
    } else {
        out.push_str(&event.carried.0);
    }
}

fn write_anew(event: &Event, origin: Option<&Origin>, out: &mut String) {
    let mut object = Object::begin(out);
    object.field("id", &event.id);
    object.field("on", &event.on);
    object.field("logged", &event.logged);
    without_description(&event.what).write(object.name("what"));
    if let Some(origin) = origin {
        object.field("description", origin);
    }
    object.end();
}

/// Has an event that was changed and lacks its description go on saying where that was read, as it was before.
pub(super) fn keep_origin(event: &mut Event, before: &Event) {
    if let Some(origin) = origin(before).filter(|_| event.carried.0.is_empty() && description(event).is_none()) {
        let mut text = String::new();
        write_anew(event, Some(&origin), &mut text);
        event.carried = Carried(text);
    }
}

/// Reads an event of `application`. What cannot be read is an event of an unknown kind, carried along.
pub(super) fn read(application: ApplicationId, text: &str) -> Event {
    let mut event = known(application, text).unwrap_or_else(|| outline(application, text));
    carry(&mut event, text.to_owned());
    event
}

/// The description of an event's posting, where it is at hand.
pub(super) fn description(event: &Event) -> Option<&Reading<Prose>> {
    match &event.what {
        What::Captured { posting } => posting.description.as_ref(),
        _ => None,
    }
}

/// Whether the event has a description that is not at hand.
pub(super) fn lacks_description(event: &Event) -> bool {
    description(event).is_none() && origin(event).is_some()
}

/// Gives the event its description back; nothing happens where it lacks none.
pub(super) fn put_back_description(event: &mut Event, text: &Prose) {
    let origin = origin(event);
    if let What::Captured { posting } = &mut event.what
        && posting.description.is_none()
        && let Some(Origin { source, confidence }) = origin
    {
        posting.description = Some(Reading::new(text.clone(), source, confidence));
        let written = std::mem::take(&mut event.carried.0);
        carry(event, written);
    }
}

fn known(application: ApplicationId, text: &str) -> Option<Event> {
    of_tree(application, &Tree::of(text)?)
}

/// An event that is looked at and not written again: it carries nothing. `None` where it cannot be read.
pub(super) fn look_at(application: ApplicationId, tree: &Tree<'_>, texts: Option<&Texts>) -> Option<Event> {
    let mut event = of_tree(application, tree)?;
    if let What::Captured { posting } = &mut event.what
        && posting.description.is_none()
        && let Some(text) = texts.and_then(|texts| texts.get(event.id))
        && let Some(Origin { source, confidence }) = Origin::read(tree.as_object()?.get("description")?)
    {
        posting.description = Some(Reading::new(text.clone(), source, confidence));
    }
    Some(event)
}

fn of_tree(application: ApplicationId, tree: &Tree<'_>) -> Option<Event> {
    let fields = tree.as_object()?;
    Some(Event {
        id: form::field(fields, "id")?,
        application,
        on: form::field(fields, "on")?,
        logged: form::field(fields, "logged")?,
        what: form::field(fields, "what")?,
        carried: Carried::default(),
    })
}

/// As much as can be told of an event that cannot be read: each field by itself, and what cannot be told the same each time.
fn outline(application: ApplicationId, text: &str) -> Event {
    let outer = fields(text).unwrap_or_default();
    let what = outer.get("what").and_then(|what| fields(what)).unwrap_or_default();
    Event {
        id: by_itself(&outer, "id").unwrap_or_else(|| identity_of(text)),
        application,
        on: by_itself(&outer, "on").unwrap_or_default(),
        logged: by_itself(&outer, "logged").unwrap_or_default(),
        what: What::Unknown {
            kind: what.into_keys().next().unwrap_or_default(),
        },
        carried: Carried::default(),
    }
}

fn by_itself<T: Form>(fields: &BTreeMap<String, String>, name: &str) -> Option<T> {
    form::read(fields.get(name)?)
}

/// One text, one identity: so that the same unreadable event, met again, is still one.
fn identity_of(text: &str) -> EventId {
    let [_, _, _, _, _, _, random @ ..] = xxh3_128(text.as_bytes()).to_be_bytes();
    EventId::new(0, random)
}

/// Lets an event that carries nothing carry the text that it was read from, unless writing it gives that text anyway.
fn carry(event: &mut Event, text: String) {
    let mut written = String::with_capacity(text.len());
    write(event, &mut written);
    if written != text {
        event.carried = Carried(text);
    }
}

/// Where the description was read, by the text that the event carries for as long as the description is not at hand.
fn origin(event: &Event) -> Option<Origin> {
    match event.what {
        What::Captured { .. } => Origin::read(Tree::of(&event.carried.0)?.as_object()?.get("description")?),
        _ => None,
    }
}

fn without_description(what: &What) -> Cow<'_, What> {
    match what {
        What::Captured { posting } if posting.description.is_some() => Cow::Owned(What::Captured {
            posting: Box::new(Posting {
                description: None,
                ..posting.as_ref().clone()
            }),
        }),
        _ => Cow::Borrowed(what),
    }
}
