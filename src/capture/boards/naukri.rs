//! Naukri. Its class names are written names with a generated ending: the written part was seen in some ten public scrapers, one of
//! which looked at a live page in June 2026. Pay goes without a currency: "6-10 Lacs P.A.".

use super::{Board, Stage};
use crate::domain::PayPeriod;

pub(super) const BOARD: Board = Board {
    hosts: &["naukri.com"],
    addresses: &[(Stage::Posting, "/job-listings-*-{number}")],
    is_unique: true,
    fields: &[
        ("title", "h1[class*=jd-header-title]"),
        ("company", "[class*=jd-header-comp-name] > a"),
        ("place", "[class*=jhc__location]"),
        ("pay", "[class*=jhc__salary]"),
        ("description", "[class*=JDC__dang-inner-html]"),
    ],
    pay_in: Some(("INR", PayPeriod::Year)),
    ..Board::NEW
};
