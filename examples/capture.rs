//! Prints what is read of saved pages: `./build.sh capture FILE.html… [--url URL]`.
//!
//! What is printed, and how to report a page that is read wrongly: `docs/capture.md`.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a program for developers, which shares the harness of the tests"
)]
#![allow(dead_code, unused_imports, reason = "the tests use more of the harness")]

#[path = "capture/asked.rs"]
mod asked;
#[path = "capture/command.rs"]
mod command;
#[path = "../tests/browser/driver/mod.rs"]
mod driver;
#[path = "capture/line.rs"]
mod line;
#[path = "agenda/object.rs"]
mod object;
#[path = "../tests/browser/profile.rs"]
mod profile;
#[path = "../tests/browser/saved.rs"]
mod saved;

use std::env;
use std::io;
use std::process::ExitCode;

fn main() -> io::Result<ExitCode> {
    let arguments = env::args_os().skip(1);
    match command::run(arguments, &mut io::stdout().lock(), &mut io::stderr().lock()) {
        // Whoever reads has had enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        Err(error) => Err(error),
        Ok(code) => Ok(code.into()),
    }
}
