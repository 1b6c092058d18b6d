//! Several rows at once: each is a command by itself, and one "undo" takes all of them back.

use super::Casework;
use super::commands::undo_of;
use crate::app::asked::{Action, row};
use crate::app::command::{Problem, Target};
use crate::app::ports::World;
use crate::domain::{Application, ApplicationId, Refusal};
use crate::ledger::Command;
use crate::view::{Remedy, Trouble, Word};

/// What is asked of one row, or of one application.
pub(in crate::app) type Asked = Result<(Target, Command), Refusal>;

impl<W: World> Casework<W> {
    /// Does on each of these rows what a button of theirs would do, and gives the applications as they are then. What a row does not offer is not
    /// done there, and said.
    pub(in crate::app) async fn carry_out_on(&mut self, action: &Action, rows: &[String]) -> Vec<Application> {
        let mut asked: Vec<_> = rows.iter().map(|row| self.asked_on(action, row)).collect();
        if action.name == "retire" {
            asked = once_for_each(asked);
        }
        let said = match action.name.as_str() {
            "close" => [Word::SeveralClosedOne, Word::SeveralClosedOther],
            "later" => [Word::SeveralLaterOne, Word::SeveralLaterOther],
            "skip" => [Word::SeveralSkippedOne, Word::SeveralSkippedOther],
            "retire" => [Word::SeveralRetiredOne, Word::SeveralRetiredOther],
            _ => [Word::SeveralDoneOne, Word::SeveralDoneOther],
        };
        let done = self.carry_out_all(action, asked, said).await;
        let today = self.world.today();
        for key in rows {
            let left = row(&self.work.agenda, key, today).map(|(_, follow_up)| follow_up.is_due(today.0));
            // What was refused stays as it is.
            if left != Some(true) {
                self.close_row(key);
            }
            // A message that is put off is still to be sent.
            if left.is_none() && action.name != "later" {
                self.forget_row(key);
            }
        }
        done
    }

    /// What it comes to on one of the rows. A day that suits one need not suit another: what is not due yet is not brought forward by it.
    fn asked_on(&self, action: &Action, key: &str) -> Asked {
        let today = self.world.today();
        let follow_up = row(&self.work.agenda, key, today).map(|(_, follow_up)| follow_up);
        if let (true, Some(follow_up), Ok(to)) = (action.name == "later", follow_up, action.put_off_to())
            && to > today.0
            && !follow_up.can_wait_until(to, today.0)
        {
            return Err(Refusal::NoSuchFollowUp);
        }
        self.asked(&Action {
            card: key.to_owned(),
            ..action.clone()
        })
    }

    /// Whether "undo" takes back more than one command.
    pub(in crate::app) const fn has_done_several(&self) -> bool {
        self.undo.len() > 1
    }

    /// Takes back all that was done at once.
    pub(in crate::app) async fn undo_several(&mut self, action: &Action) -> Vec<Application> {
        let undo = std::mem::take(&mut self.undo).into_iter().rev();
        let asked = undo.map(|(id, events)| Ok((Target::Kept(id), Command::Undo(events))));
        let remedy = self.opposite();
        let said = match remedy {
            Remedy::Redo => [Word::SeveralUndoneOne, Word::SeveralUndoneOther],
            Remedy::Undo => [Word::SeveralRedoneOne, Word::SeveralRedoneOther],
        };
        let done = self.carry_out_all(action, asked.collect(), said).await;
        self.work
            .notice
            .iter_mut()
            .for_each(|notice| notice.remedy = notice.remedy.and(Some(remedy)));
        done
    }

    /// Carries out one command after the other, says in these words how many were, and gives the applications as they are then.
    pub(in crate::app) async fn carry_out_all(
        &mut self,
        action: &Action,
        asked: Vec<Asked>,
        [one, other]: [Word; 2],
    ) -> Vec<Application> {
        self.let_go();
        let all = asked.len();
        let (mut done, mut failed, mut refused) = (Vec::new(), None, None);
        self.can_undo(Vec::new());
        for asked in asked {
            match self.command(asked, None).await {
                Ok((one, _)) => {
                    self.undo.push(undo_of(one.application.id, &one.events));
                    self.is_to_follow(one.written);
                    done.push(one.application);
                }
                Err(Problem::Refused(refusal)) => refused = Some(refusal),
                Err(Problem::Failed(fault)) => {
                    failed = Some(fault);
                    break;
                }
            }
        }
        self.refresh().await;
        let left = all - done.len();
        let count = |count, one, other| match count {
            0 => String::new(),
            count => self.words.count(count, one, other),
        };
        let (mut said, mut next) = (
            count(done.len(), one, other),
            count(left, Word::SeveralLeftOne, Word::SeveralLeftOther),
        );
        // Where something was not done for another reason than that each row wants something of its own, that is what is said.
        if let Some(refusal) = refused.filter(|refusal| *refusal != Refusal::NoSuchFollowUp) {
            let why = self.voice().refusal(&refusal);
            if !done.is_empty() {
                next = why;
            } else if let Some(slot) = action.place(&refusal).filter(|_| failed.is_none()) {
                self.complain_beside(action, slot, refusal);
                return done;
            } else {
                (said, next) = (why, String::new());
            }
        }
        if let Some(fault) = &failed {
            let Trouble { text, advice, .. } = self.voice().fault(fault);
            next = [text, advice].join(" ");
        }
        let tone = match (done.is_empty(), &failed) {
            (_, Some(_)) => "failed",
            (true, None) => "refused",
            (false, None) => "good",
        };
        self.notify(tone, said, next, (!done.is_empty()).then_some(Remedy::Undo));
        done
    }

    /// The same for what cannot be taken back.
    pub(in crate::app) async fn carry_out_for_good(
        &mut self,
        action: &Action,
        asked: Vec<Asked>,
        said: [Word; 2],
    ) -> Vec<Application> {
        let done = self.carry_out_all(action, asked, said).await;
        self.can_undo(Vec::new());
        self.work.notice.iter_mut().for_each(|notice| notice.remedy = None);
        done
    }
}

/// What is asked of applications and not of their rows, once for each.
fn once_for_each(asked: Vec<Asked>) -> Vec<Asked> {
    let mut known: Vec<ApplicationId> = Vec::new();
    let is_first = |asked: &Asked| {
        let id = asked.as_ref().ok().and_then(|(target, _)| target.application());
        let is_first = id.is_none_or(|id| !known.contains(&id));
        known.extend(id);
        is_first
    };
    asked.into_iter().filter(is_first).collect()
}
