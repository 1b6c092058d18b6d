//! The postings of a list, to choose from: what each card of it says, in the order of the page.
//!
//! A list is links of one kind, each with some lines around it. Which links lead to postings is the [gate](super::gate)'s matter; here the
//! text of a link is found again among the page's lines, and the lines up to the next one are its card.

use super::labels::{self, Label};
use super::page::{Page, Site};
use super::title::segments;
use super::words::{Words, fold, words};
use super::{Candidate, company, gate, path, place};
use crate::domain::{Confidence, Line, Posting, Reading, SafeLink, Source};

/// More are not offered: who has not found it by then searches on the page itself.
const MOST: usize = 30;

/// So many links to postings are looked at: filters and advice may come before.
const LINKS: usize = 200;

/// The text of a link that is so long, in characters, may not be all of it.
const CUT: usize = 150;

/// So many lines of a card are looked at: what comes later is its text.
const CARD: usize = 8;

/// What cards say of themselves in front of their titles.
const BADGES: Words = words!(
    "new|neu|nouveau|nuevo|nové|novo|nuovo|featured|promoted|sponsored|top|hot|urgent|easy apply|quick apply|remote|viewed|saved|\
     today|yesterday|heute|gestern|anzeige|gesponsert|topangebot|top job|premium|destacada|destacado",
);

impl Candidate {
    /// A posting of which nothing is known but this: no more than a guess, but for its address.
    pub fn posting(&self) -> Posting {
        let address = self.address.clone().filter(SafeLink::can_be_kept);
        Posting {
            title: listed_as(Some(self.title.clone())),
            company: listed_as(self.company.clone()),
            places: listed_as(self.place.clone().map(|place| vec![place])),
            address: address.map(|address| Reading::new(address, Source::Body, Confidence::Likely)),
            ..Posting::default()
        }
    }
}

fn listed_as<T>(value: Option<T>) -> Option<Reading<T>> {
    value.map(|value| Reading::new(value, Source::Body, Confidence::Unsure))
}

/// The postings that the page's structured data lists and those that its links lead to; in the order of the page.
pub(super) fn read(page: &Page<'_>, structured: Vec<Candidate>, items: &[(String, SafeLink)]) -> Vec<Candidate> {
    let cards = cards(page);
    let mut found = if structured.len() > 1 {
        structured
    } else {
        listed(items, &cards)
    };
    if found.len() < 2 {
        found = cards;
    }
    let employer = is_of_one_employer(page).then(|| employer(page)).flatten();
    for candidate in &mut found {
        candidate.company = candidate.company.take().or_else(|| employer.clone());
    }
    found.truncate(MOST);
    found
}

/// The page's own employer: as a title names it, else as all pages of an employer are read.
fn employer(page: &Page<'_>) -> Option<Line> {
    let mut said = page
        .titles
        .iter()
        .flat_map(|title| segments(title))
        .filter(|part| company::is_said(part));
    let said = said.find_map(company::name);
    said.or_else(|| company::fallback(page, &[]).map(|company| company.value))
}

/// Whether all postings of a list are those of the page's own employer: a host of that name alone may be a small board's.
fn is_of_one_employer(page: &Page<'_>) -> bool {
    let says_so = || {
        let address = page.address.as_ref().map_or("", SafeLink::as_str);
        let mut parts = address.split(['/', '.']);
        parts.any(|part| words!("career|careers|karriere|join-us|work-with-us").contains(part))
            || page
                .titles
                .iter()
                .flat_map(|title| segments(title))
                .any(company::is_said)
    };
    match page.site {
        Site::Tenant(_) => true,
        Site::Employer(_) => says_so(),
        Site::Board(_) | Site::Unknown => false,
    }
}

/// What a list in structured data names: those that are on the page as it reads there, and those that have a name.
fn listed(items: &[(String, SafeLink)], cards: &[Candidate]) -> Vec<Candidate> {
    let candidate = |(name, address): &(String, SafeLink)| {
        let card = cards.iter().find(|card| card.address.as_ref() == Some(address));
        card.cloned().or_else(|| {
            Some(Candidate {
                title: Line::new(name)?,
                company: None,
                place: None,
                address: Some(address.clone()),
            })
        })
    };
    items.iter().filter_map(candidate).collect()
}

