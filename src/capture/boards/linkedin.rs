//! LinkedIn. What guests see: saved pages of 2020 to 2026 (`top-card…`, `topcard…`), beside a list `two-pane…`. What one sees when
//! signed in: trackers with public code, last in 2026 (`job-details-jobs-unified-top-card…`), and before 2024 `jobs-unified-top-card…`.
//! The newest view has generated names alone: there the title of the document says what and who.

use super::{Board, Stage};

pub(super) const BOARD: Board = Board {
    hosts: &["linkedin.com"],
    addresses: &[
        (Stage::Form, "/jobs/view/{number}/apply"),
        (Stage::Posting, "/jobs/view/{number}"),
        (Stage::Posting, "/jobs/view/*-{number}"),
        (Stage::Posting, "/comm/jobs/view/{number}"),
        (Stage::Posting, "/jobs-guest/jobs/api/jobPosting/{number}"),
        (Stage::Panel, "/jobs?currentJobId={number}"),
        (Stage::List, "/jobs"),
    ],
    is_unique: true,
    canonical: "https://www.linkedin.com/jobs/view/{}",
    fields: &[
        (
            "title",
            ".top-card-layout__title, .topcard__title, .job-details-jobs-unified-top-card__job-title, .jobs-unified-top-card__job-title",
        ),
        (
            "company",
            ".topcard__org-name-link, .topcard__flavor:first-child, \
             .job-details-jobs-unified-top-card__company-name, .jobs-unified-top-card__company-name",
        ),
        (
            "place",
            ".topcard__flavor.topcard__flavor--bullet, .jobs-unified-top-card__bullet, \
             .job-details-jobs-unified-top-card__tertiary-description-container [dir=ltr] > .tvm__text:first-child",
        ),
        (
            "workplace",
            ".job-details-fit-level-preferences, .jobs-unified-top-card__workplace-type",
        ),
        ("employment", ".job-details-fit-level-preferences"),
        ("pay", ".job-details-fit-level-preferences, .compensation__salary"),
        (
            "posted",
            ".posted-time-ago__text, \
             .job-details-jobs-unified-top-card__tertiary-description-container [dir=ltr] > .tvm__text:nth-child(3)",
        ),
        (
            "description",
            ".show-more-less-html__markup, #job-details, .jobs-description__content",
        ),
        (
            "panel",
            ".two-pane-serp-page__detail-view, .scaffold-layout__detail, .jobs-search__job-details--container",
        ),
    ],
    submitted: &["your application was sent to"],
    ..Board::NEW
};
