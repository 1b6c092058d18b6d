//! Entries for a calendar program: interviews, promised days and follow-ups, written so that a file that is imported again changes what the
//! one before had brought.
//!
//! - An entry keeps its `UID` for as long as what it stands for is the same, and its `SEQUENCE` never falls. What is equal in that is told by
//!   `DTSTAMP`.
//! - What has a time is written in universal time. It is an instant at which people meet: a wall clock's time without its zone would be another
//!   one where the calendar is looked at elsewhere, and one with its zone would need the rules of that zone in the file.
//! - A day as a whole is nobody's time: it is written as a date and keeps nobody from being asked to anything (`TRANSP`).

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::archive::form;
use crate::domain::{ApplicationId, EventId, FollowUpKey, Line, PersonKey, RuleId, SafeLink};

/// Longest line, in bytes, without its end.
const MOST_OF_LINE: usize = 75;
/// What is the same wherever it was written.
const OWN: &str = "@your-move";

/// Something on a day, or at a time of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarEntry {
    /// What it stands for.
    pub uid: String,
    /// How often that has changed, or more.
    pub sequence: usize,
    /// When it was changed last.
    pub changed: DateTime<Utc>,
    /// When it is.
    pub when: EntryTime,
    /// What it is called.
    pub summary: String,
    /// What else there is to say, in lines.
    pub description: String,
    /// Where.
    pub place: Option<Line>,
    /// The address of the call.
    pub link: Option<SafeLink>,
    /// Whether it is called off.
    pub is_cancelled: bool,
}

/// When an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryTime {
    /// On a day as a whole.
    On(NaiveDate),
    /// From an instant on, for so many minutes.
    From(DateTime<Utc>, u16),
}

/// What stands for an event of an application.
pub fn uid_of_event(application: ApplicationId, event: EventId) -> String {
    format!("{event}.{application}{OWN}")
}

/// What stands for a follow-up: the same one for both rules of the first check-in after an application.
pub fn uid_of_follow_up(key: &FollowUpKey) -> String {
    let rule = if key.rule == RuleId::R3 { RuleId::R4 } else { key.rule };
    let rule = form::write(&rule);
    let person = key.person.as_ref().map(|person| form::write(&PersonKey::of(person)));
    let parts = [rule, key.nth.to_string()].into_iter().chain(person);
    let parts: Vec<String> = parts.map(|part| part.trim_matches('"').to_owned()).collect();
    format!("{}.{}", parts.join("-"), uid_of_event(key.application, key.event))
}

/// The event that stands behind what [`uid_of_event`] gave, and its application.
pub fn event_of_uid(uid: &str) -> Option<(ApplicationId, EventId)> {
    let (event, application) = uid.strip_suffix(OWN)?.split_once('.')?;
    Some((ApplicationId::parse(application)?, EventId::parse(event)?))
}

/// The text of a calendar file with these entries, written at an instant.
pub fn write_calendar(entries: &[CalendarEntry], now: DateTime<Utc>) -> String {
    let mut out = String::new();
    for line in [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Your Move//Your Move//EN",
        "CALSCALE:GREGORIAN",
    ] {
        push_line(line, &mut out);
    }
    for entry in entries {
        entry.write(now, &mut out);
    }
    push_line("END:VCALENDAR", &mut out);
    out
}

impl CalendarEntry {
    fn write(&self, now: DateTime<Utc>, out: &mut String) {
        let mut line = |name: &str, value: &str| push_line(&[name, value].concat(), out);
        line("BEGIN:", "VEVENT");
        line("UID:", &self.uid);
        line("DTSTAMP:", &instant(now));
        line("LAST-MODIFIED:", &instant(self.changed));
        line("SEQUENCE:", &self.sequence.to_string());
        let is_busy = match self.when {
            EntryTime::On(day) => {
                line("DTSTART;VALUE=DATE:", &date(day));
                line("DTEND;VALUE=DATE:", &date(day.succ_opt().unwrap_or(day)));
                false
            }
            EntryTime::From(at, minutes) => {
                line("DTSTART:", &instant(at));
                let end = at.checked_add_signed(TimeDelta::minutes(minutes.into()));
                line("DTEND:", &instant(end.unwrap_or(at)));
                true
            }
        };
        line("SUMMARY:", &escape(&self.summary));
        if !self.description.is_empty() {
            line("DESCRIPTION:", &escape(&self.description));
        }
        if let Some(place) = &self.place {
            line("LOCATION:", &escape(place.as_str()));
        }
        if let Some(link) = &self.link {
            line("URL:", link.as_str());
        }
        line("STATUS:", if self.is_cancelled { "CANCELLED" } else { "CONFIRMED" });
        let is_busy = is_busy && !self.is_cancelled;
        line("TRANSP:", if is_busy { "OPAQUE" } else { "TRANSPARENT" });
        line("END:", "VEVENT");
    }
}

/// `20261208T133000Z`.
fn instant(at: DateTime<Utc>) -> String {
    let clock = at.time().to_string();
    let clock = clock.split('.').next().unwrap_or_default().replace(':', "");
    format!("{}T{clock}Z", date(at.date_naive()))
}

/// `20261208`.
fn date(day: NaiveDate) -> String {
    day.to_string().replace('-', "")
}

/// Text with its escapes; of what has no place in a text nothing.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            _ if letter.is_control() => {}
            _ => out.push(letter),
        }
    }
    out
}

/// Appends a line, folded where it is too long: never within a letter.
fn push_line(line: &str, out: &mut String) {
    let mut room = MOST_OF_LINE;
    for letter in line.chars() {
        if letter.len_utf8() > room {
            out.push_str("\r\n ");
            room = MOST_OF_LINE - 1;
        }
        out.push(letter);
        room -= letter.len_utf8();
    }
    out.push_str("\r\n");
}
