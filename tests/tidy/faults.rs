//! Each fault stands in the table once, each test that a document names is there, and says above it which faults it provokes.

use std::fs;

use super::project::{self, holds};

const FAULTS: &str = "docs/faults.md";
const SECURITY: &str = "SECURITY.md";
/// Whose steps prove something, too.
const SCRIPT: &str = "build.sh";

/// The highest number.
const LAST: u8 = 50;

/// A test, as documents name it.
struct Named<'a> {
    path: &'a str,
    name: &'a str,
}

/// The fault that a line of the table is about.
fn fault(line: &str) -> Option<u8> {
    let (number, _) = line.strip_prefix("| F")?.split_once(" |")?;
    number.parse().ok()
}

/// What stands between back quotes.
fn quoted(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2)
}

fn tests(line: &str) -> impl Iterator<Item = Named<'_>> {
    let named = quoted(line).filter_map(|quoted| quoted.split_once("::"));
    let named = named.filter(|(path, _)| path.ends_with(".rs") || *path == SCRIPT);
    named.map(|(path, name)| Named { path, name })
}

/// The numbers that do not stand in the table once.
fn numbers(text: &str) -> Vec<String> {
    let known: Vec<u8> = text.lines().filter_map(fault).collect();
    let count = |number: u8| known.iter().filter(|known| **known == number).count();
    let odd = (1..=LAST)
        .map(|number| (number, count(number)))
        .filter(|(_, count)| *count != 1);
    let odd = odd.map(|(number, count)| format!("{FAULTS}:1: F{number} is there {count} times"));
    let strays = known.iter().filter(|number| !(1..=LAST).contains(*number));
    odd.chain(strays.map(|number| format!("{FAULTS}:1: there is no F{number}")))
        .collect()
}

/// What is above a test, or a step of the build script: comments and attributes; nothing where there is no such test.
fn above<'a>(text: &'a str, test: &Named<'_>) -> Option<Vec<&'a str>> {
    let is_step = test.path == SCRIPT;
    let begins = if is_step {
        vec![format!("{}() {{", test.name)]
    } else {
        ["fn", "async fn"].map(|kind| format!("{kind} {}(", test.name)).into()
    };
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let at = lines
        .iter()
        .position(|line| begins.iter().any(|begin| line.starts_with(begin.as_str())))?;
    let above = lines.get(..at)?.iter().rev().copied();
    let above: Vec<&str> = above
        .take_while(|line| line.starts_with("///") || line.starts_with('#'))
        .collect();
    let is_test = |line: &&str| line.starts_with("#[") && line.ends_with("test]");
    (is_step || above.iter().any(is_test)).then_some(above)
}

/// What is wrong with a test that a document names for a fault, or for none.
fn wrong(test: &Named<'_>, fault: Option<u8>, read: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    let Named { path, name } = test;
    let file = read(path).unwrap_or_default();
    let Some(above) = above(&file, test) else {
        return Some(format!("{path} has no test {name}"));
    };
    let fault = format!("F{}", fault?);
    let is_said = above.iter().any(|line| holds(line, &fault));
    (!is_said).then(|| format!("{path}::{name} does not say that it is for {fault}"))
}

/// The tests that a document names and that are not there or do not say what they are for, and the faults that lack one.
fn strays(document: &str, text: &str, read: &dyn Fn(&str) -> Option<String>) -> Vec<String> {
    let mut complaints = Vec::new();
    for (line, number) in text.lines().zip(1..) {
        let fault = fault(line);
        let wrongs = tests(line).filter_map(|test| wrong(&test, fault, read));
        complaints.extend(wrongs.map(|wrong| format!("{document}:{number}: {wrong}")));
        if fault.is_some() && tests(line).next().is_none() {
            complaints.push(format!("{document}:{number}: no test provokes it"));
        }
    }
    complaints
}

/// The files and folders that a document names and that are not there.
fn missing(document: &str, text: &str, is_there: &dyn Fn(&str) -> bool) -> Vec<String> {
    let lines = text.lines().zip(1..);
    let named = lines.flat_map(|(line, number)| quoted(line).map(move |quoted| (quoted, number)));
    let rooms = ["tests/", "src/", "extension/"];
    let named = named.filter(|(quoted, _)| rooms.iter().any(|room| quoted.starts_with(room)));
    let named = named.map(|(quoted, number)| (quoted.split("::").next().unwrap_or(quoted), number));
    named
        .filter(|(path, _)| !is_there(path))
        .map(|(path, number)| format!("{document}:{number}: {path} is not there"))
        .collect()
}

#[test]
fn every_fault_has_its_row_and_every_row_its_tests() {
    let read = |path: &str| fs::read_to_string(project::root().join(path)).ok();
    let is_there = |path: &str| project::root().join(path).exists();
    let mut complaints = numbers(&project::read(FAULTS));
    for document in [FAULTS, SECURITY] {
        let text = project::read(document);
        complaints.extend(strays(document, &text, &read));
        complaints.extend(missing(document, &text, &is_there));
    }
    project::none(complaints);
}

/// Promises without a test are none.
#[test]
fn every_promise_has_a_test() {
    let security = project::read(SECURITY);
    let promises = security.lines().filter(|line| line.starts_with("| **"));
    let bare: Vec<String> = promises
        .clone()
        .filter(|line| tests(line).next().is_none())
        .map(str::to_owned)
        .collect();
    project::none(bare);
    assert!(promises.count() > 5, "the promises");
}

#[test]
fn a_fault_that_is_missing_or_there_twice_is_named() {
    let all = |leave: u8| {
        let rows = (1..=LAST).filter(|number| *number != leave);
        rows.map(|number| format!("| F{number} | it rains | a roof | |\n"))
            .collect::<String>()
    };
    project::complains(numbers(&all(0)), &[]);
    project::complains(numbers(&all(7)), &["docs/faults.md:1: F7 is there 0 times"]);
    project::complains(
        numbers(&(all(0) + "| F9 | again | a roof | |\n| F51 | it snows | a roof | |\n")),
        &[
            "docs/faults.md:1: F9 is there 2 times",
            "docs/faults.md:1: there is no F51",
        ],
    );
}

#[test]
fn a_test_that_is_not_there_is_named() {
    #[track_caller]
    fn check(row: &str, expected: &[&str]) {
        let read = |path: &str| {
            let text = match path {
                "a.rs" => "/// F2.\n#[test]\nfn it_rains() {}\n/// F2.\nfn it_snows() {}\n",
                "build.sh" => "# F2.\nagain() {\n}\n",
                _ => return None,
            };
            Some(text.to_owned())
        };
        project::complains(strays("d.md", row, &read), expected);
    }
    check("| F2 | `a.rs::it_rains`, `build.sh::again` |", &[]);
    check("see `a.rs::it_rains` and `Key::Head`", &[]);
    check("| F2 | `a.rs::it_hails` |", &["d.md:1: a.rs has no test it_hails"]);
    check("| F2 | `b.rs::it_rains` |", &["d.md:1: b.rs has no test it_rains"]);
    // No test, but a function of that name.
    check("| F2 | `a.rs::it_snows` |", &["d.md:1: a.rs has no test it_snows"]);
    check(
        "| F20 | `a.rs::it_rains` |",
        &["d.md:1: a.rs::it_rains does not say that it is for F20"],
    );
    check("| F2 | dry |", &["d.md:1: no test provokes it"]);
    project::complains(
        missing("d.md", "in `tests/a` and `tests/b.rs::c`, not `d`", &|path| {
            path == "tests/a"
        }),
        &["d.md:1: tests/b.rs is not there"],
    );
}
