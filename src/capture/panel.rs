//! A posting that is open beside a list: what of the page belongs to it.

use super::address::{canonical_address, posting_key};
use super::boards::{self, Stage};
use super::snapshot::PageSnapshot;
use super::words::{fold, has_words};
use crate::domain::SafeLink;

/// Whether a posting that is open beside a list can be read there.
pub(super) fn is_open(snapshot: &PageSnapshot) -> bool {
    snapshot.picked("panel").is_some() && snapshot.picked("title").is_some()
}

/// The page as it would be without the list, where its board shows a posting beside one and that posting is there; `None` on every
/// other page.
///
/// The panel's text is known, and of everything else on the page what says no more than that text does: the same words elsewhere
/// do no harm. What the page says of itself is the list's.
pub(super) fn alone(snapshot: &PageSnapshot) -> Option<PageSnapshot> {
    let address = SafeLink::new(&snapshot.address)?;
    let text = snapshot.picked("panel").filter(|_| is_open(snapshot))?;
    let address = match boards::stage(&address)? {
        Stage::Panel => snapshot.address.clone(),
        Stage::List => linked(snapshot)?,
        _ => return None,
    };
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let folded = fold(text);
    let is_line = |text: &str| lines.contains(&text.trim());
    let is_in = |text: &str| has_words(&folded, &fold(text));
    Some(PageSnapshot {
        address,
        kind: snapshot.kind.clone(),
        day: snapshot.day.clone(),
        language: snapshot.language.clone(),
        headings: kept(&snapshot.headings, |heading| is_line(&heading.text)),
        pairs: kept(&snapshot.pairs, |(name, value)| is_in(name) && is_in(value)),
        named: kept(&snapshot.named, |(_, text)| is_in(text)),
        links: kept(&snapshot.links, |(text, _)| is_in(text)),
        buttons: kept(&snapshot.buttons, |text| is_in(text)),
        text: text.to_owned(),
        picked: snapshot.picked.clone(),
        state: snapshot.state.clone(),
        cut: snapshot.cut.clone(),
        ..PageSnapshot::default()
    })
}

/// Where the posting in the panel stands by itself, if the page's address does not say: the one posting to which a link of its title
/// leads.
fn linked(snapshot: &PageSnapshot) -> Option<String> {
    let title = fold(snapshot.picked("title")?);
    let mut found: Option<(SafeLink, &str)> = None;
    for (_, address) in snapshot.links.iter().filter(|(text, _)| fold(text) == title) {
        let link = SafeLink::new(address)?;
        boards::place(&link).and_then(|place| place.identity)?;
        let key = posting_key(&canonical_address(&link));
        if found.as_ref().is_some_and(|(known, _)| *known != key) {
            return None;
        }
        found = Some((key, address));
    }
    found.map(|(_, address)| address.to_owned())
}

fn kept<T: Clone>(all: &[T], belongs: impl Fn(&T) -> bool) -> Vec<T> {
    all.iter().filter(|one| belongs(one)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capture::{Found, read};

    /// Two postings of one list, one of which is open beside it.
    fn snapshot(address: &str, links: &[(&str, &str)]) -> PageSnapshot {
        let picked = [
            ("title", "Baker"),
            ("company", "Ovens"),
            ("panel", "Baker\nOvens\nBern\nFull-time"),
        ];
        PageSnapshot {
            address: address.to_owned(),
            title: "Baker jobs in Bern".to_owned(),
            text: "Baker jobs in Bern\n2 jobs\nMiller\nStones\nGeneva\nBaker\nOvens\nBern\nFull-time".to_owned(),
            links: links
                .iter()
                .map(|(text, address)| ((*text).into(), (*address).into()))
                .collect(),
            picked: picked
                .map(|(name, text)| (name.to_owned(), vec![text.to_owned()]))
                .into(),
            ..PageSnapshot::default()
        }
    }

    #[track_caller]
    fn check(snapshot: &PageSnapshot, expected: Option<&str>) {
        let found = read(snapshot).0;
        let address = match &found {
            Found::Posting(posting) => {
                assert_eq!(
                    posting.company.as_ref().map(|company| company.value.as_str()),
                    Some("Ovens")
                );
                posting.address.as_ref().map(|address| address.value.as_str())
            }
            _ => None,
        };
        assert_eq!(address, expected, "{found:?}");
    }

    #[test]
    fn what_is_open_is_named_by_the_address_or_by_the_link_of_its_title() {
        let list = "https://de.indeed.com/jobs?q=baker";
        let (one, other) = (
            "https://de.indeed.com/rc/clk?jk=aa11&bb=x",
            "https://de.indeed.com/rc/clk?jk=bb22",
        );
        let own = Some("https://de.indeed.com/viewjob?jk=aa11");
        check(&snapshot("https://de.indeed.com/jobs?q=baker&vjk=aa11", &[]), own);
        check(&snapshot(list, &[("Miller", other), ("Baker", one)]), own);
        check(&snapshot(list, &[("Baker", one), ("Baker", other)]), None);
        check(&snapshot(list, &[("Miller", other)]), None);
        check(&snapshot(list, &[]), None);
    }

    #[test]
    fn other_pages_have_no_panel() {
        let own = "https://de.indeed.com/viewjob?jk=aa11";
        assert_eq!(alone(&snapshot(own, &[])), None);
        assert_eq!(alone(&snapshot("https://a.example/jobs", &[])), None);
        let mut closed = snapshot("https://de.indeed.com/jobs?vjk=aa11", &[]);
        closed.picked.remove("title");
        assert_eq!(alone(&closed), None);
        check(&closed, None);
    }
}
