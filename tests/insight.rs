//! What all applications together show: figures worked out by hand, figures that others have published, and the laws that hold for any
//! search.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that panics has said what it has to say, also from within a function that several tests share"
)]

#[path = "archive/arbitrary.rs"]
mod arbitrary;
#[path = "insight/counting.rs"]
mod counting;
#[path = "insight/lasting.rs"]
mod lasting;
#[path = "insight/laws.rs"]
mod laws;
#[path = "insight/people.rs"]
mod people;
#[path = "archive/sample.rs"]
#[expect(dead_code, reason = "the arbitrary events take a part of it")]
mod sample;
#[path = "insight/shares.rs"]
mod shares;
#[path = "view/story.rs"]
#[expect(dead_code, reason = "the sentences need more of it")]
mod story;
#[path = "insight/tracks.rs"]
mod tracks;
