//! What holds whatever happened.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use your_move::domain::{Application, Closing, Round, What};
use your_move::etiquette::{Settings, plan};

use super::story::{
    applied, asked, checked_in, day, do_not_contact, heard, interviewed, invited, promised, story, thanked,
};

/// Any history of an application without do-not-contact, of up to eight things within two months.
fn histories() -> impl Strategy<Value = Vec<(NaiveDate, What)>> {
    let what = prop_oneof![
        Just(applied()),
        Just(interviewed(Round::Middle, &["Dana Kim"])),
        Just(interviewed(Round::Final, &[])),
        Just(heard()),
        Just(asked()),
        Just(checked_in()),
        Just(thanked(None)),
        Just(What::Replied { note: None }),
        (0u64..60).prop_map(|ahead| promised(&(day("2026-10-01") + Days::new(ahead)).to_string())),
        (0u64..60).prop_map(|ahead| invited(&(day("2026-10-01") + Days::new(ahead)).to_string(), Round::Middle)),
        Just(What::Closed { why: Closing::NoAnswer }),
        Just(do_not_contact()),
    ];
    proptest::collection::vec(
        ((0u64..60).prop_map(|ahead| day("2026-10-01") + Days::new(ahead)), what),
        1..8,
    )
}

fn application_of(number: u8, happened: &[(NaiveDate, What)]) -> Application {
    let dates: Vec<String> = happened.iter().map(|(on, _)| on.to_string()).collect();
    let happened: Vec<(&str, What)> = dates
        .iter()
        .zip(happened)
        .map(|(on, (_, what))| (on.as_str(), what.clone()))
        .collect();
    story(number, &happened)
}

proptest! {
    #[test]
    fn manners_hold_for_every_history(one in histories(), other in histories()) {
        let company = [application_of(1, &one), application_of(2, &other)];
        let outlooks = plan(&company, &Settings::default());
        let check_ins: Vec<_> = outlooks.iter().flat_map(|outlook| &outlook.follow_ups).filter(|follow_up| follow_up.rule().is_check_in()).collect();
        prop_assert!(check_ins.len() <= 1, "one company, one check-in at a time");
        for follow_up in check_ins {
            let application = company.iter().find(|application| application.id == follow_up.key.application).unwrap();
            prop_assert!(follow_up.key.nth <= follow_up.cap);
            prop_assert!(application.do_not_contact().is_none());
            prop_assert!(follow_up.overdue.unwrap() > follow_up.due);
            if let Some((_, promise)) = application.live_promise() {
                prop_assert!(follow_up.due > promise.date);
            }
            for meeting in application.meetings() {
                prop_assert!(follow_up.due > meeting.on);
            }
        }
        for outlook in &outlooks {
            prop_assert!(outlook.wait.is_some());
        }
    }
}
