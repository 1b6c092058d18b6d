//! Job boards whose pages are known: how their addresses name a posting, and where its fields stand. One file a board, most of
//! it data; `docs/adding-a-board.md` explains how one is added.

mod greenhouse;
mod lever;
mod pattern;

mod bamboohr;
mod breezy;
mod dice;
mod glassdoor;
mod icims;
mod jazzhr;
mod jobscz;
mod jobvite;
mod monster;
mod naukri;
mod personio;
mod recruitee;
mod remoteok;
mod smartrecruiters;
mod stepstone;
mod successfactors;
mod taleo;
mod teamtailor;
mod upwork;
mod usajobs;
mod wellfound;
mod weworkremotely;
mod xing;
mod zhipin;
mod ziprecruiter;

use super::kinds;
use super::page::Page;
use super::path::domain;
use super::{date, pay, place};
use crate::domain::{Confidence, Currency, Line, Pay, PayPeriod, Posting, Prose, Reading, SafeLink, Source};

/// Every board, in the order in which an address is held against them. A new one is added here.
const BOARDS: &[&Board] = &[
    &greenhouse::BOARD,
    &lever::BOARD,
    &bamboohr::BOARD,
    &breezy::BOARD,
    &dice::BOARD,
    &glassdoor::BOARD,
    &icims::BOARD,
    &jazzhr::BOARD,
    &jobscz::BOARD,
    &jobvite::BOARD,
    &monster::BOARD,
    &naukri::BOARD,
    &personio::BOARD,
    &recruitee::BOARD,
    &remoteok::BOARD,
    &smartrecruiters::BOARD,
    &stepstone::BOARD,
    &successfactors::BOARD,
    &taleo::BOARD,
    &teamtailor::BOARD,
    &upwork::BOARD,
    &usajobs::BOARD,
    &wellfound::BOARD,
    &weworkremotely::BOARD,
    &xing::BOARD,
    &zhipin::BOARD,
    &ziprecruiter::BOARD,
];

/// What is picked on a page, by the names under which the snapshot carries it, and the CSS selectors that pick it.
type Fields = &'static [(&'static str, &'static str)];

/// What is known of a board.
#[derive(Debug)]
pub(super) struct Board {
    /// Its hosts: `lever.co` is that name and every name below it, `indeed`, without a dot, the domain of that name in all countries.
    hosts: &'static [&'static str],
    /// Whose pages it carries.
    pub(super) employers: Employers,
    /// What its addresses lead to, by their [`pattern`]; the first that matches counts.
    addresses: &'static [(Stage, &'static str)],
    /// Patterns by which employers' own sites say that a posting of theirs is one of this board.
    elsewhere: &'static [&'static str],
    /// Whether the number alone names the posting, whoever's it is.
    is_unique: bool,
    /// Where a posting stands whose number is put for `{}`: a whole address, or a path on the same host. Empty where its address
    /// stays as it is, but for tracking.
    canonical: &'static str,
    /// Where the fields of a posting stand, be it on a page of its own, on its form or beside a list. What is named `panel` picks
    /// all of a posting beside a list: nothing else on that page counts.
    fields: Fields,
    /// What the page says, in lower case, when an application has arrived.
    submitted: &'static [&'static str],
    /// Whether its document titles say "Company - Title".
    pub(super) company_first: bool,
    /// What goes without saying of pay: the currency's code, and for how long the pay is.
    pay_in: Option<(&'static str, PayPeriod)>,
    /// The private character that a font of the board shows as 0; those of the other digits follow it.
    zero: Option<char>,
}

/// Whose pages a board carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Employers {
    /// Those of many, under its own name.
    Many,
    /// Those of many, who are not named.
    Nameless,
    /// Those of one, whose name begins the path.
    InPath,
    /// Those of one, whose name begins the host.
    InHost,
}

/// What an address of a board leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// One posting.
    Posting,
    /// One posting, open beside a list of others.
    Panel,
    /// The form in which one applies.
    Form,
    /// What is shown when an application has arrived.
    Submitted,
    /// Several postings.
    List,
}

impl Board {
    /// A board of which nothing is known: what a new one begins with.
    const NEW: Self = Self {
        hosts: &[],
        employers: Employers::Many,
        addresses: &[],
        elsewhere: &[],
        is_unique: false,
        canonical: "",
        fields: &[],
        submitted: &[],
        company_first: false,
        pay_in: None,
        zero: None,
    };
}

/// An address of a board.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) board: &'static Board,
    pub(super) stage: Stage,
    /// The posting's number there.
    pub(super) identity: Option<Line>,
}

/// The board whose host carries `address`.
pub(super) fn at(address: &SafeLink) -> Option<&'static Board> {
    let host = address.host();
    let is_below = |known: &&str| {
        let rest = host.strip_suffix(known);
        rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    };
    let is_named = |known: &&str| !known.contains('.') && domain(host) == Some(known);
    let is_of = |board: &&Board| board.hosts.iter().any(|known| is_named(known) || is_below(known));
    BOARDS.iter().copied().find(is_of)
}

