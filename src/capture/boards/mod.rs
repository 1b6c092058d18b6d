//! Job boards whose pages are known: how their addresses name a posting, and where its fields stand. One file a board.

mod greenhouse;
mod lever;

use super::kinds;
use super::{date, pay, place, snapshot::PageSnapshot};
use crate::domain::{Confidence, Line, Posting, Prose, Reading, SafeLink, Source};

/// What is known of a board.
#[derive(Debug)]
pub(super) struct Board {
    /// Its hosts: the name itself, or every name below it.
    hosts: &'static [&'static str],
    /// The posting's number, where the path or the query is that of a posting.
    identity: fn(&SafeLink) -> Option<String>,
    /// Selectors by the field that they pick.
    selectors: &'static [(&'static str, &'static str)],
    /// Whether its document titles say "Company - Title".
    pub(super) company_first: bool,
}

const BOARDS: &[&Board] = &[&greenhouse::BOARD, &lever::BOARD];

/// The board at `address`.
pub(super) fn at(address: &SafeLink) -> Option<&'static Board> {
    let host = address.host();
    BOARDS.iter().copied().find(|board| {
        board.hosts.iter().any(|known| {
            let rest = host.strip_suffix(known);
            rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        })
    })
}

/// The selectors of the board at `address`, by the names under which the snapshot carries what they
/// [`picked`](PageSnapshot::picked); none for an unknown board.
pub fn selectors(address: &SafeLink) -> &'static [(&'static str, &'static str)] {
    at(address).map_or(&[], |board| board.selectors)
}

impl Board {
    /// The number of the posting at `address`; `None` where no posting is.
    pub(super) fn identity(&self, address: &SafeLink) -> Option<Line> {
        Line::new(&(self.identity)(address)?)
    }

    /// What the board's selectors picked.
    pub(super) fn read(&self, snapshot: &PageSnapshot, address: &SafeLink, order: date::Order) -> Posting {
        fn likely<T>(value: Option<T>) -> Option<Reading<T>> {
            value.map(|value| Reading::new(value, Source::Board, Confidence::Likely))
        }
        let line = |name: &str| snapshot.picked(name).and_then(Line::new);
        let places: Vec<Line> = snapshot
            .picked
            .get("place")
            .into_iter()
            .flatten()
            .flat_map(|place| place.split([';', '\n']))
            .filter_map(place::one)
            .take(20)
            .collect();
        let employments = kinds::employments(snapshot.picked("employment").unwrap_or_default());
        let workplace = ["workplace", "place"]
            .iter()
            .find_map(|name| snapshot.picked(name).and_then(kinds::workplace));
        let dollar = crate::domain::Currency::new("USD");
        Posting {
            title: likely(line("title")),
            company: likely(snapshot.picked("company").and_then(super::company::name)),
            places: likely((!places.is_empty()).then_some(places)),
            workplace: likely(workplace),
            employment: likely((!employments.is_empty()).then_some(employments)),
            pay: likely(
                snapshot
                    .picked("pay")
                    .and_then(|text| pay::read(text, pay::Certainty::Open, dollar)),
            ),
            posted: likely(snapshot.picked("posted").and_then(|text| date::read(text, order))),
            reference: self
                .identity(address)
                .map(|reference| Reading::new(reference, Source::Address, Confidence::Likely)),
            description: likely(snapshot.picked("description").and_then(Prose::new)),
            ..Posting::default()
        }
    }
}

/// The segments of a path, without empty ones.
fn segments(address: &SafeLink) -> Vec<&str> {
    address
        .path()
        .split('/')
        .filter(|segment| !segment.is_empty())
        .collect()
}

/// Whether a text is digits and nothing else.
fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(address: &str, expected: Option<&str>) {
        let address = SafeLink::new(address).unwrap();
        let identity = at(&address).and_then(|board| board.identity(&address));
        assert_eq!(identity.as_ref().map(Line::as_str), expected, "{address}");
    }

    #[test]
    fn addresses_name_their_posting() {
        check("https://boards.greenhouse.io/acme/jobs/8620720002", Some("8620720002"));
        check("https://job-boards.eu.greenhouse.io/acme/jobs/12?gh_src=x", Some("12"));
        check(
            "https://boards.greenhouse.io/embed/job_app?for=acme&token=34",
            Some("34"),
        );
        check("https://boards.greenhouse.io/acme", None);
        check(
            "https://jobs.lever.co/acme/f222ad5c-b7dd-43c4-9008-ee1a53174afa/apply",
            Some("f222ad5c-b7dd-43c4-9008-ee1a53174afa"),
        );
        check(
            "https://jobs.eu.lever.co/acme/f222ad5c-b7dd-43c4-9008-ee1a53174afa",
            Some("f222ad5c-b7dd-43c4-9008-ee1a53174afa"),
        );
        check("https://jobs.lever.co/acme", None);
        check("https://notlever.co/acme/f222ad5c-b7dd-43c4-9008-ee1a53174afa", None);
    }

    #[test]
    fn selectors_follow_the_host() {
        let of = |address: &str| selectors(&SafeLink::new(address).unwrap());
        assert!(
            of("https://jobs.lever.co/acme")
                .iter()
                .any(|(name, _)| *name == "title")
        );
        assert!(of("https://lever.co.evil.example/acme").is_empty());
    }
}
