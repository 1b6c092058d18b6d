//! What is left of events once a person was deleted: each as it was, without the person, or not at all where it was about them alone.
//!
//! It depends on the event and on who was deleted and when, on nothing else. So it does not matter on which side of a merge somebody was deleted,
//! nor how often: what comes back with an old backup goes again.

use chrono::{DateTime, Utc};

use crate::domain::{Carried, Correction, Event, EventId, FollowUpKey, Line, PersonKey, What};

/// Stands where a name must be: who was thanked or asked is not known any more, and it was nobody of the others.
const NOBODY: &str = "–";

/// Who was deleted, and when: what is written down of them later is theirs again.
struct Forgotten {
    person: PersonKey,
    when: (DateTime<Utc>, EventId),
}

/// Events without those who were deleted.
pub(super) fn without_forgotten(events: Vec<Event>) -> Vec<Event> {
    let forgotten = events.iter().filter_map(|event| match event.what {
        What::Forgot { person } => Some(Forgotten {
            person,
            when: (event.logged, event.id),
        }),
        _ => None,
    });
    let forgotten: Vec<Forgotten> = forgotten.collect();
    if forgotten.is_empty() {
        return events;
    }
    events
        .into_iter()
        .filter_map(|event| without(event, &forgotten))
        .collect()
}

fn without(mut event: Event, forgotten: &[Forgotten]) -> Option<Event> {
    let when = (event.logged, event.id);
    let is_gone = |name: &Line| {
        let key = PersonKey::of(name);
        forgotten.iter().any(|one| one.person == key && when < one.when)
    };
    let is_about = |follow_up: &FollowUpKey| follow_up.person.as_ref().is_some_and(is_gone);
    let before = event.what.clone();
    match &mut event.what {
        What::Invited(interview) | What::Rescheduled { to: interview, .. } => {
            interview.people.retain(|person| !is_gone(&person.name));
        }
        What::Interviewed { people, .. } => people.retain(|person| !is_gone(&person.name)),
        What::Captured { posting } => drop(posting.contact.take_if(|contact| is_gone(&contact.value.name))),
        What::Corrected(Correction::Contact(contact)) => drop(contact.take_if(|contact| is_gone(&contact.name))),
        What::Thanked { whom: Some(name), .. } | What::CheckedIn { whom: Some(name), .. } if is_gone(name) => {
            *name = Line::new(NOBODY)?;
        }
        What::Referred { by: person } | What::Networked { with: person } if is_gone(&person.name) => return None,
        What::Preferred { person: Some(name), .. } if is_gone(name) => return None,
        What::Snoozed { follow_up, .. } | What::Pinned { follow_up, .. } | What::Skipped { follow_up }
            if is_about(follow_up) =>
        {
            return None;
        }
        _ => {}
    }
    if event.what != before {
        // It held all of the event as it was written.
        event.carried = Carried::default();
    }
    Some(event)
}