/// What the boards know of `address`: their own, and those of employers' sites that name a board's posting.
pub(super) fn place(address: &SafeLink) -> Option<Place> {
    let found = |board, stage, pattern| {
        pattern::find(pattern, address).map(|identity| Place {
            board,
            stage,
            identity: Line::new(&identity),
        })
    };
    if let Some(board) = at(address) {
        let mut addresses = board.addresses.iter();
        return addresses.find_map(|(stage, pattern)| found(board, *stage, pattern));
    }
    BOARDS.iter().find_map(|board| {
        let mut patterns = board.elsewhere.iter();
        patterns.find_map(|pattern| found(board, Stage::Posting, pattern))
    })
}

/// What a board's address leads to; `None` where no board says.
pub fn stage(address: &SafeLink) -> Option<Stage> {
    place(address).map(|place| place.stage)
}

/// The selectors for the page at `address`, by the names under which the snapshot carries what they
/// [`picked`](super::PageSnapshot::picked); none for an unknown board.
pub fn selectors(address: &SafeLink) -> &'static [(&'static str, &'static str)] {
    at(address).map_or(&[], |board| board.fields)
}

impl Place {
    /// The address at which a browser finds the posting, whichever of its views this is.
    pub(super) fn canonical(&self, address: &SafeLink) -> Option<SafeLink> {
        let identity = self.identity.as_ref()?;
        let (before, behind) = self.board.canonical.split_once("{}")?;
        let origin = if before.starts_with('/') { address.origin() } else { "" };
        SafeLink::new(&[origin, before, identity.as_str(), behind].concat())
    }

    /// What stands for the posting wherever it is shown: never opened, only compared.
    pub(super) fn key(&self) -> Option<SafeLink> {
        let identity = self.identity.as_ref().filter(|_| self.board.is_unique)?;
        let host = self.board.hosts.first()?;
        SafeLink::new(&format!("https://{host}/{identity}"))
    }
}

impl Board {
    /// Whether the page says that an application has arrived.
    pub(super) fn thanks(&self, line: &str) -> bool {
        let line = line.to_lowercase();
        self.submitted.iter().any(|text| line.contains(text))
    }

    /// Pay as the board writes it.
    fn pay(&self, text: &str, dollar: Option<Currency>) -> Option<Pay> {
        let Some((currency, per)) = self.pay_in else {
            return pay::read(text, pay::Certainty::Open, dollar);
        };
        let digit = |character: char| {
            let value = u32::from(character).checked_sub(u32::from(self.zero?))?;
            char::from_digit(value, 10)
        };
        let text: String = text
            .chars()
            .map(|character| digit(character).unwrap_or(character))
            .collect();
        let pay = pay::read(&text, pay::Certainty::Said, dollar)?;
        Some(Pay {
            currency: pay.currency.or_else(|| Currency::new(currency)),
            per: pay.per.or(Some(per)),
            ..pay
        })
    }

    /// What the board's selectors picked.
    pub(super) fn read(&self, page: &Page<'_>) -> Posting {
        fn likely<T>(value: Option<T>) -> Option<Reading<T>> {
            value.map(|value| Reading::new(value, Source::Board, Confidence::Likely))
        }
        let snapshot = page.snapshot;
        let line = |name: &str| snapshot.picked(name).and_then(Line::new);
        let day = |name: &str| snapshot.picked(name).and_then(|text| date::read(text, page.order));
        let places: Vec<Line> = snapshot
            .picked
            .get("place")
            .into_iter()
            .flatten()
            .flat_map(|place| place.split([';', '\n']))
            .filter_map(place::one)
            .take(20)
            .collect();
        let all = |name: &str| {
            snapshot
                .picked
                .get(name)
                .map(|texts| texts.join("\n"))
                .unwrap_or_default()
        };
        let employments = kinds::employments(&all("employment"));
        let workplace = ["workplace", "place"]
            .iter()
            .find_map(|name| snapshot.picked(name).and_then(kinds::workplace));
        Posting {
            title: likely(line("title")),
            company: likely(snapshot.picked("company").and_then(super::company::name)),
            places: likely((!places.is_empty()).then_some(places)),
            workplace: likely(workplace),
            employment: likely((!employments.is_empty()).then_some(employments)),
            pay: likely(snapshot.picked("pay").and_then(|text| self.pay(text, page.dollar))),
            posted: likely(day("posted")),
            closes: likely(day("closes")),
            reference: likely(line("reference")),
            description: likely(Prose::new(&all("description"))),
            ..Posting::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(address: &str, expected: Option<&str>) {
        let address = SafeLink::new(address).unwrap();
        let identity = place(&address).and_then(|place| place.identity);
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
