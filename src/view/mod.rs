//! What is shown, ready to show: the words in each language and the sentences made of them.
//!
//! Nothing here is kept: sentences are made when they are read, so that they are true on that day and in the reader's language.

mod because;
mod date;
mod failure;
mod follow_up;
mod glance;
mod meeting;
mod money;
mod name;
mod saved;
mod timeline;
mod voice;
mod waiting;
mod wish;
mod words;

pub use failure::Trouble;
pub use follow_up::Tone;
pub use name::{employment, stage, workplace};
pub use timeline::By;
pub use voice::Voice;
pub use words::{Word, Words};
