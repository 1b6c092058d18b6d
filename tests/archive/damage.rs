//! What was written by somebody else, or is not as it was written.

use std::fmt::Debug;

use proptest::prelude::*;
use your_move::archive::{
    ApplicationRecord, Damage, Folder, Head, Index, Key, Links, Record, Sheet, Texts, open, open_choices, seal,
};
use your_move::domain::Fault;

use super::arbitrary::events;
use super::sample::{application_id, every_kind, head, index, links, quarantined, repair, sheet};

/// Every text that is `sealed` cut short, or with one bit of one byte turned.
fn damaged(sealed: &str) -> impl Iterator<Item = String> {
    let cut = (0..sealed.len()).filter_map(|end| sealed.get(..end)).map(str::to_owned);
    let turned = (0..sealed.len() * 8).filter_map(|bit| {
        let mut bytes = sealed.as_bytes().to_vec();
        bytes[bit / 8] ^= 1 << (bit % 8);
        String::from_utf8(bytes).ok()
    });
    cut.chain(turned)
}

#[track_caller]
fn check<R: Record + Debug>(record: &R) {
    for text in damaged(&seal(record)) {
        let noticed = open::<R>(&text).expect_err(&text);
        assert!(
            matches!(noticed, Damage::NotARecord | Damage::Checksum),
            "{noticed:?}: {text}"
        );
    }
}

#[test]
fn every_cut_and_every_turned_bit_is_noticed() {
    check(&head());
    check(&sheet());
    check(&index());
    check(&links());
    check(&quarantined());
    check(&repair());
}

#[test]
fn a_record_of_another_kind_is_unreadable() {
    let unreadable = Some(Damage::Unreadable);
    assert_eq!(open::<Head>(&seal(&index())).err(), unreadable);
    assert_eq!(open::<Sheet>(&seal(&head())).err(), unreadable);
    assert_eq!(open::<Index>(&seal(&sheet())).err(), unreadable);
    assert_eq!(open::<Links>(&seal(&head())).err(), unreadable);
    assert_eq!(
        ApplicationRecord::open(application_id(1), &seal(&head())).err(),
        unreadable
    );
}

#[test]
fn spans_are_those_of_a_whole_sheet_alone() {
    let sealed = seal(&sheet());
    let follow_ups = sheet().outlooks.into_iter().flat_map(|outlook| outlook.follow_ups);
    let spans: Vec<_> = follow_ups.map(|follow_up| follow_up.span()).collect();
    assert_eq!(Sheet::spans(&sealed), Ok(spans));
    assert_eq!(Sheet::spans(&seal(&Sheet::default())), Ok(Vec::new()));
    assert_eq!(Sheet::spans(&seal(&head())), Err(Damage::Unreadable));
    assert_eq!(
        Sheet::spans(&sealed.replace("2026-10-27", "2026-10-28")),
        Err(Damage::Checksum)
    );
}

#[test]
fn damage_becomes_a_fault_that_names_its_key() {
    let key = Key::Applications(1);
    let damaged = Fault::Damaged { key: key.to_string() };
    assert_eq!(Damage::Checksum.at(&key), damaged);
    assert_eq!(Damage::Misplaced.at(&key), damaged);
    assert_eq!(Damage::Newer { schema: 2 }.at(&key), Fault::Newer);
}

