//! Glassdoor, a list with one posting open beside it, and that posting alone. The heading's id and the hooks of its header were
//! seen in some ten public scrapers and extensions of 2023 to 2026. Pay is left out: most of it is the board's estimate.

use super::{Board, Stage};

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
    fields: &[
        ("panel", "[class*=JobDetails_jobDetailsContainer]"),
        ("title", "h1[id^=jd-job-title]"),
        ("company", "[class*=EmployerProfile_employerNameHeading]"),
        ("place", "[data-test=job-details-header] [data-test=location]"),
        ("description", "[class*=JobDetails_jobDescription]"),
    ],
    ..Board::NEW
};
