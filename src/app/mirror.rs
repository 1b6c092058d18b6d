//! The mirror, kept up to date. It follows each command once that is kept and shown, and whatever it missed it catches up with: nobody waits
//! for it, and where it fails the ledger goes on.
//!
//! It is joined with what is written and never written over: what the ledger has lost the mirror still has.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::command::Written;
use super::ports::{Lock, MirrorShelf, Mirrored, Shelf};
use super::store::{Readable, folder, readable};
use crate::archive::{
    ApplicationRecord, BATCHES, Damage, Folder, Head, Key, Union, join_applications, join_settings, join_texts, open,
    open_choices,
};
use crate::domain::{ApplicationId, Fault};

/// Takes over what commands wrote, and what the user chose. Says whether the mirror has all of the ledger then, and the ledger all of the
/// mirror, as far as the two heads tell; where it has not, a [check](super::check()) finds what is lacking.
///
/// # Errors
/// A fault of either storage, or [`Fault::Newer`].
pub async fn follow<W: Shelf + Mirrored>(world: &W, written: &[Written]) -> Result<bool, Fault> {
    let Some(mirror) = &copy_of(world) else {
        return Ok(true);
    };
    let ends = Ends::read(world).await?;
    let _guard = mirror.acquire().await?;
    Ends::read(mirror).await?.check()?;
    let mut is_whole = true;
    for written in written {
        is_whole &= take_over(mirror, written, BTreeSet::new()).await?;
    }
    take_settings(mirror, &ends).await?;
    Ok(is_whole)
}

/// Brings the mirror up to date where its head is not the ledger's: the page that wrote something was gone before the mirror had it. Where somebody
/// else is at it, it is left to them, or to the next time.
///
/// # Errors
/// As for following.
pub async fn catch_up<W: Shelf + Mirrored>(world: &W) -> Result<(), Fault> {
    let Some(mirror) = &copy_of(world) else {
        return Ok(());
    };
    let ends = Ends::read(world).await?;
    let copies = Ends::read(mirror).await?;
    copies.check()?;
    let (Some(head), copy) = (ends.head()?, copies.head()?.unwrap_or_default()) else {
        return Ok(());
    };
    if head.is_bare() && head.sequence > copy.sequence {
        // All was deleted, and of what could not be read no tombstone tells.
        let _guard = mirror.acquire().await?;
        mirror.forget_former().await?;
    }
    if !head.is_of_same(&copy) && head.sequence >= copy.sequence && !head.is_bare() {
        let mut lacks = false;
        for batches in batches(head.applications) {
            // Whoever else is at it goes on with it: nobody who is looked at waits for this.
            let Some(_guard) = mirror.acquire_if_free().await? else {
                return Ok(());
            };
            let Batch { pairs, unreadable } = join_batches(world, mirror, batches, false).await?;
            lacks |= !unreadable.is_empty() || pairs.iter().any(Pair::is_to_be_repaired);
        }
        // What the ledger lacks a check brings back; until then the two are not the same.
        if !lacks {
            let written = Written {
                before: copy,
                entries: ends.head.iter().map(|text| (Key::Head, text.clone())).collect(),
            };
            let _guard = mirror.acquire().await?;
            take_over(mirror, &written, BTreeSet::new()).await?;
        }
    }
    let _guard = mirror.acquire().await?;
    take_settings(mirror, &ends).await
}

/// The mirror, of which each fault says that it is the mirror's.
pub(super) struct Copy<'a, M>(&'a M);

/// The mirror of a world, where it has one.
pub(super) fn copy_of<W: Mirrored>(world: &W) -> Option<Copy<'_, W::Mirror>> {
    world.mirror().map(Copy)
}

fn of_mirror(fault: Fault) -> Fault {
    match fault {
        Fault::CannotRead { detail } | Fault::CannotWrite { detail } => Fault::NoMirror { detail },
        Fault::Full => Fault::NoMirror { detail: String::new() },
        fault => fault,
    }
}

impl<M: MirrorShelf> Shelf for Copy<'_, M> {
    async fn get(&self, keys: &[Key]) -> Result<Vec<Option<String>>, Fault> {
        self.0.get(keys).await.map_err(of_mirror)
    }

    async fn get_all(&self) -> Result<BTreeMap<String, String>, Fault> {
        self.0.get_all().await.map_err(of_mirror)
    }

    async fn set(&self, entries: &[(Key, String)]) -> Result<(), Fault> {
        // What a person deletes is deleted in a former form, too. That comes first: where this stops, both are done again.
        if self.is_deleting(entries).await? {
            self.forget_former().await?;
        }
        self.0.set(entries).await.map_err(of_mirror)
    }
}

