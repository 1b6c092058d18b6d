//! Taleo. Its pages are tables of numbered cells, which differ from employer to employer; the ids that are words were seen in some
//! ten public scrapers of 2014 to 2026. The second form of address is that of its edition for small companies.

use super::{Board, Employers, Stage};

pub(super) const BOARD: Board = Board {
    hosts: &["taleo.net"],
    employers: Employers::InHost,
    addresses: &[
        (Stage::Form, "/careersection/**/jobapply.ftl?job={code}"),
        (Stage::Posting, "/careersection/**/jobdetail.ftl?job={code}"),
        (Stage::List, "/careersection/**/jobsearch.ftl"),
        (Stage::List, "/careersection/**/moresearch.ftl"),
        (Stage::Posting, "/**/ats/careers/**?rid={number}"),
    ],
    fields: &[
        (
            "title",
            "[id='requisitionDescriptionInterface.reqTitleLinkAction.row1']",
        ),
        (
            "reference",
            "[id='requisitionDescriptionInterface.reqContestNumberValue.row1']",
        ),
        ("posted", "[id='requisitionDescriptionInterface.reqPostingDate.row1']"),
        ("closes", "[id='requisitionDescriptionInterface.reqUnpostingDate.row1']"),
    ],
    ..Board::NEW
};
