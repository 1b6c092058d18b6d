//! What the user chose. What a newer version let them choose besides survives that this one saves.
//!
//! The table of rules is not among it for as long as nobody can change it: so a better default reaches everybody.

use std::collections::BTreeSet;

use chrono::{NaiveDate, Weekday};

use super::envelope::{unwrap, wrap};
use super::form::{self, Form, Object, choice, record};
use super::parts::fields;
use super::tree::Fields;
use super::{Damage, Kind, Tree};
use crate::domain::Messages;
use crate::domain::order::set;
use crate::etiquette::{Calendar, QuietPeriod, Settings};

/// Reads settings; what they do not say is as by default.
///
/// # Errors
/// What is wrong with the text.
pub fn open_settings(sealed: &str) -> Result<Settings, Damage> {
    form::read(&unwrap(Kind::Settings, sealed)?).ok_or(Damage::Unreadable)
}

/// Reads how messages are to be, which stands in the same record.
///
/// # Errors
/// What is wrong with the text.
pub fn open_messages(sealed: &str) -> Result<Messages, Damage> {
    let beside: Beside = form::read(&unwrap(Kind::Settings, sealed)?).ok_or(Damage::Unreadable)?;
    Ok(beside.messages)
}

/// The text under which `settings` are kept. Fields of the `former` text, where there is one, that they do not have are taken over, also
/// those of objects within it, whether a newer version wrote them or [`seal_messages`]; lists are replaced as a whole.
pub fn seal_settings(settings: &Settings, former: Option<&str>) -> String {
    seal(settings, former)
}

/// The text under which `messages` are kept, beside the settings of the `former` text and all else in it.
pub fn seal_messages(messages: &Messages, former: Option<&str>) -> String {
    let messages = messages.clone();
    seal(&Beside { messages }, former)
}

/// What the record holds beside the etiquette's settings.
struct Beside {
    messages: Messages,
}

record!(Beside { messages });

fn seal<T: Form>(part: &T, former: Option<&str>) -> String {
    let new = form::write(part);
    wrap(&former.and_then(|former| with_unknown::<T>(&new, former)).unwrap_or(new))
}

fn with_unknown<T: Form>(new: &str, former: &str) -> Option<String> {
    let found = unwrap(Kind::Settings, former).ok()?;
    let known: T = form::read(&found)?;
    Some(carry(new, &found, &form::write(&known)))
}

/// The object `new` with the fields that `found` has and `known`, which is what was understood of it, has not.
fn carry(new: &str, found: &str, known: &str) -> String {
    let (Some(new_fields), Some(found), Some(known)) = (fields(new), fields(found), fields(known)) else {
        return new.to_owned();
    };
    let mut out = String::new();
    let mut object = Object::begin(&mut out);
    for (name, value) in &new_fields {
        let text = object.name(name);
        match (found.get(name), known.get(name)) {
            (Some(found), Some(known)) => text.push_str(&carry(value, found, known)),
            _ => text.push_str(value),
        }
    }
    for (name, value) in found {
        if !known.contains_key(&name) && !new_fields.contains_key(&name) {
            object.name(&name).push_str(&value);
        }
    }
    object.end();
    out
}

impl Form for Settings {
    fn write(&self, out: &mut String) {
        let Self {
            rules: _,
            calendar,
            company_spacing,
            day_begins,
        } = self;
        let mut object = Object::begin(out);
        calendar.write(object.name("calendar"));
        company_spacing.write(object.name("company_spacing"));
        day_begins.write(object.name("day_begins"));
        object.end();
    }

    fn read(tree: &Tree<'_>) -> Option<Self> {
        let fields = tree.as_object()?;
        let default = Self::default();
        Some(Self {
            rules: default.rules,
            calendar: field_or(fields, "calendar", default.calendar)?,
            company_spacing: field_or(fields, "company_spacing", default.company_spacing)?,
            day_begins: field_or(fields, "day_begins", default.day_begins)?,
        })
    }
}

impl Form for Calendar {
    fn write(&self, out: &mut String) {
        let Self {
            holidays,
            quiet,
            soft_weekday,
        } = self;
        let mut object = Object::begin(out);
        holidays.write(object.name("holidays"));
        quiet.write(object.name("quiet"));
        soft_weekday.write(object.name("soft_weekday"));
        object.end();
    }

    fn read(tree: &Tree<'_>) -> Option<Self> {
        let fields = tree.as_object()?;
        let default = Self::default();
        Some(Self {
            holidays: field_or(fields, "holidays", default.holidays)?,
            quiet: field_or(fields, "quiet", default.quiet)?,
            soft_weekday: field_or(fields, "soft_weekday", default.soft_weekday)?,
        })
    }
}

fn field_or<T: Form>(fields: &Fields<'_>, name: &str, default: T) -> Option<T> {
    fields.get(name).map_or(Some(default), T::read)
}

record!(QuietPeriod { from, to });

/// A day of the year: month and day.
impl Form for (u32, u32) {
    fn write(&self, out: &mut String) {
        form::write_list(&[self.0, self.1], out, u32::write);
    }

    fn read(tree: &Tree<'_>) -> Option<Self> {
        match tree.as_list()? {
            [month, day] => Some((u32::read(month)?, u32::read(day)?)),
            _ => None,
        }
    }
}

impl Form for BTreeSet<NaiveDate> {
    fn write(&self, out: &mut String) {
        let days: Vec<NaiveDate> = self.iter().copied().collect();
        days.write(out);
    }

    fn read(tree: &Tree<'_>) -> Option<Self> {
        Vec::read(tree).map(set)
    }
}

choice!(Weekday {
    "mon" = Mon,
    "tue" = Tue,
    "wed" = Wed,
    "thu" = Thu,
    "fri" = Fri,
    "sat" = Sat,
    "sun" = Sun,
});
