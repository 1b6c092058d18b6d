//! Upwork: the client is not named. Selectors seen in public scrapers and extensions of 2024 to 2026, some with live pages. Under
//! `clock-timelog` stands what an hour is worth, under `fixed-price` the whole; other pay on the page is of other jobs.

use super::{Board, Employers, Stage};

pub(super) const BOARD: Board = Board {
    hosts: &["upwork.com"],
    employers: Employers::Nameless,
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
    fields: &[
        ("panel", ".job-details-card"),
        ("title", ".job-details-card h4 .flex-1, .job-details-card h1"),
        (
            "pay",
            ".job-details-card li:has([data-cy=clock-timelog], [data-cy=fixed-price])",
        ),
        ("posted", ".job-details-card .posted-on-line span"),
        ("description", ".job-details-card [data-test=Description]"),
    ],
    submitted: &["your proposal was submitted", "your proposal has been submitted"],
    ..Board::NEW
};
