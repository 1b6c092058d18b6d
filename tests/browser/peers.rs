//! What others make of saved pages: generic extractors, where `./build.sh peers` has set them up.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::corpus::{Answers, FIELDS, Row};

/// Extruct's name with its version, and what it says of each page of a folder; `None` where it is not installed.
#[track_caller]
pub(crate) fn extruct(folder: &Path, rows: &[&Row]) -> Option<(String, Vec<Answers>)> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let python = project.join(".tools/peers/bin/python");
    if !python.is_file() {
        return None;
    }
    let mut peer = Command::new(python)
        .arg(project.join("tools/peers.py"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Python, which is installed");
    let mut asked = peer.stdin.take().expect("piped above");
    let pages: String = rows
        .iter()
        .map(|row| format!("{}\n", json!({ "file": folder.join(&row.file), "url": row.page_url })))
        .collect();
    asked.write_all(pages.as_bytes()).expect("it reads to the end");
    drop(asked);
    let output = peer.wait_with_output().expect("it ends");
    assert!(output.status.success(), "tools/peers.py failed");
    let text = String::from_utf8(output.stdout).expect("JSON");
    let mut lines = text
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
    let name = lines.next()?.as_str()?.to_owned();
    let answers: Vec<Answers> = lines.map(|line| answers_of(&line)).collect();
    assert_eq!(answers.len(), rows.len(), "a line a page");
    Some((name, answers))
}

/// They mark nothing as uncertain.
fn answers_of(said: &Value) -> Answers {
    let mut answers = Answers::default();
    for field in FIELDS {
        answers.add(field, said[field].as_str().map(|text| (text.to_owned(), true)));
    }
    answers
}
