//! InfoJobs. Addresses seen on a saved list of 2026; the parts of a posting's page have no names that would last.

use super::{Board, Stage};

pub(super) const BOARD: Board = Board {
    hosts: &["infojobs.net", "infojobs.it"],
    addresses: &[
        (Stage::Posting, "/*/*/of-i{code}"),
        (Stage::Posting, "/*/of-i{code}"),
        (Stage::List, "/ofertas-trabajo"),
        (Stage::List, "/jobsearch"),
    ],
    ..Board::NEW
};
