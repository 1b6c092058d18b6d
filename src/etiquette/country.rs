//! The public holidays of some countries, ready to be taken over. Only what holds in all of a country: what a region has besides, whoever
//! lives there knows, and can add.

use super::{Holiday, Holidays};
use crate::domain::{Line, day};

/// Made by `tools/countries.py`. Six kilobytes within the core, two packed: less than a way to load it later would weigh.
const TABLE: &str = include_str!("countries.txt");

/// The codes of the countries (ISO 3166), in their order.
pub fn countries() -> impl Iterator<Item = &'static str> {
    TABLE.lines().filter(|line| is_code(line))
}

/// A country's holidays from Monday to Friday, for the years that are known; none for a country that is not.
pub fn national(country: &str) -> Vec<Holiday> {
    let lines = TABLE.lines().skip_while(|line| *line != country).skip(1);
    let own = lines.take_while(|line| !is_code(line));
    own.flat_map(named_days).collect()
}

/// The countries all of whose holidays are among `holidays`, in their order.
pub fn observed(holidays: &Holidays) -> impl Iterator<Item = &'static str> {
    let has_all = |days: &[Holiday]| days.iter().all(|holiday| holidays.contains(holiday.on));
    countries().filter(move |country| has_all(&national(country)))
}

/// `holidays` without those of a country. What it has in common with another that is observed stays, by the name that it has there, and
/// so does what the user has given another name.
pub fn without(holidays: &Holidays, country: &str) -> Holidays {
    let own = national(country);
    let others = observed(holidays).filter(|other| *other != country);
    let left = holidays.iter().filter(|holiday| !own.contains(holiday)).cloned();
    // They are no more than before.
    Holidays::new(left.chain(others.flat_map(national))).unwrap_or_default()
}

fn is_code(line: &str) -> bool {
    line.len() == 2
}

/// `260101 270101 New Year's Day`.
fn named_days(line: &str) -> Vec<Holiday> {
    let mut rest = line;
    let mut days = Vec::new();
    while let Some((word, after)) = rest.split_once(' ')
        && let Some((on, "")) = word.split_at_checked(6)
        && let Some(on) = short_date(on)
    {
        days.push(on);
        rest = after;
    }
    let name = Line::new(rest);
    let named = |on| Holiday { on, name: name.clone() };
    days.into_iter().map(named).collect()
}

/// `260101`.
fn short_date(text: &str) -> Option<chrono::NaiveDate> {
    let (year, rest) = text.split_at_checked(2)?;
    let (month, of_month) = rest.split_at_checked(2)?;
    day::date(&format!("20{year}-{month}-{of_month}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Datelike, Weekday};

    #[track_caller]
    fn check(country: &str, holiday: &str) {
        let days: Vec<String> = national(country).iter().map(Holiday::to_string).collect();
        assert!(days.contains(&holiday.to_owned()), "{days:#?}");
    }

    #[test]
    fn holidays_are_found_by_their_country() {
        check("DE", "2028-10-03 Tag der Deutschen Einheit");
        check("AT", "2026-01-06 Heilige Drei Könige");
        check("CH", "2028-08-01 Nationalfeiertag");
        check("US", "2026-11-26 Thanksgiving Day");
        check("GB", "2026-12-28 Boxing Day (observed)");
        check("FR", "2027-07-14 Fête nationale");
        check("NL", "2026-04-27 Koningsdag");
        check("ES", "2026-10-12 Fiesta Nacional de España");
        check("IT", "2026-06-02 Festa della Repubblica");
        check("PL", "2026-06-04 Dzień Bożego Ciała");
        check("CA", "2026-07-01 Canada Day");
        check("IN", "2028-08-15 Independence Day");
        assert_eq!(national("XX"), []);
        assert_eq!(national(""), []);
    }

    #[track_caller]
    fn check_observed(holidays: &Holidays, expected: &[&str]) {
        assert_eq!(observed(holidays).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_country_is_observed_while_all_its_days_are_there() {
        let none = Holidays::default();
        check_observed(&none, &[]);
        let both = none
            .with(national("AT"))
            .and_then(|some| some.with(national("DE")))
            .unwrap();
        check_observed(&both, &["AT", "DE"]);
        let own = Holidays::new(
            ["2026-01-01 Back home", "2026-12-24"]
                .into_iter()
                .filter_map(Holiday::read),
        )
        .unwrap();
        let all = own.with(both.iter().cloned()).unwrap();
        // What both have stays for the one that is left, and the user's own days in any case.
        check_observed(&without(&all, "AT"), &["DE"]);
        assert_eq!(without(&without(&all, "AT"), "DE"), own);
        assert_eq!(without(&own, "PL"), own);
        let fewer = Holidays::new(both.iter().skip(1).cloned()).unwrap();
        check_observed(&fewer, &[]);
    }

    #[test]
    fn the_whole_table_is_understood() {
        let lines = TABLE.lines().filter(|line| !line.starts_with('#') && !is_code(line));
        let written: usize = lines
            .map(|line| line.split(' ').filter(|word| short_date(word).is_some()).count())
            .sum();
        let all: Vec<Holiday> = countries().flat_map(national).collect();
        assert_eq!(all.len(), written);
        assert_eq!(countries().count(), 12);
        for holiday in &all {
            assert!((2026..=2030).contains(&holiday.on.year()), "{holiday}");
            assert!(
                !matches!(holiday.on.weekday(), Weekday::Sat | Weekday::Sun),
                "{holiday}"
            );
            assert!(
                holiday.name.as_ref().is_some_and(|name| name.as_str().len() > 3),
                "{holiday}"
            );
        }
        for country in countries() {
            let days = national(country);
            // Each year has some, and no day stands there twice.
            for year in 2026..=2030 {
                assert!(
                    days.iter().filter(|holiday| holiday.on.year() == year).count() >= 2,
                    "{country} {year}"
                );
            }
            assert_eq!(
                Holidays::new(days.clone()).map(|once| once.iter().count()),
                Ok(days.len())
            );
        }
        // All countries together are not too many.
        assert!(Holidays::new(all).is_ok());
    }
}
