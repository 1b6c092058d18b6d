//! After a save: what was kept, and what comes next.

use super::because::base;
use super::follow_up::{is_call, recipient};
use super::timeline::{corrected, kind};
use super::voice::{joined, lowered, sentence};
use super::{Voice, Word};
use crate::domain::{
    Application, Correction, Event, FollowUp, Hold, Line, Outlook, RuleId, SameDayRank, Trigger, WaitReason, What,
};

impl Voice<'_> {
    /// What a save came to: "Saved. You applied on Mon 2 Nov.", "Saved. They replied. They will decide by Fri 13 Nov."; and what may be a slip in it.
    pub fn kept(&self, events: &[Event], application: &Application) -> String {
        let said = [self.came_of_saving(events, application), self.slip(events, application)];
        joined(said, " ")
    }

    fn came_of_saving(&self, events: &[Event], application: &Application) -> String {
        let promise = events.iter().rfind(|event| matches!(event.what, What::Promised(_)));
        let Some(event) = telling(events) else {
            return String::new();
        };
        let what = self.came_to(event, events, application);
        let said = match &event.what {
            What::Captured { .. } if application.is_first_kept(event.id) => return self.text(Word::KeptForLater),
            What::Captured { .. } => return sentence(&what),
            What::Erased {} => return self.text(Word::Erased),
            What::Corrected(Correction::EventDay { on, .. }) => {
                return self.say(Word::DayIsNow, &[("date", &self.date(*on))]);
            }
            What::Corrected(_) => return sentence(&what),
            What::Skipped { follow_up } => {
                return self.say(Word::Skipped, &[("follow_up", self.words.text(kind(follow_up.rule)))]);
            }
            What::Applied { cv } => {
                let word = if cv.is_some() {
                    Word::WhatOn
                } else {
                    Word::ClauseApplied
                };
                self.say(word, &[("what", &what), ("on", &self.on_date(event.on))])
            }
            // Steering says itself what it did.
            kind if kind.same_day_rank() == SameDayRank::Steered && !matches!(kind, What::Noted { .. }) => {
                return sentence(&what);
            }
            _ => what,
        };
        let promise = promise
            .filter(|promise| promise.id != event.id)
            .map(|promise| sentence(&self.event(promise, application)));
        let done = self.text(Word::Kept);
        joined([Some(done), Some(sentence(&said)), promise].into_iter().flatten(), " ")
    }

    /// "Gardener · Northwind: If you hear nothing, …": which application something is said of.
    pub fn of(&self, application: &Application, said: &str) -> String {
        let which = self.named(Some(application));
        joined(
            [which.as_str(), said]
                .into_iter()
                .filter(|part| !part.is_empty())
                .map(str::to_owned),
            ": ",
        )
    }

    /// What the event among `events` that says most came to. "You corrected: Title, Company" is all that one command put right.
    fn came_to(&self, telling: &Event, events: &[Event], application: &Application) -> String {
        match telling.what {
            What::Corrected(Correction::EventDay { .. }) => self.event(telling, application),
            What::Corrected(_) => {
                let fields = events.iter().filter_map(|event| match &event.what {
                    What::Corrected(correction) => Some(self.text(corrected(correction))),
                    _ => None,
                });
                let fields = joined(fields, self.words.text(Word::ListComma));
                self.say(Word::EventCorrected, &[("field", &fields)])
            }
            _ => self.event(telling, application),
        }
    }

    /// What undoing came to: "Undone: You asked where things stand." `events` are those that were taken back, `application` as it stood
    /// before that.
    pub fn undone(&self, events: &[Event], application: &Application) -> String {
        match telling(events) {
            Some(event) if !matches!(event.what, What::Voided { .. }) => {
                let what = self.came_to(event, events, application);
                sentence(&self.say(Word::Undone, &[("what", &what)]))
            }
            _ => self.text(Word::DoneAgain),
        }
    }

    /// What will be reminded, when and why: "If you hear nothing, a check-in is due on Wed 11 Nov: seven business days after you
    /// applied." Where nothing will be, why not; `ahead` as in [`Voice::waiting`].
    pub fn next(&self, outlook: &Outlook, ahead: Option<&Line>) -> String {
        let today = self.today.0;
        let now: Vec<&FollowUp> = outlook
            .follow_ups
            .iter()
            .filter(|follow_up| follow_up.is_due(today))
            .collect();
        let coming = outlook.follow_ups.iter().filter(|follow_up| follow_up.due > today);
        let (questions, coming): (Vec<&FollowUp>, Vec<&FollowUp>) =
            coming.partition(|follow_up| is_question(follow_up));
        // What they said can be asked once it is over.
        let booked = questions.iter().filter(|follow_up| follow_up.rule() == RuleId::R0a);
        let booked = booked.map(|follow_up| sentence(&self.clause(&follow_up.reason.trigger)));
        // A thank-you settles nothing, nor does what they said: what else is due or waited for is told as well.
        let (thanks, others): (Vec<&FollowUp>, Vec<&FollowUp>) =
            coming.into_iter().partition(|follow_up| is_thank_you(follow_up));
        let thanks = self.thanks_later(&thanks);
        let settled = now
            .iter()
            .any(|follow_up| !is_thank_you(follow_up) && !is_question(follow_up));
        let other = others
            .first()
            .filter(|_| !settled)
            .map(|follow_up| self.due_later(follow_up));
        let waiting = || {
            let wait = outlook.wait.as_ref().filter(|_| !settled)?;
            let idle = wait.reason == WaitReason::Nothing && (thanks.is_some() || !now.is_empty());
            (!idle).then(|| self.waiting(wait, ahead))
        };
        let other = other.or_else(waiting);
        let ahead = booked.chain(thanks).chain(other);
        joined(self.due_now(&now).into_iter().chain(ahead), " ")
    }

    fn thanks_later(&self, coming: &[&FollowUp]) -> Option<String> {
        let first = coming.first()?;
        let on = self.on_date(first.due);
        // Several are named where they are due.
        let person = recipient(first).filter(|_| coming.len() == 1);
        Some(match person {
            Some(person) => self.say(Word::NextThankYouTo, &[("on", &on), ("person", person.as_str())]),
            None => self.say(Word::NextThankYou, &[("on", &on)]),
        })
    }

    /// "It is your move now: ask where things stand. You applied on Mon 2 Nov; eight business days have passed."
    fn due_now(&self, due: &[&FollowUp]) -> Option<String> {
        let heading = |follow_up: &&FollowUp| match follow_up.rule() {
            RuleId::R10 => self.text(Word::DecideWhetherOver),
            _ => lowered(&self.heading(follow_up)),
        };
        let headings: Vec<String> = due.iter().map(heading).collect();
        let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
        let now = sentence(&self.say(Word::YourMoveNow, &[("what", &self.list(&headings))]));
        // Why one thanks goes without saying, as does why one writes down what they said; and one reason is given once.
        let says_why = |(index, follow_up): &(usize, &&FollowUp)| {
            let trigger = &follow_up.reason.trigger;
            let mut before = due.iter().take(*index);
            !is_thank_you(follow_up)
                && follow_up.rule() != RuleId::R0b
                && !before.any(|other| other.reason.trigger == *trigger)
        };
        let causes = due.iter().enumerate().filter(says_why);
        let causes = causes.map(|(_, follow_up)| self.cause(follow_up));
        (!due.is_empty()).then(|| joined(std::iter::once(now).chain(causes), " "))
    }

    fn due_later(&self, follow_up: &FollowUp) -> String {
        let on = self.on_date(follow_up.due);
        match follow_up.rule() {
            RuleId::R10 => self.say(Word::NextQuestion, &[("on", &on)]),
            _ if is_call(follow_up) => match recipient(follow_up) {
                Some(person) => self.say(Word::NextCallWith, &[("on", &on), ("person", person.as_str())]),
                None => self.say(Word::NextCall, &[("on", &on)]),
            },
            rule if rule.is_check_in() => self.next_check_in(follow_up, &on),
            _ => self.say(
                Word::NextMove,
                &[("on", &on), ("what", &lowered(&self.heading(follow_up)))],
            ),
        }
    }

    fn next_check_in(&self, follow_up: &FollowUp, on: &str) -> String {
        let reason = &follow_up.reason;
        let days = self.business_days(base(&reason.trigger), reason.own_date);
        // What moved it by days of its own says when it is due, and its rule does not.
        let is_moved = reason.holds.iter().any(|hold| *hold != Hold::SoftWeekday);
        let due = if days == 0 || is_moved {
            self.say(Word::NextCheckIn, &[("on", on)])
        } else {
            let days = self
                .words
                .count_in_words(days, Word::BusinessDaysOne, Word::BusinessDaysOther);
            let after = self.words.text(after(&reason.trigger));
            let values = [("on", on), ("days", days.as_str()), ("after", after)];
            self.say(Word::NextCheckInAfter, &values)
        };
        joined([due, self.holds(reason)], " ")
    }
}

