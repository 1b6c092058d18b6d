//! What a person may leave out or write shortly in a backup, brought into the form in which events are kept.
//!
//! Only what is known of the words is touched here; whether the outcome can be read is told by the same reader as everywhere.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, Utc};
use serde_json::{Map, Value, json};
use xxhash_rust::xxh3::xxh3_128;

use super::problem::Wrong;
use crate::archive::event;
use crate::archive::form::{self, Form};
use crate::domain::{ApplicationId, Event, EventId, Prose, Reading, What};

type Fields = Map<String, Value>;

/// The kinds of event with their fields, for those who misspell one.
const KINDS: &[(&str, &str)] = &[
    (
        "invited",
        "day, time, zone, place, link, round, people, minutes, invitation, said",
    ),
    (
        "rescheduled",
        "interview and to, an interview as \"invited\" describes one",
    ),
    ("cancelled", "interview"),
    ("missed", "interview"),
    ("interviewed", "interview, round, people, note"),
    ("promised", "date, of, by"),
    ("preferred", "person, channel, refused, do_not_contact"),
    ("heard", "asks, answer_by, note"),
    ("offered", "written (true or false) and answer_by"),
    ("rejected", "note"),
    ("captured", "posting"),
    ("applied", "cv"),
    ("referred", "by"),
    ("networked", "with"),
    ("thanked", "whom, interview"),
    ("checked_in", "whom, channel"),
    ("replied", "note"),
    ("undertook", "what and by, a day"),
    ("delivered", "undertaking"),
    ("accepted", ""),
    ("declined", ""),
    ("withdrew", ""),
    ("closed", "why (no_answer, posting_gone or not_interested)"),
    ("reopened", ""),
    ("snoozed", "follow_up (rule, event, person, nth) and to, a day"),
    ("pinned", "follow_up (rule, event, person, nth) and to, a day"),
    ("skipped", "follow_up (rule, event, person, nth)"),
    ("retired", ""),
    ("kept_warm", ""),
    ("noted", "text"),
    ("remembered", "interview and point"),
    (
        "corrected",
        "one field: title, company, places, workplace, employment, pay, posted, closes, reference, address, apply, contact, language or event_day",
    ),
    ("voided", "event"),
    ("joined", "into"),
    ("parted", "from"),
    ("included", "other"),
    ("forgot", "person, as a program writes it"),
    ("erased", ""),
];

/// The years in which a search for work can lie; another one is a slip.
const YEARS: RangeInclusive<i32> = 1990..=2199;

const DAY: &str = "a day such as \"2026-11-02\"";
const INSTANT: &str = "an instant such as \"2026-11-02T09:30:00Z\"";
const ID: &str = "a text";
const WHAT: &str = "one kind of event with what belongs to it, such as {\"applied\": {}}";
const DESCRIPTION: &str = "a text";

/// What a short `id` of an application stands for. What stands first has the lower identity.
pub(super) fn application_id(id: &str, place: usize) -> ApplicationId {
    let (milliseconds, random) = identity(id, place);
    ApplicationId::parse(id).unwrap_or_else(|| ApplicationId::new(milliseconds, random))
}

/// The events of one application, as they are brought into their form one after the other.
pub(super) struct Hand<'a> {
    application: ApplicationId,
    applications: &'a BTreeMap<String, ApplicationId>,
    /// The events that have a short `id`.
    events: BTreeMap<String, EventId>,
    /// When the event before was written down.
    before: Option<DateTime<Utc>>,
}

impl<'a> Hand<'a> {
    /// Looks through the events of `application` for their `id`s.
    pub(super) fn new(
        application: ApplicationId,
        applications: &'a BTreeMap<String, ApplicationId>,
        events: &[String],
    ) -> Self {
        let mut named = BTreeMap::new();
        for (index, text) in events.iter().enumerate() {
            let tree = parsed(text).unwrap_or_default();
            if let Some(name) = tree.get("id").and_then(Value::as_str) {
                let id = event_id(application, Some(name), index);
                named.entry(name.to_owned()).or_insert(id);
            }
        }
        Self {
            application,
            applications,
            events: named,
            before: None,
        }
    }

