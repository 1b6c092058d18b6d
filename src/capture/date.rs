//! Days as pages write them, year and all. Those that need a clock ("3 weeks ago", "12 March") are in `days_ago.rs`.

use chrono::NaiveDate;

use super::words::{Words, fold, words};

/// How to read 3/11/2010.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// As in the United States.
    MonthFirst,
    /// As almost everywhere else.
    DayFirst,
    /// Nobody can tell: read only where both ways agree or one is impossible.
    Unknown,
}

impl Order {
    /// The order that a page's language tag implies.
    pub(super) fn of_language(tag: &str) -> Self {
        let tag = tag.to_ascii_lowercase();
        match tag.split(['-', '_']).collect::<Vec<_>>().as_slice() {
            ["en", "us", ..] => Self::MonthFirst,
            [] | ["" | "en" | "dynamic"] => Self::Unknown,
            _ => Self::DayFirst,
        }
    }
}

/// Beginnings of month names in the languages of large boards.
const MONTHS: &[(&str, u32)] = &[
    ("marras", 11),
    ("jan", 1),
    ("sty", 1),
    ("tammi", 1),
    ("led", 1),
    ("ene", 1),
    ("gen", 1),
    ("feb", 2),
    ("fev", 2),
    ("fév", 2),
    ("úno", 2),
    ("mar", 3),
    ("mär", 3),
    ("már", 3),
    ("lut", 2),
    ("helmi", 2),
    ("bře", 3),
    ("maa", 3),
    ("apr", 4),
    ("ápr", 4),
    ("kwi", 4),
    ("huhti", 4),
    ("avr", 4),
    ("abr", 4),
    ("dub", 4),
    ("may", 5),
    ("mai", 5),
    ("maj", 5),
    ("máj", 5),
    ("touko", 5),
    ("kvě", 5),
    ("mag", 5),
    ("mei", 5),
    ("juil", 7),
    ("červenc", 7),
    ("jun", 6),
    ("jún", 6),
    ("cze", 6),
    ("kesä", 6),
    ("juin", 6),
    ("červn", 6),
    ("giu", 6),
    ("jul", 7),
    ("júl", 7),
    ("lip", 7),
    ("heinä", 7),
    ("lug", 7),
    ("aug", 8),
    ("sie", 8),
    ("elo", 8),
    ("aoû", 8),
    ("aou", 8),
    ("ago", 8),
    ("srp", 8),
    ("sep", 9),
    ("szept", 9),
    ("wrz", 9),
    ("syys", 9),
    ("zář", 9),
    ("set", 9),
    ("oct", 10),
    ("paź", 10),
    ("loka", 10),
    ("okt", 10),
    ("říj", 10),
    ("ott", 10),
    ("out", 10),
    ("nov", 11),
    ("lis", 11),
    ("dec", 12),
    ("gru", 12),
    ("joulu", 12),
    ("dez", 12),
    ("déc", 12),
    ("dic", 12),
    ("pro", 12),
];

/// Whole names of months: "marketing" begins like one.
const NAMES: Words = words!(
    "january|february|march|april|june|july|august|sept|september|october|november|december|januar|februar|märz|juni|\
     juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|\
     febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|\
     giugno|luglio|settembre|ottobre|dicembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|\
     dezembro|januari|februari|maart|augustus|ledna|února|března|dubna|května|června|července|srpna|října|listopadu|\
     prosince|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia|maj|\
     augusti|tammikuuta|helmikuuta|maaliskuuta|huhtikuuta|toukokuuta|kesäkuuta|heinäkuuta|elokuuta|syyskuuta|lokakuuta|\
     marraskuuta|joulukuuta",
);

/// Reads the first day in `text`. The civil day is the one written, whatever zone stands behind it.
pub fn read(text: &str, order: Order) -> Option<NaiveDate> {
    // In Chinese and Japanese the parts of a day have a name and no sign between.
    let text = fold(&text.replace(['年', '月', '日'], " "));
    let is_part = |token: &&str| !words!("de|del|di|of|the").contains(token);
    let tokens: Vec<&str> = text.split(' ').filter(is_part).take(16).collect();
    tokens
        .iter()
        .enumerate()
        .find_map(|(index, _)| at(tokens.get(index..)?, order))
}

/// Whether a day is one that a posting can mean.
pub(super) fn is_plausible(day: NaiveDate) -> bool {
    use chrono::Datelike;
    (1995..2100).contains(&day.year())
}

