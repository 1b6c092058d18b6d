//! All applications that are kept, as a list and as a board.

mod pick;
mod sight;

pub use pick::{COLUMNS, Column, LANES, Lane, Order, Pick, TURNS};
pub use sight::{Piece, Sight, Step};
