//! Days, counted as people at work count them.

use chrono::{Datelike, NaiveDate, Weekday};

/// The `count`-th day from Monday to Friday before a day.
pub(crate) fn business_days_before(count: usize, day: NaiveDate) -> NaiveDate {
    day.iter_days()
        .rev()
        .skip(1)
        .filter(|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun))
        .nth(count - 1)
        .expect("the calendar is long")
}
