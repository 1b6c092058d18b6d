//! What a newer version, or somebody else, wrote beside what this version knows.

use proptest::prelude::*;
use your_move::archive::{ApplicationRecord, Form, Kind, Record, Tree, seal};
use your_move::domain::{Event, What};
use your_move::ledger::merge;

use super::arbitrary::event;
use super::sample::{application_id, every_kind, posting, tombstone};

/// A body as another version may have written it.
struct Foreign<'a>(&'a str);

impl Form for Foreign<'_> {
    fn write(&self, out: &mut String) {
        out.push_str(self.0);
    }

    fn read(_: &Tree<'_>) -> Option<Self> {
        None
    }
}

impl Record for Foreign<'_> {
    const KIND: Kind = Kind::Application;
}

/// What another version sealed.
pub(crate) fn sealed(body: &str) -> String {
    seal(&Foreign(body))
}

fn sealed_events(events: &str) -> String {
    let id = application_id(1);
    sealed(&format!(r#"{{"application":"{id}","events":[{events}]}}"#))
}

/// An event with these fields after its identity.
fn written(fields: &str) -> String {
    format!(r#"{{"id":"01a0c450-6c01-7101-8101-010101010101"{fields}}}"#)
}

fn opened(sealed: &str) -> ApplicationRecord {
    ApplicationRecord::open(application_id(1), sealed).expect("it can be read")
}

/// Reads a record of one event, checks that it is written again as it was, and gives the event.
#[track_caller]
fn check(text: &str) -> Event {
    let sealed = sealed_events(text);
    let record = opened(&sealed);
    assert_eq!(record.seal(), sealed);
    let [event] = record.events() else {
        panic!("one event: {:?}", record.events())
    };
    event.clone()
}

const WHEN: &str = r#","on":"2026-10-05","logged":"2026-10-05T09:30:00Z""#;

#[track_caller]
fn check_known(what: &str, expected: &What) {
    assert_eq!(&check(&written(&format!(r#"{WHEN},"what":{what}"#))).what, expected);
}

#[track_caller]
fn check_unknown(text: &str, kind: &str) {
    assert_eq!(check(text).what, What::Unknown { kind: kind.to_owned() });
}

#[test]
fn unknown_fields_are_carried() {
    let applied = What::Applied { cv: None };
    check_known(r#"{"applied":{"with":"a portfolio"}}"#, &applied);
    check_known(r#"{"applied":{"with":123456789012345678901234567890.50}}"#, &applied);
    check_known(r#"{"applied":{"__proto__":{"cv":"x"},"constructor":null}}"#, &applied);
    check_known(r#"{ "applied" : { } }"#, &applied);
    check_known(r#"{"applied":{"cv":null}}"#, &applied);
    let beside = check(&written(&format!(
        r#"{WHEN},"mood":[{{"very":"good"}}],"what":{{"applied":{{}}}}"#
    )));
    assert_eq!(beside.what, applied);
    let interviewed = r#"{"interviewed":{"round":"middle","people":[{"name":"Ana","pronouns":"she"}]}}"#;
    let event = check(&written(&format!(r#"{WHEN},"what":{interviewed}"#)));
    assert!(matches!(&event.what, What::Interviewed { people, .. } if people[0].name.as_str() == "Ana"));
}

/// F20.
#[test]
fn unknown_kinds_are_carried() {
    check_unknown(
        &written(&format!(r#"{WHEN},"what":{{"relocated":{{"to":"Lisbon"}}}}"#)),
        "relocated",
    );
    check_unknown(
        &written(&format!(r#"{WHEN},"what":{{"corrected":{{"seniority":"senior"}}}}"#)),
        "corrected",
    );
    check_unknown(
        &written(&format!(r#"{WHEN},"what":{{"heard":{{"answer_by":"soon"}}}}"#)),
        "heard",
    );
    check_unknown(
        &written(&format!(r#"{WHEN},"what":{{"unknown":{{"kind":"relocated"}}}}"#)),
        "relocated",
    );
    let event = check(&written(&format!(r#"{WHEN},"what":{{"relocated":{{}}}}"#)));
    assert_eq!(event.id.to_string(), "01a0c450-6c01-7101-8101-010101010101");
    assert_eq!(event.on.to_string(), "2026-10-05");
    assert_eq!(event.logged.to_rfc3339(), "2026-10-05T09:30:00+00:00");
}

#[test]
fn what_cannot_be_read_is_carried() {
    for text in [
        "null",
        "0",
        "[]",
        "{}",
        "\"event\"",
        r#"{"id":"x"}"#,
        r#"{"id":1,"id":2}"#,
    ] {
        check_unknown(text, "");
    }
    check_unknown(&written(r#","on":"2026-13-05","what":{"applied":{}}"#), "applied");
    check_unknown(&written(&format!(r#"{WHEN},"what":7"#)), "");
    let deep = format!("{}{}", "[".repeat(50_000), "]".repeat(50_000));
    check_unknown(&deep, "");
    check_unknown(
        &written(&format!(r#"{WHEN},"what":{{"relocated":{deep}}}"#)),
        "relocated",
    );
    check_unknown(
        &written(&format!(r#"{WHEN},"what":{{"applied":{{"with":{deep}}}}}"#)),
        "applied",
    );
}

#[test]
fn one_event_that_cannot_be_read_loses_no_other() {
    let known = ApplicationRecord::new(application_id(1), &every_kind()[..3]).seal();
    let with_garbage = {
        let body = known.split_once(r#""body":"#).expect("a body").1;
        let body = body.strip_suffix('}').expect("an end");
        sealed(&body.replacen(r#""events":["#, r#""events":[null,{"id":7},"#, 1))
    };
    let record = opened(&with_garbage);
    let known_events = opened(&known).events().to_vec();
    let found: Vec<&Event> = record
        .events()
        .iter()
        .filter(|event| !matches!(event.what, What::Unknown { .. }))
        .collect();
    assert_eq!(found, known_events.iter().collect::<Vec<_>>());
    assert_eq!(record.events().len(), 5);
    // Met again, from another machine or the mirror, it is the same one.
    assert_eq!(merge(record.events(), opened(&with_garbage).events()), record.events());
}

#[test]
fn what_stands_beside_the_events_is_carried_until_all_is_erased() {
    let id = application_id(1);
    let body = format!(r#"{{"application":"{id}","events":[],"tags":["dream job"],"weight":1.50}}"#);
    let mut record = opened(&sealed(&body));
    assert_eq!(record.seal(), sealed(&body));
    record.add(&[tombstone()]);
    assert_eq!(record.seal(), ApplicationRecord::new(id, &[tombstone()]).seal());
}

#[test]
fn a_description_returns_to_an_event_that_carries_more() {
    let kept = ApplicationRecord::new(application_id(1), &every_kind()[..1]);
    let body = kept.seal();
    let newer = body.split_once(r#""events":["#).expect("events").1;
    let newer =
        newer
            .strip_suffix("]}}")
            .expect("an end")
            .replacen(r#""posting":{"#, r#""posting":{"team":"Tools","#, 1);
    let sealed = sealed_events(&newer);
    let mut record = opened(&sealed);
    assert!(record.lacks_texts());
    record.put_back(&kept.texts());
    assert!(!record.lacks_texts());
    assert_eq!(
        record.events()[0].what,
        What::Captured {
            posting: Box::new(posting())
        }
    );
    assert_eq!(record.seal(), sealed);
    assert_eq!(record.texts(), kept.texts());
}

#[test]
fn an_unknown_kind_that_carries_nothing_can_still_be_written() {
    let mut event = every_kind().remove(0);
    event.what = What::Unknown {
        kind: "applied".to_owned(),
    };
    let record = ApplicationRecord::new(application_id(1), &[event]);
    assert_eq!(opened(&record.seal()).events(), record.events());
}

proptest! {
    /// F20: what an older version does not know comes back unharmed.
    #[test]
    fn any_event_carries_any_field(
        event in event(),
        name in "[a-z]{1,8}_|__proto__",
        value in "-?[1-9][0-9]{0,40}(\\.[0-9]{1,30})?|\"[ -!#-\\[\\]-~]{0,20}\"|\\[\\{\"a\":1e3\\}, null\\]",
    ) {
        let sealed_before = ApplicationRecord::new(application_id(1), &[event]).seal();
        let known = sealed_before.split_once(r#""events":["#).expect("events").1.strip_suffix("]}}").expect("an end");
        let newer = format!(r#"{},"{name}":{value}}}"#, known.strip_suffix('}').expect("an object"));
        let sealed = sealed_events(&newer);
        let record = opened(&sealed);
        prop_assert_eq!(record.seal(), sealed);
        let plain = opened(&sealed_before);
        prop_assert_eq!(&record.events()[0].what, &plain.events()[0].what);
        prop_assert_ne!(record.fingerprint(), plain.fingerprint());
    }
}
