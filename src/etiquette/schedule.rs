//! From a proposal to a follow-up: pin or snooze, the promise that has to pass, the company's spacing, the soft weekday, lateness.

use chrono::NaiveDate;

use super::Settings;
use super::proposal::Proposal;
use super::rules::{Case, Overdue};
use super::situation::Situation;
use crate::domain::{Channel, CheckInTrack, FollowUp, FollowUpKey, Hold, PromiseOf, Reason, RuleId, What};

/// Whether the user let exactly this follow-up go.
pub(super) fn is_skipped(situation: &Situation<'_>, key: &FollowUpKey) -> bool {
    situation
        .application
        .history
        .iter()
        .any(|event| matches!(&event.what, What::Skipped { follow_up } if follow_up.is_same(key)))
}

/// The follow-up that a proposal comes to. `asked` is the day of the company's latest unanswered check-in, for check-ins.
pub(super) fn schedule(
    situation: &Situation<'_>,
    settings: &Settings,
    proposal: Proposal<'_>,
    check_ins_used: Option<u8>,
    asked: Option<NaiveDate>,
) -> FollowUp {
    let calendar = &*settings.calendar_for(proposal.rule.id);
    let mut date = proposal.own_date;
    let mut holds = Vec::new();
    let mut by_hand = proposal.agreed;

    if let Some(hold) = moved_by_user(situation, &proposal.key) {
        // An offer is answered and a posting applied to by the last day for it, whatever was put off.
        let at_the_latest = |to: NaiveDate| {
            let is_over_then = matches!(proposal.rule.id, RuleId::R14 | RuleId::R17);
            let last = proposal.last_day.filter(|_| is_over_then);
            last.map_or(to, |last| to.min(last))
        };
        let hold = match hold {
            Hold::Snoozed { to } => Hold::Snoozed { to: at_the_latest(to) },
            Hold::Pinned { to } => Hold::Pinned { to: at_the_latest(to) },
            other => other,
        };
        date = match hold {
            // Nobody is asked on a day off; a day of the user's own stands as they set it.
            Hold::Snoozed { to } if proposal.rule.id.is_check_in() => calendar.on_or_after(to),
            Hold::Snoozed { to } | Hold::Pinned { to } => to,
            _ => date,
        };
        by_hand = matches!(hold, Hold::Pinned { .. });
        holds.push(hold);
    }
    if proposal.rule.id.is_check_in() {
        let mut appointments = situation.meetings.iter().map(|meeting| meeting.on);
        if appointments.any(|on| date <= on) || situation.missed.is_some_and(|missed| date <= missed.on) {
            // No day of the user's own comes before an interview.
            date = proposal.own_date;
            by_hand = proposal.agreed;
            holds.clear();
        }
        if let Some((_, promise)) = situation.promise
            && date <= promise.date
            && !proposal.agreed
        {
            let (id, case) = match promise.of {
                PromiseOf::WrittenOffer => (RuleId::R13, Case::Named),
                PromiseOf::Word | PromiseOf::Call => (RuleId::R8, Case::Usual),
            };
            let rule = settings.rules.get(id, case);
            date = rule.map_or(promise.date, |rule| rule.due_after(promise.date, calendar));
            by_hand = false;
            holds.push(Hold::Promise { date: promise.date });
        }
        if let Some(asked) = asked
            && !proposal.agreed
            // Without a distance to keep it holds nothing back.
            && settings.company_spacing > 0
        {
            let earliest = calendar.after(asked, settings.company_spacing);
            if date < earliest {
                date = earliest;
                by_hand = false;
                holds.push(Hold::SameCompany { asked });
            }
        }
        let softened = calendar.past_soft_weekday(date);
        if softened != date && !by_hand {
            date = softened;
            holds.push(Hold::SoftWeekday);
        }
    }
    let overdue = match proposal.rule.overdue {
        Overdue::Never => None,
        Overdue::BusinessDaysAfterTrigger(count) if holds.is_empty() => Some(calendar.after(proposal.base, count)),
        Overdue::BusinessDays(count) | Overdue::BusinessDaysAfterTrigger(count) => Some(calendar.after(date, count)),
        Overdue::BusinessDaysBefore(count) => proposal.last_day.map(|last| calendar.before(last, count)),
    };
    // What comes to mind on its last day is not late before it is due.
    let overdue = overdue.map(|overdue| overdue.max(date));
    let fades = proposal.rule.fades.map(|count| calendar.after(date, count));
    let fades = fades.into_iter().chain(proposal.gone).min();
    FollowUp {
        due: date,
        overdue,
        fades,
        cap: proposal.cap,
        // Nobody calls by e-mail.
        channel: situation
            .channel(proposal.to.as_ref())
            .filter(|channel| !proposal.agreed || *channel == Channel::Phone),
        to: proposal.to,
        reason: Reason {
            trigger: proposal.trigger,
            own_date: proposal.own_date,
            holds,
            check_ins: check_ins_used.map(|used| CheckInTrack {
                used,
                cap: proposal.cap,
            }),
        },
        key: proposal.key,
    }
}

/// The day of the user's own for this follow-up, where there is one.
pub(super) fn moved_to(situation: &Situation<'_>, key: &FollowUpKey) -> Option<NaiveDate> {
    match moved_by_user(situation, key)? {
        Hold::Snoozed { to } | Hold::Pinned { to } => Some(to),
        _ => None,
    }
}

/// The user's latest word on when this follow-up is to come.
fn moved_by_user(situation: &Situation<'_>, key: &FollowUpKey) -> Option<Hold> {
    let moves = situation
        .application
        .history
        .iter()
        .filter_map(|event| match &event.what {
            What::Snoozed { follow_up, to } if follow_up.is_same(key) => {
                Some(((event.logged, event.id), Hold::Snoozed { to: *to }))
            }
            What::Pinned { follow_up, to } if follow_up.is_same(key) => {
                Some(((event.logged, event.id), Hold::Pinned { to: *to }))
            }
            _ => None,
        });
    moves.max_by_key(|(order, _)| *order).map(|(_, hold)| hold)
}
