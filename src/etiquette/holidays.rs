//! The user's days off, and the text in which they are written: one day in a line, its name behind it.

use std::fmt;

use chrono::NaiveDate;

use crate::domain::order::sort_by_key;
use crate::domain::{Line, day};

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

    /// Reads a text with a day in each line. Empty lines say nothing.
    ///
    /// # Errors
    /// [`HolidayError`].
    ///
    /// ```
    /// use your_move::etiquette::{HolidayError, Holidays};
    ///
    /// let typed = Holidays::read("2026-12-24 Christmas Eve\n\n2026-12-31").unwrap();
    /// assert_eq!(typed.to_string(), "2026-12-24 Christmas Eve\n2026-12-31");
    /// assert_eq!(Holidays::read("2026-12-24\nBoxing Day"), Err(HolidayError::Line(2)));
    /// ```
    pub fn read(text: &str) -> Result<Self, HolidayError> {
        let lines = text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty());
        let days = lines.map(|(line, number)| Holiday::read(line).ok_or(HolidayError::Line(number)));
        Self::new(days.collect::<Result<Vec<_>, _>>()?)
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

    #[track_caller]
    fn check(typed: &str, expected: &str) {
        assert_eq!(
            Holidays::read(typed).map(|read| read.to_string()),
            Ok(expected.to_owned())
        );
    }

    #[track_caller]
    fn check_wrong(typed: &str, line: usize) {
        assert_eq!(Holidays::read(typed), Err(HolidayError::Line(line)));
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
    fn a_day_is_there_once_by_its_name() {
        check("2026-12-24\n2026-12-24 Eve\n2026-12-24 Adam and Eve", "2026-12-24 Eve");
    }

    #[test]
    fn the_line_that_is_wrong_is_named() {
        check_wrong("Christmas", 1);
        check_wrong("\n\n2026-02-30", 3);
        check_wrong("2026-12-24\n24.12.2026 Eve", 2);
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
        fn whatever_is_typed_is_read_or_refused(text in "([0-9]{4}-[0-9]{2}-[0-9]{2}[ a-z]{0,8}\r?\n){0,4}|\\PC{0,60}") {
            if let Ok(read) = Holidays::read(&text) {
                prop_assert_eq!(Holidays::read(&read.to_string()), Ok(read));
            }
        }
    }
}
