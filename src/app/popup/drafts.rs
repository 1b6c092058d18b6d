//! What is being typed in the popup: about the page in front of the user, or by hand beside it.

use super::Popup;
use crate::app::draft::place;
use crate::app::ports::World;
use crate::domain::Fault;
use crate::view::{MANUAL, Open, POSTING, Page};

impl<W: World> Popup<W> {
    /// Where what is typed now is put by. A form that is written by hand beside a page has a place of its own, so that neither loses what
    /// was typed in the other.
    pub fn place(&self) -> String {
        match &self.screen.page {
            _ if !self.case.work.open.is_nothing() => self.case.place(),
            Page::Framed(_) | Page::Nothing | Page::Closed(_) => place(self.address.as_ref(), MANUAL),
            _ => place(self.shown_address(), POSTING),
        }
    }

    /// Puts back what was typed here and not kept.
    pub(super) fn bring_back(&mut self) {
        if !self.case.work.open.is_nothing() {
            return self.case.bring_back();
        }
        let Some((form, typed)) = self.case.left_at(&self.place()) else {
            return;
        };
        match (&self.screen.page, form.as_str()) {
            // It may be for the page that is still being read.
            (Page::Closed(Fault::PageSlow), _) => return,
            (Page::Posting { .. }, POSTING) => {}
            (Page::Posting { .. } | Page::Framed(_) | Page::Nothing | Page::Closed(_), MANUAL) => {
                let address = self.shown_address().cloned();
                self.case.work.open = Open::Manual { address };
            }
            // What it was typed for is not here any more.
            _ => return self.case.forget_draft(&self.place()),
        }
        self.case.put_back(typed);
    }

    /// Opens the form that is filled in by hand, with what was typed in it and not kept.
    pub(super) fn write_by_hand(&mut self) {
        self.case.work.search = None;
        if matches!(self.case.work.open, Open::Manual { .. }) {
            return;
        }
        // Beside a posting, a list or a kept page it is another application, and has another page.
        let is_its_page = self.case.work.open.is_nothing()
            && matches!(self.screen.page, Page::Framed(_) | Page::Nothing | Page::Closed(_));
        let address = self.address.clone().filter(|_| is_its_page);
        self.begin();
        self.case.work.open = Open::Manual { address };
        self.case.bring_back();
    }

    /// Closes the form and the report that are open.
    pub(super) fn begin(&mut self) {
        self.screen.report = None;
        self.case.begin(None);
    }
}
