//! Head, agenda, links and index, made anew from the applications' records: after an update, after a change of the settings, and where
//! they do not fit what is there. It is made step by step, so that a page can say how far it has come, and write nothing before its end.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};

use super::agenda::{by_company, next_company};
use super::directory::Directory;
use super::ports::{Clock, Lock, Shelf};
use super::store::{Chosen, Overview, all_readable, look_at, one};
use crate::archive::{ApplicationRecord, Damage, Digest, Folder, Head, Key, Sheet, is_newer, open, seal};
use crate::domain::order::sort_by_key;
use crate::domain::{Agenda, Application, Fault, Listing, Outlook, Today};
use crate::etiquette::plan;
use crate::ledger::fold;

/// Makes anew what is derived, and writes what of it differs. The lock is held. Records that cannot be read are left as they are.
///
/// # Errors
/// A fault of the storage, or [`Fault::Newer`] where a newer version wrote a record; nothing is written then.
pub(super) async fn rebuild<W: Shelf + Clock>(world: &W, chosen: Chosen) -> Result<Overview, Fault> {
    let mut rebuild = Rebuild::begin(world, chosen).await?;
    rebuild.run()?;
    rebuild.write(world).await
}

/// A line for each application, of those that can be read. Nothing is written.
///
/// # Errors
/// As for making all of it anew.
pub(super) async fn list<W: Shelf + Clock>(world: &W) -> Result<Vec<Listing>, Fault> {
    let mut rebuild = Rebuild::begin(world, Chosen::of(None)?).await?;
    while !rebuild.folders.is_empty() {
        rebuild.step()?;
    }
    Ok(rebuild.directory.into_listings())
}

/// What is derived from `all` that is kept: what of it differs from what is there, and the ledger at a glance.
///
/// # Errors
/// [`Fault::Newer`] where a newer version wrote a record.
pub(super) fn derive<W: Clock>(
    world: &W,
    all: BTreeMap<String, String>,
    chosen: Chosen,
) -> Result<(Vec<(Key, String)>, Overview), Fault> {
    let mut rebuild = Rebuild::of(all, chosen, world.now())?;
    rebuild.run()?;
    Ok(rebuild.close(world.today()))
}

/// What was derived, with a head that counts so many commands more.
pub(super) fn counted(derived: Vec<(Key, String)>, mut head: Head, more: u64) -> Vec<(Key, String)> {
    head.sequence += more;
    let others = derived.into_iter().filter(|(key, _)| *key != Key::Head);
    others.chain([(Key::Head, seal(&head))]).collect()
}

/// What is derived, in the making.
pub(super) struct Rebuild {
    /// What the user chose.
    chosen: Chosen,
    /// Whether nothing was ever kept.
    is_new: bool,
    /// Whether the browser does not give out something that would be written over: it is made to be shown, and not written.
    is_hidden: bool,
    /// What was derived before, by its keys, as it is sealed.
    former: BTreeMap<String, String>,
    /// The folders that are still to be taken in, the next one last.
    folders: Vec<(Key, String)>,
    /// How many there were.
    all_folders: usize,
    /// The applications that are still to be planned: those of a company are planned together.
    applications: Vec<Application>,
    /// How many there were.
    all_applications: usize,
    outlooks: Vec<Outlook>,
    head: Head,
    /// The head as it was, whose count is carried; `None` where the records were changed by something else than commands, or it cannot be read:
    /// they are counted anew then.
    carried: Option<Head>,
    directory: Directory,
    /// What cannot be read.
    damaged: Vec<Key>,
}

impl Rebuild {
    /// Reads what it is made of.
    ///
    /// # Errors
    /// A fault of the storage, or [`Fault::Newer`] where a newer version wrote the head.
    pub(super) async fn begin<W: Shelf + Clock>(world: &W, chosen: Chosen) -> Result<Self, Fault> {
        let (all, unreadable) = all_readable(world).await?;
        let is_new = all.is_empty() && unreadable.is_empty();
        let mut rebuild = Self::of(all, chosen, world.now())?;
        rebuild.is_new = is_new;
        rebuild.is_hidden = unreadable.iter().any(|key| !matches!(key, Key::Applications(_)));
        rebuild.damaged = unreadable;
        rebuild.carried = former_head(&rebuild.former);
        Ok(rebuild)
    }

