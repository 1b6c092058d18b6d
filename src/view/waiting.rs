//! Why nothing is due, and what would change that.

use super::voice::{joined, sentence};
use super::{Voice, Word};
use crate::domain::{Line, PromiseOf, Trigger, Wait, WaitReason};

impl Voice<'_> {
    /// Why nothing is due: "Waiting: they decide by Fri 4 Dec; your move on Tue 8 Dec if you hear nothing."
    ///
    /// `ahead` is the title of the application that this one stays behind, where that is known.
    pub fn waiting(&self, wait: &Wait, ahead: Option<&Line>) -> String {
        match &wait.reason {
            WaitReason::NotYet { trigger } => self.not_yet(wait, trigger),
            WaitReason::DoNotContact => {
                let until = wait.until.filter(|until| *until > self.today.0);
                let question = until.map(|until| self.say(Word::WaitingQuestion, &[("on", &self.on_date(until))]));
                let wish = self.text(Word::WaitingDoNotContact);
                joined(std::iter::once(wish).chain(question), " ")
            }
            WaitReason::BehindAnother { trigger, .. } => {
                let is_ahead = |trigger: &&Trigger| trigger.day_ahead().is_some_and(|day| day >= self.today.0);
                let first = trigger.as_ref().filter(is_ahead);
                let word = match (first, ahead) {
                    (Some(_), Some(_)) => Word::WaitingThenBehindTitle,
                    (Some(_), None) => Word::WaitingThenBehind,
                    (None, Some(_)) => Word::WaitingBehindTitle,
                    (None, None) => Word::WaitingBehind,
                };
                let clause = first.map(|trigger| self.clause(trigger)).unwrap_or_default();
                let title = ahead.map_or("", Line::as_str);
                self.say(word, &[("clause", &clause), ("title", title)])
            }
            WaitReason::AnswerWanted { since } if *since < self.today.0 => {
                self.say(Word::WaitingAnswerSince, &[("date", &self.near_date(*since))])
            }
            WaitReason::AnswerWanted { .. } => self.text(Word::WaitingAnswer),
            WaitReason::NotApplied => self.text(Word::WaitingNotApplied),
            WaitReason::Retired => self.text(Word::WaitingRetired),
            WaitReason::OfferOpen => self.text(Word::WaitingOffer),
            WaitReason::Nothing => self.text(Word::WaitingNothing),
        }
    }

    fn not_yet(&self, wait: &Wait, trigger: &Trigger) -> String {
        let clause = self.clause(trigger);
        let call = matches!(
            trigger,
            Trigger::Promised {
                of: PromiseOf::Call,
                ..
            }
        );
        let Some(until) = wait.until.filter(|_| !call) else {
            return self.say(Word::Waiting, &[("clause", &clause)]);
        };
        if matches!(trigger, Trigger::Saved { closes, .. } if *closes < self.today.0) {
            // There is no move any more.
            return sentence(&clause);
        }
        if until <= self.today.0 {
            // What was waited for has come; the row of what is due says more.
            return self.say(Word::WaitingOver, &[("clause", &clause)]);
        }
        let (word, clause) = match trigger {
            Trigger::Silent { .. } => (Word::WaitingUntilQuestion, clause),
            _ if trigger.rests_with_user() => (Word::WaitingUntilDay, sentence(&clause)),
            _ => (Word::WaitingUntil, clause),
        };
        self.say(word, &[("clause", &clause), ("on", &self.on_date(until))])
    }
}
