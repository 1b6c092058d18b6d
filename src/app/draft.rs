//! What was typed and is not kept yet: where it is put by, and how it comes back.

use super::asked::Action;
use super::form::Form;
use crate::archive::{Draft, DraftField, LinkHash, open, seal};
use crate::domain::SafeLink;
use crate::view::{MANUAL, POSTING};

/// Where what is typed on a page is put by; a page without an address has one place for each form.
pub(super) fn place(address: Option<&SafeLink>, form: &str) -> String {
    address.map_or_else(|| form.to_owned(), |address| LinkHash::of(address).to_string())
}

/// The text of a form that may be sent by `action`; `None` for one that nobody types in.
pub fn draft(action: &Action) -> Option<String> {
    let form = match action.name.as_str() {
        "keep" => action.choice.clone(),
        "applied" if action.card == POSTING || action.card == MANUAL => action.card.clone(),
        _ => return None,
    };
    let fields = action.form.0.iter().map(|(name, value)| DraftField {
        name: name.clone(),
        value: value.clone(),
    });
    let fields = fields.collect();
    Some(seal(&Draft { form, fields }))
}

/// Which form was left, and what it said; `None` for a text that cannot be read.
pub(super) fn left(text: &str) -> Option<(String, Form)> {
    let Draft { form, fields } = open(text).ok()?;
    let fields = fields.into_iter().map(|field| (field.name, field.value));
    Some((form, Form(fields.collect())))
}