    /// Of all that is kept, at an instant.
    ///
    /// # Errors
    /// [`Fault::Newer`] where a newer version wrote something that would be made anew.
    pub(super) fn of(all: BTreeMap<String, String>, chosen: Chosen, now: DateTime<Utc>) -> Result<Self, Fault> {
        let is_new = all.is_empty();
        let (mut former, mut folders) = (BTreeMap::new(), Vec::new());
        for (name, text) in all {
            match Key::parse(&name) {
                Some(key @ Key::Applications(_)) => folders.push((key, text)),
                // They are most of what is kept, and nothing is derived from them.
                Some(Key::Texts(_)) => {}
                Some(_) if is_newer(&text) => return Err(Fault::Newer),
                _ => {
                    former.insert(name, text);
                }
            }
        }
        folders.reverse();
        Ok(Self {
            head: Head {
                sequence: sequence(&former, now).filter(|_| !is_new).unwrap_or_default(),
                rules: chosen.rules,
                ..Head::default()
            },
            chosen,
            is_new,
            is_hidden: false,
            former,
            all_folders: folders.len(),
            folders,
            applications: Vec::new(),
            all_applications: 0,
            outlooks: Vec::new(),
            carried: None,
            directory: Directory::default(),
            damaged: Vec::new(),
        })
    }

    /// What stands for the rules that it is made by.
    pub(super) const fn rules(&self) -> Digest {
        self.chosen.rules
    }

    /// Whether nothing is left but to write it.
    pub(super) const fn is_over(&self) -> bool {
        self.folders.is_empty() && self.applications.is_empty()
    }

    /// How much of it is made, in percent: to read the applications is half of it, and to plan what is due the other.
    pub(super) fn percent(&self) -> usize {
        let half = |all: usize, left: usize| (all.saturating_sub(left) * 50).checked_div(all).unwrap_or(50);
        let read = half(self.all_folders, self.folders.len());
        if self.folders.is_empty() {
            read + half(self.all_applications, self.applications.len())
        } else {
            read
        }
    }

    /// Goes on for so long, or to its end.
    ///
    /// # Errors
    /// [`Fault::Newer`] where a newer version wrote a record.
    pub(super) fn go_on<W: Clock>(&mut self, world: &W, long: TimeDelta) -> Result<(), Fault> {
        let began = world.now();
        while !self.is_over() {
            self.step()?;
            if world.now() - began >= long {
                break;
            }
        }
        Ok(())
    }

    fn run(&mut self) -> Result<(), Fault> {
        while !self.is_over() {
            self.step()?;
        }
        Ok(())
    }

    /// Takes in a folder, or plans the applications of a company.
    ///
    /// # Errors
    /// [`Fault::Newer`] where a newer version wrote a record.
    pub(super) fn step(&mut self) -> Result<(), Fault> {
        if let Some((key, text)) = self.folders.pop() {
            self.take_in(key, &text)?;
            if self.folders.is_empty() {
                self.all_applications = self.applications.len();
                by_company(&mut self.applications);
            }
        } else {
            let company = next_company(&mut self.applications);
            self.outlooks.extend(plan(&company, &self.chosen.settings));
        }
        Ok(())
    }

    fn take_in(&mut self, key: Key, text: &str) -> Result<(), Fault> {
        let folder = match Folder::open(text) {
            Ok(folder) => folder,
            Err(Damage::Newer { .. }) => return Err(Fault::Newer),
            Err(_) => {
                self.damaged.push(key);
                return Ok(());
            }
        };
        for (id, sealed) in folder.iter() {
            match ApplicationRecord::open(id, sealed) {
                Ok(record) if Folder::of_application(id) == key => {
                    self.head.replace(None, Some(record.fingerprint()));
                    let application = fold(id, record.events());
                    self.directory.learn(&application);
                    self.applications.push(application);
                }
                Err(Damage::Newer { .. }) => return Err(Fault::Newer),
                _ => self.damaged.push(key.clone()),
            }
        }
        self.damaged.dedup();
        Ok(())
    }

