//! Making a backup, or a table: all that is kept is read, part by part, and becomes one file.

use chrono::{DateTime, Utc};

use super::folders::Folders;
use crate::app::moment::{MOMENT, PATIENCE};
use crate::app::ports::{Clock, Lock, Shelf};
use crate::app::store::trusted;
use crate::app::table::Rows;
use crate::archive::{
    ApplicationRecord, BATCHES, BackupText, Digest, Folder, Head, Key, TABLE_LIMIT, open, open_choices,
};
use crate::domain::Fault;
use crate::ledger::fold;
use crate::view::{Effort, Progress, Voice};

/// So often all is read while somebody writes to it; after that nobody can until it is made.
const PASSES: u8 = 2;

/// A backup that is being made.
pub(super) struct Saving {
    /// The head as it was when reading began, as it is sealed.
    head: Option<String>,
    settings: Option<String>,
    made: Made,
    /// How many applications are in it.
    applications: usize,
    /// How much of it cannot be read.
    missing: usize,
    /// Which part is read next.
    batch: u16,
    /// The how-manieth time all is read.
    pass: u8,
    since: DateTime<Utc>,
}

/// What is being made.
pub(super) enum Made {
    /// A backup.
    Backup(BackupText),
    /// A table.
    Table(Rows),
}

impl Made {
    fn clear(&mut self) {
        match self {
            Self::Backup(text) => *text = BackupText::default(),
            Self::Table(rows) => rows.clear(),
        }
    }

    fn add(&mut self, record: &ApplicationRecord, voice: &Voice<'_>) {
        match self {
            Self::Backup(text) => text.add(record),
            Self::Table(rows) => rows.add(record, voice),
        }
    }
}

/// A backup that was made.
pub(super) struct Saved {
    /// Its text.
    pub(super) text: String,
    /// How many applications are in it.
    pub(super) applications: usize,
    /// How much of what is kept cannot be read, and is not in it.
    pub(super) missing: usize,
    /// The head's sequence when it was made.
    pub(super) sequence: u64,
    /// Whether it can be brought in again: whether it is no more than what is read.
    pub(super) fits: bool,
}

impl Saving {
    /// # Errors
    /// A fault of the storage, or [`Fault::Newer`] for a ledger that only a newer version can read.
    pub(super) async fn begin<W: Shelf + Clock>(world: &W, made: Made) -> Result<Self, Fault> {
        let mut saving = Self {
            head: None,
            settings: None,
            made,
            applications: 0,
            missing: 0,
            batch: 0,
            pass: 0,
            since: world.now(),
        };
        saving.begin_pass(world).await?;
        Ok(saving)
    }

    async fn begin_pass<W: Shelf>(&mut self, world: &W) -> Result<(), Fault> {
        self.pass += 1;
        self.made.clear();
        (self.applications, self.missing, self.batch) = (0, 0, 0);
        [self.head, self.settings] = read_frame(world).await?;
        trusted(self.head.as_deref(), Digest::default())?;
        if let Some(Err(damage)) = self.settings.as_deref().map(open_choices) {
            if let newer @ Fault::Newer = damage.at(&Key::Settings) {
                return Err(newer);
            }
            self.settings = None;
            self.missing += 1;
        }
        Ok(())
    }

    /// Reads on for a moment; gives the backup once all is read and nobody has written meanwhile.
    ///
    /// # Errors
    /// As for beginning.
    pub(super) async fn go_on<W: Shelf + Lock + Clock>(
        &mut self,
        world: &W,
        voice: &Voice<'_>,
    ) -> Result<Option<Saved>, Fault> {
        let began = world.now();
        while self.batch < BATCHES {
            self.read_batch(world, voice).await?;
            if world.now() - began >= MOMENT {
                return Ok(None);
            }
        }
        let [head, _] = read_frame(world).await?;
        if head == self.head {
            return Ok(Some(self.close(world, voice)));
        }
        if self.pass < PASSES {
            self.begin_pass(world).await?;
            return Ok(None);
        }
        // In one go: a command on this page would wait for the lock, and this for the command.
        let _guard = world.acquire().await?;
        self.begin_pass(world).await?;
        while self.batch < BATCHES {
            self.read_batch(world, voice).await?;
        }
        Ok(Some(self.close(world, voice)))
    }

    async fn read_batch<W: Shelf>(&mut self, world: &W, voice: &Voice<'_>) -> Result<(), Fault> {
        let (texts, applications) = Folder::batch(self.batch);
        self.batch += 1;
        let keys: Vec<Key> = texts.into_iter().chain(applications).collect();
        let mut folders = Folders::read(world, &keys).await?;
        for id in folders.applications() {
            if let Some(record) = folders.record(id)? {
                self.applications += usize::from(!fold(id, record.events()).is_gone());
                self.made.add(&record, voice);
            }
        }
        self.missing += folders.damaged;
        Ok(())
    }

    fn close<W: Clock>(&mut self, world: &W, voice: &Voice<'_>) -> Saved {
        let head = self.head.as_deref().and_then(|text| open::<Head>(text).ok());
        let head = head.unwrap_or_default();
        let made = std::mem::replace(&mut self.made, Made::Backup(BackupText::default()));
        let (text, fits) = match made {
            Made::Backup(text) => {
                let fits = text.fits();
                (text.close(Some(world.now()), self.settings.as_deref()), fits)
            }
            Made::Table(rows) => {
                let text = rows.close(voice);
                let fits = text.len() <= TABLE_LIMIT;
                (text, fits)
            }
        };
        // What the head speaks of and nobody finds is missing, too.
        let counted = usize::try_from(head.applications).unwrap_or(usize::MAX);
        Saved {
            fits,
            text,
            applications: self.applications,
            missing: self.missing.max(counted.saturating_sub(self.applications)),
            sequence: head.sequence,
        }
    }

    /// How far it has come, once it has taken a while.
    pub(super) fn progress<W: Clock>(&self, world: &W) -> Option<Progress> {
        (world.now() - self.since >= PATIENCE).then(|| Progress {
            of: match self.made {
                Made::Backup(_) => Effort::BackingUp,
                Made::Table(_) => Effort::MakingTable,
            },
            percent: usize::from(self.batch) * 100 / usize::from(BATCHES),
            is_stopped: false,
        })
    }
}

/// Head and settings as they are sealed.
pub(super) async fn read_frame<W: Shelf>(world: &W) -> Result<[Option<String>; 2], Fault> {
    let mut texts = world.get(&[Key::Head, Key::Settings]).await?.into_iter();
    let mut next = || texts.next().flatten();
    Ok([next(), next()])
}
