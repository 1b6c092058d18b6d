//! Whatever stands in a file: it is printed from, or what is wrong with it is said. Nothing ends the program.

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use your_move::archive::{read_backup, write_backup};
use your_move::domain::{Today, day};

use super::lines::{Part, lines};

/// Values of which a file may be made.
fn value() -> impl Strategy<Value = Value> {
    let text = prop::sample::select(vec![
        "a",
        "b",
        "x",
        "Dana Kim",
        "2026-11-02",
        "2026-11-31",
        "9999-12-31",
        "-262143-01-01",
        "email",
        "middle",
        "R8",
        "r4",
        "10:30",
        "applied",
        "no_answer",
        "",
        "01a0c450-6c01-7101-8101-010101010101",
        "https://a.example/",
        "2026-11-02T09:30:00Z",
    ]);
    let leaf = prop_oneof![
        6 => text.prop_map(Value::from),
        1 => any::<i64>().prop_map(Value::from),
        1 => any::<f64>().prop_map(Value::from),
        1 => any::<bool>().prop_map(Value::from),
        1 => Just(Value::Null),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            fields(inner).prop_map(Value::from),
        ]
    })
}

fn fields(value: impl Strategy<Value = Value>) -> impl Strategy<Value = Map<String, Value>> {
    let name = prop::sample::select(vec![
        "id",
        "on",
        "logged",
        "what",
        "description",
        "day",
        "time",
        "round",
        "people",
        "interview",
        "to",
        "date",
        "of",
        "by",
        "person",
        "channel",
        "refused",
        "do_not_contact",
        "asks",
        "answer_by",
        "note",
        "written",
        "posting",
        "title",
        "company",
        "closes",
        "contact",
        "whom",
        "with",
        "follow_up",
        "rule",
        "event",
        "nth",
        "application",
        "text",
        "why",
        "event_day",
        "into",
        "value",
        "pay",
    ]);
    prop::collection::vec((name, value), 0..5).prop_map(|fields| {
        fields
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect()
    })
}

fn event() -> impl Strategy<Value = Value> {
    let kind = prop::sample::select(vec![
        "invited",
        "rescheduled",
        "cancelled",
        "missed",
        "interviewed",
        "promised",
        "preferred",
        "heard",
        "offered",
        "rejected",
        "captured",
        "applied",
        "referred",
        "networked",
        "thanked",
        "checked_in",
        "replied",
        "undertook",
        "delivered",
        "accepted",
        "declined",
        "withdrew",
        "closed",
        "reopened",
        "snoozed",
        "pinned",
        "skipped",
        "retired",
        "kept_warm",
        "noted",
        "corrected",
        "voided",
        "joined",
        "parted",
        "relocated",
    ]);
    (kind, fields(value()), value(), 1..29_u32, any::<bool>()).prop_map(|(kind, content, id, day, named)| {
        let mut event = json!({ "on": format!("2026-11-{day:02}"), "what": { kind: content } });
        if named {
            event["id"] = id;
        }
        event
    })
}

#[track_caller]
fn check(text: &str) {
    let Ok(backup) = read_backup(text) else { return };
    for today in ["2026-11-10", "2026-12-22", "0000-01-01", "9999-12-31"] {
        let today = Today(day::date(today).expect("a day"));
        for part in [Part::Due, Part::Ahead, Part::Waiting] {
            for line in lines(&backup, today, part).lines() {
                assert!(serde_json::from_str::<Value>(line).is_ok(), "{line}");
            }
        }
    }
    let written = write_backup(&backup);
    let again = read_backup(&written).unwrap_or_else(|problem| panic!("{problem}: {written}"));
    assert_eq!(write_backup(&again), written);
}

proptest! {
    #[test]
    fn any_events_do_no_harm(events in prop::collection::vec(event(), 0..8), settings in prop::option::of(fields(value()))) {
        let application = |id: &str, events: &[Value]| json!({ "id": id, "events": events });
        let (one, other) = events.split_at(events.len() / 2);
        check(&json!({
            "your_move_backup": 1,
            "settings": settings,
            "applications": [application("a", one), application("b", other)],
        }).to_string());
        // One by one, so that a slip in one does not hide the others.
        for event in &events {
            check(&json!({ "your_move_backup": 1, "applications": [application("a", std::slice::from_ref(event))] }).to_string());
        }
    }

    #[test]
    fn any_tree_does_no_harm(tree in value()) {
        check(&json!({ "your_move_backup": 1, "applications": tree }).to_string());
        check(&json!({ "your_move_backup": 1, "applications": [tree] }).to_string());
        check(&json!({ "your_move_backup": 1, "applications": [{ "id": "a", "events": [tree] }] }).to_string());
        check(&json!({ "your_move_backup": 1, "applications": [{ "id": "a", "events": [], "texts": tree }] }).to_string());
        check(&json!({ "your_move_backup": tree, "applications": [] }).to_string());
    }

    #[test]
    fn any_text_does_no_harm(text in "\\PC{0,60}|[{}\\[\\]\":,0-9a-z_ ]{0,80}|\\{\"your_move_backup\":1,\"applications\":\\PC{0,40}\\}") {
        check(&text);
    }
}
