//! Monster. Hooks seen in two public extensions of 2025 and 2026.

use super::{Board, Stage};

pub(super) const BOARD: Board = Board {
    hosts: &["monster"],
    addresses: &[(Stage::Posting, "/job-openings/*--{uuid}"), (Stage::List, "/jobs")],
    is_unique: true,
    fields: &[
        ("title", "[data-testid=jobTitle]"),
        ("company", "[data-testid=company]"),
        ("place", "[data-testid=jobDetailLocation]"),
        ("description", "[data-testid=svx-description-container-inner]"),
    ],
    ..Board::NEW
};
