//! What a backup would change, found out part by part: nothing is written.

use chrono::{DateTime, TimeDelta, Utc};

use super::conflicts::conflicts;
use super::folders::Folders;
use super::saving::read_frame;
use crate::app::moment::PATIENCE;
use crate::app::ports::{Clock, Lock, Shelf};
use crate::app::store::{listings, trusted};
use crate::archive::{ApplicationRecord, Backup, BackupApplication, Digest, Folder, Key, open_choices};
use crate::domain::Fault;
use crate::domain::order::set;
use crate::ledger::fold;
use crate::view::{Effort, Group, Preview, Progress, TableRows};

/// So many applications are compared after one read.
const AT_ONCE: usize = 40;

/// A backup that is being compared with what is kept.
pub(super) struct Comparing {
    pub(super) backup: Backup,
    /// Head and settings as they are sealed, when it began.
    pub(super) frame: [Option<String>; 2],
    /// The applications that become other ones, as they will be, with their descriptions at hand.
    pub(super) changed: Vec<ApplicationRecord>,
    pub(super) preview: Preview,
    /// How many were compared.
    done: usize,
    since: DateTime<Utc>,
}

impl Comparing {
    /// `rows` is what came of the rows, where it was made of a table; `since` is when it was begun to be read.
    ///
    /// # Errors
    /// A fault of the storage, or [`Fault::Newer`] for a ledger that only a newer version can read.
    pub(super) async fn begin<W: Shelf + Clock>(
        world: &W,
        backup: Backup,
        rows: Option<TableRows>,
        since: DateTime<Utc>,
    ) -> Result<Self, Fault> {
        let frame = read_frame(world).await?;
        let [head, settings] = &frame;
        trusted(head.as_deref(), Digest::default())?;
        let chosen = settings.as_deref().map(open_choices).transpose();
        let chosen = match chosen.map_err(|damage| damage.at(&Key::Settings)) {
            Err(Fault::Newer) => return Err(Fault::Newer),
            chosen => chosen.ok().flatten(),
        };
        let own = chosen.clone().filter(|chosen| *chosen != Default::default());
        let differ = backup.settings.is_some() && backup.chosen() != chosen.clone().unwrap_or_default();
        Ok(Self {
            preview: Preview {
                made: backup.made.map(|made| made.date_naive()),
                settings_differ: differ,
                settings_only_here: own.is_some() && backup.settings.is_none(),
                // Where nothing was chosen, nothing is lost; what cannot be read may be in the mirror.
                takes_settings: differ
                    && (settings.is_none() || chosen.is_some_and(|chosen| chosen == Default::default())),
                unknown: backup.unknown.len(),
                missing: backup.missing,
                rows,
                ..Preview::default()
            },
            backup,
            frame,
            changed: Vec::new(),
            done: 0,
            since,
        })
    }

    /// Whether all was compared.
    pub(super) const fn is_over(&self) -> bool {
        self.done >= self.backup.applications.len()
    }

    /// Compares on for so long, or to its end.
    ///
    /// # Errors
    /// As for beginning.
    pub(super) async fn go_on<W: Shelf + Lock + Clock>(&mut self, world: &W, long: TimeDelta) -> Result<(), Fault> {
        let began = world.now();
        while !self.is_over() {
            let next = self.backup.applications.iter().skip(self.done).take(AT_ONCE);
            let next: Vec<BackupApplication> = next.cloned().collect();
            self.done += next.len();
            let mut keys = Vec::new();
            for found in &next {
                let id = found.record.application();
                for key in [Folder::of_application(id), Folder::of_texts(id)] {
                    if !keys.contains(&key) {
                        keys.push(key);
                    }
                }
            }
            // What is damaged counts as not kept.
            let mut folders = Folders::read(world, &keys).await?;
            for found in next {
                let kept = folders.record(found.record.application())?;
                self.compare(kept, found.record);
            }
            if world.now() - began >= long {
                break;
            }
        }
        // Of a table nobody expects that all is in it.
        if self.is_over() && self.preview.rows.is_none() {
            let found = self.backup.applications.iter();
            let found = set(found.map(|found| found.record.application()));
            self.preview.only_here = Group::default();
            let here = listings(world).await?.into_iter();
            here.filter(|listing| !found.contains(&listing.id))
                .for_each(|listing| self.preview.only_here.add_listed(&listing));
        }
        Ok(())
    }

    fn compare(&mut self, kept: Option<ApplicationRecord>, found: ApplicationRecord) {
        let id = found.application();
        let preview = &mut self.preview;
        let theirs = fold(id, found.events());
        let Some(kept) = kept else {
            // A deletion is taken along, and nothing of it is to be seen.
            if !theirs.is_gone() {
                preview.new.add(&theirs);
            }
            self.changed.push(found);
            return;
        };
        let ours = fold(id, kept.events());
        let mut union = kept.clone();
        union.unite(&found);
        let both = fold(id, union.events());
        let is_less = union != found;
        match (union == kept, kept.is_erased(), found.is_erased()) {
            (_, true, true) => {}
            (true, true, false) => preview.deleted_here.add(&theirs),
            (true, ..) if is_less => preview.newer_here.add(&ours),
            (true, ..) => preview.same.add(&ours),
            (false, false, true) => preview.deleted_by_file.add(&ours),
            (false, ..) if ours.is_gone() && !both.is_gone() => preview.new.add(&both),
            (false, ..) => preview.completed.add(&both),
        }
        if !union.is_erased() {
            preview.conflicts.extend(conflicts(&kept, &found, &union, &both));
        }
        if union != kept {
            self.changed.push(union);
        }
    }

    /// How far it has come, once it has taken a while.
    pub(super) fn progress<W: Clock>(&self, world: &W) -> Option<Progress> {
        let percent = (self.done * 100).checked_div(self.backup.applications.len());
        let is_slow = !self.is_over() && world.now() - self.since >= PATIENCE;
        is_slow.then(|| Progress {
            of: match self.preview.rows {
                Some(_) => Effort::ReadingTable,
                None => Effort::Comparing,
            },
            percent: percent.unwrap_or_default(),
            is_stopped: false,
        })
    }
}
