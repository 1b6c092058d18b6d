//! One file for each kind of record, as version 1 of the form writes it. These files are never changed: a test that
//! fails here says that people's data would not be read, or would be rewritten.

use std::fs;
use std::path::{Path, PathBuf};

use your_move::archive::{
    ApplicationRecord, Folder, Head, Record, SCHEMA, Texts, checksum, open, open_choices, seal, seal_choices,
};
use your_move::domain::{Event, What};

use super::sample::{
    application_id, companies, draft, every_kind, forgot, full_index, head, included, index, last_backup, later_kinds,
    later_repair, links, messages, proposals, quarantined, repair, settings, sheet, tombstone, trail,
};

fn path(name: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests/archive/v1", name].iter().collect()
}

fn golden(name: &str) -> String {
    let text = fs::read_to_string(path(name)).expect("the file can be read");
    text.trim_end_matches('\n').to_owned()
}

/// The file's text, which today's code must give for the same value. Where there is no such file yet, it is written, and the
/// test fails once.
#[track_caller]
pub(crate) fn check_written(name: &str, sealed: &str) -> String {
    if !path(name).exists() {
        fs::write(path(name), format!("{sealed}\n")).expect("the file can be written");
        panic!("{name} is new: look at it, and keep it");
    }
    let golden = golden(name);
    assert_eq!(golden, sealed, "{name}");
    golden
}

#[track_caller]
fn check<R: Record + PartialEq + std::fmt::Debug>(name: &str, record: &R) {
    let golden = check_written(name, &seal(record));
    assert_eq!(open::<R>(&golden).as_ref(), Ok(record));
}

#[track_caller]
fn check_application(name: &str, texts_name: &str, events: &[Event]) {
    let record = ApplicationRecord::new(application_id(1), events);
    let golden = check_written(name, &record.seal());
    let golden_texts = check_written(texts_name, &record.texts().seal());

    let mut read = ApplicationRecord::open(application_id(1), &golden).expect("it can be read");
    assert_eq!(read.seal(), golden);
    read.put_back(&Texts::open(application_id(1), &golden_texts).expect("they can be read"));
    assert_eq!(read.events(), record.events());
    assert_eq!(read.seal(), golden);
    assert_eq!(read.texts().seal(), golden_texts);
}

/// One file at least of each kind of record.
const KINDS: [&str; 16] = [
    "agenda.json",
    "application.json",
    "backup.json",
    "folder.json",
    "head.json",
    "index.json",
    "links.json",
    "companies.json",
    "settings.json",
    "texts.json",
    "quarantined.json",
    "repair.json",
    "last-backup.json",
    "draft.json",
    "proposals.json",
    "trail.json",
];

/// The files that a version of the form does not have.
fn missing(schema: u32) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/archive/v{schema}"));
    let files = KINDS.map(|name| folder.join(name)).into_iter();
    files.filter(|file| !file.is_file()).collect()
}

/// F21: from the first version on. One that is new begins with its files.
#[test]
fn every_version_of_the_form_has_its_files() {
    for schema in 1..=SCHEMA {
        assert_eq!(missing(schema), [""; 0].map(PathBuf::from));
    }
    assert_eq!(missing(SCHEMA + 1).len(), KINDS.len());
}

#[test]
fn folders() {
    let mut folder = Folder::default();
    for (id, event) in [(application_id(2), &every_kind()[1]), (application_id(1), &tombstone())] {
        folder.replace(id, ApplicationRecord::new(id, std::slice::from_ref(event)).seal());
    }
    let golden = check_written("folder.json", &folder.seal());
    assert_eq!(Folder::open(&golden), Ok(folder));
}

#[test]
fn applications() {
    check_application("application.json", "texts.json", &every_kind());
    check_application("later.json", "later-texts.json", &later_kinds());
    check_application("forgot.json", "forgot-texts.json", &[forgot()]);
    check_application("included.json", "included-texts.json", &[included()]);
    check_application("erased.json", "erased-texts.json", &[tombstone()]);
}

#[test]
fn other_records() {
    check("index.json", &index());
    check("full-index.json", &full_index());
    check("head.json", &head());
    check("agenda.json", &sheet());
    check("links.json", &links());
    check("companies.json", &companies());
    check("last-backup.json", &last_backup());
    check("draft.json", &draft());
    check("proposals.json", &proposals());
    check("trail.json", &trail());
}

#[test]
fn what_tells_of_damage() {
    check("quarantined.json", &quarantined());
    check("repair.json", &repair());
    check("later-repair.json", &later_repair());
}

#[test]
fn choices() {
    let golden = check_written("settings.json", &seal_choices(&settings().into(), None));
    assert_eq!(open_choices(&golden), Ok(settings().into()));
    let golden = check_written("messages.json", &seal_choices(&messages().into(), None));
    assert_eq!(open_choices(&golden), Ok(messages().into()));
}

#[test]
fn digests_are_kept_and_may_not_change() {
    assert_eq!(checksum("").to_string(), "2d06800538d394c2");
    let fingerprint = ApplicationRecord::new(application_id(1), &every_kind()).fingerprint();
    assert_eq!(fingerprint.revision.to_string(), "03cc8c2e31046080");
    let mut head = Head::default();
    head.replace(None, Some(fingerprint));
    assert_eq!(head.digest.to_string(), "d3cf371b08dbd0b8");
}

/// A kind of event that is new must be among the samples: it does not compile until it is named here.
#[test]
fn every_kind_of_event_is_there() {
    let name = |event: &Event| match event.what {
        What::Captured { .. } => "captured",
        What::Invited(_) => "invited",
        What::Rescheduled { .. } => "rescheduled",
        What::Cancelled { .. } => "cancelled",
        What::Missed { .. } => "missed",
        What::Interviewed { .. } => "interviewed",
        What::Promised(_) => "promised",
        What::Preferred { .. } => "preferred",
        What::Heard { .. } => "heard",
        What::Offered { .. } => "offered",
        What::Rejected { .. } => "rejected",
        What::Applied { .. } => "applied",
        What::Referred { .. } => "referred",
        What::Networked { .. } => "networked",
        What::Thanked { .. } => "thanked",
        What::CheckedIn { .. } => "checked_in",
        What::Replied { .. } => "replied",
        What::Undertook { .. } => "undertook",
        What::Delivered { .. } => "delivered",
        What::Accepted {} => "accepted",
        What::Declined {} => "declined",
        What::Withdrew {} => "withdrew",
        What::Closed { .. } => "closed",
        What::Reopened {} => "reopened",
        What::Snoozed { .. } => "snoozed",
        What::Pinned { .. } => "pinned",
        What::Skipped { .. } => "skipped",
        What::Retired {} => "retired",
        What::KeptWarm {} => "kept_warm",
        What::Noted { .. } => "noted",
        What::Remembered { .. } => "remembered",
        What::Corrected(_) => "corrected",
        What::Voided { .. } => "voided",
        What::Joined { .. } => "joined",
        What::Parted { .. } => "parted",
        What::Included { .. } => "included",
        What::Forgot { .. } => "forgot",
        What::Erased {} => "erased",
        What::Unknown { .. } => "unknown",
    };
    let mut names: Vec<_> = every_kind()
        .iter()
        .chain(&later_kinds())
        .chain(&[forgot(), included()])
        .chain([&tombstone()])
        .map(name)
        .collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), 38, "{names:?}");
}
