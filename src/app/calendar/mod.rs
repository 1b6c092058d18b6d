//! Dates as a file for a calendar program, and an invitation from such a file.
//!
//! | file | what it knows |
//! |---|---|
//! | `entries.rs` | what is written of an application's dates |
//! | `all.rs` | the dates of all applications, read step by step |
//! | `invitation.rs` | what an invitation means for an application |
//! | `zones.rs` | at which instant a wall clock shows what |

mod all;
mod entries;
mod invitation;
mod zones;

pub(super) use all::{Collected, Collecting};
pub(super) use entries::{entry, file_name};
pub(super) use invitation::{Heard, look_into};
