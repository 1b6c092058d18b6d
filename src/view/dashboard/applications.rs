//! All applications.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::domain::ApplicationId;
use crate::domain::order::sort_by_key;
use crate::view::{Card, Known, Voice};

impl Voice<'_> {
    /// The screen.
    pub fn applications_screen(&self, known: &BTreeMap<ApplicationId, Known>) -> Card {
        let mut listings: Vec<_> = known.values().map(|known| &known.listing).collect();
        sort_by_key(&mut listings, |listing| Reverse((listing.on, listing.id)));
        let rows = listings.into_iter().map(|listing| self.found(listing));
        Card::new("applications-screen", "#applications").list("applications", rows.collect())
    }
}
