//! The full check, done while the page is used and after all that is shown is read; what came of it, and of others before.

use super::Dashboard;
use super::ledger::Ledger;
use crate::app::check::Check;
use crate::app::ports::World;
use crate::app::store::one;
use crate::archive::{Damage, Key, open, seal};
use crate::domain::{Fault, Repair};

/// How that stands.
#[derive(Default)]
pub(super) enum Checking {
    /// It is to be begun.
    #[default]
    Due,
    /// It is being done.
    Begun(Box<Check>),
    /// Nothing is left of it.
    Over,
}

impl<W: World> Dashboard<W> {
    /// Goes on with the check, and says whether what came of it is to be shown; `None` where nothing is left of it.
    pub(super) async fn check_on(&mut self) -> Option<bool> {
        if matches!(self.checking, Checking::Over) || self.case.work.is_unreadable() {
            return None;
        }
        let checked = match std::mem::replace(&mut self.checking, Checking::Over) {
            Checking::Due => self.begin_check().await,
            Checking::Begun(check) => self.check_step(check).await,
            Checking::Over => Ok(false),
        };
        Some(checked.unwrap_or_else(|fault| {
            // It is told quietly, whatever it is: what is shown was read, and can be gone on with.
            self.case.work.mirror = Some(fault);
            true
        }))
    }

    async fn begin_check(&mut self) -> Result<bool, Fault> {
        if let Some(check) = Check::begin(&self.case.world, false).await? {
            self.checking = Checking::Begun(Box::new(check));
        }
        Ok(false)
    }

    async fn check_step(&mut self, mut check: Box<Check>) -> Result<bool, Fault> {
        if check.step(&self.case.world).await? {
            self.checking = Checking::Begun(check);
            return Ok(false);
        }
        // That asks for the lock.
        self.case.let_go();
        let Some(checked) = check.finish(&self.case.world).await? else {
            self.checking = Checking::Due;
            return Ok(false);
        };
        let is_alone = checked.without_mirror.is_some();
        self.case.work.mirror = checked.without_mirror;
        if let Some(key) = checked.unreadable.first() {
            self.case.work.trouble.get_or_insert(Damage::Unreadable.at(key));
        }
        if checked.is_written {
            self.ledger = Ledger::default();
            self.case.refresh().await;
            self.look_for_repair().await;
            self.show_again().await;
            self.case.announce().await;
        }
        Ok(checked.is_written || is_alone || !checked.unreadable.is_empty())
    }

    /// What was repaired and not heard of, be it by the worker.
    pub(super) async fn look_for_repair(&mut self) {
        let kept = one(&self.case.world, Key::Repair).await.ok().flatten();
        let kept: Option<Repair> = kept.and_then(|text| open(&text).ok());
        self.screen.repair = kept.filter(|repair| !repair.is_empty());
    }

    /// The user has heard of it.
    pub(super) async fn forget_repair(&mut self) {
        self.screen.repair = None;
        if let Ok(_guard) = self.case.world.acquire().await {
            // Where that cannot be written it is told once more.
            let _ = self.case.world.set(&[(Key::Repair, seal(&Repair::default()))]).await;
        }
    }
}
