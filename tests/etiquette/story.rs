//! Applications as stories: what happened, and what is due.

use chrono::{DateTime, NaiveDate, TimeZone, Utc};
use your_move::domain::{
    Application, ApplicationId, Carried, Contact, Correction, Event, EventId, FollowUp, FollowUpKey, Interview, Line,
    Promise, PromiseBy, PromiseOf, Round, RuleId, What,
};
use your_move::etiquette::{Calendar, Holiday, Holidays, QuietPeriod, Settings, plan};
use your_move::ledger::fold;

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("not a date: {text}"))
}

pub(crate) fn line(text: &str) -> Line {
    Line::new(text).expect("a line of text")
}

pub(crate) fn application_id(number: u8) -> ApplicationId {
    ApplicationId::new(u64::from(number), [number; 10])
}

pub(crate) fn event_id(number: usize) -> EventId {
    EventId::new(number as u64, [0; 10])
}

pub(crate) fn instant(number: usize) -> DateTime<Utc> {
    Utc.timestamp_opt(1_790_000_000 + number as i64, 0).unwrap()
}

/// An application at Northwind made of what happened, in the order in which it was written down.
pub(crate) fn story(number: u8, happened: &[(&str, What)]) -> Application {
    fold(application_id(number), &events(number, happened))
}

/// The events of which [`story`] makes an application.
pub(crate) fn events(number: u8, happened: &[(&str, What)]) -> Vec<Event> {
    let id = application_id(number);
    let company = What::Corrected(Correction::Company(Some(line("Northwind"))));
    let first = happened.iter().map(|(on, _)| *on).min().unwrap_or("2026-01-01");
    let all = std::iter::once((first, company)).chain(happened.iter().map(|(on, what)| (*on, what.clone())));
    all.enumerate()
        .map(|(index, (on, what))| {
            let number = usize::from(number) * 1_000 + index;
            Event {
                id: event_id(number),
                application: id,
                on: day(on),
                logged: instant(number),
                what,
                carried: Carried::default(),
            }
        })
        .collect()
}

/// The identity of the n-th thing that happened (from 0) in the story of application `number`.
pub(crate) fn nth_event(number: u8, index: usize) -> EventId {
    event_id(usize::from(number) * 1_000 + index + 1)
}

pub(crate) fn applied() -> What {
    What::Applied { cv: None }
}

pub(crate) fn interviewed(round: Round, people: &[&str]) -> What {
    let people = people.iter().map(|name| Contact::named(line(name))).collect();
    What::Interviewed {
        interview: None,
        round,
        people,
        note: None,
    }
}

pub(crate) fn promised(date: &str) -> What {
    What::Promised(Promise {
        by: PromiseBy::Employer,
        of: PromiseOf::Word,
        date: day(date),
    })
}

pub(crate) fn call_on(date: &str) -> What {
    What::Promised(Promise {
        by: PromiseBy::Employer,
        of: PromiseOf::Call,
        date: day(date),
    })
}

pub(crate) fn heard() -> What {
    What::Heard {
        asks: false,
        answer_by: None,
        note: None,
    }
}

pub(crate) fn asked() -> What {
    What::Heard {
        asks: true,
        answer_by: None,
        note: None,
    }
}

pub(crate) fn invited(on: &str, round: Round) -> What {
    What::Invited(Interview {
        day: Some(day(on)),
        round,
        ..Default::default()
    })
}

pub(crate) fn checked_in() -> What {
    What::CheckedIn {
        whom: None,
        channel: None,
    }
}

pub(crate) fn thanked(whom: Option<&str>) -> What {
    What::Thanked {
        whom: whom.map(line),
        interview: None,
    }
}

pub(crate) fn do_not_contact() -> What {
    What::Preferred {
        person: None,
        channel: None,
        refused: vec![],
        do_not_contact: Some(true),
    }
}

pub(crate) fn closes(date: &str) -> What {
    What::Corrected(Correction::Closes(Some(day(date))))
}

pub(crate) fn contact(name: &str) -> What {
    What::Corrected(Correction::Contact(Some(Contact::named(line(name)))))
}

pub(crate) fn year_end_off() -> Settings {
    let calendar = Calendar {
        quiet: vec![QuietPeriod::YEAR_END],
        ..Calendar::default()
    };
    Settings {
        calendar,
        ..Settings::default()
    }
}

