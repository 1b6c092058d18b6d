//! Who hires: how a name reads without ornament, what names it outside of titles, and what is left to guess from.

use super::days_ago::counts_back;
use super::labels::{Label, label};
use super::page::{Page, Site};
use super::title::{is_generic, reading, segments, trim_separators};
use super::words::{Words, fold, has_words, is_unspaced, squash, words};
use super::{gate, kinds, place};
use crate::domain::{CompanyKey, Confidence, Line, Reading, Source};

/// What stands around a company's name in titles and logos.
const LEAD_INS: Words = words!(
    "jobs bei|jobs at|jobs chez|jobs|careers at|career at|karriere bei|arbeiten bei|working at|work at|join|emplois chez|\
     travailler chez|werken bij|werkenbij|vacatures bij|trabaja en|trabalhe na|lavora in|pracuj w|kariera w|karriär på|\
     jobba hos|job hos|logo of|logo|company logo|welcome to",
);
const TAILS: Words = words!(
    "careers|career|career site|careers site|career portal|careers portal|job opportunities|vacancies|jobs|\
     karriere|karriereportal|stellenangebote|stellenportal|logo|company logo|recrutement|carrières|kariéra|kariera|karriär|\
     carreiras|empleo|vacatures|job board|home page|hiring",
);

/// The name of an organisation in structured data, without what a tenant of a board is called there: "Northwind Careers", and before the
/// company's own number, "2100 Northwind Inc.".
pub(super) fn without_tenant(text: &str, employer: Option<&str>) -> Option<Line> {
    let text = text.trim();
    let lower = text.to_lowercase();
    let tails = words!(" careers| career site| careers site| karriere");
    let tail = tails
        .iter()
        .find(|tail| lower.ends_with(*tail) && lower.len() == text.len());
    let text = tail
        .and_then(|tail| text.get(..text.len() - tail.len()))
        .unwrap_or(text);
    let numbered = text.split_once(' ').filter(|(number, rest)| {
        let is_number = (2..=6).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
        is_number && employer.is_some_and(|employer| squash(rest).starts_with(&squash(employer)))
    });
    Line::new(trim_separators(numbered.map_or(text, |(_, rest)| rest)))
}

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
    let leads = words!(
        "jobs bei|jobs at|jobs chez|careers at|career at|karriere bei|arbeiten bei|working at|emplois chez|travailler chez|\
         werken bij|vacatures bij|trabaja en|lavora in|jobba hos",
    );
    let tails = words!(
        " careers| career site| careers site| career portal| job opportunities| vacancies| karriere| karriereportal| kariéra|\
         kariera| karriär| recrutement| carrières| carreiras| vacatures",
    );
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
        .trim_start_matches([',', ' '])
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
    let folded = fold(text);
    let is_notice =
        words!("cookies|cookie policy|cookie settings|privacy|privacy policy|privacy notice|datenschutz|impressum");
    let is_name = text.chars().count() <= 80 && !is_generic(&folded) && !is_notice.contains(&folded);
    is_name.then(|| Line::new(text)).flatten()
}

/// What companies' names end in, as the law has it.
const LEGAL_FORMS: Words = words!(
    "gmbh|gmbh co kg|mbh|ag|kg|ohg|e v|eg|ltd|limited|inc|llc|llp|plc|corp|corporation|pty ltd|pvt ltd|s a|sas|s a s|sarl|sàrl|\
     s à r l|spa|s p a|srl|s r l|sl|s l|slu|s l u|lda|ltda|bv|b v|n v|ab|oy|oyj|aps|a s|as|sp z o o|spółka z o o|s r o|\
     kft|zrt|d o o|d d|ug|kgaa|se co kg|株式会社|有限公司",
);

