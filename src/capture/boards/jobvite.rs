//! Jobvite. Selectors seen in some ten public scrapers of 2016 to 2026; the line with the place has the department in it, too.

use super::{Board, Employers, Stage};

pub(super) const BOARD: Board = Board {
    hosts: &["jobvite.com"],
    employers: Employers::InPath,
    addresses: &[
        (Stage::Form, "/**/job/{name}/apply"),
        (Stage::Posting, "/**/job/{name}"),
        (Stage::List, "/*/jobs/$"),
        (Stage::List, "/*/search"),
    ],
    fields: &[("title", ".jv-header"), ("description", ".jv-job-detail-description")],
    ..Board::NEW
};
