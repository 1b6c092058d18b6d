//! iCIMS. A posting often stands in a frame of the employer's page, at the same address with `in_iframe=1`. The header's cells
//! were seen on a saved page of 2010, the heading and the boxes beside it on pages kept by public scrapers in 2026.

use super::{Board, Employers, Stage};

pub(super) const BOARD: Board = Board {
    hosts: &["icims.com", "icims.eu"],
    employers: Employers::InHost,
    addresses: &[
        (Stage::List, "/jobs/search"),
        (Stage::List, "/jobs/intro"),
        (Stage::Form, "/jobs/{number}/**/login"),
        (Stage::Form, "/jobs/{number}?mode=apply"),
        (Stage::Posting, "/jobs/{number}"),
    ],
    canonical: "/jobs/{}/job",
    fields: &[
        ("title", "h1.iCIMS_Header, .iCIMS_Header h1, .iCIMS_Header_JobTitle"),
        ("place", ".iCIMS_JobContent .header.left span:not(.sr-only)"),
        ("reference", ".iCIMS_JobContent .header.right span:not(.sr-only)"),
        ("description", ".iCIMS_JobContent"),
    ],
    ..Board::NEW
};