    /// Reads the next event, and the description of its posting where it has one.
    pub(super) fn read(&mut self, index: usize, text: &str) -> Result<(Event, Option<Prose>), Wrong> {
        let Some(Value::Object(written)) = parsed(text) else {
            return Err(Wrong::NotAnObject);
        };
        let mut fields = written.clone();
        self.date(&mut fields, index)?;
        let description = self.complete(&mut fields)?;
        // What needed nothing is read as it stands, with numbers that only its text has exactly.
        let event = if fields == written {
            event::read(self.application, text)
        } else {
            event::read(self.application, &Value::Object(fields).to_string())
        };
        match &event.what {
            What::Unknown { kind } => match KINDS.iter().find(|(known, _)| known == kind) {
                Some((kind, fields)) => Err(Wrong::Content { kind, fields }),
                None => Ok((event, description)),
            },
            _ => Ok((event, description)),
        }
    }

    /// Says which event it is and when it was written down, where that is not said.
    fn date(&mut self, fields: &mut Fields, index: usize) -> Result<(), Wrong> {
        let name: Option<String> = field(fields, "id").ok_or_else(|| Wrong::field("id", ID))?;
        let id = event_id(self.application, name.as_deref(), index);
        if let Some(name) = name.filter(|name| self.events.get(name) != Some(&id)) {
            return Err(Wrong::Twice { id: name });
        }
        let on = field(fields, "on").filter(|on: &NaiveDate| YEARS.contains(&on.year()));
        let on = on.ok_or_else(|| Wrong::field("on", DAY))?;
        let logged: Option<DateTime<Utc>> = field(fields, "logged").ok_or_else(|| Wrong::field("logged", INSTANT))?;
        let logged = logged.unwrap_or_else(|| after(self.before, on));
        fields.insert("id".to_owned(), tree(&id));
        fields.insert("logged".to_owned(), tree(&logged));
        self.before = Some(logged);
        Ok(())
    }

    /// Completes what happened; gives the description of a posting, which is kept apart.
    fn complete(&self, fields: &mut Fields) -> Result<Option<Prose>, Wrong> {
        let what = fields.get_mut("what").ok_or_else(|| Wrong::field("what", WHAT))?;
        if let Value::String(kind) = what {
            *what = json!({ kind.as_str(): {} });
        }
        let Value::Object(what) = what else {
            return Err(Wrong::field("what", WHAT));
        };
        let mut kinds = what.iter_mut();
        let (Some((kind, content)), None) = (kinds.next(), kinds.next()) else {
            return Err(Wrong::field("what", WHAT));
        };
        let Value::Object(content) = content else {
            return Ok(None);
        };
        if kind == "corrected" {
            return self.correct(content).map(|()| None);
        }
        if KINDS.iter().any(|(known, _)| known == kind) {
            content.retain(|_, value| !value.is_null());
        }
        match kind.as_str() {
            "invited" => interview(content),
            "rescheduled" => {
                self.event(content, "interview")?;
                object(content, "to").map(interview);
            }
            "cancelled" | "missed" | "thanked" | "remembered" => self.event(content, "interview")?,
            "interviewed" => {
                self.event(content, "interview")?;
                interview(content);
            }
            "promised" => {
                default(content, "by", "employer".into());
                default(content, "of", "word".into());
            }
            "heard" => default(content, "asks", false.into()),
            "referred" => content.get_mut("by").into_iter().for_each(person),
            "networked" => content.get_mut("with").into_iter().for_each(person),
            "delivered" => self.event(content, "undertaking")?,
            "snoozed" | "pinned" | "skipped" => {
                if let Some(follow_up) = object(content, "follow_up") {
                    self.follow_up(follow_up)?;
                }
            }
            "voided" => self.event(content, "event")?,
            "joined" => self.other(content, "into")?,
            "parted" => self.other(content, "from")?,
            "included" => self.other(content, "other")?,
            "captured" => {
                if let Some((origin, text)) = object(content, "posting").map(posting).transpose()?.flatten() {
                    fields.insert("description".to_owned(), origin);
                    return Ok(Some(text));
                }
            }
            _ => {}
        }
        Ok(None)
    }

    fn correct(&self, correction: &mut Fields) -> Result<(), Wrong> {
        correction.get_mut("contact").into_iter().for_each(person);
        match object(correction, "event_day") {
            Some(event_day) => self.event(event_day, "event"),
            None => Ok(()),
        }
    }

    fn follow_up(&self, key: &mut Fields) -> Result<(), Wrong> {
        default(key, "application", tree(&self.application));
        default(key, "nth", 1.into());
        if let Some(Value::String(rule)) = key.get_mut("rule") {
            *rule = rule.to_lowercase();
        }
        self.other(key, "application")?;
        self.event(key, "event")
    }

