//! JazzHR, once The Resumator. Selectors seen in public scrapers of 2024 to 2026, several with a live page.

use super::{Board, Employers, Stage};

pub(super) const BOARD: Board = Board {
    hosts: &["applytojob.com"],
    employers: Employers::InHost,
    addresses: &[
        (Stage::List, "/apply/jobs/$"),
        (Stage::Posting, "/apply/jobs/details/{code}"),
        (Stage::Posting, "/apply/{code}"),
        (Stage::List, "/apply/$"),
    ],
    fields: &[
        ("title", ".job-header h1, .job-header h2"),
        ("place", ".job-attributes-container [title=Location]"),
        ("employment", "#resumator-job-employment"),
        ("description", "#job-description"),
    ],
    ..Board::NEW
};
