//! Storage keys.

use proptest::prelude::*;
use your_move::archive::{Folder, Key, LinkHash, Links};

use super::sample::{application_id, link};

#[track_caller]
fn check(key: Key, text: &str) {
    assert_eq!(key.to_string(), text);
    assert_eq!(Key::parse(text), Some(key));
}

#[track_caller]
fn check_foreign(text: &str) {
    assert_eq!(Key::parse(text), None, "{text}");
}

#[test]
fn keys_have_one_text_each() {
    check(Key::Head, "head");
    check(Key::Agenda(0x1f), "agenda/1f");
    check(Key::Settings, "settings");
    check(Key::Backup, "backup");
    check(Key::Proposals, "proposed");
    check(Key::Index(0), "index/00");
    check(Key::Index(255), "index/ff");
    check(Key::Applications(0), "app/000");
    check(Folder::of_application(application_id(1)), "app/101");
    check(Folder::of_texts(application_id(7)), "text/307");
    check(Key::Links(0), "link/00");
    check(
        Links::key(LinkHash::of(&link("https://jobs.northwind.example/42"))),
        "link/bb",
    );
    check(Key::Companies(0x1f), "company/1f");
    check(Key::Quarantine(0), "bad/00");
    check(Key::Quarantine(0x3f), "bad/3f");
    check(Key::Repair, "repair");
}

#[test]
fn other_spellings_and_other_peoples_keys_are_none_of_ours() {
    for text in [
        "",
        "/",
        "Head",
        "head/",
        "head ",
        "app",
        "app/",
        "app/x",
        "app/__proto__",
        "__proto__",
        "constructor",
        "app/01a0c450-6c01-7101-8101-010101010101",
        "app/1",
        "app/1FF",
        "app/1000",
        "app/10000",
        "text/400",
        "agenda/20",
        "index/100",
        "app/101/",
        "sample/app/101",
        "bad/",
        "bad/40",
        "bad/1F",
        "repair/",
        "agenda/100",
        "link/0",
        "link/+1",
        "link/f3506e89b6d88dbcfce133b57b027fbb",
        "company/acme",
        "company/1F",
        "bad/01a0c450-6c01-7101-8101-010101010101/1791192600250",
    ] {
        check_foreign(text);
    }
}

#[test]
fn links_differ_where_addresses_do() {
    let hash = |address| LinkHash::of(&link(address));
    assert_eq!(hash("https://a.example/1"), hash("HTTPS://A.example/1"));
    assert_ne!(hash("https://a.example/1"), hash("https://a.example/2"));
}

proptest! {
    #[test]
    fn what_reads_as_a_key_is_that_key(text in "\\PC{0,20}|(app|text|link|company|index|bad)/[0-9a-f/ -]{0,40}") {
        if let Some(key) = Key::parse(&text) {
            prop_assert_eq!(key.to_string(), text);
        }
    }
}
