//! Head, agenda, links and index, made anew from the applications' records: after an update, after a change of the settings, and where
//! they do not fit what is there.

use std::collections::BTreeMap;

use super::agenda::agenda;
use super::links::keys;
use super::ports::{Clock, Shelf};
use super::store::{Chosen, Overview};
use crate::archive::{ApplicationRecord, Damage, Digest, Folder, Head, Index, Key, LinkHash, Links, Sheet, open, seal};
use crate::domain::{Application, Fault, Listing, Today};
use crate::ledger::fold;

/// Makes anew what is derived, and writes what of it differs. The lock is held. Records that cannot be read are left as they are.
///
/// # Errors
/// A fault of the storage, or [`Fault::Newer`] where a newer version wrote a record; nothing is written then.
pub(super) async fn rebuild<W: Shelf + Clock>(world: &W, chosen: Chosen) -> Result<Overview, Fault> {
    let all = world.get_all().await?;
    let (entries, overview) = derive(&all, chosen, world.today())?;
    // Where nothing was ever kept, nothing is written before the first command.
    if !all.is_empty() && !entries.is_empty() {
        world.set(&entries).await?;
    }
    Ok(overview)
}

/// What is derived from `all` that is kept: what of it differs from what is there, and the ledger at a glance.
///
/// # Errors
/// [`Fault::Newer`] where a newer version wrote a record.
pub(super) fn derive(
    all: &BTreeMap<String, String>,
    chosen: Chosen,
    today: Today,
) -> Result<(Vec<(Key, String)>, Overview), Fault> {
    let mut head = Head {
        sequence: sequence(all)?,
        rules: chosen.rules,
        ..Head::default()
    };
    let mut damaged = Vec::new();
    let mut applications: Vec<Application> = Vec::new();
    for (name, text) in all {
        let Some(key @ Key::Applications(_)) = Key::parse(name) else {
            continue;
        };
        let folder = match Folder::open(text) {
            Ok(folder) => folder,
            Err(Damage::Newer { .. }) => return Err(Fault::Newer),
            Err(_) => {
                damaged.push(key);
                continue;
            }
        };
        for (id, sealed) in folder.iter() {
            match ApplicationRecord::open(id, sealed) {
                Ok(record) if Folder::of_application(id) == key => {
                    head.replace(None, Some(record.fingerprint()));
                    applications.push(fold(id, record.events()));
                }
                Err(Damage::Newer { .. }) => return Err(Fault::Newer),
                _ => damaged.push(key.clone()),
            }
        }
    }
    damaged.dedup();
    if !damaged.is_empty() {
        // A head that fits no rules: until the records are whole, each look at the ledger comes here and tells of them.
        head.rules = Digest::default();
    }

    let mut agenda = agenda(&applications, &chosen.settings);
    agenda.outlooks.retain(|outlook| !outlook.is_over(today.0));
    let mut entries = Vec::new();
    for (number, sheet) in Sheet::all(&agenda.outlooks) {
        let (key, sealed) = (Key::Agenda(number), seal(&sheet));
        head.replace_sheet(number, None, Some(&sealed));
        // An empty one need not be there; what is there must not stay as it was.
        if !sheet.outlooks.is_empty() || all.contains_key(&key.to_string()) {
            entries.push((key, sealed));
        }
    }
    entries.push((Key::Head, seal(&head)));
    let mut indices = vec![Index::default(); Index::keys().count()];
    let mut links = vec![Links::default(); Links::keys().count()];
    for application in &applications {
        if let Some(index) = indices.get_mut(usize::from(Index::number(application.id))) {
            index.replace(application.id, Listing::of(application));
        }
        for key in keys(application) {
            let hash = LinkHash::of(&key);
            if let Some(links) = links.get_mut(usize::from(Links::number(hash))) {
                links.replace(hash, Some(application.id));
            }
        }
    }
    // As with the sheets, an empty one need not be there.
    let is_there = |key: &Key| all.contains_key(&key.to_string());
    for (key, index) in Index::keys().zip(indices) {
        if !index.listings.is_empty() || is_there(&key) {
            entries.push((key, seal(&index)));
        }
    }
    for (key, links) in Links::keys().zip(links) {
        if !links.links.is_empty() || is_there(&key) {
            entries.push((key, seal(&links)));
        }
    }
    entries.retain(|(key, text)| all.get(&key.to_string()) != Some(text));
    let mut overview = Overview::new(head, agenda, chosen);
    overview.damaged.extend(damaged);
    Ok((entries, overview))
}

/// That of the head as it was, if it can be read; one of a newer version is not written over, whoever put it there meanwhile.
fn sequence(all: &BTreeMap<String, String>) -> Result<u64, Fault> {
    match all.get(&Key::Head.to_string()).map(|text| open::<Head>(text)) {
        Some(Ok(head)) => Ok(head.sequence),
        Some(Err(Damage::Newer { .. })) => Err(Fault::Newer),
        _ => Ok(0),
    }
}
