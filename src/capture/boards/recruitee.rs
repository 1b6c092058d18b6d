//! Recruitee, on its own hosts and on employers'. Addresses as in public scrapers of 2025 and 2026; the page has structured data.

use super::{Board, Employers, Stage};

pub(super) const BOARD: Board = Board {
    hosts: &["recruitee.com"],
    employers: Employers::InHost,
    addresses: &[
        (Stage::Form, "/**/o/{name}/c/new"),
        (Stage::Posting, "/**/o/{name}"),
        (Stage::List, "/$"),
    ],
    ..Board::NEW
};
