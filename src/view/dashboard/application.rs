//! One application, kept or being written down by hand.

use crate::domain::Application;
use crate::view::voice::joined;
use crate::view::{Card, Link, Open, Voice, Word, Work};

impl Voice<'_> {
    /// The screen, with what leads back to all of them.
    pub fn application_screen(&self, work: &Work, all: Link) -> Card {
        let gone = match work.open {
            Open::Nothing => self.text(Word::ApplicationGone),
            _ => String::new(),
        };
        let name = match work.open {
            Open::Manual { .. } => self.text(Word::NewApplication),
            _ => self.named(work.open.kept()),
        };
        let moves = self.own_moves(work);
        let screen = Card::new("application-screen", "#application")
            .text("name", name)
            // A form that is filled in by hand has its own way back.
            .part("way_back", !matches!(work.open, Open::Manual { .. }))
            .link("all", self.text(Word::BackToAll), Some(all))
            .text("gone", gone)
            .part("dossier", work.open.kept().is_some())
            .part("moves", !moves.is_empty())
            .list("moves", moves)
            .list("application", work.open_card(self).into_iter().collect());
        match work.open.kept_with_outlook() {
            Some((application, outlook)) => {
                let dates = application.dates(outlook, self.today);
                let dates = self.dates(&dates, application);
                self.dossier(screen, application)
                    .list("dates", dates)
                    .list("invitation", vec![Card::new("invitation-form", "invitation")])
            }
            None => screen.part("description", false),
        }
    }

    /// What is due of the application that is open.
    fn own_moves(&self, work: &Work) -> Vec<Card> {
        let due = work.agenda.due(self.today.0).into_iter();
        let own = due.filter(|(outlook, _)| work.open.kept().is_some_and(|open| open.id == outlook.application));
        own.map(|(outlook, follow_up)| work.row(self, outlook, follow_up))
            .collect()
    }

    /// "Backend Engineer · Northwind Labs", or what is known of it.
    pub(in crate::view) fn named(&self, application: Option<&Application>) -> String {
        let facts = application.map(|application| &application.facts);
        let parts = facts.map(|facts| [&facts.title, &facts.company]).into_iter().flatten();
        joined(parts.flatten().map(ToString::to_string), " · ")
    }
}