impl<M: MirrorShelf> Copy<'_, M> {
    /// Whether something is deleted by these entries that is not deleted here yet.
    async fn is_deleting(&self, entries: &[(Key, String)]) -> Result<bool, Fault> {
        let telling = entries.iter().filter(|(key, text)| deletions(key, text) > 0);
        let (keys, texts): (Vec<Key>, Vec<&String>) = telling.map(|(key, text)| (key.clone(), text)).unzip();
        if keys.is_empty() {
            return Ok(false);
        }
        let known = self.get(&keys).await?;
        let mut all = keys.iter().zip(texts).zip(known);
        Ok(all.any(|((key, text), known)| {
            let known = known.map_or(0, |known| deletions(key, &known));
            deletions(key, text) > known
        }))
    }

    async fn forget_former(&self) -> Result<(), Fault> {
        self.0.forget_former().await.map_err(of_mirror)
    }
}

impl<M: MirrorShelf> Lock for Copy<'_, M> {
    type Guard = M::Guard;

    async fn acquire(&self) -> Result<M::Guard, Fault> {
        self.0.acquire().await.map_err(of_mirror)
    }

    async fn acquire_if_free(&self) -> Result<Option<M::Guard>, Fault> {
        self.0.acquire_if_free().await.map_err(of_mirror)
    }
}

/// What stands for all of a copy, and what belongs to no application.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Ends {
    pub(super) head: Option<String>,
    pub(super) settings: Option<String>,
}

impl Ends {
    pub(super) async fn read<S: Shelf>(shelf: &S) -> Result<Self, Fault> {
        let mut texts = shelf.get(&[Key::Head, Key::Settings]).await?.into_iter();
        Ok(Self {
            head: texts.next().flatten(),
            settings: texts.next().flatten(),
        })
    }

    /// Whether it is not a newer version's.
    fn check(&self) -> Result<(), Fault> {
        self.head()?;
        match self.settings.as_deref().map(open_choices) {
            Some(Err(Damage::Newer { .. })) => Err(Fault::Newer),
            _ => Ok(()),
        }
    }

    /// Whether what was chosen cannot be read.
    pub(super) fn is_odd(&self) -> bool {
        self.settings.as_deref().is_some_and(|text| open_choices(text).is_err())
    }

    /// The head, where it can be read.
    pub(super) fn head(&self) -> Result<Option<Head>, Fault> {
        match self.head.as_deref().map(open::<Head>) {
            Some(Err(Damage::Newer { .. })) => Err(Fault::Newer),
            head => Ok(head.and_then(Result::ok)),
        }
    }
}

