//! A page as the probe brings it: whatever it says, it is read, and what is read stays within its bounds.

#![no_main]

#[path = "../../tests/capture/bounds.rs"]
mod bounds;

use libfuzzer_sys::fuzz_target;
use your_move::capture::{PageSnapshot, Selection, read, read_without_boards, report};

fuzz_target!(|text: &str| {
    let Ok(snapshot) = serde_json::from_str::<PageSnapshot>(text) else {
        return;
    };
    bounds::check(&read(&snapshot).0);
    bounds::check(&read_without_boards(&snapshot).0);
    if let Some(selection) = Selection::of(&snapshot) {
        let _ = (selection.line(), selection.places(), selection.pay(), selection.posted(), selection.workplace());
    }
    let report = report(&snapshot, &[], &[]);
    assert!(serde_json::from_str::<PageSnapshot>(&report).is_ok(), "a report is a snapshot");
});
