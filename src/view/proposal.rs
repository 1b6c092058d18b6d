//! What may be an application that was sent, to be confirmed, and the site in front of the user, which may be watched for such.

use super::voice::joined;
use super::{Card, Voice, Word};
use crate::domain::{Proposal, SafeLink};

/// A site whose pages can be watched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// Any of its pages.
    pub page: SafeLink,
    /// Whether the user lets it be watched.
    pub is_watched: bool,
}

impl Voice<'_> {
    /// "Did you apply?", for what, when and where it looked so.
    pub(super) fn proposal(&self, key: &str, proposal: &Proposal) -> Card {
        let job = [&proposal.title, &proposal.company].into_iter().flatten();
        let seen = [("host", proposal.address.host()), ("date", &self.on_date(proposal.on))];
        Card::new("proposal", key)
            .text("job", joined(job.map(ToString::to_string), " · "))
            .text("seen", self.say(Word::ProposalSeen, &seen))
    }

    /// The line that lets a site be watched, or says that it is and lets it go.
    pub(super) fn site(&self, site: &Site) -> Card {
        let host = [("host", site.page.host())];
        let origins = [site.page.origin(), "/*"].concat();
        let card = Card::new("site", "site").attribute("data-origins", origins);
        if site.is_watched {
            card.text("watched", self.say(Word::SiteWatched, &host))
                .part("leave", true)
        } else {
            card.text("watch", self.say(Word::WatchSite, &host)).part("hint", true)
        }
    }
}
