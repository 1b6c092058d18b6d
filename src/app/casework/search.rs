//! The search at the top of a page.

use super::Casework;
use crate::app::ports::World;
use crate::app::search::{SHOWN, search};
use crate::app::store::listings;
use crate::view::Search;

impl<W: World> Casework<W> {
    /// Looks for applications that have these words; for none where there are no words.
    pub(super) async fn search(&mut self, text: &str) {
        if text.trim().is_empty() {
            self.work.search = None;
            return;
        }
        if self.listings.is_none() {
            match listings(&self.world).await {
                Ok(listings) => self.listings = Some(listings),
                Err(fault) => self.work.trouble = Some(fault),
            }
        }
        let mut found = search(self.listings.as_deref().unwrap_or_default(), text);
        let all = found.len();
        found.truncate(SHOWN);
        self.work.search = Some(Search {
            text: text.to_owned(),
            found,
            all,
        });
    }
}
