//! Values as scripts carry them: JSON, and what people and tools write in its place.
//!
//! Forgiven are comments, commas too many or too few, single quotes and backquotes, keys without quotes, raw control characters in
//! strings, `undefined`, `void 0`, `!0`, `new Date("…")`, `JSON.parse("…")`. Nothing is run: a call stands for its first argument.

use serde_json::{Map, Value};

/// What nests deeper is passed over: no posting does.
const DEPTH_LIMIT: usize = 100;
/// No more values than this are read of one script.
const VALUES_LIMIT: usize = 100_000;
/// No more than this is put in place of names, in bytes.
const BOUND_LIMIT: usize = 500_000;

/// A value, read as far as it could be.
#[derive(Debug)]
pub(super) struct Literal<'a> {
    /// The value. Where it is broken off, what is whole in it.
    pub(super) value: Value,
    /// The text behind it, or from where it could not be read any further.
    pub(super) rest: &'a str,
    /// Whether it was read to its own end.
    pub(super) is_whole: bool,
}

/// Reads the value at the beginning of `text`.
pub(super) fn read(text: &str) -> Literal<'_> {
    read_with(text, Vec::new())
}

/// The objects and lists that a script is, assigns or hands to a function, in order. One that is broken does not stop those after
/// it; of one that ends with the script there is what stands before the cut.
pub(super) fn all(script: &str) -> Vec<Value> {
    let mut found = Vec::new();
    let mut rest = script.trim_start();
    if !rest.starts_with(['{', '[']) {
        rest = next_start(rest);
    }
    while !rest.is_empty() {
        let literal = function(rest).unwrap_or_else(|| read(rest));
        let is_cut = literal.rest.is_empty();
        match literal.value {
            Value::String(text) if literal.is_whole && text.starts_with(['{', '[']) => found.push(read(&text).value),
            value @ (Value::Object(_) | Value::Array(_)) if literal.is_whole || is_cut => found.push(value),
            _ => {}
        }
        // From where it broke, not from where it began: however odd a script is, it is gone over once.
        rest = next_start(literal.rest);
    }
    found
}

/// The text from where the next value may begin: behind what assigns it or calls something with it.
fn next_start(mut text: &str) -> &str {
    while let Some((_, rest)) = text.split_once(['=', '(', '|']) {
        text = rest.trim_start();
        if text.starts_with(['{', '[', '"', '\'']) || text.starts_with("function(") {
            return text;
        }
    }
    ""
}

/// `function(a,b){return {…}}("x",1)`, in which some tools wrap what comes more than once.
fn function(text: &str) -> Option<Literal<'_>> {
    let (names, body) = text.strip_prefix("function(")?.split_once(')')?;
    let (_, body) = body.split_once("return")?;
    let names: Vec<&str> = names.split(',').map(str::trim).collect();
    // Once for where it ends: what the names stand for is said behind it.
    let end = read(body).rest;
    let arguments = end.trim_start_matches([';', '}', ')', ' ', '\n']).strip_prefix('(');
    let arguments = arguments.map(|arguments| Reader::new(arguments, Vec::new()).items(')', 0));
    let values = match arguments {
        Some(Value::Array(values)) => values,
        _ => Vec::new(),
    };
    Some(read_with(body, names.into_iter().zip(values).collect()))
}

