//! R11, R17 and R18: an appointment that they missed, a posting that closes, something that the user owes.

use super::Settings;
use super::answer::is_answered;
use super::proposal::Proposal;
use super::rules::Case;
use super::situation::Situation;
use crate::domain::{Event, PromiseBy, RuleId, Stage, Trigger, What};

/// They did not come: the user names the time that was agreed and offers another one. Whatever they do since settles it.
pub(super) fn missed<'a>(situation: &Situation<'_>, settings: &'a Settings) -> Option<Proposal<'a>> {
    let rule = settings.rules.get(RuleId::R11, Case::Usual)?;
    let history = &situation.application.history;
    let missed = history
        .iter()
        .rposition(|event| matches!(event.what, What::Missed { .. }))?;
    let acted = history
        .iter()
        .skip(missed + 1)
        .any(|event| event.what.is_employer_act());
    let missed = history.get(missed).filter(|_| !acted)?;
    if is_answered(situation, missed.id, missed.on) {
        return None;
    }
    let trigger = Trigger::Missed { on: missed.on };
    let proposal = Proposal::new(settings, rule, situation.application.id, missed.id, missed.on, trigger);
    Some(proposal.to(situation.correspondent()))
}

/// A posting that was kept closes soon: apply, or let it go.
pub(super) fn closing<'a>(situation: &Situation<'_>, settings: &'a Settings) -> Option<Proposal<'a>> {
    let rule = settings.rules.get(RuleId::R17, Case::Usual)?;
    let closes = situation.closes()?;
    // An application that nobody kept from a page begins with its first fact.
    let begins = |event: &&Event| matches!(event.what, What::Captured { .. } | What::Corrected(_));
    let kept = situation.application.history.iter().find(begins)?;
    if situation.application.stage != Stage::Saved {
        return None;
    }
    let trigger = Trigger::Saved { on: kept.on, closes };
    let proposal = Proposal::new(settings, rule, situation.application.id, kept.id, closes, trigger);
    Some(proposal.not_before(kept.on).with_last_day(Some(closes)))
}

/// What the user took on or promised, and has not handed in.
pub(super) fn owed<'a>(situation: &Situation<'_>, settings: &'a Settings) -> Vec<Proposal<'a>> {
    let Some(rule) = settings.rules.get(RuleId::R18, Case::Usual) else {
        return Vec::new();
    };
    let history = &situation.application.history;
    let is_delivered = |id| {
        let mut history = history.iter();
        history.any(|event| event.what == What::Delivered { undertaking: id })
    };
    let owed = history.iter().filter_map(|event| {
        let (what, by) = match &event.what {
            What::Undertook { what, by } => (Some(what.clone()), *by),
            What::Promised(promise) if promise.by == PromiseBy::User => (None, promise.date),
            _ => return None,
        };
        if is_delivered(event.id) {
            return None;
        }
        let trigger = Trigger::Undertook { what, by };
        let proposal = Proposal::new(settings, rule, situation.application.id, event.id, by, trigger);
        Some(proposal.not_before(event.on).with_last_day(Some(by)))
    });
    owed.collect()
}
