//! What happened: commands become events, events fold to an application, and two sets of events merge by union.

mod command;
mod fold;
mod forget;
mod join;
mod merge;

pub use command::{Command, Stamp, decide};
pub use fold::fold;
pub use join::{completed, others_of};
pub use merge::merge;
