//! What holds whatever happened.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use your_move::domain::{
    Application, Channel, Closing, Contact, Correction, Event, FollowUpKey, Interview, Round, RuleId, What,
};
use your_move::etiquette::{Settings, plan};
use your_move::ledger::fold;

use super::laws::is_call;
use super::story::{
    application_id, applied, asked, call_on, checked_in, day, do_not_contact, events, heard, interviewed, invited, key,
    line, nth_event, pinned, promised, rescheduled, show, skipped, snoozed, thanked,
};

/// Any history of an application, of up to eight things within two months.
pub(crate) fn histories() -> impl Strategy<Value = Vec<(NaiveDate, What)>> {
    let what = prop_oneof![
        Just(applied()),
        Just(interviewed(Round::Middle, &["Dana Kim"])),
        Just(interviewed(Round::Final, &[])),
        Just(heard()),
        Just(asked()),
        days().prop_map(|by| What::Heard {
            asks: true,
            answer_by: Some(by),
            note: None
        }),
        Just(What::Invited(Interview::default())),
        days().prop_map(|date| call_on(&date.to_string())),
        Just(What::Reopened {}),
        wishes(),
        Just(checked_in()),
        Just(thanked(None)),
        Just(What::Replied { note: None }),
        days().prop_map(|date| promised(&date.to_string())),
        days().prop_map(|date| invited(&date.to_string(), Round::Middle)),
        Just(What::Closed { why: Closing::NoAnswer }),
        Just(do_not_contact()),
        Just(What::Retired {}),
        Just(What::Offered {
            written: false,
            answer_by: None
        }),
        (any::<bool>(), days()).prop_map(|(written, by)| What::Offered {
            written,
            answer_by: Some(by)
        }),
        Just(What::Missed { interview: None }),
        Just(What::Rejected { note: None }),
        Just(What::KeptWarm {}),
        Just(What::Referred {
            by: Contact::named(line("Ana"))
        }),
        Just(What::Networked {
            with: Contact::named(line("Ana"))
        }),
        days().prop_map(|by| What::Undertook {
            what: line("a task"),
            by
        }),
        days().prop_map(|on| What::Corrected(Correction::Closes(Some(on)))),
        (0usize..7).prop_map(|nth| What::Cancelled {
            interview: nth_event(1, nth)
        }),
        (0usize..7, days()).prop_map(|(nth, to)| rescheduled(nth, &to.to_string())),
        (follow_ups(), days()).prop_map(|(follow_up, to)| snoozed(&follow_up, &to.to_string())),
        (follow_ups(), days()).prop_map(|(follow_up, to)| pinned(&follow_up, &to.to_string())),
        follow_ups().prop_map(|follow_up| skipped(&follow_up)),
    ];
    proptest::collection::vec((days(), what), 1..8)
}

/// How somebody or everybody likes to be reached, and how not.
fn wishes() -> impl Strategy<Value = What> {
    use Channel::{Email, Phone};
    let channel = || prop::sample::select(&[None, Some(Email), Some(Phone)][..]);
    let person = prop::sample::select(&[None, Some("Dana Kim"), Some("Ana")][..]);
    (person, channel(), channel()).prop_map(|(person, channel, refused)| What::Preferred {
        person: person.map(line),
        channel,
        refused: refused.into_iter().collect(),
        do_not_contact: None,
    })
}

fn days() -> impl Strategy<Value = NaiveDate> {
    (0u64..60).prop_map(|ahead| day("2026-10-01") + Days::new(ahead))
}

/// Follow-ups that the first application may have.
fn follow_ups() -> impl Strategy<Value = FollowUpKey> {
    use RuleId::{R4, R7, R8, R9};
    let rule = prop::sample::select(&[R4, R7, R8, R9][..]);
    (rule, 0usize..7, 1u8..=2).prop_map(|(rule, nth_thing, nth)| key(rule, nth_event(1, nth_thing), nth))
}

pub(crate) fn application_of(number: u8, happened: &[(NaiveDate, What)]) -> Application {
    fold(application_id(number), &events_of(number, happened))
}

