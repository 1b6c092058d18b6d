//! SmartRecruiters. The title's class was seen in some ten public scrapers of 2019 to 2026; the rest is said in microdata.

use super::{Board, Employers, Stage};

pub(super) const BOARD: Board = Board {
    hosts: &["smartrecruiters.com"],
    employers: Employers::InPath,
    addresses: &[
        (Stage::Posting, "/*/{number}-*"),
        (Stage::Posting, "/*/{number}"),
        (Stage::List, "/*/$"),
    ],
    is_unique: true,
    fields: &[("title", "h1.job-title"), ("description", ".job-sections")],
    ..Board::NEW
};
