//! Bringing in what a backup has: all is made ready step by step, and written at once or not at all.

use std::collections::BTreeMap;
use std::vec::IntoIter;

use chrono::{DateTime, Utc};

use super::comparing::Comparing;
use super::last::restored;
use super::pairs::Pairs;
use super::saving::read_frame;
use crate::app::moment::{MOMENT, PATIENCE};
use crate::app::ports::{Clock, Lock, Shelf};
use crate::app::quarantine::put_aside;
use crate::app::rebuild::{Rebuild, counted};
use crate::app::store::Chosen;
use crate::archive::{ApplicationRecord, Backup, Damage, Folder, Key, Quarantined, SIZE_LIMIT, Texts, open_choices};
use crate::domain::Fault;
use crate::domain::order::sort_by_key;
use crate::view::{Effort, Preview, Progress};

/// What is being brought in.
pub(super) struct Bringing {
    pub(super) backup: Backup,
    pub(super) preview: Preview,
    /// Head and settings as the preview was made for them.
    frame: [Option<String>; 2],
    stage: Stage,
    since: DateTime<Utc>,
}

/// What came of it.
pub(super) enum Brought {
    /// It is kept.
    In(Box<Preview>),
    /// The ledger has become another one: it is to be compared anew.
    Anew(Backup),
    /// It is more than could be read again.
    TooLarge,
}

/// What is done one after the other.
enum Stage {
    /// What has to be written down beside it is found out.
    Pairing(Pairs),
    /// The records are put in their places.
    Placing {
        records: IntoIter<ApplicationRecord>,
        count: usize,
        places: Places,
    },
    /// What is derived from all that is kept is made.
    Deriving {
        entries: Vec<(Key, String)>,
        rebuild: Box<Rebuild>,
    },
}

impl Bringing {
    /// # Errors
    /// A fault of the storage, or [`Fault::Newer`] where a newer version wrote what is kept.
    pub(super) async fn begin<W: Shelf + Lock + Clock>(world: &W, compared: Comparing) -> Result<Self, Fault> {
        Ok(Self {
            backup: compared.backup,
            preview: compared.preview,
            frame: compared.frame,
            since: world.now(),
            stage: Stage::Pairing(Pairs::begin(world, compared.changed).await?),
        })
    }

    /// Whether nothing is left but to write it.
    pub(super) const fn is_over(&self) -> bool {
        match &self.stage {
            Stage::Pairing(_) | Stage::Placing { .. } => false,
            Stage::Deriving { rebuild, .. } => rebuild.is_over(),
        }
    }

    /// Goes on for a moment.
    ///
    /// # Errors
    /// A fault of the storage, [`Fault::Newer`] where a newer version wrote a record, or [`Fault::Full`] where it is more than could be read
    /// again.
    pub(super) async fn go_on<W: Shelf + Lock + Clock>(&mut self, world: &W) -> Result<(), Fault> {
        let began = world.now();
        while !self.is_over() {
            self.step(world).await?;
            if world.now() - began >= MOMENT {
                break;
            }
        }
        Ok(())
    }

    async fn step<W: Shelf + Lock + Clock>(&mut self, world: &W) -> Result<(), Fault> {
        match &mut self.stage {
            Stage::Pairing(pairs) if !pairs.is_over() => pairs.step(world).await?,
            Stage::Pairing(pairs) => {
                let changed = std::mem::take(pairs).close();
                self.stage = Stage::Placing {
                    count: changed.len(),
                    records: changed.into_iter(),
                    places: Places::read(world).await?,
                };
            }
            Stage::Placing { records, places, .. } => match records.next() {
                Some(record) => places.put(&record)?,
                None => {
                    let places = std::mem::take(places);
                    self.stage = self.derive(world, places)?;
                }
            },
            Stage::Deriving { rebuild, .. } => rebuild.step()?,
        }
        Ok(())
    }

    /// All has its place: begins with what is derived.
    fn derive<W: Clock>(&self, world: &W, mut places: Places) -> Result<Stage, Fault> {
        if self.preview.takes_settings
            && let Some(settings) = &self.backup.settings
        {
            places.put_settings(settings)?;
        }
        let entries = places.entries();
        let all = places.all;
        let settings = all.get(&Key::Settings.to_string());
        let chosen = Chosen::of(settings.map(String::as_str))?;
        Ok(Stage::Deriving {
            entries,
            rebuild: Box::new(Rebuild::of(all, chosen, world.now())?),
        })
    }

