//! What the probe brings from a page. Everything in it is foreign: bounded by the probe, checked again here, never trusted.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

use crate::domain::order::map;

/// A page as the probe saw it. Fields that are missing or odd are empty: a snapshot always reads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageSnapshot {
    /// The day on which it was read, where its reader is, as in 2026-11-28.
    pub day: String,
    /// The document's address.
    pub address: String,
    /// The document's media type.
    pub kind: String,
    /// What `<link rel="canonical">` names.
    pub canonical: String,
    /// The document's title.
    pub title: String,
    /// The document's language.
    pub language: String,
    /// The texts of the JSON-LD scripts, in document order.
    pub json_ld: Vec<String>,
    /// The texts of inline scripts that may carry what the page's own program was handed, in document order.
    pub state: Vec<String>,
    /// `JobPosting` items in microdata, flattened.
    pub microdata: Vec<Item>,
    /// `JobPosting` resources in RDFa, flattened.
    pub rdfa: Vec<Item>,
    /// Meta tags: the name or property in lower case, and the content.
    pub meta: Vec<(String, String)>,
    /// Visible headings, in document order.
    pub headings: Vec<Heading>,
    /// Labels and values of definition lists and table rows.
    pub pairs: Vec<(String, String)>,
    /// Elements that their author named after what the core looks for: the names, and the text.
    pub named: Vec<(String, String)>,
    /// Visible links: text and address.
    pub links: Vec<(String, String)>,
    /// Texts of visible buttons.
    pub buttons: Vec<String>,
    /// Descriptions of images that are logos.
    pub logos: Vec<String>,
    /// `<time>` elements: the text before them, and the machine-readable day.
    pub times: Vec<(String, String)>,
    /// The addresses of visible frames.
    pub frames: Vec<String>,
    /// What the page asks to fill in.
    pub form: Form,
    /// The visible text, a line per block.
    pub text: String,
    /// What the user has selected.
    pub selection: String,
    /// What the board's selectors picked, by their names.
    pub picked: BTreeMap<String, Vec<String>>,
    /// The documents in its frames, as far as they were read.
    pub inner: Vec<Self>,
    /// Which of the long texts were cut at their caps: `jsonLd`, `state`, `text`.
    pub cut: Vec<String>,
}

/// One heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its visible text.
    pub text: String,
}

/// The fields that a page asks to fill in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// How many visible fields of text there are.
    pub fields: u16,
    /// Whether a file can be handed in.
    pub file: bool,
}

/// One item of embedded structured data: paths such as "hiringOrganization.name" and their values, in document order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item(pub Vec<(String, String)>);

// Read as a tree first, then field by field: whatever stands in the wrong place is passed over, and one visitor of the tree weighs a
// tenth of what a derived one does for each type.
impl<'de> Deserialize<'de> for PageSnapshot {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Value::deserialize(deserializer).map(|tree| Self::read(Fields::of(tree)))
    }
}

impl PageSnapshot {
    /// Whether it is a document of text, and not a PDF or a picture in the browser's own viewer.
    pub fn is_text(&self) -> bool {
        let kind = self.kind.as_str();
        kind.is_empty() || kind.starts_with("text/") || kind.ends_with("xml")
    }

    fn read(mut fields: Fields) -> Self {
        let items = |list: Vec<Value>| list.into_iter().map(|item| Item(pairs(item))).collect();
        let picked = Fields::of(fields.take("picked")).0.into_iter();
        Self {
            day: text(fields.take("day")),
            address: text(fields.take("address")),
            kind: text(fields.take("kind")),
            canonical: text(fields.take("canonical")),
            title: text(fields.take("title")),
            language: text(fields.take("language")),
            json_ld: texts(fields.take("jsonLd")),
            state: texts(fields.take("state")),
            microdata: items(list(fields.take("microdata"))),
            rdfa: items(list(fields.take("rdfa"))),
            meta: pairs(fields.take("meta")),
            headings: list(fields.take("headings")).into_iter().map(heading).collect(),
            pairs: pairs(fields.take("pairs")),
            named: pairs(fields.take("named")),
            links: pairs(fields.take("links")),
            buttons: texts(fields.take("buttons")),
            logos: texts(fields.take("logos")),
            times: pairs(fields.take("times")),
            frames: texts(fields.take("frames")),
            form: form(fields.take("form")),
            text: text(fields.take("text")),
            selection: text(fields.take("selection")),
            picked: map(picked.map(|(name, found)| (name, texts(found)))),
            inner: list(fields.take("inner"))
                .into_iter()
                .map(Fields::of)
                .map(Self::read)
                .collect(),
            cut: texts(fields.take("cut")),
        }
    }
}

