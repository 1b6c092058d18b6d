//! How many applications there were in each week.

use chrono::{Days, NaiveDate, Weekday};

use super::track::{Track, days};
use crate::domain::Today;

/// The latest weeks, and what was before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Weeks {
    /// From the first with an application on, but at most half a year, to this one; in order, those without one among them.
    pub weeks: Vec<Week>,
    /// How many there were before.
    pub before: u32,
}

/// A week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    /// Its Monday.
    pub monday: NaiveDate,
    /// How many applications there were in it.
    pub count: u32,
}

impl Weeks {
    /// So many are shown.
    pub const SHOWN: u32 = 26;

    /// Counts them, as of a day.
    pub fn of(tracks: &[Track], today: Today) -> Self {
        let applied = || tracks.iter().map(|track| track.applied);
        let Some(first) = applied().min() else {
            return Self::default();
        };
        // One may have applied where it was tomorrow already.
        let last = monday(applied().fold(today.0, NaiveDate::max));
        let first = earlier(last, Self::SHOWN - 1).max(monday(first));
        let mut weeks = Self::default();
        for week in 0..=days(first, last) / 7 {
            let monday = earlier(last, days(first, last) / 7 - week);
            weeks.weeks.push(Week { monday, count: 0 });
        }
        for day in applied() {
            let of_it = weeks.weeks.iter_mut().rfind(|week| week.monday <= day);
            *of_it.map_or(&mut weeks.before, |week| &mut week.count) += 1;
        }
        weeks
    }

    /// How many there are in all.
    pub fn all(&self) -> u32 {
        self.weeks.iter().fold(self.before, |all, week| all + week.count)
    }

    /// The most in one week.
    pub fn most(&self) -> u32 {
        self.weeks.iter().fold(0, |most, week| most.max(week.count))
    }
}

fn monday(day: NaiveDate) -> NaiveDate {
    day.week(Weekday::Mon).checked_first_day().unwrap_or(day)
}

fn earlier(day: NaiveDate, weeks: u32) -> NaiveDate {
    day.checked_sub_days(Days::new(7 * u64::from(weeks))).unwrap_or(day)
}
