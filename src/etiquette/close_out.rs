//! R10: no further check-in will come and they are silent: is it over?

use chrono::NaiveDate;

use super::Settings;
use super::proposal::Proposal;
use super::rules::Case;
use super::situation::{Act, Situation};
use crate::domain::{Event, RuleId, Trigger, What};

/// The question, where there is something that can be over.
pub(super) fn propose<'a>(situation: &Situation<'_>, settings: &'a Settings) -> Option<Proposal<'a>> {
    let rule = settings.rules.get(RuleId::R10, Case::Usual)?;
    let do_not_contact = situation.application.do_not_contact();
    let anchor = situation
        .last_act
        .map(|act| act.event)
        .or(situation.applied.map(|applied| applied.id))?;
    let since = situation
        .last_act
        .map(|act| act.on)
        .or(situation.applied.map(|applied| applied.on))?;
    let asked = situation.check_ins.last().map(|event| event.on);
    let trigger = Trigger::Silent {
        since,
        asked,
        skipped: skipped(situation).filter(|skipped| asked.is_none_or(|asked| asked <= *skipped)),
        do_not_contact: do_not_contact.is_some(),
    };
    let mut proposal = Proposal::new(settings, rule, situation.application.id, anchor, since, trigger);
    let own_date = match do_not_contact {
        Some(wish) => after(settings, Case::DoNotContact, wish.on.max(since))?,
        None => latest(situation, settings).unwrap_or(proposal.own_date),
    };
    // Nor is it over before the day on which they are to be met.
    let met = situation.last_act.map(Act::earliest);
    let dates = [Some(own_date), taken_up(situation, settings), met];
    proposal.own_date = dates.into_iter().flatten().max()?;
    Some(proposal)
}

/// The latest of: so long after the last check-in, after applying or closing, after a date that they or the user named.
fn latest(situation: &Situation<'_>, settings: &Settings) -> Option<NaiveDate> {
    let check_in = situation.check_ins.last().map(|event| (Case::AfterCheckIn, event.on));
    let closes = situation.closes();
    let applied = situation
        .applied
        .map(|event| (Case::Usual, closes.map_or(event.on, |closes| closes.max(event.on))));
    let promise = situation.promise.map(|(_, promise)| (Case::AfterDate, promise.date));
    let own = named_by_user(situation).map(|date| (Case::AfterDate, date));
    let dates = [check_in, applied, promise, own].into_iter().flatten();
    let due = dates.filter_map(|(case, date)| after(settings, case, date)).max()?;
    // The question never comes before the user has let the last check-in go.
    Some(skipped(situation).map_or(due, |skipped| due.max(skipped)))
}

/// The latest day on which the user let a check-in go since they last acted.
fn skipped(situation: &Situation<'_>) -> Option<NaiveDate> {
    let skipped = since_last_act(situation)
        .filter(|event| matches!(&event.what, What::Skipped { follow_up } if follow_up.rule.is_check_in()));
    skipped.map(|event| event.on).max()
}

/// Whoever took it up again has just said that it is not over.
fn taken_up(situation: &Situation<'_>, settings: &Settings) -> Option<NaiveDate> {
    let mut history = since_last_act(situation).filter(|event| event.what == What::Reopened {});
    after(settings, Case::AfterDate, history.next_back()?.on)
}

fn after(settings: &Settings, case: Case, date: NaiveDate) -> Option<NaiveDate> {
    let rule = settings.rules.get(RuleId::R10, case)?;
    Some(rule.due_after(date, &settings.calendar))
}

/// The latest day to which the user moved a check-in since they last acted.
fn named_by_user(situation: &Situation<'_>) -> Option<NaiveDate> {
    let moved = since_last_act(situation).filter_map(|event| match &event.what {
        What::Snoozed { follow_up, to } | What::Pinned { follow_up, to } if follow_up.rule.is_check_in() => Some(*to),
        _ => None,
    });
    moved.max()
}

fn since_last_act<'a>(situation: &Situation<'a>) -> impl DoubleEndedIterator<Item = &'a Event> {
    let last = situation.last_act.map(|act| act.on);
    situation
        .application
        .history
        .iter()
        .filter(move |event| last.is_none_or(|last| event.on >= last))
}
