//! From a text to a backup, part by part, or what is wrong with it.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::vec::IntoIter;

use serde_json::value::RawValue;

use super::by_hand::{Hand, application_id, parsed};
use super::name::{APPLICATIONS, CHECKSUM, EVENTS, ID, MADE, SETTINGS, TEXTS, VERSION};
use super::write::{self, sum_of};
use super::{Backup, BackupApplication, BackupProblem, LIMIT, Place, Texts, Wrong, raw};
use crate::archive::envelope::wrap;
use crate::archive::event::{self, lacks_description, put_back_description};
use crate::archive::form::{self, Form};
use crate::archive::parts::{fields, list};
use crate::archive::settings::odd_number;
use crate::archive::{ApplicationRecord, SCHEMA, open_choices, seal_choices};
use crate::domain::{ApplicationId, Carried, Event};

/// The fields of an object, each as it is written.
type Fields = BTreeMap<String, String>;

/// More applications are in no backup.
pub(super) const MOST: usize = 100_000;
/// More has happened to no application: of a few dozen events is one that went through every round.
pub(super) const MOST_EVENTS: usize = 2_000;
/// Nor has one a longer text, in bytes: that of a long description is a tenth of a megabyte.
pub(super) const LONGEST: usize = 4 * 1024 * 1024;
/// Nor a longer name.
const LONGEST_NAME: usize = 200;

/// Reads a backup, written by this program or by hand, or a raw copy of what is kept.
///
/// # Errors
/// What is wrong, where, and what can be done; nothing is read then.
pub fn read_backup(text: &str) -> Result<Backup, BackupProblem> {
    let mut reading = BackupReading::begin(text)?;
    while !reading.is_over() {
        reading.step()?;
    }
    Ok(reading.close())
}

/// A backup, written by this program or by hand, or a raw copy of what is kept, that is being read: a long one takes a while, and who reads it
/// may have something else to do meanwhile.
#[derive(Debug)]
pub struct BackupReading(Source);

#[derive(Debug)]
enum Source {
    Backup(Applications),
    Copy(raw::Copy),
}

impl BackupReading {
    /// Takes in all but the applications.
    ///
    /// # Errors
    /// What is wrong, where, and what can be done.
    pub fn begin(text: &str) -> Result<Self, BackupProblem> {
        // Some editors put a byte order mark before the text.
        let text = text.trim_start_matches('\u{feff}');
        check_text(text).map_err(Wrong::of_all)?;
        let fields = whole(text).map_err(Wrong::of_all)?;
        if let Some(copy) = raw::Copy::of(&fields) {
            return Ok(Self(Source::Copy(copy)));
        }
        Applications::of(fields).map(Source::Backup).map(Self)
    }

    /// Whether all was read.
    pub fn is_over(&self) -> bool {
        match &self.0 {
            Source::Backup(applications) => applications.is_over(),
            Source::Copy(copy) => copy.is_over(),
        }
    }

    /// How much of it was read, in percent.
    pub fn percent(&self) -> usize {
        match &self.0 {
            Source::Backup(applications) => applications.percent(),
            Source::Copy(copy) => copy.percent(),
        }
    }

    /// Reads a part more: no more than one application is, or one folder of a raw copy.
    ///
    /// # Errors
    /// What is wrong, where, and what can be done.
    pub fn step(&mut self) -> Result<(), BackupProblem> {
        match &mut self.0 {
            Source::Backup(applications) => applications.step(),
            Source::Copy(copy) => copy.step().map_err(Wrong::of_all),
        }
    }

    /// What was read.
    pub fn close(self) -> Backup {
        match self.0 {
            Source::Backup(applications) => applications.backup,
            Source::Copy(copy) => copy.close(),
        }
    }
}

/// Whether it can be a backup's text at all. What is written in UTF-16 and taken for UTF-8 begins with what is no letter, or has a nought after
/// its first.
fn check_text(text: &str) -> Result<(), Wrong> {
    if text.len() > LIMIT {
        return Err(Wrong::TooLarge);
    }
    let mut letters = text.chars();
    if letters.next() == Some('\u{fffd}') || letters.next() == Some('\0') || text.starts_with('\0') {
        return Err(Wrong::NotUtf8);
    }
    Ok(())
}

/// The fields of a text that is whole.
fn whole(text: &str) -> Result<Fields, Wrong> {
    match serde_json::from_str::<&RawValue>(text) {
        Ok(_) => fields(text).ok_or(Wrong::NotABackup),
        // A picture, a letter, the file of another program: nothing of it says that it was one.
        Err(_) if !text.contains(VERSION) => Err(Wrong::NotABackup),
        Err(error) => Err(Wrong::NotJson {
            detail: error.to_string(),
        }),
    }
}

