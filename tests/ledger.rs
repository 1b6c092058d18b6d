//! Commands become events, events fold to an application, and sets of events merge: what is refused, what comes of it, and the laws of both.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that panics has said what it has to say, also from within a function that several tests share"
)]

#[path = "archive/arbitrary.rs"]
mod arbitrary;
#[path = "ledger/correcting.rs"]
mod correcting;
#[path = "ledger/forgetting.rs"]
mod forgetting;
#[path = "ledger/joining.rs"]
mod joining;
#[path = "ledger/laws.rs"]
mod laws;
#[path = "ledger/order.rs"]
mod order;
#[path = "ledger/refusals.rs"]
mod refusals;
#[path = "archive/sample.rs"]
#[expect(dead_code, reason = "the arbitrary events take a part of it")]
mod sample;
#[path = "ledger/story.rs"]
mod story;
#[path = "ledger/undoing.rs"]
mod undoing;
