//! The full check: all that is kept, record by record, is held against its checksums, its count in the head, and the mirror. What is damaged or
//! lacking is brought back from the mirror; what cannot be read is put aside as it was found; what neither copy has is named. Where the mirror
//! cannot be read what is lacking is named as well: it comes back by the same union once that can be read again.
//!
//! It is done step by step, so that a page answers meanwhile, and holds no lock until its end. Then all that the ledger is to have is one
//! write, if the ledger is still the one that it began with. Where nothing is wrong nothing is written to the ledger.

use std::collections::BTreeSet;
use std::ops::Range;

use super::command::Written;
use super::directory::Directory;
use super::mirror::{Batch, Copy, Ends, Pair, batches, copy_of, join_batches, read_batches, take_over, take_settings};
use super::ports::{Clock, Lock, MirrorShelf, Mirrored, Shelf};
use super::quarantine::{named, put_aside};
use super::rebuild::derive;
use super::store::Chosen;
use crate::archive::{Folder, Head, Key, Quarantined, Union, join_settings, open, seal};
use crate::domain::{ApplicationId, Fault, Listing, Repair};

/// Checks all of it in one go. What was repaired is written down for the user to hear of.
///
/// # Errors
/// A fault of either storage, or [`Fault::Newer`]; nothing is repaired then.
pub async fn check<W: Shelf + Lock + Clock + Mirrored>(world: &W) -> Result<Checked, Fault> {
    loop {
        let Some(mut check) = Check::begin(world, false).await? else {
            return Ok(Checked::default());
        };
        while check.step(world).await? {}
        if let Some(checked) = check.finish(world).await? {
            return Ok(checked);
        }
    }
}

/// What came of a check.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// What was repaired.
    pub repair: Repair,
    /// What the browser does not give out of the ledger.
    pub unreadable: Vec<Key>,
    /// Whether the ledger was written to.
    pub is_written: bool,
    /// Why the mirror could not be read, where it could not.
    pub without_mirror: Option<Fault>,
}

/// A check, as far as it has come.
pub(super) struct Check {
    ledger: Ends,
    mirror: Ends,
    /// Why there is none, where it cannot be read.
    without_mirror: Option<Fault>,
    /// Whether the user asked for what the mirror has.
    is_asked: bool,
    /// The parts that are still to be joined, the next ones last.
    left: Vec<Range<u16>>,
    /// What the ledger is to have otherwise, and what is to be put aside.
    pairs: Vec<Pair>,
    /// What the head should say of all that is there.
    tally: Head,
    /// What index and links should be.
    directory: Directory,
    /// The applications that the ledger lacked something of and the mirror has it.
    gained: Vec<ApplicationId>,
    /// Those that were deleted.
    erased: BTreeSet<ApplicationId>,
    /// How many records neither has.
    lost: u32,
    /// How many applications' descriptions neither has.
    undescribed: usize,
    unreadable: Vec<Key>,
}

impl Check {
    /// Begins it. Where the ledger has no record at all there is nothing to be checked but what was chosen, unless the mirror has some: what to
    /// do then the user decides, and it is `asked` for.
    ///
    /// # Errors
    /// A fault of either storage, or [`Fault::Newer`]. Where the mirror alone fails, and nothing is asked of it, the check goes on without.
    pub(super) async fn begin<W: Shelf + Mirrored>(world: &W, asked: bool) -> Result<Option<Self>, Fault> {
        let Some(copy) = copy_of(world) else {
            return Ok(None);
        };
        let ledger = Ends::read(world).await?;
        let is_bare = ledger.head()?.is_none_or(|head| head.is_bare());
        if is_bare && !asked && !ledger.is_odd() {
            return Ok(None);
        }
        let (mirror, without_mirror) = match Ends::read(&copy).await {
            Err(fault @ Fault::NoMirror { .. }) if !asked => (Ends::default(), Some(fault)),
            mirror => (mirror?, None),
        };
        if is_bare && !asked && !is_empty(&copy, &mirror).await? {
            return Ok(None);
        }
        let check = Self::of(ledger, mirror, without_mirror)?;
        Ok(Some(Self {
            is_asked: asked,
            ..check
        }))
    }

