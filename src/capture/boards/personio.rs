//! Personio. `jb-title` and the words within generated class names were seen on a saved form of 2026, the other names of a posting's
//! parts in two public scrapers of 2026, which take them for those that last.

use super::{Board, Employers, Stage};

pub(super) const BOARD: Board = Board {
    hosts: &["jobs.personio.de", "jobs.personio.com"],
    employers: Employers::InHost,
    addresses: &[
        (Stage::Form, "/job/{number}/apply"),
        (Stage::Posting, "/job/{number}"),
        (Stage::List, "/$"),
    ],
    is_unique: true,
    canonical: "/job/{}",
    fields: &[
        ("title", ".job-position-title, .jb-title"),
        ("place", "[class*=locationText]"),
        ("employment", "[class*=jobMetaText]"),
        ("description", ".jb-description-item"),
    ],
    ..Board::NEW
};