/// Of several events that were written at once, the last that is no correction, no date that was named and no note says most.
fn telling(events: &[Event]) -> Option<&Event> {
    let tells = |event: &&Event| {
        !matches!(
            event.what,
            What::Corrected(_)
                | What::Promised(_)
                | What::Preferred { .. }
                | What::Noted { .. }
                | What::Remembered { .. }
        )
    };
    let promise = || events.iter().rfind(|event| matches!(event.what, What::Promised(_)));
    events.iter().rfind(tells).or_else(promise).or(events.last())
}

/// Whether it is about what to ask at the end of an interview, or what was answered.
const fn is_question(follow_up: &FollowUp) -> bool {
    matches!(follow_up.rule(), RuleId::R0a | RuleId::R0b)
}

fn is_thank_you(follow_up: &FollowUp) -> bool {
    follow_up.rule() == RuleId::R2
}

/// What a rule counts from, as the end of "… business days after".
fn after(trigger: &Trigger) -> Word {
    match trigger {
        Trigger::Applied { on, closes } if closes.is_some_and(|closes| closes > *on) => Word::AfterClosing,
        Trigger::Applied { .. } => Word::AfterApplying,
        Trigger::Interviewed { .. } => Word::AfterInterview,
        Trigger::Heard { .. } => Word::AfterHeard,
        Trigger::Promised { .. } => Word::AfterPromise,
        Trigger::CheckedIn { .. } => Word::AfterCheckIn,
        Trigger::Offered { .. } => Word::AfterOffer,
        Trigger::Missed { .. } => Word::AfterMissed,
        _ => Word::AfterSilence,
    }
}
