//! An application: what its events amount to.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{
    ApplicationId, CompanyKey, Contact, Employment, Event, EventId, Line, Pay, Posting, Reading, SafeLink, SameDayRank,
    What, Workplace,
};

/// The fold of an application's events. It may stand without a posting: a referral, a job heard of by word of mouth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Application {
    /// Its identity.
    pub id: ApplicationId,
    /// What is known of the job now: the posting with the user's corrections.
    pub facts: Facts,
    /// What the page said when it was kept.
    pub posting: Option<Posting>,
    /// What happened, undone events left out and corrected days put in, ordered by day, by who acted on that day, by the instant
    /// logged and by identity.
    pub history: Vec<Event>,
    /// The events that the user undid.
    pub undone: BTreeSet<EventId>,
    /// The people recorded on it, each once, in the order in which they came up.
    pub people: Vec<Contact>,
    /// How far it has come.
    pub stage: Stage,
    /// The day on which it came there; `None` before anything has happened.
    pub since: Option<NaiveDate>,
}

/// What is known of the job.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The job's title.
    pub title: Option<Line>,
    /// Who hires.
    pub company: Option<Line>,
    /// Places of work.
    pub places: Vec<Line>,
    /// On site, hybrid or remote.
    pub workplace: Option<Workplace>,
    /// Kinds of contract.
    pub employment: Vec<Employment>,
    /// Pay.
    pub pay: Option<Pay>,
    /// The day it was posted.
    pub posted: Option<NaiveDate>,
    /// The last day to apply.
    pub closes: Option<NaiveDate>,
    /// The employer's number for it.
    pub reference: Option<Line>,
    /// Its address.
    pub address: Option<SafeLink>,
    /// Where to apply.
    pub apply: Option<SafeLink>,
    /// The person to write to.
    pub contact: Option<Contact>,
    /// The language in which it is written, a BCP 47 tag.
    pub language: Option<Line>,
}

impl From<&Posting> for Facts {
    fn from(posting: &Posting) -> Self {
        fn value<T: Clone>(reading: Option<&Reading<T>>) -> Option<T> {
            reading.map(|reading| reading.value.clone())
        }
        Self {
            title: value(posting.title.as_ref()),
            company: value(posting.company.as_ref()),
            places: value(posting.places.as_ref()).unwrap_or_default(),
            workplace: value(posting.workplace.as_ref()),
            employment: value(posting.employment.as_ref()).unwrap_or_default(),
            pay: value(posting.pay.as_ref()),
            posted: value(posting.posted.as_ref()),
            closes: value(posting.closes.as_ref()),
            reference: value(posting.reference.as_ref()),
            address: value(posting.address.as_ref()),
            apply: value(posting.apply.as_ref()),
            contact: value(posting.contact.as_ref()),
            language: posting.language.clone(),
        }
    }
}

/// How far an application has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Kept, not applied.
    Saved,
    /// Applied, referred or written to.
    Applied,
    /// They have answered, and nothing is decided.
    InTouch,
    /// Invited to an interview, or interviewed.
    Interviewing,
    /// They offered the job.
    Offered,
    /// It has ended.
    Ended(Ending),
}

/// How an application ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// They said no.
    Rejected,
    /// The user accepted.
    Accepted,
    /// The user declined.
    Declined,
    /// The user withdrew.
    Withdrawn,
    /// The user closed it.
    Closed,
    /// It is part of another application now.
    Joined,
    /// The user deleted it.
    Erased,
}

impl Application {
    /// Whether it has not ended.
    pub const fn is_open(&self) -> bool {
        !matches!(self.stage, Stage::Ended(_))
    }

    /// Whether it has ended without a job, so that one may keep in touch with them.
    pub const fn has_been_let_go(&self) -> bool {
        matches!(
            self.stage,
            Stage::Ended(Ending::Rejected | Ending::Declined | Ending::Withdrawn | Ending::Closed)
        )
    }

    /// Whether nothing is left of it: it was deleted, or all of it was undone.
    pub fn is_gone(&self) -> bool {
        self.stage == Stage::Ended(Ending::Erased)
    }

    /// Whether it turned out to be another one, and belongs to that now.
    pub fn is_joined(&self) -> bool {
        self.stage == Stage::Ended(Ending::Joined)
    }

    /// The one that it turned out to be, where it did.
    pub fn joined_into(&self) -> Option<ApplicationId> {
        let joined = self.history.iter().rev().find_map(|event| match event.what {
            What::Joined { into } => Some(into),
            _ => None,
        });
        joined.filter(|_| self.is_joined())
    }

    /// The addresses of its posting, wherever it was kept, and the one that it was given since; some may be there twice.
    pub fn addresses(&self) -> impl Iterator<Item = &SafeLink> {
        let kept = self.history.iter().filter_map(|event| match &event.what {
            What::Captured { posting } => posting.address.as_ref().map(|address| &address.value),
            _ => None,
        });
        kept.chain(&self.facts.address)
    }

    /// Whether an event is the one by which its posting was first kept.
    pub fn is_first_kept(&self, event: EventId) -> bool {
        let mut kept = self
            .history
            .iter()
            .filter(|event| matches!(event.what, What::Captured { .. }));
        kept.next().is_some_and(|first| first.id == event)
    }

    /// The user's application, the latest if they applied again.
    pub fn applied(&self) -> Option<&Event> {
        let mut history = self.history.iter();
        history.rfind(|event| matches!(event.what, What::Applied { .. }))
    }

    /// The user's withdrawal, the latest.
    pub fn withdrew(&self) -> Option<&Event> {
        let mut history = self.history.iter();
        history.rfind(|event| event.what == What::Withdrew {})
    }

    /// Whether they know of it: the user applied, or they came up to the user.
    pub fn is_known_to_them(&self) -> bool {
        let mut history = self.history.iter();
        history.any(|event| {
            matches!(event.what, What::Applied { .. }) || event.what.same_day_rank() == SameDayRank::Employer
        })
    }

    /// The company's key, where a company is known.
    pub fn company_key(&self) -> Option<CompanyKey> {
        self.facts
            .company
            .as_ref()
            .and_then(|company| CompanyKey::new(company.as_str()))
    }
}
