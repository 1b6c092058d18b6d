//! What the popup writes down, and what it shows then.

use super::Popup;
use crate::app::asked::Action;
use crate::app::casework::Told;
use crate::app::command::{Problem, Target};
use crate::app::form::Form;
use crate::app::ports::World;
use crate::domain::{ApplicationId, Refusal, What};
use crate::ledger::Command;
use crate::view::{MANUAL, POSTING, Page};

impl<W: World> Popup<W> {
    /// Prepares the command that an action will most likely ask for: what is pressed is clicked. Until then, or until it is let go, nobody
    /// else changes the ledger.
    pub async fn prepare(&mut self, action: &Action) {
        let asked = self.asked(action);
        self.case.prepare(action, asked).await;
    }

    /// Says no more what was wrong in a field that is typed anew.
    pub fn withdraw_complaint(&mut self, field: &str) {
        self.case.withdraw_complaint(field);
    }

    /// Lets go what was prepared: it was not asked for.
    pub fn let_go(&mut self) {
        self.case.let_go();
    }

    /// What an action comes to: on the form of the page's posting, or on what is open.
    fn asked(&self, action: &Action) -> Result<(Target, Command), Refusal> {
        match &self.screen.page {
            Page::Posting { posting, .. }
                if self.case.work.open.is_nothing()
                    && action.card == POSTING
                    && matches!(action.name.as_str(), "applied" | "save") =>
            {
                action.keep_posting(posting, &self.case.voice())
            }
            _ if action.name == "confirm" => self.confirmed(action),
            // It is kept already, from another address.
            Page::Posting { posting, .. } if self.case.work.open.is_nothing() && action.name == "same" => {
                let kept = ApplicationId::parse(&action.choice).ok_or(Refusal::UnknownApplication)?;
                let captured = What::Captured {
                    posting: posting.clone(),
                };
                let today = self.case.world.today().0;
                Ok((Target::Kept(kept), Command::Log(vec![(today, captured)])))
            }
            _ => self.case.asked(action),
        }
    }

    pub(super) async fn carry_out(&mut self, action: Action) -> bool {
        let (asked, place) = (self.asked(&action), self.place());
        let done = match action.name.as_str() {
            "choose" => {
                self.let_go();
                self.choose(&action).await.map(|()| None)
            }
            _ => self.case.carry_out(&action, asked, &place).await.map(Some),
        };
        let is_done = done.is_ok();
        let written = match action.name.as_str() {
            "confirm" => Some(action.card.clone()),
            "applied" | "save" if action.card == MANUAL => self.writing.take(),
            _ => None,
        };
        if let Some(key) = written.filter(|_| is_done) {
            self.settle(&key).await;
        } else if is_done && !self.screen.proposals.is_empty() {
            self.look_at_proposals().await;
        }
        match done {
            Ok(Some(told)) => {
                if action.name == "keep" {
                    self.screen.report = None;
                }
                self.follow(told, action.form).await;
            }
            Ok(None) => {
                self.case.has_chosen();
                self.case.refresh().await;
            }
            Err(problem) => self.complain(&action, problem).await,
        }
        self.case.announce().await;
        is_done
    }

    /// Shows the page as it stands now.
    async fn follow(&mut self, told: Told, form: Form) {
        let Told {
            application,
            is_new,
            is_shown,
            is_back,
            is_deleted,
        } = told;
        if is_new {
            let page = self.screen.page.clone();
            self.saved_from = Some((application.id, page, self.case.work.open.clone(), form));
        }
        if is_new || is_back {
            self.screen.opened = self.is_elsewhere(&application);
        }
        if !is_shown && !is_back {
            self.look_again().await;
        } else if application.is_gone() {
            self.put_back(application.id, is_deleted).await;
        } else if !self.screen.opened && self.is_elsewhere(&application) {
            // It was taken back that this page is one of its own.
            self.show_visited().await;
        } else {
            self.show(application);
            self.case.look_around(None).await;
        }
    }

    /// Shows the page again: as it was before the save that was undone, with what was typed; or as it stands without what was deleted.
    async fn put_back(&mut self, gone: ApplicationId, is_deleted: bool) {
        self.screen.opened = false;
        let saved = self.saved_from.take();
        match saved.filter(|(saved, ..)| *saved == gone && !is_deleted) {
            Some((_, page, open, form)) => {
                self.screen.page = page;
                self.case.work.open = open;
                self.case.work.typed = form.0;
            }
            None => self.show_visited().await,
        }
    }

    /// Says why nothing was done, and shows what stands in the way.
    async fn complain(&mut self, action: &Action, problem: Problem) {
        // What is typed by hand may be of another page than the one in front.
        let is_kept = problem == Problem::Refused(Refusal::AlreadyKept) && self.case.work.open.is_nothing();
        if !self.case.complain(action, problem).await {
            return;
        }
        if is_kept {
            self.look_up().await;
        } else {
            self.look_again().await;
        }
    }
}
