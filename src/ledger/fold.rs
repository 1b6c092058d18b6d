//! From events to an application.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::domain::order::sort_by_key;
use crate::domain::{
    Application, ApplicationId, CompanyKey, Contact, Correction, Ending, Event, EventId, Facts, Line, Posting, Stage,
    What, same_person,
};

/// What the events of one application amount to. The order in which they are given does not matter.
pub fn fold(id: ApplicationId, events: &[Event]) -> Application {
    let undone = undone(events);
    let mut history: Vec<Event> = events
        .iter()
        .filter(|event| !undone.contains(&event.id))
        .cloned()
        .collect();
    let corrected = corrected_days(&history);
    for event in &mut history {
        if let Some((_, on)) = corrected.iter().rfind(|(id, _)| *id == event.id) {
            event.on = *on;
        }
    }
    let reopened = history.iter().filter(|event| event.what == What::Reopened {});
    let reopened: Vec<_> = reopened.map(|event| (event.on, event.logged)).collect();
    // Taking it up begins the day anew: what was written down after it happened after it.
    let turn = |event: &Event| {
        let before = reopened
            .iter()
            .filter(|(on, logged)| *on == event.on && *logged < event.logged);
        before.count()
    };
    sort_by_key(&mut history, |event| {
        (
            event.on,
            turn(event),
            event.what.same_day_rank(),
            event.logged,
            event.id,
        )
    });
    history.dedup_by_key(|event| event.id);

    let posting = history.iter().find_map(|event| match &event.what {
        What::Captured { posting } => Some(posting.as_ref().clone()),
        _ => None,
    });
    let facts = facts(posting.as_ref(), &history);
    let people = people(&facts, &history);
    let (stage, since) = stage(&history);
    Application {
        id,
        facts,
        posting,
        history,
        undone,
        people,
        stage,
        since,
    }
}

/// The events that are undone. Undoing can itself be undone: the latest word on an event counts.
fn undone(events: &[Event]) -> BTreeSet<EventId> {
    let mut voids: Vec<&Event> = events
        .iter()
        .filter(|event| matches!(event.what, What::Voided { .. }))
        .collect();
    sort_by_key(&mut voids, |event| Reverse((event.logged, event.id)));
    let mut undone = BTreeSet::new();
    for void in voids {
        if let What::Voided { event } = void.what
            && !undone.contains(&void.id)
        {
            undone.insert(event);
        }
    }
    undone
}

/// Corrections in the order in which they were made: the latest of a field wins.
fn corrections(history: &[Event]) -> Vec<&Correction> {
    let mut corrections: Vec<_> = history
        .iter()
        .filter_map(|event| match &event.what {
            What::Corrected(correction) => Some(((event.logged, event.id), correction)),
            _ => None,
        })
        .collect();
    sort_by_key(&mut corrections, |(order, _)| *order);
    corrections.into_iter().map(|(_, correction)| correction).collect()
}

fn corrected_days(history: &[Event]) -> Vec<(EventId, NaiveDate)> {
    corrections(history)
        .into_iter()
        .filter_map(|correction| match correction {
            Correction::EventDay { event, on } => Some((*event, *on)),
            _ => None,
        })
        .collect()
}

fn facts(posting: Option<&Posting>, history: &[Event]) -> Facts {
    let mut facts = posting.map(Facts::from).unwrap_or_default();
    for correction in corrections(history).into_iter().cloned() {
        match correction {
            Correction::Title(title) => facts.title = title,
            Correction::Company(company) => facts.company = company,
            Correction::Places(places) => facts.places = places,
            Correction::Workplace(workplace) => facts.workplace = workplace,
            Correction::Employment(employment) => facts.employment = employment,
            Correction::Pay(pay) => facts.pay = pay,
            Correction::Posted(posted) => facts.posted = posted,
            Correction::Closes(closes) => facts.closes = closes,
            Correction::Reference(reference) => facts.reference = reference,
            Correction::Address(address) => facts.address = address,
            Correction::Apply(apply) => facts.apply = apply,
            Correction::Contact(contact) => facts.contact = contact,
            Correction::Language(language) => facts.language = language,
            Correction::EventDay { .. } => {}
        }
    }
    facts
}

