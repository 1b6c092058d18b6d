//! R2: a thank-you to each interviewer of each round. It never settles a check-in.

use chrono::NaiveDate;

use super::Settings;
use super::calendar::plus_days;
use super::proposal::Proposal;
use super::rules::Case;
use super::situation::Situation;
use crate::domain::{Contact, EventId, Line, Meeting, RuleId, Trigger, What, same_person};

/// The thank-yous that are still to be sent.
pub(super) fn propose<'a>(situation: &Situation<'_>, settings: &'a Settings) -> Vec<Proposal<'a>> {
    let Some(rule) = settings.rules.get(RuleId::R2, Case::Usual) else {
        return Vec::new();
    };
    let thanked = thanked(situation);
    let mut proposals = Vec::new();
    for meeting in &situation.meetings {
        // Nobody is thanked before it is over: a booked interview that nobody wrote down counts from the next day.
        let from = if meeting.logged {
            meeting.on
        } else {
            plus_days(meeting.on, 1)
        };
        let trigger = Trigger::Interviewed {
            on: meeting.on,
            round: meeting.round,
            logged: meeting.logged,
            at: None,
        };
        for person in recipients(meeting) {
            if thanked.contains(&(meeting.anchor, person.map(|contact| folded(&contact.name)))) {
                continue;
            }
            let known = person.and_then(|contact| situation.person(&contact.name));
            let id = situation.application.id;
            let mut proposal = Proposal::new(settings, rule, id, meeting.anchor, from, trigger.clone())
                .to(known)
                .for_person(person.map(|contact| &contact.name));
            proposal.base = meeting.on;
            proposals.push(proposal);
        }
    }
    proposals
}

/// Each interviewer once, or one nameless row for all of them.
fn recipients<'a>(meeting: &Meeting<'a>) -> Vec<Option<&'a Contact>> {
    if meeting.people.is_empty() {
        return vec![None];
    }
    let people = meeting.people.iter().enumerate();
    let once = people.filter(|(index, person)| {
        let mut before = meeting.people.iter().take(*index);
        !before.any(|other| same_person(&other.name, &person.name))
    });
    once.map(|(_, person)| Some(person)).collect()
}

/// Who was thanked for which interview: the one that the thank-you names, else the latest with that person on or before its day. One to
/// nobody in particular thanks everybody of that interview.
fn thanked(situation: &Situation<'_>) -> Vec<(EventId, Option<String>)> {
    let mut thanked = Vec::new();
    for event in &situation.application.history {
        let What::Thanked { whom, interview } = &event.what else {
            continue;
        };
        let with = |meeting: &&Meeting<'_>| {
            whom.as_ref()
                .is_none_or(|name| meeting.people.iter().any(|contact| same_person(&contact.name, name)))
        };
        let nameless = |meeting: &&Meeting<'_>| meeting.people.is_empty();
        let named = interview.and_then(|id| {
            let mut meetings = situation.meetings.iter();
            meetings.find(|meeting| meeting.event == id || meeting.booking == Some(id))
        });
        let meeting = named
            .or_else(|| latest(situation, event.on, with))
            .or_else(|| latest(situation, event.on, nameless));
        let Some(meeting) = meeting else { continue };
        match whom {
            Some(name) if !meeting.people.is_empty() => {
                thanked.push((meeting.anchor, Some(folded(name))));
            }
            _ => {
                let everybody = recipients(meeting).into_iter();
                thanked.extend(everybody.map(|person| (meeting.anchor, person.map(|contact| folded(&contact.name)))));
            }
        }
    }
    thanked
}

fn latest<'s, 'a>(
    situation: &'s Situation<'a>,
    day: NaiveDate,
    with: impl Fn(&&Meeting<'a>) -> bool,
) -> Option<&'s Meeting<'a>> {
    situation
        .meetings
        .iter()
        .filter(|meeting| meeting.on <= day)
        .rfind(with)
}

fn folded(name: &Line) -> String {
    name.as_str().to_lowercase()
}
