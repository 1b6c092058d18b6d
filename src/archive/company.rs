//! A company's applications, so that one command costs its application and its company alone.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Kind, Record};
use crate::domain::ApplicationId;

/// The applications at one company.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompanyRecord {
    /// One for each; erased ones are left out.
    pub applications: Vec<Standing>,
}

/// What its company's other applications need to know of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// Which.
    pub id: ApplicationId,
    /// Whether it has not ended.
    pub open: bool,
    /// The day of its last check-in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked_in: Option<NaiveDate>,
}

impl Record for CompanyRecord {
    const KIND: Kind = Kind::Company;
}
