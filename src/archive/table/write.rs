//! From cells to a text (RFC 4180): commas, quotation marks where they are needed, and lines that end as that says.
//!
//! A spreadsheet takes a cell that begins with one of a few signs for a formula, whatever else is in the file. Such a cell gets an apostrophe
//! in front, which it shows and does not reckon with, and which is taken off again when the table is read.

/// What a formula, or what a spreadsheet takes for one, begins with. The last are those of East Asian keyboards.
const SIGNS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

const GUARD: char = '\'';

/// The longest table that is written begins with a byte order mark: without one, Excel reads UTF-8 as something else.
const MARK: char = '\u{feff}';

/// The text of a table that is being written, row by row.
#[derive(Clone, Debug)]
pub struct TableText(String);

impl Default for TableText {
    fn default() -> Self {
        Self(MARK.to_string())
    }
}

impl TableText {
    /// Adds a row.
    pub fn add<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) {
        for (index, cell) in cells.into_iter().enumerate() {
            if index > 0 {
                self.0.push(',');
            }
            push_cell(cell, &mut self.0);
        }
        self.0.push_str("\r\n");
    }

    /// All of it.
    pub fn close(self) -> String {
        self.0
    }
}

fn push_cell(cell: &str, out: &mut String) {
    let guard = is_guarded(cell).then_some(GUARD);
    // Some programs separate cells by these where others do by a comma, and a nought ends a text in many.
    let is_quoted =
        cell.contains(['"', ',', ';', '\t', '|', '\r', '\n']) || cell.starts_with(' ') || cell.ends_with(' ');
    if !is_quoted {
        out.extend(guard);
        out.extend(cell.chars().filter(|letter| *letter != '\0'));
        return;
    }
    out.push('"');
    out.extend(guard);
    for letter in cell.chars().filter(|letter| *letter != '\0') {
        if letter == '"' {
            out.push('"');
        }
        out.push(letter);
    }
    out.push('"');
}

/// Whether a cell needs an apostrophe in front, or has some that would be taken off.
fn is_guarded(cell: &str) -> bool {
    let rest = cell.trim_start_matches([GUARD, '\0']);
    rest.trim_start_matches([' ', '\0']).starts_with(SIGNS)
}

/// A cell without the apostrophe that keeps it from being a formula.
pub(super) fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix(GUARD) {
        Some(rest) if is_guarded(rest) => rest,
        _ => cell,
    }
}
