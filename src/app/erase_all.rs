//! Deleting everything: what a person deletes stays deleted, on every machine that it is merged with.

use std::collections::{BTreeMap, BTreeSet};

use super::command::{Problem, decide_now};
use super::directory;
use super::mirror::{catch_up, copy_of};
use super::ports::{Clock, Drafts, Ids, Lock, Mirrored, Sample, Shelf, Trace, Trails};
use super::rebuild::{counted, derive};
use super::store::Chosen;
use crate::archive::{
    ApplicationRecord, Choices, Damage, Folder, Key, LastBackup, Proposals, is_newer, seal, seal_choices,
};
use crate::domain::order::{map, set};
use crate::domain::{ApplicationId, Fault, Refusal, Repair};
use crate::ledger::{Command, fold};

/// Deletes all applications, what the user chose, when a backup was last made, and what was typed and not kept: of an application its tombstone
/// is left, also of one that cannot be read or is lost, where the index or the mirror tells of it. All of it is one write. The sample goes, too:
/// of it nothing is left. Where the mirror cannot be read or written now, it catches up later.
///
/// # Errors
/// A fault of the storage, or that a newer version wrote a record; all that is the user's own is as it was then.
pub async fn erase_all<W>(world: &W) -> Result<(), Problem>
where
    W: Shelf + Lock + Clock + Ids + Drafts + Sample + Mirrored + Trace + Trails,
{
    let guard = world.acquire().await?;
    let mut all = world.get_all().await?;
    let is_ours = |(name, _): &(&String, &String)| Key::parse(name).is_some();
    if all.iter().filter(is_ours).any(|(_, text)| is_newer(text)) {
        return Err(Fault::Newer.into());
    }
    let mirrored = match copy_of(world) {
        Some(mirror) => mirror.get_all().await.unwrap_or_default(),
        None => BTreeMap::new(),
    };
    let mut entries = Vec::new();
    // Of those whose folder is lost or cannot be read, nor be found in the mirror now, the index may still tell.
    let mut listed: BTreeMap<String, Vec<ApplicationId>> = BTreeMap::new();
    for id in directory::listed(&all).map(|listing| listing.id) {
        listed
            .entry(Folder::of_application(id).to_string())
            .or_default()
            .push(id);
    }
    let names: BTreeSet<String> = set(all.keys().chain(mirrored.keys()).chain(listed.keys()).cloned());
    for name in names {
        let Some(key) = Key::parse(&name) else { continue };
        let copies = [all.get(&name), mirrored.get(&name)];
        let erased = match key {
            Key::Applications(_) => erased(world, copies, listed.remove(&name).unwrap_or_default())?,
            Key::Texts(_) => Folder::default().seal(),
            Key::Settings => {
                // Those of a newer version are left alone; of all else it is seen below.
                Chosen::of(copies.into_iter().flatten().next().map(String::as_str))?;
                seal_choices(&Choices::default(), None)
            }
            // Of what was put aside nothing is left either.
            Key::Quarantine(_) => String::new(),
            Key::Repair => seal(&Repair::default()),
            Key::Backup => seal(&LastBackup::default()),
            Key::Proposals => seal(&Proposals::default()),
            // What is derived is made anew.
            _ => continue,
        };
        entries.push((key, erased));
    }
    let is_other = |(key, text): &(Key, String)| all.get(&key.to_string()) != Some(text);
    let changes = entries.iter().any(is_other);
    all.extend(entries.iter().map(|(key, text)| (key.to_string(), text.clone())));
    let (derived, overview) = derive(world, all, Chosen::of(None)?)?;
    entries.extend(counted(derived, overview.head, changes.into()));
    // It is no part of that write, and comes first: who hears that everything is deleted has no sample any more.
    world.remove_sample().await?;
    world.set(&entries).await?;
    drop(guard);
    world.leave_trace(false);
    world.forget_trails().await;
    // Where that fails, the two heads tell that it is still to be done.
    let _ = catch_up(world).await;
    for place in world.places() {
        world.put_by(&place, "");
    }
    Ok(())
}

/// A folder of applications with nothing but the tombstones in it of those that either copy has, or that are `listed`.
fn erased<W: Clock + Ids>(
    world: &W,
    copies: [Option<&String>; 2],
    listed: Vec<ApplicationId>,
) -> Result<String, Problem> {
    let mut records = map(listed.into_iter().map(|id| (id, ApplicationRecord::new(id, &[]))));
    for text in copies.into_iter().flatten() {
        let folder = match Folder::open(text) {
            Err(Damage::Newer { .. }) => return Err(Fault::Newer.into()),
            folder => folder.unwrap_or_default(),
        };
        for (id, sealed) in folder.iter() {
            let record = match ApplicationRecord::open(id, sealed) {
                Err(Damage::Newer { .. }) => return Err(Fault::Newer.into()),
                record => record.unwrap_or_else(|_| ApplicationRecord::new(id, &[])),
            };
            match records.get_mut(&id) {
                Some(known) => known.add(record.events()),
                None => drop(records.insert(id, record)),
            }
        }
    }
    let mut erased = Folder::default();
    for (id, mut record) in records {
        match decide_now(world, &fold(id, record.events()), Command::Erase) {
            Ok(events) => record.add(&events),
            Err(Refusal::Deleted) => {}
            Err(refusal) => return Err(refusal.into()),
        }
        erased.replace(id, record.seal());
    }
    Ok(erased.seal())
}
