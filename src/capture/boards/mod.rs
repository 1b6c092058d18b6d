//! Job boards whose pages are known: how their addresses name a posting, and where its fields stand. One file a board, most of
//! it data; `docs/adding-a-board.md` explains how one is added.

mod ashby;
mod bamboohr;
mod breezy;
mod dice;
mod gem;
mod glassdoor;
mod greenhouse;
mod hacker_news;
mod icims;
mod indeed;
mod infojobs;
mod jazzhr;
mod jobscz;
mod jobvite;
mod lever;
mod linkedin;
mod monster;
mod naukri;
mod pattern;
mod personio;
mod recruitee;
mod remoteok;
mod rippling;
mod seek;
mod smartrecruiters;
mod stepstone;
mod successfactors;
mod taleo;
mod teamtailor;
mod upwork;
mod usajobs;
mod wellfound;
mod weworkremotely;
mod workable;
mod workday;
mod xing;
mod zhipin;
mod ziprecruiter;

use super::days_ago::Side;
use super::page::Page;
use super::path::domain;
use super::{Found, kinds};
use super::{date, pay, place};
use crate::domain::{Confidence, Currency, Line, Pay, PayPeriod, Posting, Prose, Reading, SafeLink, Source};

/// Every board. A new one is added here.
const BOARDS: &[&Board] = &[
    &ashby::BOARD,
    &bamboohr::BOARD,
    &breezy::BOARD,
    &dice::BOARD,
    &gem::BOARD,
    &glassdoor::BOARD,
    &greenhouse::BOARD,
    &hacker_news::BOARD,
    &icims::BOARD,
    &indeed::BOARD,
    &infojobs::BOARD,
    &jazzhr::BOARD,
    &jobscz::BOARD,
    &jobvite::BOARD,
    &lever::BOARD,
    &linkedin::BOARD,
    &monster::BOARD,
    &naukri::BOARD,
    &personio::BOARD,
    &recruitee::BOARD,
    &remoteok::BOARD,
    &rippling::BOARD,
    &seek::BOARD,
    &smartrecruiters::BOARD,
    &stepstone::BOARD,
    &successfactors::BOARD,
    &taleo::BOARD,
    &teamtailor::BOARD,
    &upwork::BOARD,
    &usajobs::BOARD,
    &wellfound::BOARD,
    &weworkremotely::BOARD,
    &workable::BOARD,
    &workday::BOARD,
    &xing::BOARD,
    &zhipin::BOARD,
    &ziprecruiter::BOARD,
];

/// Reads a page whole.
type Reader = fn(&Page<'_>) -> Found;

/// Boards whose pages are prose, by their hosts, and what reads those. They stand apart, so that who asks for addresses alone need
/// not carry what reads pages.
const READERS: &[(&str, Reader)] = &[("news.ycombinator.com", hacker_news::read)];

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
    /// What it writes behind a posting's title.
    after_title: &'static str,
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
        after_title: "",
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
    let domain = domain(host);
    let is_below = |known: &&str| {
        let rest = host.strip_suffix(known);
        rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    };
    let is_named = |known: &&str| domain == Some(known) && !known.contains('.');
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

/// What a board's own reader reads of the page; `None` where selectors and all other readers do.
pub(super) fn read_prose(page: &Page<'_>) -> Option<Found> {
    let host = page.address.as_ref()?.host();
    let (_, read) = READERS.iter().find(|(known, _)| *known == host)?;
    Some(read(page))
}

/// Whether `line` is what the board at `address` says when an application has arrived. Boards have the words on their pages before, too,
/// hidden or as a promise: they count where the form was, and is no more.
pub fn is_submitted(address: &SafeLink, line: &str) -> bool {
    let line = line.to_lowercase();
    at(address).is_some_and(|board| board.submitted.iter().any(|text| line.contains(text)))
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
        let title = snapshot.picked("title");
        let title = title.map(|title| title.strip_suffix(self.after_title).unwrap_or(title));
        let day = |name: &str, side: Side| {
            let text = snapshot.picked(name)?;
            let near = || {
                page.near_day(text, side)
                    .map(|day| Reading::new(day, Source::Board, Confidence::Unsure))
            };
            likely(date::read(text, page.order)).or_else(near)
        };
        let places: Vec<Line> = snapshot
            .picked
            .get("place")
            .into_iter()
            .flatten()
            .flat_map(|places| place::several(places))
            .filter(|place| !says_workplace_alone(place.as_str()))
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
            title: title.and_then(Line::new).map(|title| {
                // That the page has it for a heading is a second sign.
                let is_heading = snapshot
                    .headings
                    .iter()
                    .any(|heading| heading.text.starts_with(title.as_str()));
                let confidence = if is_heading {
                    Confidence::Sure
                } else {
                    Confidence::Likely
                };
                Reading::new(title, Source::Board, confidence)
            }),
            company: likely(snapshot.picked("company").and_then(super::company::name)),
            places: likely((!places.is_empty()).then_some(places)),
            workplace: likely(workplace),
            employment: likely((!employments.is_empty()).then_some(employments)),
            pay: likely(snapshot.picked("pay").and_then(|text| self.pay(text, page.dollar))),
            posted: day("posted", Side::Behind),
            closes: day("closes", Side::Ahead),
            reference: likely(line("reference")),
            description: likely(Prose::new(&all("description"))),
            ..Posting::default()
        }
    }
}

/// "Hybrid work", "On-site": no place, though boards write it where places stand.
fn says_workplace_alone(text: &str) -> bool {
    kinds::workplace(text).is_some() && text.split_whitespace().count() <= 2 && !text.contains(',')
}

#[cfg(test)]
mod addresses;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boards_say_when_an_application_has_arrived() {
        let says = |address: &str, text: &str| is_submitted(&SafeLink::new(address).unwrap(), text);
        assert!(says(
            "https://jobs.ashbyhq.com/acme",
            "Your application was successfully submitted."
        ));
        assert!(!says("https://jobs.ashbyhq.com/acme", "Submit your application"));
        assert!(!says(
            "https://a.example/jobs",
            "Your application was successfully submitted."
        ));
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
