//! Applications as rows of a table, in the order in which they were made.

use chrono::NaiveDate;

use crate::archive::{ApplicationRecord, TableText, write_record};
use crate::domain::order::sort_by_key;
use crate::domain::{Agenda, ApplicationId, Column};
use crate::view::{SAVED_COLUMNS, Voice};

/// A table that is being made.
pub(in crate::app) struct Rows {
    agenda: Agenda,
    /// Each with what it says and the cells of its record.
    rows: Vec<(ApplicationId, Vec<String>, Vec<String>)>,
}

impl Rows {
    /// `agenda` tells when the next follow-up is.
    pub(in crate::app) const fn new(agenda: Agenda) -> Self {
        Self {
            agenda,
            rows: Vec::new(),
        }
    }

    /// Forgets all rows, because all is read anew.
    pub(in crate::app) fn clear(&mut self) {
        self.rows.clear();
    }

    /// Adds an application; nothing where nothing of it is to be seen any more.
    pub(in crate::app) fn add(&mut self, record: &ApplicationRecord, voice: &Voice<'_>) {
        let application = record.fold();
        if application.is_gone() {
            return;
        }
        let next = self.next(application.id);
        let cells = SAVED_COLUMNS.iter().chain(&[Column::Id]);
        let cells = cells.map(|column| voice.table_cell(*column, &application, next));
        self.rows.push((application.id, cells.collect(), write_record(record)));
    }

    fn next(&self, id: ApplicationId) -> Option<NaiveDate> {
        let outlook = self.agenda.outlooks.iter().find(|outlook| outlook.application == id)?;
        outlook.follow_ups.iter().map(|follow_up| follow_up.due).min()
    }

    /// The text of the table.
    pub(in crate::app) fn close(mut self, voice: &Voice<'_>) -> String {
        sort_by_key(&mut self.rows, |(id, ..)| *id);
        let most = self.rows.iter().map(|(_, _, record)| record.len()).max().unwrap_or(1);
        let names = SAVED_COLUMNS
            .iter()
            .chain(&[Column::Id])
            .map(|column| voice.column_name(*column));
        let record = voice.column_name(Column::Record);
        let records = (1..=most).map(|number| match number {
            1 => record.clone(),
            number => format!("{record} {number}"),
        });
        let names: Vec<String> = names.chain(records).collect();
        let mut text = TableText::default();
        text.add(names.iter().map(String::as_str));
        for (_, cells, record) in &self.rows {
            let blank = std::iter::repeat_n("", most.saturating_sub(record.len()));
            text.add(cells.iter().chain(record).map(String::as_str).chain(blank));
        }
        text.close()
    }
}
