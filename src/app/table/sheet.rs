//! A table that was chosen, and what its columns are taken for.

use std::rc::Rc;

use crate::app::form::Form;
use crate::archive::{DayOrder, Guess, Table, TableError, guess, read_table};
use crate::domain::Refusal;
use crate::view::{COLUMNS, SheetColumn, TableSheet, Voice};

/// So many values of a column are shown.
const SAMPLES: usize = 3;
/// So much of each, in characters.
const SAMPLE: usize = 40;

/// The orders of the parts of a day, by what the markup calls them.
const ORDERS: [(DayOrder, &str); 3] = [
    (DayOrder::Unknown, ""),
    (DayOrder::DayFirst, "day_first"),
    (DayOrder::MonthFirst, "month_first"),
];

/// A table that is being brought in.
#[derive(Clone)]
pub(in crate::app) struct Sheet {
    pub(super) table: Rc<Table>,
    pub(super) guess: Guess,
    /// The row that names the columns, if any does, whether or not it is taken for that.
    header: Option<usize>,
    /// Whether the user is asked for the order of its days.
    asks_order: bool,
}

impl Sheet {
    /// Reads a table.
    ///
    /// # Errors
    /// Why it is none.
    pub(in crate::app) fn read(text: &str) -> Result<Self, Refusal> {
        let table = read_table(text).map_err(refusal)?;
        let guess = guess(&table);
        let asks_order = guess.order == DayOrder::Unknown && guess.has_either(&table);
        Ok(Self {
            header: guess.header,
            asks_order,
            table: Rc::new(table),
            guess,
        })
    }

    /// Takes a column for what the user says.
    pub(in crate::app) fn put_right(&mut self, place: &str, form: &Form) {
        let says = COLUMNS.iter().find(|(_, name, _)| *name == form.text("column"));
        let says = says.map(|(column, ..)| *column);
        let Ok(place) = place.parse::<usize>() else { return };
        // One kind stands in one column, unless several can say such.
        for column in &mut self.guess.columns {
            if *column == says && says.is_some_and(|says| !says.is_manifold()) {
                *column = None;
            }
        }
        if let Some(column) = self.guess.columns.get_mut(place) {
            *column = says;
        }
        self.ask_order();
    }

    /// Takes the order of the days for the one that the user says.
    pub(in crate::app) fn set_order(&mut self, form: &Form) {
        let order = ORDERS.iter().find(|(_, name)| *name == form.text("order"));
        self.guess.order = order.map_or(DayOrder::Unknown, |(order, _)| *order);
    }

    /// Takes the first rows for names or not.
    pub(in crate::app) fn set_names(&mut self, form: &Form) {
        self.guess.header = form.has("names").then(|| self.header.unwrap_or_default());
    }

    fn ask_order(&mut self) {
        self.asks_order |= self.guess.order == DayOrder::Unknown && self.guess.has_either(&self.table);
    }

    /// What a column is called.
    pub(super) fn name(&self, place: usize) -> &str {
        let names = self.guess.header.and_then(|row| self.table.rows.get(row));
        names.and_then(|names| names.get(place)).map_or("", String::as_str)
    }

    /// The names of the columns that are left out and not empty.
    pub(super) fn left_out(&self, voice: &Voice<'_>) -> Vec<String> {
        let shown = self.shown();
        let columns = shown.columns.iter().enumerate();
        let left_out = columns.filter(|(_, column)| column.says.is_none() && !column.samples.is_empty());
        left_out.map(|(place, column)| column.called(place, voice)).collect()
    }

    /// What is shown of it.
    pub(in crate::app) fn shown(&self) -> TableSheet {
        let columns = self.guess.columns.iter().enumerate().map(|(place, says)| {
            let rows = self.guess.rows(&self.table);
            let cells = rows.filter_map(|(_, row)| row.get(place)).map(|cell| cell.trim());
            let cells = cells.filter(|cell| !cell.is_empty()).take(SAMPLES);
            SheetColumn {
                name: self.name(place).trim().to_owned(),
                samples: cells.map(short).collect(),
                says: *says,
            }
        });
        let order = ORDERS.iter().find(|(order, _)| *order == self.guess.order);
        TableSheet {
            columns: columns.collect(),
            has_names: self.guess.header.is_some(),
            order: order.filter(|_| self.asks_order).map(|(_, name)| *name),
        }
    }
}

/// The beginning of a cell, on one line.
pub(super) fn short(cell: &str) -> String {
    let line = cell.replace(['\n', '\r', '\t'], " ");
    let mut short: String = line.chars().take(SAMPLE).collect();
    if short.len() < line.len() {
        short.push('…');
    }
    short
}

fn refusal(error: TableError) -> Refusal {
    match error {
        TableError::Empty => Refusal::EmptyTable,
        TableError::NotText => Refusal::NoTable,
        TableError::TooLarge => Refusal::LongTable,
        TableError::TooWide { row } => Refusal::WideRow(row),
        TableError::LongCell { row } => Refusal::LongCell(row),
        TableError::OpenQuote { row } => Refusal::OpenQuote(row),
    }
}
