//! What may be an application that was sent, and the site in front of the user.

use super::Popup;
use crate::app::asked::Action;
use crate::app::command::Target;
use crate::app::noticing::{key, settle, waiting};
use crate::app::ports::World;
use crate::domain::{Proposal, Refusal, SafeLink, What};
use crate::ledger::Command;
use crate::view::{Open, Site};

impl<W: World> Popup<W> {
    /// Reads what waits to be confirmed. What cannot be read stands in nobody's way.
    pub(super) async fn look_at_proposals(&mut self) {
        let waiting = waiting(&self.case.world).await.unwrap_or_default();
        let keyed = waiting.into_iter().map(|proposal| (key(&proposal), proposal));
        self.screen.proposals = keyed.collect();
        // What was written down meanwhile is counted no more.
        if self.case.counts_proposals() != self.screen.proposals.len() {
            self.case.refresh().await;
            self.case.announce().await;
        }
    }

    /// Looks whether the site in front of the user is watched, where it can be.
    pub(super) async fn look_at_site(&mut self, address: &str) {
        let page = SafeLink::new(address).filter(|page| page.origin().starts_with("https://"));
        self.screen.site = match page {
            Some(page) => Some(Site {
                is_watched: self.case.world.is_watched(&page).await,
                page,
            }),
            None => None,
        };
    }

    /// The same once the user was asked.
    pub(super) async fn look_at_site_again(&mut self) {
        if let Some(site) = self.screen.site.take() {
            self.look_at_site(site.page.as_str()).await;
        }
    }

    /// Lets the site in front of the user be.
    pub(super) async fn unwatch(&mut self) {
        if let Some(site) = &self.screen.site {
            self.case.world.unwatch(&site.page).await;
            self.case.world.forget_trails().await;
        }
        self.look_at_site_again().await;
    }

    fn proposal(&self, action: &Action) -> Option<&Proposal> {
        let mut proposals = self.screen.proposals.iter();
        let found = proposals.find(|(key, _)| *key == action.card);
        found.map(|(_, proposal)| proposal)
    }

    /// What it comes to that the user confirms: they applied on that day, for what is kept or for what was seen there.
    pub(super) fn confirmed(&self, action: &Action) -> Result<(Target, Command), Refusal> {
        let proposal = self.proposal(action).ok_or(Refusal::NoSuchFollowUp)?;
        let applied = (proposal.on, What::Applied { cv: None });
        match (proposal.application, &proposal.posting) {
            (Some(id), _) => Ok((Target::Kept(id), Command::Log(vec![applied]))),
            (None, Some(posting)) => {
                let posting = Box::new(posting.clone());
                Ok((
                    Target::New,
                    Command::Log(vec![(proposal.on, What::Captured { posting }), applied]),
                ))
            }
            (None, None) => Err(Refusal::NothingToKeep),
        }
    }

    /// Whether it is confirmed of which nothing is known but where it was: the user writes down the rest.
    pub(super) fn is_to_be_written(&self, action: &Action) -> bool {
        let proposal = self.proposal(action);
        proposal.is_some_and(|proposal| proposal.application.is_none() && proposal.posting.is_none())
    }

    /// Opens the form of that, with its address and what the page was called.
    pub(super) async fn write_proposal(&mut self, action: &Action) {
        let Some(proposal) = self.proposal(action).cloned() else {
            return;
        };
        self.writing = Some(action.card.clone());
        self.begin();
        self.case.work.open = Open::Manual {
            address: Some(proposal.address),
        };
        let title = proposal.title.map(|title| title.to_string());
        let on = proposal.on.to_string();
        let typed = [("title", title.unwrap_or_default()), ("applied_on", on)];
        self.case.work.typed = typed.map(|(name, value)| (name.to_owned(), value)).into();
    }

    /// Proposes it no more.
    pub(super) async fn settle(&mut self, key: &str) {
        if let Err(fault) = settle(&self.case.world, &[key.to_owned()]).await {
            self.case.work.trouble = Some(fault);
        }
        self.case.refresh().await;
        self.look_at_proposals().await;
    }
}
