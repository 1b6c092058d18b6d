//! What the content security policy refuses stands in no page and no style sheet: inline scripts, inline styles, handlers
//! in attributes, anything from elsewhere.

use super::project::{self, File, holds};

/// The attributes by which a page loads something or leads somewhere.
const LEADING: &[&str] = &["src", "srcset", "href", "action", "data", "poster"];

pub(crate) fn markup(path: &str, text: &str) -> Vec<String> {
    let wrongs: fn(&str) -> Vec<&'static str> = match path.rsplit_once('.') {
        Some((_, "html")) => wrongs_of_page,
        Some((_, "css")) => wrongs_of_style,
        _ => return Vec::new(),
    };
    if !path.starts_with("extension/") {
        return Vec::new();
    }
    // HTML and CSS are the same in both cases.
    text.to_lowercase()
        .lines()
        .zip(1..)
        .flat_map(|(line, number)| {
            let complain = move |wrong| format!("{path}:{number}: {wrong}");
            wrongs(line).into_iter().map(complain)
        })
        .collect()
}

fn wrongs_of_page(line: &str) -> Vec<&'static str> {
    let mut wrongs = Vec::new();
    if line.contains("<script") && !holds(line, "src") {
        wrongs.push("an inline script");
    }
    if line.contains("<style") || attributes(line).any(|(name, _)| name == "style") {
        wrongs.push("an inline style");
    }
    if attributes(line).any(|(name, _)| name.starts_with("on")) {
        wrongs.push("a handler in an attribute");
    }
    if attributes(line)
        .any(|(name, value)| LEADING.contains(&name) && (value.starts_with("http") || value.starts_with("//")))
    {
        wrongs.push("something from elsewhere");
    }
    wrongs
}

/// A style sheet names files beside it, one sheet no other: the page lists them all.
fn wrongs_of_style(line: &str) -> Vec<&'static str> {
    let is_elsewhere = |after: &str| {
        let address = after.split(')').next().unwrap_or(after).trim_matches(is_quote_or_space);
        address.is_empty() || address.starts_with("//") || address.contains(':')
    };
    if line.contains("@import") || line.split("url(").skip(1).any(is_elsewhere) {
        vec!["something from elsewhere"]
    } else {
        Vec::new()
    }
}

/// The names before an equals sign, each with what comes after it, from the value's first letter on.
fn attributes(line: &str) -> impl Iterator<Item = (&str, &str)> {
    line.match_indices('=').map(|(equals, _)| {
        let before = line[..equals].trim_end();
        let name = before.rsplit(is_quote_or_space).next().unwrap_or(before);
        (name, line[equals + 1..].trim_start_matches(is_quote_or_space))
    })
}

fn is_quote_or_space(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '"' | '\'')
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
    fn check(path: &str, text: &str, wrong: &[&str]) {
        let expected: Vec<_> = wrong.iter().map(|wrong| format!("{path}:{wrong}")).collect();
        assert_eq!(markup(path, text), expected);
    }
    let page = "extension/popup.html";
    let style = "extension/styles/base.css";

    check(page, "<script>run()</script>", &["1: an inline script"]);
    check(page, "<SCRIPT>run()</SCRIPT>", &["1: an inline script"]);
    check(page, "\n<style>p {}</style>", &["2: an inline style"]);
    check(page, "<p class=\"a\" style=\"color: red\">", &["1: an inline style"]);
    check(page, "<p class='a'STYLE = 'color: red'>", &["1: an inline style"]);
    check(
        page,
        "<p class=\"a\"onclick=\"run()\">",
        &["1: a handler in an attribute"],
    );
    check(page, "<p class='a'onClick='run()'>", &["1: a handler in an attribute"]);
    for elsewhere in [
        "<img src=\"https://example.org/a.png\">",
        "<img src='https://example.org/a.png'>",
        "<IMG SRC = HTTP://example.org/a.png>",
        "<link href='//example.org/a.css'>",
        "<img srcset='//example.org/a.png 2x'>",
        "<form action='https://example.org'>",
    ] {
        check(page, elsewhere, &["1: something from elsewhere"]);
    }
    check(
        page,
        "<script src=\"probe.js\"></script> <link href='styles/base.css'>",
        &[],
    );

    for elsewhere in [
        "p { background: url(https://example.org/a.png) }",
        "p { background: URL( '//example.org/a.png' ) }",
        "p { background: url(../a.png), url(\"data:image/png;base64,AA==\") }",
        "p { background: url(",
        "@import \"base.css\";",
    ] {
        check(style, elsewhere, &["1: something from elsewhere"]);
    }
    check(style, "p { background: url('../icons/icon.svg') }", &[]);
}
