//! An application as it is kept, in the cells of one row: a backup of it alone, on one line.
//!
//! A cell of Excel takes 32,767 characters and cuts what is longer, so that a long record is in several.

use crate::archive::ApplicationRecord;
use crate::archive::backup::{BackupText, read_backup};

/// So much is in one cell, in units of UTF-16, as spreadsheets count.
const CELL: usize = 30_000;

/// The cells of a record that has its descriptions at hand.
pub fn write_record(record: &ApplicationRecord) -> Vec<String> {
    let mut text = BackupText::default();
    text.add(record);
    let text = text.close_in_line();
    let mut cells = vec![String::new()];
    let mut units = 0;
    for letter in text.chars() {
        units += letter.len_utf16();
        if units > CELL {
            cells.push(String::new());
            units = letter.len_utf16();
        }
        if let Some(cell) = cells.last_mut() {
            cell.push(letter);
        }
    }
    cells
}

/// The record that is in the cells of a row; `None` where it is not as it was written.
pub fn read_record<'a>(cells: impl IntoIterator<Item = &'a str>) -> Option<ApplicationRecord> {
    let text: String = cells.into_iter().collect();
    let mut applications = read_backup(&text).ok()?.applications.into_iter();
    match (applications.next(), applications.next()) {
        (Some(application), None) => Some(application.record),
        _ => None,
    }
}
