//! The civil date on which somebody reads, and dates and times as ISO 8601 writes them.
//!
//! chrono reads each of its formats with one interpreter of patterns, which weighs more than all that is read here.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

/// The wall clock's date in the user's zone. A type of its own, so that no other date passes for today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Today(pub NaiveDate);

/// Reads `2026-03-09`; a year of more than four digits has its sign.
pub fn date(text: &str) -> Option<NaiveDate> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (year, rest) = unsigned.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    let year = i32::try_from(number(year, 4..=6)?).ok()?;
    let year = if text.starts_with('-') { -year } else { year };
    NaiveDate::from_ymd_opt(year, number(month, 2..=2)?, number(day, 2..=2)?)
}

/// Reads `14:30:00`, with or without parts of a second.
pub fn time(text: &str) -> Option<NaiveTime> {
    let (hour, rest) = text.split_once(':')?;
    let (minute, second) = rest.split_once(':')?;
    let (second, nanosecond) = match second.split_once('.') {
        Some((second, part)) if !part.is_empty() => (second, number(&format!("{part:0<9}"), 9..=9)?),
        Some(_) => return None,
        None => (second, 0),
    };
    let two = |text| number(text, 2..=2);
    match (two(hour)?, two(minute)?, two(second)?) {
        // A leap second is a second that lasts longer.
        (hour, minute, 60) => NaiveTime::from_hms_nano_opt(hour, minute, 59, nanosecond + 1_000_000_000),
        (hour, minute, second) => NaiveTime::from_hms_nano_opt(hour, minute, second, nanosecond),
    }
}

/// Reads `2026-03-09T14:30:00Z`.
pub fn instant(text: &str) -> Option<DateTime<Utc>> {
    let (day, clock) = text.strip_suffix('Z')?.split_once('T')?;
    Some(date(day)?.and_time(time(clock)?).and_utc())
}

/// A number of so many digits and nothing else.
fn number(text: &str, width: std::ops::RangeInclusive<usize>) -> Option<u32> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    (digits && width.contains(&text.len())).then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::SecondsFormat;
    use proptest::prelude::*;

    #[track_caller]
    fn check_odd(text: &str) {
        assert_eq!((date(text), time(text), instant(text)), (None, None, None));
    }

    #[test]
    fn what_is_odd_is_not_read() {
        check_odd("");
        check_odd("2026-02-30");
        check_odd("2026-2-3");
        check_odd("26-02-03");
        check_odd("--2026-02-03");
        check_odd("2026-02-03 ");
        check_odd("24:00:00");
        check_odd("12:00");
        check_odd("12:00:00.");
        check_odd("12:00:00.0000000001");
        check_odd("2026-02-03T12:00:00");
        check_odd("2026-02-03T25:00:00Z");
        check_odd("２０２６-02-03");
    }

    proptest! {
        #[test]
        fn what_chrono_writes_is_read(seconds in -8_334_601_228_800_i64..8_210_266_876_799, nanosecond in prop_oneof![Just(0_u32), Just(120_000_000), 0..2_000_000_000_u32]) {
            // Only the last second of a minute can be a leap second.
            let seconds = if nanosecond < 1_000_000_000 { seconds } else { seconds - seconds.rem_euclid(60) + 59 };
            if let Some(moment) = DateTime::from_timestamp(seconds, nanosecond) {
                prop_assert_eq!(date(&moment.date_naive().to_string()), Some(moment.date_naive()));
                prop_assert_eq!(time(&moment.time().to_string()), Some(moment.time()));
                prop_assert_eq!(instant(&moment.to_rfc3339_opts(SecondsFormat::AutoSi, true)), Some(moment));
            }
        }
    }
}
