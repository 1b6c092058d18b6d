//! Everybody who is known: who is looked for, who is open, and what is put right of them.

use super::Dashboard;
use crate::app::asked::Action;
use crate::app::casework::Asked;
use crate::app::command::Target;
use crate::app::duplicates::parts;
use crate::app::form::Form;
use crate::app::ports::World;
use crate::domain::{Application, ApplicationId, Contact, Correction, Line, PersonKey, Refusal, What, is_email};
use crate::ledger::Command;
use crate::view::{Word, person_of};

impl<W: World> Dashboard<W> {
    /// Looks for people who have these words.
    pub(super) fn look_for_people(&mut self, text: &str) {
        text.clone_into(&mut self.screen.people.text);
        self.screen.people.more = 0;
    }

    /// Opens the person of a row, or closes who is open.
    pub(super) async fn open_person(&mut self, row: &str) {
        let was_open = self.screen.people.person(&self.ledger.known);
        let person = person_of(row).filter(|(id, name)| !was_open.is_some_and(|person| person.is(*id, name)));
        self.screen.people.open = person;
        self.look_at_person().await;
    }

    /// Stays with the person who is open under the name that was put right.
    fn stay_with_person(&mut self, corrected: &Application) {
        let contact = corrected.facts.contact.as_ref();
        let person = contact.map(|contact| (corrected.id, contact.name.clone()));
        self.screen.people.open = person.filter(|_| self.screen.people.open.is_some());
    }

    /// Reads the applications of the person who is open as they stand now.
    pub(super) async fn look_at_person(&mut self) {
        let person = self.screen.people.person(&self.ledger.known);
        let person = person.filter(|_| self.ledger.is_whole());
        let encounters = person.into_iter().flat_map(|person| person.encounters);
        let ids: Vec<_> = encounters.map(|encounter| encounter.application).collect();
        let mut files = Vec::with_capacity(ids.len());
        for id in ids {
            files.extend(self.case.load(id).await);
        }
        self.screen.people.files = files;
    }

    /// Puts right what is known of the person who is open, on each application on which they are the one to write to, and says whether that is
    /// done with.
    pub(super) async fn put_person_right(&mut self, action: &Action) -> bool {
        let asked = match self.corrections(&action.form) {
            Ok(asked) => asked,
            Err(refusal) => {
                self.case.complain_beside(action, "error", refusal);
                return false;
            }
        };
        if asked.is_empty() {
            return true;
        }
        let said = [Word::PersonPutRightOne, Word::PersonPutRightOther];
        let done = self.case.carry_out_all(action, asked, said).await;
        if let Some(corrected) = done.first() {
            self.stay_with_person(corrected);
        }
        self.learn_all(&done).await;
        !done.is_empty()
    }

    /// Deletes the person who is open from all applications on which they came up, and says whether that was done.
    pub(super) async fn forget_person(&mut self, action: &Action) -> bool {
        let person = self.screen.people.person(&self.ledger.known);
        let encounters = person.into_iter().flat_map(|person| person.encounters);
        let names = encounters.map(|encounter| (encounter.application, encounter.contact.name.clone()));
        let mut names: Vec<(ApplicationId, Line)> = names.collect();
        // What is part of one of these tells of them as well.
        for file in &self.screen.people.files {
            let name = names.iter().find(|(application, _)| *application == file.id);
            let name = name.map(|(_, name)| name.clone());
            match parts(&self.case.world, file).await {
                Ok(parts) => names.extend(parts.into_iter().filter_map(|part| Some((part.id, name.clone()?)))),
                // Who is deleted is deleted everywhere, or it is said.
                Err(fault) => {
                    self.case.say_problem(fault.into());
                    return false;
                }
            }
        }
        let on = self.case.voice().today.0;
        let asked = names.iter().map(|(application, name)| {
            let person = PersonKey::of(name);
            Ok((
                Target::Kept(*application),
                Command::Log(vec![(on, What::Forgot { person })]),
            ))
        });
        let said = [Word::PersonForgottenOne, Word::PersonForgottenOther];
        let done = self.case.carry_out_for_good(action, asked.collect(), said).await;
        // What was typed there may be for them.
        done.iter()
            .for_each(|application| self.case.forget_all_of(application.id));
        self.learn_all(&done).await;
        !done.is_empty()
    }

    /// What the form says otherwise than what is known of them, on each application on which that is otherwise there, too.
    ///
    /// # Errors
    /// [`Refusal::Unreadable`] where it leaves them no name, and [`Refusal::NoSuchFollowUp`] where nobody is open of whom anything can be put
    /// right.
    fn corrections(&self, form: &Form) -> Result<Vec<Asked>, Refusal> {
        let person = self.screen.people.person(&self.ledger.known);
        let person = person.filter(|person| person.correctable().next().is_some());
        let person = person.ok_or(Refusal::NoSuchFollowUp)?;
        let known = &person.contact;
        let said = |name| form.has(name).then(|| form.line(name));
        let name = match said("name") {
            Some(None) => return Err(Refusal::Unreadable { field: "name" }),
            Some(name) if !person.is_named() => name.filter(|name| *name != known.name),
            _ => None,
        };
        let other = |field, known: &Option<Line>| said(field).filter(|said| said != known);
        let (role, email, phone) = (
            other("role", &known.role),
            other("email", &known.email),
            other("phone", &known.phone),
        );
        let is_wrong = |email: &Line| !is_email(email.as_str());
        if email.iter().flatten().any(is_wrong) {
            return Err(Refusal::Unreadable { field: "email" });
        }
        let on = self.case.voice().today.0;
        let corrections = person.correctable().filter_map(|place| {
            let before = &place.contact;
            let contact = Contact {
                name: name.clone().unwrap_or_else(|| before.name.clone()),
                role: role.clone().unwrap_or_else(|| before.role.clone()),
                email: email.clone().unwrap_or_else(|| before.email.clone()),
                phone: phone.clone().unwrap_or_else(|| before.phone.clone()),
                link: before.link.clone(),
            };
            let is_other = contact != *before;
            let what = What::Corrected(Correction::Contact(Some(contact)));
            is_other.then(|| Ok((Target::Kept(place.application), Command::Log(vec![(on, what)]))))
        });
        Ok(corrections.collect())
    }
}
