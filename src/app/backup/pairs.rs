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

/// What changes, with what has to be written down beside it.
///
/// # Errors
/// A fault of the storage, or [`Fault::Newer`] where a newer version wrote a record.
pub(super) async fn with_pairs<W: Shelf + Lock + Clock>(
    world: &W,
    changed: Vec<ApplicationRecord>,
) -> Result<Vec<ApplicationRecord>, Fault> {
    let mut known = Known {
        records: map(changed.into_iter().map(|record| (record.application(), (record, true)))),
    };
    let mut parts = Vec::new();
    let joined = Stage::Ended(Ending::Joined);
    let listed = listings(world).await?.into_iter();
    parts.extend(
        listed
            .filter(|listing| listing.stage == joined)
            .map(|listing| listing.id),
    );
    parts.extend(known.records.keys());
    let parts = set(parts);
    // Each pass completes one link more of a chain.
    for _ in 0..LONGEST {
        let mut is_complete = true;
        for part in &parts {
            is_complete &= known.complete(world, *part).await?;
        }
        if is_complete {
            break;
        }
    }
    let changed = known.records.into_values().filter(|(_, is_changed)| *is_changed);
    Ok(changed.map(|(record, _)| record).collect())
}

/// Records as they will be, and whether they change.
struct Known {
    records: BTreeMap<ApplicationId, (ApplicationRecord, bool)>,
}

impl Known {
    /// Writes down what is lacking where an application is part of another one and either of them changes. Whether nothing was.
    async fn complete<W: Shelf>(&mut self, world: &W, part: ApplicationId) -> Result<bool, Fault> {
        let Some(other) = self.get(world, part).await? else {
            return Ok(true);
        };
        let Some(into) = other.fold().joined_into() else {
            return Ok(true);
        };
        let Some(into) = self.get(world, into).await? else {
            return Ok(true);
        };
        let changes = [&into, &other]
            .into_iter()
            .any(|record| self.changes(record.application()));
        let mut is_complete = true;
        let lacking = completed(&into.fold(), &other.fold());
        for (mut record, lacking) in [into, other].into_iter().zip(lacking) {
            if changes && !lacking.is_empty() {
                record.add(&lacking);
                self.records.insert(record.application(), (record, true));
                is_complete = false;
            }
        }
        Ok(is_complete)
    }

    fn changes(&self, id: ApplicationId) -> bool {
        self.records.get(&id).is_some_and(|(_, is_changed)| *is_changed)
    }

    async fn get<W: Shelf>(&mut self, world: &W, id: ApplicationId) -> Result<Option<ApplicationRecord>, Fault> {
        if let Some((record, _)) = self.records.get(&id) {
            return Ok(Some(record.clone()));
        }
        let keys = [Folder::of_application(id), Folder::of_texts(id)];
        let record = Folders::read(world, &keys).await?.record(id)?;
        if let Some(record) = &record {
            self.records.insert(id, (record.clone(), false));
        }
        Ok(record)
    }
}
