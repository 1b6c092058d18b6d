//! R11, R17 and R18: an appointment that they missed, a posting that closes, something that the user owes.

use chrono::NaiveDate;

use super::Settings;
use super::answer::is_answered;
use super::calendar::plus_days;
use super::proposal::Proposal;
use super::rules::Case;
use super::situation::{ActKind, Situation};
use crate::domain::{Event, PromiseBy, RuleId, Stage, Trigger, What};

/// They did not come: the user names the time that was agreed and offers another one. Whatever they do since settles it.
pub(super) fn missed<'a>(situation: &Situation<'_>, settings: &'a Settings) -> Option<Proposal<'a>> {
    let rule = settings.rules.get(RuleId::R11, Case::Usual)?;
    let application = situation.application;
    let missed = situation.missed.filter(|missed| !is_answered(application, missed.id))?;
    let trigger = Trigger::Missed { on: missed.on };
    let proposal = Proposal::new(settings, rule, application.id, missed.id, missed.on, trigger);
    Some(proposal.to(situation.correspondent()))
}

/// The day of an appointment that they missed, while that is the last there was and the user has neither written about it nor let it go.
pub(super) fn missed_on(situation: &Situation<'_>) -> Option<NaiveDate> {
    let act = situation.last_act.filter(|act| act.kind == ActKind::Missed)?;
    (!situation.is_let_go(RuleId::R11, act.event) && !is_answered(situation.application, act.event)).then_some(act.on)
}

/// A posting that was kept closes soon: apply, or let it go.
pub(super) fn closing<'a>(situation: &Situation<'_>, settings: &'a Settings) -> Option<Proposal<'a>> {
    let rule = settings.rules.get(RuleId::R17, Case::Usual)?;
    let closes = situation.closes()?;
    // An application that nobody kept from a page begins with its first fact.
    let begins = |event: &&Event| matches!(event.what, What::Captured { .. } | What::Corrected(_));
    let kept = situation.application.history.iter().find(begins)?;
    // Once it has closed nothing can be done.
    if situation.application.stage != Stage::Saved || closes < kept.on {
        return None;
    }
    let trigger = Trigger::Saved { on: kept.on, closes };
    let proposal = Proposal::new(settings, rule, situation.application.id, kept.id, closes, trigger);
    let proposal = proposal.not_before(kept.on).with_last_day(Some(closes));
    Some(Proposal {
        gone: Some(plus_days(closes, 1)),
        ..proposal
    })
}

/// What the user took on or promised, and has not handed in.
pub(super) fn owed<'a>(situation: &Situation<'_>, settings: &'a Settings) -> Vec<Proposal<'a>> {
    let Some(rule) = settings.rules.get(RuleId::R18, Case::Usual) else {
        return Vec::new();
    };
    let application = situation.application;
    let owed = application.history.iter().filter_map(|event| {
        let (what, by) = match &event.what {
            What::Undertook { what, by } => (Some(what.clone()), *by),
            What::Promised(promise) if promise.by == PromiseBy::User => (None, promise.date),
            _ => return None,
        };
        if application.is_delivered(event.id) {
            return None;
        }
        let trigger = Trigger::Undertook { what, by };
        let proposal = Proposal::new(settings, rule, application.id, event.id, by, trigger);
        let proposal = proposal.not_before(event.on).with_last_day(Some(by));
        Some(proposal.to(situation.correspondent()))
    });
    owed.collect()
}
