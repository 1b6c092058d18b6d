//! Upwork: the client is not named. Selectors seen in public scrapers and extensions of 2024 to 2026, some with live pages. Under
//! `clock-timelog` stands what an hour is worth, under `fixed-price` the whole; other pay on the page is of other jobs.

use super::{Board, Selectors, Stage};

/// The same in a page of its own and in the drawer over a search.
const CARD: Selectors = &[
    ("panel", ".job-details-card, .job-details-content"),
    (
        "title",
        ".job-details-card h4 .flex-1, .job-details-content h4 .flex-1, .job-details-content h1",
    ),
    (
        "pay",
        ".job-details-content li:has([data-cy=clock-timelog], [data-cy=fixed-price])",
    ),
    ("posted", ".posted-on-line span"),
    ("description", "[data-test=Description]"),
];

pub(super) const BOARD: Board = Board {
    hosts: &["upwork.com"],
    addresses: &[
        (Stage::Submitted, "/**/proposals/submitted"),
        (Stage::Submitted, "/nx/proposals/*?success=*"),
        (Stage::Form, "/**/proposals/job/~{number}"),
        (Stage::Panel, "/nx/**/details/~{number}"),
        (Stage::Posting, "/jobs/~{number}"),
        (Stage::Posting, "/jobs/*_~{number}"),
        (Stage::Posting, "/freelance-jobs/apply/*_~{number}"),
        (Stage::List, "/nx/search/jobs"),
        (Stage::List, "/nx/find-work"),
        (Stage::List, "/freelance-jobs"),
    ],
    is_unique: true,
    canonical: "https://www.upwork.com/jobs/~{}",
    page: CARD,
    panel: CARD,
    submitted: &["your proposal was submitted", "your proposal has been submitted"],
    ..Board::NEW
};
