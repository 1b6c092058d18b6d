//! Greenhouse. Selectors seen on a job board page of 2026 (`job__…`) and on older ones (`app-title`).

use super::{Board, is_number, segments};
use crate::domain::SafeLink;

pub(super) const BOARD: Board = Board {
    hosts: &["greenhouse.io"],
    identity,
    selectors: &[
        ("title", ".job__title h1, .app-title"),
        ("place", ".job__location, .location"),
        ("company", ".company-name"),
        ("pay", ".job__pay-ranges .body, .pay-range"),
        ("description", ".job__description, #content"),
    ],
    company_first: false,
};

/// `/acme/jobs/12`, and embedded `?for=acme&token=12`.
fn identity(address: &SafeLink) -> Option<String> {
    if let [_, "jobs", number, ..] = segments(address).as_slice() {
        return is_number(number).then(|| (*number).to_owned());
    }
    address
        .parameters()
        .find(|(name, value)| (name == "token" || name == "gh_jid") && is_number(value))
        .map(|(_, value)| value.into_owned())
}
