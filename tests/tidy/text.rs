//! How every text file is written.

use super::project::{self, File};

/// Where people keep their folders: a path that begins so is of one machine. In two parts, so that they are not found here.
const HOMES: [&str; 4] = [
    concat!("/ho", "me/"),
    concat!("/ro", "ot/"),
    concat!("/Us", "ers/"),
    concat!(":\\Us", "ers\\"),
];

fn text(path: &str, text: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    let last = text.lines().count();
    if !text.is_empty() && !text.ends_with('\n') {
        complaints.push(format!("{path}:{last}: no newline at the end"));
    }
    for (line, number) in text.lines().zip(1..) {
        if HOMES.iter().any(|home| line.contains(home)) {
            complaints.push(format!("{path}:{number}: a path of one machine"));
        }
    }
    complaints
}

#[test]
fn every_file_ends_and_speaks_of_no_machine() {
    let complaints = project::files()
        .iter()
        .flat_map(|file: &File| text(&file.path, &file.text))
        .collect();
    project::none(complaints);
}

#[test]
fn an_open_end_and_a_machines_path_are_named() {
    project::complains(text("a.md", "a\nb"), &["a.md:2: no newline at the end"]);
    let path = format!("a\nsee {}ada/notes\n", HOMES[0]);
    project::complains(text("a.md", &path), &["a.md:2: a path of one machine"]);
    project::complains(text("a.md", "a\nb\n"), &[]);
    project::complains(text("a.md", ""), &[]);
}
