//! Prints whose move it is on a day, from a backup: `cargo run --release --example agenda -- BACKUP.json --today 2026-12-22`.
//!
//! What a backup is, and what is printed: `docs/backup-format.md`.

#[path = "agenda/command.rs"]
mod command;
#[path = "agenda/lines.rs"]
mod lines;
#[path = "agenda/object.rs"]
mod object;

use std::env;
use std::io::{self, Write};
use std::process::ExitCode;

/// The exit code for what was asked wrongly or cannot be read.
const NOT_UNDERSTOOD: u8 = 2;

fn main() -> io::Result<ExitCode> {
    match answer() {
        // Whoever reads has had enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        answered => answered,
    }
}

fn answer() -> io::Result<ExitCode> {
    match command::run(env::args_os().skip(1)) {
        Ok(printed) => {
            io::stderr().write_all(printed.warnings.as_bytes())?;
            io::stdout().write_all(printed.lines.as_bytes())?;
            Ok(ExitCode::SUCCESS)
        }
        Err(complaint) => {
            writeln!(io::stderr(), "{complaint}")?;
            Ok(ExitCode::from(NOT_UNDERSTOOD))
        }
    }
}
