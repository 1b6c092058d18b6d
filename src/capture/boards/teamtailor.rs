//! Teamtailor, on its own hosts; most employers show it on theirs, where the page speaks for itself. The title's class is one of the
//! employer's theme, seen on two saved forms of 2026. The labelled pairs of a posting need no selectors.

use super::{Board, Employers, Stage};

pub(super) const BOARD: Board = Board {
    hosts: &["teamtailor.com"],
    employers: Employers::InHost,
    addresses: &[
        (Stage::Form, "/**/jobs/{number}-*/applications/new"),
        (Stage::Posting, "/**/jobs/{number}-*"),
        (Stage::Posting, "/**/jobs/{number}"),
        (Stage::List, "/**/jobs/$"),
    ],
    elsewhere: &["/**/jobs/{number}-*/applications/new"],
    fields: &[("title", "h1.font-company-header")],
    ..Board::NEW
};
