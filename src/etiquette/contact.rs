//! R5, R15 and R16: people who may help, before anybody has answered and after it has ended.

use chrono::{Months, NaiveDate};

use super::Settings;
use super::proposal::Proposal;
use super::rules::Case;
use super::situation::Situation;
use crate::domain::{Contact, Event, RuleId, Trigger, What, same_person};

/// In so many months there are no more messages after an end than the cap.
const YEAR: Months = Months::new(12);

/// Who referred the user is asked once how it went, and who was written to is written to once more; nothing once anybody has answered.
pub(super) fn propose<'a>(situation: &Situation<'_>, settings: &'a Settings) -> Vec<Proposal<'a>> {
    let history = &situation.application.history;
    let mut people: Vec<(&Event, &Contact)> = Vec::new();
    let mut proposals = Vec::new();
    for event in history {
        let (What::Referred { by: person } | What::Networked { with: person }) = &event.what else {
            continue;
        };
        people.push((event, person));
    }
    for (index, (event, person)) in people.iter().enumerate() {
        let is_theirs = |(_, other): &&(&Event, &Contact)| same_person(&other.name, &person.name);
        let others = people.iter().enumerate().filter(|(other, _)| *other != index);
        // Whoever was written to twice is not written to again.
        let is_silent = || {
            !situation
                .application
                .since(event.id)
                .any(|known| known.what.is_employer_act())
        };
        if others.map(|(_, other)| other).any(|other| is_theirs(&other)) || !is_silent() {
            continue;
        }
        let (id, trigger) = match event.what {
            What::Referred { .. } => (RuleId::R5, Trigger::Referred { on: event.on }),
            _ => (RuleId::R15, Trigger::Networked { on: event.on }),
        };
        let Some(rule) = settings.rules.get(id, Case::Usual) else {
            continue;
        };
        let proposal = Proposal::new(settings, rule, situation.application.id, event.id, event.on, trigger);
        let known = situation.person(&person.name).or(Some(person));
        proposals.push(proposal.to(known).for_person(Some(&person.name)));
    }
    proposals
}

/// The user keeps in touch after it has ended, where they chose to, there or for all that turn them down: now and then, and never too often.
pub(super) fn keep_warm<'a>(situation: &Situation<'_>, settings: &'a Settings) -> Option<Proposal<'a>> {
    let rule = settings.rules.get(RuleId::R16, Case::Usual)?;
    let application = situation.application;
    if !application.has_been_let_go() {
        return None;
    }
    let history = &application.history;
    let chosen = history.iter().rfind(|event| event.what == What::KeptWarm {});
    let end = history.iter().rfind(|event| {
        matches!(
            event.what,
            What::Rejected { .. } | What::Closed { .. } | What::Declined {} | What::Withdrew {}
        )
    })?;
    // Where nobody else is known, it is the one who referred the user.
    let whom = situation.correspondent().or(application.people.first());
    // Who chose it for all chose nobody in particular.
    let is_for_all = settings.keep_warm && matches!(end.what, What::Rejected { .. }) && whom.is_some();
    let chosen = chosen.or(is_for_all.then_some(end))?;
    let messages: Vec<&Event> = history
        .iter()
        .filter(|event| event.on >= end.on && matches!(event.what, What::Networked { .. }))
        .collect();
    let since = messages.last().map_or(end.on, |event| event.on.max(end.on));
    let trigger = Trigger::KeptWarm { since };
    let mut proposal = Proposal::new(settings, rule, application.id, chosen.id, since, trigger);
    if let Some(earliest) = after_cap(&messages, rule.cap.0) {
        proposal = proposal.not_before(settings.calendar.on_or_after(earliest));
    }
    proposal.key.nth = u8::try_from(messages.len()).unwrap_or(u8::MAX).saturating_add(1);
    Some(proposal.to(whom))
}

/// A year after the message that is the cap's first, counted from the latest.
fn after_cap(messages: &[&Event], cap: u8) -> Option<NaiveDate> {
    let first = messages.len().checked_sub(usize::from(cap))?;
    messages.get(first)?.on.checked_add_months(YEAR)
}
