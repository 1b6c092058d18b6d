//! Days off: those of a country, typed ones, and those of a calendar file.

use crate::domain::order::sort_by_key;
use crate::etiquette::{Holiday, Holidays, countries, observed};
use crate::view::voice::joined;
use crate::view::{Card, Field, Voice, Word};

/// What a calendar file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FoundDays {
    /// The days off.
    pub days: Holidays,
    /// How many of its entries could not be understood.
    pub passed_over: usize,
    /// How many are of hours, and no days off.
    pub appointments: usize,
}

impl Voice<'_> {
    pub(super) fn with_days_off(&self, card: Card, days: &Holidays, found: Option<&FoundDays>) -> Card {
        let chosen: Vec<&str> = observed(days).collect();
        let country = |code| {
            let field = if chosen.contains(&code) {
                Field::of("country", code)
            } else {
                Field::none("country")
            };
            Card {
                fields: vec![field],
                ..Card::new("country-choice", code).text("name", self.country(code))
            }
        };
        let rows: Vec<Card> = days
            .iter()
            .map(|holiday| self.day_off("day-off-row", holiday))
            .collect();
        let count = self.words.count(rows.len(), Word::DaysOffOne, Word::DaysOffOther);
        let found = found.map(|found| self.found_days(found, days));
        let mut known: Vec<&str> = countries().collect();
        sort_by_key(&mut known, |code| self.place_of_country(code));
        let countries = known.into_iter().map(country).collect();
        let countries = Card::new("countries-form", "countries").list("countries", countries);
        card.list("countries_form", vec![countries])
            .list(
                "days_off_form",
                vec![Card {
                    fields: vec![Field::of("days", "")],
                    ..Card::new("days-off-form", "days_off")
                }],
            )
            .list("file_form", vec![Card::new("file-form", "file")])
            .list("found", found.into_iter().collect())
            .part("days_off", !rows.is_empty())
            .text("days_off_count", count)
            .list("days_off", rows)
    }

    fn day_off(&self, template: &'static str, holiday: &Holiday) -> Card {
        let name = holiday.name.as_ref().map_or("", |name| name.as_str());
        Card::new(template, holiday.on.to_string())
            .text("day", self.date(holiday.on))
            .text("name", name)
    }

    /// What a calendar file says, before any of it is kept.
    fn found_days(&self, found: &FoundDays, kept: &Holidays) -> Card {
        let FoundDays {
            days,
            passed_over,
            appointments,
        } = found;
        let all = days.as_slice().len();
        let new = days.iter().filter(|holiday| !kept.contains(holiday.on)).count();
        let count = self.words.count(all, Word::DaysOffOne, Word::DaysOffOther);
        let found = match new {
            _ if all == 0 => self.text(Word::FileHasNone),
            0 => self.say(Word::FileHasOld, &[("days", &count)]),
            new if new == all => self.words.count(new, Word::FileHasNewOne, Word::FileHasNewOther),
            new => self.say(Word::FileHas, &[("days", &count), ("new", &self.words.number(new))]),
        };
        let left_out = |count, one, other| match count {
            0 => String::new(),
            count => self.words.count(count, one, other),
        };
        let appointments = left_out(*appointments, Word::AppointmentsOne, Word::AppointmentsOther);
        let missed = left_out(*passed_over, Word::PassedOverOne, Word::PassedOverOther);
        let rows = days.iter().map(|holiday| self.day_off("found-day", holiday));
        Card::new("found-form", "found")
            .text("found", joined([found, appointments, missed], " "))
            .part("take", new > 0)
            .part("days", all > 0)
            .list("days", rows.collect())
    }

    /// What choosing countries comes to: "Public holidays added: Germany and Austria."
    pub fn countries_changed(&self, new: &[&str], gone: &[&str]) -> String {
        let said = |these: &[&str], word| {
            let names: Vec<&str> = countries()
                .filter(|code| these.contains(code))
                .map(|code| self.country(code))
                .collect();
            let said = (!names.is_empty()).then(|| self.say(word, &[("countries", &self.list(&names))]));
            said.unwrap_or_default()
        };
        joined([said(new, Word::HolidaysAdded), said(gone, Word::HolidaysRemoved)], " ")
    }

    /// What became of the days off.
    pub fn days_off_changed(&self, before: &Holidays, after: &Holidays) -> String {
        let missing = |these: &Holidays, those: &Holidays| {
            let missing = these.iter().filter(|holiday| !those.contains(holiday.on));
            missing.count()
        };
        let said = |count, word| {
            let days = self.words.count(count, Word::DaysOffOne, Word::DaysOffOther);
            let said = (count > 0).then(|| self.say(word, &[("what", &days)]));
            said.unwrap_or_default()
        };
        let (new, gone) = (missing(after, before), missing(before, after));
        let said = joined([said(new, Word::KeptSo), said(gone, Word::TakenOut)], " ");
        if said.is_empty() {
            return self.text(Word::DaysOffThere);
        }
        said
    }

    /// Its place in the order of the countries' names in the user's language.
    fn place_of_country(&self, code: &str) -> usize {
        let mut ordered = self.words.text(Word::CountriesInOrder).split(' ');
        ordered.position(|known| known == code).unwrap_or(usize::MAX)
    }

    fn country(&self, code: &'static str) -> &'static str {
        let word = match code {
            "AT" => Word::CountryAt,
            "CA" => Word::CountryCa,
            "CH" => Word::CountryCh,
            "DE" => Word::CountryDe,
            "ES" => Word::CountryEs,
            "FR" => Word::CountryFr,
            "GB" => Word::CountryGb,
            "IN" => Word::CountryIn,
            "IT" => Word::CountryIt,
            "NL" => Word::CountryNl,
            "PL" => Word::CountryPl,
            "US" => Word::CountryUs,
            _ => return code,
        };
        self.words.text(word)
    }
}
