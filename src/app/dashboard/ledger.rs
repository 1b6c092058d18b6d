//! All applications: their records are read little by little, so that the page answers meanwhile, and of each a small digest is kept for every
//! screen, none of the texts.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, Utc};

use crate::app::ports::{Clock, Lock, Shelf};
use crate::app::store::{folder, listings};
use crate::archive::{ApplicationRecord, Folder, Key};
use crate::domain::{Application, ApplicationId, Fault};
use crate::insight::Track;
use crate::ledger::fold;
use crate::view::Known;

/// So many folders are read at once: with 10,000 applications some 150 records, half a megabyte.
const BATCH: usize = 64;

/// What takes longer is said.
const PATIENCE: TimeDelta = TimeDelta::milliseconds(500);

/// What is read is shown so often.
const PACE: TimeDelta = TimeDelta::milliseconds(250);

/// What is known of all applications.
#[derive(Default)]
pub(super) struct Ledger {
    /// A digest of each.
    pub(super) known: BTreeMap<ApplicationId, Known>,
    /// What went wrong since it was last asked for.
    pub(super) trouble: Option<Fault>,
    /// The folders that are still to be read; `None` before it is known which there are.
    unread: Option<BTreeSet<u16>>,
    /// Whether all were read once.
    is_whole: bool,
    /// How many there were to be read at once.
    all: usize,
    /// When reading began.
    since: DateTime<Utc>,
    /// When what is read was last shown.
    shown: DateTime<Utc>,
}

impl Ledger {
    /// Reads the next folders, and says whether what came of it is to be shown: now and then, and at the end. `None` where nothing is left.
    pub(super) async fn read_on<W: Shelf + Lock + Clock>(&mut self, world: &W) -> Option<bool> {
        let unread = match &mut self.unread {
            Some(unread) => unread,
            None => {
                (self.since, self.shown) = (world.now(), world.now());
                let folders = listings(world).await.map(|listings| {
                    let folders = listings.iter().map(|listing| Folder::of_application(listing.id));
                    folders.filter_map(number).collect()
                });
                let folders: BTreeSet<u16> = self.hold(folders).unwrap_or_default();
                self.all = folders.len();
                self.unread.insert(folders)
            }
        };
        let mut batch = Vec::new();
        while batch.len() < BATCH
            && let Some(folder) = unread.pop_first()
        {
            batch.push(Key::Applications(folder));
        }
        let is_last = unread.is_empty();
        if batch.is_empty() {
            // To have nothing to read is news, too.
            return (!std::mem::replace(&mut self.is_whole, true)).then_some(true);
        }
        let read = world.get(&batch).await;
        for (key, text) in batch.iter().zip(self.hold(read).unwrap_or_default()) {
            self.take_in(key, text.as_deref());
        }
        self.is_whole |= is_last;
        let now = world.now();
        let shows = is_last || now - self.shown >= PACE;
        if shows {
            self.shown = now;
        }
        Some(shows)
    }

    /// Whether it is known what is to be read. To know it may take the lock.
    pub(super) const fn has_begun(&self) -> bool {
        self.unread.is_some()
    }

    /// Whether all were read: until then nothing that counts them can be said.
    pub(super) const fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// How much is read, in percent, once it has taken a while.
    pub(super) fn percent<W: Clock>(&self, world: &W) -> Option<usize> {
        let left = self.unread.as_ref().map_or(0, BTreeSet::len);
        let is_slow = left > 0 && world.now() - self.since >= PATIENCE;
        is_slow.then(|| {
            (self.all.saturating_sub(left) * 100)
                .checked_div(self.all)
                .unwrap_or_default()
        })
    }

    /// When each that the user applied to came how far.
    pub(super) fn tracks(&self) -> Vec<Track> {
        self.known.values().filter_map(|known| known.track).collect()
    }

    /// The applications under these keys are to be read again.
    pub(super) fn forget(&mut self, keys: &[Key]) {
        if let Some(unread) = &mut self.unread {
            if unread.is_empty() {
                self.all = 0;
            }
            let before = unread.len();
            unread.extend(keys.iter().cloned().filter_map(number));
            self.all += unread.len() - before;
        }
    }

    /// Takes in how an application stands now.
    pub(super) fn learn(&mut self, application: &Application) {
        match Known::of(application) {
            Some(known) => self.known.insert(application.id, known),
            None => self.known.remove(&application.id),
        };
    }

    /// Of what is damaged the rest is taken in.
    fn take_in(&mut self, key: &Key, text: Option<&str>) {
        let Some(folder) = self.hold(folder(key, text)) else {
            return;
        };
        for (id, sealed) in folder.iter() {
            let record = ApplicationRecord::open(id, sealed).map_err(|damage| damage.at(key));
            if let Some(record) = self.hold(record) {
                self.learn(&fold(id, record.events()));
            }
        }
    }

    fn hold<T>(&mut self, result: Result<T, Fault>) -> Option<T> {
        result.map_err(|fault| self.trouble = Some(fault)).ok()
    }
}

/// The number of a folder of applications.
fn number(key: Key) -> Option<u16> {
    match key {
        Key::Applications(number) => Some(number),
        _ => None,
    }
}
