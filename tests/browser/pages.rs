//! What is read of whole pages, against what a person reads on them: our own pages, and real ones where they lie beside
//! the project.

use std::io::Write as _;
use std::path::Path;

use serde_json::json;
use your_move::capture::{Found, PageSnapshot, read, selectors};
use your_move::domain::SafeLink;

use crate::corpus::{Row, Table, Verdict, is_confident, judge, rows};
use crate::driver::{Browser, Launch, Session};
use crate::probe::{PROBE, evaluate_beside};
use crate::profile::Profile;
use crate::scene::turn;
use crate::server::{NOTHING_ELSE, Server};

#[test]
fn our_own_pages_are_read_without_a_fault() {
    let read = read_all(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages")));
    let mut faults = Vec::new();
    for (row, found) in &read {
        if row.is_posting() != is_confident(found) {
            faults.push(format!("{}: {found:#?}", row.file));
        }
        let verdicts = judge(row, found).into_iter();
        let wrong = verdicts.filter(|(_, verdict)| *verdict != Verdict::Right);
        faults.extend(wrong.map(|(field, verdict)| format!("{} {field}: {verdict:?}", row.file)));
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn real_pages_are_read_as_a_person_reads_them() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/pages");
    if !folder.join("INDEX.tsv").is_file() {
        let _ = writeln!(
            std::io::stderr(),
            "skipped: there are no saved pages at {}",
            folder.display()
        );
        return;
    }
    let mut table = Table::default();
    let mut faults = Vec::new();
    for (row, found) in read_all(&folder) {
        let verdicts = judge(&row, &found);
        table.add(&row, &verdicts);
        if row.kind == "posting" && row.is_structured() {
            let demanded = ["title", "company", "place", "posted"];
            let wrong = verdicts
                .iter()
                .filter(|(field, verdict)| demanded.contains(field) && *verdict != Verdict::Right);
            faults.extend(wrong.map(|(field, verdict)| format!("{} {field}: {verdict:?}", row.file)));
        }
        if matches!(row.kind.as_str(), "list" | "other") && is_confident(&found) {
            faults.push(format!("{}: taken for a posting", row.file));
        }
    }
    // Past the test harness, which keeps to itself what a test that passes has printed.
    let _ = writeln!(std::io::stderr(), "{table}");
    assert!(faults.is_empty(), "{faults:#?}");
}

/// Every page of a folder, as it is read.
#[track_caller]
fn read_all(folder: &Path) -> Vec<(Row, Found)> {
    let _turn = turn();
    let index = std::fs::read_to_string(folder.join("INDEX.tsv")).expect("an index");
    let server = Server::of(&[folder]);
    let profile = Profile::new();
    let launch = Launch {
        arguments: &[NOTHING_ELSE.to_owned()],
        ..Launch::default()
    };
    let browser = Browser::start(&profile.path(), launch);
    server.stand_in(&browser);
    let found = rows(&index).into_iter().map(|row| {
        let tab = browser.open(&Server::address_of(&row.file, &row.page_url));
        let (found, _) = read(&snapshot(&tab.page));
        browser.end(tab.page.target());
        (row, found)
    });
    found.collect()
}

/// What the probe brings from a page.
#[track_caller]
fn snapshot(page: &Session) -> PageSnapshot {
    let address = page.evaluate("location.href");
    let selectors: serde_json::Map<_, _> = SafeLink::new(address.as_str().unwrap_or_default())
        .iter()
        .flat_map(selectors)
        .map(|(name, selector)| ((*name).to_owned(), json!(selector)))
        .collect();
    let brought = evaluate_beside(page, &format!("{PROBE}\nprobe({})", json!(selectors)));
    serde_json::from_value(brought).expect("a snapshot always reads")
}
