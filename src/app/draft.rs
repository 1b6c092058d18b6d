//! What was typed and is not kept yet: where it is put by, and how it comes back.
//!
//! A message has a place of its own, by its row: it can be written beside any page. So have the answers that a row asks for. Of the entries
//! of an application the one that is open has the application's place, and each of the others one below it.

use super::asked::Action;
use super::form::Form;
use crate::archive::{Draft, DraftField, LinkHash, open, seal};
use crate::domain::{ApplicationId, SafeLink};
use crate::view::{ANSWERS, LETTER, Letter, MANNERS, MANUAL, POSTING};

/// Where what is typed on a page is put by; a page without an address has one place for each form.
pub(super) fn place(address: Option<&SafeLink>, form: &str) -> String {
    address.map_or_else(|| form.to_owned(), |address| LinkHash::of(address).to_string())
}

/// The text of a form that may be sent by `action`; `None` for one that nobody types in.
pub fn draft(action: &Action) -> Option<String> {
    let form = match action.name.as_str() {
        "keep" | "answers" => action.choice.clone(),
        "applied" if action.card == POSTING || action.card == MANUAL => action.card.clone(),
        _ => return None,
    };
    Some(text(form, &action.form))
}

/// Where what is typed in such a form is put by, where that is not the place of the page.
pub fn own_place(action: &Action) -> Option<String> {
    (action.name == "answers").then(|| answers_place(&action.card))
}

fn text(form: String, said: &Form) -> String {
    let fields = said.0.iter().map(|(name, value)| DraftField {
        name: name.clone(),
        value: value.clone(),
    });
    let fields = fields.collect();
    seal(&Draft { form, fields })
}

/// Which form was left, and what it said; `None` for a text that cannot be read.
pub(super) fn left(text: &str) -> Option<(String, Form)> {
    let Draft { form, fields } = open(text).ok()?;
    let fields = fields.into_iter().map(|field| (field.name, field.value));
    Some((form, Form(fields.collect())))
}

/// Where the message of a row is put by.
pub(super) fn letter_place(row: &str) -> String {
    [LETTER, "/", row].concat()
}

/// Where the answers that a row asks for are put by.
pub(super) fn answers_place(row: &str) -> String {
    [ANSWERS, "/", row].concat()
}

/// Where an entry is put by that is not the open one at its application's place.
pub(super) fn entry_place(place: &str, entry: &str) -> String {
    [place, "/", entry].concat()
}

/// Whether a place is that of a form of an application, of one of its rows or of a message about it.
pub(super) fn is_place_of(place: &str, application: ApplicationId) -> bool {
    let id = application.to_string();
    place.split(['/', ' ']).any(|part| part == id)
}

/// The text of a message, as far as it was typed: what nobody touched is filled anew, since it may speak of "today".
pub(super) fn letter_draft(letter: &Letter) -> String {
    let mut said = Form::default();
    let mut say = |name: String, value: &str| said.0.push((name, value.to_owned()));
    for (manner, name) in MANNERS {
        if manner == letter.manner {
            say("manner".to_owned(), name);
        }
        if letter.typed.contains(&manner) {
            let message = letter.message(manner);
            say(subject_of(name), &message.subject);
            say(body_of(name), &message.body);
        }
    }
    text(LETTER.to_owned(), &said)
}

/// Puts what was typed back into a message.
pub(super) fn put_back(text: &str, letter: &mut Letter) {
    let Some((_, form)) = left(text) else { return };
    for (manner, name) in MANNERS {
        if form.has(&body_of(name)) {
            let subject = form.text(&subject_of(name)).to_owned();
            letter.retype(manner, subject, form.text(&body_of(name)).to_owned());
        }
    }
    letter.manner = form.one("manner", &MANNERS).unwrap_or(letter.manner);
    letter.restored = true;
}

fn subject_of(manner: &str) -> String {
    [manner, " subject"].concat()
}

fn body_of(manner: &str) -> String {
    [manner, " body"].concat()
}
