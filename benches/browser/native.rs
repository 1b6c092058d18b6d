//! What criterion has measured.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::report::{Budget, Report, Row};

/// Takes over its medians.
pub(crate) fn measure(report: &mut Report) {
    let name = "Extraction, 1 MB, natively";
    add(report, name, "extraction", Budget::AtMost(5.0));
    add(report, "Command, 300 open, natively", "command", Budget::None);
    add(
        report,
        "All derived made anew, 10300, natively",
        "derived/anew",
        Budget::None,
    );
}

fn add(report: &mut Report, name: &str, benchmark: &str, budget: Budget) {
    let folder = std::env::var_os("CRITERION_HOME").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("target/criterion"),
        PathBuf::from,
    );
    let file = folder.join(benchmark).join("new/estimates.json");
    let estimates = fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let estimates: Value = serde_json::from_slice(&estimates).expect("estimates");
    let nanoseconds = estimates["median"]["point_estimate"].as_f64().expect("a median");
    report.add(Row {
        name: name.to_owned(),
        value: nanoseconds / 1e6,
        unit: "ms",
        floor: None,
        budget,
    });
}
