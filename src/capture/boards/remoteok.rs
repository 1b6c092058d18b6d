//! Remote OK: the open posting is a row of the table in which others follow. Selectors seen on a saved page of 2020 and in public
//! scrapers up to 2026. What has the class `location` may be pay as well, so that places are left to the structured data.

use super::{Board, Stage};

pub(super) const BOARD: Board = Board {
    hosts: &["remoteok.com", "remoteok.io"],
    addresses: &[
        (Stage::Posting, "/remote-jobs/{number}-*"),
        (Stage::Posting, "/remote-jobs/*-{number}"),
        (Stage::Posting, "/remote-jobs/{number}"),
        (Stage::List, "/$"),
    ],
    is_unique: true,
    fields: &[
        ("title", "tr.active [itemprop=title]"),
        ("company", "tr.active .companyLink h3, tr.active h3[itemprop=name]"),
        ("posted", "tr.active time"),
        ("description", ".active .markdown"),
    ],
    ..Board::NEW
};
