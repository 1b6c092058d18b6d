//! What the search for faults begins with is read natively, too: some of each is as it should be, and some is not.

use std::fs;
use std::path::Path;

use your_move::archive::{decode, read_backup, read_calendar_file, read_invitation, read_table};

use super::sample::day;

/// How many of a target's files are read, and how many are refused.
fn read(target: &str, is_read: impl Fn(&str) -> bool) -> (usize, usize) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let files = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("a file").path());
    let texts = files.map(|file| fs::read_to_string(file).expect("a text"));
    let (read, refused): (Vec<_>, Vec<_>) = texts.partition(|text| is_read(text));
    (read.len(), refused.len())
}

#[test]
fn backups_calendars_tables_and_invitations_are_read_or_refused() {
    let backups = read("backup", |text| read_backup(text).is_ok());
    assert!(backups.0 >= 10 && backups.1 >= 4, "{backups:?}");
    let calendars = read("calendar", |text| read_calendar_file(text, day("2026-11-02")).is_ok());
    assert!(calendars.0 >= 10 && calendars.1 >= 2, "{calendars:?}");
    let tables = read("table", |text| read_table(&decode(text.as_bytes())).is_ok());
    assert!(tables.0 >= 10 && tables.1 >= 4, "{tables:?}");
    let invitations = read("invitation", |text| read_invitation(text).is_ok());
    assert!(invitations.0 >= 7 && invitations.1 >= 4, "{invitations:?}");
}
