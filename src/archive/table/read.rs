//! From a text to rows of cells. The crates for it pass over empty lines, so that nobody finds a row by its number, and take a quotation mark
//! that is never closed for the end of the file.

use super::write::unguarded;

/// The longest text that is read, in bytes.
pub const LIMIT: usize = 64 * 1024 * 1024;

/// More rows are in no table of applications.
pub const MOST_ROWS: usize = 100_000;

/// More columns are in no table that a person keeps.
const MOST_COLUMNS: usize = 200;

/// The longest cell, in bytes. Spreadsheets take fewer.
const LONGEST: usize = 1024 * 1024;

/// What can stand between two cells.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// So much of a text tells how its cells are separated, in bytes.
const SAMPLE: usize = 64 * 1024;

/// A table: its rows in their order, empty ones too, each with its cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The rows, without those at the end in which nothing stands.
    pub rows: Vec<Vec<String>>,
}

/// Why a text is no table. Rows are counted from 1, as spreadsheets count them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableError {
    /// Nothing stands in it.
    Empty,
    /// It is a workbook, a picture, a backup or the like.
    NotText,
    /// It is longer than any table of applications, or has more rows.
    TooLarge,
    /// It has more columns than a person keeps.
    TooWide {
        /// In which row.
        row: usize,
    },
    /// A cell is longer than any of a spreadsheet.
    LongCell {
        /// In which row.
        row: usize,
    },
    /// A quotation mark is opened and never closed.
    OpenQuote {
        /// In which row.
        row: usize,
    },
}

/// Reads a table whose cells are separated by commas, semicolons, tabs or bars, whichever are there.
///
/// # Errors
/// What is wrong with it; nothing is read then.
pub fn read_table(text: &str) -> Result<Table, TableError> {
    let text = text.trim_start_matches('\u{feff}');
    if text.len() > LIMIT {
        return Err(TableError::TooLarge);
    }
    // Backups and web pages are texts, too, and a table of them would be nonsense.
    if text.trim_start().starts_with(['{', '<']) {
        return Err(TableError::NotText);
    }
    // A workbook is an archive, and what else is no text has noughts in it.
    let start = text.get(..text.floor_char_boundary(1024)).unwrap_or_default();
    if start.starts_with("PK\u{3}\u{4}") || start.matches(['\0', '\u{fffd}']).count() > start.chars().count() / 8 {
        return Err(TableError::NotText);
    }
    let (separator, text) = match told(text) {
        Some((separator, rest)) => (separator, rest),
        None => (separator_of(text), text),
    };
    let mut cells = Cells {
        bytes: text.as_bytes(),
        separator,
        place: 0,
    };
    let mut rows: Vec<Vec<String>> = Vec::new();
    while let Some(row) = cells.row(rows.len() + 1)? {
        // The names come on top.
        if rows.len() > MOST_ROWS {
            return Err(TableError::TooLarge);
        }
        rows.push(row);
    }
    let is_empty = |row: &Vec<String>| row.iter().all(|cell| cell.trim().is_empty());
    let end = rows.iter().rposition(|row| !is_empty(row)).map_or(0, |last| last + 1);
    rows.truncate(end);
    if rows.is_empty() {
        return Err(TableError::Empty);
    }
    Ok(Table { rows })
}

/// The separator that a line before all others names, as Excel writes and reads it: `sep=;`.
fn told(text: &str) -> Option<(u8, &str)> {
    let rest = text.strip_prefix("sep=")?;
    let (line, rest) = rest.split_once('\n')?;
    let separator = line.trim_end_matches('\r').as_bytes();
    match separator {
        [separator] if SEPARATORS.contains(separator) => Some((*separator, rest)),
        _ => None,
    }
}

/// The separator that stands in most of the first lines, and most evenly: as often in each as in the first.
fn separator_of(text: &str) -> u8 {
    let sample = text.get(..text.floor_char_boundary(SAMPLE)).unwrap_or_default();
    let mut best = (0, 0, b',');
    for separator in SEPARATORS {
        let mut cells = Cells {
            bytes: sample.as_bytes(),
            separator,
            place: 0,
        };
        let mut counts = Vec::new();
        while counts.len() < 20
            && let Ok(Some(row)) = cells.row(1)
        {
            counts.extend(Some(row.len()).filter(|count| *count > 1));
        }
        // The rows of most tables have one width.
        let even = counts
            .iter()
            .map(|count| counts.iter().filter(|other| *other == count).count())
            .max();
        let rank = (even.unwrap_or_default(), counts.first().copied().unwrap_or_default());
        if rank > (best.0, best.1) {
            best = (rank.0, rank.1, separator);
        }
    }
    best.2
}

/// A text that is read cell by cell.
struct Cells<'a> {
    bytes: &'a [u8],
    separator: u8,
    place: usize,
}

impl Cells<'_> {
    /// The next row; `None` at the end.
    fn row(&mut self, number: usize) -> Result<Option<Vec<String>>, TableError> {
        if self.place >= self.bytes.len() {
            return Ok(None);
        }
        let mut row = Vec::new();
        loop {
            let cell = self.cell(number)?;
            if row.len() >= MOST_COLUMNS {
                return Err(TableError::TooWide { row: number });
            }
            if cell.len() > LONGEST {
                return Err(TableError::LongCell { row: number });
            }
            row.push(unguarded(&String::from_utf8_lossy(&cell)).to_owned());
            match self.next() {
                Some(byte) if byte == self.separator => {}
                // A line ends as Windows, as Unix, or as an old Macintosh ends it.
                Some(b'\r') => {
                    self.place += usize::from(self.peek() == Some(b'\n'));
                    break;
                }
                _ => break,
            }
        }
        Ok(Some(row))
    }

    /// The next cell. What stands behind a closing quotation mark belongs to it, and a mark in the middle of a cell is one.
    fn cell(&mut self, number: usize) -> Result<Vec<u8>, TableError> {
        let mut cell = Vec::new();
        if self.peek() == Some(b'"') {
            self.place += 1;
            loop {
                match self.next() {
                    Some(b'"') if self.peek() == Some(b'"') => {
                        self.place += 1;
                        cell.push(b'"');
                    }
                    Some(b'"') => break,
                    Some(byte) => cell.push(byte),
                    None => return Err(TableError::OpenQuote { row: number }),
                }
            }
        }
        while let Some(byte) = self.peek()
            && byte != self.separator
            && !matches!(byte, b'\r' | b'\n')
        {
            cell.push(byte);
            self.place += 1;
        }
        Ok(cell)
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.place).copied()
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.peek();
        self.place += 1;
        byte
    }
}
