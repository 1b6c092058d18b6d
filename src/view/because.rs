//! Why a follow-up is due, from what the etiquette gives as its reason.

use chrono::NaiveDate;

use super::date::weekday;
use super::follow_up::is_call;
use super::voice::{joined, sentence};
use super::{Voice, Word, name};
use crate::domain::{FollowUp, Hold, PromiseOf, Reason, Round, RuleId, Trigger};

impl Voice<'_> {
    /// Why it is due: "They wanted to decide by Thu 17 Dec; two business days have passed. Check-in 1 of 2. They prefer e-mail."
    pub fn because(&self, follow_up: &FollowUp) -> String {
        let reason = &follow_up.reason;
        // A call that was agreed on asks nothing, however it is counted.
        let track = reason.check_ins.filter(|_| !is_call(follow_up));
        let check_ins = track.map(|track| {
            if track.cap == 1 {
                return self.text(Word::OnlyCheckIn);
            }
            let (number, cap) = (track.used.saturating_add(1).to_string(), track.cap.to_string());
            self.say(Word::CheckInOf, &[("number", &number), ("cap", &cap)])
        });
        let channel = follow_up
            .channel
            .filter(|_| track.is_some())
            .map(|channel| sentence(self.words.text(name::prefer(channel))));
        let rest = [Some(self.holds(reason)), check_ins, channel];
        joined(
            std::iter::once(self.cause(follow_up)).chain(rest.into_iter().flatten()),
            " ",
        )
    }

    /// What set it off, and what follows from that.
    pub(super) fn cause(&self, follow_up: &FollowUp) -> String {
        let trigger = &follow_up.reason.trigger;
        let cause = if counts_on(follow_up.rule()) {
            self.clause_and_time(trigger)
        } else {
            sentence(&self.clause(trigger))
        };
        joined(
            [
                Some(cause),
                advice(follow_up, self.today.0).map(|advice| self.text(advice)),
            ]
            .into_iter()
            .flatten(),
            " ",
        )
    }

    /// What set it off, and how many business days have passed since.
    fn clause_and_time(&self, trigger: &Trigger) -> String {
        let clause = self.clause(trigger);
        // A call is for its day; there is nothing to wait out.
        let passed = match trigger {
            Trigger::Promised {
                of: PromiseOf::Call, ..
            } => 0,
            _ => self.business_days(base(trigger), self.today.0),
        };
        if passed == 0 {
            return sentence(&clause);
        }
        let passed = self.words.count_in_words(passed, Word::PassedOne, Word::PassedOther);
        let both = self.say(Word::ClauseAndPassed, &[("clause", &clause), ("passed", &passed)]);
        sentence(&both)
    }

    /// What set a follow-up off, to be built into a sentence: "you applied on Mon 2 Nov".
    pub(super) fn clause(&self, trigger: &Trigger) -> String {
        let today = self.today.0;
        let dated = |word, on| self.say(word, &[("on", &self.on_date(on))]);
        match trigger {
            Trigger::Interviewed { on, round, logged, .. } => {
                let word = match (round, *logged || *on < today, *logged) {
                    (Round::Screen, true, true) => Word::ClauseScreen,
                    (Round::Middle, true, true) => Word::ClauseInterview,
                    (Round::Final, true, true) => Word::ClauseFinal,
                    (_, true, _) => Word::ClauseBooked,
                    (_, false, _) => Word::ClauseInterviewAhead,
                };
                self.say(word, &[("on", &self.on_date(*on)), ("date", &self.near_date(*on))])
            }
            Trigger::Applied { on, closes } => {
                let applied = self.on_date(*on);
                match closes.filter(|closes| closes > on) {
                    None => self.say(Word::ClauseApplied, &[("on", &applied)]),
                    Some(closes) => {
                        let word = if closes < today {
                            Word::ClauseAppliedClosed
                        } else {
                            Word::ClauseAppliedCloses
                        };
                        self.say(word, &[("on", &applied), ("closes", &self.on_date(closes))])
                    }
                }
            }
            Trigger::Heard { on } => dated(Word::ClauseHeard, *on),
            Trigger::Promised { of, date, .. } => match of {
                PromiseOf::Call => dated(Word::ClauseCall, *date),
                PromiseOf::Word if *date >= today => self.say(Word::ClauseDecide, &[("date", &self.date(*date))]),
                PromiseOf::Word => self.say(Word::ClauseSaid, &[("date", &self.date(*date))]),
                PromiseOf::WrittenOffer => self.say(Word::ClauseWrittenOffer, &[("date", &self.date(*date))]),
            },
            Trigger::CheckedIn { on } => dated(Word::ClauseCheckedIn, *on),
            Trigger::Asked { on, invited: true, .. } => dated(Word::ClauseInvited, *on),
            Trigger::Asked { on, answer_by, .. } => {
                self.by_day(*on, *answer_by, Word::ClauseAsked, Word::ClauseAskedBy)
            }
            Trigger::Referred { on } => dated(Word::ClauseReferred, *on),
            Trigger::Networked { on } => dated(Word::ClauseNetworked, *on),
            Trigger::Missed { on } => dated(Word::ClauseMissed, *on),
            Trigger::Rejected { on } => dated(Word::ClauseRejected, *on),
            Trigger::Offered { on, written: false, .. } => dated(Word::ClauseOfferedOrally, *on),
            Trigger::Offered { on, answer_by, .. } => {
                self.by_day(*on, *answer_by, Word::ClauseOffered, Word::ClauseOfferedBy)
            }
            Trigger::KeptWarm { since } => dated(Word::ClauseKeptWarm, *since),
            Trigger::Saved { closes, .. } => {
                let word = if *closes < today {
                    Word::ClauseClosed
                } else {
                    Word::ClauseCloses
                };
                dated(word, *closes)
            }
            Trigger::Undertook { what, by } => {
                let date = self.near_date(*by);
                match what {
                    Some(what) => self.say(Word::ClauseUndertook, &[("what", what.as_str()), ("date", &date)]),
                    None => self.say(Word::ClausePromisedByUser, &[("date", &date)]),
                }
            }
            // Nobody is silent before the day on which they are to be met.
            Trigger::Silent { since, .. } if *since > today => {
                self.say(Word::ClauseInterviewAhead, &[("on", &self.on_date(*since))])
            }
            Trigger::Silent {
                since,
                asked,
                skipped,
                do_not_contact,
            } => {
                let (word, on) = match (skipped, asked) {
                    _ if *do_not_contact => (Word::ClauseDoNotContact, *since),
                    (Some(skipped), _) => (Word::ClauseSilentSkipped, *skipped),
                    (None, Some(asked)) => (Word::ClauseSilentAsked, *asked),
                    (None, None) => (Word::ClauseSilent, *since),
                };
                self.say(word, &[("date", &self.near_date(*since)), ("on", &self.on_date(on))])
            }
        }
    }

    /// A clause about what they did, with the day by which they want an answer where they named one.
    fn by_day(&self, on: NaiveDate, answer_by: Option<NaiveDate>, without: Word, with: Word) -> String {
        let on = self.on_date(on);
        match answer_by {
            Some(by) => self.say(with, &[("on", &on), ("date", &self.near_date(by))]),
            None => self.say(without, &[("on", &on)]),
        }
    }

    /// What moved it from its rule's own date, one sentence each.
    pub(super) fn holds(&self, reason: &Reason) -> String {
        joined(reason.holds.iter().map(|hold| self.hold(hold)), " ")
    }

    fn hold(&self, hold: &Hold) -> String {
        match hold {
            Hold::Snoozed { to } => self.say(Word::HoldSnoozed, &[("date", &self.date(*to))]),
            Hold::Pinned { to } => self.say(Word::HoldPinned, &[("date", &self.date(*to))]),
            Hold::Promise { date } => self.say(Word::HoldPromise, &[("date", &self.date(*date))]),
            Hold::SameCompany { asked } => self.say(Word::HoldSameCompany, &[("on", &self.on_date(*asked))]),
            Hold::SoftWeekday => match self.calendar.soft_weekday {
                Some(soft) => self.say(Word::HoldSoftWeekday, &[("weekday", self.words.text(weekday(soft)))]),
                // The setting was changed since; the agenda follows.
                None => String::new(),
            },
        }
    }

    /// How many business days lie after `from`, up to and including `to`; 0 if `to` is not after `from`.
    pub(super) fn business_days(&self, from: NaiveDate, to: NaiveDate) -> usize {
        let days = from.iter_days().skip(1).take_while(|day| *day <= to);
        days.filter(|day| self.calendar.is_business_day(*day)).count()
    }
}

