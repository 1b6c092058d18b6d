//! Tables: all applications as rows that a spreadsheet shows, and rows of another one that become applications. What comes of them is a backup
//! like any other, and is compared, shown and brought in as one (`backup/`).
//!
//! | file | what it knows |
//! |---|---|
//! | `rows.rs` | applications as rows |
//! | `sheet.rs` | a table that was chosen, and what its columns are taken for |
//! | `reading.rs` | its rows, one after the other |
//! | `row.rs` | what one row says |
//! | `story.rs` | what must have happened for that to be so |
//! | `kept.rs` | what is kept already |

mod kept;
mod reading;
mod row;
mod rows;
mod sheet;
mod story;

pub(super) use reading::Reading;
pub(super) use rows::Rows;
pub(super) use sheet::Sheet;