fn read_with<'a>(text: &'a str, bound: Vec<(&'a str, Value)>) -> Literal<'a> {
    let mut reader = Reader::new(text, bound);
    let value = reader.value(0);
    Literal {
        value,
        rest: reader.rest,
        is_whole: !reader.is_broken,
    }
}

struct Reader<'a> {
    rest: &'a str,
    is_broken: bool,
    values: usize,
    /// What names stand for.
    bound: Vec<(&'a str, Value)>,
    /// How much may still be put in their places.
    room: usize,
}

impl<'a> Reader<'a> {
    const fn new(rest: &'a str, bound: Vec<(&'a str, Value)>) -> Self {
        Self {
            rest,
            is_broken: false,
            values: 0,
            bound,
            room: BOUND_LIMIT,
        }
    }

    fn broken(&mut self) -> Value {
        self.is_broken = true;
        Value::Null
    }

    /// Takes what is at the front, if it is that.
    fn eat(&mut self, wanted: char) -> bool {
        let rest = self.rest.strip_prefix(wanted);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// Takes as many bytes from the front, which end where a character does.
    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at_checked(length).unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }

    /// Takes all from the front that `is_part`.
    fn take_while(&mut self, is_part: fn(u8) -> bool) -> &'a str {
        let length = self.rest.bytes().position(|byte| !is_part(byte));
        self.take(length.unwrap_or(self.rest.len()))
    }

    fn skip_space(&mut self) {
        loop {
            self.take_while(|byte| byte.is_ascii_whitespace());
            let end = if self.rest.starts_with("//") {
                self.rest.find('\n')
            } else if self.rest.starts_with("/*") {
                self.rest.find("*/").map(|end| end + 2)
            } else if self.rest.starts_with(['\u{a0}', '\u{feff}', '\u{2028}', '\u{2029}']) {
                self.rest.chars().next().map(char::len_utf8)
            } else {
                return;
            };
            self.take(end.unwrap_or(self.rest.len()));
        }
    }

    fn value(&mut self, depth: usize) -> Value {
        self.skip_space();
        self.values += 1;
        if self.values > VALUES_LIMIT {
            return self.broken();
        }
        match self.rest.bytes().next() {
            Some(b'{' | b'[') if depth >= DEPTH_LIMIT => self.pass_over(),
            _ if depth > DEPTH_LIMIT => self.broken(),
            Some(b'{') => {
                self.take(1);
                self.fields(depth + 1)
            }
            Some(b'[') => {
                self.take(1);
                self.items(']', depth + 1)
            }
            Some(quote @ (b'"' | b'\'' | b'`')) => self.string(quote).map_or(Value::Null, Value::String),
            Some(b'+' | b'-' | b'.' | b'0'..=b'9') => {
                let number = self.take_while(|byte| is_name(byte) || matches!(byte, b'+' | b'-' | b'.'));
                serde_json::from_str(number.trim_start_matches('+')).unwrap_or_default()
            }
            // `!0` is true.
            Some(b'!') => {
                self.take(1);
                Value::Bool(self.value(depth + 1).as_i64() == Some(0))
            }
            Some(byte) if is_name(byte) => self.named(depth),
            _ => self.broken(),
        }
    }

    /// A word, what a name stands for, or a call's first argument.
    fn named(&mut self, depth: usize) -> Value {
        let name = self.take_while(|byte| is_name(byte) || byte == b'.');
        match name {
            "true" => return Value::Bool(true),
            "false" => return Value::Bool(false),
            "new" | "void" => {
                let value = self.value(depth + 1);
                return if name == "new" { value } else { Value::Null };
            }
            "function" => return self.broken(),
            _ => {}
        }
        if self.eat('(') {
            let value = match self.items(')', depth + 1) {
                Value::Array(values) => values.into_iter().next().unwrap_or_default(),
                other => other,
            };
            return match value {
                Value::String(json) if name == "JSON.parse" => {
                    // What is nested in texts nests all the same.
                    let mut inner = Reader::new(&json, Vec::new());
                    inner.value(depth + 1)
                }
                other => other,
            };
        }
        let bound = self.bound.iter().find(|(known, _)| *known == name);
        let size = match bound {
            Some((_, Value::String(text))) => text.len(),
            Some((_, Value::Object(_) | Value::Array(_))) | None => return Value::Null,
            Some(_) => 0,
        };
        if size > self.room {
            return self.broken();
        }
        self.room -= size;
        bound.map(|(_, value)| value.clone()).unwrap_or_default()
    }

    /// The rest of an object.
    fn fields(&mut self, depth: usize) -> Value {
        let mut fields = Map::new();
        loop {
            self.skip_separators();
            if self.eat('}') {
                break;
            }
            let key = match self.rest.bytes().next() {
                Some(quote @ (b'"' | b'\'')) => self.string(quote).unwrap_or_default(),
                _ => self.take_while(is_name).to_owned(),
            };
            self.skip_space();
            if self.is_broken || !self.eat(':') {
                self.is_broken = true;
                break;
            }
            let value = self.value(depth);
            // What broke may have ended otherwise; of a list or an object it is known what stands in front.
            if !self.is_broken || value.is_object() || value.is_array() {
                fields.insert(key, value);
            }
            if self.is_broken {
                break;
            }
        }
        Value::Object(fields)
    }

    /// The rest of a list that ends with `end`.
    fn items(&mut self, end: char, depth: usize) -> Value {
        let mut items = Vec::new();
        loop {
            self.skip_separators();
            if self.eat(end) {
                break;
            }
            let item = self.value(depth);
            if !self.is_broken || item.is_object() || item.is_array() {
                items.push(item);
            }
            if self.is_broken {
                break;
            }
        }
        Value::Array(items)
    }

    fn skip_separators(&mut self) {
        self.skip_space();
        while self.eat(',') || self.eat(';') {
            self.skip_space();
        }
    }

    /// A string with its quotes; `None` where it does not end: what is missing might have made another one of it.
    fn string(&mut self, quote: u8) -> Option<String> {
        self.take(1);
        let mut text = String::new();
        loop {
            let is_plain = |byte: u8| byte != quote && byte != b'\\' && byte >= b' ';
            let length = self.rest.bytes().position(|byte| !is_plain(byte));
            let Some(length) = length else {
                self.take(self.rest.len());
                self.is_broken = true;
                return None;
            };
            text.push_str(self.take(length));
            match self.take(1) {
                "\\" => self.escape(&mut text),
                "\n" => text.push('\n'),
                "\t" => text.push('\t'),
                other if other.as_bytes() == [quote] => return Some(text),
                _ => {}
            }
        }
    }

    /// What stands behind a backslash.
    fn escape(&mut self, text: &mut String) {
        let Some(escaped) = self.rest.chars().next() else {
            return;
        };
        self.take(escaped.len_utf8());
        match escaped {
            'n' => text.push('\n'),
            't' => text.push('\t'),
            'r' => text.push('\r'),
            'b' | 'f' | 'v' | '0' | '\n' | '\r' => {}
            'x' => text.extend(self.code(2).and_then(char::from_u32)),
            'u' => {
                let high = self.unit();
                // Two halves make one character; one alone makes none.
                let low = match high {
                    Some(0xd800..0xdc00) if self.rest.starts_with("\\u") => {
                        self.take(2);
                        self.unit()
                    }
                    _ => None,
                };
                let units = [high, low].into_iter().flatten();
                let units: Vec<u16> = units.filter_map(|unit| unit.try_into().ok()).collect();
                match high {
                    Some(code @ 0x1_0000..) => text.extend(char::from_u32(code)),
                    _ => text.extend(char::decode_utf16(units).flatten()),
                }
            }
            other => text.push(other),
        }
    }

    /// `00e9` or `{1f600}`.
    fn unit(&mut self) -> Option<u32> {
        if !self.rest.starts_with('{') {
            return self.code(4);
        }
        let end = self.rest.bytes().take(10).position(|byte| byte == b'}')?;
        let digits = self.take(end + 1).trim_matches(['{', '}']);
        u32::from_str_radix(digits, 16).ok()
    }

    fn code(&mut self, length: usize) -> Option<u32> {
        let digits = self.rest.get(..length)?;
        let code = u32::from_str_radix(digits, 16).ok()?;
        self.take(length);
        Some(code)
    }

    /// Goes on behind the brackets at the front, however deep they nest.
    fn pass_over(&mut self) -> Value {
        let mut open = 0_usize;
        while let Some(byte) = self.rest.bytes().next() {
            match byte {
                b'"' | b'\'' => {
                    self.string(byte);
                    continue;
                }
                b'{' | b'[' => open += 1,
                b'}' | b']' => open -= 1,
                _ => {}
            }
            self.take(self.rest.chars().next().map_or(1, char::len_utf8));
            if open == 0 {
                return Value::Null;
            }
        }
        self.broken()
    }
}

const fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$') || byte >= 0x80
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let literal = read(text);
        assert_eq!(literal.value.to_string(), expected, "{text}");
        assert!(literal.is_whole, "{text}");
    }

    /// What is left of what is broken or cut.
    #[track_caller]
    fn check_broken(text: &str, expected: &str, rest: &str) {
        let literal = read(text);
        assert_eq!((literal.value.to_string().as_str(), literal.rest), (expected, rest));
        assert!(!literal.is_whole, "{text}");
    }

    #[track_caller]
    fn check_all(script: &str, expected: &[&str]) {
        let found: Vec<String> = all(script).iter().map(Value::to_string).collect();
        assert_eq!(found, expected, "{script}");
    }

    #[test]
    fn json_is_a_literal() {
        let json = r#"{"a":[1,-2.5,1e3,true,false,null,"\"\\\/\u00e9\ud83d\ude00"],"b":{}}"#;
        let expected: Value = serde_json::from_str(json).unwrap();
        check(json, &expected.to_string());
    }

    #[test]
    fn what_people_and_tools_write_in_its_place_is_read() {
        check(
            "{a:'it\\'s',$b_1:`x`,'c':undefined,}",
            r#"{"$b_1":"x","a":"it's","c":null}"#,
        );
        check(
            "[!0,!1,void 0,NaN,+1,.5,0x1f,1_000]",
            "[true,false,null,null,1,null,null,null]",
        );
        check(
            "{a:new Date(\"2026-01-02\"),b:Symbol('x'),c:e()}",
            r#"{"a":"2026-01-02","b":"x","c":null}"#,
        );
        check(
            r#"{a:JSON.parse("{\"b\":\"\\u003cp\\u003e\"}")}"#,
            r#"{"a":{"b":"<p>"}}"#,
        );
        check("{\"a\":\"one\ntwo\tthree\u{1}\"}", r#"{"a":"one\ntwo\tthree"}"#);
        check(
            "{\"a\":1, // comment\n \"b\":2 /* and \"this\" */ }",
            r#"{"a":1,"b":2}"#,
        );
        check("{\"a\":[1,2,],}", r#"{"a":[1,2]}"#);
        check("{\"a\":1 \"b\":2;}", r#"{"a":1,"b":2}"#);
        check(r#"{"a":"it\'s \d"}"#, r#"{"a":"it's d"}"#);
        check("\u{feff}{\"a\":1}", r#"{"a":1}"#);
        check(
            r#"["\u{1f600}","\ud83d","\ude00","\x41","\uZZZZ","\u{110000}"]"#,
            r#"["😀","","","A","ZZZZ",""]"#,
        );
        check(
            r#"{"a":"https://b.example/ ,] ; /* <![CDATA[ ]]> \" ,}",}"#,
            r#"{"a":"https://b.example/ ,] ; /* <![CDATA[ ]]> \" ,}"}"#,
        );
        check(
            r#"{"__proto__":{"constructor":1},"a":1,"a":2}"#,
            r#"{"__proto__":{"constructor":1},"a":2}"#,
        );
    }

    #[test]
    fn what_is_cut_keeps_what_is_whole() {
        check_broken(r#"{"a":1,"b":{"c":"x","d":"y"#, r#"{"a":1,"b":{"c":"x"}}"#, "");
        check_broken(r#"[{"a":1},{"b"#, r#"[{"a":1},{}]"#, "");
        check_broken("{a:1,b:function(){}}", r#"{"a":1}"#, "(){}}");
        check_broken("{a:b*2}", r#"{"a":null}"#, "*2}");
        check_broken("{a:1,b(){}}", r#"{"a":1}"#, "(){}}");
        check_broken("/* ", "null", "");
        check_broken("", "null", "");
    }

    #[test]
    fn values_are_found_in_scripts() {
        check_all(" {\"a\":1}", &[r#"{"a":1}"#]);
        check_all(
            "window.a = {a:1};\nif (x == \"y\") window['b']=[2]; c.push({c:3}); d = d || {d:4}",
            &[r#"{"a":1}"#, "[2]", r#"{"c":3}"#, r#"{"d":4}"#],
        );
        check_all(r#"a = JSON.parse("{\"a\":1}"); b = "[2]""#, &[r#"{"a":1}"#, "[2]"]);
        check_all(
            "a={b:function(){window.c={c:1}}}; d={d:1",
            &[r#"{"c":1}"#, r#"{"d":1}"#],
        );
        check_all("const a = (b) => { return b }; let c = 1", &[]);
        check_all(
            r#"window.__NUXT__=(function(a,b,c){return {t:a,n:[{p:b}],d:c,e:f}}("Baker",null,{}));x={y:1}"#,
            &[r#"{"d":null,"e":null,"n":[{"p":null}],"t":"Baker"}"#, r#"{"y":1}"#],
        );
    }

    proptest! {
        #[test]
        fn no_text_stops_the_reader(text in "([\\[\\]{}()'\"`:,;=|!/*+.-]|\\\\u?|new |void |function\\(a\\)|return |JSON.parse\\(|[0-9a-f]|\\PC|\n){0,60}") {
            prop_assert!(text.ends_with(read(&text).rest));
            all(&text);
        }

        #[test]
        fn json_reads_as_it_was_written(texts in vec(any::<String>(), 0..5), number in any::<f64>(), whole in any::<i64>()) {
            let value = json!({ "texts": texts, "number": number, "whole": [whole, { "not": null, "is": true }] });
            let written = value.to_string();
            let expected: Value = serde_json::from_str(&written).unwrap();
            let literal = read(&written);
            prop_assert!(literal.is_whole);
            // A control character that is written out is one that was not meant.
            let is_plain = |text: &String| !text.contains(['\u{8}', '\u{c}']);
            if texts.iter().all(is_plain) {
                prop_assert_eq!(literal.value, expected);
            }
        }
    }

    #[test]
    fn nothing_nests_or_grows_without_end() {
        for part in [
            "[",
            "{a:",
            "{\"a\":[",
            "!",
            "new ",
            "void ",
            "f(",
            "JSON.parse(",
            "/*",
            "-",
            "=[/*",
            "('=[\"",
            "=[\"=['",
        ] {
            let text = part.repeat(200_000);
            assert!(read(&text).value.to_string().len() < 1_000, "{part}");
            assert!(all(&text).len() < 3, "{part}");
        }
        let deep = format!("{}1{}", "[".repeat(150), "]".repeat(150));
        assert!(read(&deep).is_whole);
        let bomb = format!(
            "=function(a){{return [{}]}}(\"{}\")",
            "a,".repeat(50_000),
            "x".repeat(100_000)
        );
        assert!(all(&bomb).iter().map(|value| value.to_string().len()).sum::<usize>() < 2_000_000);
        assert!(!read(&format!("[{}]", "1,".repeat(VALUES_LIMIT))).is_whole);
    }
}
