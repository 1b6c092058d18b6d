//! Two copies of a folder are joined record by record, and what is damaged in one is taken from the other.

use std::collections::BTreeSet;

use proptest::prelude::*;
use your_move::archive::{
    ApplicationRecord, Choices, Damage, Folder, Key, Union, join_applications, join_settings, join_texts, open_choices,
    seal_choices,
};
use your_move::domain::{ApplicationId, Event};
use your_move::ledger::merge;

use super::arbitrary::events;
use super::sample::{application_id, eight_events, every_kind, settings, tombstone};

fn id() -> ApplicationId {
    application_id(1)
}

fn key() -> Key {
    Folder::of_application(id())
}

fn sealed(events: &[Event]) -> String {
    ApplicationRecord::new(id(), events).seal()
}

fn folder(sealed: &str) -> String {
    let mut folder = Folder::default();
    folder.replace(id(), sealed.to_owned());
    folder.seal()
}

fn of(events: &[Event]) -> String {
    folder(&sealed(events))
}

fn joined(first: Option<&str>, second: Option<&str>) -> Union {
    join_applications(&key(), [first, second]).expect("no newer version")
}

#[track_caller]
fn check(first: Option<&str>, second: Option<&str>, text: Option<&str>, gained: bool, lost: u32) {
    let union = joined(first, second);
    assert_eq!(union.text.as_deref(), text);
    assert_eq!((!union.gained.is_empty(), union.lost), (gained, lost));
}

#[test]
fn what_one_lacks_is_taken_from_the_other() {
    let (all, half) = (of(&eight_events()), of(&eight_events()[..3]));
    let empty = Folder::default().seal();
    check(None, None, None, false, 0);
    check(Some(&all), None, Some(&all), false, 0);
    check(None, Some(&all), Some(&all), true, 0);
    check(Some(&all), Some(&all), Some(&all), false, 0);
    check(Some(&half), Some(&all), Some(&all), true, 0);
    check(Some(&all), Some(&half), Some(&all), false, 0);
    check(Some(&empty), Some(&all), Some(&all), true, 0);
    let erased = of(&[tombstone()]);
    check(Some(&erased), Some(&all), Some(&erased), false, 0);
    check(Some(&all), Some(&erased), Some(&erased), true, 0);
    assert_eq!(joined(Some(&all), Some(&erased)).erased, BTreeSet::from([id()]));
}

#[test]
fn what_cannot_be_read_is_as_if_it_was_not_there() {
    let all = of(&eight_events());
    let empty = Folder::default().seal();
    let flipped = folder(&sealed(&eight_events()).replace("applied", "applier"));
    let misplaced = {
        let mut folder = Folder::default();
        folder.replace(application_id(2), sealed(&eight_events()));
        folder.seal()
    };
    for damage in ["", "garbage", &flipped, &misplaced] {
        check(
            Some(damage),
            Some(&all),
            Some(&all),
            true,
            u32::from(damage == misplaced),
        );
        check(Some(&all), Some(damage), Some(&all), false, 0);
        check(Some(damage), None, Some(&empty), false, 1);
        check(Some(damage), Some(damage), Some(&empty), false, 1);
        assert_eq!(joined(Some(damage), Some(&all)).damaged, [true, false]);
        assert_eq!(joined(Some(&all), Some(damage)).damaged, [false, true]);
    }
}

#[test]
fn what_a_newer_version_wrote_is_not_joined() {
    let newer = r#"{"your_move":2,"sum":"5dd41a0a4c0f1a8c","body":{}}"#;
    let body = r#"{"all":"new"}"#;
    let sum = xxhash_rust::xxh3::xxh3_64_with_seed(body.as_bytes(), 2);
    let whole = format!(r#"{{"your_move":2,"sum":"{sum:016x}","body":{body}}}"#);
    // One that is not as it was written is no newer one.
    assert!(joined(Some(newer), None).damaged[0]);
    for newer in [whole.clone(), folder(&whole)] {
        for copies in [[Some(newer.as_str()), None], [None, Some(newer.as_str())]] {
            assert_eq!(join_applications(&key(), copies), Err(Damage::Newer { schema: 2 }));
        }
    }
}

#[test]
fn descriptions_are_joined_and_those_of_what_was_deleted_are_gone() {
    let texts = ApplicationRecord::new(id(), &every_kind()).texts();
    assert!(!texts.is_empty());
    let none = ApplicationRecord::new(id(), &[tombstone()]).texts();
    let [full, empty] = [texts.seal(), none.seal()].map(|sealed| folder(&sealed));
    let key = Folder::of_texts(id());
    let join = |first: &str, second: &str, erased: &BTreeSet<ApplicationId>| {
        let copies = [Some(first), Some(second)];
        join_texts(&key, copies, erased).expect("no newer version")
    };
    let nobody = BTreeSet::new();
    assert_eq!(join(&full, &empty, &nobody).text.as_ref(), Some(&full));
    assert_eq!(join(&empty, &full, &nobody).gained, [id()]);
    assert_eq!(join(&empty, &full, &nobody).text.as_ref(), Some(&full));
    let erased = BTreeSet::from([id()]);
    for copies in [[&full, &empty], [&empty, &full], [&full, &full]] {
        let union = join(copies[0], copies[1], &erased);
        assert_eq!((union.text.as_ref(), union.gained.len()), (Some(&empty), 0));
    }
}

#[test]
fn of_two_choices_the_ledgers_counts_unless_the_other_is_later() {
    let one = seal_choices(&settings().into(), None);
    let other = seal_choices(&Choices::default(), None);
    let text = |copies, later| join_settings(copies, later).expect("no newer version").text;
    assert_eq!(text([Some(&one), Some(&other)], false).as_ref(), Some(&one));
    assert_eq!(text([Some(&one), Some(&other)], true).as_ref(), Some(&other));
    assert_eq!(text([None, Some(&other)], false).as_ref(), Some(&other));
    assert_eq!(text([Some("garbage"), Some(&one)], false).as_ref(), Some(&one));
    assert_eq!(text([Some(&one), Some("garbage")], true).as_ref(), Some(&one));
    assert_eq!(text([None, None], false), None);
    let default = text([Some("garbage"), None], false).expect("a text");
    assert_eq!(open_choices(&default), Ok(Choices::default()));
}

proptest! {
    #[test]
    fn it_is_the_union_whichever_comes_first(one in events(), other in events()) {
        let (first, second) = (of(&one), of(&other));
        let union = joined(Some(&first), Some(&second));
        let whole = of(&merge(&one, &other));
        let opened = |text: &str| {
            let folder = Folder::open(text).expect("a folder");
            ApplicationRecord::open(id(), folder.get(id()).expect("a record")).expect("sound")
        };
        let text = union.text.expect("a text");
        prop_assert_eq!(opened(&text), opened(&whole));
        // Once more it changes nothing.
        let again = joined(Some(&text), Some(&second));
        prop_assert_eq!(again.text.as_ref(), Some(&text));
        prop_assert!(again.gained.is_empty());
        let turned = joined(Some(&second), Some(&first)).text.expect("a text");
        prop_assert_eq!(opened(&turned), opened(&text));
    }
}
