//! What was typed and is not kept yet.

use super::form::record;
use super::{Kind, Record};

/// A form as it was left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// Which form, as the screen names its card.
    pub form: String,
    /// What it said.
    pub fields: Vec<DraftField>,
}

/// A field of a form that was left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftField {
    /// Its name.
    pub name: String,
    /// What it said.
    pub value: String,
}

record!(Draft { form, fields });

record!(DraftField { name, value });

impl Record for Draft {
    const KIND: Kind = Kind::Draft;
}