#[test]
fn what_is_no_folder_is_told() {
    let id = application_id(1).to_string();
    for text in [
        "",
        "null",
        "[]",
        "{",
        r#"{"x":1}"#,
        &seal(&head()),
        &format!(r#"{{"{id}":}}"#),
    ] {
        assert_eq!(Folder::open(text), Err(Damage::NotARecord), "{text}");
    }
    assert_eq!(Folder::open("{}"), Ok(Folder::default()));
    let mut folder = Folder::default();
    for id in [1, 2].map(application_id) {
        folder.replace(id, "{}".to_owned());
    }
    let sealed = folder.seal();
    let twice = format!(r#"{{"{id}":{{"a":1}},"{id}":{{}}}}"#);
    let turned = format!(r#"{{"{}":{{}},"{id}":{{}}}}"#, application_id(2));
    for text in [sealed.to_uppercase(), sealed.replace(':', ": "), twice, turned] {
        assert_ne!(text, sealed);
        assert_eq!(Folder::open(&text), Err(Damage::NotARecord), "{text}");
    }
    let newer = r#"{"your_move":2,"sum":"SUM","body":{}}"#;
    let sum = format!("{:016x}", xxhash_rust::xxh3::xxh3_64_with_seed(b"{}", 2));
    assert_eq!(
        Folder::open(&newer.replace("SUM", &sum)),
        Err(Damage::Newer { schema: 2 })
    );
    let long = format!(r#"{{"{id}":"{}"}}"#, "x".repeat(32 * 1024 * 1024));
    assert_eq!(Folder::open(&long), Err(Damage::TooLarge));
}

#[test]
fn damage_to_a_folder_harms_no_record_unnoticed() {
    let mut folder = Folder::default();
    for id in [1, 2].map(application_id) {
        folder.replace(id, ApplicationRecord::new(id, &every_kind()[1..3]).seal());
    }
    let written: Vec<String> = folder.iter().map(|(_, sealed)| sealed.to_owned()).collect();
    for text in damaged(&folder.seal()) {
        let Ok(read) = Folder::open(&text) else { continue };
        let found = read.iter().map(|(id, sealed)| ApplicationRecord::open(id, sealed));
        let found: Vec<_> = found.collect();
        assert!(found.iter().any(Result::is_err), "{text}");
        let mut sound = found.into_iter().flatten();
        assert!(sound.all(|record| written.contains(&record.seal())), "{text}");
    }
}

fn open_as_everything(text: &str) -> usize {
    let id = application_id(1);
    [
        open::<Head>(text).is_ok(),
        open::<Sheet>(text).is_ok(),
        open::<Index>(text).is_ok(),
        open::<Links>(text).is_ok(),
        open_choices(text).is_ok(),
        ApplicationRecord::open(id, text).is_ok(),
        Texts::open(id, text).is_ok(),
    ]
    .into_iter()
    .filter(|read| *read)
    .count()
}

proptest! {
    #[test]
    fn garbage_is_read_as_nothing(text in "\\PC*|[{}\\[\\]\":,0-9a-z_]{0,60}|\\{\"your_move\":1,\"sum\":\"[0-9a-f]{16}\",\"body\":\\PC*\\}") {
        prop_assert_eq!(open_as_everything(&text), 0);
    }

    #[test]
    fn damaged_applications_are_noticed(
        events in events(),
        position in any::<prop::sample::Index>(),
        replacement in any::<u8>(),
        cut in any::<prop::sample::Index>(),
    ) {
        let id = application_id(1);
        let record = ApplicationRecord::new(id, &events);
        for sealed in [record.seal(), record.texts().seal()] {
            let mut bytes = sealed.clone().into_bytes();
            bytes[position.index(sealed.len())] = replacement;
            if let Ok(text) = String::from_utf8(bytes) && text != sealed {
                prop_assert_eq!(open_as_everything(&text), 0, "{}", text);
            }
            if let Some(text) = sealed.get(..cut.index(sealed.len())) {
                prop_assert_eq!(open_as_everything(text), 0, "{}", text);
            }
        }
    }
}

#[test]
fn every_turned_bit_of_an_application_is_noticed() {
    let record = ApplicationRecord::new(application_id(1), &every_kind()[1..8]);
    for text in damaged(&record.seal()) {
        let noticed = ApplicationRecord::open(application_id(1), &text).expect_err(&text);
        assert!(
            matches!(noticed, Damage::NotARecord | Damage::Checksum),
            "{noticed:?}: {text}"
        );
    }
}
