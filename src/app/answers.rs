//! What they said at the end of an interview, as events of its day.

use chrono::{Days, NaiveDate};

use super::entry::promised;
use super::form::Form;
use crate::domain::{EventId, FollowUp, Outlook, PromiseOf, Refusal, Round, Trigger, What};
use crate::view::{ANSWERS, CHANNELS, DECISIONS, Decision, TURNS, Turn};

/// "Within a week", in calendar days.
const WEEK: Days = Days::new(7);

impl Form {
    /// What the form of R0b says of the interview that a follow-up hangs on. That something was not said is an answer too; what nobody
    /// touched is none.
    ///
    /// # Errors
    /// [`Refusal::Unreadable`] for a day that is none, and for a form that says nothing.
    pub(super) fn answers(&self, outlook: &Outlook, follow_up: &FollowUp) -> Result<Vec<(NaiveDate, What)>, Refusal> {
        let Trigger::Interviewed { on, round, logged, .. } = follow_up.reason.trigger else {
            return Err(Refusal::NoSuchFollowUp);
        };
        let interview = follow_up.key.event;
        let turn = self.one("turn", &TURNS).filter(|_| !logged);
        let remembered = self.remembered(Some(interview));
        // What the form begins with is written down already.
        let (said_on, known) = outlook
            .decision_named(follow_up)
            .map_or((on, None), |(said, day)| (said, Some(day)));
        let is_answered = self.is_answered(on, known);
        if !is_answered && turn.is_none() && remembered.is_none() && self.note().is_none() {
            return Err(Refusal::Unreadable { field: ANSWERS });
        }
        // Who says what was said there says that it took place.
        let what = match turn.unwrap_or(Turn::Held) {
            Turn::Missed => {
                let interview = Some(interview);
                let missed = What::Missed { interview };
                std::iter::once(missed).chain(self.remarks()).collect()
            }
            Turn::Cancelled => {
                let cancelled = What::Cancelled { interview };
                std::iter::once(cancelled).chain(self.remarks()).collect()
            }
            Turn::Held => {
                let held = (!logged).then(|| self.held(interview, round));
                let note = self.note().filter(|_| logged).map(|text| What::Noted { text });
                let day = self.decided(on)?;
                let person = self.line("whom").or_else(|| self.line("person"));
                let channel = self.one("liked", &CHANNELS);
                let consent = self.consent();
                // Who answers what they can has nothing more to tell.
                let says_all = day.is_some() && person.is_some() && channel.is_some() && consent.is_some();
                let is_open = is_answered && !says_all && consent != Some(true);
                let unsaid = is_open.then_some(What::UNSAID);
                let promise = day.filter(|_| day != known);
                let promise = promise.map(|date| promised(PromiseOf::Word, date));
                let wish = What::Preferred {
                    person,
                    channel,
                    refused: Vec::new(),
                    do_not_contact: consent,
                };
                let wish = Some(wish).filter(|wish| !wish.is_unsaid());
                let said = held.into_iter().chain(promise).chain(unsaid).chain(wish);
                said.chain(remembered).chain(note).collect::<Vec<_>>()
            }
        };
        // Another day than the one that is known takes its place: it is not said before it.
        let day_of = |what: &What| if matches!(what, What::Promised(_)) { said_on } else { on };
        Ok(what.into_iter().map(|what| (day_of(&what), what)).collect())
    }

    /// Whether one of the four questions has an answer that is not known already.
    fn is_answered(&self, on: NaiveDate, known: Option<NaiveDate>) -> bool {
        let is_known = known.is_some() && self.decided(on) == Ok(known);
        let is_chosen = ["liked", "person", "consent"].iter().any(|name| self.has(name));
        is_chosen || self.line("whom").is_some() || self.has("decide") && !is_known
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
