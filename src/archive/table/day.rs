//! Days as tables write them. Whether 3/4/2026 is a day of March or of April, the other cells tell, or the user.

use chrono::NaiveDate;

pub use crate::capture::DayOrder;
use crate::capture::parse_day;

/// Signs between the parts of a day.
const SIGNS: [char; 3] = ['/', '.', '-'];

/// Reads a day, with or without a time behind it.
pub fn read_day(text: &str, order: DayOrder) -> Option<NaiveDate> {
    let text = text.trim();
    let Some(numbers) = Numbers::of(text) else {
        return parse_day(text, order);
    };
    match order {
        DayOrder::MonthFirst => numbers.month_first().or_else(|| numbers.day_first()),
        DayOrder::DayFirst => numbers.day_first().or_else(|| numbers.month_first()),
        DayOrder::Unknown => match (numbers.day_first(), numbers.month_first()) {
            (Some(one), Some(other)) => (one == other).then_some(one),
            (one, other) => one.or(other),
        },
    }
}

/// Whether a text is one day or another, depending on the order of its parts.
pub fn is_either(text: &str) -> bool {
    let numbers = Numbers::of(text.trim());
    let days = numbers.map(|numbers| (numbers.day_first(), numbers.month_first()));
    matches!(days, Some((Some(one), Some(other))) if one != other)
}

/// The order in which the days of a table are written, as far as its cells tell: one in which it cannot be otherwise is enough, as long as none
/// says the contrary.
pub fn order_of<'a>(cells: impl IntoIterator<Item = &'a str>) -> DayOrder {
    let (mut day_first, mut month_first) = (false, false);
    for numbers in cells.into_iter().filter_map(|cell| Numbers::of(cell.trim())) {
        match (numbers.day_first(), numbers.month_first()) {
            (Some(_), None) => day_first = true,
            (None, Some(_)) => month_first = true,
            // Who writes full stops writes the day first.
            (Some(one), Some(other)) if one != other => day_first |= numbers.sign == '.',
            _ => {}
        }
    }
    match (day_first, month_first) {
        (true, false) => DayOrder::DayFirst,
        (false, true) => DayOrder::MonthFirst,
        _ => DayOrder::Unknown,
    }
}

/// Three numbers with a sign between them.
struct Numbers {
    parts: [u32; 3],
    sign: char,
    year_first: bool,
}

impl Numbers {
    fn of(text: &str) -> Option<Self> {
        let end = text.find([' ', ',', 'T', '\u{a0}']).unwrap_or(text.len());
        let (day, behind) = text.split_at_checked(end)?;
        // "4. 3. 2026" has its spaces within.
        let spaced: String;
        let day = match day.ends_with('.') {
            true => {
                spaced = text.replace(' ', "");
                spaced.as_str()
            }
            false => day,
        };
        let sign = day.chars().find(|letter| !letter.is_ascii_digit())?;
        let mut parts = day.trim_end_matches('.').split(sign);
        let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
        let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let is_odd = parts.next().is_some() || !SIGNS.contains(&sign) || behind.len() > 60;
        if is_odd || ![first, second, third].into_iter().all(is_number) {
            return None;
        }
        let year_first = first.len() == 4;
        let year = if year_first {
            third.len() <= 2
        } else {
            matches!(third.len(), 2 | 4)
        };
        let number = |part: &str| part.parse::<u32>().ok().filter(|_| part.len() <= 4);
        year.then_some(Self {
            parts: [number(first)?, number(second)?, number(third)?],
            sign,
            year_first,
        })
    }

    fn day_first(&self) -> Option<NaiveDate> {
        match self.parts {
            [year, month, day] if self.year_first => date(year, month, day),
            [day, month, year] => date(year, month, day),
        }
    }

    fn month_first(&self) -> Option<NaiveDate> {
        match self.parts {
            [year, month, day] if self.year_first => date(year, month, day),
            [month, day, year] => date(year, month, day),
        }
    }
}

/// A year of two digits is one of this century.
fn date(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    let year = if year < 100 { year + 2000 } else { year };
    let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    (1900..=2999).contains(&year).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, order: DayOrder, expected: &str) {
        let read = read_day(text, order).map(|day| day.to_string());
        assert_eq!(read.unwrap_or_default(), expected, "{text}");
    }

    #[test]
    fn days_are_read_as_tables_write_them() {
        for order in [DayOrder::Unknown, DayOrder::DayFirst, DayOrder::MonthFirst] {
            check("2026-11-02", order, "2026-11-02");
            check("2026-11-02T18:47:14.022Z", order, "2026-11-02");
            check("2026/11/2", order, "2026-11-02");
            check("2026.11.02", order, "2026-11-02");
            check("13/11/2026", order, "2026-11-13");
            check("11/13/26", order, "2026-11-13");
            check("13.11.2026 09:30", order, "2026-11-13");
            check("Nov 2, 2026", order, "2026-11-02");
            check("2. November 2026", order, "2026-11-02");
            check("November 2, 2026 9:30 AM", order, "2026-11-02");
            check("Wed Dec 04 2019 18:47:14 GMT+0000", order, "2019-12-04");
            check("3/3/2026", order, "2026-03-03");
            check("soon", order, "");
            check("31/31/2026", order, "");
            check("", order, "");
            check("1/2", order, "");
            check("1/2/3/4", order, "");
            check("12/2026", order, "");
            check("99999999/1/1", order, "");
        }
        check("3/4/2026", DayOrder::Unknown, "");
        check("3/4/2026", DayOrder::DayFirst, "2026-04-03");
        check("3/4/2026 5:00 PM", DayOrder::MonthFirst, "2026-03-04");
        check("3-4-26", DayOrder::MonthFirst, "2026-03-04");
        check("3. 4. 2026", DayOrder::DayFirst, "2026-04-03");
    }

    #[test]
    fn one_day_tells_the_order_of_all() {
        assert_eq!(order_of(["3/4/2026", "5/6/2026"]), DayOrder::Unknown);
        assert_eq!(order_of(["3/4/2026", "25/6/2026", "2026-01-02"]), DayOrder::DayFirst);
        assert_eq!(order_of(["3/4/2026", "6/25/26", ""]), DayOrder::MonthFirst);
        assert_eq!(order_of(["6/25/26", "25/6/26"]), DayOrder::Unknown);
        assert_eq!(order_of(["3.4.2026"]), DayOrder::DayFirst);
        assert!(is_either("3/4/2026") && !is_either("3/3/2026") && !is_either("13/4/2026") && !is_either("2026-03-04"));
    }
}