/// Joins what was written into the mirror, where those applications are known to be deleted, and says whether nothing is lacking on either side.
/// The mirror's lock is held.
pub(super) async fn take_over<M: MirrorShelf>(
    mirror: &Copy<'_, M>,
    written: &Written,
    mut erased: BTreeSet<ApplicationId>,
) -> Result<bool, Fault> {
    let mut keys = vec![Key::Head];
    for (key, text) in &written.entries {
        if *key != Key::Head {
            keys.push(key.clone());
        }
        if matches!(key, Key::Applications(_)) {
            erased.extend(erased_in(key, text));
        }
    }
    // Their descriptions go as well, whether or not the ledger could clear its own.
    for key in erased.iter().copied().map(Folder::of_texts) {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    let (mut entries, mut head) = (Vec::new(), None);
    let mut is_whole = true;
    for (key, known) in keys.iter().zip(mirror.get(&keys).await?) {
        let new = written.entries.iter().find(|(written, _)| written == key);
        let new = new.map(|(_, text)| text.as_str());
        let joined = match key {
            Key::Head => {
                let known = Ends {
                    head: known,
                    ..Ends::default()
                };
                let known = known.head()?.unwrap_or_default();
                // What was chosen since is no record.
                let is_next = known.is_like(&written.before) && known.sequence <= written.before.sequence;
                // The worker may have been here before.
                let written = new.and_then(|text| open::<Head>(text).ok());
                is_whole &= is_next || written.is_some_and(|written| known.is_like(&written));
                head = new.filter(|_| is_next).map(|text| (Key::Head, text.to_owned()));
                continue;
            }
            Key::Settings => Ok(Union {
                text: new.map(str::to_owned),
                ..Union::default()
            }),
            Key::Texts(_) => join_texts(key, [new, known.as_deref()], &erased),
            _ => join_applications(key, [new, known.as_deref()]),
        };
        let joined = joined.map_err(|damage| damage.at(key))?;
        // What stands in the mirror alone was not written by this.
        is_whole &= joined.gained.is_empty() || new.is_none();
        entries.extend(
            joined
                .text
                .filter(|text| known.as_ref() != Some(text))
                .map(|text| (key.clone(), text)),
        );
    }
    // What the ledger lacks a check brings back: until then its head is not the mirror's.
    entries.extend(head.filter(|_| is_whole));
    if !entries.is_empty() {
        mirror.set(&entries).await?;
    }
    Ok(is_whole)
}

/// The applications of a folder that were deleted, of those that can be read.
fn erased_in(key: &Key, text: &str) -> Vec<ApplicationId> {
    let records = records_in(key, text).into_iter();
    let erased = records.filter(ApplicationRecord::is_erased);
    erased.map(|record| record.application()).collect()
}

/// How often an application of a folder was deleted, or a person.
fn deletions(key: &Key, text: &str) -> usize {
    match key {
        Key::Applications(_) => records_in(key, text).iter().map(ApplicationRecord::deletions).sum(),
        _ => 0,
    }
}

/// The records of a folder that can be read.
fn records_in(key: &Key, text: &str) -> Vec<ApplicationRecord> {
    let folder = folder(key, Some(text)).unwrap_or_default();
    let records = folder.iter();
    records
        .filter_map(|(id, sealed)| ApplicationRecord::open(id, sealed).ok())
        .collect()
}

/// Takes over what the user chose, where that can be read and the mirror's is not the later one. Where both heads speak of the same records, there
/// is nothing else between them. The mirror's lock is held.
pub(super) async fn take_settings<M: MirrorShelf>(mirror: &Copy<'_, M>, ends: &Ends) -> Result<(), Fault> {
    let copies = Ends::read(mirror).await?;
    let (head, copy) = (ends.head()?.unwrap_or_default(), copies.head()?.unwrap_or_default());
    let is_later = copy.sequence > head.sequence;
    let counts = join_settings([ends.settings.as_deref(), copies.settings.as_deref()], is_later);
    let counts = counts.map_err(|damage| damage.at(&Key::Settings))?;
    let [is_damaged, _] = counts.damaged;
    if is_later || is_damaged || ends.settings.is_none() {
        return Ok(());
    }
    let mut entries = Vec::new();
    entries.extend(
        counts
            .text
            .filter(|text| copies.settings.as_ref() != Some(text))
            .map(|text| (Key::Settings, text)),
    );
    let is_next = head.is_like(&copy) && head.sequence > copy.sequence;
    entries.extend(ends.head.clone().filter(|_| is_next).map(|text| (Key::Head, text)));
    if !entries.is_empty() {
        mirror.set(&entries).await?;
    }
    Ok(())
}

/// What both copies have under a key, and what they amount to.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    pub(super) key: Key,
    pub(super) ledger: Option<String>,
    pub(super) mirror: Option<String>,
    pub(super) union: Union,
}

impl Pair {
    /// Whether the ledger is to have something else than it has.
    pub(super) fn is_to_be_repaired(&self) -> bool {
        let [is_damaged, _] = self.union.damaged;
        // A folder with nothing in it need not be there.
        let is_there = self.ledger.is_some() || !self.union.gained.is_empty() || self.key == Key::Settings;
        is_damaged || (is_there && self.ledger != self.union.text)
    }

    /// What is to be put aside, so that it is not written over: what the ledger has, or else the mirror, and cannot be read.
    pub(super) fn damaged(&self) -> Option<&str> {
        match self.union.damaged {
            [true, _] => self.ledger.as_deref(),
            [_, true] if self.ledger.is_none() => self.mirror.as_deref(),
            _ => None,
        }
    }
}

/// So many records are joined at once, more or less: half a megabyte.
const AT_ONCE: u32 = 160;

/// All parts of the folders, so many at a time as are joined at once where so many applications are kept.
pub(super) fn batches(kept: u32) -> impl Iterator<Item = Range<u16>> {
    let length = (u32::from(BATCHES) * AT_ONCE).checked_div(kept).unwrap_or(u32::MAX);
    let length = u16::try_from(length).unwrap_or(BATCHES).clamp(1, BATCHES);
    let starts = (0..BATCHES).step_by(length.into());
    starts.map(move |start| start..BATCHES.min(start + length))
}

