//! What is linked into the package, or helps to build it, comes from the public registry under a licence that lets it be passed on.

use std::process::Command;

use serde_json::Value;

use super::project;

const LICENCES: [&str; 8] = [
    "MIT",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "Unicode-3.0",
    "Zlib",
];
const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Whether an SPDX expression can be met with the [`LICENCES`].
fn is_met(expression: &str) -> bool {
    let expression = expression.trim();
    if let Some(parts) = split(expression, " AND ") {
        return parts.iter().all(|part| is_met(part));
    }
    // A slash is how "or" was written in old packages.
    if let Some(parts) = split(expression, " OR ").or_else(|| split(expression, "/")) {
        return parts.iter().any(|part| is_met(part));
    }
    match expression.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
        Some(inner) => is_met(inner),
        None => LICENCES.contains(&expression),
    }
}

/// The parts between `word`s outside of parentheses; `None` where there is none.
fn split<'a>(expression: &'a str, word: &str) -> Option<Vec<&'a str>> {
    let depth = |text: &str| text.matches('(').count() - text.matches(')').count();
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, _) in expression.match_indices(word) {
        if depth(&expression[..at]) == 0 {
            parts.push(&expression[start..at]);
            start = at + word.len();
        }
    }
    parts.push(&expression[start..]);
    (parts.len() > 1).then_some(parts)
}

fn packages(metadata: &str) -> Vec<String> {
    let metadata: Value = serde_json::from_str(metadata).expect("metadata in JSON");
    let mut complaints = Vec::new();
    for package in metadata["packages"].as_array().expect("a list of packages") {
        let name = package["name"].as_str().expect("a name");
        if !package["license"].as_str().is_some_and(is_met) {
            complaints.push(format!("Cargo.lock: {name}: licence {}", package["license"]));
        }
        // The project itself has no source.
        if !package["source"].is_null() && package["source"] != REGISTRY {
            complaints.push(format!("Cargo.lock: {name}: from {}", package["source"]));
        }
    }
    complaints
}

#[test]
fn everything_may_be_passed_on() {
    let output = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--format-version",
            "1",
            "--locked",
            "--filter-platform",
            "wasm32-unknown-unknown",
        ])
        .current_dir(project::root())
        .output()
        .expect("cargo that can be run");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    project::none(packages(&String::from_utf8(output.stdout).expect("text")));
}

#[test]
fn what_may_not_is_named() {
    let metadata = r#"{"packages": [
        {"name": "ours", "license": "MIT OR Apache-2.0", "source": null},
        {"name": "copyleft", "license": "GPL-3.0-only", "source": "registry+https://github.com/rust-lang/crates.io-index"},
        {"name": "silent", "license": null, "source": "registry+https://github.com/rust-lang/crates.io-index"},
        {"name": "forked", "license": "MIT", "source": "git+https://example.org/forked"}
    ]}"#;
    let expected = [
        "Cargo.lock: copyleft: licence \"GPL-3.0-only\"",
        "Cargo.lock: silent: licence null",
        "Cargo.lock: forked: from \"git+https://example.org/forked\"",
    ];
    project::complains(packages(metadata), &expected);
}

#[test]
fn a_licence_is_met_or_not() {
    #[track_caller]
    fn check(expression: &str, expected: bool) {
        assert_eq!(is_met(expression), expected, "{expression}");
    }

    check("MIT", true);
    check("Unlicense OR MIT", true);
    check("MIT/Apache-2.0", true);
    check("(MIT OR Apache-2.0) AND Unicode-3.0", true);
    check("Apache-2.0 WITH LLVM-exception OR GPL-2.0-only", true);
    check("MIT AND GPL-2.0-only", false);
    check("(MIT OR Apache-2.0) AND MPL-2.0", false);
    check("", false);
}
