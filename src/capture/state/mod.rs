//! The posting in what a page's own program was handed in scripts: `__NEXT_DATA__`, `__INITIAL_STATE__` and their like.
//!
//! Nothing shows how such a tree is made, only that something in it looks like a posting: an object with a title and several other
//! things that jobs have. The page's address decides which one is meant. Where it names none, one that stands alone is taken if the
//! page calls itself so. A tree may be that of another page, from which the program has moved on since: what carries another number
//! than the address is not taken. Seen in public code in November 2026: Greenhouse's `__remixContext` (`jobPost`), Ashby's
//! `__appData` (`posting`), Seek's `SEEK_REDUX_DATA` (`jobdetails.result.job`), Phenom's `phApp.ddo` (`jobDetail.data.job`), and on
//! saved pages Indeed's `_initialData` and Nuxt's flat list.

mod flat;
mod posting;

use serde_json::Value;

use super::address::canonical_address;
use super::page::Page;
use super::words::{fold, has_words};
use super::{job, merge, path};
use crate::domain::{Amount, Confidence, Line, Pay, Posting, SafeLink, Source};
use posting::Object;

/// Deeper than this no posting stands.
const DEPTH_LIMIT: usize = 100;
/// More than these are a list.
const FOUND_LIMIT: usize = 200;

/// Beginnings and ends of names below which postings stand that are not the page's.
const ASIDE: [&str; 9] = [
    "similar",
    "related",
    "recommend",
    "suggest",
    "other",
    "more",
    "recent",
    "next",
    "previous",
];

/// Something that looks like a posting.
struct Found<'a> {
    object: &'a Object,
    /// What it stands in.
    around: Option<&'a Object>,
    /// How much it says.
    fields: usize,
    title: String,
    /// What tells it from others.
    identities: Vec<String>,
    is_aside: bool,
    /// Whether the page's address names it.
    is_own: bool,
}

/// What the scripts say of the posting that the page is about.
pub(super) fn read(page: &Page<'_>) -> Option<Posting> {
    let trees = flat::trees(&page.snapshot.state);
    let mut search = Search {
        addresses: addresses(page),
        language: &page.snapshot.language,
        found: Vec::new(),
    };
    for tree in &trees {
        search.walk(tree, "", None, false, 0);
    }
    let Search { found, .. } = search;
    let mut chosen: Vec<&Found<'_>> = found.iter().filter(|found| found.is_own).collect();
    if chosen.is_empty() {
        chosen = alone(page, &found);
    }
    let first = *chosen
        .iter()
        .rev()
        .max_by_key(|found| (is_shown(page, &found.title), found.fields))?;
    // The same thing as it is kept in several places.
    let wanted = fold(&first.title);
    let same = chosen.iter().filter(|found| fold(&found.title) == wanted);
    let mut objects = vec![first.object];
    objects.extend(same.map(|found| found.object));
    let job = posting::job(&objects, first.around, search.language);
    let mut posting = job::read(&job, Source::State, &mut Vec::new());
    posting.company = posting
        .company
        .filter(|company| !page.is_board_name(company.value.as_str()));
    let is_shown = is_shown(page, &first.title);
    merge::trust(
        &mut posting,
        if is_shown {
            Confidence::Likely
        } else {
            Confidence::Unsure
        },
    );
    if is_shown {
        confirm(&mut posting, page);
    }
    if let Some(pay) = posting.pay.as_mut().filter(|pay| is_vague(&pay.value)) {
        pay.confidence = Confidence::Unsure;
    }
    for (name, day) in [
        ("datePosted", &mut posting.posted),
        ("validThrough", &mut posting.closes),
    ] {
        if let Some(day) = day.as_mut().filter(|_| posting::is_instant(&objects, name)) {
            day.confidence = Confidence::Unsure;
        }
    }
    Some(posting)
}

/// Makes sure of the names that the page shows, too.
fn confirm(posting: &mut Posting, page: &Page<'_>) {
    let lines: Vec<String> = page
        .lines
        .iter()
        .take(200)
        .filter(|line| line.len() <= 100)
        .map(|line| fold(line))
        .collect();
    let is_told = |name: &Line| {
        let name = fold(name.as_str());
        lines.iter().any(|line| has_words(line, &name))
    };
    if let Some(company) = posting.company.as_mut().filter(|company| is_told(&company.value)) {
        company.confidence = Confidence::Sure;
    }
    if let Some(places) = posting
        .places
        .as_mut()
        .filter(|places| places.value.iter().all(is_told))
    {
        places.confidence = Confidence::Sure;
    }
}

/// Whether nobody is told of what a number is: in which currency, and if it is small, whether for an hour or in thousands.
fn is_vague(pay: &Pay) -> bool {
    let is_small = pay.max.or(pay.min).is_none_or(|amount| amount < Amount(100_000));
    pay.currency.is_none() || (pay.per.is_none() && is_small)
}

/// The addresses by which a posting may be named: the page's own, and where that says nothing, those by which the page calls itself.
fn addresses(page: &Page<'_>) -> Vec<SafeLink> {
    let own = page.address.iter().cloned();
    if page.address.as_ref().is_some_and(path::is_posting) {
        return own.collect();
    }
    own.chain(page.other_addresses().map(|address| canonical_address(&address)))
        .collect()
}

