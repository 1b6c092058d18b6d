//! Finding an application by its title, company and places.

use std::cmp::Reverse;

use crate::domain::order::sort_by_key;
use crate::domain::{Listing, Query, Stage};

/// How many are shown; the others are counted.
pub(super) const SHOWN: usize = 20;

/// What has all the words of `text`, the open ones first and the latest of them before the others.
pub(super) fn search(listings: &[Listing], text: &str) -> Vec<Listing> {
    let query = Query::new(text);
    let has_them = |listing: &&Listing| query.is_in(&listing.plain());
    let mut found: Vec<Listing> = listings.iter().filter(has_them).cloned().collect();
    sort_by_key(&mut found, |listing| {
        let has_ended = matches!(listing.stage, Stage::Ended(_));
        (has_ended, Reverse((listing.on, listing.id)))
    });
    found
}
