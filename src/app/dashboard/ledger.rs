//! All applications: their records are read little by little, so that the page answers meanwhile, and of each a small digest is kept for every
//! screen, none of the texts.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use crate::app::moment::{MOMENT, PACE, PATIENCE};
use crate::app::ports::{Clock, Shelf};
use crate::app::store::{Readable, folder, readable};
use crate::archive::{ApplicationRecord, Damage, Folder, Key};
use crate::domain::{Application, ApplicationId, Fault};
use crate::insight::Track;
use crate::ledger::fold;
use crate::view::{Effort, Known, Progress};

/// So many records are read at once, more or less: half a megabyte.
const AT_ONCE: u32 = 160;

/// What is known of all applications.
#[derive(Default)]
pub(super) struct Ledger {
    /// A digest of each.
    pub(super) known: BTreeMap<ApplicationId, Known>,
    /// What went wrong since it was last asked for.
    pub(super) trouble: Option<Fault>,
    /// The folders that are still to be read; `None` before any was.
    unread: Option<BTreeSet<u16>>,
    /// Whether all were read once.
    is_whole: bool,
    /// Whether the user has stopped the reading.
    is_stopped: bool,
    /// Those that were read, as they are kept: they are taken in one by one.
    at_hand: Vec<(Key, String)>,
    /// How many there were to be read.
    all: usize,
    /// When reading began.
    since: DateTime<Utc>,
    /// When what is read was last shown.
    shown: DateTime<Utc>,
}

impl Ledger {
    /// Reads on for a moment where so many applications are `kept`, and says whether what came of it is to be shown: now and then, and at the
    /// end. `None` where nothing is left, or where the user has stopped it.
    pub(super) async fn read_on<W: Shelf + Clock>(&mut self, world: &W, kept: u32) -> Option<bool> {
        if self.is_stopped {
            return None;
        }
        if self.at_hand.is_empty() {
            let batch = self.next_batch(world, kept);
            if batch.is_empty() {
                return None;
            }
            let read = readable(world, &batch).await;
            if let Some(Readable { found, unreadable }) = self.hold(read) {
                let unread = unreadable.first().map(|key| Damage::Unreadable.at(key));
                self.trouble = unread.or(self.trouble.take());
                self.at_hand = found.into_iter().filter_map(|(key, text)| Some((key, text?))).collect();
            }
        }
        let began = world.now();
        while let Some((key, text)) = self.at_hand.pop() {
            self.take_in(&key, &text);
            if world.now() - began >= MOMENT {
                break;
            }
        }
        let now = world.now();
        self.is_whole |= self.left() == 0;
        let shows = self.left() == 0 || now - self.shown >= PACE;
        if shows {
            self.shown = now;
        }
        Some(shows)
    }

    /// Stops reading, where there is something left to be read.
    pub(super) fn stop(&mut self) {
        self.is_stopped = self.left() > 0;
    }

    /// Reads on.
    pub(super) const fn go_on(&mut self) {
        self.is_stopped = false;
    }

    /// The folders that are read next: the fewer there are in each, the more of them. Which are there nobody knows, and nothing is the
    /// sooner read.
    fn next_batch<W: Clock>(&mut self, world: &W, kept: u32) -> Vec<Key> {
        let unread = self.unread.get_or_insert_with(|| {
            (self.since, self.shown) = (world.now(), world.now());
            let all: BTreeSet<u16> = Folder::applications().collect();
            self.all = all.len();
            all
        });
        let length = (u32::from(Folder::applications().end) * AT_ONCE).checked_div(kept);
        let mut batch = Vec::new();
        for _ in 0..length.unwrap_or(u32::MAX).max(1) {
            let Some(folder) = unread.pop_first() else { break };
            batch.push(Key::Applications(folder));
        }
        batch
    }

    /// How many folders are still to be taken in.
    fn left(&self) -> usize {
        self.unread.as_ref().map_or(0, BTreeSet::len) + self.at_hand.len()
    }

    /// Whether all were read: until then nothing that counts them can be said.
    pub(super) const fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// How far reading has come, once it has taken a while or was stopped.
    pub(super) fn progress<W: Clock>(&self, world: &W) -> Option<Progress> {
        let left = self.left();
        let is_slow = left > 0 && (self.is_stopped || world.now() - self.since >= PATIENCE);
        let percent = (self.all.saturating_sub(left) * 100).checked_div(self.all);
        is_slow.then(|| Progress {
            of: Effort::Reading,
            percent: percent.unwrap_or_default(),
            is_stopped: self.is_stopped,
        })
    }

    /// When each that the user applied to came how far.
    pub(super) fn tracks(&self) -> Vec<Track> {
        self.known.values().filter_map(|known| known.track).collect()
    }

    /// The applications under these keys are to be read again.
    pub(super) fn forget(&mut self, keys: &[Key]) {
        // What was read of them is not how they stand now.
        self.at_hand.retain(|(key, _)| !keys.contains(key));
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
    fn take_in(&mut self, key: &Key, text: &str) {
        let Some(folder) = self.hold(folder(key, Some(text))) else {
            return;
        };
        for (id, sealed) in folder.iter() {
            let events = ApplicationRecord::look_into(id, sealed, None).map_err(|damage| damage.at(key));
            if let Some(events) = self.hold(events) {
                self.learn(&fold(id, &events));
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
