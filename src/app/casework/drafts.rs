//! What is being typed about applications: which form is open, and what was left in it.

use super::Casework;
use crate::app::asked::row;
use crate::app::draft::{answers_place, entry_place, is_place_of, left, letter_place, place};
use crate::app::form::Form;
use crate::app::ports::World;
use crate::domain::{ApplicationId, FollowUpKey};
use crate::view::{Answering, Entry, MANUAL, Open, asks_what_they_said, row_key};

impl<W: World> Casework<W> {
    /// Where what is typed now is put by.
    pub(in crate::app) fn place(&self) -> String {
        match &self.work.open {
            Open::Kept { application, .. } => application.id.to_string(),
            Open::Manual { address } => place(address.as_ref(), MANUAL),
            Open::Nothing => place(None, MANUAL),
        }
    }

    /// Which form was left at a place, and what it said.
    pub(in crate::app) fn left_at(&self, place: &str) -> Option<(String, Form)> {
        left(&self.world.draft(place)?)
    }

    /// Puts back what was typed about the application that is open and not kept. Where none is, it stays put by.
    pub(in crate::app) fn bring_back(&mut self) {
        if self.work.open.is_nothing() {
            return;
        }
        let place = self.place();
        let Some((form, typed)) = self.left_at(&place) else {
            return;
        };
        let entry = Entry::named(&form);
        match (&self.work.open, form.as_str()) {
            (Open::Manual { .. }, MANUAL) => {}
            (Open::Kept { .. }, _) if entry.is_some() => self.work.entry = entry,
            // What it was typed for is not here any more.
            _ => return self.forget_draft(&place),
        }
        self.put_back(typed);
    }

    /// Puts what was typed back into the form that is open.
    pub(in crate::app) fn put_back(&mut self, typed: Form) {
        self.work.typed = typed.0;
        self.work.restored = true;
    }

    /// Forgets what was typed in a row: its message, and the answers that it asks for.
    pub(super) fn forget_row(&mut self, row: &str) {
        self.world.put_by(&letter_place(row), "");
        self.world.put_by(&answers_place(row), "");
    }

    /// Closes what is open in a row. What was typed in it stays put by.
    pub(super) fn close_row(&mut self, row: &str) {
        self.work.letter.take_if(|letter| letter.row == row);
        self.work.answers.retain(|open| open.row != row);
    }

    /// Forgets all that was typed about an application.
    pub(in crate::app) fn forget_all_of(&mut self, application: ApplicationId) {
        let places = self.world.places().into_iter();
        for place in places.filter(|place| is_place_of(place, application)) {
            self.world.put_by(&place, "");
        }
    }

    /// Forgets what was typed at a place, where what is typed now is put by.
    pub(in crate::app) fn forget_draft(&mut self, place: &str) {
        self.world.put_by(place, "");
        self.work.typed = Vec::new();
        self.work.restored = false;
    }

    /// Opens the form of an entry, with what was typed in it and not kept. What was typed in another one is put aside for when that is
    /// opened again.
    pub(in crate::app) fn take_up(&mut self, entry: Entry) {
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

    /// Opens the form of an entry, filled in with what an invitation says, and says what that is. What was typed there before gives way.
    pub(in crate::app) fn take_up_with(&mut self, entry: Entry, says: Vec<(String, String)>, said: String) {
        self.begin(Some(entry));
        let Some(application) = self.work.open.kept() else {
            return;
        };
        let form = self.voice().entry_form(entry, application);
        let choices = form.lists.iter().flat_map(|(_, choices)| choices);
        let fields = choices.flat_map(|choice| &choice.fields).chain(&form.fields);
        let is_said = |name: &str| says.iter().any(|(said, _)| said == name);
        let others = fields.filter(|field| !is_said(field.name));
        let others = others.flat_map(|field| field.values.iter().map(|value| (field.name.to_owned(), value.clone())));
        let typed = others.chain(says.iter().cloned()).collect();
        let place = self.place();
        self.forget_draft(&place);
        self.work.typed = typed;
        self.work.invitation = Some(said);
    }

    /// Opens the form of an entry as it is at first, or closes the one that is open.
    pub(in crate::app) fn begin(&mut self, entry: Option<Entry>) {
        self.work.typed = Vec::new();
        self.work.restored = false;
        self.work.invitation = None;
        self.work.entry = entry;
    }

    /// Opens the forms of the rows that ask what they said in which something was typed and left.
    pub(super) fn bring_back_answers(&mut self) {
        let rows = self.work.agenda.due(self.world.today().0).into_iter();
        let asking = rows.filter(|(_, follow_up)| asks_what_they_said(follow_up));
        let open = asking.map(|(_, follow_up)| self.answering(&follow_up.key, false));
        self.work.answers = open.filter(|open| open.typed.is_some()).collect();
    }

    /// Lets the forms of rows that are gone go, and the others say what was typed in them by now: their rows may stand elsewhere.
    pub(in crate::app) fn refresh_answers(&mut self) {
        let today = self.world.today();
        let mut open = std::mem::take(&mut self.work.answers);
        open.retain(|open| row(&self.work.agenda, &open.row, today).is_some());
        for answering in &mut open {
            answering.is_asked_for = false;
            answering.typed = self.typed_answers(&answering.row);
        }
        self.work.answers = open;
    }

    /// Opens the form of a row that asks what they said, with what was typed in it, or closes it.
    pub(super) fn take_answers(&mut self, follow_up: &FollowUpKey) {
        let answering = self.answering(follow_up, true);
        if self.work.answers.iter().any(|open| open.row == answering.row) {
            self.close_row(&answering.row);
        } else {
            self.work.answers.push(answering);
        }
    }

    fn answering(&self, follow_up: &FollowUpKey, is_asked_for: bool) -> Answering {
        let row = row_key(follow_up);
        let typed = self.typed_answers(&row);
        Answering {
            row,
            restored: typed.is_some(),
            typed,
            is_asked_for,
        }
    }

    fn typed_answers(&self, row: &str) -> Option<Vec<(String, String)>> {
        let (_, typed) = left(&self.world.draft(&answers_place(row))?)?;
        Some(typed.0)
    }
}
