//! Applications and their texts.

use chrono::{DateTime, NaiveDate, Utc};
use proptest::prelude::*;
use your_move::archive::{ApplicationRecord, Damage, Texts};
use your_move::domain::{Event, EventId, PersonKey, Posting, What};

use super::arbitrary::{event, events};
use super::sample::{application_id, eight_events, event as numbered, every_kind, posting, prose, tombstone};

fn record(events: &[Event]) -> ApplicationRecord {
    ApplicationRecord::new(application_id(1), events)
}

fn reopened(record: &ApplicationRecord) -> ApplicationRecord {
    ApplicationRecord::open(application_id(1), &record.seal()).expect("it was just sealed")
}

fn with_texts(mut reopened: ApplicationRecord, record: &ApplicationRecord) -> ApplicationRecord {
    let texts = Texts::open(application_id(1), &record.texts().seal()).expect("they were just sealed");
    reopened.put_back(&texts);
    reopened
}

#[test]
fn a_description_that_is_not_at_hand_is_not_lost_with_a_person() {
    let posting = posting();
    let contact = posting.contact.clone().expect("somebody to write to").value;
    assert!(posting.description.is_some());
    let captured = What::Captured {
        posting: Box::new(posting.clone()),
    };
    let whole = ApplicationRecord::new(application_id(1), &[numbered(1, captured)]);
    let texts = whole.texts();
    let mut record = ApplicationRecord::open(application_id(1), &whole.seal()).expect("a record");
    let person = PersonKey::of(&contact.name);
    record.add(&[numbered(2, What::Forgot { person })]);
    let mut record = ApplicationRecord::open(application_id(1), &record.seal()).expect("a record");
    assert!(record.lacks_texts());
    record.put_back(&texts);
    let expected = Posting {
        contact: None,
        ..posting
    };
    assert_eq!(
        record.events()[0].what,
        What::Captured {
            posting: Box::new(expected)
        }
    );
    assert_eq!(record.texts(), texts);
}

#[test]
fn an_application_of_eight_events_stays_small() {
    let sealed = record(&eight_events()).seal();
    assert_eq!(eight_events().len(), 8);
    assert!(sealed.len() <= 3_000, "{} bytes", sealed.len());
}

#[test]
fn it_is_readable_without_its_text() {
    let kept = record(&every_kind());
    let mut read = reopened(&kept);
    let expected: Vec<What> = every_kind()
        .into_iter()
        .map(|event| match event.what {
            What::Captured { mut posting } => {
                posting.description = None;
                What::Captured { posting }
            }
            what => what,
        })
        .collect();
    let read_kinds: Vec<What> = read.events().iter().map(|event| event.what.clone()).collect();
    assert_eq!(read_kinds, expected);
    assert!(read.lacks_texts());
    assert!(!kept.seal().contains("We build tools."));

    read.put_back(&kept.texts());
    assert!(!read.lacks_texts());
    assert_eq!(read.events(), kept.events());
}

#[test]
fn a_second_posting_joins_the_first() {
    let kept = record(&every_kind());
    let mut later = posting();
    later.description.as_mut().expect("a description").value = prose("Another text.");
    let mut second = every_kind().remove(0);
    second.id = EventId::new(1_790_000_001_000, [9; 10]);
    second.what = What::Captured {
        posting: Box::new(later),
    };

    let mut read = reopened(&kept);
    read.add(&[second.clone()]);
    assert!(read.lacks_texts());
    read.put_back(&kept.texts());
    assert_eq!(read.texts().get(second.id), Some(&prose("Another text.")));
    assert_eq!(
        read.texts().get(every_kind()[0].id),
        Some(&posting().description.expect("a description").value)
    );
}

#[test]
fn texts_of_other_events_are_left_aside() {
    let mut kept = record(&every_kind());
    let before = kept.seal();
    let texts = kept.texts();
    kept.put_back(&texts);
    assert_eq!(kept.seal(), before);
    let mut without = record(&every_kind()[1..]);
    without.put_back(&texts);
    assert_eq!(without.events(), &every_kind()[1..]);
    assert!(without.texts().is_empty());
    assert!(!without.lacks_texts());
}

#[test]
fn a_record_under_another_key_is_out_of_place() {
    let kept = record(&every_kind());
    let other = application_id(2);
    assert_eq!(
        ApplicationRecord::open(other, &kept.seal()).err(),
        Some(Damage::Misplaced)
    );
    assert_eq!(Texts::open(other, &kept.texts().seal()).err(), Some(Damage::Misplaced));
    assert_eq!(
        Texts::open(application_id(1), &kept.seal()).err(),
        Some(Damage::Unreadable)
    );
    let texts = kept.texts().seal();
    assert_eq!(
        ApplicationRecord::open(application_id(1), &texts).err(),
        Some(Damage::Unreadable)
    );
}

