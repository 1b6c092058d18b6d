//! Seek, and Jobstreet and Jobsdb, which are built alike. Selectors seen on a saved page of 2026; the panel beside a list in trackers
//! with public code, last in 2026.

use super::{Board, Stage};

pub(super) const BOARD: Board = Board {
    hosts: &["seek", "jobstreet", "jobsdb"],
    addresses: &[
        (Stage::Form, "/job/{number}/apply"),
        (Stage::Posting, "/job/{number}"),
        (Stage::Posting, "/*/job/{number}"),
        (Stage::Panel, "?jobId={number}"),
        (Stage::List, "/jobs"),
        (Stage::List, "/*-jobs"),
    ],
    canonical: "/job/{}",
    fields: &[
        ("title", "[data-automation=job-detail-title]"),
        ("company", "[data-automation=advertiser-name]"),
        ("place", "[data-automation=job-detail-location]"),
        ("employment", "[data-automation=job-detail-work-type]"),
        ("pay", "[data-automation=job-detail-salary]"),
        ("posted", "[data-automation=job-detail-date]"),
        ("description", "[data-automation=jobAdDetails]"),
        ("panel", "[data-automation=splitViewJobDetailsWrapper]"),
    ],
    ..Board::NEW
};
