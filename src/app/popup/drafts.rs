//! What is being typed in the popup: which form is open, and what was left in it.

use super::Popup;
use crate::app::draft::{answers_place, entry_place, is_place_of, left, letter_place, place};
use crate::app::ports::World;
use crate::domain::{ApplicationId, Fault, RuleId};
use crate::view::{Entry, MANUAL, POSTING, Page, row_key};

impl<W: World> Popup<W> {
    /// Where what is typed now is put by. A form that is written by hand beside a page has a place of its own, so that neither loses what
    /// was typed in the other.
    pub fn place(&self) -> String {
        match &self.screen.page {
            Page::Kept { application, .. } => application.id.to_string(),
            Page::Manual { address } => place(address.as_ref(), MANUAL),
            Page::Framed(_) | Page::Nothing | Page::Closed(_) => place(self.address.as_ref(), MANUAL),
            _ => place(self.shown_address(), POSTING),
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
                let address = self.shown_address().cloned();
                self.screen.page = Page::Manual { address };
            }
            // What it was typed for is not here any more.
            _ => return self.forget_draft(),
        }
        self.screen.typed = typed.0;
        self.screen.restored = true;
    }

    /// Forgets what was typed in a row: its message, and the answers that it asks for.
    pub(super) fn forget_row(&mut self, row: &str) {
        self.world.put_by(&letter_place(row), "");
        self.world.put_by(&answers_place(row), "");
        self.screen.answers.retain(|(of, _)| of != row);
    }

    /// Forgets all that was typed about an application.
    pub(super) fn forget_all_of(&mut self, application: ApplicationId) {
        let places = self.world.places().into_iter();
        for place in places.filter(|place| is_place_of(place, application)) {
            self.world.put_by(&place, "");
        }
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

    /// Opens the form of an entry, with what was typed in it and not kept. What was typed in another one is put aside for when that is
    /// opened again.
    pub(super) fn take_up(&mut self, entry: Entry) {
        self.begin(Some(entry));
        let place = self.place();
        let open = self.world.draft(&place);
        let open = open.and_then(|text| Some((left(&text)?.0, text)));
        if let Some((other, text)) = open.filter(|(other, _)| other != entry.key()) {
            self.world.put_by(&entry_place(&place, &other), &text);
            self.world.put_by(&place, "");
        }
        let aside = entry_place(&place, entry.key());
        if let Some(text) = self.world.draft(&aside) {
            self.world.put_by(&aside, "");
            self.world.put_by(&place, &text);
        }
        self.bring_back();
    }

    /// Opens the form of an entry as it is at first, or closes the one that is open.
    pub(super) fn begin(&mut self, entry: Option<Entry>) {
        self.screen.typed = Vec::new();
        self.screen.restored = false;
        self.screen.report = None;
        self.screen.entry = entry;
    }

    /// What was typed in rows that ask what they said, before the window was closed.
    pub(super) fn bring_back_answers(&mut self) {
        let rows = self.screen.agenda.due(self.world.today().0).into_iter();
        let asking = rows.filter(|(_, follow_up)| follow_up.rule() == RuleId::R0b);
        let rows = asking.map(|(_, follow_up)| row_key(&follow_up.key));
        let answers = rows.filter_map(|row| {
            let (_, typed) = left(&self.world.draft(&answers_place(&row))?)?;
            Some((row, typed.0))
        });
        self.screen.answers = answers.collect();
    }
}
