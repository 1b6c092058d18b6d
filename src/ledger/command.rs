//! What the user asks, and whether it can be.

use chrono::{DateTime, Months, NaiveDate, TimeDelta, Utc};

use super::fold::{fold, reopens};
use super::join::{included, of_other, reopening};
use crate::domain::{
    Application, Carried, Correction, Event, EventId, FollowUpKey, Posting, Reading, Refusal, RuleId, Source, Stage,
    Today, What,
};

/// The first day that an event can have: nobody logs a job search from before the web.
const EARLIEST: Option<NaiveDate> = NaiveDate::from_ymd_opt(1990, 1, 1);

/// How far ahead a day may lie: nobody agrees on one more than five years ahead.
const FARTHEST: Months = Months::new(5 * 12);

/// What the user asks of one application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// To write down what happened: on which day, and what, in order; all or nothing.
    Log(Vec<(NaiveDate, What)>),
    /// To take back what was written down.
    Undo(Vec<EventId>),
    /// To write down what happened to another one, which turned out to be this one.
    Include(Box<Application>),
    /// To take that back: they are two after all.
    Exclude(Box<Application>),
    /// To delete it, so that nothing but a tombstone is left.
    Erase,
}

/// When a command is carried out, and the identities for its events.
pub struct Stamp<'a> {
    /// The user's civil date.
    pub today: Today,
    /// The instant.
    pub now: DateTime<Utc>,
    /// Gives a new identity each time.
    pub next_id: &'a mut dyn FnMut() -> EventId,
}

/// The events that a command comes to. A new application is the fold of no events.
///
/// # Errors
/// A [`Refusal`] that says what is in the way; nothing has happened then.
pub fn decide(application: &Application, command: Command, stamp: &mut Stamp<'_>) -> Result<Vec<Event>, Refusal> {
    if application.history.iter().any(|event| event.what == What::Erased {}) {
        return Err(Refusal::Deleted);
    }
    match command {
        Command::Log(what) => log(application, what, stamp),
        Command::Undo(events) => undo(application, events, stamp),
        Command::Include(other) => include(application, &other, stamp),
        Command::Exclude(other) => undo(application, of_other(application, &other), stamp),
        Command::Erase => {
            let today = stamp.today.0;
            Ok(vec![stamp.event(application, today, What::Erased {})])
        }
    }
}

impl Stamp<'_> {
    fn event(&mut self, application: &Application, on: NaiveDate, what: What) -> Event {
        let id = (self.next_id)();
        // The later word counts, so a clock that goes back must not make this one the earlier.
        let latest = application.history.iter().map(|event| event.logged).max();
        let after = latest.and_then(|latest| latest.checked_add_signed(TimeDelta::milliseconds(1)));
        Event {
            id,
            application: application.id,
            on,
            logged: after.map_or(self.now, |after| after.max(self.now)),
            what,
            carried: Carried::default(),
        }
    }
}

fn include(application: &Application, other: &Application, stamp: &mut Stamp<'_>) -> Result<Vec<Event>, Refusal> {
    if application.is_joined() {
        return Err(Refusal::Joined);
    }
    let included = included(application, other);
    let mut events = included.events;
    events.extend(undo(application, included.again, stamp)?);
    let today = stamp.today.0;
    let marker = stamp.event(application, today, What::Included { other: other.id });
    let reopening = reopening(&marker);
    events.push(marker);
    // The one had ended and the other goes on: so does what they are now.
    if other.is_open() && !refold(application, &events).is_open() {
        events.push(reopening);
    }
    Ok(events)
}

fn undo(application: &Application, events: Vec<EventId>, stamp: &mut Stamp<'_>) -> Result<Vec<Event>, Refusal> {
    events.iter().try_for_each(|event| check_undo(application, *event))?;
    let today = stamp.today.0;
    let undoing = events.into_iter().map(|event| What::Voided { event });
    Ok(undoing.map(|what| stamp.event(application, today, what)).collect())
}

