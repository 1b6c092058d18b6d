//! R0a and R0b: what to ask at the end of an interview, and what was answered.

use chrono::NaiveDate;

use super::Settings;
use super::calendar::plus_days;
use super::proposal::Proposal;
use super::rules::Case;
use super::situation::Situation;
use crate::domain::{Appointment, Meeting, PromiseBy, RuleId, Trigger, What};

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
    let booking = meeting
        .booking
        .and_then(|booking| situation.application.booking(booking));
    let trigger = trigger(meeting, booking.map(Appointment::from).map(Box::new));
    let proposal = Proposal::new(settings, rule, id, meeting.anchor, meeting.on, trigger);
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
    // With an offer they have decided.
    let history = situation.application.history.iter();
    let mut offers = history.filter(|event| matches!(event.what, What::Offered { .. }) && event.on >= meeting.on);
    let offered = offers.next().map(|event| event.on);
    if is_answered(situation, meeting, next) || offered.is_some_and(|on| on <= told_from(meeting)) {
        return None;
    }
    let rule = settings.rules.get(RuleId::R0b, Case::Usual)?;
    let id = situation.application.id;
    let proposal = Proposal::new(
        settings,
        rule,
        id,
        meeting.anchor,
        told_from(meeting),
        trigger(meeting, None),
    );
    let to = meeting.people.first().or(situation.correspondent());
    Some(Proposal {
        gone: next.into_iter().chain(offered).min(),
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

/// Whether the four are written down since: by when they decide, how they like to be reached, by whom, and whether the user may ask. That nothing
/// was said, or nothing more, settles it as well; so does that they wish not to be contacted.
fn is_answered(situation: &Situation<'_>, meeting: &Meeting<'_>, next: Option<NaiveDate>) -> bool {
    let [mut day, mut way, mut whom, mut consent] = [false; 4];
    let history = situation.application.history.iter();
    for event in history.filter(|event| event.on >= meeting.on && next.is_none_or(|next| event.on < next)) {
        match &event.what {
            What::Promised(promise) => day |= promise.by == PromiseBy::Employer,
            What::Preferred {
                person,
                channel,
                refused,
                do_not_contact,
            } => {
                if *do_not_contact == Some(true) || event.what.is_unsaid() {
                    return true;
                }
                way |= channel.is_some() || !refused.is_empty();
                whom |= person.is_some();
                consent |= do_not_contact.is_some();
            }
            _ => {}
        }
    }
    day && way && whom && consent
}

fn trigger(meeting: &Meeting<'_>, at: Option<Box<Appointment>>) -> Trigger {
    Trigger::Interviewed {
        on: meeting.on,
        round: meeting.round,
        logged: meeting.logged,
        at,
    }
}
