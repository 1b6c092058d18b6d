//! Wellfound, once AngelList. A posting carries structured data and a title of the form "X at Y • Z"; it has no names of its own but
//! the link to the company, seen in public extensions of 2026. On a list, the open posting is named by `job_listing_slug`.

use super::{Board, Stage};

pub(super) const BOARD: Board = Board {
    hosts: &["wellfound.com", "angel.co"],
    addresses: &[
        (Stage::Posting, "/jobs/{number}"),
        (Stage::Posting, "/jobs/{number}-*"),
        (Stage::Posting, "/company/*/jobs/{number}-*"),
        (Stage::Panel, "?job_listing_slug={number}-*"),
        (Stage::Panel, "?job_listing_id={number}"),
        (Stage::List, "/jobs"),
        (Stage::List, "/role"),
        (Stage::List, "/company/*/jobs/$"),
    ],
    is_unique: true,
    canonical: "https://wellfound.com/jobs/{}",
    fields: &[("company", "a[href^='/company/']")],
    ..Board::NEW
};
