//! R0a and R0b: what to ask at the end of an interview, and what was answered.

use chrono::NaiveDate;

use super::Settings;
use super::calendar::plus_days;
use super::proposal::Proposal;
use super::rules::Case;
use super::situation::Situation;
use crate::domain::{Meeting, RuleId, Trigger, What};

/// On the day of a booked interview the reminder to ask; afterwards the question what they said, for one interview at a time.
pub(super) fn propose<'a>(situation: &Situation<'_>, settings: &'a Settings) -> Vec<Proposal<'a>> {
    let mut proposals = Vec::new();
    let mut meetings = situation.meetings.iter().peekable();
    while let Some(meeting) = meetings.next() {
        if !meeting.logged {
            proposals.extend(to_ask(situation, settings, meeting));
        }
        let next = meetings.peek().map(|next| told_from(next));
        // Of two that are told on one day, the later one is asked about.
        if next.is_none_or(|next| told_from(meeting) < next) {
            proposals.extend(asked(situation, settings, meeting, next));
        }
    }
    proposals
}

fn to_ask<'a>(situation: &Situation<'_>, settings: &'a Settings, meeting: &Meeting<'_>) -> Option<Proposal<'a>> {
    let rule = settings.rules.get(RuleId::R0a, Case::Usual)?;
    let id = situation.application.id;
    let proposal = Proposal::new(settings, rule, id, meeting.anchor, meeting.on, trigger(meeting));
    Some(Proposal {
        gone: Some(plus_days(meeting.on, 1)),
        ..proposal.to(meeting.people.first())
    })
}

fn asked<'a>(
    situation: &Situation<'_>,
    settings: &'a Settings,
    meeting: &Meeting<'_>,
    next: Option<NaiveDate>,
) -> Option<Proposal<'a>> {
    if is_answered(situation, meeting, next) {
        return None;
    }
    let rule = settings.rules.get(RuleId::R0b, Case::Usual)?;
    let id = situation.application.id;
    let proposal = Proposal::new(settings, rule, id, meeting.anchor, told_from(meeting), trigger(meeting));
    let to = meeting.people.first().or(situation.correspondent());
    Some(Proposal {
        gone: next,
        ..proposal.to(to)
    })
}

/// The day from which on one can tell what was said: a booked interview that nobody wrote down has passed with its day.
fn told_from(meeting: &Meeting<'_>) -> NaiveDate {
    if meeting.logged {
        meeting.on
    } else {
        plus_days(meeting.on, 1)
    }
}

/// How they wish to stay in touch is what the four answers come to: that it was written down, be it that nothing was said, settles the
/// question.
fn is_answered(situation: &Situation<'_>, meeting: &Meeting<'_>, next: Option<NaiveDate>) -> bool {
    let mut history = situation.application.history.iter();
    history.any(|event| {
        matches!(event.what, What::Preferred { .. })
            && event.on >= meeting.on
            && next.is_none_or(|next| event.on < next)
    })
}

fn trigger(meeting: &Meeting<'_>) -> Trigger {
    Trigger::Interviewed {
        on: meeting.on,
        round: meeting.round,
        logged: meeting.logged,
    }
}
