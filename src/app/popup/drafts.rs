//! What is being typed in the popup: which form is open, and what was left in it.

use super::Popup;
use crate::app::draft::{left, place};
use crate::app::ports::World;
use crate::view::{Entry, MANUAL, POSTING, Page};

impl<W: World> Popup<W> {
    /// Where what is typed now is put by.
    pub fn place(&self) -> String {
        let opened = match &self.screen.page {
            Page::Kept { application, .. } if self.screen.opened => Some(application.id),
            _ => None,
        };
        place(self.address.as_ref(), opened)
    }

    /// Puts back what was typed here and not kept.
    pub(super) fn bring_back(&mut self) {
        let text = self.world.draft(&self.place());
        let Some((form, typed)) = text.and_then(|text| left(&text)) else {
            return;
        };
        let entry = Entry::named(&form);
        match &self.screen.page {
            Page::Posting { .. } if form == POSTING => {}
            Page::Kept { .. } if entry.is_some() => self.screen.entry = entry,
            _ if form == MANUAL => self.write_by_hand(),
            // What it was typed for is not here any more.
            _ => return self.forget_draft(),
        }
        self.screen.typed = typed.0;
        self.screen.restored = true;
    }

    /// Forgets what was typed here.
    pub(super) fn forget_draft(&mut self) {
        self.world.put_by(&self.place(), "");
        self.screen.typed = Vec::new();
        self.screen.restored = false;
    }

    pub(super) fn write_by_hand(&mut self) {
        // The page of an application that is kept is not the page of another one.
        let is_kept = matches!(self.screen.page, Page::Kept { .. });
        let address = self.address.clone().filter(|_| !is_kept);
        self.screen.typed = Vec::new();
        self.screen.page = Page::Manual { address };
    }

    /// Opens the form of an entry, or closes the one that is open.
    pub(super) fn begin(&mut self, entry: Option<Entry>) {
        self.screen.typed = Vec::new();
        self.screen.restored = false;
        self.screen.entry = entry;
    }
}
