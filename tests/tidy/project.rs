//! The files of the project, and how a complaint about one of them is made.

use std::fs;
use std::path::{Path, PathBuf};

/// A text file, by its path from the project's folder, with `/` between the names.
pub(crate) struct File {
    pub(crate) path: String,
    pub(crate) text: String,
}

pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The text of one file.
pub(crate) fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every text file of the project: what is built, installed or drawn is not among them.
pub(crate) fn files() -> Vec<File> {
    let is_own = |path: &Path| {
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .expect("a name in Unicode");
        !matches!(name, ".git" | ".tools" | "target" | "dist" | "pkg" | "node_modules")
    };
    let is_text = |path: &PathBuf| !matches!(path.extension().and_then(|end| end.to_str()), Some("png" | "gz"));
    walk(root(), &is_own)
        .into_iter()
        .filter(is_text)
        .map(|path| {
            let path = relative(root(), &path);
            let text = read(&path);
            File { path, text }
        })
        .collect()
}

/// The files below `folder`, sorted.
pub(crate) fn walk(folder: &Path, wanted: &dyn Fn(&Path) -> bool) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder that can be read") {
        let path = entry.expect("an entry that can be read").path();
        if !wanted(&path) {
            continue;
        }
        if path.is_dir() {
            found.extend(walk(&path, wanted));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The path of `file` from `folder`, with `/` between the names.
pub(crate) fn relative(folder: &Path, file: &Path) -> String {
    let path = file.strip_prefix(folder).expect("a file below the folder");
    path.to_str().expect("a path in Unicode").replace('\\', "/")
}

/// The lines of code with their numbers: comments on lines of their own may say what they like.
pub(crate) fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .zip(1..)
        .map(|(line, number)| (number, line))
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
}

/// Whether `line` holds `word`, not as a part of a longer name.
pub(crate) fn holds(line: &str, word: &str) -> bool {
    let in_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    line.match_indices(word).any(|(start, _)| {
        let joined_before = word.starts_with(in_name) && line[..start].ends_with(in_name);
        let joined_after = word.ends_with(in_name) && line[start + word.len()..].starts_with(in_name);
        !joined_before && !joined_after
    })
}

/// Fails with all complaints at once, one a line.
#[track_caller]
pub(crate) fn none(complaints: Vec<String>) {
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

/// That a check gives exactly these complaints.
#[track_caller]
pub(crate) fn complains(complaints: Vec<String>, expected: &[&str]) {
    assert_eq!(complaints, expected);
}

#[test]
fn a_word_is_found_as_a_whole() {
    assert!(holds("let now = Utc::now();", "Utc::now"));
    assert!(holds("eval(source)", "eval"));
    assert!(!holds("retrieval(source)", "eval"));
    assert!(!holds("use serde_json::Value;", "serde"));
}

#[test]
fn a_comment_is_no_code() {
    let lines: Vec<_> = code("//! eval\nlet a = 1; // b\n  // eval\nc").collect();
    assert_eq!(lines, [(2, "let a = 1; // b"), (4, "c")]);
}
