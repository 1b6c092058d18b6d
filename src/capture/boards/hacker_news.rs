//! Hacker News, "Who is hiring?": a thread in which each comment is a posting. There are no fields; by custom the first line of a
//! comment is "Company | Role | Place | Remote | Kind of contract | Pay". How a comment is built was seen in public code, 2021 to
//! 2026: a line with author, age and links, then the text, then "reply".

use super::{Board, Stage};
use crate::capture::days_ago::Side;
use crate::capture::page::Page;
use crate::capture::words::{Words, fold, words};
use crate::capture::{Candidate, Found, company, kinds, pay, place};
use crate::domain::{Confidence, Line, Posting, Prose, Reading, SafeLink, Source};

pub(super) const BOARD: Board = Board {
    hosts: &["news.ycombinator.com"],
    addresses: &[(Stage::Posting, "/item?id={number}")],
    is_unique: true,
    canonical: "/item?id={}",
    ..Board::NEW
};

/// What the thread is called, month by month.
const THREAD: &str = "who is hiring";

/// Words that only roles have.
const ROLES: Words = words!(
    "engineer|engineers|engineering|developer|developers|dev|devs|programmer|designer|scientist|researcher|analyst|architect|\
     manager|lead|director|head|devops|sre|cto|coo|vp|founding|staff|senior|junior|fullstack|full stack|full-stack|backend|\
     back end|frontend|front end|intern|writer|consultant|administrator|specialist|recruiter|marketer|marketing|sales|support|\
     technician|product|multiple|various|several|roles|positions|all levels",
);

/// Reads a thread, which is a list, or a comment on one.
pub(super) fn read(page: &Page<'_>) -> Found {
    let is_thread = |text: &str| fold(text).contains(THREAD);
    if is_thread(&page.snapshot.title) {
        let candidates = comments(page)
            .filter_map(|comment| Some((comment.address, Head::read(page, comment.head)?)))
            .filter_map(|(address, head)| {
                Some(Candidate {
                    title: head.role?,
                    company: Some(head.company?),
                    place: None,
                    address: Some(address),
                })
            });
        return Found::Several(candidates.collect());
    }
    // The comment stands first; its answers follow.
    let on_thread = page.snapshot.links.iter().any(|(text, _)| is_thread(text));
    let comment = comments(page).next().filter(|_| on_thread);
    let read = comment.and_then(|comment| Some((Head::read(page, comment.head)?, comment)));
    let Some((head, comment)) = read else {
        return Found::Nothing;
    };
    let posted = page.near_day(comment.age, Side::Behind);
    Found::Posting(Box::new(Posting {
        posted: posted.map(|day| Reading::new(day, Source::Body, Confidence::Unsure)),
        ..head.posting(&comment.text)
    }))
}

/// One comment.
struct Comment<'p> {
    address: SafeLink,
    /// "3 days ago"
    age: &'p str,
    /// Its first line.
    head: &'p str,
    /// All its lines.
    text: String,
}

/// The comments of the page, as far as it was read.
fn comments<'p>(page: &'p Page<'_>) -> impl Iterator<Item = Comment<'p>> {
    let mut next = 0;
    let ages = page
        .snapshot
        .links
        .iter()
        .filter(|(text, _)| text.ends_with(" ago") || text.starts_with("on "));
    ages.filter_map(move |(age, address)| {
        let address = SafeLink::new(address)?;
        let lines = page.lines.get(next..)?;
        let above = lines.iter().position(|line| line.contains(age.as_str()))?;
        next += above + 1;
        let text = lines.get(above + 1..)?.iter().take_while(|line| **line != "reply");
        let text: Vec<&str> = text.copied().collect();
        Some(Comment {
            address,
            age,
            head: text.first()?,
            text: text.join("\n"),
        })
    })
}

/// What the first line of a comment says.
#[derive(Default)]
struct Head {
    company: Option<Line>,
    role: Option<Line>,
    place: Option<Line>,
    posting: Posting,
}