pub(crate) fn show(follow_up: &FollowUp) -> String {
    let mut text = format!(
        "{:?} {}/{} due {}",
        follow_up.rule(),
        follow_up.key.nth,
        follow_up.cap,
        follow_up.due
    );
    if let Some(overdue) = follow_up.overdue {
        text += &format!(" late {overdue}");
    }
    if let Some(fades) = follow_up.fades {
        text += &format!(" fades {fades}");
    }
    if let Some(person) = &follow_up.key.person {
        text += &format!(" for {person}");
    }
    text
}

/// What comes of the applications of a company, but for what is asked at and after an interview: that has tests of its own.
#[track_caller]
pub(crate) fn check_with(settings: &Settings, company: &[Application], expected: &[&[&str]]) {
    check_those(settings, company, |rule| !is_question(rule), expected);
}

/// What is asked at and after an interview.
#[track_caller]
pub(crate) fn check_questions(happened: &[(&str, What)], expected: &[&str]) {
    check_those(&Settings::default(), &[story(1, happened)], is_question, &[expected]);
}

fn is_question(rule: RuleId) -> bool {
    matches!(rule, RuleId::R0a | RuleId::R0b)
}

#[track_caller]
fn check_those(settings: &Settings, company: &[Application], looked_at: fn(RuleId) -> bool, expected: &[&[&str]]) {
    let found: Vec<Vec<String>> = plan(company, settings)
        .iter()
        .map(|outlook| {
            let follow_ups = outlook.follow_ups.iter();
            follow_ups
                .filter(|follow_up| looked_at(follow_up.rule()))
                .map(show)
                .collect()
        })
        .collect();
    assert_eq!(
        found,
        expected
            .iter()
            .map(|lines| lines.iter().map(ToString::to_string).collect())
            .collect::<Vec<Vec<String>>>()
    );
}

#[track_caller]
pub(crate) fn check(happened: &[(&str, What)], expected: &[&str]) {
    check_with(&Settings::default(), &[story(1, happened)], &[expected]);
}

pub(crate) fn key(rule: RuleId, event: EventId, nth: u8) -> FollowUpKey {
    FollowUpKey {
        application: application_id(1),
        rule,
        event,
        person: None,
        nth,
    }
}

/// A key of application 1 with everything named.
pub(crate) fn key_for(rule: RuleId, event: EventId, person: &str) -> FollowUpKey {
    FollowUpKey {
        person: Some(line(person)),
        ..key(rule, event, 1)
    }
}

/// The user moves a follow-up.
pub(crate) fn snoozed(follow_up: &FollowUpKey, to: &str) -> What {
    What::Snoozed {
        follow_up: follow_up.clone(),
        to: day(to),
    }
}

/// The user sets a day of their own.
pub(crate) fn pinned(follow_up: &FollowUpKey, to: &str) -> What {
    What::Pinned {
        follow_up: follow_up.clone(),
        to: day(to),
    }
}

/// The user lets a follow-up go.
pub(crate) fn skipped(follow_up: &FollowUpKey) -> What {
    What::Skipped {
        follow_up: follow_up.clone(),
    }
}

pub(crate) fn replied() -> What {
    What::Replied { note: None }
}

/// The booking that was written down first of all is moved.
pub(crate) fn rescheduled(invited: usize, on: &str) -> What {
    What::Rescheduled {
        interview: nth_event(1, invited),
        to: Interview {
            day: Some(day(on)),
            ..Interview::default()
        },
    }
}

/// Settings with days off.
pub(crate) fn holidays(dates: &[&str]) -> Settings {
    let calendar = Calendar {
        holidays: Holidays::new(dates.iter().filter_map(|date| Holiday::read(date))).expect("days"),
        ..Calendar::default()
    };
    Settings {
        calendar,
        ..Settings::default()
    }
}

/// That the order in which things were written down does not matter, and what is due.
#[track_caller]
pub(crate) fn check_in_any_order(happened: &[(&str, What)], expected: &[&str]) {
    check(happened, expected);
    let backwards: Vec<_> = happened.iter().rev().cloned().collect();
    check(&backwards, expected);
}
