//! How an event comes back each year.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate, Weekday};

use super::moment::Moment;

/// How an event comes back each year.
pub(super) struct Recurrence {
    interval: usize,
    count: Option<usize>,
    until: Option<NaiveDate>,
    month: Option<u32>,
    of_month: Option<u32>,
    /// The n-th such weekday of its month, from its end where n is negative.
    weekday: Option<(i8, Weekday)>,
}

impl Recurrence {
    /// Reads `FREQ=YEARLY;INTERVAL=1;COUNT=5`, with one month and one day of it, or one weekday of it, where they are said.
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut again = Self {
            interval: 1,
            count: None,
            until: None,
            month: None,
            of_month: None,
            weekday: None,
        };
        let mut yearly = false;
        for part in text.split(';').filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=')?;
            match name.to_ascii_uppercase().as_str() {
                "FREQ" => yearly = value.eq_ignore_ascii_case("YEARLY"),
                "INTERVAL" => again.interval = value.parse().ok().filter(|interval| *interval > 0)?,
                "COUNT" => again.count = Some(value.parse().ok()?),
                "UNTIL" => again.until = Some(Moment::read(value)?.on),
                "BYMONTH" => again.month = Some(value.parse().ok()?),
                "BYMONTHDAY" => again.of_month = Some(value.parse().ok()?),
                "BYDAY" => again.weekday = Some(nth_weekday(value)?),
                "WKST" => {}
                _ => return None,
            }
        }
        // A weekday of the year and not of a month, or of a month and a day, is another thing.
        let plain = again.weekday.is_none() || (again.month.is_some() && again.of_month.is_none());
        (yearly && plain).then_some(again)
    }

    /// The first days of what begins on `start`, as far as they may matter in these years; `None` if it would not begin then.
    pub(super) fn firsts(&self, start: NaiveDate, matter: &RangeInclusive<i32>) -> Option<Vec<NaiveDate>> {
        if self.in_year(start.year(), start) != Some(start) {
            return None;
        }
        let years = (start.year()..=*matter.end()).step_by(self.interval);
        // A year without that day, such as the 29th of February, is not counted.
        let days = years.filter_map(|year| self.in_year(year, start));
        let days = days.take(self.count.unwrap_or(usize::MAX));
        let days = days.take_while(|day| !self.is_over(*day));
        // One that began in the year before may reach into the first.
        Some(days.filter(|day| day.year() + 1 >= *matter.start()).collect())
    }

    /// Whether it has ended before that day.
    pub(super) fn is_over(&self, day: NaiveDate) -> bool {
        self.until.is_some_and(|until| day > until)
    }

    /// Its day in a year, of what began on `start`.
    pub(super) fn in_year(&self, year: i32, start: NaiveDate) -> Option<NaiveDate> {
        let month = self.month.unwrap_or(start.month());
        match self.weekday {
            Some((nth, weekday)) if nth > 0 => {
                NaiveDate::from_weekday_of_month_opt(year, month, weekday, u8::try_from(nth).ok()?)
            }
            Some((nth, weekday)) => {
                let from_end = (1..=5).rev();
                let mut days =
                    from_end.filter_map(|nth| NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth));
                days.nth(usize::from(nth.unsigned_abs()).checked_sub(1)?)
            }
            None => NaiveDate::from_ymd_opt(year, month, self.of_month.unwrap_or(start.day())),
        }
    }
}

/// Reads `4TH`, the fourth Thursday, and `-1MO`, the last Monday.
fn nth_weekday(text: &str) -> Option<(i8, Weekday)> {
    let (nth, weekday) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let nth: i8 = nth.parse().ok().filter(|nth| (-5..=5).contains(nth) && *nth != 0)?;
    let weekday = match weekday.to_ascii_uppercase().as_str() {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    };
    Some((nth, weekday))
}
