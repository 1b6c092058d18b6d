//! What happened: commands become events, events fold to an application, and two sets of events merge by union.

mod command;
mod fold;
mod merge;

pub use command::{Command, Stamp, decide};
pub use fold::fold;
pub use merge::merge;