/// Everybody who came up, each once; what later events know of a person fills what earlier ones did not.
fn people(facts: &Facts, history: &[Event]) -> Vec<Contact> {
    let mut people: Vec<Contact> = Vec::new();
    let mut meet = |contact: &Contact| match people.iter_mut().find(|known| same_person(&known.name, &contact.name)) {
        Some(known) => {
            known.role = known.role.take().or_else(|| contact.role.clone());
            known.email = known.email.take().or_else(|| contact.email.clone());
            known.phone = known.phone.take().or_else(|| contact.phone.clone());
            known.link = known.link.take().or_else(|| contact.link.clone());
        }
        None => people.push(contact.clone()),
    };
    facts.contact.iter().for_each(&mut meet);
    for event in history {
        match &event.what {
            What::Invited(interview) | What::Rescheduled { to: interview, .. } => {
                interview.people.iter().for_each(&mut meet);
            }
            What::Interviewed { people, .. } => people.iter().for_each(&mut meet),
            // A message to nobody in particular was written to the company.
            What::Networked { with } if is_the_company(with, facts) => {}
            What::Referred { by: contact } | What::Networked { with: contact } => meet(contact),
            What::Preferred { person: Some(name), .. } => meet(&Contact::named(name.clone())),
            _ => {}
        }
    }
    people
}

/// Whether what stands for a person is the company's name, or the job's where no company is known.
fn is_the_company(contact: &Contact, facts: &Facts) -> bool {
    let company = facts.company.as_ref().or(facts.title.as_ref());
    let key = |name: &Line| CompanyKey::new(name.as_str());
    company.is_some_and(|company| key(company) == key(&contact.name))
}

/// How far an application has come, and the day on which it came there.
fn stage(history: &[Event]) -> (Stage, Option<NaiveDate>) {
    if history.iter().all(|event| matches!(event.what, What::Voided { .. })) {
        // All of it was undone: as if it had never been kept.
        return (Stage::Ended(Ending::Erased), None);
    }
    let mut reached: Option<(Stage, NaiveDate)> = None;
    let mut open = Stage::Saved;
    let mut ending = None;
    let mut ended_on = None;
    for event in history {
        match &event.what {
            What::Applied { .. } | What::Referred { .. } | What::Networked { .. } if open == Stage::Saved => {
                open = Stage::Applied;
            }
            What::Heard { .. } | What::Promised(_) if matches!(open, Stage::Saved | Stage::Applied) => {
                open = Stage::InTouch;
            }
            What::Invited(_) | What::Rescheduled { .. } | What::Missed { .. } | What::Interviewed { .. }
                if open != Stage::Offered =>
            {
                open = Stage::Interviewing;
            }
            What::Offered { .. } => open = Stage::Offered,
            _ => {}
        }
        ending = match &event.what {
            // That the user gave up waiting, or put it away, was not yet an answer.
            What::Rejected { .. } if ending == Some(Ending::Closed) => Some(Ending::Rejected),
            What::Rejected { .. } => ending.or(Some(Ending::Rejected)),
            What::Accepted {} => Some(Ending::Accepted),
            What::Declined {} => Some(Ending::Declined),
            What::Withdrew {} => Some(Ending::Withdrawn),
            What::Closed { .. } => ending.or(Some(Ending::Closed)),
            What::Joined { .. } => Some(Ending::Joined),
            What::Erased {} => Some(Ending::Erased),
            What::Reopened {} | What::Parted { .. } => None,
            what if reopens(what, ending, ended_on == Some(event.on)) => None,
            _ => ending,
        };
        if matches!(event.what, What::Rejected { .. }) {
            ended_on = Some(event.on);
        }
        let stage = ending.map_or(open, Stage::Ended);
        if reached.is_none_or(|(known, _)| known != stage) {
            reached = Some((stage, event.on));
        }
    }
    reached.map_or((open, None), |(stage, since)| (stage, Some(since)))
}

/// Whether the employer takes an ended application up again: any word after the user gave up waiting, a new
/// invitation or an offer after a no. An interview of the very day of the no came before it.
pub(super) const fn reopens(what: &What, ending: Option<Ending>, of_that_day: bool) -> bool {
    match ending {
        Some(Ending::Closed) => {
            what.is_employer_act() && !matches!(what, What::Rejected { .. } | What::Cancelled { .. })
        }
        Some(Ending::Rejected) => match what {
            What::Interviewed { .. } => !of_that_day,
            _ => matches!(what, What::Invited(_) | What::Offered { .. }),
        },
        _ => false,
    }
}
