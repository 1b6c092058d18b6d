//! Ashby. Selectors seen on a saved page of 2026; place, pay and kind of contract stand there as labelled pairs, under generated names.
//! On an employer's own site the posting is in a frame, and the address has its number.

use super::{Board, Employers, Stage};

pub(super) const BOARD: Board = Board {
    hosts: &["ashbyhq.com"],
    employers: Employers::InPath,
    addresses: &[
        (Stage::Form, "/*/{uuid}/application"),
        (Stage::Posting, "/*/{uuid}"),
        (Stage::List, "/*/$"),
    ],
    elsewhere: &["?ashby_jid={uuid}"],
    is_unique: true,
    fields: &[
        ("title", ".ashby-job-posting-heading"),
        ("company", ".ashby-job-posting-header img"),
        ("description", "#overview"),
    ],
    submitted: &["your application was successfully submitted"],
    ..Board::NEW
};