/// A card for each link to a posting.
fn cards(page: &Page<'_>) -> Vec<Candidate> {
    let links = of_one_kind(page, gate::posting_links(page, LINKS));
    let mut from = 0;
    let mut placed = Vec::new();
    for (text, address) in &links {
        let place = lines_of(page, text, from);
        from = place.map_or(from, |(_, end)| end);
        placed.push((*text, address, place));
    }
    let called = Called::new(page);
    let mut found: Vec<Candidate> = Vec::new();
    // What stands where companies and places stand, or looks like one, without being called so.
    let (mut companies, mut places) = (Vec::new(), Vec::new());
    for (index, (text, address, place)) in placed.iter().enumerate() {
        let next = placed.iter().skip(index + 1).find_map(|(.., place)| *place);
        let end = next.map_or(page.lines.len(), |(start, _)| start);
        let Some((title, lines)) = title_and_rest(page, text, *place, end) else {
            continue;
        };
        // "Halyard Coast · Kiel" is two things.
        let parts = lines.iter().flat_map(|line| line.split(['·', '•', '|'])).map(str::trim);
        let parts: Vec<&str> = parts.filter(|part| part.chars().any(char::is_alphanumeric)).collect();
        let lines = parts.as_slice();
        let candidate = Candidate {
            title,
            company: called.company_in(lines),
            place: called.place_in(lines),
            address: Some((*address).clone()),
        };
        if !found.contains(&candidate) {
            companies.push(
                called
                    .company_by_place(page, lines)
                    .filter(|_| page.site.employer().is_none()),
            );
            places.push(
                lines
                    .iter()
                    .copied()
                    .take(4)
                    .find(|line| place::looks_like_one(line))
                    .and_then(place::one),
            );
            found.push(candidate);
        }
    }
    add_guesses(&mut found, companies, |candidate| &mut candidate.company);
    add_guesses(&mut found, places, |candidate| &mut candidate.place);
    found
}

/// What is so in one card is chance, what is so in most of them is how they are made.
fn add_guesses(found: &mut [Candidate], guesses: Vec<Option<Line>>, field: fn(&mut Candidate) -> &mut Option<Line>) {
    let known = guesses.iter().flatten().count();
    if known >= 2 && known * 2 > found.len() {
        for (candidate, guess) in found.iter_mut().zip(guesses) {
            let is_new = candidate.company != guess;
            let field = field(candidate);
            *field = field.take().or(guess.filter(|_| is_new));
        }
    }
}

/// The links that are like most of them. The others are filters, advice, or postings of a sidebar.
fn of_one_kind<'a>(page: &Page<'_>, mut links: Vec<(&'a str, SafeLink)>) -> Vec<(&'a str, SafeLink)> {
    let is_heading = |text: &str| page.snapshot.headings.iter().any(|heading| heading.text == text);
    let is_numbered = |address: &SafeLink| path::has_long_number(address.path()) || path::has_identity(address);
    let several = |is: &dyn Fn(&(&str, SafeLink)) -> bool, links: &mut Vec<(&'a str, SafeLink)>| {
        if links.iter().filter(|link| is(link)).count() >= 3 {
            links.retain(is);
        }
    };
    several(&|(_, address)| is_numbered(address), &mut links);
    several(&|(text, _)| is_heading(text), &mut links);
    let shapes: Vec<String> = links.iter().map(|(_, address)| shape(address)).collect();
    let count = |shape: &String| shapes.iter().filter(|other| *other == shape).count();
    let most = shapes.iter().map(count).max().unwrap_or_default();
    let mut is_kept = shapes.iter().map(|shape| count(shape) * 4 >= most);
    links.retain(|_| is_kept.next().unwrap_or_default());
    links.truncate(MOST);
    links
}

/// An address without what tells one posting from another: its host, the number of its parts, and the first of them.
fn shape(address: &SafeLink) -> String {
    let parts: Vec<&str> = address.path().split('/').filter(|part| !part.is_empty()).collect();
    let first = parts
        .first()
        .copied()
        .filter(|first| parts.len() > 1 && !first.contains('-'));
    format!("{}/{}/{}", address.host(), first.unwrap_or_default(), parts.len())
}

