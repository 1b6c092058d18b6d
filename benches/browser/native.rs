//! What criterion has measured.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::report::{Budget, Report, Row};

/// The sizes at which the same is measured; the first is what the others are measured against.
const SIZES: [usize; 3] = [100, 1_000, 10_000];

/// Takes over its medians.
pub(crate) fn measure(report: &mut Report) {
    let mut add = |name: &str, benchmark: &str, unit, floor: Option<&str>, budget| {
        report.add(Row {
            name: format!("{name}, natively"),
            value: median(benchmark, unit),
            unit,
            floor: floor.map(|benchmark| median(benchmark, unit)),
            budget,
        });
    };
    let [least, more @ ..] = SIZES;
    add("Extraction, 1 MB", "extraction", "ms", None, Budget::AtMost(5.0));
    let name = "Extraction with a state of 0.5 MB";
    add(name, "extraction with a state", "ms", Some("extraction"), Budget::None);
    add("Command, 300 open", "command", "ms", None, Budget::None);
    for kept in more {
        let (name, floor) = (format!("Command, {kept} kept"), format!("command of {least}"));
        add(&name, &format!("command of {kept}"), "µs", Some(&floor), Budget::None);
    }
    add("Agenda of 10000", "agenda/computed", "ms", None, Budget::AtMost(50.0));
    for kept in more {
        let (name, floor) = (
            format!("Agenda of {kept} after a command"),
            format!("agenda/after a command of {least}"),
        );
        let after = format!("agenda/after a command of {kept}");
        add(&name, &after, "µs", Some(&floor), Budget::Times(1.3));
    }
    add("Pictures of 10000", "insights", "ms", None, Budget::AtMost(4.0));
    add("People of 10000", "people", "ms", None, Budget::AtMost(20.0));
    add("All derived made anew, 10300", "derived/anew", "ms", None, Budget::None);
}

/// In milliseconds, or else in microseconds.
fn median(benchmark: &str, unit: &str) -> f64 {
    let folder = std::env::var_os("CRITERION_HOME").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("target/criterion"),
        PathBuf::from,
    );
    let file = folder.join(benchmark).join("new/estimates.json");
    let estimates = fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let estimates: Value = serde_json::from_slice(&estimates).expect("estimates");
    let nanoseconds = estimates["median"]["point_estimate"].as_f64().expect("a median");
    nanoseconds / if unit == "ms" { 1e6 } else { 1e3 }
}