/// What came of joining a part of the folders.
#[derive(Debug, Default)]
pub(super) struct Batch {
    /// What is in either copy.
    pub(super) pairs: Vec<Pair>,
    /// What the browser does not give out of the ledger: it is as if it was not there, and is not written.
    pub(super) unreadable: Vec<Key>,
}

/// Joins what is kept in a part of the folders, and gives the mirror what it lacks, but for what the ledger has to have first. What is equal in
/// both is looked into where `whole` is asked for, and passed over otherwise. The mirror's lock is held.
///
/// # Errors
/// As for following.
pub(super) async fn join_batches<W: Shelf, M: MirrorShelf>(
    world: &W,
    mirror: &Copy<'_, M>,
    batches: Range<u16>,
    whole: bool,
) -> Result<Batch, Fault> {
    let keys = keys(batches);
    let copies = mirror.get(&keys).await?;
    let batch = join_with(world, keys, copies, whole).await?;
    let pairs = &batch.pairs;
    let behind = pairs
        .iter()
        .filter(|pair| !pair.is_to_be_repaired() && pair.damaged().is_none());
    let behind = behind.filter(|pair| pair.mirror != pair.union.text);
    let entries: Vec<_> = behind
        .filter_map(|pair| Some((pair.key.clone(), pair.union.text.clone()?)))
        .collect();
    if !entries.is_empty() {
        mirror.set(&entries).await?;
    }
    Ok(batch)
}

/// What is kept in a part of the folders, by itself: there is no mirror that could be read.
///
/// # Errors
/// As for following.
pub(super) async fn read_batches<W: Shelf>(world: &W, batches: Range<u16>) -> Result<Batch, Fault> {
    let keys = keys(batches);
    let copies = vec![None; keys.len()];
    join_with(world, keys, copies, true).await
}

/// The keys of a part of the folders, the applications' before the descriptions'.
fn keys(batches: Range<u16>) -> Vec<Key> {
    let (mut keys, mut texts) = (Vec::new(), Vec::new());
    for (of_texts, of_applications) in batches.map(Folder::batch) {
        keys.extend(of_applications);
        texts.extend(of_texts);
    }
    keys.append(&mut texts);
    keys
}

/// Joins what the ledger has under `keys` with what the mirror has, in their order.
async fn join_with<W: Shelf>(
    world: &W,
    keys: Vec<Key>,
    copies: Vec<Option<String>>,
    whole: bool,
) -> Result<Batch, Fault> {
    let Readable { found, unreadable } = readable(world, &keys).await?;
    // Of the keys that cannot be read the mirror's copy is passed over.
    let mut copies = keys.iter().zip(copies);
    let both = found.into_iter().filter_map(|(key, text)| {
        let (_, copy) = copies.find(|(known, _)| **known == key)?;
        Some((key, text, copy))
    });
    // Whether an application was deleted says its record: without that, its descriptions are left as they are.
    let is_told = |key: &Key| !unreadable.iter().any(|unread| Folder::is_of_same(unread, key));
    let both: Vec<_> = both.filter(|(key, ..)| is_told(key)).collect();
    let pairs = join_all(both, whole)?;
    Ok(Batch { pairs, unreadable })
}

/// A key, and what the ledger and the mirror have under it.
pub(super) type Copies = (Key, Option<String>, Option<String>);

/// Joins the two copies of each key, the applications' before the descriptions'. Those that are in neither are left out.
///
/// # Errors
/// [`Fault::Newer`].
pub(super) fn join_all(copies: Vec<Copies>, whole: bool) -> Result<Vec<Pair>, Fault> {
    let mut erased = BTreeSet::new();
    let mut pairs = Vec::new();
    for (key, ledger, mirror) in copies {
        if (ledger == mirror && !whole) || (ledger.is_none() && mirror.is_none()) {
            continue;
        }
        let copies = [ledger.as_deref(), mirror.as_deref()];
        let union = match &key {
            Key::Texts(_) => join_texts(&key, copies, &erased),
            _ => join_applications(&key, copies),
        };
        let union = union.map_err(|damage| damage.at(&key))?;
        erased.extend(&union.erased);
        pairs.push(Pair {
            key,
            ledger,
            mirror,
            union,
        });
    }
    Ok(pairs)
}
