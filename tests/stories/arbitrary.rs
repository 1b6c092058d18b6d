//! Whatever stands in a file: it is printed from, or what is wrong with it is said. Nothing ends the program.

use proptest::prelude::*;
use serde_json::{Value, json};
use your_move::archive::{Backup, read_backup, write_backup};
use your_move::domain::{Today, day};

use super::document::examples;
use super::lines::{Part, lines};

/// A story of anything that can happen, in any order.
fn story() -> impl Strategy<Value = Value> {
    let event = (prop::sample::select(examples()), 1..29_u32);
    prop::collection::vec(event, 0..12).prop_map(|happened| {
        let mut events = vec![
            json!({ "id": "booking", "on": "2026-11-02", "what": { "invited": { "day": "2026-11-12" } } }),
            json!({ "id": "talk", "on": "2026-11-03", "what": "interviewed" }),
            json!({ "id": "task", "on": "2026-11-03", "what": { "undertook": { "what": "A task", "by": "2026-11-18" } } }),
        ];
        events.extend(happened.into_iter().map(|(what, day)| {
            let what: Value = serde_json::from_str(&what).expect("an example is JSON");
            json!({ "on": format!("2026-11-{day:02}"), "what": what })
        }));
        let settings = json!({ "calendar": { "holidays": ["2026-12-25"], "quiet": [{ "from": [12, 21], "to": [1, 1] }] } });
        json!({
            "your_move_backup": 1,
            "settings": settings,
            "applications": [{ "id": "northwind", "events": events }, { "id": "harbour", "events": [] }],
        })
    })
}

/// What may stand where something else should.
fn value() -> impl Strategy<Value = Value> {
    let text = prop::sample::select(vec![
        "northwind",
        "talk",
        "Dana Kim",
        "2026-11-31",
        "9999-12-31",
        "-262143-01-01",
        "email",
        "R4",
        "applied",
        "",
        "01a0c450-6c01-7101-8101-010101010101",
        "2026-11-02T09:30:00Z",
    ]);
    let leaf = prop_oneof![
        5 => text.prop_map(Value::from),
        1 => any::<i64>().prop_map(Value::from),
        1 => any::<f64>().prop_map(Value::from),
        1 => any::<bool>().prop_map(Value::from),
        1 => Just(Value::Null),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        let field = (
            prop::sample::select(vec!["id", "on", "what", "day", "value"]),
            inner.clone(),
        );
        let fields = prop::collection::vec(field, 0..3);
        prop_oneof![
            prop::collection::vec(inner, 0..3).prop_map(Value::from),
            fields.prop_map(|fields| fields
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect()),
        ]
    })
}

/// Where in a tree the values are that have nothing within.
fn leaves(tree: &Value) -> Vec<String> {
    let within: Vec<(String, &Value)> = match tree {
        Value::Array(list) => list
            .iter()
            .enumerate()
            .map(|(index, part)| (index.to_string(), part))
            .collect(),
        Value::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), value)).collect(),
        _ => return vec![String::new()],
    };
    let within = within.into_iter();
    within
        .flat_map(|(name, part)| leaves(part).into_iter().map(move |rest| format!("/{name}{rest}")))
        .collect()
}

fn check_printed(backup: &Backup) {
    for today in ["2026-11-10", "2026-12-22", "0000-01-01", "2051-12-31"] {
        let today = Today(day::date(today).expect("a day"));
        for part in [Part::Due, Part::Ahead, Part::Waiting] {
            for line in lines(backup, today, part).lines() {
                assert!(serde_json::from_str::<Value>(line).is_ok(), "{line}");
            }
        }
    }
    let written = write_backup(backup);
    let again = read_backup(&written).unwrap_or_else(|problem| panic!("{problem}: {written}"));
    assert_eq!(write_backup(&again), written);
}

fn check(text: &str) {
    if let Ok(backup) = read_backup(text) {
        check_printed(&backup);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn any_story_is_printed(story in story()) {
        check_printed(&read_backup(&story.to_string()).unwrap_or_else(|problem| panic!("{problem}: {story}")));
    }

    #[test]
    fn any_slip_does_no_harm(mut story in story(), place in any::<prop::sample::Index>(), slip in value()) {
        let leaves = leaves(&story);
        let place = &leaves[place.index(leaves.len())];
        *story.pointer_mut(place).expect("a place in the story") = slip;
        check(&story.to_string());
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
