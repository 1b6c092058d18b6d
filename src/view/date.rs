//! Days, as a person names them.

use chrono::{Datelike, Month, NaiveDate, Weekday};

use super::{Voice, Word};

impl Voice<'_> {
    /// "Thu 17 Dec", with the year where it is not this one.
    pub fn date(&self, date: NaiveDate) -> String {
        let weekday = self.words.text(short_weekday(date.weekday()));
        let month = u8::try_from(date.month())
            .ok()
            .and_then(|month| Month::try_from(month).ok());
        let month = month.map_or("", |month| self.words.text(short_month(month)));
        let day = date.day().to_string();
        let mut values = vec![("weekday", weekday), ("day", day.as_str()), ("month", month)];
        if date.year() == self.today.0.year() {
            return self.say(Word::Date, &values);
        }
        let year = date.year().to_string();
        values.push(("year", year.as_str()));
        self.say(Word::DateWithYear, &values)
    }

    /// "today", "tomorrow", "yesterday", or the date.
    pub fn near_date(&self, date: NaiveDate) -> String {
        self.nearby(date)
            .map_or_else(|| self.date(date), |word| self.text(word))
    }

    /// "yesterday", "Mon" for a day of the last week, or the date.
    pub(super) fn past_date(&self, date: NaiveDate) -> String {
        match self.today.0.signed_duration_since(date).num_days() {
            2..7 => self.text(short_weekday(date.weekday())),
            _ => self.near_date(date),
        }
    }

    /// "today", "tomorrow", "yesterday", or "on Thu 17 Dec".
    pub fn on_date(&self, date: NaiveDate) -> String {
        self.nearby(date).map_or_else(
            || self.say(Word::OnDate, &[("date", &self.date(date))]),
            |word| self.text(word),
        )
    }

    fn nearby(&self, date: NaiveDate) -> Option<Word> {
        match date.signed_duration_since(self.today.0).num_days() {
            -1 => Some(Word::Yesterday),
            0 => Some(Word::Today),
            1 => Some(Word::Tomorrow),
            _ => None,
        }
    }
}

fn short_weekday(weekday: Weekday) -> Word {
    match weekday {
        Weekday::Mon => Word::Mon,
        Weekday::Tue => Word::Tue,
        Weekday::Wed => Word::Wed,
        Weekday::Thu => Word::Thu,
        Weekday::Fri => Word::Fri,
        Weekday::Sat => Word::Sat,
        Weekday::Sun => Word::Sun,
    }
}

pub(super) fn weekday(weekday: Weekday) -> Word {
    match weekday {
        Weekday::Mon => Word::Monday,
        Weekday::Tue => Word::Tuesday,
        Weekday::Wed => Word::Wednesday,
        Weekday::Thu => Word::Thursday,
        Weekday::Fri => Word::Friday,
        Weekday::Sat => Word::Saturday,
        Weekday::Sun => Word::Sunday,
    }
}

fn short_month(month: Month) -> Word {
    match month {
        Month::January => Word::Jan,
        Month::February => Word::Feb,
        Month::March => Word::Mar,
        Month::April => Word::Apr,
        Month::May => Word::May,
        Month::June => Word::Jun,
        Month::July => Word::Jul,
        Month::August => Word::Aug,
        Month::September => Word::Sep,
        Month::October => Word::Oct,
        Month::November => Word::Nov,
        Month::December => Word::Dec,
    }
}
