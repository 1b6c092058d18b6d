//! When a follow-up is due, and why: the worked examples of `docs/etiquette.md` and the corners between them, as stories.

#![expect(
    clippy::panic,
    clippy::expect_used,
    reason = "clippy.toml allows them in test functions; what those call is test code too"
)]

#[path = "etiquette/answers.rs"]
mod answers;
#[path = "etiquette/calendar_days.rs"]
mod calendar_days;
#[path = "etiquette/check_in.rs"]
mod check_in;
#[path = "chosen/mod.rs"]
mod chosen;
#[path = "etiquette/close_out.rs"]
mod close_out;
#[path = "etiquette/company.rs"]
mod company;
#[path = "etiquette/contacts.rs"]
mod contacts;
#[path = "etiquette/errands.rs"]
mod errands;
#[path = "etiquette/examples.rs"]
mod examples;
#[path = "etiquette/laws.rs"]
mod laws;
#[path = "etiquette/manners.rs"]
mod manners;
#[path = "etiquette/meetings.rs"]
mod meetings;
#[path = "etiquette/numbers.rs"]
mod numbers;
#[path = "etiquette/offers.rs"]
mod offers;
#[path = "etiquette/promises.rs"]
mod promises;
#[path = "etiquette/questions.rs"]
mod questions;
#[path = "etiquette/steering.rs"]
mod steering;
#[path = "etiquette/story.rs"]
mod story;
#[path = "etiquette/thank_you.rs"]
mod thank_you;
#[path = "etiquette/wishes.rs"]
mod wishes;
