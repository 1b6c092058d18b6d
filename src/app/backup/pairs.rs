//! Applications that became one on one of two machines: what either wrote down on its own since is written down on both of the pair.

use std::collections::BTreeMap;

use super::folders::Folders;
use crate::app::ports::{Clock, Lock, Shelf};
use crate::app::store::listings;
use crate::archive::{ApplicationRecord, Folder};
use crate::domain::order::{map, set};
use crate::domain::{ApplicationId, Ending, Fault, Stage};
use crate::ledger::completed;

/// Nobody joins so many one after the other.
const LONGEST: usize = 8;

/// What changes, and what has to be written down beside it: found out application by application.
#[derive(Default)]
pub(super) struct Pairs {
    /// Records as they will be, and whether they change.
    records: BTreeMap<ApplicationId, (ApplicationRecord, bool)>,
    /// Those that may be part of another one.
    parts: Vec<ApplicationId>,
    /// How many of them were looked at in this pass: each completes one link more of a chain.
    done: usize,
    /// How many passes are left, this one among them.
    passes: usize,
    /// Whether nothing was written down in this pass.
    is_complete: bool,
}

impl Pairs {
    /// # Errors
    /// A fault of the storage, or [`Fault::Newer`] where a newer version wrote what is kept.
    pub(super) async fn begin<W: Shelf + Lock + Clock>(
        world: &W,
        changed: Vec<ApplicationRecord>,
    ) -> Result<Self, Fault> {
        let joined = Stage::Ended(Ending::Joined);
        let listed = listings(world).await?.into_iter();
        let listed = listed.filter(|listing| listing.stage == joined);
        let changing = changed.iter().map(ApplicationRecord::application);
        Ok(Self {
            parts: set(listed.map(|listing| listing.id).chain(changing))
                .into_iter()
                .collect(),
            records: map(changed.into_iter().map(|record| (record.application(), (record, true)))),
            done: 0,
            passes: LONGEST,
            is_complete: true,
        })
    }

    /// Whether all of it is found out.
    pub(super) const fn is_over(&self) -> bool {
        self.passes == 0
    }

    /// How much of it is done, in percent: further passes are as rare as chains.
    pub(super) fn percent(&self) -> usize {
        let done = if self.passes == LONGEST {
            self.done
        } else {
            self.parts.len()
        };
        (done * 100).checked_div(self.parts.len()).unwrap_or(100)
    }

    /// Looks at one application more.
    ///
    /// # Errors
    /// A fault of the storage, or [`Fault::Newer`] where a newer version wrote a record.
    pub(super) async fn step<W: Shelf>(&mut self, world: &W) -> Result<(), Fault> {
        if let Some(part) = self.parts.get(self.done).copied() {
            self.done += 1;
            self.is_complete &= self.complete(world, part).await?;
        } else if std::mem::replace(&mut self.is_complete, true) {
            self.passes = 0;
        } else {
            self.passes -= 1;
            self.done = 0;
        }
        Ok(())
    }

    /// The records that change.
    pub(super) fn close(self) -> Vec<ApplicationRecord> {
        let changed = self.records.into_values().filter(|(_, is_changed)| *is_changed);
        changed.map(|(record, _)| record).collect()
    }

    /// Writes down what is lacking where an application is part of another one and either of them changes. Whether nothing was.
    async fn complete<W: Shelf>(&mut self, world: &W, part: ApplicationId) -> Result<bool, Fault> {
        let Some((other, other_changes)) = self.get(world, part).await? else {
            return Ok(true);
        };
        let Some(into) = other.fold().joined_into() else {
            return Ok(true);
        };
        let other = other.clone();
        let Some((into, into_changes)) = self.get(world, into).await? else {
            return Ok(true);
        };
        if !other_changes && !into_changes {
            return Ok(true);
        }
        let lacking = completed(&into.fold(), &other.fold());
        let mut is_complete = true;
        for (mut record, lacking) in [into.clone(), other].into_iter().zip(lacking) {
            if !lacking.is_empty() {
                record.add(&lacking);
                self.records.insert(record.application(), (record, true));
                is_complete = false;
            }
        }
        Ok(is_complete)
    }

    /// A record as it will be, and whether it changes.
    async fn get<W: Shelf>(
        &mut self,
        world: &W,
        id: ApplicationId,
    ) -> Result<Option<(&ApplicationRecord, bool)>, Fault> {
        if !self.records.contains_key(&id) {
            let keys = [Folder::of_application(id), Folder::of_texts(id)];
            let read = Folders::read(world, &keys).await?.record(id)?;
            self.records.extend(read.map(|record| (id, (record, false))));
        }
        let known = self.records.get(&id);
        Ok(known.map(|(record, is_changed)| (record, *is_changed)))
    }
}
