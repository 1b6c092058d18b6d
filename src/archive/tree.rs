//! What a JSON text says, as a tree. serde_json has one of its own, which copies every text and sorts every object's fields: half of what it
//! takes to read an agenda.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// A value. Its texts are those of the JSON text itself, where nothing is escaped in them.
#[derive(Debug)]
pub enum Tree<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number, not negative.
    Number(u64),
    /// Another number: none of ours.
    Odd,
    /// A text.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Self>),
    /// An object.
    Object(Fields<'a>),
}

/// An object's fields, in the order in which they are written.
#[derive(Debug)]
pub struct Fields<'a>(Vec<(Cow<'a, str>, Tree<'a>)>);

impl<'a> Tree<'a> {
    /// The tree of a text; `None` if it is no JSON, or nested deeper than 127 levels.
    pub(super) fn of(text: &'a str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    pub(super) fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn as_list(&self) -> Option<&[Self]> {
        match self {
            Self::List(list) => Some(list),
            _ => None,
        }
    }

    pub(super) const fn as_object(&self) -> Option<&Fields<'a>> {
        match self {
            Self::Object(fields) => Some(fields),
            _ => None,
        }
    }

    /// The name of a variant, and what is in it: a variant is its name, or an object whose one field has its name.
    pub(super) fn variant(&self) -> Option<(&str, &Self)> {
        match self {
            Self::Text(name) => Some((name, &Self::Null)),
            Self::Object(Fields(fields)) => match fields.as_slice() {
                [(name, content)] => Some((name, content)),
                _ => None,
            },
            _ => None,
        }
    }
}

impl<'a> Fields<'a> {
    /// A field; of two with one name the later counts.
    pub(super) fn get(&self, name: &str) -> Option<&Tree<'a>> {
        let field = self.0.iter().rfind(|(known, _)| known == name);
        field.map(|(_, value)| value)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &Tree<'a>)> {
        self.0.iter().map(|(name, value)| (name.as_ref(), value))
    }
}

impl<'de> Deserialize<'de> for Tree<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Tree<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Tree<'de>, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Tree<'de>, E> {
        Ok(Tree::Bool(value))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Tree<'de>, E> {
        Ok(Tree::Number(number))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Tree<'de>, E> {
        Ok(Tree::Odd)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Tree<'de>, E> {
        Ok(Tree::Odd)
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Tree<'de>, E> {
        Ok(Tree::Text(text.into()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree<'de>, E> {
        Ok(Tree::Text(text.to_owned().into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Tree<'de>, A::Error> {
        let mut list = Vec::new();
        while let Some(part) = parts.next_element()? {
            list.push(part);
        }
        Ok(Tree::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut parts: A) -> Result<Tree<'de>, A::Error> {
        let mut fields = Vec::new();
        while let Some((name, value)) = parts.next_entry()? {
            // JSON has no other names.
            if let Tree::Text(name) = name {
                fields.push((name, value));
            }
        }
        Ok(Tree::Object(Fields(fields)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::Value;

    /// The same as serde_json's own tree, of which no more is told than of ours.
    fn is_same(ours: &Tree<'_>, theirs: &Value) -> bool {
        match (ours, theirs) {
            (Tree::Null, Value::Null) => true,
            (Tree::Bool(ours), Value::Bool(theirs)) => ours == theirs,
            (Tree::Number(ours), Value::Number(theirs)) => Some(*ours) == theirs.as_u64(),
            (Tree::Odd, Value::Number(theirs)) => theirs.as_u64().is_none(),
            (Tree::Text(ours), Value::String(theirs)) => ours == theirs,
            (Tree::List(ours), Value::Array(theirs)) => {
                ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(ours, theirs)| is_same(ours, theirs))
            }
            (Tree::Object(ours), Value::Object(theirs)) => {
                let mut ours_have = ours.iter().map(|(name, _)| name);
                ours_have.all(|name| theirs.contains_key(name))
                    && theirs
                        .iter()
                        .all(|(name, theirs)| ours.get(name).is_some_and(|ours| is_same(ours, theirs)))
            }
            _ => false,
        }
    }

    #[track_caller]
    fn check(text: &str) {
        let (ours, theirs): (_, Option<Value>) = (Tree::of(text), serde_json::from_str(text).ok());
        let same = match (&ours, &theirs) {
            (Some(ours), Some(theirs)) => is_same(ours, theirs),
            (None, None) => true,
            _ => false,
        };
        assert!(same, "{text}: {ours:?}, {theirs:?}");
    }

    #[test]
    fn it_is_what_serde_json_takes_for_it() {
        for text in [
            "",
            "null",
            "[true, false]",
            "[0, 18446744073709551615, 18446744073709551616, -1, -0, 1.0, 1e3, 1e999]",
            r#""""#,
            r#"["\u00e9\"\\\n", "\ud83d\ude00", "\ud83d", "é"]"#,
            r#"{"a": 1, "b": {"a": []}, "a": 2, "\u0061": 3}"#,
            r#"{"a": 1,}"#,
            r#"{1: 1}"#,
            "[1] 2",
        ] {
            check(text);
        }
        check(&format!("{}{}", "[".repeat(127), "]".repeat(127)));
        check(&format!("{}{}", "[".repeat(128), "]".repeat(128)));
        check(&"[".repeat(200_000));
    }

    #[test]
    fn texts_are_not_copied() {
        for (text, copied) in [(r#""plain""#, false), (r#""es\ncaped""#, true)] {
            let Some(Tree::Text(found)) = Tree::of(text) else {
                panic!("{text} is a text")
            };
            assert_eq!(matches!(found, Cow::Owned(_)), copied, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_what_serde_json_takes_for_it(text in r#"[\[\]{}:,"0-9eE.+\- a-z\\u]{0,30}"#) {
            check(&text);
        }
    }
}