    /// Writes what of it differs, once it is made. The lock has been held since it was begun, or is held again and the ledger the same.
    async fn write<W: Shelf + Clock>(self, world: &W) -> Result<Overview, Fault> {
        // Where nothing was ever kept, nothing is written before the first command.
        let is_written = !self.is_new && !self.is_hidden;
        let (entries, overview) = self.close(world.today());
        if is_written && !entries.is_empty() {
            world.set(&entries).await?;
        }
        Ok(overview)
    }

    /// Writes it under the lock, where it was made without. Each command changes the head: while that is as it was, so is what this was made
    /// of. What somebody else has made meanwhile is taken as it is; where it has to be begun again, what the user chose is given.
    ///
    /// # Errors
    /// A fault of the storage, or [`Fault::Newer`]; nothing is written then.
    pub(super) async fn finish<W: Shelf + Lock + Clock>(
        mut self,
        world: &W,
    ) -> Result<Result<Overview, Chosen>, Fault> {
        if self.is_hidden {
            return Ok(Ok(self.close(world.today()).1));
        }
        let _guard = world.acquire().await?;
        let chosen = match look_at(world).await?.read()? {
            Ok(overview) => return Ok(Ok(overview)),
            Err(chosen) => chosen,
        };
        let head = one(world, Key::Head).await?;
        if self.rules() != chosen.rules || self.former.get(&Key::Head.to_string()) != head.as_ref() {
            return Ok(Err(chosen));
        }
        self.chosen = chosen;
        self.write(world).await.map(Ok)
    }

    /// What of it differs from what was there, and the ledger at a glance.
    pub(super) fn close(mut self, today: Today) -> (Vec<(Key, String)>, Overview) {
        if !self.damaged.is_empty() {
            // A head that fits no rules: until the records are whole, each look at the ledger comes here and tells of them.
            self.head.rules = Digest::default();
        }
        // What was lost in silence, or cannot be read, stays counted and listed until a check has looked for it in the mirror and named it.
        let lacks = |former: &Head| former.digest != self.head.digest && former.applications >= self.head.applications;
        if let Some(former) = self.carried.filter(lacks) {
            self.head.applications = former.applications;
            self.head.digest = former.digest;
            self.directory.keep_missing(&self.former);
        }
        let mut agenda = Agenda {
            outlooks: self.outlooks,
        };
        sort_by_key(&mut agenda.outlooks, |outlook| outlook.application);
        agenda.outlooks.retain(|outlook| !outlook.is_over(today.0));
        let former = self.former;
        let is_there = |key: &Key| former.contains_key(&key.to_string());
        let mut entries = Vec::new();
        for (number, sheet) in Sheet::all(&agenda.outlooks) {
            let (key, sealed) = (Key::Agenda(number), seal(&sheet));
            self.head.replace_sheet(number, None, Some(&sealed));
            // An empty one need not be there; what is there must not stay as it was.
            if !sheet.outlooks.is_empty() || is_there(&key) {
                entries.push((key, sealed));
            }
        }
        entries.push((Key::Head, seal(&self.head)));
        entries.extend(self.directory.entries(is_there));
        entries.retain(|(key, text)| former.get(&key.to_string()) != Some(text));
        let proposed = former.get(&Key::Proposals.to_string());
        let mut overview = Overview::new(self.head, agenda, self.chosen, proposed.map(String::as_str));
        overview.damaged.extend(self.damaged);
        (entries, overview)
    }
}

/// The head as it was, where it can be read.
fn former_head(former: &BTreeMap<String, String>) -> Option<Head> {
    former.get(&Key::Head.to_string()).and_then(|text| open(text).ok())
}

/// That of the head as it was. Of one that cannot be read nobody knows it any more: whoever compares what was made anew with another copy must not
/// take it for the older one, so that it is one which so many commands cannot have reached.
fn sequence(former: &BTreeMap<String, String>, now: DateTime<Utc>) -> Option<u64> {
    let head = former_head(former).map(|head| head.sequence);
    head.or_else(|| u64::try_from(now.timestamp()).ok())
}
