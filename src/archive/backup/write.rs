//! From a backup to its text.

use std::collections::BTreeMap;

use super::name::{APPLICATIONS, CHECKSUM, EVENTS, ID, MADE, SETTINGS, TEXTS, VERSION};
use super::{Backup, BackupApplication, Texts};
use crate::archive::envelope::unwrap;
use crate::archive::event::{self, description};
use crate::archive::form::{self, Form, Object, write_text};
use crate::archive::{Digest, Kind, SCHEMA, checksum};
use crate::domain::Event;
use crate::domain::order::map;

/// The text of a backup, which [`read_backup`](super::read_backup) reads. One event stands in a line, so that a person finds their way.
pub fn write_backup(backup: &Backup) -> String {
    let mut parts = backup.beyond.clone();
    parts.insert(VERSION.to_owned(), SCHEMA.to_string());
    if let Some(made) = &backup.made {
        parts.insert(MADE.to_owned(), form::write(made));
    }
    let settings = backup.settings.as_deref().map(|text| unwrap(Kind::Settings, text));
    if let Some(Ok(settings)) = settings {
        parts.insert(SETTINGS.to_owned(), settings.into_owned());
    }
    let applications: Vec<String> = backup.applications.iter().map(write_application).collect();
    parts.insert(APPLICATIONS.to_owned(), lines(&applications));
    parts.insert(CHECKSUM.to_owned(), form::write(&sum_of(&parts)));

    let first = [VERSION, MADE, CHECKSUM, SETTINGS, APPLICATIONS];
    let first: Vec<_> = first.iter().filter_map(|name| parts.remove_entry(*name)).collect();
    let fields: Vec<String> = first
        .into_iter()
        .chain(parts)
        .map(|(name, value)| field(&name, &value))
        .collect();
    format!("{{\n{}\n}}\n", fields.join(",\n"))
}

/// The checksum of a backup: of all its other fields as they stand, in the order of their names.
pub(super) fn sum_of(fields: &BTreeMap<String, String>) -> Digest {
    let fields: Vec<String> = fields.iter().map(|(name, value)| field(name, value)).collect();
    checksum(&fields.join(","))
}

/// A field's name and value.
pub(super) fn field(name: &str, value: &str) -> String {
    let mut field = String::new();
    write_text(name, &mut field);
    field.push(':');
    field.push_str(value);
    field
}

fn write_application(application: &BackupApplication) -> String {
    let record = &application.record;
    let events: Vec<String> = record.events().iter().map(write_event).collect();
    let texts = record.events().iter();
    let texts: Texts = map(texts.filter_map(|event| Some((event.id, description(event)?.value.clone()))));
    let mut text = String::new();
    let mut object = Object::begin(&mut text);
    object.field(ID, &record.application());
    object.name(EVENTS).push_str(&lines(&events));
    if !texts.is_empty() {
        texts.write(object.name(TEXTS));
    }
    for (name, value) in record.beyond() {
        object.name(name).push_str(value);
    }
    object.end();
    text
}

fn write_event(event: &Event) -> String {
    let mut text = String::new();
    event::write(event, &mut text);
    text
}

/// A list, each of its parts in a line of its own.
fn lines(parts: &[String]) -> String {
    if parts.is_empty() {
        "[]".to_owned()
    } else {
        format!("[\n{}\n]", parts.join(",\n"))
    }
}
