//! What is being typed in the popup: which form is open, and what was left in it.

use super::Popup;
use crate::app::draft::{left, place};
use crate::app::ports::World;
use crate::domain::Fault;
use crate::view::{Entry, MANUAL, POSTING, Page};

impl<W: World> Popup<W> {
    /// Where what is typed now is put by. A form that is written by hand beside a page has a place of its own, so that neither loses what
    /// was typed in the other.
    pub fn place(&self) -> String {
        match &self.screen.page {
            Page::Kept { application, .. } if self.screen.opened => application.id.to_string(),
            Page::Manual { address } => place(address.as_ref(), MANUAL),
            Page::Framed(_) | Page::Nothing | Page::Closed(_) => place(self.address.as_ref(), MANUAL),
            _ => place(self.address.as_ref(), POSTING),
        }
    }

    /// Puts back what was typed here and not kept.
    pub(super) fn bring_back(&mut self) {
        let text = self.world.draft(&self.place());
        let Some((form, typed)) = text.and_then(|text| left(&text)) else {
            return;
        };
        let entry = Entry::named(&form);
        match (&self.screen.page, form.as_str()) {
            // It may be for the page that is still being read.
            (Page::Closed(Fault::PageSlow), _) => return,
            (Page::Posting { .. }, POSTING) | (Page::Manual { .. }, MANUAL) => {}
            (Page::Kept { .. }, _) if entry.is_some() => self.screen.entry = entry,
            (Page::Posting { .. } | Page::Framed(_) | Page::Nothing | Page::Closed(_), MANUAL) => {
                let address = self.address.clone();
                self.screen.page = Page::Manual { address };
            }
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

    /// Opens the form that is filled in by hand, with what was typed in it and not kept.
    pub(super) fn write_by_hand(&mut self) {
        self.screen.search = None;
        if matches!(self.screen.page, Page::Manual { .. }) {
            return;
        }
        // Beside a posting, a list or a kept page it is another application, and has another page.
        let is_its_page = matches!(self.screen.page, Page::Framed(_) | Page::Nothing | Page::Closed(_));
        let address = self.address.clone().filter(|_| is_its_page);
        self.begin(None);
        self.screen.page = Page::Manual { address };
        self.bring_back();
    }

    /// Opens the form of an entry, or closes the one that is open.
    pub(super) fn begin(&mut self, entry: Option<Entry>) {
        self.screen.typed = Vec::new();
        self.screen.restored = false;
        self.screen.entry = entry;
    }
}
