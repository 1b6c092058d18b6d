//! What a lenient reader forgives in JSON: what sites write by concatenating strings.

/// Makes strict JSON of `script` where it only has raw control characters in strings, comments, commas or semicolons at
/// the end, or a CDATA or HTML comment around it.
pub(super) fn repair(script: &str) -> String {
    let script = unwrap(script);
    let mut out = String::with_capacity(script.len());
    let mut characters = script.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' => {
                out.push('"');
                string(&mut characters, &mut out);
            }
            '/' if characters.peek() == Some(&'/') => while characters.next_if(|next| *next != '\n').is_some() {},
            '/' if characters.peek() == Some(&'*') => {
                characters.next();
                let mut before = ' ';
                for next in characters.by_ref() {
                    if before == '*' && next == '/' {
                        break;
                    }
                    before = next;
                }
            }
            '}' | ']' => {
                while out.ends_with(|last: char| last == ',' || last.is_whitespace()) {
                    out.pop();
                }
                out.push(character);
            }
            ';' => {}
            _ => out.push(character),
        }
    }
    while out.ends_with(|last: char| last == ',' || last.is_whitespace()) {
        out.pop();
    }
    out
}

/// Copies a string up to its closing quote; what must be escaped and is not becomes so.
fn string(characters: &mut std::iter::Peekable<std::str::Chars<'_>>, out: &mut String) {
    while let Some(character) = characters.next() {
        match character {
            '"' => {
                out.push('"');
                return;
            }
            '\\' => match characters.next() {
                Some(escaped @ ('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' | 'u')) => {
                    out.push('\\');
                    out.push(escaped);
                }
                // "\'" and "\d" mean the character itself; a backslash before a raw line break means nothing.
                Some(other) if !other.is_control() => out.push(other),
                _ => {}
            },
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            control if control.is_control() => {}
            other => out.push(other),
        }
    }
}

/// What is within `<![CDATA[ … ]]>` or `<!-- … -->`, commented out for JavaScript or not.
fn unwrap(script: &str) -> &str {
    let mut script = script.trim().trim_start_matches('\u{feff}');
    for (opening, closing) in [("<![CDATA[", "]]>"), ("<!--", "-->")] {
        let Some((before, inside)) = script.split_once(opening) else {
            continue;
        };
        if before.trim_matches(['/', '*', ' ', '\n', '\r', '\t']).is_empty() {
            let end = inside.rsplit_once(closing).map_or(inside, |(inside, _)| inside);
            script = end
                .trim_start_matches(['*', '/'])
                .trim_end_matches(['/', '*', ' ', '\n', '\r', '\t']);
        }
    }
    script
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(script: &str, expected: &str) {
        let value: serde_json::Value = serde_json::from_str(&repair(script)).expect("strict JSON");
        assert_eq!(value.to_string(), expected);
    }

    #[test]
    fn what_the_web_writes_is_repaired() {
        check("{\"a\":\"one\ntwo\tthree\u{1}\"}", r#"{"a":"one\ntwo\tthree"}"#);
        check(
            "{\"a\":1, // comment\n \"b\":2 /* and \"this\" */ }",
            r#"{"a":1,"b":2}"#,
        );
        check("{\"a\":[1,2,],}", r#"{"a":[1,2]}"#);
        check("{\"a\":1};", r#"{"a":1}"#);
        check("[{\"a\":1},];,", r#"[{"a":1}]"#);
        check("//<![CDATA[\n{\"a\":1}\n//]]>", r#"{"a":1}"#);
        check("/*<![CDATA[*/{\"a\":1}/*]]>*/", r#"{"a":1}"#);
        check("<!-- {\"a\":1} -->", r#"{"a":1}"#);
        check(r#"{"a":"it\'s"}"#, r#"{"a":"it's"}"#);
        check("\u{feff}{\"a\":1,}", r#"{"a":1}"#);
    }

    #[test]
    fn strings_keep_what_looks_like_a_repair() {
        check(
            r#"{"a":"https://b.example/ ,] ; /* <![CDATA[ ]]> \" ,}",}"#,
            r#"{"a":"https://b.example/ ,] ; /* <![CDATA[ ]]> \" ,}"}"#,
        );
    }
}