/// The events of which [`application_of`] makes an application.
pub(crate) fn events_of(number: u8, happened: &[(NaiveDate, What)]) -> Vec<Event> {
    let dates: Vec<String> = happened.iter().map(|(on, _)| on.to_string()).collect();
    let happened: Vec<(&str, What)> = dates
        .iter()
        .zip(happened)
        .map(|(on, (_, what))| (on.as_str(), what.clone()))
        .collect();
    events(number, &happened)
}

proptest! {
    #[test]
    fn manners_hold_for_every_history(one in histories(), other in histories()) {
        let company = [application_of(1, &one), application_of(2, &other)];
        let outlooks = plan(&company, &Settings::default());
        let check_ins: Vec<_> = outlooks.iter().flat_map(|outlook| &outlook.follow_ups).filter(|follow_up| follow_up.rule().is_check_in()).collect();
        let not_agreed = check_ins.iter().filter(|follow_up| !is_call(follow_up));
        prop_assert!(not_agreed.count() <= 1, "one company, one check-in at a time");
        for follow_up in check_ins {
            let application = company.iter().find(|application| application.id == follow_up.key.application).unwrap();
            prop_assert!(follow_up.key.nth <= follow_up.cap);
            prop_assert!(application.do_not_contact().is_none());
            prop_assert!(follow_up.overdue.unwrap() > follow_up.due);
            if let Some((_, promise)) = application.live_promise() {
                prop_assert!(follow_up.due > promise.date || is_call(follow_up));
            }
            for meeting in application.meetings() {
                prop_assert!(follow_up.due > meeting.on || is_call(follow_up));
            }
            for missed in application.history.iter().filter(|event| matches!(event.what, What::Missed { .. })) {
                let acted = application.since(missed.id).any(|event| event.what.is_employer_act());
                prop_assert!(acted || follow_up.due > missed.on);
            }
        }
        for outlook in &outlooks {
            let application = company.iter().find(|application| application.id == outlook.application).unwrap();
            prop_assert_eq!(outlook.wait.is_some(), application.is_open());
            for follow_up in &outlook.follow_ups {
                prop_assert!(application.is_open() || matches!(follow_up.rule(), RuleId::R12 | RuleId::R16 | RuleId::R18));
                prop_assert!(follow_up.fades.is_none_or(|fades| fades > follow_up.due));
            }
        }
    }

    #[test]
    fn a_refused_channel_is_never_proposed(one in histories()) {
        let application = application_of(1, &one);
        for follow_up in plan(std::slice::from_ref(&application), &Settings::default()).iter().flat_map(|outlook| &outlook.follow_ups) {
            let Some(by) = follow_up.channel else { continue };
            let mut history = application.history.iter();
            // The last that they said of it themselves is no refusal.
            let own = history.rfind(|event| matches!(&event.what, What::Preferred { person: Some(name), channel, refused, .. }
                if follow_up.to.as_ref().is_some_and(|to| to.name == *name) && (*channel == Some(by) || refused.contains(&by))));
            let refuses = |event: &Event| matches!(&event.what, What::Preferred { refused, .. } if refused.contains(&by));
            prop_assert!(!own.is_some_and(refuses));
        }
    }

    #[test]
    fn it_does_not_matter_when_something_was_written_down(mut happened in histories()) {
        // On one day the instant decides among what one side did.
        happened.sort_by_key(|(on, _)| *on);
        happened.dedup_by_key(|(on, _)| *on);
        // What names another thing would name a different one, and of two corrections the later word counts.
        happened.retain(|(_, what)| !matches!(what, What::Cancelled { .. } | What::Rescheduled { .. } | What::Snoozed { .. } | What::Pinned { .. } | What::Skipped { .. } | What::Corrected(_)));
        let shown = |happened: &[(NaiveDate, What)]| -> Vec<String> {
            let outlooks = plan(&[application_of(1, happened)], &Settings::default());
            // Identities, which order what is due on one day, are made when something is written down.
            let mut shown: Vec<String> = outlooks.iter().flat_map(|outlook| &outlook.follow_ups).map(show).collect();
            shown.sort();
            shown
        };
        let forwards = shown(&happened);
        happened.reverse();
        prop_assert_eq!(shown(&happened), forwards);
    }
}
