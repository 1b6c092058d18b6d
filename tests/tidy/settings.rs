//! Every lint that is set says why.

use super::project;

/// In the sections of `text` whose header starts with `[lints`, or everywhere for a file without sections:
/// each paragraph of settings begins with a comment.
fn reasons(path: &str, text: &str) -> Vec<String> {
    let mut is_lint = !text.lines().any(|line| line.starts_with('['));
    let mut explained = false;
    let mut complaints = Vec::new();
    for (line, number) in text.lines().zip(1..) {
        if line.starts_with('[') {
            is_lint = line.starts_with("[lints");
        }
        if line.starts_with('[') || line.is_empty() {
            explained = false;
        } else if line.starts_with('#') {
            explained = true;
        } else if is_lint && !explained {
            complaints.push(format!("{path}:{number}: a lint without a reason"));
        }
    }
    complaints
}

#[test]
fn every_lint_says_why() {
    let complaints = ["Cargo.toml", "clippy.toml"]
        .iter()
        .flat_map(|path| reasons(path, &project::read(path)))
        .collect();
    project::none(complaints);
}

#[test]
fn a_lint_without_a_reason_is_named() {
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        project::complains(reasons("Cargo.toml", text), expected);
    }

    check(
        "[package]\nname = \"a\"\n[lints.rust]\nunsafe_code = \"deny\"\n",
        &["Cargo.toml:4: a lint without a reason"],
    );
    check(
        "[lints.rust]\n# Why.\na = \"deny\"\nb = \"deny\"\n\nc = \"deny\"\n",
        &["Cargo.toml:6: a lint without a reason"],
    );
    check(
        "allow-unwrap-in-tests = true\n",
        &["Cargo.toml:1: a lint without a reason"],
    );
    check("[lints.rust]\n# Why.\na = \"deny\"\n", &[]);
}