    /// A check of these.
    fn of(ledger: Ends, mirror: Ends, without_mirror: Option<Fault>) -> Result<Self, Fault> {
        let heads = [ledger.head()?, mirror.head()?];
        let kept = heads.iter().flatten().map(|head| head.applications).max();
        let mut left: Vec<_> = batches(kept.unwrap_or_default()).collect();
        left.reverse();
        Ok(Self {
            ledger,
            mirror,
            without_mirror,
            is_asked: false,
            left,
            pairs: Vec::new(),
            tally: Head::default(),
            directory: Directory::default(),
            gained: Vec::new(),
            erased: BTreeSet::new(),
            lost: 0,
            undescribed: 0,
            unreadable: Vec::new(),
        })
    }

    /// Joins a part of all that is kept, and says whether there is another.
    ///
    /// # Errors
    /// As for all of it.
    pub(super) async fn step<W: Shelf + Mirrored>(&mut self, world: &W) -> Result<bool, Fault> {
        let Some(batches) = self.left.pop() else {
            return Ok(false);
        };
        let joined = match self.mirror_of(world) {
            Some(mirror) => match mirror.acquire().await {
                Ok(_guard) => join_batches(world, &mirror, batches, true).await,
                Err(fault) => Err(fault),
            },
            None => read_batches(world, batches).await,
        };
        let Batch { pairs, unreadable } = match joined {
            // What was joined so far holds some of the mirror: all is begun again without it.
            Err(fault @ Fault::NoMirror { .. }) if !self.is_asked => {
                *self = Self::of(Ends::read(world).await?, Ends::default(), Some(fault))?;
                return Ok(true);
            }
            joined => joined?,
        };
        self.unreadable.extend(unreadable);
        let mut described: Vec<ApplicationId> = Vec::new();
        for pair in pairs {
            let union = &pair.union;
            for found in &union.fingerprints {
                self.tally.replace(None, Some(*found));
            }
            for application in &union.applications {
                self.directory.learn(application);
            }
            // Once with its record or with its descriptions.
            let gained = union.gained.iter().filter(|id| !self.gained.contains(id));
            let gained: Vec<ApplicationId> = gained.copied().collect();
            self.gained.extend(gained);
            self.erased.extend(&union.erased);
            match pair.key {
                Key::Applications(_) => {
                    self.lost += union.lost;
                    described.extend(&union.described);
                }
                _ if union.damaged.contains(&true) => {
                    let here = described.iter().filter(|id| Folder::of_texts(**id) == pair.key);
                    self.undescribed += here.filter(|id| !union.described.contains(id)).count();
                }
                _ => {}
            }
            if pair.is_to_be_repaired() || pair.damaged().is_some() {
                self.pairs.push(pair);
            }
        }
        Ok(!self.left.is_empty())
    }