/// The day from which a rule counts.
pub(super) fn base(trigger: &Trigger) -> NaiveDate {
    match trigger {
        Trigger::Interviewed { on, .. } | Trigger::Heard { on } | Trigger::CheckedIn { on } => *on,
        Trigger::Applied { on, closes } => closes.map_or(*on, |closes| closes.max(*on)),
        Trigger::Promised { date, said, .. } => *date.max(said),
        Trigger::Silent { since, .. } | Trigger::KeptWarm { since } => *since,
        Trigger::Asked { on, .. }
        | Trigger::Referred { on }
        | Trigger::Networked { on }
        | Trigger::Missed { on }
        | Trigger::Rejected { on }
        | Trigger::Offered { on, .. } => *on,
        Trigger::Saved { closes: day, .. } | Trigger::Undertook { by: day, .. } => *day,
    }
}

/// Whether the days since are what makes it due.
const fn counts_on(rule: RuleId) -> bool {
    rule.is_check_in() || matches!(rule, RuleId::R5 | RuleId::R15)
}

/// What to bear in mind, where that is not said by the heading.
fn advice(follow_up: &FollowUp, today: NaiveDate) -> Option<Word> {
    Some(match follow_up.rule() {
        RuleId::R0a => Word::AskAdvice,
        RuleId::R0b => Word::AnswersAdvice,
        RuleId::R2 => Word::ThankYouAdvice,
        RuleId::R5 | RuleId::R15 => Word::OnceAdvice,
        RuleId::R10 => Word::CloseAdvice,
        RuleId::R11 => Word::MissedAdvice,
        RuleId::R12 => Word::NoAdvice,
        RuleId::R14 if follow_up.key.nth == 1 => match follow_up.reason.trigger {
            Trigger::Offered { answer_by: None, .. } => Word::OfferAdvice,
            // Until then, where that is not today or over.
            Trigger::Offered {
                answer_by: Some(by), ..
            } if by > today => Word::OfferByAdvice,
            _ => return None,
        },
        RuleId::R16 => Word::NewsAdvice,
        _ => return None,
    })
}
