//! JSON text taken apart: fields and parts as they are written. However deep they nest, they are not read.

use std::collections::BTreeMap;

use serde_json::Deserializer;
use serde_json::value::RawValue;

use super::form;

/// The fields of an object, each as it is written; `None` if the text is no object.
pub(super) fn fields(text: &str) -> Option<BTreeMap<String, String>> {
    let mut fields = BTreeMap::new();
    let mut rest = Rest(text);
    rest.take_parts('{', '}', |rest| {
        let name = form::read(rest.take()?)?;
        rest.passes(':').then_some(())?;
        fields.insert(name, rest.take()?.to_owned());
        Some(())
    })?;
    Some(fields)
}

/// The parts of a list, each as it is written; `None` if the text is no list.
pub(super) fn list(text: &str) -> Option<Vec<&str>> {
    let mut list = Vec::new();
    let mut rest = Rest(text);
    rest.take_parts('[', ']', |rest| {
        list.push(rest.take()?);
        Some(())
    })?;
    Some(list)
}

/// The first field of an object, as it is written; `None` if it has another name. What follows is not looked at.
pub(super) fn first<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = Rest(text);
    rest.passes('{').then_some(())?;
    let found: String = form::read(rest.take()?)?;
    if found == name && rest.passes(':') {
        rest.take()
    } else {
        None
    }
}

/// What of a text is still to be taken.
struct Rest<'a>(&'a str);

impl<'a> Rest<'a> {
    /// Takes a value.
    fn take(&mut self) -> Option<&'a str> {
        let mut values = Deserializer::from_str(self.0).into_iter::<&RawValue>();
        let value = values.next()?.ok()?;
        self.0 = self.0.get(values.byte_offset()..)?;
        Some(value.get())
    }

    /// Passes over a mark, if it is the next thing.
    fn passes(&mut self, mark: char) -> bool {
        self.0 = self.0.trim_start_matches([' ', '\n', '\r', '\t']);
        let after = self.0.strip_prefix(mark);
        self.0 = after.unwrap_or(self.0);
        after.is_some()
    }

    /// Takes what stands between two brackets, part by part; `None` if something else stands there, or behind it.
    fn take_parts(&mut self, open: char, close: char, mut part: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.passes(open).then_some(())?;
        if !self.passes(close) {
            part(self)?;
            while self.passes(',') {
                part(self)?;
            }
            self.passes(close).then_some(())?;
        }
        self.0.trim_matches([' ', '\n', '\r', '\t']).is_empty().then_some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str) {
        let theirs: Option<BTreeMap<String, &RawValue>> = serde_json::from_str(text).ok();
        let theirs = theirs.map(|fields| {
            fields
                .into_iter()
                .map(|(name, value)| (name, value.get().to_owned()))
                .collect()
        });
        assert_eq!(fields(text), theirs, "{text}");
        let theirs: Option<Vec<&RawValue>> = serde_json::from_str(text).ok();
        let theirs = theirs.map(|list| list.into_iter().map(RawValue::get).collect::<Vec<_>>());
        assert_eq!(list(text), theirs, "{text}");
    }

    #[test]
    fn the_first_field_is_taken_by_itself() {
        assert_eq!(first(r#"{"a" : [1, 2],"b":"#, "a"), Some("[1, 2]"));
        assert_eq!(first(r#" {"\u0061":{}}"#, "a"), Some("{}"));
        for text in [
            "",
            "{}",
            "[",
            r#"{"b":1,"a":2}"#,
            r#"{"a""#,
            r#"{"a":"#,
            r#"{"a":x"#,
            r#"{a:1}"#,
        ] {
            assert_eq!(first(text, "a"), None, "{text}");
        }
    }

    #[test]
    fn parts_are_what_serde_json_takes_for_them() {
        for text in [
            "{}",
            " { } ",
            "[]",
            "[ ]\n",
            r#"{"a":1,"b" : [1.50, "}"] ,"a":{"c":null}}"#,
            r#"{"\u00e9\"":"\n"}"#,
            r#"[1 , -2.5e3,true,"a,]" ,{"a":[ ]}]"#,
            "",
            "null",
            "{",
            "[",
            "[1",
            "[1,]",
            "[,1]",
            "[1 2]",
            "[1}",
            "[]]",
            "[1x]",
            "[01]",
            "[\"a]",
            "{,}",
            r#"{"a"}"#,
            r#"{"a":}"#,
            r#"{"a":1,}"#,
            r#"{a:1}"#,
            r#"{1:1}"#,
            r#"{"a":1}}"#,
            "\u{a0}[]",
        ] {
            check(text);
        }
        check(&format!("[{}{}]", "[".repeat(200_000), "]".repeat(200_000)));
    }
}
