//! When a follow-up is due, and why: rules, calendar, gates, agenda. Pure functions of events, settings and civil dates.
//!
//! The rules in words are `docs/etiquette.md`; the numbers are the table in `rules.rs`. One way leads from an application to its
//! follow-ups: a rule *proposes*, `schedule.rs` moves the proposal by snooze, pin and soft weekday and counts when it is late, `plan.rs`
//! holds the gate that several applications of one company share.
//!
//! | file | rules |
//! |---|---|
//! | `question.rs` | R0a, R0b: what to ask at the end of an interview |
//! | `answer.rs` | R1, R14: they wait for an answer |
//! | `thank_you.rs` | R2 |
//! | `check_in.rs` | R3, R4, R6 to R9, R13: where do things stand? |
//! | `close_out.rs` | R10: is it over? |
//! | `errand.rs` | R11, R17, R18: what they missed, what closes, what the user owes |
//! | `contact.rs` | R5, R15, R16: people who may help |
//! | `after_no.rs` | R12 |

mod after_no;
mod answer;
mod calendar;
mod check_in;
mod close_out;
mod contact;
mod country;
mod errand;
mod holidays;
mod number;
mod plan;
mod proposal;
mod question;
mod rules;
mod schedule;
mod settings;
mod situation;
mod thank_you;

pub use calendar::{Calendar, QuietPeriod};
pub use country::{countries, national, observed, without};
pub use holidays::{Holiday, HolidayError, Holidays};
pub use number::{Bounds, Measure, Number, Unfit};
pub use plan::plan;
pub use rules::{Cap, Case, Due, Overdue, Rule, Rules};
pub use settings::Settings;
pub use situation::correspondent;
