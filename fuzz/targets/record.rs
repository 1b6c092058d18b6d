//! What is kept, with a right checksum and anything within: it is opened or refused, and what was opened is kept as it was.

#![no_main]

use libfuzzer_sys::fuzz_target;
use xxhash_rust::xxh3::xxh3_64_with_seed;
use your_move::archive::{
    ApplicationRecord, Companies, Draft, Folder, Head, Index, LastBackup, Links, Proposals, Quarantined, Record, SCHEMA, Sheet, Texts, Trail, open,
    open_choices, seal,
};
use your_move::domain::{ApplicationId, Repair};
use your_move::ledger::fold;

fuzz_target!(|text: &str| {
    // The first inputs are whole records.
    let body = text.split_once(r#","body":"#).and_then(|(_, body)| body.trim_end().strip_suffix('}'));
    let body = body.unwrap_or(text);
    let sealed = envelope(body);
    reopens::<Head>(&sealed);
    reopens::<Sheet>(&sealed);
    reopens::<Index>(&sealed);
    reopens::<Links>(&sealed);
    reopens::<Companies>(&sealed);
    reopens::<Proposals>(&sealed);
    reopens::<Trail>(&sealed);
    reopens::<Draft>(&sealed);
    reopens::<Quarantined>(&sealed);
    reopens::<Repair>(&sealed);
    reopens::<LastBackup>(&sealed);
    // The envelope by itself.
    reopens::<Head>(text);
    let _ = open_choices(&sealed);
    let _ = Folder::open(body).map(|folder| folder.iter().count());
    // The one of the golden files, from which the first inputs are made.
    let id = ApplicationId::new(1_790_000_000_001, [1; 10]);
    let _ = Texts::open(id, &sealed);
    if let Ok(record) = ApplicationRecord::open(id, &sealed) {
        let _ = fold(id, record.events());
        let again = ApplicationRecord::open(id, &record.seal());
        assert_eq!(again.map(|again| again.seal()).ok(), Some(record.seal()), "a record stays as it is");
    }
});

fn reopens<R: Record>(sealed: &str) {
    if let Ok(record) = open::<R>(sealed) {
        let kept = seal(&record);
        let again = open::<R>(&kept).map(|again| seal(&again));
        assert_eq!(again.ok(), Some(kept), "a record stays as it is");
    }
}

fn envelope(body: &str) -> String {
    let sum = xxh3_64_with_seed(body.as_bytes(), u64::from(SCHEMA));
    format!(r#"{{"your_move":{SCHEMA},"sum":"{sum:016x}","body":{body}}}"#)
}
