//! What holds of the agenda however a ledger came to be.

use chrono::NaiveDate;
use proptest::prelude::*;
use your_move::domain::{
    ANSWER, Application, Carried, Event, FollowUp, Hold, Outlook, PromiseOf, RuleId, Trigger, WaitReason, What,
};
use your_move::etiquette::{Settings, plan};
use your_move::ledger::{fold, merge};

use super::chosen::settings;
use super::manners::{application_of, events_of, histories};
use super::story::{application_id, day, event_id, instant};

fn check_ins(outlooks: &[Outlook]) -> impl Iterator<Item = &FollowUp> {
    let all = outlooks.iter().flat_map(|outlook| &outlook.follow_ups);
    all.filter(|follow_up| follow_up.rule().is_check_in())
}

/// Those whose day is the user's to choose: a call that was agreed on waits for nobody.
fn not_agreed(outlooks: &[Outlook]) -> impl Iterator<Item = &FollowUp> {
    check_ins(outlooks).filter(|follow_up| !is_call(follow_up))
}

pub(crate) fn is_call(follow_up: &FollowUp) -> bool {
    let call = PromiseOf::Call;
    matches!(follow_up.reason.trigger, Trigger::Promised { of, .. } if of == call)
}

/// The check-ins of an application that nobody has answered.
fn unanswered(application: &Application) -> Vec<NaiveDate> {
    let acted = application.employer_acts().map(|event| event.on);
    let met = application.meetings().into_iter().map(|meeting| meeting.on);
    let last = acted.chain(met).max();
    let asked = application
        .history
        .iter()
        .filter(|event| matches!(event.what, What::CheckedIn { .. }));
    asked
        .map(|event| event.on)
        .filter(|on| last.is_none_or(|last| *on > last))
        .collect()
}

fn moved_by_user(follow_up: &FollowUp) -> bool {
    let holds = &follow_up.reason.holds;
    holds
        .iter()
        .any(|hold| matches!(hold, Hold::Snoozed { .. } | Hold::Pinned { .. }))
}

/// One more thing that is written down after all others.
fn later(nth: usize, on: NaiveDate, what: What) -> Event {
    Event {
        id: event_id(9_000 + nth),
        application: application_id(1),
        on,
        logged: instant(900_000 + nth),
        what,
        carried: Carried::default(),
    }
}