fn check_version(fields: &mut Fields) -> Result<(), Wrong> {
    let version = take(fields, VERSION, "1").map_err(|_| Wrong::NotABackup)?;
    match version {
        0 => Err(Wrong::NotABackup),
        SCHEMA => Ok(()),
        _ => Err(Wrong::Newer { version }),
    }
}

/// Takes a field out and reads it.
fn take<T: Form>(fields: &mut Fields, name: &str, expected: &'static str) -> Result<T, Wrong> {
    let text = fields.remove(name);
    let value = text.map_or_else(T::absent, |text| form::read(&text));
    value.ok_or_else(|| Wrong::field(name, expected))
}

/// Takes a field out, and gives the parts of its list.
fn take_list(fields: &mut Fields, name: &str, expected: &'static str) -> Result<Vec<String>, Wrong> {
    let text = fields.remove(name).unwrap_or_default();
    let parts = list(&text).ok_or_else(|| Wrong::field(name, expected))?;
    Ok(parts.into_iter().map(str::to_owned).collect())
}

fn in_field(name: &str) -> Place {
    Place::Field { name: name.to_owned() }
}

/// The text under which settings are kept.
fn read_settings(text: &str) -> Result<String, BackupProblem> {
    let fields = fields(text).ok_or(Wrong::NotAnObject.at(in_field(SETTINGS)))?;
    if let Some((name, bounds)) = odd_number(text) {
        return Err(Wrong::Number { name, bounds }.at(in_field(SETTINGS)));
    }
    let is_odd = |(name, value): &(&String, &String)| {
        let alone = format!("{{{}}}", write::field(name, value));
        open_choices(&wrap(&alone)).is_err()
    };
    match fields.iter().find(is_odd) {
        Some((name, _)) => {
            let expected = "as docs/backup-format.md describes it";
            Err(Wrong::field(name, expected).at(in_field(SETTINGS)))
        }
        None => Ok(wrap(text)),
    }
}

/// Whether settings say more than this version knows.
fn is_more(sealed: &str) -> bool {
    let known = open_choices(sealed).unwrap_or_default();
    seal_choices(&known, Some(sealed)) != seal_choices(&known, None)
}

/// A backup, and those of its applications that are still to be read: first what each is called, since others may name it, then all of it.
#[derive(Debug)]
struct Applications {
    backup: Backup,
    by_hand: bool,
    written: IntoIter<String>,
    /// What those are called that were looked at, and which they are.
    ids: BTreeMap<String, ApplicationId>,
    known: BTreeSet<ApplicationId>,
    outlines: VecDeque<Outline>,
    /// How many there are.
    count: usize,
}

/// What an application is called, which it is, and its other fields.
type Outline = (String, ApplicationId, Fields);

impl Applications {
    fn of(mut fields: Fields) -> Result<Self, BackupProblem> {
        let sum: Option<String> = take(&mut fields, CHECKSUM, "a text").map_err(Wrong::of_all)?;
        // Before the version is believed: a flipped digit must not pass for a newer one.
        if sum.as_ref().is_some_and(|sum| *sum != sum_of(&fields).to_string()) {
            return Err(Wrong::Checksum.of_all());
        }
        check_version(&mut fields).map_err(Wrong::of_all)?;
        let made = take(&mut fields, MADE, "an instant such as \"2026-11-02T09:30:00Z\"").map_err(Wrong::of_all)?;
        let settings = fields.remove(SETTINGS).filter(|text| text != "null");
        let settings = settings.map(|text| read_settings(&text)).transpose()?;
        let written = take_list(&mut fields, APPLICATIONS, "a list of applications").map_err(Wrong::of_all)?;
        if written.len() > MOST {
            return Err(Wrong::TooLarge.of_all());
        }
        let mut unknown: Vec<Place> = fields.keys().map(|name| in_field(name)).collect();
        if settings.as_deref().is_some_and(is_more) {
            unknown.push(in_field(SETTINGS));
        }
        Ok(Self {
            backup: Backup {
                made,
                settings,
                applications: Vec::new(),
                unknown,
                missing: 0,
                beyond: fields,
            },
            by_hand: sum.is_none(),
            count: written.len(),
            written: written.into_iter(),
            ids: BTreeMap::new(),
            known: BTreeSet::new(),
            outlines: VecDeque::new(),
        })
    }

    fn is_over(&self) -> bool {
        self.backup.applications.len() == self.count
    }

    fn percent(&self) -> usize {
        let done = self.ids.len() + self.backup.applications.len();
        (done * 50).checked_div(self.count).unwrap_or(100)
    }

