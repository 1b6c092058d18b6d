//! Lever. Selectors seen on a posting and on its form, 2025.

use super::{Board, Employers, Stage};

pub(super) const BOARD: Board = Board {
    hosts: &["lever.co"],
    employers: Employers::InPath,
    addresses: &[
        (Stage::Submitted, "/*/{uuid}/thanks"),
        (Stage::Form, "/*/{uuid}/apply"),
        (Stage::Posting, "/*/{uuid}"),
        (Stage::List, "/*/$"),
    ],
    is_unique: true,
    fields: &[
        ("title", ".posting-header h2, .posting-headline h2"),
        ("place", ".posting-categories .location"),
        ("employment", ".posting-categories .commitment"),
        ("workplace", ".posting-categories .workplaceTypes"),
        ("company", ".main-header-logo img"),
        ("pay", "[data-qa=salary-range]"),
        ("description", "[data-qa=job-description]"),
    ],
    submitted: &["application submitted"],
    company_first: true,
    ..Board::NEW
};
