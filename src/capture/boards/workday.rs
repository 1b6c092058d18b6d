//! Workday. Selectors seen on a saved page of 2026, each with its label in a `dt` before the `dd`; `remoteType`, and the page after an
//! application, which names no posting, in trackers with public code of 2026.

use super::{Board, Employers, Stage};

pub(super) const BOARD: Board = Board {
    hosts: &["myworkdayjobs.com"],
    employers: Employers::InHost,
    addresses: &[
        (Stage::Submitted, "/**/jobTasks/completed/application"),
        (Stage::Form, "/**/job/**/*_{code}/apply"),
        (Stage::Form, "/**/details/*_{code}/apply"),
        (Stage::Posting, "/**/job/**/*_{code}"),
        (Stage::Posting, "/**/details/*_{code}"),
        (Stage::List, "/*/$"),
        (Stage::List, "/*/*/$"),
    ],
    fields: &[
        ("title", "[data-automation-id=jobPostingHeader]"),
        ("place", "[data-automation-id=locations] dd"),
        ("workplace", "[data-automation-id=remoteType] dd"),
        ("employment", "[data-automation-id=time] dd"),
        ("posted", "[data-automation-id=postedOn] dd"),
        ("reference", "[data-automation-id=requisitionId] dd"),
        ("description", "[data-automation-id=jobPostingDescription]"),
    ],
    ..Board::NEW
};
