//! The extension as a person meets it: in Chromium, with a click on its icon.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that panics has said what it has to say, also from within a function that several tests share"
)]

mod driver;
mod extension;
mod profile;
mod server;
mod smoke;