/// F25.
#[test]
fn the_ends_of_time_do_no_harm() {
    for (on, logged) in [
        (NaiveDate::MIN, DateTime::<Utc>::MIN_UTC),
        (NaiveDate::MAX, DateTime::<Utc>::MAX_UTC),
    ] {
        let mut event = every_kind().remove(11);
        (event.on, event.logged) = (on, logged);
        let kept = record(&[event]);
        assert_eq!(reopened(&kept).seal(), kept.seal());
    }
}

#[test]
fn what_was_erased_leaves_its_tombstone_alone() {
    let mut kept = reopened(&record(&every_kind()));
    kept.add(&[tombstone()]);
    assert_eq!(kept.events(), [tombstone()]);
    assert!(kept.fingerprint().gone);
    assert!(kept.texts().is_empty());
    assert_eq!(kept.seal(), record(&[tombstone()]).seal());
    kept.add(&every_kind());
    assert_eq!(reopened(&kept).events(), [tombstone()]);
}

/// What is looked into is what is opened, but for what is carried along with it.
#[track_caller]
fn check_looked_into(sealed: &str, texts: &Texts) {
    let id = application_id(1);
    let mut opened = ApplicationRecord::open(id, sealed).expect("it can be read");
    opened.put_back(texts);
    let bare = |events: &[Event]| -> Vec<Event> {
        let events = events.iter().cloned();
        let carried = Default::default;
        events
            .map(|event| Event {
                carried: carried(),
                ..event
            })
            .collect()
    };
    let looked_into = ApplicationRecord::look_into(id, sealed, Some(texts)).expect("it can be read");
    assert_eq!(bare(&looked_into), bare(opened.events()));
}

#[test]
fn what_is_odd_is_looked_into_like_all_else() {
    let kept = record(&every_kind());
    let sealed = |events: &str| {
        super::carried::sealed(&format!(
            r#"{{"application":"{}","events":[{events}]}}"#,
            application_id(1)
        ))
    };
    let event = |number: u8, what: &str| {
        format!(
            r#"{{"id":"01a0c450-6c01-7101-8101-01010101010{number}","on":"2026-10-05","logged":"2026-10-05T09:30:00Z","what":{what}}}"#
        )
    };
    let [applied, unknown, erased] = [
        r#"{"applied":{"cv":null,"more":1}}"#,
        r#"{"sung":{}}"#,
        r#"{"erased":{}}"#,
    ];
    let both = |one: (u8, &str), other: (u8, &str)| sealed(&[event(one.0, one.1), event(other.0, other.1)].join(","));
    let texts = kept.texts();
    check_looked_into(&both((1, applied), (2, unknown)), &texts);
    check_looked_into(&both((2, applied), (1, applied)), &texts);
    check_looked_into(&both((1, applied), (1, r#"{"applied":{}}"#)), &texts);
    check_looked_into(&both((1, applied), (2, erased)), &texts);
    check_looked_into(&kept.seal(), &texts);

    let other = application_id(2);
    assert_eq!(
        ApplicationRecord::look_into(other, &kept.seal(), None).err(),
        Some(Damage::Misplaced)
    );
    let harmed = kept.seal().replacen("applied", "appl1ed", 1);
    assert_eq!(
        ApplicationRecord::look_into(application_id(1), &harmed, None).err(),
        Some(Damage::Checksum)
    );
}

proptest! {
    #[test]
    fn any_events_are_looked_into(events in events()) {
        let kept = record(&events);
        check_looked_into(&kept.seal(), &kept.texts());
    }

    #[test]
    fn any_events_read_back(events in events()) {
        let kept = record(&events);
        let read = with_texts(reopened(&kept), &kept);
        prop_assert_eq!(read.events(), kept.events());
        prop_assert_eq!(read.seal(), kept.seal());
    }

    #[test]
    fn equal_events_have_equal_texts_and_revisions(events in events(), cut in 0..6_usize) {
        let (one, other) = events.split_at(cut.min(events.len()));
        let joined = record(&events);
        let mut other_way = record(other);
        other_way.add(one);
        prop_assert_eq!(other_way.seal(), joined.seal());
        prop_assert_eq!(other_way.fingerprint(), joined.fingerprint());
        prop_assert_eq!(reopened(&joined).fingerprint(), joined.fingerprint());
    }

    #[test]
    fn another_event_is_another_revision(events in events(), another in event()) {
        let mut kept = record(&events);
        let before = kept.fingerprint();
        kept.add(&[another]);
        prop_assert_ne!(kept.fingerprint(), before);
    }
}
