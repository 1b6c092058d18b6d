//! Dice. The header's card was seen in some ten public scrapers and extensions, two of which looked at live pages in April and May
//! 2026; the older hooks in ones of 2022 to 2025, the addresses of the form in one of 2026.

use super::{Board, Stage};

pub(super) const BOARD: Board = Board {
    hosts: &["dice.com"],
    addresses: &[
        (Stage::Posting, "/job-detail/{uuid}"),
        (Stage::Submitted, "/job-applications/{uuid}/wizard/success"),
        (Stage::Form, "/job-applications/{uuid}/wizard"),
        (Stage::List, "/jobs"),
    ],
    is_unique: true,
    canonical: "https://www.dice.com/job-detail/{}",
    fields: &[
        ("title", "[data-testid=job-detail-header-card] h1, [data-cy=jobTitle]"),
        (
            "company",
            "[data-testid=job-detail-header-card] a[data-wa-click=djv-job-company-profile-click], \
             [data-cy=companyNameLink], [data-cy=companyNameNoLink]",
        ),
        ("place", "li[data-cy=location]"),
        (
            "workplace",
            "[data-testid=job-detail-header-card] [data-testid=locationTypeBadge]",
        ),
        ("description", "[data-testid=jobDescriptionHtml], #jobDescription"),
    ],
    ..Board::NEW
};
