//! How the employer likes to be reached.

use super::voice::{capitalised, joined};
use super::{Voice, Word, name};
use crate::domain::What;

impl Voice<'_> {
    /// A [`What::Preferred`], as the timeline says it.
    pub(super) fn wish(&self, what: &What) -> String {
        let What::Preferred {
            person,
            channel,
            refused,
            do_not_contact,
        } = what
        else {
            return String::new();
        };
        let contact = do_not_contact.map(|wish| {
            self.text(if wish {
                Word::EventDoNotContact
            } else {
                Word::EventMayContact
            })
        });
        let liked = channel.map(|channel| self.text(name::prefer(channel)));
        let refused = refused.iter().map(|channel| self.text(name::refuse(*channel)));
        let wishes = joined(
            contact.into_iter().chain(liked).chain(refused),
            self.words.text(Word::ListComma),
        );
        let wishes = match (wishes.is_empty(), person) {
            (false, Some(person)) => self.say(Word::EventWishOf, &[("person", person.as_str()), ("wish", &wishes)]),
            (false, None) => wishes,
            (true, Some(person)) => self.say(Word::EventPerson, &[("person", person.as_str())]),
            (true, None) => self.text(Word::EventPreferred),
        };
        capitalised(&wishes)
    }
}
