//! What is read of a page: a directory a case, `snapshot.json` as the probe brings it and `expected.txt` as it is understood.
//! `UPDATE_EXPECT=1 cargo test --test capture` writes what is understood now.

#![expect(
    clippy::expect_used,
    reason = "a test that panics has said what it has to say, also from within a function that several tests share"
)]

#[path = "capture/arbitrary.rs"]
mod arbitrary;
#[path = "capture/arrivals.rs"]
mod arrivals;
#[path = "capture/bounds.rs"]
mod bounds;
#[path = "capture/cases.rs"]
mod cases;
#[path = "capture/speed.rs"]
mod speed;
