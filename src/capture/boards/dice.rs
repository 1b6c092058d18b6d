//! Dice. Hooks seen in some ten public scrapers and extensions of 2022 to 2026, the addresses of the form in one of 2026.

use super::{Board, Stage};

pub(super) const BOARD: Board = Board {
    hosts: &["dice.com"],
    addresses: &[
        (Stage::Posting, "/job-detail/{uuid}"),
        (Stage::Submitted, "/job-applications/{uuid}/wizard/success"),
        (Stage::Form, "/job-applications/{uuid}/wizard"),
        (Stage::List, "/jobs"),
    ],
    is_unique: true,
    canonical: "https://www.dice.com/job-detail/{}",
    fields: &[
        ("title", "[data-cy=jobTitle]"),
        ("company", "[data-cy=companyNameLink], [data-cy=companyNameNoLink]"),
        ("place", "li[data-cy=location]"),
        ("description", "#jobDescription"),
    ],
    ..Board::NEW
};
