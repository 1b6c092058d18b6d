//! The user's days off, and the text in which they are typed: a day, or the first and the last of several, in a line, and a name behind it.

use std::fmt;

use chrono::{Months, NaiveDate};

use crate::domain::order::sort_by_key;
use crate::domain::{Line, Today, day};

/// What stands between the first and the last of several days.
const TO: [&str; 8] = ["to", "until", "till", "through", "bis", "-", "–", "—"];
/// A year that is further away can only be a slip of the finger.
const YEARS: u32 = 10;

/// A day off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holiday {
    /// The day.
    pub on: NaiveDate,
    /// What it is called.
    pub name: Option<Line>,
}

/// Days off beside the weekends, in their order, each day once, at most 600.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holidays(Vec<Holiday>);

/// What is wrong with holidays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HolidayError {
    /// This line, counted from 1, does not begin with a day.
    Line(usize),
    /// This line names more days than one, and not as the first and the last of several.
    Several(usize),
    /// A day of this line is more than ten years from today.
    Far(usize),
    /// There are more than can be kept.
    TooMany,
}

impl Holiday {
    /// Reads `2026-12-24`, or `2026-12-24 Christmas Eve`.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let (on, name) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        Some(Self {
            on: day::date(on)?,
            name: Line::new(name),
        })
    }
}

impl fmt::Display for Holiday {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.on.fmt(formatter)?;
        match &self.name {
            Some(name) => write!(formatter, " {name}"),
            None => Ok(()),
        }
    }
}

impl Holidays {
    /// Most of them that are kept: several countries for several years.
    pub const MOST: usize = 600;

    /// Those of `days`; of two on one day the one that has a name, or the earlier.
    ///
    /// # Errors
    /// [`HolidayError::TooMany`].
    pub fn new(days: impl IntoIterator<Item = Holiday>) -> Result<Self, HolidayError> {
        let mut days: Vec<Holiday> = days.into_iter().collect();
        sort_by_key(&mut days, |holiday| (holiday.on, holiday.name.is_none()));
        days.dedup_by_key(|holiday| holiday.on);
        if days.len() > Self::MOST {
            return Err(HolidayError::TooMany);
        }
        Ok(Self(days))
    }

    /// Reads what is typed on `today`, with a day or several in each line. Empty lines say nothing.
    ///
    /// # Errors
    /// [`HolidayError`].
    ///
    /// ```
    /// use your_move::domain::Today;
    /// use your_move::etiquette::{HolidayError, Holidays};
    ///
    /// let today = Today("2026-11-25".parse().unwrap());
    /// let typed = Holidays::read("2026-12-24 Christmas Eve\n\n2026-12-31 to 2027-01-01", today).unwrap();
    /// assert_eq!(typed.to_string(), "2026-12-24 Christmas Eve\n2026-12-31\n2027-01-01");
    /// let dotted = Holidays::read("24.12.2026 Heiligabend", today).unwrap();
    /// assert_eq!(dotted.to_string(), "2026-12-24 Heiligabend");
    /// assert_eq!(Holidays::read("2026-12-24\nBoxing Day", today), Err(HolidayError::Line(2)));
    /// ```
    pub fn read(text: &str, today: Today) -> Result<Self, HolidayError> {
        let mut days = Vec::new();
        for (line, number) in text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty()) {
            let Stretch { first, last, name } = Stretch::read(line, number)?;
            let far = Months::new(12 * YEARS);
            let from = today.0.checked_sub_months(far).unwrap_or(NaiveDate::MIN);
            let to = today.0.checked_add_months(far).unwrap_or(NaiveDate::MAX);
            if first < from || last > to {
                return Err(HolidayError::Far(number));
            }
            let all = first.iter_days().take_while(|on| *on <= last);
            days.extend(all.map(|on| Holiday { on, name: name.clone() }));
        }
        Self::new(days)
    }

    /// These and `others`; what has a name keeps it.
    ///
    /// # Errors
    /// [`HolidayError::TooMany`].
    pub fn with(&self, others: impl IntoIterator<Item = Holiday>) -> Result<Self, HolidayError> {
        Self::new(self.0.iter().cloned().chain(others))
    }

    /// Whether `date` is one of them.
    pub fn contains(&self, date: NaiveDate) -> bool {
        self.0.binary_search_by(|holiday| holiday.on.cmp(&date)).is_ok()
    }

    /// All of them, in their order, as a list.
    pub fn as_slice(&self) -> &[Holiday] {
        &self.0
    }

    /// All of them, in their order.
    pub fn iter(&self) -> impl Iterator<Item = &Holiday> {
        self.0.iter()
    }
}

/// What a line says: a day, or several in a row.
struct Stretch {
    first: NaiveDate,
    last: NaiveDate,
    name: Option<Line>,
}

