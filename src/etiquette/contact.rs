//! R5, R15 and R16: people who may help, before anybody has answered and after it has ended.

use chrono::{Months, NaiveDate};

use super::Settings;
use super::proposal::Proposal;
use super::rules::Case;
use super::schedule::moved_to;
use super::situation::Situation;
use crate::domain::{Event, Line, RuleId, Trigger, What, same_person};

/// In so many months there are no more messages after an end than the cap.
const YEAR: Months = Months::new(12);

/// Who referred the user is asked once how it went, and who was written to is written to once more; nothing once anybody has answered.
pub(super) fn propose<'a>(situation: &Situation<'_>, settings: &'a Settings) -> Vec<Proposal<'a>> {
    let application = situation.application;
    let of = |event: &Event, name: &Line| match &event.what {
        What::Referred { by: person } | What::Networked { with: person } => same_person(&person.name, name),
        _ => false,
    };
    let mut proposals = Vec::new();
    for event in &application.history {
        let (What::Referred { by: person } | What::Networked { with: person }) = &event.what else {
            continue;
        };
        let others = || {
            let history = application.history.iter();
            history.filter(|other| other.id != event.id && of(other, &person.name))
        };
        let refers = |event: &Event| matches!(event.what, What::Referred { .. });
        let (id, trigger, is_done) = if refers(event) {
            // Who referred the user more than once is asked about the last time.
            let again = application
                .since(event.id)
                .any(|other| refers(other) && of(other, &person.name));
            (RuleId::R5, Trigger::Referred { on: event.on }, again)
        } else {
            // Whoever was written to twice is not written to again, and whoever referred the user is asked about that.
            (
                RuleId::R15,
                Trigger::Networked { on: event.on },
                others().next().is_some(),
            )
        };
        let is_answered = application.since(event.id).any(|known| known.what.is_employer_act());
        let Some(rule) = settings.rules.get(id, Case::Usual).filter(|_| !is_done && !is_answered) else {
            continue;
        };
        let proposal = Proposal::new(settings, rule, application.id, event.id, event.on, trigger);
        let known = situation.person(&person.name).or(Some(person));
        let proposal = proposal.to(known).for_person(Some(&person.name));
        // What was written to them before it was time was something else.
        let time = moved_to(situation, &proposal.key).map_or(proposal.own_date, |to| to.min(proposal.own_date));
        if !others().any(|other| !refers(other) && other.on >= time) {
            proposals.push(proposal);
        }
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
    let hangs_on = messages.last().map_or(chosen.id, |event| event.id);
    let mut proposal = Proposal::new(settings, rule, application.id, hangs_on, since, trigger);
    if let Some(earliest) = after_cap(&messages, rule.cap.0) {
        proposal = proposal.not_before(settings.calendar.on_or_after(earliest));
    }
    // The how-manieth of a year it is.
    let is_of_the_year = |event: &&&Event| a_year_after(event).is_some_and(|day| day > proposal.own_date);
    let of_the_year = messages.iter().filter(is_of_the_year).count();
    let nth = u8::try_from(of_the_year).unwrap_or(u8::MAX).saturating_add(1);
    Some(proposal.nth(nth).to(whom))
}

/// A year after the message that is the cap's first, counted from the latest.
fn after_cap(messages: &[&Event], cap: u8) -> Option<NaiveDate> {
    let first = messages.len().checked_sub(usize::from(cap))?;
    a_year_after(messages.get(first)?)
}

fn a_year_after(event: &Event) -> Option<NaiveDate> {
    event.on.checked_add_months(YEAR)
}
