//! What was asked wrongly or cannot be read: it is said, with the place and what to do.

use std::{env, fs, process};

use super::{path, run};

const STORY: &str = "tests/stories/of-the-document/backup.json";

/// The first line of the complaint.
#[track_caller]
fn check(arguments: &[&str], expected: &str) {
    let complaint = run(arguments).err().expect("a complaint");
    assert_eq!(complaint.lines().next(), Some(expected));
}

#[test]
fn what_was_asked_wrongly_is_named() {
    let day = ["--today", "2026-12-22"];
    check(&[], "which backup? its path is missing");
    check(&[STORY], "on which day? --today is missing");
    check(&[STORY, "--today"], "--today needs a day");
    for odd in ["2026-12-32", "22.12.2026", "2026-2-3", "today", "", "12026-12-22"] {
        check(
            &[STORY, "--today", odd],
            &format!("{odd:?} is no day: write one such as 2026-12-22"),
        );
    }
    check(&[STORY, "--tomorrow"], "--tomorrow is no flag of this program");
    check(&[STORY, "-w", day[0], day[1]], "-w is no flag of this program");
    check(
        &[STORY, STORY],
        &format!("{STORY} is one file too many: one backup at a time"),
    );
    check(
        &[STORY, "--ahead", "--waiting"],
        "--ahead and --waiting are two questions: ask one at a time",
    );
    check(
        &["no-such-file.json", day[0], day[1]],
        "no-such-file.json: No such file or directory (os error 2): give the path of a backup",
    );
    let help = run(&["--help"]).expect("help");
    assert!(help.lines.starts_with("usage: agenda BACKUP.json"));
}

/// A file with `content`, for as long as it is looked at.
struct Scratch(std::path::PathBuf);

impl Scratch {
    fn new(name: &str, content: &[u8]) -> Self {
        let file = env::temp_dir().join(format!("your-move-{}-{name}", process::id()));
        fs::write(&file, content).expect("a file");
        Self(file)
    }

    fn path(&self) -> &str {
        self.0.to_str().expect("a path in Unicode")
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What is left of it is the system's to clear.
        let _ = fs::remove_file(&self.0);
    }
}

#[test]
fn what_cannot_be_read_is_named_with_its_file() {
    let odd = Scratch::new("odd.json", b"{\n  \"your_move_backup\": 1,\n}");
    check(
        &[odd.path(), "--today", "2026-12-22"],
        &format!(
            "{}: this is no JSON: key must be a string at line 3 column 1: put right what stands there",
            odd.path()
        ),
    );
    let bytes = Scratch::new("bytes.json", b"\xff\xfe");
    check(
        &[bytes.path(), "--today", "2026-12-22"],
        &format!("{}: this is no text in UTF-8: save it as that", bytes.path()),
    );
}

#[test]
fn what_is_not_known_is_a_warning() {
    let text = fs::read_to_string(path(STORY)).expect("the story");
    let slip = Scratch::new("slip.json", text.replace("\"people\"", "\"poeple\"").as_bytes());
    let printed = run(&[slip.path(), "--today", "2026-12-22"]).expect("an answer");
    assert_eq!(
        printed.warnings,
        format!(
            "{}: application 1 (\"northwind\"), event 3: something here is not known to this version, and has no effect: \
             is it spelled rightly?\n",
            slip.path()
        )
    );
    assert_eq!(printed.lines.lines().count(), 2);
}
