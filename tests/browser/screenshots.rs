//! Pictures of every screen in every state, for who changes how it looks: `dist/screens/NAME-LOOK.png`. With a word, of those alone whose names
//! have it.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a program for developers, which talks to them and stops at the first thing that goes wrong"
)]
#![allow(dead_code, reason = "the tests use more of the harness")]

mod days;
mod driver;
mod extension;
mod files;
mod fill;
mod ledger;
mod picture;
mod popup;
mod profile;
mod scene;
mod scheme;
#[path = "../searches/mod.rs"]
mod searches;
mod server;
mod states;
mod storage;
#[path = "../app/world.rs"]
mod world;

use std::path::Path;
use std::{env, fs};

use picture::SCREEN;
use popup::Popup;
use scheme::Scheme;
use states::{State, tour};

/// How wide a page is in a window, at its usual size and at twice that, and the least that it has to fit into.
const WIDE: u32 = 1_280;
const ENLARGED: u32 = WIDE / 2;
const NARROW: u32 = 320;

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist/screens");
    let name = env::args().nth(1).unwrap_or_default();
    let is_wanted = |state: &State| state.name.contains(&name);
    if name.is_empty() && folder.exists() {
        fs::remove_dir_all(&folder).expect("the pictures of before can be removed");
    }
    fs::create_dir_all(&folder).expect("a folder for the pictures");
    let mut pictures = 0;
    let mut take = |state: &State, page: &Popup, look: &str, scheme, width| {
        let file = folder.join(format!("{}-{look}.png", state.name));
        match state.is_in_popup() {
            true => picture::take(page.session(), scheme, &file),
            false => picture::take_page(page.session(), scheme, width, &file),
        }
        pictures += 1;
    };
    let screen = [SCREEN.to_owned()];
    tour("en", &screen, is_wanted, |state, page| {
        take(state, page, "light", Scheme::Light, WIDE);
        if state.is_chief {
            take(state, page, "dark", Scheme::Dark, WIDE);
        }
        // A popup is as wide as it is, whatever its size.
        if state.is_chief && !state.is_in_popup() {
            take(state, page, "200-percent", Scheme::Light, ENLARGED);
            take(state, page, "320-pixels", Scheme::Light, NARROW);
        }
    });
    tour(
        "de-DE,de,en",
        &screen,
        |state| state.is_chief && is_wanted(state),
        |state, page| take(state, page, "german", Scheme::Light, WIDE),
    );
    assert!(pictures > 0, "no state has {name:?} in its name");
    println!("{pictures} pictures in {}", folder.display());
}
