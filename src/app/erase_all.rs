//! Deleting everything: what a person deletes stays deleted, on every machine that it is merged with.

use super::command::{Problem, decide_now};
use super::ports::{Clock, Drafts, Ids, Lock, Sample, Shelf};
use super::rebuild::derive;
use super::store::Chosen;
use crate::archive::{ApplicationRecord, Choices, Damage, Folder, Key, seal_choices};
use crate::domain::{Fault, Refusal};
use crate::ledger::{Command, fold};

/// Deletes all applications, what the user chose, and what was typed and not kept: of an application its tombstone is left, and nothing of
/// what cannot be read. All of it is one write. The sample goes, too: of it nothing is left.
///
/// # Errors
/// A fault of the storage, or that a newer version wrote a record; all that is the user's own is as it was then.
pub async fn erase_all<W: Shelf + Lock + Clock + Ids + Drafts + Sample>(world: &W) -> Result<(), Problem> {
    let _guard = world.acquire().await?;
    let mut all = world.get_all().await?;
    let mut entries = Vec::new();
    for (name, text) in &all {
        let Some(key) = Key::parse(name) else { continue };
        let erased = match key {
            Key::Applications(_) => erased(world, text)?,
            Key::Texts(_) => Folder::default().seal(),
            Key::Settings => {
                // Those of a newer version are left alone; of all else it is seen below.
                Chosen::of(Some(text))?;
                seal_choices(&Choices::default(), None)
            }
            // What is derived is made anew.
            _ => continue,
        };
        entries.push((key, erased));
    }
    all.extend(entries.iter().map(|(key, text)| (key.to_string(), text.clone())));
    let (derived, _) = derive(all, Chosen::of(None)?, world.today())?;
    entries.extend(derived);
    // It is no part of that write, and comes first: who hears that everything is deleted has no sample any more.
    world.remove_sample().await?;
    world.set(&entries).await?;
    for place in world.places() {
        world.put_by(&place, "");
    }
    Ok(())
}

/// A folder of applications with nothing but their tombstones in it.
fn erased<W: Clock + Ids>(world: &W, text: &str) -> Result<String, Problem> {
    let folder = match Folder::open(text) {
        Err(Damage::Newer { .. }) => return Err(Fault::Newer.into()),
        folder => folder.unwrap_or_default(),
    };
    let mut erased = Folder::default();
    for (id, sealed) in folder.iter() {
        let mut record = match ApplicationRecord::open(id, sealed) {
            Err(Damage::Newer { .. }) => return Err(Fault::Newer.into()),
            record => record.unwrap_or_else(|_| ApplicationRecord::new(id, &[])),
        };
        match decide_now(world, &fold(id, record.events()), Command::Erase) {
            Ok(events) => record.add(&events),
            Err(Refusal::Deleted) => {}
            Err(refusal) => return Err(refusal.into()),
        }
        erased.replace(id, record.seal());
    }
    Ok(erased.seal())
}