/// Whether a line is a company's name and nothing else, by the legal form with which it ends; the Japanese one begins it, too.
pub(super) fn has_legal_form(line: &str) -> bool {
    let folded = fold(line);
    let is_short = (4..=70).contains(&line.chars().count()) && folded.split(' ').count() <= 9;
    let ends = |form: &str| {
        let rest = folded.strip_suffix(form);
        rest.is_some_and(|rest| rest.ends_with(' ') || (!rest.is_empty() && form.starts_with(is_unspaced)))
    };
    // "Calgary, AB" and "known as" end in none.
    let last = line.rsplit(' ').next().unwrap_or_default();
    let is_written_so = last
        .contains(|character: char| character.is_uppercase() || ".)/".contains(character) || is_unspaced(character));
    let is_region = last.len() == 2
        && line
            .strip_suffix(last)
            .is_some_and(|rest| rest.trim_end().ends_with(','));
    let begins_japanese = || folded.len() > "株式会社".len() && folded.starts_with("株式会社");
    is_short
        && is_written_so
        && !is_region
        && !line.contains(['©', ':', '?', '!', '|'])
        && line.starts_with(|first: char| first.is_uppercase() || first.is_numeric() || is_unspaced(first))
        && (LEGAL_FORMS.iter().any(ends) || begins_japanese())
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
        .filter(|link| is_named_page(link))
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
    let linked = links.filter(|link| is_named_page(link));
    linked.map(|(text, _)| text.as_str()).chain(classed(page))
}

/// Texts of elements that are called a company's name.
fn classed<'p>(page: &'p Page<'_>) -> impl Iterator<Item = &'p str> {
    let is_named = |names: &str| {
        words!("company name|companyname|employer name|employer|advertiser name|advertiser|company|comp name")
            .any_in(names)
            && !words!("bg|location|alert|size|tag|editor|details|logo|fallback|question|life|card").any_in(names)
    };
    let named = page.named.iter().filter(move |(names, _)| is_named(names));
    named
        .map(|(_, text)| *text)
        .filter(|text| text.chars().count() <= 60 && !text.contains(':'))
}

/// Whether a page on the host of that name says that another hires: by a label, or where all that its author calls a company is one.
pub(super) fn is_of_another(page: &Page<'_>, host: &str) -> bool {
    let labelled = page
        .pairs
        .iter()
        .find(|(label, _)| *label == Label::Company)
        .map(|(_, value)| *value);
    let mut called = classed(page);
    let first = called
        .next()
        .filter(|first| called.all(|other| fold(other) == fold(first)));
    let host = squash(host);
    let is_other = |text: &str| {
        name(text).is_some_and(|name| {
            let name = squash(name.as_str());
            name.len() >= 3 && !name.contains(&host) && !host.contains(&name) && !is_generic(&fold(text))
        })
    };
    let headings = page
        .snapshot
        .headings
        .iter()
        .take(6)
        .map(|heading| heading.text.as_str());
    let formed = headings.filter(|text| has_legal_form(text)).take(1);
    // A cookie's provider is called a company, too: it is none of those that the title names.
    let is_titled = |text: &&str| page.titles.iter().any(|title| has_words(&fold(title), &fold(text)));
    let named = first.into_iter().chain(formed).filter(is_titled);
    labelled.into_iter().chain(named).any(is_other)
}

/// Whether a link's text says that it leads to a company, and not which.
fn leads_on(text: &str) -> bool {
    words!(
        "o firmie|about|about us|about the company|about company|company|company profile|company page|profile|view company|\
         view profile|see company|website|visit website|reviews|follow|overview|mehr erfahren|zum unternehmen|unternehmen|\
         unternehmensprofil|firmenprofil|zum firmenprofil|l entreprise|voir l entreprise|découvrir l entreprise|empresa|ver empresa|\
         ver perfil|o společnosti|profil|profil firmy|om företaget|om virksomheden|om oss|azienda|chi siamo|over ons",
    )
    .contains(&fold(text))
}

