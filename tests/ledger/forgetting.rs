//! A person who was deleted: nothing that was written down before tells of them, on whichever side of a merge they were deleted.

use proptest::prelude::*;
use proptest::sample::select;
use your_move::domain::{
    Channel, Contact, Correction, Event, EventId, FollowUpKey, Interview, Line, PersonKey, Round, RuleId, What,
};
use your_move::ledger::merge;

use super::sample::{application_id, event, line};

const NAMES: [&str; 3] = ["Dana Kim", "Joe Ortiz", "dana kim"];

fn contact(name: &str) -> Contact {
    let first = name.split(' ').next().unwrap_or_default();
    Contact {
        email: Line::new(&format!("{first}@northwind.example")),
        ..Contact::named(line(name))
    }
}

fn forgot(name: &str) -> What {
    What::Forgot {
        person: PersonKey::of(&line(name)),
    }
}

fn skipped(name: &str) -> What {
    What::Skipped {
        follow_up: FollowUpKey {
            application: application_id(1),
            rule: RuleId::R2,
            event: EventId::new(1, [1; 10]),
            person: Some(line(name)),
            nth: 1,
        },
    }
}

fn met(people: &[&str]) -> What {
    What::Interviewed {
        interview: None,
        round: Round::Middle,
        people: people.iter().map(|name| contact(name)).collect(),
        note: None,
    }
}

/// Each kind of event that can name a person, with that one and somebody else where there is room.
fn naming(name: &str) -> Vec<What> {
    let interview = Interview {
        people: vec![contact(name), contact("Ira Voss")],
        ..Interview::default()
    };
    vec![
        What::Invited(interview.clone()),
        What::Rescheduled {
            interview: EventId::new(1, [1; 10]),
            to: interview,
        },
        met(&[name, "Ira Voss"]),
        What::Corrected(Correction::Contact(Some(contact(name)))),
        What::CheckedIn {
            whom: Some(line(name)),
            channel: Some(Channel::Email),
        },
        What::Thanked {
            whom: Some(line(name)),
            interview: None,
        },
        What::Referred { by: contact(name) },
        What::Networked { with: contact(name) },
        What::Preferred {
            person: Some(line(name)),
            channel: Some(Channel::Phone),
            refused: vec![],
            do_not_contact: None,
        },
        skipped(name),
    ]
}

/// Events in the order in which they were written down.
fn story(what: Vec<What>) -> Vec<Event> {
    (1..).zip(what).map(|(number, what)| event(number, what)).collect()
}

#[test]
fn nothing_tells_of_them_any_more() {
    let kinds = naming("Dana Kim");
    let all = kinds.len();
    let events = story(kinds.into_iter().chain([forgot("DANA KIM")]).collect());
    let left = merge(&events, &[]);
    let told = format!("{left:?}");
    assert!(!told.contains("Dana"), "{told}");
    // What was about them alone is gone: who opened a door, what they wished, what was let go of.
    assert_eq!(left.len(), all + 1 - 4);
    assert_eq!(told.matches("Ira Voss").count(), 3);
}

#[test]
fn nobody_else_is_thanked_in_their_place() {
    let events = story(vec![
        What::Thanked {
            whom: Some(line("Dana Kim")),
            interview: None,
        },
        forgot("Dana Kim"),
    ]);
    let left = merge(&events, &[]);
    assert!(matches!(&left[0].what, What::Thanked { whom: Some(_), .. }), "{left:?}");
}

#[test]
fn who_comes_up_again_is_known_again() {
    let events = story(vec![met(&["Dana Kim"]), forgot("Dana Kim"), met(&["Dana Kim"])]);
    let left = merge(&events, &[]);
    assert_eq!((&left[0].what, &left[2].what), (&met(&[]), &met(&["Dana Kim"])));
}

fn what() -> impl Strategy<Value = What> {
    prop_oneof![
        3 => (select(&NAMES[..]), any::<prop::sample::Index>()).prop_map(|(name, index)| {
            let kinds = naming(name);
            index.get(&kinds).clone()
        }),
        1 => select(&NAMES[..]).prop_map(forgot),
    ]
}

/// A history of which each side knows a part.
fn sides() -> impl Strategy<Value = [Vec<Event>; 3]> {
    prop::collection::vec((what(), 1_u8..8), 0..12).prop_map(|all| {
        let events = story(all.iter().map(|(what, _)| what.clone()).collect());
        [1, 2, 4].map(|side| {
            let known = events.iter().zip(&all).filter(|(_, (_, sides))| sides & side != 0);
            known.map(|(event, _)| event.clone()).collect()
        })
    })
}

proptest! {
    #[test]
    fn it_does_not_matter_where_they_were_deleted([one, other, third] in sides()) {
        let merged = merge(&one, &other);
        prop_assert_eq!(&merge(&other, &one), &merged, "commutative");
        prop_assert_eq!(merge(&merged, &third), merge(&one, &merge(&other, &third)), "associative");
        prop_assert_eq!(&merge(&merged, &merged), &merged, "idempotent");
        prop_assert_eq!(&merge(&merged, &one), &merged, "an older backup brings nobody back");
    }
}