impl Stretch {
    /// Reads the line of that number.
    fn read(line: &str, number: usize) -> Result<Self, HolidayError> {
        let mut words: Vec<&str> = line.split_whitespace().collect();
        // Some write no spaces around a dash.
        if let Some((first, last)) = words.first().and_then(|word| word.split_once(['–', '—', '/'])) {
            drop(words.splice(..1, [first, "–", last]));
        }
        let (first, rest) = words.split_first().ok_or(HolidayError::Line(number))?;
        let first = date(first).ok_or(HolidayError::Line(number))?;
        let last = match rest {
            [to, last, ..] if TO.contains(to) => date(last),
            _ => None,
        };
        let name = rest.get(if last.is_some() { 2.. } else { 0.. }).unwrap_or_default();
        let last = last.unwrap_or(first);
        // What is meant with a further day is not known.
        if last < first || name.iter().any(|word| date(word).is_some()) {
            return Err(HolidayError::Several(number));
        }
        let name = Line::new(&name.join(" "));
        Ok(Self { first, last, name })
    }
}

/// A word that is a day, whatever marks stand around it: `2026-12-24`, or `24.12.2026`, which means the same wherever it is written.
fn date(word: &str) -> Option<NaiveDate> {
    let word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
    let dotted = || {
        let (day, rest) = word.split_once('.')?;
        let (month, year) = rest.split_once('.')?;
        let year = Some(year).filter(|year| year.len() == 4)?;
        NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    };
    day::date(word).or_else(dotted)
}

impl fmt::Display for Holidays {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, holiday) in self.0.iter().enumerate() {
            let before = if index > 0 { "\n" } else { "" };
            write!(formatter, "{before}{holiday}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(typed: &str) -> Result<Holidays, HolidayError> {
        Holidays::read(typed, Today("2026-11-25".parse().unwrap()))
    }

    #[track_caller]
    fn check(typed: &str, expected: &str) {
        assert_eq!(read(typed).map(|read| read.to_string()), Ok(expected.to_owned()));
    }

    #[track_caller]
    fn check_wrong(typed: &str, line: usize) {
        assert_eq!(read(typed), Err(HolidayError::Line(line)));
    }

    #[test]
    fn a_day_stands_in_each_line() {
        check("", "");
        check(" \r\n\t\n", "");
        check("2026-12-24", "2026-12-24");
        check(
            "2026-12-31 \r\n  2026-12-24\tChristmas  Eve\r\n",
            "2026-12-24 Christmas Eve\n2026-12-31",
        );
        check("2026-12-24 \u{202e}Eve\u{0}", "2026-12-24 Eve");
    }

    #[test]
    fn several_days_stand_in_one_line() {
        let days = "2026-12-31 Away\n2027-01-01 Away\n2027-01-02 Away";
        check("2026-12-31 to 2027-01-02 Away", days);
        check("2026-12-31  bis  2027-01-02:\tAway", days);
        check("2026-12-31 - 2027-01-02 Away", days);
        check("2026-12-31–2027-01-02 Away", days);
        check("2026-12-31/2027-01-02 Away", days);
        check("2026-12-31 to 2026-12-31", "2026-12-31");
        check("2026-12-31 to the sea", "2026-12-31 to the sea");
        check("2026-12-31 12-31", "2026-12-31 12-31");
    }

    #[test]
    fn several_days_that_are_no_stretch_are_refused() {
        let check = |typed| assert_eq!(read(typed), Err(HolidayError::Several(1)), "{typed}");
        check("2027-01-03 to 2026-12-31");
        check("2026-12-31 2027-01-03");
        check("2026-12-31, 2027-01-03");
        check("2026-12-31 Away (until 2027-01-03)");
        check("2026-12-31 to 2027-01-03 to 2027-01-06");
    }

    #[test]
    fn a_day_that_is_far_away_is_a_slip() {
        check("2016-11-25\n2036-11-25", "2016-11-25\n2036-11-25");
        let check = |typed| assert_eq!(read(typed), Err(HolidayError::Far(1)), "{typed}");
        check("2016-11-24");
        check("2036-11-26");
        check("1066-10-14");
        check("9999-12-31");
        check("2026-12-31 to 3027-01-03");
    }

    #[test]
    fn a_day_is_there_once_by_its_name() {
        check("2026-12-24\n2026-12-24 Eve\n2026-12-24 Adam and Eve", "2026-12-24 Eve");
    }

    #[test]
    fn the_line_that_is_wrong_is_named() {
        check_wrong("Christmas", 1);
        check_wrong("\n\n2026-02-30", 3);
        check_wrong("2026-12-24\n24.12.26 Eve", 2);
        check_wrong("2026-12-24Eve", 1);
    }

    #[test]
    fn there_are_not_endlessly_many() {
        let first: NaiveDate = "2026-01-01".parse().unwrap();
        let days = |count| {
            let days = first.iter_days().take(count);
            Holidays::new(days.map(|on| Holiday { on, name: None }))
        };
        assert_eq!(days(Holidays::MOST).map(|days| days.iter().count()), Ok(Holidays::MOST));
        assert_eq!(days(Holidays::MOST + 1), Err(HolidayError::TooMany));
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_read_or_refused(text in "(20[123][0-9]-[01][0-9]-[0-3][0-9][ a-z]{0,8}\r?\n){0,4}|\\PC{0,60}") {
            if let Ok(days) = read(&text) {
                prop_assert_eq!(read(&days.to_string()), Ok(days));
            }
        }
    }
}
