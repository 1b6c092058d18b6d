//! Days, moments of them, and how long something lasts.

use chrono::{DateTime, Datelike, NaiveDate, Utc};

use crate::domain::day;

/// Seconds of a minute, an hour and a day.
pub(super) const MINUTE: i64 = 60;
pub(super) const HOUR: i64 = 60 * MINUTE;
pub(super) const DAY: i64 = 24 * HOUR;

/// The seconds of the first of January 1970.
const EPOCH: i64 = 719_163 * DAY;

/// A day, or a moment of it. Its zone, where it has one, stands beside it.
#[derive(Clone, Copy)]
pub(super) struct Moment {
    pub(super) on: NaiveDate,
    /// Seconds since midnight; none for a day as a whole.
    pub(super) clock: Option<i64>,
    /// Whether that is universal time, which is nobody's own.
    pub(super) is_universal: bool,
}

impl Moment {
    /// Reads `20261224`, `20261224T180000` and `20261224T180000Z`.
    pub(super) fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let local = text.strip_suffix(['Z', 'z']).unwrap_or(text);
        let (date, clock) = match local.split_once(['T', 't']) {
            Some((date, clock)) => (date, Some(seconds_of_day(clock)?)),
            None => (text, None),
        };
        let (year, rest) = date.split_at_checked(4)?;
        let (month, of_month) = rest.split_at_checked(2)?;
        Some(Self {
            on: day::date(&format!("{year}-{month}-{of_month}"))?,
            clock,
            is_universal: local != text,
        })
    }

    pub(super) fn seconds(self) -> i64 {
        i64::from(self.on.num_days_from_ce()) * DAY + self.clock.unwrap_or(0)
    }

    /// The instant, where the wall clock is so many seconds ahead of universal time.
    pub(super) fn ahead_by(self, seconds: i64) -> Option<DateTime<Utc>> {
        DateTime::from_timestamp(self.seconds() - seconds - EPOCH, 0)
    }

    /// Its seconds, if it is a moment of the same kind as another.
    pub(super) fn seconds_beside(self, other: Self) -> Option<i64> {
        let kind = |moment: Self| (moment.clock.is_some(), moment.is_universal);
        (kind(self) == kind(other)).then(|| self.seconds())
    }

    /// The day that begins where it is midnight then: half a day away at most. What is ten or eleven hours away may be midnight on either
    /// side of the date line.
    pub(super) fn day_there(self) -> Option<NaiveDate> {
        match self.clock.filter(|_| self.is_universal).unwrap_or(0) / HOUR {
            10 | 11 => None,
            0..10 => Some(self.on),
            _ => self.on.succ_opt(),
        }
    }
}

/// Reads `180000`.
fn seconds_of_day(clock: &str) -> Option<i64> {
    let is_clock = clock.len() == 6 && clock.bytes().all(|byte| byte.is_ascii_digit());
    let number: i64 = clock.parse().ok().filter(|_| is_clock)?;
    let (hour, minute, second) = (number / 10_000, number / 100 % 100, number % 100);
    (hour < 24 && minute < 60 && second <= 60).then_some(hour * HOUR + minute * MINUTE + second)
}

/// Reads `P3D`, `P2W` and `P1DT12H30M`, in seconds.
pub(super) fn length(text: &str) -> Option<i64> {
    let text = text.strip_prefix('+').unwrap_or(text).strip_prefix('P')?;
    let (days, clock) = match text.split_once('T') {
        Some((days, clock)) => (days, Some(clock)),
        None => (text, None),
    };
    let days = match days {
        "" if clock.is_some() => 0,
        days => parts(days, &[('W', 7 * DAY), ('D', DAY)])?,
    };
    let clock = clock.map_or(Some(0), |clock| parts(clock, &[('H', HOUR), ('M', MINUTE), ('S', 1)]));
    Some(days + clock?)
}

/// The sum of numbers of several units, at least one.
fn parts(text: &str, units: &[(char, i64)]) -> Option<i64> {
    let mut sum = 0;
    let mut rest = text;
    for (name, seconds) in units {
        if let Some((count, after)) = rest.split_once(*name) {
            sum += i64::from(count.parse::<u32>().ok()?) * seconds;
            rest = after;
        }
    }
    (rest.is_empty() && !text.is_empty()).then_some(sum)
}
