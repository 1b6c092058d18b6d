//! What is shown, ready to show: the words in each language and the sentences made of them.
//!
//! Nothing here is kept: sentences are made when they are read, so that they are true on that day and in the reader's language.

mod words;

pub use words::{Word, Words};
