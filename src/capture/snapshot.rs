//! What the probe brings from a page. Everything in it is foreign: bounded by the probe, checked again here, never trusted.

use std::collections::BTreeMap;

use serde::Deserialize;

/// A page as the probe saw it. Fields that are missing or odd are empty: a snapshot always reads.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct PageSnapshot {
    /// The document's address.
    pub address: String,
    /// What `<link rel="canonical">` names.
    pub canonical: String,
    /// The document's title.
    pub title: String,
    /// The document's language.
    pub language: String,
    /// The texts of the JSON-LD scripts, in document order.
    pub json_ld: Vec<String>,
    /// `JobPosting` items in microdata, flattened.
    pub microdata: Vec<Item>,
    /// `JobPosting` resources in RDFa, flattened.
    pub rdfa: Vec<Item>,
    /// Meta tags: the name or property in lower case, and the content.
    pub meta: Vec<(String, String)>,
    /// Visible headings, in document order.
    pub headings: Vec<Heading>,
    /// Labelled pairs: definition lists, table rows, "Label: value".
    pub pairs: Vec<(String, String)>,
    /// Links and buttons that lead to an application form: text and address.
    pub apply_links: Vec<(String, String)>,
    /// How many links on the page look like links to further postings, and where they lead: text and address.
    pub posting_links: Vec<(String, String)>,
    /// The main visible text.
    pub text: String,
    /// What the board's selectors picked, by their names.
    pub picked: BTreeMap<String, Vec<String>>,
    /// What was cut at its cap: the names of the fields above.
    pub cut: Vec<String>,
}

/// One heading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its visible text.
    pub text: String,
}

/// One item of embedded structured data: paths such as "hiringOrganization.name" and their values, in document order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Item(pub Vec<(String, String)>);
