//! Two applications that turned out to be one, and what is written down then: what happened to the younger is written down on the older as well,
//! under identities that follow from its own. So it does not matter on how many machines they are joined, or how often.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};

use crate::domain::{Application, ApplicationId, Carried, Event, EventId, SameDayRank, What};

/// What is written down on `into` because `other` is the same: what it lacks of what happened there, and that it was taken over.
pub(super) fn included(into: &Application, other: &Application) -> Included {
    let of_other: BTreeMap<EventId, EventId> = told(other).map(|event| (event.id, event.id.within(into.id))).collect();
    let mut included = Included::default();
    for event in told(other) {
        let id = event.id.within(into.id);
        if into.undone.contains(&id) {
            // They were joined and parted before.
            included.again.extend(undoing(into, id));
        } else if !into.history.iter().any(|known| is_same(known, event, id)) {
            included.events.push(Event {
                id,
                application: into.id,
                what: retold(event.what.clone(), &of_other),
                ..event.clone()
            });
        }
    }
    included
}

/// What is to be written down of another application.
#[derive(Default)]
pub(super) struct Included {
    /// What happened there, as events of this one.
    pub(super) events: Vec<Event>,
    /// What undid such events here, to be undone itself.
    pub(super) again: Vec<EventId>,
}

/// That an application goes on because the one that it takes over does: it belongs to the event that says so.
pub(super) fn reopening(marker: &Event) -> Event {
    Event {
        id: marker.id.within(marker.application),
        what: What::Reopened {},
        ..marker.clone()
    }
}

/// The events of `application` that tell of `other`: what was taken over, and that it was. That somebody was deleted is not taken back.
pub(super) fn of_other(application: &Application, other: &Application) -> Vec<EventId> {
    let mut taken: Vec<EventId> = told(other).map(|event| event.id.within(application.id)).collect();
    let history = || application.history.iter();
    for marker in history().filter(|event| event.what == What::Included { other: other.id }) {
        taken.extend([marker.id, reopening(marker).id]);
    }
    let is_of_other = |event: &&Event| taken.contains(&event.id) && !matches!(event.what, What::Forgot { .. });
    history().filter(is_of_other).map(|event| event.id).collect()
}

/// What is to be written down, once what two machines know was united, on two applications of which `other` became part of `into`: on `into` what it
/// lacks of what happened to `other`, and on `other` that it stands alone again where `into` was deleted. On every machine it is the same.
pub fn completed(into: &Application, other: &Application) -> [Vec<Event>; 2] {
    let joined = other
        .history
        .iter()
        .rfind(|event| event.what == What::Joined { into: into.id });
    let Some(joined) = joined.filter(|_| other.joined_into() == Some(into.id)) else {
        return [Vec::new(), Vec::new()];
    };
    if let Some(erased) = into.history.iter().find(|event| event.what == What::Erased {}) {
        let parted = Event {
            id: erased.id.within(other.id),
            application: other.id,
            on: erased.on.max(joined.on),
            logged: after(erased.logged.max(joined.logged)),
            what: What::Parted { from: into.id },
            carried: Carried::default(),
        };
        return [Vec::new(), vec![parted]];
    }
    let Included { mut events, again } = included(into, other);
    let undoing = into.history.iter().filter(|event| again.contains(&event.id));
    events.extend(undoing.map(|void| Event {
        id: void.id.within(into.id),
        logged: after(void.logged),
        what: What::Voided { event: void.id },
        ..void.clone()
    }));
    [events, Vec::new()]
}

/// The next instant.
fn after(instant: DateTime<Utc>) -> DateTime<Utc> {
    instant
        .checked_add_signed(TimeDelta::milliseconds(1))
        .unwrap_or(instant)
}

/// The applications that turned out to be this one.
pub fn others_of(application: &Application) -> Vec<ApplicationId> {
    let mut others = Vec::new();
    for event in &application.history {
        if let What::Included { other } = event.what
            && !others.contains(&other)
        {
            others.push(other);
        }
    }
    others
}

/// What happened to an application, what was noted of it, and who was deleted from it. How the user steered it belongs to it alone.
fn told(application: &Application) -> impl Iterator<Item = &Event> {
    application.history.iter().filter(|event| match event.what {
        What::Noted { .. } | What::Remembered { .. } | What::Forgot { .. } => true,
        _ => event.what.same_day_rank() != SameDayRank::Steered,
    })
}

/// Whether an event says what another says: it was taken over already, or the user wrote the same down on both.
fn is_same(known: &Event, other: &Event, id: EventId) -> bool {
    known.id == id || (known.on == other.on && known.what == other.what && !names_events(&known.what))
}

/// The undoings of an event that stand.
fn undoing(application: &Application, event: EventId) -> impl Iterator<Item = EventId> {
    let is_it = move |known: &&Event| known.what == What::Voided { event };
    application.history.iter().filter(is_it).map(|known| known.id)
}

/// Whether others may name it, or it names others: two that read alike may then mean different interviews.
const fn names_events(what: &What) -> bool {
    matches!(
        what,
        What::Invited(_)
            | What::Rescheduled { .. }
            | What::Cancelled { .. }
            | What::Missed { .. }
            | What::Interviewed { .. }
            | What::Thanked { .. }
            | What::Undertook { .. }
            | What::Delivered { .. }
            | What::Remembered { .. }
    )
}

/// The same with the events that it names under their other identities.
fn retold(mut what: What, names: &BTreeMap<EventId, EventId>) -> What {
    let rename = |event: &mut EventId| {
        if let Some(name) = names.get(event) {
            *event = *name;
        }
    };
    match &mut what {
        What::Rescheduled { interview, .. } | What::Cancelled { interview } => rename(interview),
        What::Missed { interview } | What::Interviewed { interview, .. } | What::Thanked { interview, .. } => {
            interview.iter_mut().for_each(rename);
        }
        What::Remembered { interview, .. } => interview.iter_mut().for_each(rename),
        What::Delivered { undertaking } => rename(undertaking),
        _ => {}
    }
    what
}
