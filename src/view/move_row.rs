//! One thing to do, with what can be done about it.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::{Card, Voice, Word};
use crate::domain::{FollowUp, FollowUpKey, Outlook, RuleId};

/// A follow-up's key as the screen names it.
pub fn row_key(key: &FollowUpKey) -> String {
    let person = key.person.as_ref().map_or("", |person| person.as_str());
    format!(
        "{} {} {} {} {person}",
        key.application, key.rule as u8, key.event, key.nth
    )
}

impl Voice<'_> {
    /// The row of something to do.
    pub fn move_row(&self, outlook: &Outlook, follow_up: &FollowUp) -> Card {
        let (when, tone) = self.when(follow_up);
        let asks_user = follow_up.rule() == RuleId::R10;
        let tomorrow = plus(self.today.0, 1);
        Card::new("move-row", row_key(&follow_up.key))
            .text("heading", self.heading(follow_up))
            .toned("when", when, tone.name())
            .text("whom", self.whom(outlook, follow_up))
            .text("because", self.because(follow_up))
            .part("sent", !asks_user)
            .part("close", asks_user)
            .field("to", tomorrow.to_string())
            .list("days", self.later_days())
    }

    /// The days that one would put it off to: tomorrow, in two days, next week.
    fn later_days(&self) -> Vec<Card> {
        let today = self.today.0;
        let to_monday = 7 - u64::from(today.weekday().num_days_from_monday());
        let days = [
            (Word::TomorrowLabel, plus(today, 1)),
            (Word::InTwoDays, plus(today, 2)),
            (Word::NextWeek, plus(today, to_monday)),
            (Word::InTwoWeeks, plus(today, to_monday + 7)),
        ];
        let weekend = |day: &NaiveDate| matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        let mut shown: Vec<NaiveDate> = Vec::new();
        let mut cards = Vec::new();
        for (word, day) in days {
            if weekend(&day) || shown.contains(&day) {
                continue;
            }
            shown.push(day);
            cards.push(
                Card::new("later-day", day.to_string())
                    .text("name", self.words.text(word))
                    .text("day", self.date(day)),
            );
        }
        cards
    }
}

fn plus(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}
