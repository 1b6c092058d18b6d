//! The search at the top of the popup.

use super::Popup;
use crate::app::ports::World;
use crate::app::search::{SHOWN, search};
use crate::app::store::listings;
use crate::domain::ApplicationId;
use crate::view::Search;

impl<W: World> Popup<W> {
    /// Looks for applications that have these words; for none where there are no words.
    pub(super) async fn search(&mut self, text: &str) {
        if text.trim().is_empty() {
            self.screen.search = None;
            return;
        }
        if self.listings.is_none() {
            match listings(&self.world).await {
                Ok(listings) => self.listings = Some(listings),
                Err(fault) => self.screen.trouble = Some(fault),
            }
        }
        let mut found = search(self.listings.as_deref().unwrap_or_default(), text);
        let all = found.len();
        found.truncate(SHOWN);
        self.screen.search = Some(Search {
            text: text.to_owned(),
            found,
            all,
        });
    }

    /// Shows an application that was found.
    pub(super) async fn open_found(&mut self, key: &str) {
        self.screen.search = None;
        if let Some(id) = ApplicationId::parse(key) {
            self.open_kept(id).await;
        }
    }
}
