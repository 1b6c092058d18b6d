//! The tests that hold in Chromium alone: each is there, and has its reason. All others are run in Firefox as well.

use std::fs;

use super::project;

const LIST: &str = "tests/browser/only-in-chromium.tsv";
const TESTS: &str = "tests/browser";
const SCRIPT: &str = "build.sh";

/// Whether a file has a test of that name.
fn has_test(text: &str, name: &str) -> bool {
    let lines: Vec<&str> = text.lines().collect();
    lines
        .windows(2)
        .any(|pair| matches!(pair, ["#[test]", line] if line.starts_with(&format!("fn {name}("))))
}

/// The files that a module can be.
fn places(module: &str) -> [String; 2] {
    let path = module.replace("::", "/");
    [format!("{TESTS}/{path}.rs"), format!("{TESTS}/{path}/mod.rs")]
}

/// What is wrong with the list.
fn odd(list: &str, read: &dyn Fn(&str) -> Option<String>) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut last = "";
    for (line, number) in list.lines().zip(1..) {
        let (test, reason) = line.split_once('\t').unwrap_or((line, ""));
        let mut complain = |what: &str| complaints.push(format!("{LIST}:{number}: {test} {what}"));
        let (module, name) = test.rsplit_once("::").unwrap_or(("", test));
        if !places(module)
            .iter()
            .filter_map(|place| read(place))
            .any(|text| has_test(&text, name))
        {
            complain("is no test");
        }
        if !reason.ends_with('.') || reason.split(' ').count() < 4 {
            complain("has no reason");
        }
        if test <= last {
            complain("is not in order");
        }
        last = test;
    }
    complaints
}

#[test]
fn what_holds_in_chromium_alone_is_there_and_says_why() {
    let read = |path: &str| fs::read_to_string(project::root().join(path)).ok();
    project::none(odd(&project::read(LIST), &read));
    assert!(project::read(SCRIPT).contains(LIST), "the list is the one that is read");
}

#[test]
fn a_test_that_is_not_there_or_says_nothing_is_named() {
    #[track_caller]
    fn check(list: &str, expected: &[&str]) {
        let read = |path: &str| {
            let text = match path {
                "tests/browser/rain.rs" => "#[test]\nfn it_rains() {}\n\nfn it_snows() {}\n",
                "tests/browser/faults/hail.rs" => "/// F1.\n#[test]\nfn it_hails() {\n}\n",
                _ => return None,
            };
            Some(text.to_owned())
        };
        project::complains(odd(list, &read), expected);
    }
    check(
        "faults::hail::it_hails\tFirefox has no hail.\nrain::it_rains\tFirefox stays in the dry.\n",
        &[],
    );
    check(
        "rain::it_rains\train\nrain::it_snows\tFirefox stays in the dry.\nfaults::hail::it_hails\tFirefox has no hail.\n",
        &[
            "tests/browser/only-in-chromium.tsv:1: rain::it_rains has no reason",
            "tests/browser/only-in-chromium.tsv:2: rain::it_snows is no test",
            "tests/browser/only-in-chromium.tsv:3: faults::hail::it_hails is not in order",
        ],
    );
    check(
        "it_rains\tFirefox stays in the dry.\n",
        &["tests/browser/only-in-chromium.tsv:1: it_rains is no test"],
    );
}
