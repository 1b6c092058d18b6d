//! Days, as a person names them.

use chrono::{Datelike, Month, NaiveDate, Weekday};

use super::{Voice, Word};

/// In days: a day of the week and a day of the year name one day for longer than that.
const HALF_A_YEAR: i64 = 182;

impl Voice<'_> {
    /// "Thu 17 Dec", with the year where it is not this one.
    pub fn date(&self, date: NaiveDate) -> String {
        let word = match date.year() == self.today.0.year() {
            true => Word::Date,
            false => Word::DateWithYear,
        };
        self.date_in(word, date)
    }

    /// A date in a column, where it has little room: "Thu 17 Dec" within half a year, whose day of the week says of which year it is; "17 Dec 2024"
    /// beyond that.
    pub(super) fn column_date(&self, date: NaiveDate) -> String {
        if date.signed_duration_since(self.today.0).num_days().abs() > HALF_A_YEAR {
            let day = self.day_of_year((date.month(), date.day()));
            return self.say(Word::DayWithYear, &[("day", &day), ("year", &date.year().to_string())]);
        }
        self.date_in(Word::Date, date)
    }

    fn date_in(&self, word: Word, date: NaiveDate) -> String {
        let weekday = self.words.text(short_weekday(date.weekday()));
        let month = month_name(date).map_or("", |month| self.words.text(month));
        let (day, year) = (date.day().to_string(), date.year().to_string());
        let values = [("weekday", weekday), ("day", &day), ("month", month), ("year", &year)];
        self.say(word, &values)
    }

    /// "17 Dec", of any year.
    pub(super) fn day_of_year(&self, (month, day): (u32, u32)) -> String {
        let month = u8::try_from(month).ok().and_then(|month| Month::try_from(month).ok());
        let month = month.map_or("", |month| self.words.text(short_month(month)));
        self.say(Word::DayOfYear, &[("day", &day.to_string()), ("month", month)])
    }

    /// "Thursday 17 December".
    pub(super) fn long_date(&self, date: NaiveDate) -> String {
        let weekday = self.words.text(weekday(date.weekday()));
        let month = month(date).map_or("", |month| self.words.text(long_month(month)));
        let values = [("weekday", weekday), ("day", &date.day().to_string()), ("month", month)];
        self.say(Word::Date, &values)
    }

    /// "17 December", as one writes it to somebody: messages are about days of these weeks, whose year goes without saying.
    pub(super) fn written_date(&self, date: NaiveDate) -> String {
        let month = month(date).map_or("", |month| self.words.text(long_month(month)));
        self.say(Word::DateWritten, &[("day", &date.day().to_string()), ("month", month)])
    }

    /// "today", "tomorrow", "yesterday", or "on 17 December".
    pub(super) fn on_written_date(&self, date: NaiveDate) -> String {
        self.nearby(date).map_or_else(
            || self.say(Word::OnDate, &[("date", &self.written_date(date))]),
            |word| self.text(word),
        )
    }

    /// "today", "tomorrow", "yesterday", or "17 December".
    pub(super) fn near_written_date(&self, date: NaiveDate) -> String {
        self.nearby(date)
            .map_or_else(|| self.written_date(date), |word| self.text(word))
    }

    /// "today", "tomorrow", "yesterday", or the date.
    pub fn near_date(&self, date: NaiveDate) -> String {
        self.nearby(date)
            .map_or_else(|| self.date(date), |word| self.text(word))
    }

    /// "yesterday", "Mon" for a day of the last week, or the date as a column has it.
    pub(super) fn past_date(&self, date: NaiveDate) -> String {
        match self.today.0.signed_duration_since(date).num_days() {
            2..7 => self.text(short_weekday(date.weekday())),
            _ => self.near_column_date(date),
        }
    }

    /// "today", "tomorrow", "yesterday", or the date as a column has it.
    pub fn near_column_date(&self, date: NaiveDate) -> String {
        self.nearby(date)
            .map_or_else(|| self.column_date(date), |word| self.text(word))
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

/// "Dec".
pub(super) fn month_name(date: NaiveDate) -> Option<Word> {
    month(date).map(short_month)
}

fn month(date: NaiveDate) -> Option<Month> {
    Month::try_from(u8::try_from(date.month()).ok()?).ok()
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

fn long_month(month: Month) -> Word {
    match month {
        Month::January => Word::January,
        Month::February => Word::February,
        Month::March => Word::March,
        Month::April => Word::April,
        Month::May => Word::MayWritten,
        Month::June => Word::June,
        Month::July => Word::July,
        Month::August => Word::August,
        Month::September => Word::September,
        Month::October => Word::October,
        Month::November => Word::November,
        Month::December => Word::December,
    }
}
