//! Greenhouse. Selectors seen on a job board page of 2026 (`job__…`) and on older ones (`app-title`).

use super::{Board, Employers, Stage};

pub(super) const BOARD: Board = Board {
    hosts: &["greenhouse.io"],
    employers: Employers::InPath,
    addresses: &[
        (Stage::Submitted, "/*/jobs/{number}/confirmation"),
        (Stage::Submitted, "/embed/job_app/confirmation?token={number}"),
        (Stage::Posting, "/*/jobs/{number}"),
        (Stage::Form, "/embed/job_app?token={number}"),
        (Stage::Posting, "?gh_jid={number}"),
        (Stage::List, "/*/$"),
    ],
    elsewhere: &["?gh_jid={number}"],
    is_unique: true,
    fields: &[
        ("title", ".job__title h1, .app-title"),
        ("place", ".job__location, .location"),
        ("company", ".company-name"),
        ("pay", ".job__pay-ranges .body, .pay-range"),
        ("description", ".job__description, #content"),
    ],
    submitted: &["thank you for applying"],
    ..Board::NEW
};
