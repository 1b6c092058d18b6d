//! What is shown, read as a person reads it: the words are there, and the sentences are true and whole.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test that panics has said what it has to say, also from within a function that several tests share"
)]

#[path = "view/backup.rs"]
mod backup;
#[path = "view/failures.rs"]
mod failures;
#[path = "view/german.rs"]
mod german;
#[path = "view/glance.rs"]
mod glance;
#[path = "view/insights.rs"]
mod insights;
#[path = "view/messages.rs"]
mod messages;
#[path = "view/plain.rs"]
mod plain;
#[path = "view/rows.rs"]
mod rows;
#[path = "view/saved.rs"]
mod saved;
#[path = "view/story.rs"]
mod story;
#[path = "view/timeline.rs"]
mod timeline;
#[path = "view/waiting.rs"]
mod waiting;
#[path = "view/whole.rs"]
mod whole;
#[path = "view/words.rs"]
mod words;
