//! Breezy. Selectors seen on a saved page of 2026, which is posting and form in one and has a hidden heading that says
//! "Application Submitted"; those under `.position` in a public extension of 2026.

use super::{Board, Employers, Stage};

pub(super) const BOARD: Board = Board {
    hosts: &["breezy.hr"],
    employers: Employers::InHost,
    addresses: &[
        (Stage::Form, "/p/{code}-*/apply"),
        (Stage::Posting, "/p/{code}-*"),
        (Stage::Posting, "/p/{code}"),
        (Stage::List, "/$"),
    ],
    fields: &[
        ("title", ".banner h1, .position h1"),
        ("place", "li.location"),
        ("employment", "li.type"),
        ("pay", "li.salary-range"),
        ("description", ".description"),
    ],
    submitted: &[
        "application submitted",
        "your application has been submitted successfully",
    ],
    ..Board::NEW
};
