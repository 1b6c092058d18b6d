//! StepStone, and the boards that it bought and moved to its pages. Hooks seen in public scrapers of 2024 to 2026, two of which
//! say when they checked them: March and August 2026. `job-ad-salary` is the board's own estimate and is not read.

use super::{Board, Stage};

pub(super) const BOARD: Board = Board {
    hosts: &["stepstone", "totaljobs", "cwjobs", "irishjobs", "nijobs"],
    addresses: &[
        (Stage::Posting, "/stellenangebote--*--{number}-inline.html"),
        (Stage::Posting, "/jobs--*--{number}-inline.html"),
        (Stage::Posting, "/*--*--{number}-inline.html"),
        (Stage::Posting, "/job/*/*-job{number}"),
        (Stage::List, "/jobs"),
    ],
    fields: &[
        ("title", "[data-at=header-job-title]"),
        (
            "company",
            "[data-at=metadata-company-name], [data-at=header-company-name]",
        ),
        ("place", "[data-at=metadata-location]"),
        (
            "employment",
            "[data-at=metadata-contract-type], [data-at=metadata-work-type]",
        ),
        ("workplace", "[data-at=metadata-work-type]"),
        ("pay", "[data-at=metadata-salary]"),
        ("posted", "[data-at=metadata-online-date]"),
        ("description", "[data-at=job-ad-content]"),
    ],
    ..Board::NEW
};
