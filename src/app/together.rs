//! Several commands as one: all of them are kept, or none.

use std::cell::RefCell;
use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::command::{Done, Problem, Target, prepare};
use super::ports::{Clock, Ids, Lock, Shelf};
use crate::archive::Key;
use crate::domain::{ApplicationId, EventId, Fault, Today};
use crate::ledger::Command;

/// The ledger with what is written since it was begun laid over it; nobody else sees that before it is kept. The lock is held.
pub(super) struct Together<'a, W: Lock> {
    world: &'a W,
    _guard: W::Guard,
    written: RefCell<BTreeMap<Key, String>>,
}

impl<'a, W: Shelf + Lock + Clock + Ids> Together<'a, W> {
    /// Takes the ledger.
    ///
    /// # Errors
    /// [`Fault::CannotWrite`] where the browser gives no lock.
    pub(super) async fn begin(world: &'a W) -> Result<Self, Fault> {
        Ok(Self {
            world,
            _guard: world.acquire().await?,
            written: RefCell::default(),
        })
    }

    /// Carries out a command on what the ones before it came to.
    ///
    /// # Errors
    /// As for any command; what the ones before it came to is not kept either, unless it is asked for.
    pub(super) async fn carry_out(&self, target: Target, command: Command) -> Result<Done, Problem> {
        let prepared = prepare(self, (), target, command, None).await?;
        prepared.keep(self).await
    }

    /// Keeps what all of them came to.
    ///
    /// # Errors
    /// A fault of the storage; the ledger is as it was before the first of them then.
    pub(super) async fn keep(self) -> Result<(), Fault> {
        let entries: Vec<(Key, String)> = self.written.into_inner().into_iter().collect();
        if entries.is_empty() {
            return Ok(());
        }
        self.world.set(&entries).await
    }
}

impl<W: Shelf + Lock> Shelf for Together<'_, W> {
    async fn get(&self, keys: &[Key]) -> Result<Vec<Option<String>>, Fault> {
        let found = self.world.get(keys).await?;
        let written = self.written.borrow();
        let now = |(key, found): (&Key, Option<String>)| written.get(key).cloned().or(found);
        Ok(keys.iter().zip(found).map(now).collect())
    }

    async fn get_all(&self) -> Result<BTreeMap<String, String>, Fault> {
        let mut all = self.world.get_all().await?;
        let written = self.written.borrow();
        all.extend(written.iter().map(|(key, text)| (key.to_string(), text.clone())));
        Ok(all)
    }

    async fn set(&self, entries: &[(Key, String)]) -> Result<(), Fault> {
        self.written.borrow_mut().extend(entries.iter().cloned());
        Ok(())
    }
}

/// It is held for all of them.
impl<W: Lock> Lock for Together<'_, W> {
    type Guard = ();

    async fn acquire(&self) -> Result<(), Fault> {
        Ok(())
    }

    async fn acquire_if_free(&self) -> Result<Option<()>, Fault> {
        Ok(Some(()))
    }
}

impl<W: Lock + Clock> Clock for Together<'_, W> {
    fn today(&self) -> Today {
        self.world.today()
    }

    fn now(&self) -> DateTime<Utc> {
        self.world.now()
    }
}

impl<W: Lock + Ids> Ids for Together<'_, W> {
    fn application(&self) -> ApplicationId {
        self.world.application()
    }

    fn event(&self) -> EventId {
        self.world.event()
    }
}
