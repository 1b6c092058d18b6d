//! What the user chose. What a newer version let them choose besides survives that this one saves.
//!
//! What is as by default is not kept: so a better default reaches everybody who did not choose otherwise. What is whole and cannot be lived
//! by, such as a number out of its bounds, makes all of it unreadable: nobody is to live by half of what somebody chose without a word.

use chrono::Weekday;

use super::envelope::{unwrap, wrap};
use super::form::{self, Form, Object, choice, field, record, text};
use super::messages::write_messages;
use super::parts::fields;
use super::rules::{bounds, write_rules};
use super::tree::Fields;
use super::{Damage, Kind, Tree};
use crate::domain::{Line, Messages};
use crate::etiquette::{Bounds, Calendar, Holiday, Holidays, QuietPeriod, Settings};

/// All that the user chose, in one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choices {
    /// What moves dates and the alarm.
    pub settings: Settings,
    /// How messages are to be.
    pub messages: Messages,
    /// The tag of the language that was chosen, such as `de`; as the browser has it where there is none. It moves nothing.
    pub language: Option<Line>,
    /// After how many days without a backup the user is reminded of one; `None` for never. It moves nothing.
    pub backup_after: Option<u16>,
}

impl Default for Choices {
    fn default() -> Self {
        Self {
            settings: Settings::default(),
            messages: Messages::default(),
            language: None,
            backup_after: Some(30),
        }
    }
}

impl From<Settings> for Choices {
    fn from(settings: Settings) -> Self {
        Self {
            settings,
            ..Self::default()
        }
    }
}

impl From<Messages> for Choices {
    fn from(messages: Messages) -> Self {
        Self {
            messages,
            ..Self::default()
        }
    }
}

/// Reads what the user chose; what is not said is as by default.
///
/// # Errors
/// What is wrong with the text.
pub fn open_choices(sealed: &str) -> Result<Choices, Damage> {
    form::read(&unwrap(Kind::Settings, sealed)?).ok_or(Damage::Unreadable)
}

/// What a number is called that stands in the text of settings and is none or not within its bounds, and those.
pub(super) fn odd_number(text: &str) -> Option<(String, Bounds)> {
    let tree = Tree::of(text)?;
    let fields = tree.as_object()?;
    let alone = [
        ("company_spacing".to_owned(), Settings::SPACINGS),
        ("day_begins".to_owned(), Settings::HOURS),
    ];
    let is_odd = |fields: &Fields<'_>, name: &str, bounds: Bounds| {
        let number = fields.get(name);
        number.is_some_and(|number| !u16::read(number).is_some_and(|number| bounds.allow(number)))
    };
    let mut alone = alone.into_iter();
    alone.find(|(name, bounds)| is_odd(fields, name, *bounds)).or_else(|| {
        let rules = fields.get("rules")?.as_object()?;
        let mut all = bounds().into_iter();
        all.find(|(name, bounds)| is_odd(rules, name, *bounds))
    })
}

/// The text under which `choices` are kept. Fields of the `former` text, where there is one, that this version does not know are
/// taken over, also those of objects within it; lists are replaced as a whole.
pub fn seal_choices(choices: &Choices, former: Option<&str>) -> String {
    let new = write(choices, Some(&Choices::default()));
    wrap(&former.and_then(|former| with_unknown(&new, former)).unwrap_or(new))
}

fn with_unknown(new: &str, former: &str) -> Option<String> {
    let found = unwrap(Kind::Settings, former).ok()?;
    let known: Choices = form::read(&found)?;
    Some(carry(new, &found, &form::write(&known)))
}

/// The object `new` with the fields that `found` has and `known`, which is what was understood of it, has not.
fn carry(new: &str, found: &str, known: &str) -> String {
    let (Some(mut all), Some(found), Some(known)) = (fields(new), fields(found), fields(known)) else {
        return new.to_owned();
    };
    for (name, found) in found {
        let left = match (all.get(&name), known.get(&name)) {
            (Some(new), Some(known)) => carry(new, &found, known),
            (Some(_), None) => continue,
            // Of what is not kept any more, what was not understood is left.
            (None, Some(known)) => match carry(NOTHING, &found, known) {
                left if left == NOTHING => continue,
                left => left,
            },
            (None, None) => found,
        };
        all.insert(name, left);
    }
    let mut out = String::new();
    let mut object = Object::begin(&mut out);
    for (name, value) in &all {
        object.name(name).push_str(value);
    }
    object.end();
    out
}

/// An object without fields.
const NOTHING: &str = "{}";

/// All that the user chose, or what of it is not as in `default`. Fields stand in the order of their names, as they do once others are
/// carried along beside them.
fn write(choices: &Choices, default: Option<&Choices>) -> String {
    let Choices {
        settings,
        messages,
        language,
        backup_after,
    } = choices;
    let Settings {
        rules,
        calendar,
        company_spacing,
        keep_warm,
        day_begins,
    } = settings;
    let usual = default.map(|default| &default.settings);
    let mut out = String::new();
    let mut object = Object::begin(&mut out);
    object.unlike(
        "backup_after",
        backup_after,
        default.map(|default| &default.backup_after),
    );
    if usual.is_none_or(|usual| usual.calendar != *calendar) {
        write_calendar(calendar, usual.map(|usual| &usual.calendar), object.name("calendar"));
    }
    object.unlike(
        "company_spacing",
        company_spacing,
        usual.map(|usual| &usual.company_spacing),
    );
    object.unlike("day_begins", day_begins, usual.map(|usual| &usual.day_begins));
    object.unlike("keep_warm", keep_warm, usual.map(|usual| &usual.keep_warm));
    object.unlike("language", language, default.map(|default| &default.language));
    if default.is_none_or(|default| default.messages != *messages) {
        write_messages(
            messages,
            default.map(|default| &default.messages),
            object.name("messages"),
        );
    }
    if usual.is_none_or(|usual| usual.rules != *rules) {
        write_rules(rules, usual.map(|usual| &usual.rules), object.name("rules"));
    }
    object.end();
    out
}

impl Form for Choices {
    fn write(&self, out: &mut String) {
        out.push_str(&write(self, None));
    }

    fn read(tree: &Tree<'_>) -> Option<Self> {
        let fields = tree.as_object()?;
        let default = Self::default();
        let usual = default.settings;
        let settings = Settings {
            rules: field_or(fields, "rules", usual.rules)?,
            calendar: field_or(fields, "calendar", usual.calendar)?,
            company_spacing: field_or(fields, "company_spacing", usual.company_spacing)?,
            keep_warm: field_or(fields, "keep_warm", usual.keep_warm)?,
            day_begins: field_or(fields, "day_begins", usual.day_begins)?,
        };
        let chosen = Self {
            settings,
            messages: field_or(fields, "messages", default.messages)?,
            language: field(fields, "language")?,
            backup_after: field_or(fields, "backup_after", default.backup_after)?,
        };
        chosen.settings.is_sound().then_some(chosen)
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
