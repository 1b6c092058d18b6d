//! What they said at the end of an interview, as events of its day.

use chrono::{Days, NaiveDate};

use super::entry::word_by;
use super::form::Form;
use crate::domain::{EventId, FollowUp, Line, Refusal, Round, Trigger, What};
use crate::view::{CHANNELS, DECISIONS, Decision, TURNS, Turn, person};

/// "Within a week", in calendar days.
const WEEK: Days = Days::new(7);

impl Form {
    /// What the form of R0b says of the interview that a follow-up hangs on. That nothing was said, or asked, is an answer too: whoever keeps the
    /// form has nothing more to tell.
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
                let promise = self.decided(on)?.map(word_by);
                let (channel, consent) = (self.one("liked", &CHANNELS), self.consent());
                let says_how = channel.is_some() || consent.is_some();
                // That somebody stands in the field already is said by nobody.
                let is_own = |whom: &Line| says_how || person(follow_up).is_none_or(|known| known != whom);
                let whom = self.line("whom").filter(is_own);
                let is_all = promise.is_some() && channel.is_some() && consent.is_some() && whom.is_some();
                let unsaid = (!is_all && consent != Some(true)).then_some(What::UNSAID);
                let wish = (says_how || whom.is_some()).then(|| What::Preferred {
                    person: whom,
                    channel,
                    refused: Vec::new(),
                    do_not_contact: consent,
                });
                let said = promise.into_iter().chain(unsaid).chain(wish);
                held.into_iter().chain(said).chain(note).collect()
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
