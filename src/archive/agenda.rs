//! The agenda's record.

use super::{Kind, Record};
use crate::domain::Agenda;

impl Record for Agenda {
    const KIND: Kind = Kind::Agenda;
}
