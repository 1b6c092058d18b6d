//! One visual language: a colour, and a size of type or space that has a name, is called by it. The names are in `tokens.css` alone.

use super::project::{self, File};

const TOKENS: &str = "extension/styles/tokens.css";

/// The names of sizes of type, beside `--space-…` for those of space.
const TYPE: &[&str] = &[
    "--tiny",
    "--small",
    "--medium",
    "--text",
    "--heading",
    "--large",
    "--title",
];

/// What is wrong with a sheet, by the names that there are.
fn unnamed(path: &str, text: &str, tokens: &str) -> Vec<String> {
    let sizes = |is_wanted: &dyn Fn(&str) -> bool| -> Vec<String> {
        let named = tokens
            .lines()
            .filter_map(|line| line.trim().strip_suffix(';')?.split_once(": "));
        let named = named.filter(|(name, _)| is_wanted(name));
        named.map(|(_, size)| size.to_owned()).collect()
    };
    let (types, spaces) = (
        sizes(&|name| TYPE.contains(&name)),
        sizes(&|name| name.starts_with("--space-")),
    );
    let mut complaints = Vec::new();
    for (line, number) in text.lines().zip(1..) {
        if ["rgb(", "rgba(", "hsl(", "hsla(", "light-dark("]
            .iter()
            .any(|colour| line.contains(colour))
            || has_hexadecimal(line)
        {
            complaints.push(format!("{path}:{number}: a colour without a name"));
        }
        for declaration in line.split(['{', '}', ';']) {
            let Some((property, value)) = declaration.trim().split_once(": ") else {
                continue;
            };
            let mut sizes = value
                .split([' ', '(', ')', ',', '/'])
                .map(|size| size.trim_start_matches('-'));
            let mut has_name = |names: &[String]| sizes.any(|size| names.iter().any(|named| named == size));
            let is_space =
                property.ends_with("gap") || property.starts_with("padding") || property.starts_with("margin");
            if is_space && has_name(&spaces) || matches!(property, "font-size" | "font") && has_name(&types) {
                complaints.push(format!("{path}:{number}: {property} has a size that has a name"));
            }
        }
    }
    complaints
}

/// Whether a value is a colour such as `#faf8f4`.
fn has_hexadecimal(line: &str) -> bool {
    let values = line
        .split(": ")
        .skip(1)
        .flat_map(|value| value.split([' ', ';', ',', '(']));
    values
        .filter_map(|value| value.strip_prefix('#'))
        .any(|digits| digits.len() >= 3 && digits.chars().all(|digit| digit.is_ascii_hexdigit()))
}

#[test]
fn what_has_a_name_is_called_by_it() {
    let files = project::files();
    let tokens = files.iter().find(|file| file.path == TOKENS).expect("the names");
    for name in TYPE {
        assert!(tokens.text.contains(&format!("  {name}: ")), "{name} is gone");
    }
    let sheets = files
        .iter()
        .filter(|file| file.path.starts_with("extension/styles/") && file.path != TOKENS);
    let complaints = sheets.flat_map(|File { path, text }| unnamed(path, text, &tokens.text));
    project::none(complaints.collect());
}

#[test]
fn what_is_not_is_named() {
    #[track_caller]
    fn check(sheet: &str, wrong: &[&str]) {
        let tokens = ":root {\n  --small: 12.5px;\n\n  --space-1: 2px;\n  --space-2: 4px;\n}";
        assert_eq!(unnamed("a.css", sheet, tokens), wrong);
    }
    check(".a { padding: var(--space-2) 3px; font-size: var(--small); }", &[]);
    check(
        ".a { padding: 3px 4px; }",
        &["a.css:1: padding has a size that has a name"],
    );
    check(
        ".a { gap: 1px; }\n.b { margin-inline: 2px; }",
        &["a.css:2: margin-inline has a size that has a name"],
    );
    check(
        ".a { font-size: 12.5px; }",
        &["a.css:1: font-size has a size that has a name"],
    );
    check("#abc { inline-size: 4px; }", &[]);
    check(".a { color: #abc; }", &["a.css:1: a colour without a name"]);
    check(
        ".a { box-shadow: 0 0 2px rgb(0 0 0 / 5%); }",
        &["a.css:1: a colour without a name"],
    );
}