    /// Writes all of it, if the ledger is still the one that it was made for.
    ///
    /// # Errors
    /// A fault of the storage; nothing is written then.
    pub(super) async fn finish<W: Shelf + Lock + Clock>(self, world: &W) -> Result<Brought, Fault> {
        let Stage::Deriving { mut entries, rebuild } = self.stage else {
            return Ok(Brought::Anew(self.backup));
        };
        let _guard = world.acquire().await?;
        if read_frame(world).await? != self.frame {
            return Ok(Brought::Anew(self.backup));
        }
        let (derived, overview) = rebuild.close(world.today());
        if derived.iter().any(|(_, text)| text.len() > SIZE_LIMIT) {
            return Ok(Brought::TooLarge);
        }
        if let Some(made) = self.preview.made.filter(|_| self.preview.has_all()) {
            entries.extend(restored(world, made, overview.head.sequence + 1).await?);
        }
        entries.extend(counted(derived, overview.head, 1));
        world.set(&entries).await?;
        Ok(Brought::In(Box::new(self.preview)))
    }

    /// How far it has come, once it has taken a while.
    pub(super) fn progress<W: Clock>(&self, world: &W) -> Option<Progress> {
        // Each takes about as long.
        let (before, percent) = match &self.stage {
            Stage::Pairing(pairs) => (0, pairs.percent()),
            Stage::Placing { records, count, .. } => {
                let done = count.saturating_sub(records.len());
                (100, (done * 100).checked_div(*count).unwrap_or(100))
            }
            Stage::Deriving { rebuild, .. } => (200, rebuild.percent()),
        };
        (world.now() - self.since >= PATIENCE).then(|| Progress {
            of: Effort::BringingIn,
            percent: (before + percent) / 3,
            is_stopped: false,
        })
    }
}

/// All that is kept, as it will be.
#[derive(Default)]
struct Places {
    all: BTreeMap<String, String>,
    /// What of it is new.
    changed: Vec<Key>,
    /// What was not as it was written.
    aside: Vec<Quarantined>,
    now: DateTime<Utc>,
}

impl Places {
    async fn read<W: Shelf + Clock>(world: &W) -> Result<Self, Fault> {
        Ok(Self {
            all: world.get_all().await?,
            now: world.now(),
            ..Self::default()
        })
    }

    /// Puts a record, and its descriptions, into their folders. What is damaged there is put aside, as it was found.
    fn put(&mut self, record: &ApplicationRecord) -> Result<(), Fault> {
        let id = record.application();
        let key = Folder::of_application(id);
        let mut folder = self.folder(&key)?;
        if let Some(sealed) = folder
            .get(id)
            .filter(|sealed| ApplicationRecord::open(id, sealed).is_err())
        {
            self.put_aside(&key, sealed.to_owned());
        }
        folder.replace(id, record.seal());
        self.write(key, folder.seal())?;
        let (texts, key) = (record.texts(), Folder::of_texts(id));
        let mut folder = self.folder(&key)?;
        if let Some(sealed) = folder.get(id).filter(|sealed| Texts::open(id, sealed).is_err()) {
            self.put_aside(&key, sealed.to_owned());
        }
        if !texts.is_empty() || folder.get(id).is_some() {
            folder.replace(id, texts.seal());
            self.write(key, folder.seal())?;
        }
        Ok(())
    }

    /// Puts settings in the place of those that are there, which are put aside if they cannot be read.
    fn put_settings(&mut self, settings: &str) -> Result<(), Fault> {
        let former = self.all.get(&Key::Settings.to_string()).cloned();
        if let Some(former) = former.filter(|former| open_choices(former).is_err()) {
            self.put_aside(&Key::Settings, former);
        }
        self.write(Key::Settings, settings.to_owned())
    }

    /// The folder under a key; an empty one in the place of one that cannot be read.
    fn folder(&mut self, key: &Key) -> Result<Folder, Fault> {
        let Some(text) = self.all.get(&key.to_string()) else {
            return Ok(Folder::default());
        };
        match Folder::open(text) {
            Err(Damage::Newer { .. }) => Err(Fault::Newer),
            Err(_) => {
                let text = text.clone();
                self.put_aside(key, text);
                Ok(Folder::default())
            }
            folder => Ok(folder.unwrap_or_default()),
        }
    }

    fn put_aside(&mut self, key: &Key, text: String) {
        self.aside.push(Quarantined {
            key: key.to_string(),
            when: self.now,
            text,
        });
    }

    /// Refuses what could not be read again.
    fn write(&mut self, key: Key, text: String) -> Result<(), Fault> {
        if text.len() > SIZE_LIMIT {
            return Err(Fault::Full);
        }
        self.all.insert(key.to_string(), text);
        self.changed.push(key);
        Ok(())
    }

    /// What is new, each once.
    fn entries(&self) -> Vec<(Key, String)> {
        let mut changed = self.changed.clone();
        sort_by_key(&mut changed, Clone::clone);
        changed.dedup();
        let text = |key: &Key| self.all.get(&key.to_string()).cloned();
        let changed = changed.into_iter().filter_map(|key| text(&key).map(|text| (key, text)));
        changed.chain(put_aside(&self.all, self.aside.clone())).collect()
    }
}
