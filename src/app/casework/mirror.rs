//! The mirror follows what was written, once that is shown. Where there is no ledger, or none that can be read, it is looked at.

use super::Casework;
use crate::app::backup::file_name;
use crate::app::check::Check;
use crate::app::command::{Problem, Written};
use crate::app::mirror::follow;
use crate::app::ports::World;
use crate::app::recovery::{Extent, copy, survey};
use crate::domain::Fault;
use crate::view::Recovery;

/// What the mirror is still to have.
#[derive(Default)]
pub(super) struct Unmirrored {
    written: Vec<Written>,
    /// Whether something else was chosen.
    is_chosen: bool,
}

impl<W: World> Casework<W> {
    /// The mirror is to have what a command wrote.
    pub(super) fn is_to_follow(&mut self, written: Written) {
        self.unmirrored.written.push(written);
    }

    /// The mirror is to have what the user chose.
    pub(in crate::app) fn has_chosen(&mut self) {
        self.unmirrored.is_chosen = true;
    }

    /// Has the mirror follow, and says whether each of both has all of the other then, as far as is known; `None` where nothing was written since.
    /// That it cannot is told quietly: what was done is done, and what it missed it catches up with.
    pub(in crate::app) async fn mirror_on(&mut self) -> Option<bool> {
        let Unmirrored { written, is_chosen } = std::mem::take(&mut self.unmirrored);
        if written.is_empty() && !is_chosen {
            return None;
        }
        self.leave_trace();
        let followed = follow(&self.world, &written).await;
        match followed {
            Ok(is_whole) => {
                self.work.mirror = None;
                Some(is_whole)
            }
            Err(fault) => {
                self.is_without_mirror(fault);
                Some(true)
            }
        }
    }

    /// Keeps in mind what is wrong with the mirror.
    pub(in crate::app) fn is_without_mirror(&mut self, fault: Fault) {
        if matches!(fault, Fault::NoMirror { .. }) {
            self.work.mirror = Some(fault);
        }
    }

    /// Leaves a trace of the ledger, for the day on which it is gone.
    fn leave_trace(&self) {
        if self.work.kept > 0 && !self.world.had_ledger() {
            self.world.leave_trace(true);
        }
    }

    /// Leaves that trace; where the ledger cannot be read, looks at the mirror.
    pub(super) async fn look_behind(&mut self) {
        self.leave_trace();
        if matches!(self.unreadable, Some(Fault::CannotRead { .. })) {
            let survey = survey(&self.world, Extent::Whole).await.ok().flatten();
            self.work.recovery = survey.map(Recovery::Unreadable);
        }
    }

    /// Where there is nothing, looks whether there was something.
    pub(super) async fn look_elsewhere(&mut self) {
        self.work.recovery = match (self.is_bare, self.unreadable.is_some()) {
            (true, _) => match (survey(&self.world, Extent::Present).await, self.world.had_ledger()) {
                (Ok(Some(survey)), _) => Some(Recovery::Emptied(survey)),
                (Ok(None), true) => Some(Recovery::Gone),
                // What a newer version wrote there is no first run.
                (Err(Fault::Newer), _) | (Err(_), true) => Some(Recovery::Unknown),
                (_, false) => None,
            },
            (false, true) => self.work.recovery.take(),
            (false, false) => None,
        };
    }

    /// Does what is asked where there is no ledger, and says whether it was done; `None` where something else is asked.
    pub(in crate::app) async fn recover(&mut self, name: &str) -> Option<bool> {
        let is_offered = self.work.recovery.is_some();
        let done = match name {
            "restore_mirror" if is_offered => self.restore_mirror().await,
            "copy_mirror" if is_offered => self.copy_mirror().await,
            "begin_anew" if is_offered => {
                self.world.leave_trace(false);
                Ok(())
            }
            _ => return None,
        };
        match done {
            Ok(()) => {
                if name != "copy_mirror" {
                    self.refresh().await;
                }
                Some(true)
            }
            Err(problem) => {
                self.say_problem(problem);
                Some(false)
            }
        }
    }

    /// Brings back all that the mirror has.
    async fn restore_mirror(&mut self) -> Result<(), Problem> {
        self.let_go();
        loop {
            let Some(mut check) = Check::begin(&self.world, true).await? else {
                return Ok(());
            };
            while check.step(&self.world).await? {}
            if check.finish(&self.world).await?.is_some() {
                return Ok(());
            }
        }
    }

    /// Saves all that the mirror has as a file.
    async fn copy_mirror(&self) -> Result<(), Problem> {
        let text = copy(&self.world).await?;
        Ok(self
            .world
            .save(&file_name(self.world.today(), true), &text.unwrap_or_default())?)
    }
}