/// Whether a link leads to a board's page about a company, and says which.
fn is_named_page((text, address): &(String, String)) -> bool {
    !text.is_empty() && is_page(address) && !leads_on(text)
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
    let start = words!("About |ABOUT |Careers at |CAREERS AT |Life at |Über |À propos de |Join the team at ")
        .iter()
        .find_map(|start| text.strip_prefix(start))?;
    let folded = fold(start);
    let is_other = words!("us|you|the |this |our |your |uns|job|me|role|team|a |company|jobs|diesen|wir");
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

/// The company where no title names it: from what else does, at last from the address, as the page itself writes it. `near` are the
/// lines around the posting's title, the nearest first.
pub(super) fn fallback(page: &Page<'_>, near: &[&str]) -> Option<Reading<Line>> {
    let linked = page.snapshot.links.iter().find(|link| is_named_page(link));
    if let Some((text, _)) = linked.filter(|_| page.site.employer().is_none()) {
        return reading(name(text), Source::Body, Confidence::Likely);
    }
    let mut own = classed(page).filter(|text| !page.is_board_name(text));
    if let Some(first) = own.next()
        && own.all(|other| fold(other) == fold(first))
    {
        return reading(name(first), Source::Body, Confidence::Likely);
    }
    // "Ovens GmbH - Bern" is two things.
    let mut parts = near
        .iter()
        .flat_map(|line| line.split(" - "))
        .flat_map(|line| line.split(['·', '•', '|']));
    if let Some(line) = parts.find(|line| has_legal_form(line.trim()) && !page.is_board_name(line)) {
        return reading(name(line), Source::Body, Confidence::Likely);
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
    let below = near
        .first()
        .copied()
        .filter(|line| matches!(page.site, Site::Board(_)) && may_be(line));
    if let Some(line) = below {
        return reading(name(line), Source::Body, Confidence::Unsure);
    }
    let others = named(page).chain(site_name).filter(|text| !page.is_board_name(text));
    let slug = match &page.site {
        Site::Tenant(name) => Some(capitalised(name)),
        _ => None,
    };
    let company = others.take(20).find_map(name).or_else(|| name(&slug?));
    reading(company, Source::Body, Confidence::Unsure)
}

/// Whether a line below a title may be a company's name: it reads like no other thing that stands there.
fn may_be(line: &str) -> bool {
    line.chars().count() <= 60
        && line.starts_with(|first: char| first.is_uppercase() || first.is_numeric())
        && !line.contains([':', '?', '!', '€', '$', '£', '%', '·', '•', '|'])
        && !line.ends_with('.')
        && !place::looks_like_one(line)
        && label(line).is_none()
        && kinds::employments(line).is_empty()
        && kinds::workplace(line).is_none()
        && !gate::invites(line)
        && !counts_back(line)
        && !is_generic(&fold(line))
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
    fn legal_forms_end_a_companys_name() {
        for name in [
            "Holzweg Möbelbau GmbH",
            "Rheinkrume GmbH & Co. KG",
            "Bursztyn Finanse Sp. z o.o.",
            "Nordlys Elektro AS",
            "Officine Brenta S.p.A.",
            "株式会社ひのでや",
            "ひのでや株式会社",
        ] {
            assert!(has_legal_form(name), "{name}");
        }
        for other in [
            "AG",
            "Head of Sales",
            "We are Ovens Ltd.: join us",
            "© Ovens Ltd",
            "Known as",
            "Calgary, AB",
        ] {
            assert!(!has_legal_form(other), "{other}");
        }
    }

    #[test]
    fn companies_are_named_without_ornament() {
        let name = |text: &str| name(text).map(String::from).unwrap_or_default();
        assert_eq!(name("Ovens Careers"), "Ovens");
        assert_eq!(name("Logo Ovens"), "Ovens");
        assert_eq!(name("Alza.cz a.s. logo"), "Alza.cz a.s.");
        assert_eq!(name("at Ovens"), "Ovens");
        assert_eq!(name("At Home Ovens"), "At Home Ovens");
        assert_eq!(name("Careers"), "");
        assert_eq!(name("Cookie Policy"), "");
        assert_eq!(
            name("University of Fenwater Job Opportunities"),
            "University of Fenwater"
        );
        assert_eq!(name("Żubrtech Kariera"), "Żubrtech");
        assert_eq!(name("Werken bij Waterlelie Zorg"), "Waterlelie Zorg");
    }
}
