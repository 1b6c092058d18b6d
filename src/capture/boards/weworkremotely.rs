//! We Work Remotely. `.listing-header-container` and `.company-card` seen on a saved page of 2020; `.lis-container__…` and the
//! boxes in public scrapers of 2025 and 2026, one of them with a page.

use super::{Board, Stage};

pub(super) const BOARD: Board = Board {
    hosts: &["weworkremotely.com"],
    addresses: &[
        (Stage::List, "/remote-jobs/search"),
        (Stage::List, "/remote-jobs/new"),
        (Stage::Posting, "/remote-jobs/{name}"),
        (Stage::Posting, "/listings/{name}"),
        (Stage::List, "/categories"),
        (Stage::List, "/$"),
    ],
    fields: &[
        (
            "title",
            ".listing-header-container h1, .lis-container__header__hero__company-info__title",
        ),
        (
            "company",
            ".company-card h2, .lis-container__job__sidebar__companyDetails__info__title h3",
        ),
        ("place", ".box--region"),
        ("employment", ".listing-tag, .box--jobType"),
        (
            "description",
            ".listing-container, .lis-container__job__content__description",
        ),
    ],
    ..Board::NEW
};
