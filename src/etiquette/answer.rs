//! R1 and R14: they wait for the user's answer, to a question, to an invitation or to an offer.

use chrono::NaiveDate;

use super::Settings;
use super::proposal::Proposal;
use super::rules::Case;
use super::situation::Situation;
use crate::domain::{ANSWER, Application, Event, EventId, RuleId, Trigger, What};

/// What they asked, each where it is not answered yet.
pub(super) fn questions<'a>(situation: &Situation<'_>, settings: &'a Settings) -> Vec<Proposal<'a>> {
    let propose = |asked: &Event| {
        let answer_by = match asked.what {
            What::Heard { answer_by, .. } => answer_by,
            _ => None,
        };
        let case = if answer_by.is_some() { Case::Named } else { Case::Usual };
        let rule = settings.rules.get(RuleId::R1, case)?;
        let trigger = Trigger::Asked {
            on: asked.on,
            answer_by,
            invited: matches!(asked.what, What::Invited(_)),
        };
        let proposal = Proposal::new(settings, rule, situation.application.id, asked.id, asked.on, trigger);
        Some(proposal.with_last_day(answer_by).to(situation.correspondent()))
    };
    situation.questions().filter_map(propose).collect()
}

/// Since when they wait for the user, where they do. A question that the user let go is waited for until they do something else.
pub(super) fn wanted_since(situation: &Situation<'_>) -> Option<NaiveDate> {
    let is_last = |asked: &Event| situation.last_act.is_some_and(|act| act.event == asked.id);
    let mut questions = situation.questions();
    questions
        .find(|asked| is_last(asked) || !situation.is_let_go(RuleId::R1, asked.id))
        .map(|asked| asked.on)
}

/// A written offer is acknowledged at once, and answered in time.
pub(super) fn offer<'a>(situation: &Situation<'_>, settings: &'a Settings) -> Vec<Proposal<'a>> {
    let Some(offer) = situation.offer.filter(|offer| offer.written) else {
        return Vec::new();
    };
    let id = situation.application.id;
    let trigger = Trigger::Offered {
        on: offer.on,
        written: true,
        answer_by: offer.answer_by,
    };
    let propose = |case, base| {
        let rule = settings.rules.get(RuleId::R14, case)?;
        let proposal = Proposal::new(settings, rule, id, offer.event, base, trigger.clone());
        Some(proposal.to(situation.correspondent()))
    };
    let is_acknowledged = is_answered(situation.application, offer.event);
    let acknowledge = propose(Case::Usual, offer.on).filter(|_| !is_acknowledged);
    let acknowledge = acknowledge.map(|proposal| proposal.with_last_day(offer.answer_by));
    let answer = offer.answer_by.and_then(|by| {
        let proposal = propose(Case::Answer, by)?.not_before(offer.on).with_last_day(Some(by));
        Some(proposal.nth(ANSWER))
    });
    acknowledge.into_iter().chain(answer).collect()
}

/// Whether the user has written to them since.
pub(super) fn is_answered(application: &Application, event: EventId) -> bool {
    let mut since = application.since(event);
    since.any(|known| {
        matches!(
            known.what,
            What::Replied { .. } | What::Thanked { .. } | What::CheckedIn { .. }
        )
    })
}
