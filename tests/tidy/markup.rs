//! What the content security policy refuses stands in no page: inline scripts, inline styles, handlers in attributes,
//! anything from elsewhere.

use super::project::{self, File, holds};

fn markup(path: &str, text: &str) -> Vec<String> {
    if !path.starts_with("extension/") || !path.ends_with(".html") {
        return Vec::new();
    }
    let mut complaints = Vec::new();
    for (line, number) in text.lines().zip(1..) {
        let mut complain = |wrong: &str| complaints.push(format!("{path}:{number}: {wrong}"));
        if line.contains("<script") && !holds(line, "src") {
            complain("an inline script");
        }
        if line.contains("<style") || attributes(line).any(|name| name == "style") {
            complain("an inline style");
        }
        if attributes(line).any(|name| name.starts_with("on")) {
            complain("a handler in an attribute");
        }
        if ["src=\"http", "href=\"http", "src=\"//", "href=\"//"]
            .iter()
            .any(|from| line.contains(from))
        {
            complain("something from elsewhere");
        }
    }
    complaints
}

/// The names before an equals sign.
fn attributes(line: &str) -> impl Iterator<Item = &str> {
    line.match_indices('=').map(|(end, _)| {
        let before = &line[..end];
        before
            .rsplit(|letter: char| letter.is_whitespace() || letter == '"')
            .next()
            .unwrap_or(before)
    })
}

#[test]
fn pages_hold_no_script_and_no_style() {
    let complaints = project::files()
        .iter()
        .flat_map(|File { path, text }| markup(path, text))
        .collect();
    project::none(complaints);
}

#[test]
fn what_the_policy_would_refuse_is_named() {
    #[track_caller]
    fn check(line: &str, expected: &[&str]) {
        project::complains(markup("extension/popup.html", line), expected);
    }

    check("<script>run()</script>", &["extension/popup.html:1: an inline script"]);
    check("\n<style>p {}</style>", &["extension/popup.html:2: an inline style"]);
    check(
        "<p class=\"a\" style=\"color: red\">",
        &["extension/popup.html:1: an inline style"],
    );
    check(
        "<p class=\"a\"onclick=\"run()\">",
        &["extension/popup.html:1: a handler in an attribute"],
    );
    check(
        "<img src=\"https://example.org/a.png\">",
        &["extension/popup.html:1: something from elsewhere"],
    );
    check(
        "<script src=\"probe.js\"></script> <link href=\"styles/base.css\">",
        &[],
    );
}
