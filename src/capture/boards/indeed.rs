//! Indeed. Selectors seen on a saved page of 2026 (`inlineHeader-…`); those of the panel beside a list in trackers with public code,
//! last in 2026.

use super::{Board, Stage};

pub(super) const BOARD: Board = Board {
    hosts: &["indeed"],
    addresses: &[
        (Stage::Submitted, "/beta/indeedapply/form/post-apply"),
        (Stage::Form, "/beta/indeedapply"),
        (Stage::Posting, "?jk={code}"),
        (Stage::Panel, "?vjk={code}"),
        (Stage::List, "/jobs"),
        (Stage::List, "/q-*"),
    ],
    is_unique: true,
    canonical: "/viewjob?jk={}",
    fields: &[
        (
            "title",
            "[data-testid=jobsearch-JobInfoHeader-title], .jobsearch-JobInfoHeader-title",
        ),
        ("company", "[data-testid=inlineHeader-companyName]"),
        (
            "place",
            "[data-testid=inlineHeader-companyLocation], [data-testid=job-location]",
        ),
        ("workplace", "[data-testid=inlineHeader-companyLocation]"),
        ("employment", "#salaryInfoAndJobType"),
        ("pay", "#salaryInfoAndJobType"),
        ("description", "#jobDescriptionText"),
        ("panel", ".jobsearch-RightPane, #jobsearch-ViewjobPaneWrapper"),
    ],
    after_title: "- job post",
    submitted: &["your application has been submitted"],
    ..Board::NEW
};
