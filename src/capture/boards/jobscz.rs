//! jobs.cz. The hooks and `JobDescriptionHeading` were seen on four saved pages of 2024 and in public scrapers up to October 2026. On
//! the pages that an employer designs, they are missing.

use super::{Board, Stage};

pub(super) const BOARD: Board = Board {
    hosts: &["jobs.cz"],
    addresses: &[
        (Stage::Posting, "/rpd/{number}"),
        (Stage::Posting, "/pd/{number}"),
        (Stage::Posting, "/fp/*/{number}"),
        (Stage::Form, "/jof/{number}"),
        (Stage::List, "/prace"),
        (Stage::List, "/brigady"),
    ],
    is_unique: true,
    fields: &[
        ("title", ".JobDescriptionHeading h1"),
        ("company", ".JobDescriptionHeading + .IconWithText p"),
        ("place", "[data-test=jd-info-location], a[data-track-event='JD.Map']"),
        ("pay", "[data-test=jd-salary] p"),
        ("description", "[data-jobad=body]"),
    ],
    ..Board::NEW
};
