//! What else there is at the company of an application or of a posting: what may be the same, and what the user applied to there before.

use super::voice::{capitalised, joined};
use super::{Card, Voice, Word, name};
use crate::domain::{Application, Line, Stage};

/// So many are shown in all.
const SHOWN: usize = 5;

/// Another application at the same company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbour {
    /// The other.
    pub application: Application,
    /// What both have to do with each other.
    pub bond: Bond,
}

/// What two applications at one company have to do with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bond {
    /// They turned out to be one, and are joined.
    Joined,
    /// They are most likely one.
    Alike,
    /// They are two.
    Other,
}

impl Voice<'_> {
    /// A card with what else there is at the company. What has one of the bonds that `offers` has can be joined with it there, or parted from it.
    pub(super) fn with_neighbours(&self, card: Card, neighbours: &[Neighbour], offers: &[Bond]) -> Card {
        let others = || neighbours.iter().filter(|neighbour| neighbour.bond != Bond::Joined);
        let company = neighbours
            .iter()
            .find_map(|neighbour| neighbour.application.facts.company.as_ref());
        let heading = match company {
            _ if others().any(|neighbour| neighbour.application.applied().is_some()) => self.text(Word::AppliedBefore),
            Some(company) => self.say(Word::AlsoAt, &[("company", company.as_str())]),
            None => String::new(),
        };
        let rows = neighbours.iter().take(SHOWN);
        let beyond = match neighbours.len().saturating_sub(SHOWN) {
            0 => String::new(),
            more => self.words.count(more, Word::FoundMoreOne, Word::FoundMoreOther),
        };
        card.part("neighbours", !neighbours.is_empty())
            .text("neighbours_heading", heading)
            .text("neighbours_beyond", beyond)
            .list(
                "neighbours",
                rows.map(|neighbour| self.neighbour(neighbour, offers)).collect(),
            )
    }

    /// "Backend Engineer", "Rejected · Applied on Tue 3 Mar", and where they may be one, that it is asked.
    fn neighbour(&self, neighbour: &Neighbour, offers: &[Bond]) -> Card {
        let Neighbour { application, bond } = neighbour;
        let facts = &application.facts;
        let title = facts.title.as_ref().or(facts.company.as_ref());
        let title = title.map_or("", Line::as_str);
        let since = self.since(application);
        // That one is saved is said by since when.
        let stage = (application.stage != Stage::Saved || since.is_empty()).then(|| name::stage(application.stage));
        let rest = stage.map(|stage| self.text(stage)).into_iter().chain([since]);
        let rest = rest.filter(|part| !part.is_empty());
        let is_offered = offers.contains(bond);
        Card::new("neighbour-row", application.id.to_string())
            .text("which", title)
            .text("rest", capitalised(&joined(rest, " · ")))
            .text(
                "bond",
                match bond {
                    Bond::Joined => self.text(Word::BondJoined),
                    Bond::Alike => self.text(Word::BondAlike),
                    Bond::Other => String::new(),
                },
            )
            .part("same", is_offered && *bond != Bond::Joined)
            .part("part", is_offered && *bond == Bond::Joined)
    }
}
