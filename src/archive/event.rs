//! One event as JSON: `{"id":…,"on":…,"logged":…,"what":{"applied":{…}}}`.
//!
//! The application is the record's and is not said again. A posting's description is kept in [`Texts`](super::Texts); where it
//! was read is said beside the posting, so that a description that is missing is missed.
//!
//! Events are never edited, so their text never changes either. Where writing an event would not give back the text that was
//! read – a newer version wrote more than this one knows –, the whole text is carried along with it and written again as it was.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use xxhash_rust::xxh3::xxh3_128;

use super::json;
use crate::domain::{ApplicationId, Carried, Confidence, Event, EventId, Posting, Prose, Reading, Source, What};

#[derive(Serialize, Deserialize)]
struct Written<'a> {
    id: EventId,
    on: NaiveDate,
    logged: DateTime<Utc>,
    what: Cow<'a, What>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    description: Option<Origin>,
}

/// All of a description's reading but its text.
#[derive(Clone, Copy, Serialize, Deserialize)]
struct Origin {
    source: Source,
    confidence: Confidence,
}

/// An event of a kind that this version has no form for.
#[derive(Serialize)]
struct Nameless<'a> {
    id: EventId,
    on: NaiveDate,
    logged: DateTime<Utc>,
    what: BTreeMap<&'a str, ()>,
}

/// The text of an event, without its description.
pub(super) fn encode(event: &Event) -> Box<RawValue> {
    if !event.carried.0.is_empty()
        && let Ok(text) = RawValue::from_string(event.carried.0.clone())
    {
        return text;
    }
    let Event { id, on, logged, .. } = *event;
    match &event.what {
        What::Unknown { kind } => json::raw(&Nameless {
            id,
            on,
            logged,
            what: BTreeMap::from([(kind.as_str(), ())]),
        }),
        what => json::raw(&Written {
            id,
            on,
            logged,
            what: without_description(what),
            description: description(event).map(|reading| Origin {
                source: reading.source,
                confidence: reading.confidence,
            }),
        }),
    }
}

/// Reads an event of `application`. What cannot be read is an event of an unknown kind, carried along.
pub(super) fn decode(application: ApplicationId, text: &str) -> Event {
    let mut event = match serde_json::from_str::<Written<'_>>(text) {
        Ok(written) => Event {
            id: written.id,
            application,
            on: written.on,
            logged: written.logged,
            what: written.what.into_owned(),
            carried: Carried::default(),
        },
        Err(_) => outline(application, text),
    };
    carry(&mut event, text.to_owned());
    event
}

/// Lets an event that carries nothing carry the text that it was read from, unless writing it gives that text anyway.
fn carry(event: &mut Event, text: String) {
    if encode(event).get() != text {
        event.carried = Carried(text);
    }
}

/// As much as can be told of an event that cannot be read: each field by itself, and what cannot be told the same each time.
fn outline(application: ApplicationId, text: &str) -> Event {
    let fields: BTreeMap<String, &RawValue> = serde_json::from_str(text).unwrap_or_default();
    let what: BTreeMap<String, &RawValue> = field(&fields, "what").unwrap_or_default();
    Event {
        id: field(&fields, "id").unwrap_or_else(|| identity_of(text)),
        application,
        on: field(&fields, "on").unwrap_or_default(),
        logged: field(&fields, "logged").unwrap_or_default(),
        what: What::Unknown {
            kind: what.into_keys().next().unwrap_or_default(),
        },
        carried: Carried::default(),
    }
}

fn field<'a, T: Deserialize<'a>>(fields: &BTreeMap<String, &'a RawValue>, name: &str) -> Option<T> {
    serde_json::from_str(fields.get(name)?.get()).ok()
}

/// One text, one identity: so that the same unreadable event, met again, is still one.
fn identity_of(text: &str) -> EventId {
    let [_, _, _, _, _, _, random @ ..] = xxh3_128(text.as_bytes()).to_be_bytes();
    EventId::new(0, random)
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

/// Where the description was read, by the text that the event carries for as long as the description is not at hand.
fn origin(event: &Event) -> Option<Origin> {
    match event.what {
        What::Captured { .. } => serde_json::from_str::<Written<'_>>(&event.carried.0).ok()?.description,
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
