//! The words: each that is asked for is there, and each that is there is asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use your_move::domain::{Employment, Ending, Stage, Workplace};
use your_move::view::{Word, Words, employment, stage, workplace};

/// How the words are read and compared when the crate is built.
#[path = "../../build.rs"]
#[allow(
    dead_code,
    clippy::print_stdout,
    reason = "what writes the tables is not called here"
)]
mod build;

fn english() -> BTreeMap<String, String> {
    messages("en")
}

/// The words of a folder.
fn messages(folder: &str) -> BTreeMap<String, String> {
    let file = fs::read(Path::new("extension/_locales").join(folder).join("messages.json")).expect("words");
    let json: BTreeMap<String, BTreeMap<String, String>> = serde_json::from_slice(&file).expect("Chrome's format");
    json.into_iter()
        .map(|(key, entry)| (key, entry.get("message").expect("a message").clone()))
        .collect()
}

/// The files below `folder` whose names end in `ending`.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
    found
}

/// What stands in `text` after each `before`, up to the next character that is not part of a name.
fn named_after(text: &str, before: &str) -> Vec<String> {
    let name = |rest: &str| {
        rest.chars()
            .take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '_')
            .collect()
    };
    text.split(before).skip(1).map(name).collect()
}

/// `first_run_title` as `FirstRunTitle`, its name in the code.
fn variant(key: &str) -> String {
    let capital = |part: &str| part[..1].to_uppercase() + &part[1..];
    key.split('_').map(capital).collect()
}

/// The keys that the pages ask for.
fn asked_by_pages() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for page in files(Path::new("extension"), ".html") {
        let markup = fs::read_to_string(page).expect("a page");
        for attribute in ["data-words=\"", "data-words-label=\"", "data-words-placeholder=\""] {
            keys.extend(named_after(&markup, attribute));
        }
    }
    keys
}

/// The keys that the manifest asks for.
fn asked_by_the_manifest() -> BTreeSet<String> {
    let manifest = fs::read_to_string("extension/manifest.json").expect("the manifest");
    let messages = named_after(&manifest, "__MSG_");
    messages
        .iter()
        .map(|key| key.trim_end_matches("__").to_owned())
        .collect()
}

#[test]
fn each_word_that_a_page_asks_for_is_there() {
    let words = english();
    let by_manifest = asked_by_the_manifest()
        .into_iter()
        .filter(|key| !words.contains_key(key));
    let by_pages = asked_by_pages().into_iter().filter(|key| Word::named(key).is_none());
    let missing: Vec<_> = by_manifest.chain(by_pages).collect();
    assert!(missing.is_empty(), "not in messages.json: {missing:?}");
}

#[test]
fn each_word_that_is_there_is_asked_for() {
    let asked = &asked_by_pages() | &asked_by_the_manifest();
    let code: String = files(Path::new("src"), ".rs")
        .into_iter()
        .map(|file| fs::read_to_string(file).expect("a source file"))
        .collect();
    let in_code: BTreeSet<String> = named_after(&code, "Word::").into_iter().collect();
    let stray: Vec<_> = english()
        .into_keys()
        .filter(|key| !asked.contains(key) && !in_code.contains(&variant(key)))
        .collect();
    assert!(stray.is_empty(), "nobody uses {stray:?}");
}

#[test]
fn the_tables_say_what_the_file_says() {
    let mut named = 0;
    for (key, message) in english() {
        // The page's own words alone are known by their keys; the others stand between them in the table.
        if let Some(word) = Word::named(&key) {
            assert_eq!(Words::english().text(word), message);
            named += 1;
        }
    }
    assert!(named > 100, "{named}");
}

#[test]
fn the_browser_takes_the_words_of_the_manifest() {
    for words in Words::all() {
        assert!(words.text(Word::ExtensionName).chars().count() <= 45);
        assert!(words.text(Word::ExtensionDescription).chars().count() <= 132);
    }
    // The browser reads a dollar sign as the beginning of a placeholder of its own.
    let dollars: Vec<_> = files(Path::new("extension/_locales"), "messages.json")
        .into_iter()
        .filter(|file| fs::read_to_string(file).expect("words").contains('$'))
        .collect();
    assert!(dollars.is_empty(), "{dollars:?}");
}

