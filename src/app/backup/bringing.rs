//! Bringing in what a backup has: all is made ready step by step, and written at once or not at all.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::comparing::Comparing;
use super::pairs::with_pairs;
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
    entries: Vec<(Key, String)>,
    rebuild: Rebuild,
    since: DateTime<Utc>,
}

impl Bringing {
    /// Puts what is new in its places, and begins with what is derived from it.
    ///
    /// # Errors
    /// A fault of the storage, or [`Fault::Newer`] where a newer version wrote a record.
    pub(super) async fn begin<W: Shelf + Lock + Clock>(world: &W, compared: Comparing) -> Result<Self, Fault> {
        let Comparing {
            backup,
            frame,
            changed,
            preview,
            ..
        } = compared;
        let since = world.now();
        let changed = with_pairs(world, changed).await?;
        let mut places = Places {
            all: world.get_all().await?,
            changed: Vec::new(),
            aside: Vec::new(),
            now: world.now(),
        };
        for record in &changed {
            places.put(record)?;
        }
        if preview.takes_settings
            && let Some(settings) = &backup.settings
        {
            let former = places.all.get(&Key::Settings.to_string()).cloned();
            if let Some(former) = former.filter(|former| open_choices(former).is_err()) {
                places.put_aside(&Key::Settings, former);
            }
            places.write(Key::Settings, settings.clone())?;
        }
        let entries = places.entries();
        let all = places.all;
        let settings = all.get(&Key::Settings.to_string());
        let chosen = Chosen::of(settings.map(String::as_str))?;
        Ok(Self {
            rebuild: Rebuild::of(all, chosen, world.now())?,
            backup,
            preview,
            frame,
            entries,
            since,
        })
    }

    /// Whether nothing is left but to write it.
    pub(super) const fn is_over(&self) -> bool {
        self.rebuild.is_over()
    }

    /// Goes on for a moment.
    ///
    /// # Errors
    /// [`Fault::Newer`] where a newer version wrote a record.
    pub(super) fn go_on<W: Clock>(&mut self, world: &W) -> Result<(), Fault> {
        self.rebuild.go_on(world, MOMENT)
    }

    /// Writes all of it, if the ledger is still the one that it was made for; else gives the backup, to be compared anew.
    ///
    /// # Errors
    /// A fault of the storage; nothing is written then.
    pub(super) async fn finish<W: Shelf + Lock + Clock>(self, world: &W) -> Result<Result<Preview, Backup>, Fault> {
        let _guard = world.acquire().await?;
        if read_frame(world).await? != self.frame {
            return Ok(Err(self.backup));
        }
        let mut entries = self.entries;
        let (derived, overview) = self.rebuild.close(world.today());
        entries.extend(counted(derived, overview.head, 1));
        world.set(&entries).await?;
        Ok(Ok(self.preview))
    }

    /// How far it has come, once it has taken a while.
    pub(super) fn progress<W: Clock>(&self, world: &W) -> Option<Progress> {
        (world.now() - self.since >= PATIENCE).then(|| Progress {
            of: Effort::BringingIn,
            percent: self.rebuild.percent(),
            is_stopped: false,
        })
    }
}

/// All that is kept, as it will be.
struct Places {
    all: BTreeMap<String, String>,
    /// What of it is new.
    changed: Vec<Key>,
    /// What was not as it was written.
    aside: Vec<Quarantined>,
    now: DateTime<Utc>,
}

impl Places {
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
