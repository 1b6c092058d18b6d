//! Xing. Hooks seen in a public scraper that looked at live pages in July 2026; places stand in the document's title.

use super::{Board, Stage};

pub(super) const BOARD: Board = Board {
    hosts: &["xing.com"],
    addresses: &[
        (Stage::List, "/jobs/search"),
        (Stage::Posting, "/jobs/*-{number}"),
        (Stage::List, "/jobs"),
    ],
    is_unique: true,
    fields: &[
        (
            "title",
            "[data-testid=job-details-title] h1, h1[data-testid=job-details-title]",
        ),
        ("company", "[data-testid=job-details-company-info-name]"),
        ("posted", "[data-testid=job-details-published-date] time"),
        ("description", "[data-testid=expandable-content]"),
    ],
    ..Board::NEW
};
