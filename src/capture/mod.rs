//! What a page says: from a snapshot to a posting.
//!
//! ```text
//! PageSnapshot ─ structured (json_ld, item ─> job) ─────┐
//!              ─ gate: posting, form, list, neither     │
//!              ─ boards, state, title, labels, body ────┴─> merge ─> Posting
//! ```
//!
//! Each reader gives a partial [`Posting`]; [`merge`] takes it field by field. `date`, `pay`, `person`, `place`, `kinds`,
//! `html_text` read one kind of value each, `literal` what scripts carry.

mod address;
mod arrival;
mod boards;
mod body;
mod candidates;
mod company;
mod date;
mod days_ago;
mod frame;
mod gate;
mod html_text;
mod item;
mod job;
mod json_ld;
mod kinds;
mod labels;
mod literal;
mod merge;
mod page;
mod panel;
mod path;
mod pay;
mod person;
mod place;
mod report;
mod selection;
mod snapshot;
mod state;
mod structured;
mod title;
mod wish;
mod words;

pub use address::{canonical_address, posting_key};
pub use arrival::{Arrival, Sent, arrival};
pub use boards::{Stage, is_submitted, selectors, stage};
pub use date::{Order as DayOrder, read as parse_day};
pub use html_text::plain as plain_text;
pub use kinds::{employments as parse_employments, workplace as parse_workplace};
pub use pay::parse_pay;
pub use report::report;
pub use selection::Selection;
pub use snapshot::{Form, Heading, Item, PageSnapshot};

use std::borrow::Cow;

use crate::domain::{Confidence, Line, Posting, Reading, SafeLink, Source, Warning};
use boards::Employers;
use gate::Kind;
use page::Page;
use structured::About;

/// What a page turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// One posting, or the application form of one.
    Posting(Box<Posting>),
    /// Several postings, in the order of the page: the user is to choose one.
    Several(Vec<Candidate>),
    /// A posting in a frame that was not read: the frame's address.
    Framed(SafeLink),
    /// No posting.
    Nothing,
}

/// One of several postings on a page, as far as the list tells of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Its title.
    pub title: Line,
    /// Who hires.
    pub company: Option<Line>,
    /// Where.
    pub place: Option<Line>,
    /// Where it is.
    pub address: Option<SafeLink>,
}

/// Reads a page with its frames. Never fails: what could not be read is missing, and a warning says what was odd.
pub fn read(snapshot: &PageSnapshot) -> (Found, Vec<Warning>) {
    frame::choose(snapshot, read_document(snapshot))
}

/// Reads a page as if its board were not known: what is read then is read of boards that nobody has described, too.
pub fn read_without_boards(snapshot: &PageSnapshot) -> (Found, Vec<Warning>) {
    let mut warnings = odd(snapshot);
    let (found, _) = found(&Page::without_board(snapshot), &mut warnings);
    (found, warnings)
}

/// What one document says.
struct Document {
    found: Found,
    warnings: Vec<Warning>,
    /// Whether it says more of a posting than that there is one.
    has_matter: bool,
}

fn read_document(snapshot: &PageSnapshot) -> Document {
    let mut warnings = odd(snapshot);
    let (mut said, mut has_matter) = (Found::Nothing, true);
    let alone = panel::alone(snapshot);
    if let Some(alone) = &alone {
        (said, _) = found(&Page::new(alone), &mut warnings);
    }
    if !matches!(said, Found::Posting(_)) {
        let mut list = Cow::Borrowed(snapshot);
        if alone.is_some() {
            // What is beside it is a list.
            list.to_mut().picked.clear();
        }
        (said, has_matter) = found(&Page::new(&list), &mut warnings);
    }
    Document {
        found: said,
        warnings,
        has_matter,
    }
}

/// What is odd about a snapshot as a whole.
fn odd(snapshot: &PageSnapshot) -> Vec<Warning> {
    // Of a list that was cut, the first entries say what there is to be said.
    let mut warnings: Vec<Warning> = ["jsonLd", "text"]
        .into_iter()
        .filter(|what| snapshot.cut.iter().any(|cut| cut == what))
        .map(|what| Warning::Cut { what: what.to_owned() })
        .collect();
    if SafeLink::new(&snapshot.address).is_none() && !snapshot.address.is_empty() {
        warnings.push(Warning::UnsafeAddress);
    }
    warnings
}