fn log(application: &Application, what: Vec<(NaiveDate, What)>, stamp: &mut Stamp<'_>) -> Result<Vec<Event>, Refusal> {
    let mut events = Vec::with_capacity(what.len());
    // Each part is judged on what the parts before it have made of the application.
    let mut so_far = application.clone();
    for (on, what) in what {
        check_day(on, stamp.today)?;
        check_days_ahead(&what, stamp.today)?;
        check(&so_far, &what, on, stamp.today)?;
        let of_that_day = closed_on(&so_far) == Some(on);
        let takes_up = matches!(so_far.stage, Stage::Ended(ending) if reopens(&what, Some(ending), of_that_day));
        events.push(stamp.event(application, on, what));
        so_far = refold(application, &events);
        if takes_up && !so_far.is_open() && of_that_day {
            // The user gave up and heard from them on one day: by the order of a day, giving up would come last.
            events.push(stamp.event(application, on, What::Reopened {}));
            so_far = refold(application, &events);
        }
    }
    let keeps_something = so_far.facts.title.is_some() || so_far.facts.company.is_some() || !so_far.people.is_empty();
    if keeps_something {
        Ok(events)
    } else {
        Err(Refusal::NothingToKeep)
    }
}

fn refold(application: &Application, new: &[Event]) -> Application {
    let events: Vec<Event> = application.history.iter().chain(new).cloned().collect();
    fold(application.id, &events)
}

fn closed_on(application: &Application) -> Option<NaiveDate> {
    let ends = |event: &&Event| matches!(event.what, What::Closed { .. } | What::Rejected { .. });
    application.history.iter().rev().find(ends).map(|event| event.on)
}

fn check_day(on: NaiveDate, today: Today) -> Result<(), Refusal> {
    if on > today.0 {
        return Err(Refusal::InTheFuture);
    }
    if EARLIEST.is_some_and(|earliest| on < earliest) {
        Err(Refusal::OddDay)
    } else {
        Ok(())
    }
}

/// Whether the days that the user names can be meant: a slip such as the year 20266 would hold everything back for good.
fn check_days_ahead(what: &What, today: Today) -> Result<(), Refusal> {
    let days = match what {
        What::Invited(interview) | What::Rescheduled { to: interview, .. } => [interview.day, None],
        What::Promised(promise) => [Some(promise.date), None],
        What::Heard { answer_by, .. } | What::Offered { answer_by, .. } => [*answer_by, None],
        What::Undertook { by: day, .. } | What::Snoozed { to: day, .. } | What::Pinned { to: day, .. } => {
            [Some(*day), None]
        }
        What::Corrected(Correction::Posted(day) | Correction::Closes(day)) => [*day, None],
        What::Captured { posting } => [by_hand(posting.posted.as_ref()), by_hand(posting.closes.as_ref())],
        _ => [None, None],
    };
    let farthest = today.0.checked_add_months(FARTHEST);
    let is_odd = |day: NaiveDate| farthest.is_some_and(|farthest| day > farthest);
    if days.into_iter().flatten().any(is_odd) {
        Err(Refusal::OddDay)
    } else {
        Ok(())
    }
}

/// The day that was named in something: it does not lie before the day on which that was said.
fn named_day(what: &What) -> Option<NaiveDate> {
    match what {
        What::Promised(promise) => Some(promise.date),
        What::Invited(interview) | What::Rescheduled { to: interview, .. } => interview.day,
        What::Heard { answer_by, .. } | What::Offered { answer_by, .. } => *answer_by,
        What::Undertook { by, .. } => Some(*by),
        _ => None,
    }
}

/// A page may say that a posting never closes, by a far year.
fn by_hand(day: Option<&Reading<NaiveDate>>) -> Option<NaiveDate> {
    day.filter(|reading| reading.source == Source::User)
        .map(|reading| reading.value)
}

