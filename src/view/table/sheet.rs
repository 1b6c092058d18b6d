//! A table that somebody chose: what its columns are taken for, to be put right.

use super::COLUMNS;
use crate::domain::Column;
use crate::view::{Card, Field, Voice, Word};

/// What is shown of a table before its rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableSheet {
    /// Its columns.
    pub columns: Vec<SheetColumn>,
    /// Whether its first rows name them.
    pub has_names: bool,
    /// In which order its days are written, where the user is to say so: nothing until then.
    pub order: Option<&'static str>,
}

/// A column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetColumn {
    /// What the table calls it.
    pub name: String,
    /// The first of what is in it.
    pub samples: Vec<String>,
    /// What it is taken for.
    pub says: Option<Column>,
}

impl SheetColumn {
    /// What it is called: its name, or which one it is, counted from 0.
    pub fn called(&self, place: usize, voice: &Voice<'_>) -> String {
        match self.name.trim() {
            "" => voice.say(Word::ColumnNumber, &[("number", &voice.words.number(place + 1))]),
            name => name.to_owned(),
        }
    }
}

impl Voice<'_> {
    /// The forms in which a table's columns are put right.
    pub(in crate::view) fn table_sheet(&self, sheet: &TableSheet) -> Card {
        let columns = sheet.columns.iter().enumerate().map(|(place, column)| {
            let says = COLUMNS.iter().find(|(known, ..)| Some(*known) == column.says);
            let samples = column.samples.join(" · ");
            Card::new("table-column", place.to_string())
                .text("name", column.called(place, self))
                .text("samples", samples)
                .field("column", says.map_or("", |(_, name, _)| *name))
        });
        let names = Card {
            fields: vec![match sheet.has_names {
                true => Field::of("names", "on"),
                false => Field::none("names"),
            }],
            ..Card::new("table-names", "names")
        };
        let order = sheet
            .order
            .map(|order| Card::new("table-order", "order").field("order", order));
        Card::new("table-sheet", "sheet")
            .list("columns", columns.collect())
            .list("names", vec![names])
            .list("order", order.into_iter().collect())
    }
}
