//! The trees in which programs keep what they know, from the forms in which frameworks hand them over.

use serde_json::{Map, Value};

use crate::capture::literal;

/// Deeper than this no posting stands.
const DEPTH_LIMIT: usize = 100;
/// No more than this is taken from one flat list, in values and in bytes: what is named twice is copied twice.
const VALUES_LIMIT: usize = 50_000;
const BYTES_LIMIT: usize = 2_000_000;

/// The trees in the scripts, in order.
pub(super) fn trees(scripts: &[String]) -> Vec<Value> {
    let mut trees = Vec::new();
    let mut stream = String::new();
    for value in scripts.iter().flat_map(|script| literal::all(script)) {
        match part(&value) {
            Some(text) => stream.push_str(text),
            None => trees.push(unfold(value)),
        }
    }
    let rows = stream.lines().filter_map(|row| Some(row.split_once(':')?.1));
    let rows = rows.filter(|row| row.starts_with(['{', '[']));
    trees.extend(rows.map(|row| literal::read(row).value));
    trees
}

/// Next.js streams its tree: `self.__next_f.push([1,"2:[…]\n"])`, rows of a number and a value, cut anywhere.
fn part(value: &Value) -> Option<&str> {
    match value.as_array()?.as_slice() {
        [Value::Number(kind), Value::String(text)] if kind.as_u64() == Some(1) => Some(text),
        _ => None,
    }
}

/// Nuxt and Remix hand over a list in which objects and lists name their values by where they stand in it.
fn unfold(value: Value) -> Value {
    let Value::Array(values) = &value else { return value };
    let is_flat = match values.first() {
        Some(Value::Object(fields)) => !fields.is_empty() && fields.values().all(Value::is_i64),
        Some(Value::Array(tagged)) => matches!(tagged.as_slice(), [Value::String(_), Value::Number(_)]),
        _ => false,
    };
    if !is_flat || values.len() < 3 {
        return value;
    }
    let mut list = Flat {
        values,
        left: VALUES_LIMIT,
        room: BYTES_LIMIT,
    };
    list.at(&Value::from(0), 0)
}

struct Flat<'a> {
    values: &'a [Value],
    left: usize,
    room: usize,
}

impl Flat<'_> {
    /// The value of that number; null for numbers below zero, which stand for `undefined` and the like.
    fn at(&mut self, number: &Value, depth: usize) -> Value {
        let position = number.as_u64().and_then(|position| usize::try_from(position).ok());
        let value = position.and_then(|position| self.values.get(position));
        if depth > DEPTH_LIMIT || self.left == 0 {
            return Value::Null;
        }
        self.left -= 1;
        match value {
            Some(Value::Object(fields)) => {
                let mut object = Map::new();
                for (name, number) in fields {
                    let value = self.at(number, depth + 1);
                    object.insert(self.name(name), value);
                }
                Value::Object(object)
            }
            Some(Value::Array(items)) => match items.as_slice() {
                [Value::String(kind), day @ Value::String(_)] if kind == "Date" => day.clone(),
                [Value::String(_), inner @ Value::Number(_)] => self.at(inner, depth + 1),
                items => items.iter().map(|item| self.at(item, depth + 1)).collect(),
            },
            Some(Value::String(text)) if text.len() <= self.room => {
                self.room -= text.len();
                Value::String(text.clone())
            }
            Some(Value::String(_)) | None => Value::Null,
            Some(scalar) => scalar.clone(),
        }
    }

    /// Remix numbers names, too: "_7".
    fn name(&self, name: &str) -> String {
        let position = name
            .strip_prefix('_')
            .and_then(|position| position.parse::<usize>().ok());
        let known = position.and_then(|position| self.values.get(position)?.as_str());
        known.unwrap_or(name).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(scripts: &[&str], expected: &[&str]) {
        let scripts: Vec<String> = scripts.iter().map(|script| (*script).to_owned()).collect();
        let found: Vec<String> = trees(&scripts).iter().map(Value::to_string).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn what_is_handed_over_flat_becomes_a_tree() {
        check(
            &[
                r#"[["Reactive",1],{"job":2,"none":-1},{"title":3,"on":4,"tags":5},"Baker",["Date","2026-01-02"],[3,3]]"#,
            ],
            &[r#"{"job":{"on":"2026-01-02","tags":["Baker","Baker"],"title":"Baker"},"none":null}"#],
        );
        check(
            &[r#"c.enqueue("[{\"_1\":2},\"job\",{\"_3\":4},\"title\",\"Baker\"]\n")"#],
            &[r#"{"job":{"title":"Baker"}}"#],
        );
        check(&[r#"[{"a":1},{"a":2}]"#], &[r#"[{"a":1},{"a":2}]"#]);
    }

    #[test]
    fn a_stream_is_joined_before_its_rows_are_read() {
        check(
            &[
                r#"self.__next_f.push([1,"1:I[7]\n2:{\"ti"])"#,
                r#"(self.__next_f=self.__next_f||[]).push([0])"#,
                r#"self.__next_f.push([1,"tle\":\"Baker\"}\n3:[\"$\"]"])"#,
            ],
            &["[]", "[0]", r#"{"title":"Baker"}"#, r#"["$"]"#],
        );
    }

    #[test]
    fn circles_and_what_grows_have_an_end() {
        check(
            &[r#"[{"a":0},1,2]"#],
            &[&format!("{}null{}", "{\"a\":".repeat(101), "}".repeat(101))],
        );
        let mut levels: Vec<String> = (1..60).map(|next| format!("[{next},{next}]")).collect();
        levels.insert(0, r#"{"a":1}"#.to_owned());
        let grown = trees(&[format!("[{}]", levels.join(","))]);
        assert!(grown.iter().all(|tree| tree.to_string().len() < 1_000_000));
    }
}
