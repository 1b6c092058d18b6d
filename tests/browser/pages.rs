//! What is read of whole pages, against what a person reads on them: our own pages, and real ones where they lie beside
//! the project.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use your_move::capture::{Found, PageSnapshot, arrival, read, read_without_boards};

use crate::corpus::{Row, Table, Verdict, answers, is_confident, judge, rows};
use crate::peers;
use crate::saved::{Reader, kind_of};
use crate::scene::turn;

#[test]
fn our_own_pages_are_read_without_a_fault() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let pages = snapshots(&folder);
    show("our own pages", &folder, &pages);
    let mut faults = Vec::new();
    for (row, snapshot) in &pages {
        let (found, _) = read(snapshot);
        if row.is_posting() != is_confident(&found) {
            faults.push(format!("{}: {found:#?}", row.file));
        }
        let verdicts = judge(row, &answers(&found)).into_iter();
        let wrong = verdicts.filter(|(_, verdict)| *verdict != Verdict::Right);
        faults.extend(wrong.map(|(field, verdict)| format!("{} {field}: {verdict:?}", row.file)));
        faults.extend(arrival_fault(row, snapshot));
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
    let pages = snapshots(&folder);
    show("saved pages", &folder, &pages);
    let mut faults = Vec::new();
    for (row, snapshot) in &pages {
        let (found, _) = read(snapshot);
        if row.kind == "posting" && row.is_structured() {
            let demanded = ["title", "company", "place", "posted"];
            let verdicts = judge(row, &answers(&found));
            let wrong = verdicts
                .iter()
                .filter(|(field, verdict)| demanded.contains(field) && *verdict != Verdict::Right);
            faults.extend(wrong.map(|(field, verdict)| format!("{} {field}: {verdict:?}", row.file)));
        }
        if matches!(row.kind.as_str(), "list" | "other") && is_confident(&found) {
            faults.push(format!("{}: taken for a posting", row.file));
        }
        faults.extend(arrival_fault(row, snapshot));
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// The pages that are shown once an application was sent are named so. No other shows that one has arrived, though boards have the words for it
/// in their forms from the beginning.
fn arrival_fault(row: &Row, snapshot: &PageSnapshot) -> Option<String> {
    let shows = arrival(snapshot, None);
    let is_right = shows.is_some() == row.file.ends_with("-sent.html");
    (!is_right).then(|| format!("{}: an application that has arrived: {shows:?}", row.file))
}

/// Every page of a folder, as the probe brings it.
#[track_caller]
fn snapshots(folder: &Path) -> Vec<(Row, PageSnapshot)> {
    let _turn = turn();
    let index = fs::read_to_string(folder.join("INDEX.tsv")).expect("an index");
    let reader = Reader::start();
    let pages = rows(&index).into_iter().map(|row| {
        let page = fs::read(folder.join(&row.file)).unwrap_or_else(|error| panic!("{}: {error}", row.file));
        let address = Some(row.page_url.as_str()).filter(|address| !address.is_empty());
        let snapshot = reader
            .snapshot(&page, kind_of(&row.file, &page), address)
            .unwrap_or_else(|error| panic!("{}: {error}", row.file));
        (row, snapshot)
    });
    pages.collect()
}

/// Prints how many fields of these pages were right, with what is known of boards and without; and what others make of them, where
/// they are installed.
fn show(name: &str, folder: &Path, pages: &[(Row, PageSnapshot)]) {
    let rows: Vec<&Row> = pages.iter().map(|(row, _)| row).collect();
    let ours = |read: fn(&PageSnapshot) -> (Found, Vec<_>)| {
        let said = pages.iter().map(|(_, snapshot)| answers(&read(snapshot).0));
        said.collect::<Vec<_>>()
    };
    let mut readers = vec![
        ("with adapters".to_owned(), ours(read)),
        ("without adapters".to_owned(), ours(read_without_boards)),
    ];
    readers.extend(peers::extruct(folder, &rows));
    let mut table = Table::of(readers.iter().map(|(reader, _)| reader.clone()).collect());
    for (reader, (_, said)) in readers.iter().enumerate() {
        for (row, answers) in rows.iter().zip(said) {
            table.add(reader, row, &judge(row, answers));
        }
    }
    // Past the test harness, which keeps to itself what a test that passes has printed.
    let _ = writeln!(std::io::stderr(), "\n{} {name}\n{table}", rows.len());
}
