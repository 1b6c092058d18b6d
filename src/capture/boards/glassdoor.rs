//! Glassdoor, a list with one posting open beside it, and that posting alone. The heading's id and the hooks of its header were
//! seen in some ten public scrapers and extensions of 2023 to 2026. Pay is left out: most of it is the board's estimate.

use super::{Board, Selectors, Stage};

/// The same beside a list and alone.
const DETAILS: Selectors = &[
    ("panel", "[class*=JobDetails_jobDetailsContainer]"),
    ("title", "h1[id^=jd-job-title]"),
    ("company", "[class*=EmployerProfile_employerNameHeading]"),
    ("place", "[data-test=job-details-header] [data-test=location]"),
    ("description", "[class*=JobDetails_jobDescription]"),
];

pub(super) const BOARD: Board = Board {
    hosts: &["glassdoor"],
    addresses: &[
        (Stage::Posting, "/job-listing?jl={number}"),
        (Stage::Posting, "/job-listing/*?jl={number}"),
        (Stage::Posting, "/partner/jobListing.htm?jobListingId={number}"),
        (Stage::Panel, "/Job?jl={number}"),
        (Stage::Panel, "?jobListingId={number}"),
        (Stage::List, "/Job"),
    ],
    is_unique: true,
    canonical: "/job-listing/?jl={}",
    page: DETAILS,
    panel: DETAILS,
    ..Board::NEW
};
