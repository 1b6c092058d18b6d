//! BambooHR. Addresses as in public scrapers of 2025 and 2026; the page has structured data, and names that nobody has shown.

use super::{Board, Employers, Stage};

pub(super) const BOARD: Board = Board {
    hosts: &["bamboohr.com"],
    employers: Employers::InHost,
    addresses: &[
        (Stage::Posting, "/careers/{number}"),
        (Stage::Posting, "/jobs/view.php?id={number}"),
        (Stage::List, "/careers/$"),
        (Stage::List, "/careers/list"),
        (Stage::List, "/jobs/$"),
    ],
    canonical: "/careers/{}",
    ..Board::NEW
};
