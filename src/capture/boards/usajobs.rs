//! USAJobs. Selectors seen in some ten public scrapers of 2019 to 2026. Who hires is the agency; the department is above it.

use super::{Board, Stage};

pub(super) const BOARD: Board = Board {
    hosts: &["usajobs.gov"],
    addresses: &[
        (Stage::Posting, "/job/{number}"),
        (Stage::Posting, "/GetJob/ViewDetails/{number}"),
        (Stage::List, "/Search"),
    ],
    is_unique: true,
    canonical: "https://www.usajobs.gov/job/{}",
    fields: &[
        ("title", ".usajobs-joa-banner__title, #job-title"),
        ("company", ".usajobs-joa-banner__agency"),
        ("place", ".usajobs-joa-locations__city"),
    ],
    ..Board::NEW
};