proptest! {
    #[test]
    fn nobody_at_a_company_is_asked_again_within_five_business_days(one in histories(), other in histories(), settings in settings()) {
        let company = [application_of(1, &one), application_of(2, &other)];
        let outlooks = plan(&company, &settings);
        prop_assert!(not_agreed(&outlooks).count() <= 1, "never two at once");
        let retired = |application: &&Application| !application.history.iter().any(|event| event.what == What::Retired {});
        for follow_up in not_agreed(&outlooks) {
            for application in company.iter().filter(|application| application.is_open()).filter(retired) {
                for asked in unanswered(application) {
                    let spacing = settings.company_spacing;
                    prop_assert!(spacing == 0 || follow_up.due >= settings.calendar.after(asked, spacing));
                }
            }
        }
    }

    #[test]
    fn no_more_are_sent_than_the_cap_while_they_are_silent(one in histories(), settings in settings()) {
        let application = application_of(1, &one);
        let sent = unanswered(&application).len();
        for follow_up in check_ins(&plan(std::slice::from_ref(&application), &settings)) {
            prop_assert!(sent < usize::from(follow_up.cap));
            prop_assert_eq!(usize::from(follow_up.key.nth), sent + 1);
        }
    }

    #[test]
    fn check_ins_are_due_on_business_days(one in histories(), settings in settings()) {
        for follow_up in not_agreed(&plan(&[application_of(1, &one)], &settings)) {
            let is_pinned = follow_up.reason.holds.iter().any(|hold| matches!(hold, Hold::Pinned { .. }));
            prop_assert!(is_pinned || settings.calendar.is_business_day(follow_up.due), "{}", follow_up.due);
        }
    }

    #[test]
    fn nothing_comes_before_its_rules_own_date(one in histories(), other in histories(), settings in settings()) {
        let outlooks = plan(&[application_of(1, &one), application_of(2, &other)], &settings);
        for follow_up in outlooks.iter().flat_map(|outlook| &outlook.follow_ups) {
            prop_assert!(moved_by_user(follow_up) || follow_up.due >= follow_up.reason.own_date);
        }
    }

    #[test]
    fn nothing_is_late_or_gone_before_it_is_due_or_one_more_than_there_may_be(one in histories(), settings in settings()) {
        for follow_up in plan(&[application_of(1, &one)], &settings).iter().flat_map(|outlook| &outlook.follow_ups) {
            prop_assert!(follow_up.overdue.is_none_or(|overdue| overdue >= follow_up.due));
            prop_assert!(follow_up.fades.is_none_or(|fades| fades > follow_up.due));
            prop_assert!(follow_up.key.nth <= follow_up.cap || follow_up.key.nth == ANSWER);
        }
    }

    #[test]
    fn a_check_in_of_one_brings_none_of_another_before_its_own_date(one in histories(), other in histories(), on in 0u64..70) {
        let on = day("2026-10-01") + chrono::Days::new(on);
        let second = application_of(2, &other);
        let mut sent = events_of(1, &one);
        sent.push(later(0, on, What::CheckedIn { whom: None, channel: None }));
        let after = plan(&[fold(application_id(1), &sent), second], &Settings::default());
        for follow_up in check_ins(&after).filter(|follow_up| follow_up.key.application == application_id(2)) {
            prop_assert!(moved_by_user(follow_up) || follow_up.due >= follow_up.reason.own_date);
        }
    }

    #[test]
    fn the_order_in_which_events_arrive_does_not_matter(one in histories(), order in any::<prop::sample::Index>()) {
        let events = events_of(1, &one);
        let agenda = |events: &[Event]| plan(&[fold(application_id(1), events)], &Settings::default());
        let mut turned = events.clone();
        turned.rotate_left(order.index(events.len()));
        prop_assert_eq!(agenda(&turned), agenda(&events));
        turned.reverse();
        prop_assert_eq!(agenda(&turned), agenda(&events));
    }

    #[test]
    fn what_two_machines_know_is_the_agenda_of_both(one in histories(), cut in any::<prop::sample::Index>(), lap in any::<prop::sample::Index>()) {
        let events = events_of(1, &one);
        let agenda = |events: &[Event]| plan(&[fold(application_id(1), events)], &Settings::default());
        let cut = cut.index(events.len());
        let lap = lap.index(cut + 1);
        let (here, there) = (&events[..cut], &events[lap..]);
        prop_assert_eq!(agenda(&merge(here, there)), agenda(&events));
        prop_assert_eq!(agenda(&merge(there, here)), agenda(&events));
    }

    #[test]
    fn undoing_gives_back_the_agenda(one in histories(), more in histories()) {
        let mut events = events_of(1, &one);
        let agenda = |events: &[Event]| plan(&[fold(application_id(1), events)], &Settings::default());
        let before = agenda(&events);
        let (on, what) = more[0].clone();
        let extra = later(0, on, what);
        let undone = later(1, on, What::Voided { event: extra.id });
        events.extend([extra, undone]);
        prop_assert_eq!(agenda(&events), before);
    }

    #[test]
    fn a_question_is_due_until_it_is_answered_or_let_go(one in histories(), settings in settings()) {
        let application = application_of(1, &one);
        let retired = application.history.iter().rposition(|event| event.what == What::Retired {});
        let outlooks = plan(std::slice::from_ref(&application), &settings);
        let asked = application.history.iter().enumerate().filter(|(_, event)| matches!(event.what, What::Heard { asks: true, .. }));
        for (index, question) in asked.filter(|(index, _)| application.is_open() && retired.is_none_or(|retired| retired < *index)) {
            // An invitation, an appointment or a date that they name leaves it open.
            let is_settled = application.history.iter().skip(index + 1).any(|later| matches!(later.what, What::Replied { .. } | What::Heard { .. } | What::Interviewed { .. } | What::Offered { .. }));
            let is_let_go = application.history.iter().any(|event| matches!(&event.what, What::Skipped { follow_up } if follow_up.event == question.id));
            let mut follow_ups = outlooks.iter().flat_map(|outlook| &outlook.follow_ups);
            let is_due = follow_ups.any(|follow_up| follow_up.rule() == RuleId::R1 && follow_up.key.event == question.id && follow_up.due >= question.on && follow_up.fades.is_none());
            prop_assert!(is_due || is_settled || is_let_go);
            prop_assert!(!is_due || check_ins(&outlooks).count() == 0, "nobody asks who owes an answer");
        }
    }

    #[test]
    fn no_reason_tells_of_a_day_ahead_as_past(one in histories(), settings in settings()) {
        use Trigger::{Applied, Asked, CheckedIn, Heard, Interviewed, KeptWarm, Missed, Networked, Offered, Referred, Rejected};
        let application = application_of(1, &one);
        let outlooks = plan(std::slice::from_ref(&application), &settings);
        let mut triggers = Vec::new();
        for outlook in &outlooks {
            triggers.extend(outlook.follow_ups.iter().map(|follow_up| &follow_up.reason.trigger));
            if let Some(WaitReason::NotYet { trigger }) = outlook.wait.as_ref().map(|wait| &wait.reason) {
                triggers.push(trigger);
            }
        }
        for trigger in triggers {
            if let Interviewed { on, logged: true, .. } | Applied { on, .. } | Heard { on } | CheckedIn { on } | Asked { on, .. } | Referred { on }
                | Networked { on } | Missed { on } | Rejected { on } | Offered { on, .. } | KeptWarm { since: on } = trigger
            {
                prop_assert!(application.history.iter().any(|event| event.on == *on), "{trigger:?}");
            }
        }
    }
}
