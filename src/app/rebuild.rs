//! Head, agenda, links and index, made anew from the applications' records: after an update, after a change of the settings, and where
//! they do not fit what is there. It is made step by step, so that a page can say how far it has come, and write nothing before its end.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use super::agenda::{by_company, next_company};
use super::links::keys;
use super::ports::{Clock, Lock, Shelf};
use super::store::{Chosen, Overview, look_at, one};
use crate::archive::{ApplicationRecord, Damage, Digest, Folder, Head, Index, Key, LinkHash, Links, Sheet, open, seal};
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

/// What is derived from `all` that is kept: what of it differs from what is there, and the ledger at a glance.
///
/// # Errors
/// [`Fault::Newer`] where a newer version wrote a record.
pub(super) fn derive(
    all: BTreeMap<String, String>,
    chosen: Chosen,
    today: Today,
) -> Result<(Vec<(Key, String)>, Overview), Fault> {
    let mut rebuild = Rebuild::of(all, chosen)?;
    rebuild.run()?;
    Ok(rebuild.close(today))
}

/// What is derived, in the making.
pub(super) struct Rebuild {
    /// What the user chose.
    chosen: Chosen,
    /// Whether nothing was ever kept.
    is_new: bool,
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
    indices: Vec<Index>,
    links: Vec<Links>,
    /// What cannot be read.
    damaged: Vec<Key>,
}

impl Rebuild {
    /// Reads what it is made of.
    ///
    /// # Errors
    /// A fault of the storage, or [`Fault::Newer`] where a newer version wrote the head.
    pub(super) async fn begin<W: Shelf>(world: &W, chosen: Chosen) -> Result<Self, Fault> {
        Self::of(world.get_all().await?, chosen)
    }

    fn of(all: BTreeMap<String, String>, chosen: Chosen) -> Result<Self, Fault> {
        let is_new = all.is_empty();
        let (mut former, mut folders) = (BTreeMap::new(), Vec::new());
        for (name, text) in all {
            match Key::parse(&name) {
                Some(key @ Key::Applications(_)) => folders.push((key, text)),
                // They are most of what is kept, and nothing is derived from them.
                Some(Key::Texts(_)) => {}
                _ => {
                    former.insert(name, text);
                }
            }
        }
        folders.reverse();
        Ok(Self {
            head: Head {
                sequence: sequence(&former)?,
                rules: chosen.rules,
                ..Head::default()
            },
            chosen,
            is_new,
            former,
            all_folders: folders.len(),
            folders,
            applications: Vec::new(),
            all_applications: 0,
            outlooks: Vec::new(),
            indices: vec![Index::default(); Index::keys().count()],
            links: vec![Links::default(); Links::keys().count()],
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
    fn step(&mut self) -> Result<(), Fault> {
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
                    self.learn(fold(id, record.events()));
                }
                Err(Damage::Newer { .. }) => return Err(Fault::Newer),
                _ => self.damaged.push(key.clone()),
            }
        }
        self.damaged.dedup();
        Ok(())
    }

    /// Puts an application into the index, and links its postings with it.
    fn learn(&mut self, application: Application) {
        if let Some(index) = self.indices.get_mut(usize::from(Index::number(application.id))) {
            index.replace(application.id, Listing::of(&application));
        }
        for key in keys(&application) {
            let hash = LinkHash::of(&key);
            if let Some(links) = self.links.get_mut(usize::from(Links::number(hash))) {
                links.replace(hash, Some(application.id));
            }
        }
        self.applications.push(application);
    }

    /// Writes what of it differs, once it is made. The lock has been held since it was begun, or is held again and the ledger the same.
    async fn write<W: Shelf + Clock>(self, world: &W) -> Result<Overview, Fault> {
        let is_new = self.is_new;
        let (entries, overview) = self.close(world.today());
        // Where nothing was ever kept, nothing is written before the first command.
        if !is_new && !entries.is_empty() {
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
    fn close(mut self, today: Today) -> (Vec<(Key, String)>, Overview) {
        if !self.damaged.is_empty() {
            // A head that fits no rules: until the records are whole, each look at the ledger comes here and tells of them.
            self.head.rules = Digest::default();
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
        // As with the sheets, an empty one need not be there.
        for (key, index) in Index::keys().zip(self.indices) {
            if !index.listings.is_empty() || is_there(&key) {
                entries.push((key, seal(&index)));
            }
        }
        for (key, links) in Links::keys().zip(self.links) {
            if !links.links.is_empty() || is_there(&key) {
                entries.push((key, seal(&links)));
            }
        }
        entries.retain(|(key, text)| former.get(&key.to_string()) != Some(text));
        let mut overview = Overview::new(self.head, agenda, self.chosen);
        overview.damaged.extend(self.damaged);
        (entries, overview)
    }
}

/// That of the head as it was, if it can be read; one of a newer version is not written over, whoever put it there meanwhile.
fn sequence(all: &BTreeMap<String, String>) -> Result<u64, Fault> {
    match all.get(&Key::Head.to_string()).map(|text| open::<Head>(text)) {
        Some(Ok(head)) => Ok(head.sequence),
        Some(Err(Damage::Newer { .. })) => Err(Fault::Newer),
        _ => Ok(0),
    }
}
