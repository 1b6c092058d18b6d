//! Structured postings of all syntaxes, and which of them the page is about.

use serde_json::Value;

use super::address::canonical_address;
use super::page::Page;
use super::words::{fold, has_words};
use super::{Candidate, item, job, json_ld, path};
use crate::domain::{Posting, SafeLink, Source, Warning};

/// What structured data says.
pub(super) struct Structured {
    pub(super) about: About,
    /// Whether it says of itself that it is a list.
    pub(super) is_list: bool,
    /// What such a list names, without saying more of it: names, which may be empty, and addresses of postings.
    pub(super) items: Vec<(String, SafeLink)>,
}

/// What a page is about, by its structured data.
pub(super) enum About {
    /// This posting.
    One(Box<Posting>),
    /// Several, none of which is the page's own.
    Several(Vec<Candidate>),
    /// It says nothing of postings.
    Nothing,
}

/// Reads all structured postings and finds the one that the page is about.
pub(super) fn read(page: &Page<'_>, warnings: &mut Vec<Warning>) -> Structured {
    let snapshot = page.snapshot;
    let graph = json_ld::read(&snapshot.json_ld, warnings);
    let mut postings: Vec<(Source, Value)> = graph
        .postings
        .into_iter()
        .map(|posting| (Source::JsonLd, posting))
        .collect();
    postings.extend(
        snapshot
            .microdata
            .iter()
            .map(|item| (Source::Microdata, item::tree(item))),
    );
    postings.extend(snapshot.rdfa.iter().map(|item| (Source::Rdfa, item::tree(item))));
    postings.retain(|(_, posting)| job::title(posting).is_some());
    let item = |(name, address): (String, String)| {
        let address = canonical_address(&SafeLink::new(&address)?);
        path::is_posting(&address).then_some((name, address))
    };
    Structured {
        about: about(page, &postings, warnings),
        is_list: graph.is_list,
        items: graph.items.into_iter().filter_map(item).collect(),
    }
}

fn about(page: &Page<'_>, postings: &[(Source, Value)], warnings: &mut Vec<Warning>) -> About {
    let Some(((source, first), rest)) = postings.split_first() else {
        return About::Nothing;
    };
    let title = |posting: &Value| {
        job::title(posting)
            .map(|title| fold(title.as_str()))
            .unwrap_or_default()
    };
    let wanted = title(first);
    // The same job in two syntaxes, or once per place.
    if rest.iter().all(|(_, posting)| title(posting) == wanted) {
        return if rest.is_empty() || is_own(page, first) || page.titles.is_empty() {
            About::One(Box::new(job::read(first, *source, warnings)))
        } else {
            several(postings)
        };
    }
    let mut own = postings.iter().filter(|(_, posting)| is_own(page, posting));
    match (own.next(), own.next()) {
        (Some((source, posting)), None) => About::One(Box::new(job::read(posting, *source, warnings))),
        (Some((source, posting)), Some((_, other))) if title(posting) == title(other) => {
            About::One(Box::new(job::read(posting, *source, warnings)))
        }
        _ => several(postings),
    }
}

/// Whether the page calls itself like the posting, or stands where the posting says it does.
fn is_own(page: &Page<'_>, posting: &Value) -> bool {
    let title = job::title(posting)
        .map(|title| fold(title.as_str()))
        .unwrap_or_default();
    let is_named = page.titles.iter().any(|own| has_words(&fold(own), &title))
        || page
            .snapshot
            .headings
            .iter()
            .any(|heading| heading.level == 1 && fold(&heading.text) == title);
    let stands_here = || {
        let address = job::url(posting)
            .and_then(|url| SafeLink::new(&url))
            .map(|url| canonical_address(&url));
        address.is_some() && address == page.address
    };
    is_named || stands_here()
}

fn several(postings: &[(Source, Value)]) -> About {
    let candidate = |(source, posting): &(Source, Value)| {
        let address = job::url(posting).and_then(|url| SafeLink::new(&url));
        let posting = job::read(posting, *source, &mut Vec::new());
        Some(Candidate {
            title: posting.title?.value,
            company: posting.company.map(|company| company.value),
            place: posting.places.and_then(|places| places.value.into_iter().next()),
            address: address.map(|address| canonical_address(&address)),
        })
    };
    About::Several(postings.iter().filter_map(candidate).collect())
}
