//! What they said at the end of an interview, as events of its day.

use chrono::{Days, NaiveDate};

use super::form::Form;
use crate::domain::{EventId, FollowUp, Promise, PromiseBy, PromiseOf, Refusal, Round, Trigger, What};
use crate::view::{CHANNELS, DECISIONS, Decision, TURNS, Turn};

/// "Within a week", in calendar days.
const WEEK: Days = Days::new(7);

impl Form {
    /// What the form of R0b says of the interview that a follow-up hangs on. That nothing was said, or asked, is an answer too.
    ///
    /// # Errors
    /// [`Refusal::Unreadable`] for a day that is none.
    pub(super) fn answers(&self, follow_up: &FollowUp) -> Result<Vec<(NaiveDate, What)>, Refusal> {
        let Trigger::Interviewed { on, round, logged } = follow_up.reason.trigger else {
            return Err(Refusal::NoSuchFollowUp);
        };
        let turn = self.one("turn", &TURNS).filter(|_| !logged).unwrap_or(Turn::Held);
        let interview = follow_up.key.event;
        let what = match turn {
            Turn::Missed => vec![What::Missed {
                interview: Some(interview),
            }],
            Turn::Cancelled => vec![What::Cancelled { interview }],
            Turn::Held => {
                let held = (!logged).then(|| self.held(interview, round));
                let note = self.note().filter(|_| logged).map(|text| What::Noted { text });
                let promise = self.decided(on)?.map(|date| {
                    What::Promised(Promise {
                        by: PromiseBy::Employer,
                        of: PromiseOf::Word,
                        date,
                    })
                });
                let wish = What::Preferred {
                    person: self.line("whom"),
                    channel: self.one("liked", &CHANNELS),
                    refused: Vec::new(),
                    do_not_contact: self.consent(),
                };
                held.into_iter().chain(promise).chain([wish]).chain(note).collect()
            }
        };
        Ok(what.into_iter().map(|what| (on, what)).collect())
    }

    /// Whom it was with stands in the booking.
    fn held(&self, interview: EventId, round: Round) -> What {
        What::Interviewed {
            interview: Some(interview),
            round,
            people: Vec::new(),
            note: self.note(),
        }
    }

    fn decided(&self, on: NaiveDate) -> Result<Option<NaiveDate>, Refusal> {
        match self.one("decide", &DECISIONS) {
            Some(Decision::InAWeek) => Ok(on.checked_add_days(WEEK)),
            Some(Decision::ByDay) => self.day("decide_by").map(Some),
            Some(Decision::Unsaid) | None => Ok(None),
        }
    }
}
