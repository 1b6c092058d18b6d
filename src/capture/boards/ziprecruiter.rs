//! ZipRecruiter. Selectors of its older pages, seen in some ten public scrapers and extensions of 2020 to 2026; the sent application
//! as in one of 2026.

use super::{Board, Stage};

pub(super) const BOARD: Board = Board {
    hosts: &["ziprecruiter"],
    addresses: &[
        (Stage::Submitted, "/candidate/application/submitted"),
        (Stage::Posting, "/c/*/Job/**?jid={code}"),
        (Stage::Posting, "/jobs/*/{code}"),
        (Stage::Posting, "/jobs/{number}-*"),
        (Stage::List, "/jobs-search"),
        (Stage::List, "/Jobs"),
    ],
    fields: &[
        ("title", "h1.job_title"),
        ("company", ".hiring_company_text"),
        ("description", ".job_description, .jobDescriptionSection"),
    ],
    submitted: &["your application was submitted"],
    ..Board::NEW
};
