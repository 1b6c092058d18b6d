//! What always holds of what is read of a page, whatever the page says. The fuzz target for snapshots holds it, too.

use your_move::capture::{Candidate, Found};
use your_move::domain::{Contact, Line, Posting, SafeLink};

/// The bounds of a line, of a description, and of lists, as `src/domain` and `src/capture` state them.
const LINE: usize = 300;
const PROSE: usize = 60_000;
const PLACES: usize = 20;
const CANDIDATES: usize = 60;

/// Panics where something that was read is longer than it may be, or leads to something else than a web page.
pub(crate) fn check(found: &Found) {
    match found {
        Found::Posting(posting) => check_posting(posting),
        Found::Several(candidates) => {
            assert!(candidates.len() <= CANDIDATES, "{} candidates", candidates.len());
            candidates.iter().for_each(check_candidate);
        }
        Found::Framed(frame) => check_link(frame),
        Found::Nothing => {}
    }
}

fn check_posting(posting: &Posting) {
    assert!(posting.title.is_some(), "a posting without a title");
    let lines = [&posting.title, &posting.company, &posting.reference];
    lines.into_iter().flatten().for_each(|line| check_line(&line.value));
    posting.language.iter().for_each(check_line);
    if let Some(places) = &posting.places {
        assert!((1..=PLACES).contains(&places.value.len()), "{places:?}");
        places.value.iter().for_each(check_line);
    }
    if let Some(employment) = &posting.employment {
        assert!(!employment.value.is_empty(), "no employment");
    }
    if let Some(pay) = &posting.pay {
        let (min, max) = (pay.value.min, pay.value.max);
        assert!(min.is_some() || max.is_some(), "pay without an amount");
        assert!(min.zip(max).is_none_or(|(min, max)| min <= max), "{pay:?}");
    }
    for link in [&posting.address, &posting.apply].into_iter().flatten() {
        check_link(&link.value);
        assert!(link.value.can_be_kept(), "{}", link.value);
    }
    if let Some(description) = &posting.description {
        assert!(
            description.value.as_str().chars().count() <= PROSE,
            "a description without an end"
        );
    }
    posting.contact.iter().for_each(|contact| check_contact(&contact.value));
}

fn check_candidate(candidate: &Candidate) {
    check_line(&candidate.title);
    candidate.company.iter().chain(&candidate.place).for_each(check_line);
    candidate.address.iter().for_each(check_link);
}

fn check_contact(contact: &Contact) {
    check_line(&contact.name);
    if let Some(email) = &contact.email {
        assert!(email.as_str().contains('@'), "{email:?}");
    }
}

fn check_line(line: &Line) {
    let text = line.as_str();
    assert!(!text.is_empty() && text.chars().count() <= LINE, "{text:?}");
    assert!(!text.contains(char::is_control), "{text:?}");
}

fn check_link(link: &SafeLink) {
    let text = link.as_str();
    assert!(text.starts_with("https://") || text.starts_with("http://"), "{text}");
}
