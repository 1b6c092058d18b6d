//! A command line, and the answer to it: a line a page, and what is to be said against it.

use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};

use your_move::capture::read;

use super::asked::{Asked, Page};
use super::line::line;
use super::saved::{Reader, kind_of};

const USAGE: &str = "\
usage: capture FILE.html… [--url URL] [--list FILE.tsv]

Prints what is read of saved pages, a JSON object a line.
  --url URL        the address at which the files stood
  --list FILE.tsv  more pages: a table with the columns file and url, separated by tabs; a file's path begins at the table's folder
docs/capture.md says what is printed, and how to report a page that is read wrongly.";

/// The exit code where all was read, …
const READ: u8 = 0;
/// … where something could not be, …
const NOT_READ: u8 = 1;
/// … and where the command line is not understood.
const NOT_UNDERSTOOD: u8 = 2;

/// Answers a command line, without the program's name. Gives the exit code.
pub(crate) fn run(
    arguments: impl Iterator<Item = OsString>,
    out: &mut impl Write,
    complaints: &mut impl Write,
) -> io::Result<u8> {
    let pages = match Asked::read(arguments) {
        Ok(Asked::Help) => {
            writeln!(out, "{USAGE}")?;
            return Ok(READ);
        }
        Ok(Asked::Pages(pages)) => pages,
        Err(complaint) => {
            writeln!(complaints, "{complaint}\n\n{USAGE}")?;
            return Ok(NOT_UNDERSTOOD);
        }
    };
    let mut reader = None;
    let mut code = READ;
    for page in pages {
        match page.and_then(|page| answer(&page, &mut reader)) {
            Ok(line) => {
                out.write_all(line.as_bytes())?;
                out.flush()?;
            }
            Err(complaint) => {
                writeln!(complaints, "{complaint}")?;
                code = NOT_READ;
            }
        }
    }
    Ok(code)
}

/// What is read of a page. A browser is started for the first that there is.
fn answer(page: &Page, reader: &mut Option<Reader>) -> Result<String, String> {
    let complain = |what: String| format!("{}: {what}", page.name);
    let bytes = fs::read(&page.path).map_err(|error| complain(error.to_string()))?;
    let reader = reader.get_or_insert_with(Reader::start);
    let snapshot = reader
        .snapshot(&bytes, kind_of(&page.name, &bytes), page.address.as_deref())
        .map_err(complain)?;
    let (found, warnings) = read(&snapshot);
    Ok(line(&page.name, &found, &warnings))
}
