//! Tables as spreadsheets write them: CSV, after RFC 4180. `docs/table-format.md` describes the one that is saved.
//!
//! | file | what it knows |
//! |---|---|
//! | `encoding.rs` | from bytes to text |
//! | `read.rs` | from text to rows of cells, or what is wrong with it |
//! | `write.rs` | from cells to text in which nothing is a formula |
//! | `record.rs` | an application as it is kept, in cells |
//! | `guess.rs` | what each column says, by its name and by what is in it |
//! | `names.rs` | what people and programs call their columns |
//! | `day.rs` | days in the order in which a table writes them |
//! | `standing.rs` | what people and programs call how far it has come |

mod day;
mod encoding;
mod guess;
mod names;
mod read;
mod record;
mod standing;
mod write;

pub use day::{DayOrder, is_either, order_of, read_day};
pub use encoding::decode;
pub use guess::{Guess, guess};
pub use read::{LIMIT, MOST_ROWS, Table, TableError, read_table};
pub use record::{read_record, write_record};
pub use standing::{Standing, standing};
pub use write::TableText;
