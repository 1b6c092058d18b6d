//! Tables of applications: the one that is saved, and one that is brought in, with what its columns say and what came of its rows.

mod cells;
mod rows;
mod sheet;

pub use cells::SAVED_COLUMNS;
pub use rows::{OddRow, RowFault, TableRows};
pub use sheet::{SheetColumn, TableSheet};

use super::Word;
use crate::domain::Column;

/// What a column can say: by what the markup calls it, and by the word for it.
pub const COLUMNS: [(Column, &str, Word); 29] = [
    (Column::Company, "company", Word::FieldCompany),
    (Column::Title, "title", Word::FieldTitle),
    (Column::Place, "place", Word::FieldPlace),
    (Column::Workplace, "workplace", Word::FieldWorkplace),
    (Column::Employment, "employment", Word::FieldEmployment),
    (Column::Pay, "pay", Word::FieldPay),
    (Column::PayMost, "pay_most", Word::ColumnPayMost),
    (Column::Address, "address", Word::FieldAddress),
    (Column::Apply, "apply", Word::FieldApply),
    (Column::Stage, "stage", Word::ColumnStage),
    (Column::StageDay, "stage_day", Word::ColumnStageDay),
    (Column::Saved, "saved", Word::ColumnSaved),
    (Column::Applied, "applied", Word::ColumnApplied),
    (Column::Heard, "heard", Word::ColumnHeard),
    (Column::Interview, "interview", Word::ColumnInterview),
    (Column::Ended, "ended", Word::ColumnEnded),
    (Column::Archived, "archived", Word::ColumnArchived),
    (Column::Closes, "closes", Word::FieldCloses),
    (Column::Posted, "posted", Word::FieldPosted),
    (Column::FollowUp, "follow_up", Word::ColumnFollowUp),
    (Column::Contact, "contact", Word::FieldContact),
    (Column::ContactEmail, "contact_email", Word::FieldContactEmail),
    (Column::ContactPhone, "contact_phone", Word::ColumnContactPhone),
    (Column::Cv, "cv", Word::ColumnCv),
    (Column::Reference, "reference", Word::FieldReference),
    (Column::Note, "note", Word::ColumnNote),
    (Column::Description, "description", Word::FieldDescription),
    (Column::Id, "id", Word::ColumnId),
    (Column::Record, "record", Word::ColumnRecord),
];

/// The word for what a column says.
fn column_word(column: Column) -> Option<Word> {
    let found = COLUMNS.iter().find(|(known, ..)| *known == column);
    found.map(|(_, _, word)| *word)
}
