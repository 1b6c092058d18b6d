//! A company's applications, so that one command costs its application and its company alone.

use super::form::record;
use super::{Kind, Record};
use crate::domain::ApplicationId;

/// The applications at one company.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompanyRecord {
    /// One for each; erased ones are left out.
    pub applications: Vec<Standing>,
}

/// What its company's other applications need to know of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Which.
    pub id: ApplicationId,
    /// Whether it has not ended.
    pub open: bool,
}

record!(CompanyRecord { applications });

record!(Standing { id, open });

impl Record for CompanyRecord {
    const KIND: Kind = Kind::Company;
}