    /// Writes what is to be repaired; `None` where the ledger is another one by now, and all of it has to be begun again.
    ///
    /// # Errors
    /// As for all of it.
    pub(super) async fn finish<W>(mut self, world: &W) -> Result<Option<Checked>, Fault>
    where
        W: Shelf + Lock + Clock + Mirrored,
    {
        let (head, copy) = (self.ledger.head()?, self.mirror.head()?);
        let is_older = match (&head, &copy) {
            (Some(head), Some(copy)) => head.sequence < copy.sequence,
            (head, _) => head.is_none(),
        };
        let settings = self.settings(is_older)?;
        let is_accounted = head.as_ref().is_some_and(|head| self.accounts(head));
        let is_whole = is_accounted && !is_older && self.pairs.is_empty() && !settings.is_to_be_repaired();
        let is_sound = is_whole && self.directory.is_kept(world).await?;
        let before = copy.clone().unwrap_or_default();
        // Of what the browser does not give out nobody knows what it counts for: no head that is written now would be right.
        if is_sound || !self.unreadable.is_empty() {
            if is_sound {
                self.settle(world, before).await?;
            }
            return Ok(Some(Checked {
                unreadable: self.unreadable,
                without_mirror: self.without_mirror,
                ..Checked::default()
            }));
        }
        let restored = self.gained.iter().filter(|id| !self.erased.contains(id));
        let lost = self.lost(head.as_ref(), copy.as_ref());
        let is_alone = self.without_mirror.is_some();
        let repair = Repair {
            on: world.today().0,
            restored: u32::try_from(restored.count()).unwrap_or(u32::MAX),
            settings: settings.is_to_be_repaired() && settings.mirror == settings.union.text,
            names: self.names(),
            lost: if is_alone { 0 } else { lost },
            unsure: Some(lost).filter(|lost| is_alone && *lost > 0),
            ..Repair::default()
        };
        let heads = head.iter().chain(&copy);
        let sequence = heads.map(|head| head.sequence).max().unwrap_or_default();
        self.pairs.insert(0, settings);
        self.leave_what_has_no_place();
        let guard = world.acquire().await?;
        if Ends::read(world).await? != self.ledger {
            return Ok(None);
        }
        let Some((repair, head)) = self.repair(world, repair, sequence).await? else {
            return Ok(None);
        };
        drop(guard);
        let texts = std::mem::take(&mut self.pairs).into_iter();
        let texts = texts.filter_map(|pair| Some((pair.key, pair.union.text?)));
        let written = Written {
            before,
            entries: texts.chain([(Key::Head, head)]).collect(),
        };
        if let Some(mirror) = self.mirror_of(world) {
            let _guard = mirror.acquire().await?;
            take_over(&mirror, &written, self.erased).await?;
        }
        Ok(Some(Checked {
            repair,
            unreadable: Vec::new(),
            is_written: true,
            without_mirror: self.without_mirror,
        }))
    }

    /// What is damaged beyond what can be put aside at once stays as it is, for the next check.
    fn leave_what_has_no_place(&mut self) {
        let mut places = Quarantined::places();
        self.pairs
            .retain(|pair| pair.damaged().is_none() || places.next().is_some());
    }

    /// What the user chose, in both copies.
    fn settings(&self, is_later: bool) -> Result<Pair, Fault> {
        let (ledger, mirror) = (self.ledger.settings.clone(), self.mirror.settings.clone());
        let union = join_settings([ledger.as_deref(), mirror.as_deref()], is_later);
        let mut union = union.map_err(|damage| damage.at(&Key::Settings))?;
        // What the mirror has of it is not written over with what holds by default: it stays as it is until that can be read again.
        if self.without_mirror.is_some() && union.damaged.contains(&true) {
            union = Union {
                text: ledger.clone(),
                ..Union::default()
            };
        }
        Ok(Pair {
            union,
            key: Key::Settings,
            ledger,
            mirror,
        })
    }

    /// Whether all that a head speaks of is there.
    fn accounts(&self, head: &Head) -> bool {
        head.digest == self.tally.digest && head.applications == self.tally.applications
    }

    /// How many applications at least lack something that neither copy has.
    fn lost(&self, head: Option<&Head>, copy: Option<&Head>) -> u32 {
        let undescribed = u32::try_from(self.undescribed).unwrap_or(u32::MAX);
        let unread = self.lost.max(undescribed);
        if head.into_iter().chain(copy).any(|known| self.accounts(known)) {
            return unread;
        }
        let missing = |known: &Head| known.applications.saturating_sub(self.tally.applications);
        let counted = match (head, copy) {
            // The mirror had nothing more, and still something is not as the head says.
            (Some(head), _) if self.gained.is_empty() => missing(head).max(1),
            (known, other) => known.or(other).map_or(0, missing),
        };
        counted.max(unread)
    }

