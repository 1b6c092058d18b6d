//! What is kept: that it reads as it was written, today and from every version before, and that damage is noticed.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that panics has said what it has to say, also from within a function that several tests share"
)]

#[path = "archive/arbitrary.rs"]
mod arbitrary;
#[path = "archive/backup.rs"]
mod backup;
#[path = "archive/calendar_entries.rs"]
mod calendar_entries;
#[path = "archive/calendar_files.rs"]
mod calendar_files;
#[path = "archive/calendar_program.rs"]
mod calendar_program;
#[path = "archive/carried.rs"]
mod carried;
#[path = "chosen/mod.rs"]
mod chosen;
#[path = "archive/corpora.rs"]
mod corpora;
#[path = "archive/damage.rs"]
mod damage;
#[path = "archive/golden.rs"]
mod golden;
#[path = "archive/head.rs"]
mod head;
#[path = "archive/invitations.rs"]
mod invitations;
#[path = "archive/keys.rs"]
mod keys;
#[path = "archive/messages.rs"]
mod messages;
#[path = "archive/programs.rs"]
mod programs;
#[path = "archive/records.rs"]
mod records;
#[path = "archive/sample.rs"]
mod sample;
#[path = "archive/settings.rs"]
mod settings;
#[path = "archive/table.rs"]
mod table;
#[path = "archive/union.rs"]
mod union;
