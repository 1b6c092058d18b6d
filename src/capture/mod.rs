//! What a page says: from a snapshot to a posting.

mod snapshot;

use crate::domain::{Line, Posting, SafeLink, Warning};
pub use snapshot::{Heading, Item, PageSnapshot};

/// What a page turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// One posting, or the application form of one.
    Posting(Box<Posting>),
    /// Several postings: the user is to open one.
    Several(Vec<Candidate>),
    /// No posting.
    Nothing,
}

/// One of several postings on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Its title.
    pub title: Line,
    /// Where it is.
    pub address: Option<SafeLink>,
}

/// Reads a page. Never fails: what could not be read is missing, and a warning says what was odd.
pub fn read(_snapshot: &PageSnapshot) -> (Found, Vec<Warning>) {
    (Found::Nothing, Vec::new())
}

/// The selectors of the board at `address`, by the names under which the snapshot carries what they [`PageSnapshot::picked`]; none for an unknown board.
pub fn selectors(_address: &SafeLink) -> &'static [(&'static str, &'static str)] {
    &[]
}

/// Reads pay.
pub fn parse_pay(_text: &str) -> Option<crate::domain::Pay> {
    None
}

/// Canonical.
pub fn canonical_address(address: &SafeLink) -> SafeLink {
    address.clone()
}
