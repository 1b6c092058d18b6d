//! When a follow-up is due, and why: rules, calendar, gates, agenda. Pure functions of events, settings and civil dates.
//!
//! The rules in words are `docs/etiquette.md`; the numbers are the table in `rules.rs`. One way leads from an application to its
//! follow-ups: a rule *proposes* (`thank_you.rs`, `check_in.rs`, `close_out.rs`), `schedule.rs` moves the proposal by
//! snooze, pin and soft weekday and counts when it is late, `plan.rs` holds the gate that several applications of one company share.

mod calendar;
mod check_in;
mod close_out;
mod plan;
mod proposal;
mod rules;
mod schedule;
mod settings;
mod situation;
mod thank_you;

pub use calendar::{Calendar, QuietPeriod};
pub use plan::plan;
pub use rules::{Cap, Case, Due, Overdue, Rule, Rules};
pub use settings::Settings;