/// Where the text of a link stands among the page's lines, from a line on: the first of them, and the one after the last.
fn lines_of(page: &Page<'_>, text: &str, from: usize) -> Option<(usize, usize)> {
    let begins = |line: &&str| text.starts_with(*line);
    let is_cut = text.chars().count() >= CUT;
    let mut start = from;
    loop {
        let rest = page.lines.get(start..)?;
        start += rest.iter().position(begins)?;
        let mut left = text;
        let mut end = start;
        while let Some(line) = page.lines.get(end).filter(|_| !left.is_empty()) {
            // The text of a long link is cut.
            if is_cut && line.starts_with(left) {
                return Some((start, end + 1));
            }
            let Some(after) = left.strip_prefix(line) else { break };
            left = after.trim_start();
            end += 1;
        }
        if left.is_empty() {
            return Some((start, end));
        }
        start += 1;
    }
}

/// The title in the text of a link, and the lines of its card that follow, up to `end`, where the next one begins.
fn title_and_rest<'p>(
    page: &'p Page<'_>,
    text: &str,
    place: Option<(usize, usize)>,
    end: usize,
) -> Option<(Line, &'p [&'p str])> {
    let Some((start, after)) = place else {
        return Some((Line::new(text)?, &[]));
    };
    let inside = page.lines.get(start..after)?;
    let is_heading = |line: &&str| page.snapshot.headings.iter().any(|heading| heading.text == *line);
    let is_title = |line: &&str| line.chars().count() >= 4 && !BADGES.contains(&fold(line));
    let title = inside
        .iter()
        .position(is_heading)
        .or_else(|| inside.iter().position(is_title))?;
    let begin = start + title + 1;
    let end = end.max(after).min(begin + CARD);
    Some((
        Line::new(inside.get(title)?)?,
        page.lines.get(begin..end).unwrap_or_default(),
    ))
}

/// What the authors of the page call companies and places.
struct Called<'a> {
    companies: Vec<&'a str>,
    places: Vec<&'a str>,
}

impl<'a> Called<'a> {
    fn new(page: &'a Page<'_>) -> Self {
        let is_place = |names: &str| {
            words!("location|place|city|joblocation").any_in(names) && !words!("company name|title").any_in(names)
        };
        let is_value = |text: &str| !text.ends_with(':');
        Self {
            companies: company::called(page).collect(),
            places: page
                .named
                .iter()
                .filter(|(names, text)| is_value(text) && is_place(names))
                .map(|(_, text)| *text)
                .collect(),
        }
    }

    /// The company that the lines of a card name: by a link or an element that is called so, or by a label.
    fn company_in(&self, lines: &[&str]) -> Option<Line> {
        let called = lines.iter().find(|line| self.companies.contains(line)).copied();
        company::name(called.or_else(|| labelled(lines, Label::Company))?)
    }

    /// The place that they name, in the same ways.
    fn place_in(&self, lines: &[&str]) -> Option<Line> {
        let called = lines.iter().find(|line| self.places.contains(line)).copied();
        place::one(called.or_else(|| labelled(lines, Label::Place))?)
    }

    /// What stands alone between title and place, or begins the line below the title and leads to a page of its own.
    fn company_by_place(&self, page: &Page<'_>, lines: &[&str]) -> Option<Line> {
        let mut lines = lines.iter().copied();
        let (first, second) = (lines.next()?, lines.next());
        let is_place = |line: &str| self.places.contains(&line) || place::looks_like_one(line);
        let folded = fold(first);
        if is_place(first) || BADGES.contains(&folded) || folded.starts_with("posted") {
            return None;
        }
        let leads_on = |address: &str| {
            SafeLink::new(address).is_some_and(|address| !path::is_query(&address) && !path::is_posting(&address))
        };
        let mut links = page.snapshot.links.iter();
        let linked =
            links.find(|(text, address)| !text.is_empty() && first.starts_with(text.as_str()) && leads_on(address));
        match linked {
            Some((text, _)) => company::name(text),
            // On an employer's own pages a department stands there.
            None if matches!(page.site, Site::Board(_)) => {
                company::name(second.filter(|second| is_place(second)).and(Some(first))?)
            }
            None => None,
        }
    }
}

fn labelled<'a>(lines: &[&'a str], wanted: Label) -> Option<&'a str> {
    let mut found = labels::in_lines(lines).into_iter();
    found.find(|(label, _)| *label == wanted).map(|(_, value)| value)
}
