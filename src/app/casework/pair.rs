//! What else there is at a company, and two applications that are joined or parted.

use super::Casework;
use crate::app::command::{Done, Problem, Target};
use crate::app::duplicates::{join, neighbours, part, parts};
use crate::app::noticing::forget;
use crate::app::ports::World;
use crate::app::store::renew;
use crate::app::together::Together;
use crate::domain::{Application, ApplicationId, Facts, Fault, Posting, Refusal};
use crate::ledger::Command;
use crate::view::{Neighbour, Remedy, Word};

/// Two applications that were joined or parted, for "undo" to do the other.
#[derive(Clone, Copy)]
pub(super) struct Pair {
    one: ApplicationId,
    other: ApplicationId,
    is_joined: bool,
}

impl<W: World> Casework<W> {
    /// Reads what else there is at the company of the application that is open, or of a posting that is not kept yet. That it cannot be read stands
    /// in nobody's way.
    pub(in crate::app) async fn look_around(&mut self, posting: Option<&Posting>) {
        let facts = match (self.work.open.kept(), posting) {
            (Some(application), _) => application.facts.clone(),
            (None, Some(posting)) => Facts::from(posting),
            (None, None) => Facts::default(),
        };
        let found = match self.around(&facts).await {
            Err(Fault::Damaged { .. }) if renew(&self.world).await.is_ok() => self.around(&facts).await,
            found => found,
        };
        self.work.neighbours = found.unwrap_or_default();
    }

    async fn around(&self, facts: &Facts) -> Result<Vec<Neighbour>, Fault> {
        neighbours(&self.world, facts, self.work.open.kept()).await
    }

    /// What is part of the application that is open.
    pub(super) async fn parts(&self, id: ApplicationId) -> Result<Vec<ApplicationId>, Problem> {
        let Some(open) = self.work.open.kept().filter(|open| open.id == id) else {
            return Ok(Vec::new());
        };
        let parts = parts(&self.world, open).await?;
        Ok(parts.into_iter().map(|part| part.id).collect())
    }

    /// Deletes an application with what is part of it: all of them, or none.
    pub(super) async fn erase_whole(&mut self, id: ApplicationId, parts: Vec<ApplicationId>) -> Result<Done, Problem> {
        let together = Together::begin(&self.world).await?;
        let mut erased = Vec::new();
        for part in parts {
            match together.carry_out(Target::Kept(part), Command::Erase).await {
                // Another page may have deleted it.
                Err(Problem::Refused(Refusal::Deleted)) => {}
                done => erased.push(done?),
            }
        }
        let whole = together.carry_out(Target::Kept(id), Command::Erase).await?;
        together.keep().await?;
        for part in erased {
            self.forget_all_of(part.application.id);
            self.withdraw(&part.before).await;
            self.is_to_follow(part.written);
        }
        Ok(whole)
    }

    /// What was proposed of an application is a guess about what is no more; where it cannot be written, it goes when it is looked at.
    pub(super) async fn withdraw(&self, deleted: &Application) {
        let _ = forget(&self.world, deleted).await;
    }

    /// Joins the application that is open with another one, or parts the two, and gives both as they are then; none where that could not be.
    pub(in crate::app) async fn pair(&mut self, other: ApplicationId, is_joined: bool) -> Vec<Application> {
        let Some(one) = self.work.open.kept().map(|open| open.id) else {
            return Vec::new();
        };
        self.carry_out_pair(Pair { one, other, is_joined }, Remedy::Undo).await
    }

    /// Whether "undo" joins or parts two.
    pub(in crate::app) const fn has_paired(&self) -> bool {
        self.pair.is_some()
    }

    /// Takes back that two were joined or parted, or does it again.
    pub(in crate::app) async fn undo_pair(&mut self) -> Vec<Application> {
        let Some(pair) = self.pair.take() else {
            return Vec::new();
        };
        let remedy = self.opposite();
        let back = Pair {
            is_joined: !pair.is_joined,
            ..pair
        };
        self.carry_out_pair(back, remedy).await
    }

    async fn carry_out_pair(&mut self, pair: Pair, remedy: Remedy) -> Vec<Application> {
        self.let_go();
        let done = if pair.is_joined {
            join(&self.world, pair.one, pair.other).await
        } else {
            part(&self.world, pair.one, pair.other).await
        };
        match done {
            Ok(done) => {
                self.refresh().await;
                let said = if pair.is_joined {
                    Word::JoinedNow
                } else {
                    Word::PartedNow
                };
                self.notify("good", self.words.text(said).to_owned(), String::new(), Some(remedy));
                self.can_undo(Vec::new());
                self.pair = Some(pair);
                done.into_iter()
                    .map(|done| {
                        self.is_to_follow(done.written);
                        done.application
                    })
                    .collect()
            }
            Err(problem) => {
                self.refresh().await;
                self.say_problem(problem);
                Vec::new()
            }
        }
    }
}
