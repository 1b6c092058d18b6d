//! Applications as stories: what happened, on which day.

use chrono::{NaiveDate, TimeZone, Utc};
use your_move::domain::{
    Application, ApplicationId, Carried, Channel, Contact, Correction, Event, EventId, FollowUpKey, Interview, Line,
    Outlook, Promise, PromiseBy, PromiseOf, Prose, Round, RuleId, Today, What,
};
use your_move::etiquette::{Calendar, Settings, plan};
use your_move::ledger::fold;
use your_move::view::{Voice, Words};

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("not a date: {text}"))
}

pub(crate) fn line(text: &str) -> Line {
    Line::new(text).expect("a line of text")
}

pub(crate) fn prose(text: &str) -> Prose {
    Prose::new(text).expect("a text")
}

pub(crate) fn application_id(number: u8) -> ApplicationId {
    ApplicationId::new(u64::from(number), [number; 10])
}

/// The identity of the n-th event of an application.
pub(crate) fn event_id(application: u8, nth: usize) -> EventId {
    EventId::new(u64::from(application) * 1_000 + nth as u64, [0; 10])
}

pub(crate) fn event(application: u8, nth: usize, on: &str, what: What) -> Event {
    Event {
        id: event_id(application, nth),
        application: application_id(application),
        on: day(on),
        logged: Utc.timestamp_opt(1_790_000_000 + nth as i64, 0).unwrap(),
        what,
        carried: Carried::default(),
    }
}

/// An application made of what happened, in the order in which it was written down.
pub(crate) fn story(number: u8, happened: &[(&str, What)]) -> Application {
    let events: Vec<Event> = happened
        .iter()
        .enumerate()
        .map(|(nth, (on, what))| event(number, nth, on, what.clone()))
        .collect();
    fold(application_id(number), &events)
}

pub(crate) fn outlook(happened: &[(&str, What)]) -> Outlook {
    let mut outlooks = plan(&[story(1, happened)], &Settings::default());
    outlooks.pop().expect("an open application")
}

/// Speaks English on `today`.
pub(crate) fn on<T>(today: &str, speak: impl FnOnce(&Voice<'_>) -> T) -> T {
    in_words(Words::english(), today, speak)
}

/// Speaks on `today` in `words`.
pub(crate) fn in_words<T>(words: Words, today: &str, speak: impl FnOnce(&Voice<'_>) -> T) -> T {
    let calendar = Calendar::default();
    speak(&Voice {
        words,
        today: Today(day(today)),
        calendar: &calendar,
    })
}

pub(crate) fn title(title: &str) -> What {
    What::Corrected(Correction::Title(Some(line(title))))
}

pub(crate) fn company(name: &str) -> What {
    What::Corrected(Correction::Company(Some(line(name))))
}

pub(crate) fn contact(name: &str) -> What {
    What::Corrected(Correction::Contact(Some(Contact::named(line(name)))))
}

pub(crate) fn closes(date: &str) -> What {
    What::Corrected(Correction::Closes(Some(day(date))))
}

pub(crate) fn applied() -> What {
    What::Applied { cv: None }
}

pub(crate) fn interviewed(round: Round, people: &[&str]) -> What {
    What::Interviewed {
        interview: None,
        round,
        people: people.iter().map(|name| Contact::named(line(name))).collect(),
        note: None,
    }
}

pub(crate) fn invited(on: &str, people: &[&str]) -> What {
    What::Invited(Interview {
        day: Some(day(on)),
        people: people.iter().map(|name| Contact::named(line(name))).collect(),
        ..Interview::default()
    })
}

pub(crate) fn promised(of: PromiseOf, date: &str) -> What {
    What::Promised(Promise {
        by: PromiseBy::Employer,
        of,
        date: day(date),
    })
}

pub(crate) fn heard(asks: bool) -> What {
    What::Heard {
        asks,
        answer_by: None,
        note: None,
    }
}

pub(crate) fn prefers(channel: Channel) -> What {
    What::Preferred {
        person: None,
        channel: Some(channel),
        refused: vec![],
        do_not_contact: None,
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

pub(crate) fn thanked() -> What {
    What::Thanked {
        whom: None,
        interview: None,
    }
}

pub(crate) fn checked_in() -> What {
    What::CheckedIn {
        whom: None,
        channel: None,
    }
}

/// The key of application 1's follow-up by `rule` on its n-th event.
pub(crate) fn key(rule: RuleId, nth_event: usize) -> FollowUpKey {
    FollowUpKey {
        application: application_id(1),
        rule,
        event: event_id(1, nth_event),
        person: None,
        nth: 1,
    }
}