/// What the page is, and whether it says more of a posting than that there is one.
fn found(page: &Page<'_>, warnings: &mut Vec<Warning>) -> (Found, bool) {
    if let Some(found) = page.board.and_then(|_| boards::read_prose(page)) {
        let found = match found {
            Found::Posting(posting) => finish(page, vec![*posting], warnings),
            other => other,
        };
        return (found, true);
    }
    let structured = structured::read(page, warnings);
    let has_posting = matches!(structured.about, About::One(_));
    let kind = gate::kind(page, &structured);
    let has_matter = kind == Kind::Posting && (has_posting || gate::hints(page) > 0);
    let found = match kind {
        Kind::Posting => posting(page, structured.about, warnings),
        Kind::Perhaps => match posting(page, structured.about, warnings) {
            Found::Posting(mut posting) => {
                merge::trust(&mut posting, Confidence::Unsure);
                Found::Posting(posting)
            }
            other => other,
        },
        Kind::List => several(page, structured.about, &structured.items),
        Kind::Neither => Found::Nothing,
    };
    (found, has_matter)
}

/// The posting that all sources together make.
fn posting(page: &Page<'_>, about: About, warnings: &mut Vec<Warning>) -> Found {
    let mut sources = Vec::new();
    if let About::One(structured) = about {
        sources.push(*structured);
    }
    for company in sources
        .iter_mut()
        .filter_map(|source: &mut Posting| source.company.as_mut())
    {
        if let Some(name) = company::without_tenant(company.value.as_str(), page.site.employer()) {
            company.value = name;
        }
    }
    let known = page.board.map(|board| board.read(page)).unwrap_or_default();
    let job = known.title.as_ref().map(|title| title.value.clone());
    sources.push(known);
    sources.extend(state::read(page));
    sources.push(title::read(page, job.as_ref()));
    sources.push(labels::read(page, warnings));
    let titles = sources.iter().filter_map(|source| source.title.as_ref());
    let job = titles.rev().max_by_key(|title| title.confidence).cloned();
    let is_good = |company: &Reading<Line>| company.confidence > Confidence::Unsure;
    let has_company = sources.iter().filter_map(|source| source.company.as_ref()).any(is_good);
    sources.push(body::read(page, job.as_ref(), has_company, warnings));
    finish(page, sources, warnings)
}

/// The posting that these sources make, with what the address says; without a title it is none.
fn finish(page: &Page<'_>, mut sources: Vec<Posting>, warnings: &mut Vec<Warning>) -> Found {
    sources.push(Posting {
        address: page
            .address
            .clone()
            .map(|address| Reading::new(address, Source::Address, Confidence::Sure)),
        reference: page
            .place
            .as_ref()
            .and_then(|place| place.identity.clone())
            .map(|identity| Reading::new(identity, Source::Address, Confidence::Likely)),
        language: Line::new(&page.snapshot.language).filter(|tag| is_language_tag(tag.as_str())),
        ..Posting::default()
    });
    if page.board.is_some_and(|board| board.employers == Employers::Nameless) {
        sources.iter_mut().for_each(|source| source.company = None);
    }
    let mut posting = merge::merge(sources, warnings);
    if let (Some(posted), Some(closes)) = (&posting.posted, &posting.closes)
        && closes.value < posted.value
    {
        warnings.push(Warning::ClosesBeforePosted);
        posting.closes = None;
    }
    let Some(title) = &mut posting.title else {
        return Found::Nothing;
    };
    // "Baker (44112)" is the title and the number.
    let number = posting
        .reference
        .as_ref()
        .map(|reference| format!("({})", reference.value));
    if let Some(rest) = number.and_then(|number| Line::new(title.value.as_str().strip_suffix(&number)?)) {
        title.value = rest;
    }
    let can_be_kept = |address: &Reading<SafeLink>| address.value.can_be_kept();
    posting.address = posting.address.filter(can_be_kept);
    posting.apply = posting.apply.filter(can_be_kept);
    warnings.extend(wish::do_not_contact(&posting));
    Found::Posting(Box::new(posting))
}

/// Whether a text has the form of a BCP 47 tag; some pages name other things there.
pub fn is_language_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    parts
        .next()
        .is_some_and(|first| matches!(first.len(), 2 | 3) && first.bytes().all(|byte| byte.is_ascii_alphabetic()))
        && parts.all(|part| part.len() <= 8 && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// A list, where it is one with something to choose from.
fn several(page: &Page<'_>, about: About, items: &[(String, SafeLink)]) -> Found {
    let structured = match about {
        About::Several(candidates) => candidates,
        _ => Vec::new(),
    };
    let candidates = candidates::read(page, structured, items);
    // An article that counts jobs is no list of them.
    if candidates.is_empty() && !gate::stands_at_a_list(page) {
        return Found::Nothing;
    }
    Found::Several(candidates)
}
