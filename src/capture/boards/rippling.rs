//! Rippling. No selectors: nobody's public code has any that are not generated. The addresses were seen in public code of 2026.

use super::{Board, Employers, Stage};

pub(super) const BOARD: Board = Board {
    hosts: &["ats.rippling.com"],
    employers: Employers::InPath,
    addresses: &[
        (Stage::Form, "/*/jobs/{uuid}/apply"),
        (Stage::Posting, "/*/jobs/{uuid}"),
        (Stage::Posting, "/*/*/jobs/{uuid}"),
        (Stage::List, "/*/jobs/$"),
    ],
    is_unique: true,
    ..Board::NEW
};
