//! Zhipin (BOSS直聘). Selectors seen on a saved page and in a dozen public extensions of 2025 and 2026, several with pages. Pay is
//! meant in yuan a month, and a font of its own shows private characters as digits. The company's introduction has the class of
//! the posting's, and stands before it.

use super::{Board, Stage};
use crate::domain::PayPeriod;

pub(super) const BOARD: Board = Board {
    hosts: &["zhipin.com"],
    addresses: &[
        (Stage::Posting, "/job_detail/{code}.html"),
        (Stage::Panel, "/web/geek/jobs"),
        (Stage::Panel, "/web/geek/job-recommend"),
        (Stage::List, "/web/geek/job"),
        (Stage::List, "/zhaopin"),
    ],
    is_unique: true,
    fields: &[
        ("panel", ".job-detail-box"),
        ("title", ".job-banner .name h1, .job-detail-box .job-name"),
        ("company", ".sider-company .company-info"),
        ("place", ".text-city, .job-detail-box .tag-list li:first-child"),
        ("pay", ".job-banner .salary, .job-detail-box .job-salary"),
        (
            "description",
            ".job-detail-info .job-sec-text, .job-detail-box .job-detail-body .desc",
        ),
    ],
    pay_in: Some(("CNY", PayPeriod::Month)),
    zero: Some('\u{e031}'),
    ..Board::NEW
};
