//! What the probe brings from a page. Everything in it is foreign: bounded by the probe, checked again here, never trusted.

mod loose;

use std::collections::BTreeMap;

use serde::Deserialize;

use loose::{Loose, loose, loose_list};

/// A page as the probe saw it. Fields that are missing or odd are empty: a snapshot always reads.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct PageSnapshot {
    /// The document's address.
    #[serde(deserialize_with = "loose")]
    pub address: String,
    /// What `<link rel="canonical">` names.
    #[serde(deserialize_with = "loose")]
    pub canonical: String,
    /// The document's title.
    #[serde(deserialize_with = "loose")]
    pub title: String,
    /// The document's language.
    #[serde(deserialize_with = "loose")]
    pub language: String,
    /// The texts of the JSON-LD scripts, in document order.
    #[serde(deserialize_with = "loose_list")]
    pub json_ld: Vec<String>,
    /// `JobPosting` items in microdata, flattened.
    #[serde(deserialize_with = "loose_list")]
    pub microdata: Vec<Item>,
    /// `JobPosting` resources in RDFa, flattened.
    #[serde(deserialize_with = "loose_list")]
    pub rdfa: Vec<Item>,
    /// Meta tags: the name or property in lower case, and the content.
    #[serde(deserialize_with = "loose_list")]
    pub meta: Vec<(String, String)>,
    /// Visible headings, in document order.
    #[serde(deserialize_with = "loose_list")]
    pub headings: Vec<Heading>,
    /// Labels and values of definition lists and table rows.
    #[serde(deserialize_with = "loose_list")]
    pub pairs: Vec<(String, String)>,
    /// Elements that their author named after what the core looks for: the names, and the text.
    #[serde(deserialize_with = "loose_list")]
    pub named: Vec<(String, String)>,
    /// Visible links: text and address.
    #[serde(deserialize_with = "loose_list")]
    pub links: Vec<(String, String)>,
    /// Texts of visible buttons.
    #[serde(deserialize_with = "loose_list")]
    pub buttons: Vec<String>,
    /// Descriptions of images that are logos.
    #[serde(deserialize_with = "loose_list")]
    pub logos: Vec<String>,
    /// `<time>` elements: the text before them, and the machine-readable day.
    #[serde(deserialize_with = "loose_list")]
    pub times: Vec<(String, String)>,
    /// What the page asks to fill in.
    #[serde(deserialize_with = "loose")]
    pub form: Form,
    /// The visible text, a line per block.
    #[serde(deserialize_with = "loose")]
    pub text: String,
    /// What the board's selectors picked, by their names.
    #[serde(deserialize_with = "picked")]
    pub picked: BTreeMap<String, Vec<String>>,
    /// What was cut at its cap: the names of the fields above.
    #[serde(deserialize_with = "loose_list")]
    pub cut: Vec<String>,
}

/// One heading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Heading {
    /// 1 to 6.
    #[serde(deserialize_with = "loose")]
    pub level: u8,
    /// Its visible text.
    #[serde(deserialize_with = "loose")]
    pub text: String,
}

/// The fields that a page asks to fill in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Form {
    /// How many visible fields of text there are.
    #[serde(deserialize_with = "loose")]
    pub fields: u16,
    /// Whether a file can be handed in.
    #[serde(deserialize_with = "loose")]
    pub file: bool,
}

/// One item of embedded structured data: paths such as "hiringOrganization.name" and their values, in document order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Item(#[serde(deserialize_with = "loose_list")] pub Vec<(String, String)>);

fn picked<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<String, Vec<String>>, D::Error> {
    let fields: BTreeMap<String, Loose<Vec<Loose<String>>>> = loose(deserializer)?;
    let texts = |Loose(texts): Loose<Vec<Loose<String>>>| texts.into_iter().map(|Loose(text)| text).collect();
    Ok(fields.into_iter().map(|(name, list)| (name, texts(list))).collect())
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