/// The fields of an object; none where something else stood.
struct Fields(Map<String, Value>);

impl Fields {
    fn of(tree: Value) -> Self {
        match tree {
            Value::Object(fields) => Self(fields),
            _ => Self(Map::new()),
        }
    }

    fn take(&mut self, name: &str) -> Value {
        self.0.get_mut(name).map(Value::take).unwrap_or_default()
    }
}

fn text(tree: Value) -> String {
    match tree {
        Value::String(text) => text,
        _ => String::new(),
    }
}

fn list(tree: Value) -> Vec<Value> {
    match tree {
        Value::Array(list) => list,
        _ => Vec::new(),
    }
}

fn texts(tree: Value) -> Vec<String> {
    list(tree).into_iter().map(text).collect()
}

/// Pairs of texts; an odd one is a pair of empty ones.
fn pairs(tree: Value) -> Vec<(String, String)> {
    let pair = |pair| {
        let mut parts = list(pair).into_iter();
        match (parts.next(), parts.next()) {
            (Some(Value::String(one)), Some(Value::String(other))) => (one, other),
            _ => Default::default(),
        }
    };
    list(tree).into_iter().map(pair).collect()
}

fn number<T: TryFrom<u64> + Default>(tree: &Value) -> T {
    tree.as_u64()
        .and_then(|number| number.try_into().ok())
        .unwrap_or_default()
}

fn heading(tree: Value) -> Heading {
    let mut fields = Fields::of(tree);
    Heading {
        level: number(&fields.take("level")),
        text: text(fields.take("text")),
    }
}

fn form(tree: Value) -> Form {
    let mut fields = Fields::of(tree);
    Form {
        fields: number(&fields.take("fields")),
        file: fields.take("file").as_bool().unwrap_or_default(),
    }
}

impl PageSnapshot {
    /// The content of the first meta tag of that name that is not empty.
    pub(super) fn meta(&self, name: &str) -> Option<&str> {
        self.meta
            .iter()
            .find(|(key, content)| key == name && !content.trim().is_empty())
            .map(|(_, content)| content.as_str())
    }

    /// What the board's selector of that name picked first.
    pub(super) fn picked(&self, name: &str) -> Option<&str> {
        let texts = self.picked.get(name)?;
        texts.iter().map(|text| text.trim()).find(|text| !text.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn read(json: &str) -> PageSnapshot {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn a_snapshot_of_the_probe_reads() {
        let snapshot = read(
            r#"{"address":"https://a.example/","jsonLd":["{}"],"microdata":[[["title","Baker"]]],"meta":[["og:title","Baker"]],
                "headings":[{"level":1,"text":"Baker"}],"form":{"fields":3,"file":true},"picked":{"title":["Baker"]}}"#,
        );
        assert_eq!(snapshot.json_ld, ["{}"]);
        assert_eq!(snapshot.microdata, [Item(vec![("title".into(), "Baker".into())])]);
        assert_eq!(snapshot.meta("og:title"), Some("Baker"));
        assert_eq!(
            snapshot.headings,
            [Heading {
                level: 1,
                text: "Baker".into()
            }]
        );
        assert_eq!(snapshot.form, Form { fields: 3, file: true });
        assert_eq!(snapshot.picked("title"), Some("Baker"));
    }

    #[test]
    fn odd_fields_are_empty_and_the_others_read() {
        let snapshot = read(
            r#"{"address":7,"title":null,"jsonLd":"{}","meta":[["only one"],["og:title","Baker",3],["a","b"],4,{}],
                "headings":[{"level":"high","text":"Baker"},"x"],"form":[],"picked":{"__proto__":{},"title":["a",1]},
                "cut":{"a":[1,{"b":2}]},"text":"kept","unknown":[[[]]]}"#,
        );
        assert_eq!((snapshot.address.as_str(), snapshot.title.as_str()), ("", ""));
        assert_eq!(snapshot.meta.get(2), Some(&("a".into(), "b".into())));
        assert_eq!(
            snapshot.headings.first(),
            Some(&Heading {
                level: 0,
                text: "Baker".into()
            })
        );
        assert_eq!(snapshot.picked("title"), Some("a"));
        assert_eq!(snapshot.text, "kept");
        assert_eq!(read("{}"), PageSnapshot::default());
    }
}
