//! Where the ledger is empty or cannot be read: what the mirror has of it, as a survey and as a backup file.

use std::collections::BTreeMap;

use super::mirror::copy_of;
use super::ports::{Clock, FORMER, Mirrored, Shelf};
use crate::archive::{ApplicationRecord, Backup, Damage, Folder, Head, Key, Texts, open, write_backup};
use crate::domain::{ApplicationId, Fault};
use crate::ledger::fold;
use crate::view::Survey;

/// What the mirror has; `None` where it has no application.
///
/// # Errors
/// A fault of the mirror, or [`Fault::Newer`].
pub(super) async fn survey<W: Mirrored + Clock>(world: &W) -> Result<Option<Survey>, Fault> {
    let Some(mirror) = copy_of(world) else { return Ok(None) };
    let head = mirror.get(&[Key::Head]).await?.into_iter().next().flatten();
    match head.as_deref().map(open::<Head>) {
        Some(Err(Damage::Newer { .. })) => return Err(Fault::Newer),
        Some(Ok(head)) if head.applications == 0 => return Ok(None),
        // Where it is damaged, or not there yet since something is lacking, the records say the rest. Of somebody who is new there are none.
        _ => {}
    }
    let records = records(&mirror.get_all().await?);
    let kept = records
        .iter()
        .filter(|record| !fold(record.application(), record.events()).is_gone());
    let applications = kept.clone().count();
    let days = kept.flat_map(|record| record.events()).map(|event| event.on);
    let on = days.filter(|on| *on <= world.today().0).max();
    Ok((applications > 0).then_some(Survey { applications, on }))
}

/// All that the mirror has, as a backup.
///
/// # Errors
/// A fault of the mirror.
pub(super) async fn copy<W: Mirrored + Clock>(world: &W) -> Result<Option<String>, Fault> {
    let Some(mirror) = copy_of(world) else { return Ok(None) };
    let mut all = mirror.get_all().await?;
    let records = records(&all);
    let settings = all.remove(&Key::Settings.to_string());
    Ok(Some(write_backup(&Backup::new(world.now(), settings, records))))
}

/// The records that can be read, with their descriptions.
fn records(all: &BTreeMap<String, String>) -> Vec<ApplicationRecord> {
    let all = by_key(all);
    let mut records: BTreeMap<ApplicationId, ApplicationRecord> = BTreeMap::new();
    for (key, text) in &all {
        let Ok(folder) = Folder::open(text) else { continue };
        if let Key::Applications(_) = key {
            let found = folder
                .iter()
                .filter_map(|(id, sealed)| ApplicationRecord::open(id, sealed).ok());
            records.extend(found.map(|record| (record.application(), record)));
        }
    }
    for (key, text) in &all {
        let Ok(folder) = Folder::open(text) else { continue };
        if let Key::Texts(_) = key {
            for (id, sealed) in folder.iter() {
                if let (Some(record), Ok(texts)) = (records.get_mut(&id), Texts::open(id, sealed)) {
                    record.put_back(&texts);
                }
            }
        }
    }
    records.into_values().collect()
}

/// What is kept, by its key. What was found in a former form comes first: it stands in for what cannot be read in today's.
fn by_key(all: &BTreeMap<String, String>) -> Vec<(Key, &str)> {
    let (former, present): (Vec<_>, Vec<_>) = all.iter().partition(|(name, _)| name.starts_with(FORMER));
    let former = former.into_iter().filter_map(|(name, text)| {
        let (_, name) = name.strip_prefix(FORMER)?.split_once('/')?;
        Some((Key::parse(name)?, text.as_str()))
    });
    let present = present
        .into_iter()
        .filter_map(|(name, text)| Some((Key::parse(name)?, text.as_str())));
    former.chain(present).collect()
}
