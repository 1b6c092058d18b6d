//! Gem. No selectors: on a saved form of 2026 all names are generated. The addresses were seen there and in public code of 2026.

use super::{Board, Employers, Stage};

pub(super) const BOARD: Board = Board {
    hosts: &["jobs.gem.com"],
    employers: Employers::InPath,
    addresses: &[(Stage::Posting, "/*/{code}"), (Stage::List, "/*/$")],
    is_unique: true,
    ..Board::NEW
};
