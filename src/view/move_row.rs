//! One thing to do, with what can be done about it.

use chrono::{Datelike, Days, NaiveDate};

use super::answers::asks_what_they_said;
use super::follow_up::{appointment, is_call, recipient};
use super::voice::joined;
use super::{Card, Voice, Word};
use crate::domain::{ANSWER, FollowUp, FollowUpKey, Occasion, Outlook, RuleId, SafeLink, Stage, same_recipient};

/// A follow-up's key as the screen names it.
pub fn row_key(key: &FollowUpKey) -> String {
    let person = key.person.as_ref().map_or("", |person| person.as_str());
    format!(
        "{} {} {} {} {person}",
        key.application, key.rule as u8, key.event, key.nth
    )
}

/// What the button is called that says that it was done; `None` where another button of the row says so.
fn done(follow_up: &FollowUp) -> Option<Word> {
    Some(match follow_up.rule() {
        RuleId::R0b | RuleId::R10 => return None,
        RuleId::R0a => Word::ItTookPlace,
        RuleId::R14 if follow_up.key.nth == ANSWER => return None,
        RuleId::R1 => Word::IReplied,
        RuleId::R17 => Word::IApplied,
        RuleId::R18 => Word::Done,
        _ if is_call(follow_up) => Word::ICalled,
        _ => Word::Sent,
    })
}

impl Voice<'_> {
    /// The row of something to do.
    pub fn move_row(&self, outlook: &Outlook, follow_up: &FollowUp) -> Card {
        let (when, tone) = self.when(follow_up);
        let rule = follow_up.rule();
        let today = self.today.0;
        let is_due = follow_up.is_due(today);
        // Before an interview there is nothing to thank or to ask for.
        let can_be_done = !follow_up.is_before_its_interview(today);
        // What is not due yet is put off from the day on which it will be.
        let from = follow_up.due.max(today);
        let last = follow_up.last_day();
        let next = self.calendar.after(from, 1);
        let next = last.map_or(next, |last| next.min(last));
        let can_wait = follow_up.can_wait(today);
        let write = if asks_what_they_said(follow_up) && is_due {
            self.words.text(Word::NoteIt)
        } else if can_be_done && Occasion::of(follow_up).is_some() {
            self.words.text(Word::WriteIt)
        } else {
            ""
        };
        let call = appointment(follow_up).and_then(|at| at.link.as_ref());
        let row = Card::new("move-row", row_key(&follow_up.key))
            .text("heading", self.heading(follow_up))
            .toned("when", when, tone.name())
            .text("whom", self.whom(outlook, follow_up))
            .link("call", call.map_or("", SafeLink::host), call.cloned())
            .text(
                "because",
                joined([self.because(follow_up), self.beside(outlook, follow_up)], " "),
            )
            .text("write", write)
            .part("close", matches!(rule, RuleId::R10 | RuleId::R17))
            .part("offer", rule == RuleId::R14 && follow_up.key.nth == ANSWER)
            .part("later", can_wait)
            // It has its place beside the days to put it off to.
            .part("retire_alone", !can_wait && !matches!(outlook.stage, Stage::Ended(_)))
            // Only who asks where things stand is moved on by the weekday.
            .part("exactly", rule.is_check_in())
            // What has ended reminds of no more than a last word.
            .part("retire", !matches!(outlook.stage, Stage::Ended(_)))
            .field("to", next.to_string())
            .list("days", self.later_days(rule, from, last));
        if is_due { row } else { row.mark("ahead", "yes") }
    }

    /// That one note can do both, where the same person is to be thanked as well.
    fn beside(&self, outlook: &Outlook, follow_up: &FollowUp) -> String {
        let today = self.today.0;
        let mut thanks = outlook.follow_ups.iter().filter(|other| other.rule() == RuleId::R2);
        let is_same = |thanks: &FollowUp| same_recipient(recipient(thanks), recipient(follow_up));
        let is_owed = thanks.any(|thanks| thanks.is_due(today) && is_same(thanks));
        if is_owed && follow_up.rule().is_check_in() && follow_up.is_due(today) {
            self.text(Word::ThanksAsWell)
        } else {
            String::new()
        }
    }

    /// What the button of the row is called that says that it was done; empty where there is none.
    pub(super) fn done(&self, follow_up: &FollowUp) -> &'static str {
        let done = done(follow_up).filter(|_| !follow_up.is_before_its_interview(self.today.0));
        done.map_or("", |word| self.words.text(word))
    }

    /// The days that one would put off several things to, whichever they are: those on which any of them would be sent.
    pub(super) fn days_ahead(&self) -> Vec<Card> {
        self.later_days(RuleId::R7, self.today.0, None)
    }

    /// The days that one would put it off to: tomorrow, in two days, next week; none on which it would not be sent, none up to the day `from` on
    /// which it comes anyway, nor one after the last.
    fn later_days(&self, rule: RuleId, from: NaiveDate, last: Option<NaiveDate>) -> Vec<Card> {
        let today = self.today.0;
        let to_monday = 7 - u64::from(today.weekday().num_days_from_monday());
        let fits = |day: NaiveDate| match rule {
            // A thank-you is as welcome on a Saturday.
            RuleId::R2 => day,
            _ if rule.is_check_in() => self.calendar.for_check_in(day),
            _ => self.calendar.on_or_after(day),
        };
        let exactly = |days| Some(plus(today, days)).filter(|day| fits(*day) == *day);
        let in_the_week = |days| {
            let (monday, day) = (plus(today, days), fits(plus(today, days)));
            (day < plus(monday, 7)).then_some(day)
        };
        let days = [
            (Word::TomorrowLabel, exactly(1)),
            (Word::InTwoDays, exactly(2)),
            (Word::NextWeek, in_the_week(to_monday)),
            (Word::WeekAfterNext, in_the_week(to_monday + 7)),
        ];
        let mut cards: Vec<Card> = Vec::new();
        for (word, day) in days {
            let Some(day) = day.filter(|day| *day > from && last.is_none_or(|last| *day <= last)) else {
                continue;
            };
            let key = day.to_string();
            if cards.iter().all(|card| card.key != key) {
                let card = Card::new("later-day", key).text("name", self.words.text(word));
                cards.push(card.text("day", self.date(day)));
            }
        }
        cards
    }
}

fn plus(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}
