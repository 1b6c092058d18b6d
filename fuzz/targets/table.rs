//! A table that anybody may have written: it is read or refused, guessed at, and what was read can be written and read again.

#![no_main]

use libfuzzer_sys::fuzz_target;
use your_move::archive::{DayOrder, TableText, decode, guess, is_either, read_day, read_record, read_table, standing};

fuzz_target!(|bytes: &[u8]| {
    let text = decode(bytes);
    let Ok(table) = read_table(&text) else {
        return;
    };
    let guess = guess(&table);
    assert_eq!(
        guess.columns.len(),
        table.rows.iter().map(Vec::len).max().unwrap_or_default()
    );
    let _ = guess.has_either(&table);
    for cell in table.rows.iter().flatten() {
        let _ = (standing(cell), is_either(cell), read_record([cell.as_str()]));
        let days = [DayOrder::DayFirst, DayOrder::MonthFirst].map(|order| read_day(cell, order));
        assert_eq!(days.contains(&None), days == [None, None], "a day is one in any order");
    }
    let width = table.rows.iter().map(Vec::len).max().unwrap_or_default();
    if width < 2 || table.rows.iter().flatten().any(|cell| cell.contains('\0')) {
        return;
    }
    // With as many cells in each row nothing but a comma can separate them.
    let mut written = TableText::default();
    let names: Vec<String> = (0..width).map(|place| format!("name{place}")).collect();
    let blank = String::new();
    let rows: Vec<Vec<&str>> = std::iter::repeat_n(&names, 20)
        .chain(&table.rows)
        .map(|row| {
            (0..width)
                .map(|place| row.get(place).unwrap_or(&blank).as_str())
                .collect()
        })
        .collect();
    for row in &rows {
        written.add(row.iter().copied());
    }
    let again = read_table(&written.close()).expect("a table");
    assert_eq!(again.rows, rows);
});