    /// The mirror, where it can be read.
    fn mirror_of<'a, W: Mirrored>(&self, world: &'a W) -> Option<Copy<'a, W::Mirror>> {
        copy_of(world).filter(|_| self.without_mirror.is_none())
    }

    /// What the applications are called that the mirror brings back.
    fn names(&self) -> Vec<String> {
        let restored = self.gained.iter().filter_map(|id| self.directory.listing(*id));
        restored.map(name).collect()
    }

    /// The mirror has all that the ledger has.
    async fn settle<W: Shelf + Mirrored>(&self, world: &W, before: Head) -> Result<(), Fault> {
        let Some(mirror) = self.mirror_of(world).filter(|_| self.ledger != self.mirror) else {
            return Ok(());
        };
        let head = self.ledger.head.clone();
        let written = Written {
            before,
            entries: head.into_iter().map(|text| (Key::Head, text)).collect(),
        };
        let _guard = mirror.acquire().await?;
        take_over(&mirror, &written, BTreeSet::new()).await?;
        // Something else may have been chosen meanwhile.
        take_settings(&mirror, &Ends::read(world).await?).await
    }

    /// Writes all that the ledger is to have, and gives what was repaired, and the head as it is then; `None` where something is otherwise than
    /// when it was joined. The lock is held.
    async fn repair<W: Shelf + Clock>(
        &self,
        world: &W,
        mut repair: Repair,
        sequence: u64,
    ) -> Result<Option<(Repair, String)>, Fault> {
        let mut all = world.get_all().await?;
        let (mut entries, mut aside) = (Vec::new(), Vec::new());
        for pair in &self.pairs {
            let name = pair.key.to_string();
            if all.get(&name) != pair.ledger.as_ref() {
                return Ok(None);
            }
            if let Some(text) = pair.damaged() {
                repair.damaged.push(name.clone());
                // What was deleted is deleted there, too.
                let is_of_erased =
                    matches!(pair.key, Key::Texts(_)) && self.erased.iter().any(|id| text.contains(&id.to_string()));
                aside.push(Quarantined {
                    key: name.clone(),
                    when: world.now(),
                    text: if is_of_erased { String::new() } else { text.to_owned() },
                });
            }
            if let Some(text) = pair.union.text.clone().filter(|_| pair.is_to_be_repaired()) {
                all.insert(name, text.clone());
                entries.push((pair.key.clone(), text));
            }
        }
        entries.extend(put_aside(&all, aside));
        if repair.lost > 0 || repair.unsure.is_some() {
            repair.missing = self.directory.missing(&all).iter().map(name).collect();
        }
        let told: Option<Repair> = all.get(&Key::Repair.to_string()).and_then(|text| open(text).ok());
        if !repair.is_empty() {
            entries.push((Key::Repair, seal(&told.unwrap_or_default().and(repair.clone()))));
        }
        // What both copies amount to is no older than either of them.
        let bare = Head {
            sequence,
            ..Head::default()
        };
        all.insert(Key::Head.to_string(), seal(&bare));
        let settings = all.get(&Key::Settings.to_string()).cloned();
        let (derived, overview) = derive(world, all, Chosen::of(settings.as_deref())?)?;
        let head = seal(&overview.head);
        entries.extend(derived.into_iter().filter(|(key, _)| *key != Key::Head));
        entries.push((Key::Head, head.clone()));
        world.set(&entries).await?;
        Ok(Some((repair, head)))
    }
}

/// Whether the mirror has no record, be it that it has no head yet.
async fn is_empty<M: MirrorShelf>(mirror: &Copy<'_, M>, ends: &Ends) -> Result<bool, Fault> {
    let is_record = |name: &String| matches!(Key::parse(name), Some(Key::Applications(_)));
    match ends.head()? {
        Some(head) => Ok(head.is_bare()),
        None => Ok(!mirror.get_all().await?.keys().any(is_record)),
    }
}

/// What is listed, as it is called.
fn name(listing: &Listing) -> String {
    named(listing.title.as_ref(), listing.company.as_ref())
}
