//! Every lint that is set or lifted says why.

use super::project;

/// In the sections of `text` whose header starts with `[lints`, or everywhere for a file without sections: each paragraph
/// begins with a comment, which holds for all that it denies. What lifts a lint has a comment of its own, in the line
/// above or behind it: a reason to deny one lint is none to allow the next.
fn reasons(path: &str, text: &str) -> Vec<String> {
    let mut is_lint = !text.lines().any(|line| line.starts_with('['));
    let mut explained = false;
    let mut above = "";
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
        } else if is_lint && lifts(line) && !above.starts_with('#') && !line.contains(" # ") {
            complaints.push(format!(
                "{path}:{number}: a lint that is lifted without a reason of its own"
            ));
        }
        above = line;
    }
    complaints
}

/// `name = "allow"` in Cargo.toml, `allow-name = true` in clippy.toml.
fn lifts(line: &str) -> bool {
    line.contains("\"allow\"") || line.contains("'allow'") || (line.starts_with("allow-") && !line.ends_with("= false"))
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
    check(
        "[lints.rust]\n# Why.\na = \"deny\"\nb = \"allow\"\n",
        &["Cargo.toml:4: a lint that is lifted without a reason of its own"],
    );
    check(
        "[lints.rust]\n# Why.\na = \"deny\"\nb = { level = 'allow', priority = 1 }\n",
        &["Cargo.toml:4: a lint that is lifted without a reason of its own"],
    );
    check(
        "# Why.\nallow-unwrap-in-tests = true\nallow-print-in-tests = true\n",
        &["Cargo.toml:3: a lint that is lifted without a reason of its own"],
    );
    check("[lints.rust]\n# Why.\na = \"deny\"\n", &[]);
    check(
        "[lints.rust]\n# Why.\na = \"allow\"\n# Why.\nb = \"allow\"\nc = \"allow\" # why\n",
        &[],
    );
}
