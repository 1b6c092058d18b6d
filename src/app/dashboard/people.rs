//! Everybody who is known: who is looked for, who is open, and what is put right of them.

use super::Dashboard;
use crate::app::asked::Action;
use crate::app::command::Target;
use crate::app::ports::World;
use crate::domain::{Application, Contact, Correction, Refusal, What};
use crate::ledger::Command;
use crate::view::person_of;

impl<W: World> Dashboard<W> {
    /// Looks for people who have these words.
    pub(super) fn look_for_people(&mut self, text: &str) {
        text.clone_into(&mut self.screen.people.text);
    }

    /// Opens the person of a row, or closes who is open.
    pub(super) async fn open_person(&mut self, row: &str) {
        let was_open = self.screen.people.person(&self.ledger.known);
        let person = person_of(row).filter(|(id, name)| !was_open.is_some_and(|person| person.is(*id, name)));
        self.screen.people.open = person;
        self.look_at_person().await;
    }

    /// Stays with the person who is open under the name that was put right.
    pub(super) fn stay_with_person(&mut self, corrected: &Application) {
        let contact = corrected.facts.contact.as_ref();
        let person = contact.map(|contact| (corrected.id, contact.name.clone()));
        self.screen.people.open = person.filter(|_| self.screen.people.open.is_some());
    }

    /// Reads the applications of the person who is open as they stand now.
    pub(super) async fn look_at_person(&mut self) {
        let person = self.screen.people.person(&self.ledger.known);
        let encounters = person.into_iter().flat_map(|person| person.encounters);
        let ids: Vec<_> = encounters.map(|encounter| encounter.application).collect();
        let mut files = Vec::with_capacity(ids.len());
        for id in ids {
            files.extend(self.case.load(id).await);
        }
        self.screen.people.files = files;
    }

    /// What is put right of the person who is open, where they are the one to write to.
    ///
    /// # Errors
    /// [`Refusal::NoSuchFollowUp`] where nobody is open of whom anything can be put right.
    pub(super) fn correction(&self, action: &Action) -> Result<(Target, Command), Refusal> {
        let person = self.screen.people.person(&self.ledger.known);
        let person = person.ok_or(Refusal::NoSuchFollowUp)?;
        let place = person.correctable().ok_or(Refusal::NoSuchFollowUp)?;
        let name = action.form.line("name").filter(|_| !place.is_named);
        let contact = Contact {
            name: name.unwrap_or_else(|| place.contact.name.clone()),
            role: action.form.line("role"),
            email: action.form.line("email"),
            phone: action.form.line("phone"),
            link: person.contact.link.clone(),
        };
        let what = What::Corrected(Correction::Contact(Some(contact)));
        let on = self.case.voice().today.0;
        Ok((Target::Kept(place.application), Command::Log(vec![(on, what)])))
    }
}
