//! What the user chose. What a newer version let them choose besides survives that this one saves.
//!
//! What is as by default is not kept: so a better default reaches everybody who did not choose otherwise. What is whole and cannot be lived
//! by, such as a number out of its bounds, makes all of it unreadable: nobody is to live by half of what somebody chose without a word.

use chrono::Weekday;

use super::envelope::{unwrap, wrap};
use super::form::{self, Form, Object, choice, record, text};
use super::parts::fields;
use super::rules::write_rules;
use super::tree::Fields;
use super::{Damage, Kind, Tree};
use crate::etiquette::{Calendar, Holiday, Holidays, QuietPeriod, Settings};

/// Reads settings; what they do not say is as by default.
///
/// # Errors
/// What is wrong with the text.
pub fn open_settings(sealed: &str) -> Result<Settings, Damage> {
    form::read(&unwrap(Kind::Settings, sealed)?).ok_or(Damage::Unreadable)
}

/// The text under which `settings` are kept. Fields of the `former` text, where there is one, that this version does not know are
/// taken over, also those of objects within it; lists are replaced as a whole.
pub fn seal_settings(settings: &Settings, former: Option<&str>) -> String {
    let new = write(settings, Some(&Settings::default()));
    wrap(&former.and_then(|former| with_unknown(&new, former)).unwrap_or(new))
}

fn with_unknown(new: &str, former: &str) -> Option<String> {
    let found = unwrap(Kind::Settings, former).ok()?;
    let known: Settings = form::read(&found)?;
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
    for (name, value) in found.iter().filter(|(name, _)| !new_fields.contains_key(*name)) {
        // Of what is not kept any more, what was not understood is left.
        let left = match known.get(name) {
            Some(known) => carry(NOTHING, value, known),
            None => value.clone(),
        };
        if !known.contains_key(name) || left != NOTHING {
            object.name(name).push_str(&left);
        }
    }
    object.end();
    out
}

/// An object without fields.
const NOTHING: &str = "{}";

/// All that `settings` say, or what of it is not as in `default`.
fn write(settings: &Settings, default: Option<&Settings>) -> String {
    let Settings {
        rules,
        calendar,
        company_spacing,
        day_begins,
    } = settings;
    let mut out = String::new();
    let mut object = Object::begin(&mut out);
    if default.is_none_or(|default| default.calendar != *calendar) {
        write_calendar(
            calendar,
            default.map(|default| &default.calendar),
            object.name("calendar"),
        );
    }
    object.unlike(
        "company_spacing",
        company_spacing,
        default.map(|default| &default.company_spacing),
    );
    object.unlike("day_begins", day_begins, default.map(|default| &default.day_begins));
    if default.is_none_or(|default| default.rules != *rules) {
        write_rules(rules, default.map(|default| &default.rules), object.name("rules"));
    }
    object.end();
    out
}

impl Form for Settings {
    fn write(&self, out: &mut String) {
        out.push_str(&write(self, None));
    }

    fn read(tree: &Tree<'_>) -> Option<Self> {
        let fields = tree.as_object()?;
        let default = Self::default();
        let read = Self {
            rules: field_or(fields, "rules", default.rules)?,
            calendar: field_or(fields, "calendar", default.calendar)?,
            company_spacing: field_or(fields, "company_spacing", default.company_spacing)?,
            day_begins: field_or(fields, "day_begins", default.day_begins)?,
        };
        read.is_sound().then_some(read)
    }
}

fn write_calendar(calendar: &Calendar, default: Option<&Calendar>, out: &mut String) {
    let Calendar {
        holidays,
        quiet,
        soft_weekday,
    } = calendar;
    let mut object = Object::begin(out);
    object.unlike("holidays", holidays, default.map(|default| &default.holidays));
    object.unlike("quiet", quiet, default.map(|default| &default.quiet));
    object.unlike(
        "soft_weekday",
        soft_weekday,
        default.map(|default| &default.soft_weekday),
    );
    object.end();
}

impl Form for Calendar {
    fn write(&self, out: &mut String) {
        write_calendar(self, None, out);
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

text!(Holiday, holiday => holiday.to_string(), text => Holiday::read(text));

impl Form for Holidays {
    fn write(&self, out: &mut String) {
        let days: Vec<Holiday> = self.iter().cloned().collect();
        days.write(out);
    }

    fn read(tree: &Tree<'_>) -> Option<Self> {
        Self::new(Vec::read(tree)?).ok()
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
