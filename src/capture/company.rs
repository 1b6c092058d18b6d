//! Who hires: how a name reads without ornament, what names it outside of titles, and what is left to guess from.

use super::page::{Page, Site};
use super::title::{is_generic, reading, segments, trim_separators};
use super::words::{Words, fold, squash};
use crate::domain::{CompanyKey, Confidence, Line, Reading, Source};

/// What stands around a company's name in titles and logos.
const LEAD_INS: Words = Words(
    "jobs bei|jobs at|jobs chez|jobs|careers at|career at|karriere bei|working at|work at|join|emplois chez|\
     logo of|logo|company logo|welcome to",
);
const TAILS: Words = Words(
    "careers|career|career site|careers site|jobs|karriere|logo|company logo|recrutement|kariéra|job board|\
     home page|hiring",
);

/// Whether something other than a title calls the company so.
pub(super) fn is_known(page: &Page<'_>, text: &str) -> bool {
    let Some(key) = name(text).and_then(|name| CompanyKey::new(name.as_str())) else {
        return false;
    };
    let key = squash(key.as_str());
    key.len() >= 2 && page.company_hints.contains(&key)
}

/// Whether what stands around a name says that it is a company's: "Jobs bei Northwind", "Northwind Careers".
pub(super) fn is_said(text: &str) -> bool {
    let text = fold(text);
    let leads = Words("jobs bei|jobs at|jobs chez|careers at|career at|karriere bei|working at|emplois chez");
    let tails = Words(" careers| career site| careers site| karriere| kariéra| recrutement");
    leads
        .iter()
        .any(|lead| text.starts_with(lead) && text.len() > lead.len() + 2)
        || tails.iter().any(|tail| text.ends_with(tail))
}

/// Whether a name and the company's elsewhere begin alike: "Sonar" on the pages of "sonarsource".
pub(super) fn resembles(page: &Page<'_>, text: &str) -> bool {
    let name = squash(text);
    let hints = page.company_hints.iter();
    name.len() >= 4
        && hints
            .filter(|hint| hint.len() >= 4)
            .any(|hint| hint.starts_with(&name) || name.starts_with(hint.as_str()))
}

/// A company's name without what stands around it in titles and logos; `None` if nothing is left.
pub(super) fn name(text: &str) -> Option<Line> {
    let mut text = trim_separators(text)
        .trim_end_matches(['✓', '✔'])
        .trim()
        .trim_end_matches("招聘");
    text = text.strip_prefix("at ").unwrap_or(text);
    for lead in LEAD_INS.iter() {
        if let Some((_, rest)) = text
            .get(..lead.len())
            .zip(text.get(lead.len()..))
            .filter(|(start, rest)| start.to_lowercase() == *lead && rest.starts_with([' ', ':', '-']))
        {
            text = trim_separators(rest);
        }
    }
    for tail in TAILS.iter() {
        let Some(cut) = text.len().checked_sub(tail.len()) else {
            continue;
        };
        if let Some((rest, _)) = text
            .get(..cut)
            .zip(text.get(cut..))
            .filter(|(rest, end)| end.to_lowercase() == *tail && rest.ends_with([' ', '-', '|']))
        {
            text = trim_separators(rest);
        }
    }
    let is_name = text.chars().count() <= 80 && !is_generic(&fold(text));
    is_name.then(|| Line::new(text)).flatten()
}

/// Squashed names that logos, links to company pages, headings and the address give the company.
pub(super) fn hints(page: &Page<'_>) -> Vec<String> {
    let mut hints = Vec::new();
    let mut add = |text: &str| {
        let Some(key) = name(text).and_then(|name| CompanyKey::new(name.as_str())) else {
            return;
        };
        let key = squash(key.as_str());
        if key.len() >= 2 && !hints.contains(&key) && !page.is_board_name(text) {
            hints.push(key);
        }
    };
    if let Some(name) = page.site.employer() {
        add(name);
    }
    named(page).for_each(&mut add);
    hints
}

/// Texts outside titles that name the company, the most telling first.
fn named<'p>(page: &'p Page<'_>) -> impl Iterator<Item = &'p str> {
    let snapshot = page.snapshot;
    let company_links = snapshot
        .links
        .iter()
        .filter(|(text, address)| !text.is_empty() && is_page(address))
        .map(|(text, _)| text.as_str());
    let told = snapshot.headings.iter().filter_map(|heading| about(&heading.text));
    let lines = page.lines.iter().filter_map(|line| about(line));
    let owners = snapshot
        .links
        .iter()
        .map(|(text, _)| text.as_str())
        .chain(page.lines.iter().copied())
        .filter_map(copyright);
    let logos = snapshot
        .logos
        .iter()
        .map(String::as_str)
        .filter(|logo| !page.is_board_name(logo));
    let classed = classed(page);
    let application = snapshot.meta("apple-mobile-web-app-title").into_iter();
    company_links
        .take(1)
        .chain(classed.take(1))
        .chain(told.take(1))
        .chain(logos.take(2))
        .chain(lines.take(1))
        .chain(owners.take(1))
        .chain(application)
}

/// Texts that the page's author calls a company's: of links to the pages of companies, and of elements of that name.
pub(super) fn called<'p>(page: &'p Page<'_>) -> impl Iterator<Item = &'p str> {
    let links = page.snapshot.links.iter();
    let linked = links.filter(|(text, address)| !text.is_empty() && is_page(address));
    linked.map(|(text, _)| text.as_str()).chain(classed(page))
}

