//! All applications that are kept, as a list and as a board.

mod dossier;
mod moving;
mod pick;
mod row;
mod screen;
mod sight;

pub use pick::{COLUMNS, Column, LANES, Lane, Order, Pick, TURNS};
pub use row::{MOVE, Shown};
pub use screen::{APPLICATIONS, Applications, Body, LaneShown, Part};
pub use sight::{Piece, Sight, Step};
