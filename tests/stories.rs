//! Stories written by hand, and what is due in them on given days: through the program that prints an agenda, as people use it.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that panics has said what it has to say, also from within a function that several tests share"
)]

#[path = "stories/arbitrary.rs"]
mod arbitrary;
#[path = "../examples/agenda/command.rs"]
mod command;
#[path = "stories/days.rs"]
mod days;
#[path = "stories/document.rs"]
mod document;
#[path = "../examples/agenda/lines.rs"]
mod lines;
#[path = "../examples/agenda/object.rs"]
mod object;
#[path = "stories/refusals.rs"]
mod refusals;

use std::path::{Path, PathBuf};

/// The path of a file of the project.
fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// What the program says to a command line: what it prints, or its complaint.
fn run(arguments: &[&str]) -> Result<command::Printed, String> {
    command::run(arguments.iter().map(|argument| (*argument).into()))
}
