//! Lever. Selectors seen on a posting and on its form, 2025.

use super::{Board, segments};
use crate::domain::SafeLink;

pub(super) const BOARD: Board = Board {
    hosts: &["lever.co"],
    identity,
    selectors: &[
        ("title", ".posting-header h2, .posting-headline h2"),
        ("place", ".posting-categories .location"),
        ("employment", ".posting-categories .commitment"),
        ("workplace", ".posting-categories .workplaceTypes"),
        ("company", ".main-header-logo img"),
        ("pay", "[data-qa=salary-range]"),
        ("description", "[data-qa=job-description]"),
    ],
    company_first: true,
};

/// `/acme/<uuid>`, with or without `/apply`.
fn identity(address: &SafeLink) -> Option<String> {
    let segments = segments(address);
    let identity = segments.get(1)?;
    let is_uuid = identity.len() == 36 && identity.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    is_uuid.then(|| (*identity).to_owned())
}