/// Texts of elements that are called a company's name.
fn classed<'p>(page: &'p Page<'_>) -> impl Iterator<Item = &'p str> {
    let is_named = |names: &str| {
        Words("company name|companyname|employer name|employer|advertiser name|advertiser|company|comp name")
            .any_in(names)
            && !Words("bg|location|alert|size|tag|editor|details|logo|fallback|question|life|card").any_in(names)
    };
    let named = page.named.iter().filter(move |(names, _)| is_named(names));
    named
        .map(|(_, text)| *text)
        .filter(|text| text.chars().count() <= 60 && !text.contains(':'))
}

/// Whether an address is that of a board's page about a company.
fn is_page(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let segments: Vec<&str> = path.split('/').skip(3).collect();
    matches!(segments.as_slice(), ["company" | "cmp" | "companies" | "employer" | "employers" | "startup" | "firma" | "firmy" | "organization", name, ..] if !name.is_empty())
}

/// "About Northwind", "Careers at Northwind", "Life at Northwind".
fn about(text: &str) -> Option<&str> {
    let text = text.trim().trim_end_matches(':');
    let start = Words("About |ABOUT |Careers at |CAREERS AT |Life at |Über |À propos de |Join the team at ")
        .iter()
        .find_map(|start| text.strip_prefix(start))?;
    let folded = fold(start);
    let is_other = Words("us|you|the |this |our |your |uns|job|me|role|team|a |company|jobs|diesen|wir");
    let is_name = start.split_whitespace().count() <= 5
        && !is_other
            .iter()
            .any(|word| folded == word.trim() || folded.starts_with(word) && word.ends_with(' '));
    (is_name && start.starts_with(char::is_uppercase)).then_some(start)
}

/// The owner in "© 2009 Northwind, All Rights Reserved".
fn copyright(text: &str) -> Option<&str> {
    let (_, owner) = text.split_once('©')?;
    let owner = owner.trim_start_matches(|character: char| {
        character.is_ascii_digit() || character.is_whitespace() || matches!(character, '-' | '–' | ',')
    });
    let owner = owner.split([',', '.', '|', '·']).next()?.trim();
    (owner.split_whitespace().count() <= 5 && !owner.is_empty()).then_some(owner)
}

/// The company where no title names it: from what else does, at last from the address, as the page itself writes it.
pub(super) fn fallback(page: &Page<'_>) -> Option<Reading<Line>> {
    let linked = page
        .snapshot
        .links
        .iter()
        .find(|(text, address)| !text.is_empty() && is_page(address));
    if let Some((text, _)) = linked.filter(|_| page.site.employer().is_none()) {
        return reading(name(text), Source::Body, Confidence::Likely);
    }
    let mut own = classed(page).filter(|text| !page.is_board_name(text));
    if let Some(first) = own.next()
        && own.all(|other| fold(other) == fold(first))
    {
        return reading(name(first), Source::Body, Confidence::Likely);
    }
    if let Some(slug) = page.site.employer() {
        let wanted = squash(slug);
        let is_fuller = |name: &Line| wanted.len() >= 4 && squash(name.as_str()).starts_with(&wanted);
        if let Some(logo) = page.snapshot.logos.iter().filter_map(|logo| name(logo)).find(is_fuller) {
            return reading(Some(logo), Source::Body, Confidence::Likely);
        }
        let spelled = page
            .titles
            .iter()
            .copied()
            .flat_map(segments)
            .chain(named(page))
            .chain(page.snapshot.meta("og:site_name"))
            .chain(page.lines.iter().copied().take(400))
            .find_map(|text| spelling(text, &wanted));
        if let Some(company) = spelled {
            return reading(name(&company), Source::Address, Confidence::Likely);
        }
    }
    let site_name = page
        .snapshot
        .meta("og:site_name")
        .filter(|_| page.site.employer().is_some());
    let others = named(page).chain(site_name).filter(|text| !page.is_board_name(text));
    let slug = match &page.site {
        Site::Tenant(name) => Some(capitalised(name)),
        _ => None,
    };
    let company = others.take(20).find_map(name).or_else(|| name(&slug?));
    reading(company, Source::Body, Confidence::Unsure)
}

/// "halyard-coast" as a name.
fn capitalised(slug: &str) -> String {
    let words = slug.split(['-', '_', '.']).filter(|word| !word.is_empty()).map(|word| {
        let mut characters = word.chars();
        // A host is ASCII; the table for all other letters weighs fourteen kilobytes.
        let initial = characters
            .next()
            .map(|initial| initial.to_ascii_uppercase().to_string());
        initial.unwrap_or_default() + characters.as_str()
    });
    words.collect::<Vec<_>>().join(" ")
}

/// How a text spells the name that reads `wanted` when squashed: one to three words side by side.
fn spelling(text: &str, wanted: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().take(120).collect();
    let trim = |word: &str| {
        word.trim_matches(|character: char| !character.is_alphanumeric())
            .to_owned()
    };
    (1..=3).find_map(|length| {
        words.windows(length).find_map(|window| {
            let name = trim(&window.join(" "));
            let name = name
                .strip_suffix("'s")
                .or_else(|| name.strip_suffix("’s"))
                .unwrap_or(&name)
                .to_owned();
            (squash(&name) == wanted && name.starts_with(char::is_uppercase)).then_some(name)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn companies_are_named_without_ornament() {
        let name = |text: &str| name(text).map(String::from).unwrap_or_default();
        assert_eq!(name("Ovens Careers"), "Ovens");
        assert_eq!(name("Logo Ovens"), "Ovens");
        assert_eq!(name("Alza.cz a.s. logo"), "Alza.cz a.s.");
        assert_eq!(name("at Ovens"), "Ovens");
        assert_eq!(name("At Home Ovens"), "At Home Ovens");
        assert_eq!(name("Careers"), "");
    }
}
