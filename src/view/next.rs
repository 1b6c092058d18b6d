//! What comes next: after a save, at the foot of the popup, and on the badge.

use super::because::base;
use super::follow_up::{is_call, job, person};
use super::voice::{capitalised, joined, lowered, sentence};
use super::{Voice, Word};
use crate::domain::{Agenda, FollowUp, Line, Outlook, RuleId, Trigger, WaitReason};

/// Longest tooltip, in characters.
const TOOLTIP_LIMIT: usize = 300;

impl Voice<'_> {
    /// What will be reminded, when and why: "If you hear nothing, a check-in is due on Wed 11 Nov: seven business days after you
    /// applied." Where nothing will be, why not; `ahead` as in [`Voice::waiting`].
    pub fn next(&self, outlook: &Outlook, ahead: Option<&Line>) -> String {
        let today = self.today.0;
        let due = outlook.follow_ups.iter().find(|follow_up| follow_up.is_due(today));
        let now = due.map(|follow_up| self.due_now(follow_up));
        let coming = || outlook.follow_ups.iter().filter(|follow_up| follow_up.due > today);
        let thanks: Vec<&FollowUp> = coming().filter(|follow_up| is_thank_you(follow_up)).collect();
        // A thank-you settles nothing: what comes after it is told as well.
        let settled = due.is_some_and(|due| !is_thank_you(due));
        let other = coming().find(|follow_up| !settled && !is_thank_you(follow_up));
        let other = other.map(|follow_up| self.due_later(follow_up));
        let said = joined([now, self.thanks_later(&thanks), other].into_iter().flatten(), " ");
        if said.is_empty() {
            let wait = outlook.wait.as_ref().map(|wait| self.waiting(wait, ahead));
            return wait.unwrap_or_default();
        }
        said
    }

    fn thanks_later(&self, thanks: &[&FollowUp]) -> Option<String> {
        let first = thanks.first()?;
        let on = self.on_date(first.due);
        let person = person(first).filter(|_| thanks.len() == 1);
        Some(match person {
            Some(person) => self.say(Word::NextThankYouTo, &[("on", &on), ("person", person.as_str())]),
            None => self.say(Word::NextThankYou, &[("on", &on)]),
        })
    }

    /// "It is your move now: ask where things stand. You applied on Mon 2 Nov; eight business days have passed."
    fn due_now(&self, follow_up: &FollowUp) -> String {
        let heading = lowered(&self.heading(follow_up));
        let now = sentence(&self.say(Word::YourMoveNow, &[("what", &heading)]));
        joined([now, self.cause(follow_up)], " ")
    }

    fn due_later(&self, follow_up: &FollowUp) -> String {
        let on = self.on_date(follow_up.due);
        match follow_up.rule() {
            RuleId::R10 => self.say(Word::NextQuestion, &[("on", &on)]),
            _ if is_call(follow_up) => match person(follow_up) {
                Some(person) => self.say(Word::NextCallWith, &[("on", &on), ("person", person.as_str())]),
                None => self.say(Word::NextCall, &[("on", &on)]),
            },
            rule if rule.is_check_in() => self.next_check_in(follow_up, &on),
            _ => self.say(Word::NextMove, &[("on", &on)]),
        }
    }

    fn next_check_in(&self, follow_up: &FollowUp, on: &str) -> String {
        let reason = &follow_up.reason;
        let days = self.business_days(base(&reason.trigger), reason.own_date);
        let due = if days == 0 {
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

    /// "Waiting on 7 · next Fri 27 Nov"; nothing where nothing is waited for.
    pub fn footer(&self, agenda: &Agenda) -> String {
        let today = self.today.0;
        let quiet = |outlook: &&Outlook| !outlook.follow_ups.iter().any(|follow_up| follow_up.is_due(today));
        let waits = |outlook: &&Outlook| {
            outlook.wait.as_ref().is_some_and(|wait| {
                matches!(
                    wait.reason,
                    WaitReason::NotYet { .. } | WaitReason::DoNotContact | WaitReason::BehindAnother { .. }
                )
            })
        };
        let waiting = agenda.outlooks.iter().filter(quiet).filter(waits).count();
        let next = agenda
            .outlooks
            .iter()
            .flat_map(|outlook| &outlook.follow_ups)
            .map(|follow_up| follow_up.due)
            .filter(|due| *due > today)
            .min();
        let count = (waiting > 0).then(|| self.say(Word::WaitingOn, &[("count", &waiting.to_string())]));
        let next = next.map(|next| self.say(Word::NextDate, &[("date", &self.date(next))]));
        capitalised(&joined([count, next].into_iter().flatten(), " · "))
    }

    /// The badge's tooltip: how much is due, and what; at most 300 characters.
    pub fn tooltip(&self, due: &[(&Outlook, &FollowUp)]) -> String {
        if due.is_empty() {
            return self.text(Word::TooltipNothing);
        }
        let mut tooltip = self.words.count(due.len(), Word::TooltipOne, Word::TooltipOther);
        for (outlook, follow_up) in due {
            let (heading, job) = (self.heading(follow_up), job(outlook));
            let line = if job.is_empty() {
                heading
            } else {
                self.say(Word::WithNote, &[("what", &heading), ("note", &job)])
            };
            // Room for the line's own break, and for the mark that says there is more.
            if tooltip.chars().count() + line.chars().count() + 3 > TOOLTIP_LIMIT {
                tooltip.push_str("\n…");
                break;
            }
            tooltip.push('\n');
            tooltip.push_str(&line);
        }
        tooltip
    }
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
        Trigger::Silent { .. } => Word::AfterSilence,
    }
}
