//! Postings that stand in a frame of the page: a company's own site around its board, or a board's page around itself.

use super::merge::same_words;
use super::page::{Site, site_of};
use super::{Document, Found, PageSnapshot, address::canonical_address, boards, path, read_document};
use crate::domain::{Confidence, Line, Posting, Reading, SafeLink, Source, Warning};

/// More frames than this are advertisements.
const FRAMES_LIMIT: usize = 8;

impl PageSnapshot {
    /// Whether there are frames in it that can be read as it was: visible ones of the page's own origin.
    pub fn has_own_frames(&self) -> bool {
        let Some(own) = SafeLink::new(&self.address) else {
            return false;
        };
        let mut frames = self.frames.iter().filter_map(|frame| SafeLink::new(frame));
        frames.any(|frame| frame.origin() == own.origin())
    }
}

/// What a page is, with what stands in its frames. Where the page itself says what a posting says, the frames are its form and other
/// things beside it.
pub(super) fn choose(snapshot: &PageSnapshot, outer: Document) -> (Found, Vec<Warning>) {
    if outer.has_matter {
        return (outer.found, outer.warnings);
    }
    let inner = snapshot
        .inner
        .iter()
        .take(FRAMES_LIMIT)
        .map(|inner| (inner, read_document(inner)));
    let mut postings = inner.filter_map(|(inner, document)| match document.found {
        Found::Posting(posting) if is_meant(&posting, inner, &outer.found) => Some((inner, posting, document.warnings)),
        _ => None,
    });
    if let Some((inner, mut posting, warnings)) = postings.next() {
        posting.address = address(snapshot, inner).or(posting.address);
        return (Found::Posting(posting), warnings);
    }
    match unread(snapshot) {
        Some(frame) => (Found::Framed(frame), Vec::new()),
        None => (outer.found, outer.warnings),
    }
}

/// Whether the posting of a frame is the page's, and not one that is shown beside it.
fn is_meant(posting: &Posting, inner: &PageSnapshot, outer: &Found) -> bool {
    let title = title(posting);
    let is_same = match outer {
        Found::Posting(outer) => {
            self::title(outer).is_none_or(|outer| title.is_some_and(|title| same_words(title, outer)))
        }
        _ => true,
    };
    title.is_some() && (is_same || SafeLink::new(&inner.address).as_ref().is_some_and(path::is_posting))
}

/// A posting's title, if it is more than a guess.
fn title(posting: &Posting) -> Option<&Line> {
    let title = posting
        .title
        .as_ref()
        .filter(|title| title.confidence > Confidence::Unsure);
    title.map(|title| &title.value)
}

/// The page's own address where it is that of one posting: it is what the user comes back to.
fn address(outer: &PageSnapshot, inner: &PageSnapshot) -> Option<Reading<SafeLink>> {
    let mut addresses = [outer, inner]
        .into_iter()
        .filter_map(|page| SafeLink::new(&page.address));
    let address = addresses
        .find(path::is_posting)
        .map(|address| canonical_address(&address))?;
    address
        .can_be_kept()
        .then(|| Reading::new(address, Source::Address, Confidence::Sure))
}

/// The first frame that holds a posting, by its address, and was not read.
fn unread(snapshot: &PageSnapshot) -> Option<SafeLink> {
    let frames = snapshot.frames.iter().filter_map(|frame| SafeLink::new(frame));
    let is_read = |frame: &SafeLink| snapshot.inner.iter().any(|inner| inner.address == frame.as_str());
    frames.filter(holds_posting).find(|frame| !is_read(frame))
}

/// Whether a frame's address is that of one posting on a host that carries those of many employers.
fn holds_posting(frame: &SafeLink) -> bool {
    if boards::place(frame).is_some_and(|place| place.identity.is_some()) {
        return true;
    }
    let is_code = |part: &str| part.len() >= 8 && part.bytes().filter(u8::is_ascii_digit).count() >= 3;
    matches!(site_of(frame), Site::Tenant(_))
        && (path::is_numbered(frame.path()) || frame.path().split('/').any(is_code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(frames: &[&str], is_own: bool, expected: Option<&str>) {
        let snapshot = PageSnapshot {
            address: "https://fathom.icims.com/jobs".into(),
            frames: frames.iter().map(|frame| (*frame).to_owned()).collect(),
            ..PageSnapshot::default()
        };
        assert_eq!(snapshot.has_own_frames(), is_own, "{frames:?}");
        assert_eq!(unread(&snapshot).as_ref().map(SafeLink::as_str), expected);
    }

    #[test]
    fn frames_with_a_posting_are_told_by_their_addresses() {
        for frame in [
            "https://boards.greenhouse.io/embed/job_app?for=acme&token=4210007",
            "https://jobs.lever.co/acme/f222ad5c-b7dd-43c4-9008-ee1a53174afa",
            "https://jobs.ashbyhq.com/acme/cc0af88a-2a19-493d-93cf-c5090f986f1f?embed=js",
            "https://apply.workable.com/acme/j/927FD30DD5/",
        ] {
            check(&[frame], false, Some(frame));
        }
        let own = "https://fathom.icims.com/jobs/20413/pilot/job?in_iframe=1";
        check(&[own], true, Some(own));
    }

    #[test]
    fn other_frames_are_left_alone() {
        for frame in [
            "",
            "about:blank",
            "javascript:alert(1)",
            "https://boards.greenhouse.io/embed/job_board?for=acme",
            "https://jobs.lever.co/acme",
            "https://www.comeet.co/jobs/C6.001/social?token=6C12886D821B0414432886144328862F472F47",
            "https://ads.example/jobs/4210007",
            "https://accounts.google.com/gsi/button?client_id=990339570472-k6nqn1tpmitg8pui82bfaun3jrpmiuhs",
        ] {
            check(&[frame], false, None);
        }
    }
}
