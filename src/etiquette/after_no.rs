//! R12: after a no, thanks and one question for feedback.

use super::Settings;
use super::answer::is_answered;
use super::proposal::Proposal;
use super::rules::Case;
use super::situation::Situation;
use crate::domain::{Ending, RuleId, Stage, Trigger, What};

/// The last word to people who took the time for an interview.
pub(super) fn propose<'a>(situation: &Situation<'_>, settings: &'a Settings) -> Option<Proposal<'a>> {
    let rule = settings.rules.get(RuleId::R12, Case::Usual)?;
    let application = situation.application;
    if application.stage != Stage::Ended(Ending::Rejected) {
        return None;
    }
    let rejected = application
        .history
        .iter()
        .rfind(|event| matches!(event.what, What::Rejected { .. }))?;
    let was_interviewed = situation.meetings.iter().any(|meeting| meeting.on <= rejected.on);
    if !was_interviewed || is_answered(application, rejected.id) {
        return None;
    }
    let trigger = Trigger::Rejected { on: rejected.on };
    let proposal = Proposal::new(settings, rule, application.id, rejected.id, rejected.on, trigger);
    Some(proposal.to(situation.correspondent()))
}
