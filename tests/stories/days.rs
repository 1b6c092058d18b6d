//! Each folder here is a story: a backup, and what is due, ahead or waited for on some days, written down from `docs/etiquette.md`.
//!
//! In `expected.txt` a line with a day, and it may be a question, is followed by the answer; lines with a number sign say why.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::{path, run};

#[track_caller]
fn check(folder: &Path) {
    let backup = folder.join("backup.json");
    let backup = backup.to_str().expect("a path in Unicode");
    let expected = fs::read_to_string(folder.join("expected.txt")).expect("expectations");
    let mut found = String::new();
    for line in expected.lines() {
        let is_day = line.starts_with("20");
        if is_day {
            found.push_str(&format!("{line}\n{}", answer(backup, line)));
        } else if line.is_empty() || line.starts_with('#') {
            found.push_str(&format!("{line}\n"));
        }
    }
    assert_eq!(found, expected, "{}", folder.display());
}

/// The answer to a line of `expected.txt`: a line for each that is printed.
fn answer(backup: &str, asked: &str) -> String {
    let (day, question) = asked.split_once(' ').unwrap_or((asked, ""));
    let flag = format!("--{question}");
    let mut arguments = vec![backup, "--today", day];
    arguments.extend((!question.is_empty()).then_some(flag.as_str()));
    let printed = run(&arguments).unwrap_or_else(|complaint| panic!("{complaint}"));
    assert_eq!(printed.warnings, "");
    let lines = printed.lines.lines().map(|line| {
        let line: Value = serde_json::from_str(line).expect("a line is JSON");
        if question == "waiting" {
            wait(&line)
        } else {
            follow_up(&line)
        }
    });
    lines.map(|line| line + "\n").collect()
}

fn follow_up(line: &Value) -> String {
    let mut text = format!(
        "{} {} {}/{} due {}",
        said(line, "application"),
        said(line, "rule"),
        line["nth"],
        line["cap"],
        said(line, "due"),
    );
    for (name, before) in [("overdue", "late"), ("to", "to"), ("channel", "by")] {
        if !line[name].is_null() {
            text += &format!(" {before} {}", said(line, name));
        }
    }
    assert!(said(line, "because").ends_with(['.', '?']), "{line}");
    text
}

fn wait(line: &Value) -> String {
    let mut text = said(line, "application").to_owned();
    if !line["until"].is_null() {
        text += &format!(" until {}", said(line, "until"));
    }
    assert!(said(line, "waiting").ends_with('.'), "{line}");
    text
}

fn said<'a>(line: &'a Value, name: &str) -> &'a str {
    line[name].as_str().unwrap_or_else(|| panic!("{name}: {line}"))
}

#[test]
fn stories_come_out_as_the_rules_say() {
    let folders = fs::read_dir(path("tests/stories")).expect("stories");
    let mut folders: Vec<_> = folders.map(|entry| entry.expect("an entry").path()).collect();
    folders.retain(|path| path.is_dir());
    folders.sort();
    assert!(folders.len() >= 12);
    for folder in folders {
        check(&folder);
    }
}
