//! Finding an application by its title and company.

use std::cmp::Reverse;

use crate::domain::order::sort_by_key;
use crate::domain::{Listing, Stage};

/// How many are shown; the others are counted.
pub(super) const SHOWN: usize = 20;

/// What has all the words of `text`, the open ones first and the latest of them before the others.
pub(super) fn search(listings: &[Listing], text: &str) -> Vec<Listing> {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    let mut found: Vec<Listing> = listings.iter().filter(|listing| listing.has(&words)).cloned().collect();
    sort_by_key(&mut found, |listing| {
        let has_ended = matches!(listing.stage, Stage::Ended(_));
        (has_ended, Reverse((listing.on, listing.id)))
    });
    found
}