fn check(application: &Application, what: &What, on: NaiveDate, today: Today) -> Result<(), Refusal> {
    let know = |id: &EventId| {
        if application.history.iter().any(|event| event.id == *id) {
            Ok(())
        } else {
            Err(Refusal::UnknownEvent)
        }
    };
    let need_open = || {
        if application.is_open() {
            Ok(())
        } else {
            Err(Refusal::Ended)
        }
    };
    if named_day(what).is_some_and(|day| day < on) {
        return Err(Refusal::PromiseInThePast);
    }
    if application.is_joined() && !matches!(what, What::Parted { .. } | What::Forgot { .. } | What::Voided { .. }) {
        return Err(Refusal::Joined);
    }
    if application.has_sent(what, on) {
        return Err(Refusal::AlreadySent);
    }
    match what {
        // At another address it may be the same posting: an aggregator's, or the company's own.
        What::Captured { posting } if application.posting.is_some() && !is_elsewhere(application, posting) => {
            Err(Refusal::AlreadyKept)
        }
        What::Joined { into } if *into >= application.id => Err(Refusal::UnknownApplication),
        What::Parted { .. } if !application.is_joined() => Err(Refusal::NotEnded),
        What::Applied { .. } => {
            match application.applied() {
                Some(applied) if application.is_open() => Err(Refusal::AlreadyApplied { on: applied.on }),
                // Nothing has been written down yet: a new application has not ended.
                _ if application.is_gone() => Ok(()),
                _ => need_open(),
            }
        }
        What::Rescheduled { interview, .. } | What::Cancelled { interview } => know(interview),
        What::Missed {
            interview: Some(interview),
        }
        | What::Interviewed {
            interview: Some(interview),
            ..
        } => know(interview),
        What::Delivered { undertaking } => know(undertaking),
        What::CheckedIn { .. }
        | What::Accepted {}
        | What::Declined {}
        | What::Withdrew {}
        | What::Closed { .. }
        | What::Retired {} => need_open(),
        What::Reopened {} if application.is_open() => Err(Refusal::NotEnded),
        What::Snoozed { to, .. } if *to <= today.0 => Err(Refusal::SnoozeNotAhead),
        What::Snoozed { follow_up, to } => match answer_wanted(application, follow_up) {
            Some(answer_by) if *to > answer_by => Err(Refusal::SnoozePastAnswer { answer_by }),
            _ => Ok(()),
        },
        What::Pinned { to, .. } => match application.live_promise() {
            Some((_, promise)) if *to <= promise.date => Err(Refusal::PinBeforePromise { promised: promise.date }),
            _ if *to < today.0 => Err(Refusal::SnoozeNotAhead),
            _ => Ok(()),
        },
        What::Corrected(Correction::EventDay { event, on }) => {
            know(event)?;
            check_day(*on, today)?;
            let mut history = application.history.iter();
            let is_before = |known: &Event| known.id == *event && named_day(&known.what).is_some_and(|day| day < *on);
            if history.any(is_before) {
                Err(Refusal::PromiseInThePast)
            } else {
                Ok(())
            }
        }
        What::Voided { event } => check_undo(application, *event),
        _ => Ok(()),
    }
}

/// Whether a posting stands at an address at which it was not kept yet.
fn is_elsewhere(application: &Application, posting: &Posting) -> bool {
    let address = posting.address.as_ref().map(|address| &address.value);
    address.is_some_and(|address| !application.addresses().any(|known| known == address))
}

/// By when they want the answer to the offer that a follow-up is about.
fn answer_wanted(application: &Application, follow_up: &FollowUpKey) -> Option<NaiveDate> {
    let mut history = application.history.iter();
    let offer = history.find(|event| event.id == follow_up.event && follow_up.rule == RuleId::R14)?;
    match offer.what {
        What::Offered { answer_by, .. } => answer_by,
        _ => None,
    }
}

fn check_undo(application: &Application, event: EventId) -> Result<(), Refusal> {
    if application.undone.contains(&event) {
        return Err(Refusal::AlreadyUndone);
    }
    match application.history.iter().find(|known| known.id == event) {
        None => Err(Refusal::UnknownEvent),
        // What is deleted stays deleted.
        Some(known) if matches!(known.what, What::Forgot { .. }) => Err(Refusal::Deleted),
        Some(_) => Ok(()),
    }
}
