//! Every case understood as it was written down.

use std::fmt::Write;
use std::path::Path;

use expect_test::expect_file;
use your_move::capture::{Found, PageSnapshot, read};
use your_move::domain::{Amount, Pay, Posting, Reading, Warning};

use super::bounds;

/// F32, F33, F34, F35, F36, F37, F38 and F42 are among them.
#[test]
fn every_case_reads_as_expected() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/capture");
    let entries = std::fs::read_dir(&root).expect("the cases");
    let mut cases: Vec<_> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.is_dir())
        .collect();
    cases.sort();
    assert!(cases.len() > 25, "only {} cases", cases.len());
    for case in cases {
        let json = std::fs::read_to_string(case.join("snapshot.json")).expect("a snapshot");
        let snapshot: PageSnapshot = serde_json::from_str(&json).expect("a snapshot always reads");
        let (found, warnings) = read(&snapshot);
        expect_file![case.join("expected.txt")].assert_eq(&show(&found, &warnings));
    }
}

fn show(found: &Found, warnings: &[Warning]) -> String {
    let mut out = String::new();
    match found {
        Found::Posting(posting) => show_posting(posting, &mut out),
        Found::Several(candidates) => {
            line(&mut out, "several", &candidates.len().to_string());
            for candidate in candidates {
                let address = candidate.address.as_ref().map_or("-", |address| address.as_str());
                let known = [
                    Some(&candidate.title),
                    candidate.company.as_ref(),
                    candidate.place.as_ref(),
                ];
                let known: Vec<&str> = known.into_iter().flatten().map(|known| known.as_str()).collect();
                line(&mut out, &known.join(" | "), address);
            }
        }
        Found::Framed(frame) => line(&mut out, "framed", frame.as_str()),
        Found::Nothing => line(&mut out, "nothing", ""),
    }
    for warning in warnings {
        line(&mut out, "warning", &format!("{warning:?}"));
    }
    out
}

fn show_posting(posting: &Posting, out: &mut String) {
    fn field<T: std::fmt::Debug>(out: &mut String, name: &str, reading: Option<&Reading<T>>) {
        if let Some(reading) = reading {
            line(
                out,
                name,
                &format!("{:?} ({:?}, {:?})", reading.value, reading.source, reading.confidence),
            );
        }
    }
    macro_rules! fields {
        ($($name:ident)*) => { $(field(out, stringify!($name), posting.$name.as_ref());)* };
    }
    fields!(title company places workplace employment);
    let pay = posting.pay.as_ref();
    let pay = pay.map(|reading| Reading::new(show_pay(&reading.value), reading.source, reading.confidence));
    field(out, "pay", pay.as_ref());
    fields!(posted closes reference address apply contact description);
    if let Some(language) = &posting.language {
        line(out, "language", language.as_str());
    }
}

fn show_pay(pay: &Pay) -> String {
    let amount = |amount: Option<Amount>| {
        amount.map_or("?".to_owned(), |Amount(hundredths)| {
            format!("{}.{:02}", hundredths / 100, hundredths % 100)
        })
    };
    let currency = pay.currency.map_or("?".to_owned(), |currency| currency.to_string());
    format!("{} to {} {currency} {:?}", amount(pay.min), amount(pay.max), pay.per)
}

fn line(out: &mut String, name: &str, value: &str) {
    writeln!(out, "{name}: {value}").expect("a string grows");
}

/// The small files with which the search for faults begins: most are postings, and none is beyond its bounds.
#[test]
fn what_a_search_for_faults_begins_with_is_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/snapshot");
    let files = std::fs::read_dir(folder).expect("the files");
    let found = files.map(|entry| {
        let json = std::fs::read_to_string(entry.expect("a file").path()).expect("a text");
        let snapshot: PageSnapshot = serde_json::from_str(&json).expect("a snapshot always reads");
        let (found, _) = read(&snapshot);
        bounds::check(&found);
        found
    });
    let postings = found.filter(|found| matches!(found, Found::Posting(_))).count();
    assert!(postings >= 10, "{postings} postings");
}
