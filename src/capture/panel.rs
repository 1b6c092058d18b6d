//! A posting that is open beside a list: what of the page belongs to it.

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
    let place = SafeLink::new(&snapshot.address).as_ref().and_then(boards::place)?;
    let text = snapshot.picked("panel")?;
    if place.stage != Stage::Panel || !is_open(snapshot) {
        return None;
    }
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let folded = fold(text);
    let is_line = |text: &str| lines.contains(&text.trim());
    let is_in = |text: &str| has_words(&folded, &fold(text));
    Some(PageSnapshot {
        address: snapshot.address.clone(),
        kind: snapshot.kind.clone(),
        language: snapshot.language.clone(),
        headings: kept(&snapshot.headings, |heading| is_line(&heading.text)),
        pairs: kept(&snapshot.pairs, |(name, value)| is_in(name) && is_in(value)),
        named: kept(&snapshot.named, |(_, text)| is_in(text)),
        links: kept(&snapshot.links, |(text, _)| is_in(text)),
        buttons: kept(&snapshot.buttons, |text| is_in(text)),
        text: text.to_owned(),
        picked: snapshot.picked.clone(),
        cut: snapshot.cut.clone(),
        ..PageSnapshot::default()
    })
}

fn kept<T: Clone>(all: &[T], belongs: impl Fn(&T) -> bool) -> Vec<T> {
    all.iter().filter(|one| belongs(one)).cloned().collect()
}
