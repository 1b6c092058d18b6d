//! A backup that anybody may have written: it is read or refused with a place that can be named, and what was read can be written and read
//! again.

#![no_main]

use libfuzzer_sys::fuzz_target;
use your_move::archive::{read_backup, write_backup};
use your_move::etiquette::plan;
use your_move::ledger::fold;

fuzz_target!(|text: &str| {
    let Ok(backup) = read_backup(text) else {
        return;
    };
    let folded = backup.applications.iter().map(|application| {
        let record = &application.record;
        fold(record.application(), record.events())
    });
    let applications: Vec<_> = folded.collect();
    let _ = plan(&applications, &backup.chosen().settings);
    let written = write_backup(&backup);
    let again = read_backup(&written).map(|again| write_backup(&again));
    assert_eq!(again.ok(), Some(written), "a backup stays as it is");
});