impl Head {
    /// `None` for a line that is no posting's.
    fn read(page: &Page<'_>, line: &str) -> Option<Self> {
        let mut parts = line.split('|').map(str::trim).filter(|part| !part.is_empty());
        let mut head = Self {
            company: parts.next().and_then(|part| company::name(bare(part))),
            ..Self::default()
        };
        let parts: Vec<&str> = parts.filter(|part| !part.contains("://")).collect();
        if parts.len() < 2 {
            return None;
        }
        let likely = Confidence::Likely;
        let mut others = Vec::new();
        for part in parts {
            let is_role = ROLES.any_in(&fold(part));
            let employments = kinds::employments(part);
            let workplace = kinds::workplace(part);
            if is_role && head.role.is_none() {
                head.role = Line::new(part);
            } else if let Some(pay) = pay::read(part, pay::Certainty::Open, page.dollar) {
                head.posting.pay = Some(Reading::new(pay, Source::Body, likely));
            } else if !employments.is_empty() {
                head.posting.employment = Some(Reading::new(employments, Source::Body, likely));
            } else if let Some(workplace) = workplace {
                head.posting.workplace = Some(Reading::new(workplace, Source::Body, likely));
                // "Remote (Portugal)"
                let within = part.split_once('(').and_then(|(_, within)| within.split(')').next());
                head.place = head.place.or_else(|| place::one(within?));
            } else if !is_role {
                others.push(part);
            }
        }
        let role = head.role.take();
        let mut others = others.into_iter();
        // Without a word that says so, the first part is the role.
        head.role = role.or_else(|| others.next().and_then(Line::new));
        head.place = others.next().and_then(place::one).or(head.place);
        Some(head)
    }

    fn posting(self, text: &str) -> Posting {
        let likely = |line| Reading::new(line, Source::Body, Confidence::Likely);
        Posting {
            title: self.role.map(likely),
            company: self.company.map(likely),
            places: self
                .place
                .map(|place| Reading::new(vec![place], Source::Body, Confidence::Likely)),
            description: Prose::new(text).map(|text| Reading::new(text, Source::Body, Confidence::Likely)),
            ..self.posting
        }
    }
}

/// A name without what stands in brackets behind it: an address, a batch of founders.
fn bare(part: &str) -> &str {
    part.split(['(', '[']).next().unwrap_or(part).trim()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capture::PageSnapshot;
    use crate::domain::{Employment, Workplace};

    fn head(line: &str) -> Option<Head> {
        Head::read(&Page::new(&PageSnapshot::default()), line)
    }

    #[track_caller]
    fn check(line: &str, company: &str, role: &str, place: &str) {
        let head = head(line).unwrap();
        let text = |line: &Option<Line>| line.as_ref().map_or(String::new(), Line::to_string);
        assert_eq!(
            [text(&head.company), text(&head.role), text(&head.place)],
            [company, role, place],
            "{line}"
        );
    }

    #[test]
    fn the_first_line_is_read_in_any_order() {
        check(
            "Ternworks (https://ternworks.example) | Senior Tide Engineer | Lisbon, Portugal | ONSITE | Full-time",
            "Ternworks",
            "Senior Tide Engineer",
            "Lisbon, Portugal",
        );
        check(
            "Gannetry (YC S21) | REMOTE (EU) | Full Time | Backend Developer | $120k–$150k | https://gannetry.example/jobs",
            "Gannetry",
            "Backend Developer",
            "EU",
        );
        check("Ovens | Baker | Bern", "Ovens", "Baker", "Bern");
        check("Ovens | Gdańsk | Engineers", "Ovens", "Engineers", "Gdańsk");
        let remote = head("Gannetry | Developer | Remote (EU) | Contract")
            .unwrap()
            .posting("");
        assert_eq!(remote.workplace.unwrap().value, Workplace::Remote);
        assert_eq!(remote.employment.unwrap().value, [Employment::Contract]);
    }

    #[test]
    fn other_lines_are_no_postings() {
        assert!(head("I applied here in June | never heard back").is_none());
        assert!(head("Is this role open to people in Canada?").is_none());
    }
}