    /// Puts the identity of an event in the place of its short `id`.
    fn event(&self, fields: &mut Fields, field: &'static str) -> Result<(), Wrong> {
        refer(fields, field, |id| {
            EventId::parse(id).or_else(|| self.events.get(id).copied())
        })
    }

    /// Puts the identity of an application in the place of its short `id`.
    fn other(&self, fields: &mut Fields, field: &'static str) -> Result<(), Wrong> {
        refer(fields, field, |id| {
            ApplicationId::parse(id).or_else(|| self.applications.get(id).copied())
        })
    }
}

fn refer<T: Form>(fields: &mut Fields, field: &'static str, known: impl Fn(&str) -> Option<T>) -> Result<(), Wrong> {
    // What is no text is left to whoever reads it.
    if let Some(Value::String(id)) = fields.get(field) {
        let nobody = || Wrong::Nobody { field, id: id.clone() };
        let known = known(id).ok_or_else(nobody)?;
        fields.insert(field.to_owned(), tree(&known));
    }
    Ok(())
}

fn event_id(application: ApplicationId, name: Option<&str>, place: usize) -> EventId {
    let (milliseconds, random) = identity(&format!("{application} {}", name.unwrap_or_default()), place);
    let derived = EventId::new(milliseconds, random);
    name.and_then(EventId::parse).unwrap_or(derived)
}

/// One name at one place, one identity: so that the same file, read again, says the same. The place comes first, so that identities have
/// the order of the file.
fn identity(name: &str, place: usize) -> (u64, [u8; 10]) {
    let [_, _, _, _, _, _, random @ ..] = xxh3_128(name.as_bytes()).to_be_bytes();
    (place as u64, random)
}

/// The instant of an event that does not say it: its day, and after what stands before it in the file.
fn after(before: Option<DateTime<Utc>>, on: NaiveDate) -> DateTime<Utc> {
    let day = on.and_time(NaiveTime::MIN).and_utc();
    let next = before.and_then(|before| before.checked_add_signed(TimeDelta::seconds(1)));
    next.map_or(day, |next| next.max(day))
}

fn interview(fields: &mut Fields) {
    default(fields, "round", "middle".into());
    if let Some(Value::Array(people)) = fields.get_mut("people") {
        people.iter_mut().for_each(person);
    }
    if let Some(Value::String(time)) = fields.get_mut("time")
        && time.len() == "10:30".len()
    {
        time.push_str(":00");
    }
}

/// A name stands for a person of whom no more is known.
fn person(person: &mut Value) {
    if let Value::String(name) = person {
        *person = json!({ "name": name.as_str() });
    }
}

/// What a field of a posting says by itself, the user says. Where the description was read, and the description.
fn posting(fields: &mut Fields) -> Result<Option<(Value, Prose)>, Wrong> {
    fields.retain(|_, value| !value.is_null());
    for (name, value) in fields.iter_mut().filter(|(name, _)| *name != "language") {
        if name == "contact" {
            person(value);
        }
        if value.get("value").is_none() {
            *value = json!({ "value": value.take(), "source": "user", "confidence": "sure" });
        }
    }
    let Some(description) = fields.remove("description") else {
        return Ok(None);
    };
    let reading: Reading<Prose> = taken(&description).ok_or_else(|| Wrong::field("description", DESCRIPTION))?;
    let origin = json!({ "source": tree(&reading.source), "confidence": tree(&reading.confidence) });
    Ok(Some((origin, reading.value)))
}

fn object<'a>(fields: &'a mut Fields, name: &str) -> Option<&'a mut Fields> {
    fields.get_mut(name)?.as_object_mut()
}

fn default(fields: &mut Fields, name: &str, value: Value) {
    fields.entry(name).or_insert(value);
}

/// The tree of a text that can be changed; `None` if it is no JSON, or nested deeper than 127 levels.
pub(super) fn parsed(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok()
}

/// What a field of a changed tree says.
fn field<T: Form>(fields: &Fields, name: &str) -> Option<T> {
    fields.get(name).map_or_else(T::absent, taken)
}

/// What a changed tree says.
fn taken<T: Form>(tree: &Value) -> Option<T> {
    form::read(&tree.to_string())
}

/// The tree of a value.
fn tree(value: &impl Form) -> Value {
    parsed(&form::write(value)).unwrap_or_default()
}
