//! What a search found.

use super::voice::joined;
use super::{Card, Voice, Word, name};
use crate::capture::Candidate;
use crate::domain::{Line, Listing};

impl Voice<'_> {
    /// The line of an application that was found: "Backend Engineer", "Northwind Labs · Applied · Mon 2 Nov".
    pub(super) fn found(&self, listing: &Listing) -> Card {
        let text = |line: &Option<Line>| line.as_ref().map(ToString::to_string);
        let (title, company) = (text(&listing.title), text(&listing.company));
        let stage = self.text(name::stage(listing.stage));
        // One of the two is always there.
        let (title, company) = match title {
            Some(title) => (title, company),
            None => (company.unwrap_or_default(), None),
        };
        let rest = [company, Some(stage), Some(self.date(listing.on))];
        Card::new("found-row", listing.id.to_string())
            .text("title", title)
            .text("rest", joined(rest.into_iter().flatten(), " · "))
    }

    /// The line of one of several postings on a page: to take as the list has it, or to open.
    pub(super) fn choice(&self, index: usize, candidate: &Candidate) -> Card {
        let rest = [&candidate.company, &candidate.place].into_iter().flatten();
        let address = candidate.address.clone();
        let open = address.as_ref().map_or(String::new(), |_| self.text(Word::OpenIt));
        Card::new("choice", index.to_string())
            .text("title", candidate.title.as_str())
            .text("rest", joined(rest.map(ToString::to_string), " · "))
            .text(
                "open_name",
                self.say(Word::OpenNamed, &[("title", candidate.title.as_str())]),
            )
            .link("open", open, address)
    }

    /// How many there are: what of it is shown is seen, and not heard.
    pub(super) fn found_count(&self, all: usize) -> String {
        match all {
            0 => self.text(Word::FoundNothing),
            _ => self.words.count(all, Word::FoundCountOne, Word::FoundCountOther),
        }
    }

    /// How many more there are than are shown, or that there is none.
    pub(super) fn found_beside(&self, shown: usize, all: usize) -> String {
        match all - shown {
            _ if all == 0 => self.text(Word::FoundNothing),
            0 => String::new(),
            more => self.words.count(more, Word::FoundMoreOne, Word::FoundMoreOther),
        }
    }
}
