//! Where the ledger is empty or cannot be read: what the mirror has of it, as a survey and as a backup file.

use std::collections::BTreeMap;

use super::mirror::copy_of;
use super::ports::{Clock, FORMER, Mirrored, Shelf};
use crate::archive::{ApplicationRecord, Backup, Damage, Folder, Head, Key, Texts, open, write_backup};
use crate::domain::order::sort_by_key;
use crate::domain::{ApplicationId, Fault};
use crate::ledger::fold;
use crate::view::Survey;

/// How much of the mirror is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    /// What can be brought back: what is kept in today's form.
    Present,
    /// What can be saved as a file: what an update found as well.
    Whole,
}

/// What the mirror has; `None` where it has no application.
///
/// # Errors
/// A fault of the mirror, or [`Fault::Newer`].
pub(super) async fn survey<W: Mirrored + Clock>(world: &W, extent: Extent) -> Result<Option<Survey>, Fault> {
    let Some(mirror) = copy_of(world) else { return Ok(None) };
    let head = mirror.get(&[Key::Head]).await?.into_iter().next().flatten();
    match head.as_deref().map(open::<Head>) {
        Some(Err(Damage::Newer { .. })) => return Err(Fault::Newer),
        Some(Ok(head)) if head.applications == 0 => return Ok(None),
        // Where it is damaged, or not there yet since something is lacking, the records say the rest. Of somebody who is new there are none.
        _ => {}
    }
    let mut all = mirror.get_all().await?;
    if extent == Extent::Present {
        all.retain(|name, _| !name.starts_with(FORMER));
    }
    let records = records(&by_key(&all));
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
    let all = mirror.get_all().await?;
    let all = by_key(&all);
    let settings = all.iter().rfind(|(key, _)| *key == Key::Settings);
    let settings = settings.map(|(_, text)| (*text).to_owned());
    Ok(Some(write_backup(&Backup::new(world.now(), settings, records(&all)))))
}

/// The records that can be read, with their descriptions.
fn records(all: &[(Key, &str)]) -> Vec<ApplicationRecord> {
    let mut records: BTreeMap<ApplicationId, ApplicationRecord> = BTreeMap::new();
    for (key, text) in all {
        let Ok(folder) = Folder::open(text) else { continue };
        if let Key::Applications(_) = key {
            let found = folder
                .iter()
                .filter_map(|(id, sealed)| ApplicationRecord::open(id, sealed).ok());
            records.extend(found.map(|record| (record.application(), record)));
        }
    }
    // What was put back stays.
    for (key, text) in all.iter().rev() {
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

/// What is kept, by its key. What was found in a former form comes first, the oldest before the rest: it stands in for what cannot be read in
/// today's.
fn by_key(all: &BTreeMap<String, String>) -> Vec<(Key, &str)> {
    let place = |name: &str| match name.strip_prefix(FORMER) {
        Some(former) => {
            let (version, name) = former.split_once('/')?;
            Some((version.parse().ok()?, Key::parse(name)?))
        }
        None => Some((u32::MAX, Key::parse(name)?)),
    };
    let mut places: Vec<((u32, Key), &str)> = all
        .iter()
        .filter_map(|(name, text)| Some((place(name)?, text.as_str())))
        .collect();
    sort_by_key(&mut places, |((version, _), _)| *version);
    places.into_iter().map(|((_, key), text)| (key, text)).collect()
}
