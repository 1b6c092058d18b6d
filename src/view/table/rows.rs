//! What came of a table's rows, beside what they would change.

use crate::domain::Refusal;
use crate::view::{Card, Voice, Word};

/// So many rows of a kind are shown.
const SHOWN: usize = 100;

/// What came of the rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableRows {
    /// How many there are.
    pub count: usize,
    /// Those that cannot be taken, each with the reason.
    pub wrong: Vec<OddRow<RowFault>>,
    /// Those of what is kept already, or stands in an earlier row of the table.
    pub double: Vec<OddRow<Option<usize>>>,
    /// Those that name no day for what they say: it counts as of today.
    pub undated: Vec<OddRow<()>>,
    /// Those of which a cell was changed that the record says otherwise, and that no correction can put right.
    pub changed: Vec<OddRow<()>>,
    /// The columns that are left out.
    pub left_out: Vec<String>,
}

/// A row, and what is to be said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OddRow<T> {
    /// Its number, as a spreadsheet counts it.
    pub number: usize,
    /// Company and title, as far as they can be told.
    pub name: String,
    /// What.
    pub what: T,
}

/// Why a row cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowFault {
    /// The domain says no.
    Refused(Refusal),
    /// A cell is no day.
    NoDay {
        /// What the column is called.
        column: String,
        /// What it says.
        cell: String,
    },
    /// A cell can be one of two days.
    EitherDay {
        /// What the column is called.
        column: String,
        /// What it says.
        cell: String,
    },
    /// The record is not as it was written.
    ChangedRecord,
}

impl TableRows {
    /// The groups of rows of which something is to be said.
    pub(in crate::view) fn groups(&self, voice: &Voice<'_>) -> Vec<Card> {
        let words = voice.words;
        let wrong = lines(voice, &self.wrong, |fault| voice.row_fault(fault));
        let double = lines(voice, &self.double, |earlier| match earlier {
            Some(row) => voice.say(Word::RowIsDouble, &[("row", &words.number(*row))]),
            None => voice.text(Word::RowIsKept),
        });
        let nothing = |_: &()| String::new();
        let undated = lines(voice, &self.undated, nothing);
        let changed = lines(voice, &self.changed, nothing);
        let count = |count: usize, one, other| words.count(count, one, other);
        let groups = [
            (
                "wrong",
                count(self.wrong.len(), Word::RowsWrongOne, Word::RowsWrongOther),
                wrong,
            ),
            (
                "double",
                count(self.double.len(), Word::RowsDoubleOne, Word::RowsDoubleOther),
                double,
            ),
            (
                "undated",
                count(self.undated.len(), Word::RowsUndatedOne, Word::RowsUndatedOther),
                undated,
            ),
            (
                "changed",
                count(self.changed.len(), Word::RowsChangedOne, Word::RowsChangedOther),
                changed,
            ),
            (
                "left_out",
                count(self.left_out.len(), Word::ColumnsLeftOutOne, Word::ColumnsLeftOutOther),
                self.left_out.clone(),
            ),
        ];
        let groups = groups.into_iter().filter_map(|(key, said, mut lines)| {
            let all = lines.len();
            lines.truncate(SHOWN);
            voice.preview_group(key, said, all, lines)
        });
        groups.collect()
    }
}

fn lines<T>(voice: &Voice<'_>, rows: &[OddRow<T>], said: impl Fn(&T) -> String) -> Vec<String> {
    let line = |row: &OddRow<T>| {
        let name = match row.name.as_str() {
            "" => voice.text(Word::RowWithoutName),
            name => name.to_owned(),
        };
        let number = voice.words.number(row.number);
        let values = [("row", number.as_str()), ("name", &name)];
        let row_said = voice.say(Word::RowIs, &values);
        match said(&row.what) {
            what if what.is_empty() => row_said,
            what => voice.say(Word::RowSays, &[("row", &row_said), ("what", &what)]),
        }
    };
    rows.iter().map(line).collect()
}

impl Voice<'_> {
    fn row_fault(&self, fault: &RowFault) -> String {
        match fault {
            RowFault::Refused(refusal) => self.refusal(refusal),
            RowFault::NoDay { column, cell } => self.say(Word::CellIsNoDay, &[("cell", cell), ("column", column)]),
            RowFault::EitherDay { column, cell } => {
                self.say(Word::CellIsEitherDay, &[("cell", cell), ("column", column)])
            }
            RowFault::ChangedRecord => self.text(Word::RecordIsChanged),
        }
    }
}
