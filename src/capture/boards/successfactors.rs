//! SuccessFactors, on the hosts of SAP; most employers show it on theirs, where its microdata tell the same. Hooks seen in public
//! scrapers of some twenty employers, 2024 to 2026.

use super::{Board, Stage};

pub(super) const BOARD: Board = Board {
    hosts: &[
        "successfactors.com",
        "successfactors.eu",
        "sapsf.com",
        "sapsf.eu",
        "jobs2web.com",
        "jobs.hr.cloud.sap",
    ],
    addresses: &[
        (Stage::Posting, "/career?career_job_req_id={number}"),
        (Stage::Posting, "/careers?career_job_req_id={number}"),
        (Stage::List, "/career?career_ns=job_listing_summary"),
        (Stage::Form, "/**/talentcommunity/apply/{number}"),
        (Stage::Posting, "/**/job/*/{number}"),
        (Stage::List, "/**/search/$"),
    ],
    elsewhere: &["/**/talentcommunity/apply/{number}"],
    fields: &[
        ("title", "[data-careersite-propertyid=title], #job-title"),
        ("place", ".jobGeoLocation, [data-careersite-propertyid=location]"),
        ("posted", "[data-careersite-propertyid=date]"),
        ("description", ".jobdescription"),
    ],
    ..Board::NEW
};
