//! The walls that the compiler does not build: which room may know which, what exists in one room alone, what exists nowhere.
//! Each check takes text and gives what is wrong with it, line by line, so that each is shown to fail on a bad sample.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::string_slice,
    reason = "a test that panics has said what it has to say, also from within a function that several tests share"
)]

#[path = "tidy/bindings.rs"]
mod bindings;
#[path = "tidy/browsers.rs"]
mod browsers;
#[path = "tidy/built.rs"]
mod built;
#[path = "tidy/claims.rs"]
mod claims;
#[path = "tidy/corpora.rs"]
mod corpora;
#[path = "tidy/faults.rs"]
mod faults;
#[path = "tidy/keys.rs"]
mod keys;
#[path = "tidy/layers.rs"]
mod layers;
#[path = "tidy/manifest.rs"]
mod manifest;
#[path = "tidy/markup.rs"]
mod markup;
#[path = "tidy/project.rs"]
mod project;
#[path = "tidy/settings.rs"]
mod settings;
#[path = "tidy/styles.rs"]
mod styles;
#[path = "tidy/text.rs"]
mod text;
#[path = "tidy/walls.rs"]
mod walls;
#[path = "tidy/worker.rs"]
mod worker;
