//! Workable. Selectors seen on a saved page of 2026, and alike in trackers with public code since 2023.

use super::{Board, Employers, Stage};

pub(super) const BOARD: Board = Board {
    hosts: &["workable.com"],
    employers: Employers::InPath,
    addresses: &[
        (Stage::Form, "/*/j/{code}/apply"),
        (Stage::Posting, "/*/j/{code}"),
        (Stage::Posting, "/j/{code}"),
        (Stage::List, "/*/$"),
    ],
    is_unique: true,
    fields: &[
        ("title", "[data-ui=job-title]"),
        ("company", "[data-ui=company-logo] img"),
        ("place", "[data-ui=job-location]"),
        ("workplace", "[data-ui=job-workplace]"),
        ("employment", "[data-ui=job-type]"),
        ("description", "[data-ui=job-description]"),
    ],
    ..Board::NEW
};