    fn step(&mut self) -> Result<(), BackupProblem> {
        if let Some(text) = self.written.next() {
            return self.look_at(&text);
        }
        let Some((name, id, fields)) = self.outlines.pop_front() else {
            return Ok(());
        };
        let mut reader = Reader {
            name: &name,
            number: self.backup.applications.len() + 1,
            id,
            ids: &self.ids,
            unknown: &mut self.backup.unknown,
        };
        let record = reader.read(fields, self.by_hand)?;
        self.backup.applications.push(BackupApplication { name, record });
        Ok(())
    }

    fn look_at(&mut self, text: &str) -> Result<(), BackupProblem> {
        let number = self.ids.len() + 1;
        let at = |name| Place::Application { number, name };
        let (name, fields) = outline(text).map_err(|wrong| wrong.at(at(None)))?;
        let id = application_id(&name, number);
        if self.ids.insert(name.clone(), id).is_some() || !self.known.insert(id) {
            return Err(Wrong::Twice { id: name.clone() }.at(at(Some(name))));
        }
        self.outlines.push_back((name, id, fields));
        Ok(())
    }
}

/// What an application is called, and its other fields.
fn outline(text: &str) -> Result<(String, Fields), Wrong> {
    if text.len() > LONGEST {
        return Err(Wrong::TooMuch);
    }
    let mut fields = fields(text).ok_or(Wrong::NotAnObject)?;
    let name: String = take(&mut fields, ID, "a text of your own, such as \"northwind\"")?;
    if name.len() > LONGEST_NAME {
        return Err(Wrong::field(ID, "a short text"));
    }
    Ok((name, fields))
}

/// One application that is being read.
struct Reader<'a> {
    name: &'a str,
    number: usize,
    id: ApplicationId,
    ids: &'a BTreeMap<String, ApplicationId>,
    unknown: &'a mut Vec<Place>,
}

impl Reader<'_> {
    fn read(&mut self, mut fields: Fields, by_hand: bool) -> Result<ApplicationRecord, BackupProblem> {
        let application = Place::Application {
            number: self.number,
            name: Some(self.name.to_owned()),
        };
        let texts: Option<Texts> = fields
            .remove(TEXTS)
            .map_or(Some(Texts::new()), |text| form::read(&text));
        let texts = texts.ok_or_else(|| Wrong::field(TEXTS, "an object of descriptions by the ids of their events"));
        let written = take_list(&mut fields, EVENTS, "a list of events");
        let (texts, written) = match (texts, written) {
            (Ok(_), Ok(written)) if written.len() > MOST_EVENTS => return Err(Wrong::TooMuch.at(application)),
            (Ok(texts), Ok(written)) => (texts, written),
            (Err(wrong), _) | (_, Err(wrong)) => return Err(wrong.at(application)),
        };
        let mut hand = by_hand.then(|| Hand::new(self.id, self.ids, &written));
        let mut events = Vec::new();
        let mut known = BTreeSet::new();
        for (index, text) in written.iter().enumerate() {
            let event = self.event(hand.as_mut(), index, text, &texts);
            let event = event.map_err(|wrong| wrong.at(self.place(index)))?;
            if !known.insert(event.id) {
                let id = event.id.to_string();
                return Err(Wrong::Twice { id }.at(self.place(index)));
            }
            if !event.carried.0.is_empty() && !lacks_description(&event) {
                self.unknown.push(self.place(index));
            }
            events.push(event);
        }
        if !fields.is_empty() {
            self.unknown.push(application);
        }
        Ok(ApplicationRecord::carrying(self.id, &events, fields))
    }

    fn event(&self, hand: Option<&mut Hand<'_>>, index: usize, text: &str, texts: &Texts) -> Result<Event, Wrong> {
        let (mut event, description) = match hand {
            Some(hand) => hand.read(index, text)?,
            None => (event::read(self.id, text), None),
        };
        if let Some(text) = description.as_ref().or(texts.get(&event.id)) {
            put_back_description(&mut event, text);
        }
        Ok(without_spelling(event))
    }

    fn place(&self, index: usize) -> Place {
        Place::Event {
            application: self.number,
            name: self.name.to_owned(),
            number: index + 1,
        }
    }
}

/// Spaces and the order of fields are no more than how a text is spelled: an event that says nothing else need not carry it.
fn without_spelling(event: Event) -> Event {
    if event.carried.0.is_empty() {
        return event;
    }
    let plain = Event {
        carried: Carried::default(),
        ..event.clone()
    };
    let mut text = String::new();
    event::write(&plain, &mut text);
    if parsed(&text) == parsed(&event.carried.0) {
        plain
    } else {
        event
    }
}
