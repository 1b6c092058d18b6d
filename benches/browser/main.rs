//! The extension as Chromium runs it, held against its budgets: prints a table, and leaves it in `dist/bench.json`.
//!
//! What is measured is a copy of what was built, with a stopwatch beside it; the product has no hook for it. Each figure of a
//! browser is the median of several, taken in turn with its floor.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a program for developers, which talks to them and stops at the first thing that goes wrong"
)]
#![allow(dead_code, reason = "the tests use more of the harness and of the model")]

mod dashboards;
#[path = "../../tests/browser/driver/mod.rs"]
mod driver;
#[path = "../../tests/browser/extension.rs"]
mod extension;
mod figures;
#[path = "../../tests/browser/fill.rs"]
mod fill;
mod large;
mod native;
mod page;
#[path = "../../tests/browser/popup.rs"]
mod popup;
mod popups;
#[path = "../../tests/browser/profile.rs"]
mod profile;
mod report;
#[path = "../../tests/searches/mod.rs"]
mod searches;
#[path = "../../tests/browser/server.rs"]
mod server;
mod stage;
mod subject;
mod weight;
mod worker;
#[path = "../../tests/app/world.rs"]
mod world;

use std::path::Path;
use std::process::ExitCode;

use report::Report;
use stage::Stage;

/// How often each figure is taken in a browser.
const ROUNDS: usize = 21;

/// Measures something.
type Measure = fn(&Stage, &mut Report);

/// What is measured, by name.
const PARTS: [(&str, Measure); 7] = [
    ("programs", |_, report| weight::of_the_programs(report)),
    ("popups", popups::measure),
    ("dashboards", dashboards::measure),
    ("worker", worker::measure),
    ("native", |_, report| native::measure(report)),
    ("page", page::measure),
    ("weight", weight::in_the_browser),
];

/// Whether a part is among those that were asked for: all where none is named.
fn is_asked(name: &str) -> bool {
    let mut named = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with('-'))
        .peekable();
    named.peek().is_none() || named.any(|part| part == name)
}

fn main() -> ExitCode {
    let stage = Stage::new();
    let mut report = Report::default();
    for (name, measure) in PARTS {
        if is_asked(name) {
            measure(&stage, &mut report);
        }
    }
    report.write(&Path::new(env!("CARGO_MANIFEST_DIR")).join("dist/bench.json"));
    println!("{report}");
    if report.is_ok() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