#[test]
fn swiss_words_have_no_letter_that_the_swiss_do_not_write() {
    let [german, swiss] = ["de", "de-CH"].map(|tag| messages(&tag.replace('-', "_")));
    let written = |texts: &BTreeMap<String, String>, key: &str| texts.get(key).cloned();
    let odd: Vec<_> = german
        .keys()
        .filter(|key| {
            written(&swiss, key)
                .or(written(&german, key))
                .is_some_and(|text| text.contains(['ß', '„']))
        })
        .collect();
    assert!(odd.is_empty(), "{odd:?}");
}

/// What `build.rs` says of these words, whole files of them by the names of their folders.
#[track_caller]
fn check_agreement(files: &[(&str, &str)], expected: &str) {
    let read = files
        .iter()
        .map(|(name, json)| Ok(((*name).to_owned(), build::read(json.as_bytes())?)));
    let said = read
        .collect::<Result<build::Locales, String>>()
        .and_then(|locales| build::agree(&locales));
    assert_eq!(said.err().unwrap_or_default(), expected);
}

#[test]
fn a_language_has_each_word_and_no_other() {
    let english = (
        "en",
        r#"{"a": {"message": "A {b}"}, "c": {"message": "C", "description": "D"}}"#,
    );
    check_agreement(&[english], "");
    check_agreement(
        &[english, ("de", r#"{"a": {"message": "{b} E"}, "c": {"message": "C"}}"#)],
        "",
    );
    check_agreement(&[english, ("de", r#"{"c": {"message": "C"}}"#)], "de: a: missing");
    check_agreement(
        &[
            english,
            (
                "de",
                r#"{"a": {"message": "{b}"}, "c": {"message": "C"}, "d": {"message": "D"}}"#,
            ),
        ],
        "de: d: not a key of the English words",
    );
    check_agreement(
        &[english, ("de", r#"{"a": {"message": "{d}"}, "c": {"message": "C"}}"#)],
        "de: a: other names in braces than in English",
    );
    check_agreement(&[("de", "{}")], "there is no English");
    check_agreement(&[("en", r#"{"a": {"message": "{b"}}"#)], "a: a brace without its other");
    check_agreement(&[("en", r#"{"A": {"message": "A"}}"#)], "A: not a key in snake_case");
    check_agreement(&[("en", r#"{"a": {"description": "A"}}"#)], "a: no message");
    check_agreement(
        &[("en", r#"{"a": {"message": "A"}, "a": {"message": "A"}}"#)],
        "a: there twice at line 1 column 46",
    );
}

#[test]
fn a_region_has_what_is_otherwise_there_and_nothing_else() {
    let english = ("en", r#"{"a": {"message": "A {b}"}, "c": {"message": "C"}}"#);
    check_agreement(&[english, ("en_US", r#"{"c": {"message": "K"}}"#)], "");
    check_agreement(
        &[english, ("en_US", r#"{"c": {"message": "C"}}"#)],
        "en_US: c: not otherwise than in its language",
    );
    check_agreement(
        &[english, ("fr_CH", r#"{"c": {"message": "K"}}"#)],
        "fr_CH: c: not otherwise than in its language",
    );
    check_agreement(
        &[english, ("en_US", r#"{"a": {"message": "A"}}"#)],
        "en_US: a: other names in braces than in English",
    );
}

#[test]
fn what_counts_has_a_form_for_one() {
    let one_alone = r#"{"not_this_one": {"message": "Not this one"}}"#;
    check_agreement(&[("en", one_alone)], "");
    let both = r#"{"day_one": {"message": "a day"}, "day_other": {"message": "{count} days"}}"#;
    check_agreement(&[("en", both)], "");
    let other_alone = r#"{"day_other": {"message": "{count} days"}}"#;
    check_agreement(&[("en", other_alone)], "day_other: without a form for one");
}

#[test]
fn what_there_is_few_kinds_of_has_a_name() {
    let words = Words::english();
    assert_eq!(words.text(stage(Stage::InTouch)), "In touch");
    assert_eq!(words.text(stage(Stage::Ended(Ending::Withdrawn))), "Withdrawn");
    assert_eq!(words.text(workplace(Workplace::OnSite)), "On site");
    assert_eq!(words.text(employment(Employment::PerDiem)), "By the day");
}
