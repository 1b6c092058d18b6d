//! From a backup to its text.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::name::{APPLICATIONS, CHECKSUM, EVENTS, ID, MADE, SETTINGS, TEXTS, VERSION};
use super::read::{LONGEST, MOST, MOST_EVENTS};
use super::{Backup, LIMIT, Texts};
use crate::archive::checksum::Summing;
use crate::archive::envelope::unwrap;
use crate::archive::event::{self, description};
use crate::archive::form::{self, Form, Object, write_text};
use crate::archive::{ApplicationRecord, Digest, Kind, SCHEMA};
use crate::domain::Event;
use crate::domain::order::map;

/// The text of a backup, which [`read_backup`](super::read_backup) reads. One event stands in a line, so that a person finds their way.
pub fn write_backup(backup: &Backup) -> String {
    let mut text = BackupText::default();
    for application in &backup.applications {
        text.add(&application.record);
    }
    text.parts.clone_from(&backup.beyond);
    text.close(backup.made, backup.settings.as_deref())
}

/// The text of a backup that is being written, application by application: it need not be at hand as a whole in any other form.
#[derive(Default)]
pub struct BackupText {
    /// The list of the applications, but for its end.
    applications: String,
    /// The other fields.
    parts: BTreeMap<String, String>,
    /// How many applications there are.
    count: usize,
    /// Whether one of them is more than one can have.
    is_beyond: bool,
}

impl BackupText {
    /// Whether all that was added is no more than what is read.
    pub const fn fits(&self) -> bool {
        !self.is_beyond && self.count <= MOST && self.applications.len() <= LIMIT
    }

    /// Adds a record that has its descriptions at hand.
    pub fn add(&mut self, record: &ApplicationRecord) {
        self.applications.push_str(match self.applications.is_empty() {
            true => "[\n",
            false => ",\n",
        });
        let before = self.applications.len();
        write_application(record, &mut self.applications);
        self.count += 1;
        self.is_beyond |= record.events().len() > MOST_EVENTS || self.applications.len() - before > LONGEST;
    }

    /// All of it without settings, on one line.
    pub(in crate::archive) fn close_in_line(self) -> String {
        // Within its texts JSON has no line breaks.
        let in_line = Self {
            applications: self.applications.replace('\n', ""),
            ..self
        };
        in_line.finish(None, None, "")
    }

    /// All of it, with the settings as they are kept.
    pub fn close(self, made: Option<DateTime<Utc>>, settings: Option<&str>) -> String {
        self.finish(made, settings, "\n")
    }

    fn finish(self, made: Option<DateTime<Utc>>, settings: Option<&str>, line_break: &str) -> String {
        let Self {
            mut applications,
            mut parts,
            ..
        } = self;
        if applications.is_empty() {
            applications.push('[');
        } else {
            applications.push_str(line_break);
        }
        applications.push(']');
        parts.insert(VERSION.to_owned(), SCHEMA.to_string());
        if let Some(made) = &made {
            parts.insert(MADE.to_owned(), form::write(made));
        }
        if let Some(Ok(settings)) = settings.map(|text| unwrap(Kind::Settings, text)) {
            parts.insert(SETTINGS.to_owned(), settings.into_owned());
        }
        parts.insert(APPLICATIONS.to_owned(), applications);
        parts.insert(CHECKSUM.to_owned(), form::write(&sum_of(&parts)));

        let first = [VERSION, MADE, CHECKSUM, SETTINGS, APPLICATIONS];
        let first: Vec<_> = first.iter().filter_map(|name| parts.remove_entry(*name)).collect();
        let mut text = "{".to_owned();
        for (index, (name, value)) in first.into_iter().chain(parts).enumerate() {
            text.push_str(if index > 0 { "," } else { "" });
            text.push_str(line_break);
            write_text(&name, &mut text);
            text.push(':');
            text.push_str(&value);
        }
        text.push_str(line_break);
        text.push('}');
        text.push_str(line_break);
        text
    }
}

/// The checksum of a backup: of all its other fields as they stand, in the order of their names.
pub(super) fn sum_of(fields: &BTreeMap<String, String>) -> Digest {
    let mut sum = Summing::default();
    for (index, (name, value)) in fields.iter().enumerate() {
        if index > 0 {
            sum.add(",");
        }
        sum.add(&field(name, ""));
        sum.add(value);
    }
    sum.close()
}

/// A field's name and value.
pub(super) fn field(name: &str, value: &str) -> String {
    let mut field = String::new();
    write_text(name, &mut field);
    field.push(':');
    field.push_str(value);
    field
}

fn write_application(record: &ApplicationRecord, out: &mut String) {
    let texts = record.events().iter();
    let texts: Texts = map(texts.filter_map(|event| Some((event.id, description(event)?.value.clone()))));
    let mut object = Object::begin(out);
    object.field(ID, &record.application());
    write_events(record.events(), object.name(EVENTS));
    if !texts.is_empty() {
        texts.write(object.name(TEXTS));
    }
    for (name, value) in record.beyond() {
        object.name(name).push_str(value);
    }
    object.end();
}

/// A list of events, each in a line of its own.
fn write_events(events: &[Event], out: &mut String) {
    out.push('[');
    for (index, event) in events.iter().enumerate() {
        out.push_str(if index > 0 { ",\n" } else { "\n" });
        event::write(event, out);
    }
    out.push_str(if events.is_empty() { "]" } else { "\n]" });
}