fn at(tokens: &[&str], order: Order) -> Option<NaiveDate> {
    let token = |index: usize| tokens.get(index).copied().unwrap_or_default();
    let (first, second, third) = (token(0), token(1), token(2));
    if first.len() == 8 && first.bytes().all(|byte| byte.is_ascii_digit()) {
        let digits: u32 = first.parse().ok()?;
        let year = i32::try_from(digits / 10_000).ok()?;
        return NaiveDate::from_ymd_opt(year, digits / 100 % 100, digits % 100).filter(|day| is_plausible(*day));
    }
    if let (Some(year), Some(month)) = (year(first), month_or_number(second)) {
        return NaiveDate::from_ymd_opt(year, month, day(third)?);
    }
    let year = year(third)?;
    match (month(first), month(second)) {
        (Some(month), None) => return NaiveDate::from_ymd_opt(year, month, day(second)?),
        (None, Some(month)) => return NaiveDate::from_ymd_opt(year, month, day(first)?),
        _ => {}
    }
    let (one, other) = (day(first)?, day(second)?);
    let month_first = NaiveDate::from_ymd_opt(year, one, other);
    let day_first = NaiveDate::from_ymd_opt(year, other, one);
    match (order, month_first, day_first) {
        (Order::MonthFirst, date @ Some(_), _) | (Order::DayFirst, _, date @ Some(_)) => date,
        (_, date @ Some(_), None) | (_, None, date @ Some(_)) => date,
        (Order::Unknown, Some(one), Some(other)) => (one == other).then_some(one),
        _ => None,
    }
}

fn year(token: &str) -> Option<i32> {
    let digits = token.get(..4)?;
    // "2020t1432": fold leaves no sign between day and time, but a year stands alone.
    (token.len() == 4).then(|| digits.parse().ok()).flatten()
}

fn day(token: &str) -> Option<u32> {
    // "20t20", "1st", "3rd", "1er": the digits in front count, if what follows is no digit.
    let end = token
        .find(|character: char| !character.is_ascii_digit())
        .unwrap_or(token.len());
    let number = token.get(..end).filter(|digits| (1..=2).contains(&digits.len()))?;
    number.parse().ok().filter(|day| (1..=31).contains(day))
}

/// A month by its whole name or its usual short form, and a day of it.
pub(super) fn month_and_day(name: &str, number: &str) -> Option<(u32, u32)> {
    let is_whole = name.chars().count() <= 3 || NAMES.contains(name);
    month(name).filter(|_| is_whole).zip(day(number))
}

fn month(token: &str) -> Option<u32> {
    MONTHS
        .iter()
        .find(|(start, _)| token.starts_with(start))
        .map(|(_, month)| *month)
}

fn month_or_number(token: &str) -> Option<u32> {
    month(token).or_else(|| day(token).filter(|month| *month <= 12))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        check_in("", text, expected);
    }

    #[track_caller]
    fn check_in(language: &str, text: &str, expected: &str) {
        let day = read(text, Order::of_language(language));
        assert_eq!(day.map(|day| day.to_string()).unwrap_or_default(), expected, "{text}");
    }

    #[test]
    fn machine_formats() {
        check("2026-11-09", "2026-11-09");
        check("2020-10-20 20:28:32 UTC", "2020-10-20");
        check("2026-08-06T07:39:35.941Z", "2026-08-06");
        check("2021-02-03T00:00:00.000000", "2021-02-03");
        check("2026-07-10T00:00:00+0530", "2026-07-10");
        check("2020-11-25T23:01:35-08:00", "2020-11-25");
        check("20261109", "2026-11-09");
        check("1970-01-01T00:00:00.000Z", "1970-01-01");
    }

    #[test]
    fn human_formats() {
        check("Posted on October 20, 2020", "2020-10-20");
        check("20 Oct 2020", "2020-10-20");
        check("1st March 2026", "2026-03-01");
        check("4. Dezember 2026", "2026-12-04");
        check("7. července 2026", "2026-07-07");
        check("le 3 août 2026", "2026-08-03");
        check("31.12.2026", "2026-12-31");
        check("4/27/2010", "2010-04-27");
        check("27/4/2010", "2010-04-27");
        check("5/5/2026", "2026-05-05");
        check("20 de diciembre de 2026", "2026-12-20");
        check("18 gru 2026", "2026-12-18");
        check("2 listopada 2026", "2026-11-02");
        check("1. marraskuuta 2026", "2026-11-01");
        check("2026年11月10日", "2026-11-10");
        check("11:55 pm on Sunday 13th of December 2026", "2026-12-13");
    }

    #[test]
    fn two_ways_to_read_are_told_apart_by_language_alone() {
        check_in("en-US", "3/11/2010", "2010-03-11");
        check_in("en-GB", "3/11/2010", "2010-11-03");
        check_in("cs", "3.11.2010", "2010-11-03");
        check_in("en", "3/11/2010", "");
    }

    #[test]
    fn no_day_is_no_day() {
        check("3 weeks ago", "");
        check("Posted today", "");
        check("2026-13-45", "");
        check("99/99/2020", "");
        check("", "");
    }
}