/// The one posting that the scripts speak of, where the page calls itself like it.
fn alone<'f, 'a>(page: &Page<'_>, found: &'f [Found<'a>]) -> Vec<&'f Found<'a>> {
    let is_numbered = page
        .address
        .as_ref()
        .is_some_and(|address| path::has_long_number(address.as_str()));
    let candidates: Vec<&Found<'_>> = found
        .iter()
        .filter(|found| !found.is_aside && found.fields >= 3)
        .collect();
    let Some(first) = candidates.first() else {
        return Vec::new();
    };
    let is_another = |other: &&Found<'_>| {
        fold(&other.title) != fold(&first.title)
            || (!other.identities.is_empty() && !first.identities.is_empty() && other.identities != first.identities)
    };
    // The state of another page, or several that compete.
    if (is_numbered && !first.identities.is_empty())
        || candidates.iter().any(is_another)
        || !is_named(page, &first.title)
    {
        return Vec::new();
    }
    candidates
}

/// Whether the page calls itself so.
fn is_named(page: &Page<'_>, title: &str) -> bool {
    let title = fold(title);
    let headings = page.snapshot.headings.iter().filter(|heading| heading.level <= 2);
    page.titles.iter().any(|own| has_words(&fold(own), &title))
        || headings.map(|heading| fold(&heading.text)).any(|own| own == title)
}

/// Whether the page shows a title to people.
fn is_shown(page: &Page<'_>, title: &str) -> bool {
    let folded = fold(title);
    let headings = page.snapshot.headings.iter().map(|heading| fold(&heading.text));
    is_named(page, title)
        || headings.into_iter().any(|heading| has_words(&heading, &folded))
        || page
            .lines
            .iter()
            .take(200)
            .any(|line| line.len() < 300 && fold(line) == folded)
}

struct Search<'a> {
    addresses: Vec<SafeLink>,
    language: &'a str,
    found: Vec<Found<'a>>,
}

impl<'a> Search<'a> {
    /// Looks through a value that stands under a name in an object.
    fn walk(&mut self, value: &'a Value, name: &str, around: Option<&'a Object>, is_aside: bool, depth: usize) {
        if depth > DEPTH_LIMIT || self.found.len() >= FOUND_LIMIT {
            return;
        }
        match value {
            Value::Array(values) => {
                // What stands in a list is told by what it says itself.
                values
                    .iter()
                    .for_each(|value| self.walk(value, "", None, is_aside, depth + 1));
            }
            Value::Object(object) => {
                self.look_at(object, name, around, is_aside);
                // Most of it is texts and numbers, in which nothing stands.
                let children = object.iter().filter(|(_, child)| child.is_object() || child.is_array());
                for (name, child) in children {
                    self.walk(child, name, Some(object), is_aside || stands_aside(name), depth + 1);
                }
            }
            _ => {}
        }
    }

    fn look_at(&mut self, object: &'a Object, name: &str, around: Option<&'a Object>, is_aside: bool) {
        let Some((fields, title)) = posting::fields(object).zip(posting::title(object, self.language)) else {
            return;
        };
        let around = around.filter(|around| posting::fields(around).is_none());
        let mut identities: Vec<String> = posting::identities(object).collect();
        if identities.is_empty() {
            identities.extend(around.into_iter().flat_map(posting::identities));
        }
        let addresses = object
            .iter()
            .filter(|(key, _)| posting::is_one_of(key, posting::ADDRESSES));
        let mut addresses = addresses.filter_map(|(_, value)| value.as_str());
        // "Job:4711", as a cache calls it.
        let name = name.rsplit(':').next().unwrap_or_default();
        let is_own = identities.iter().any(|identity| self.is_here(identity))
            || self.is_here(name)
            || addresses.any(|address| self.leads_here(address));
        self.found.push(Found {
            object,
            around,
            fields,
            title,
            identities,
            is_aside,
            is_own,
        });
    }

    /// Whether the page's address names what is told from others by `identity`.
    fn is_here(&self, identity: &str) -> bool {
        let identity = identity.to_ascii_lowercase();
        let has_digit = identity.bytes().any(|byte| byte.is_ascii_digit());
        // "jobs" and "acme" name no posting.
        if identity.len() < 3 || !(has_digit || (identity.len() >= 8 && identity.contains('-'))) {
            return false;
        }
        self.addresses.iter().any(|address| {
            let address = address.as_str().to_ascii_lowercase();
            let parts = address.split(['/', '?', '&', '=', '#']).skip(3);
            parts
                .into_iter()
                .any(|part| part == identity || (has_digit && identity.len() >= 5 && has_part(part, &identity)))
        })
    }

    /// Whether an address, or a path, is the page's own.
    fn leads_here(&self, address: &str) -> bool {
        let address = address.trim();
        let is_path = address.starts_with('/') && address.len() > 5 && !address.starts_with("//");
        let absolute = SafeLink::new(address).map(|address| canonical_address(&address));
        self.addresses.iter().any(|own| {
            let has_path = own.path().len() > 1 || own.query().is_some();
            (is_path && own.path() == address) || (has_path && absolute.as_ref() == Some(own))
        })
    }
}

/// Whether `identity` is a part of `text` by itself: "4711" of "baker-4711", not of "47110".
fn has_part(text: &str, identity: &str) -> bool {
    text.match_indices(identity).any(|(start, _)| {
        let before = text.get(..start).and_then(|before| before.chars().next_back());
        let behind = text
            .get(start + identity.len()..)
            .and_then(|behind| behind.chars().next());
        [before, behind]
            .into_iter()
            .flatten()
            .all(|beside| !beside.is_alphanumeric())
    })
}

fn stands_aside(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ASIDE.iter().any(|aside| name.contains(aside))
}
