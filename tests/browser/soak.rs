//! What takes too long for every day: browsers that are killed while they write, and all that can write at once.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a program for developers, which talks to them and stops at the first thing that goes wrong"
)]
#![allow(dead_code, reason = "the tests use more of the harness")]

mod crowd;
mod driver;
mod extension;
mod files;
mod kept;
mod kills;
mod popup;
mod profile;
mod scene;
#[path = "../searches/mod.rs"]
mod searches;
mod server;
#[path = "../app/sound.rs"]
mod sound;
mod storage;
#[path = "../app/world.rs"]
mod world;
mod writer;

use std::env;
use std::time::{SystemTime, UNIX_EPOCH};

use scene::Scene;
use searches::random::Random;

/// So many kills, …
const KILLS: usize = 200;

/// … of which so many are of one profile: the more it holds, the longer the next takes.
const OF_ONE_PROFILE: usize = 20;

/// So often each of those writes that write at once.
const COMMANDS: usize = 100;

fn main() {
    let seed = env::args()
        .nth(1)
        .map_or_else(now, |seed| seed.parse().expect("a number"));
    println!("The moments of the kills follow from {seed}.");
    let mut random = Random::new(seed);
    let mut kept = 0;
    for killed in (OF_ONE_PROFILE..=KILLS).step_by(OF_ONE_PROFILE) {
        kept += kills::survive(Scene::lasting(), OF_ONE_PROFILE, &mut random);
        println!("{killed} kills survived: {kept} applications were shown as kept, and {kept} were found");
    }
    let kept = crowd::write_at_once(&Scene::lasting(), COMMANDS);
    println!(
        "two dashboards, the popup and the worker at once, {COMMANDS} commands each: {kept} applications were shown as kept and found"
    );
}

fn now() -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    now.expect("a clock that is right").as_secs()
}
