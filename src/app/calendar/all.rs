//! The dates of all applications: they are read part by part, so that the page answers meanwhile, and become one file.

use chrono::{DateTime, Utc};

use super::entries::entry;
use crate::app::backup::Folders;
use crate::app::moment::{MOMENT, PATIENCE};
use crate::app::ports::{Clock, Shelf, Zones};
use crate::archive::{BATCHES, CalendarEntry, EntryTime, Folder, write_calendar};
use crate::domain::order::sort_by_key;
use crate::domain::{Agenda, Fault};
use crate::ledger::fold;
use crate::view::{Effort, Progress, Voice};

/// The dates that are being collected.
pub(in crate::app) struct Collecting {
    entries: Vec<CalendarEntry>,
    /// How much of what is kept cannot be read.
    missing: usize,
    /// Which part is read next.
    batch: u16,
    since: DateTime<Utc>,
}

/// All dates.
pub(in crate::app) struct Collected {
    /// The text of the file.
    pub(in crate::app) text: String,
    /// How many dates are in it.
    pub(in crate::app) dates: usize,
    /// How much of what is kept cannot be read, and is not in it.
    pub(in crate::app) missing: usize,
}

impl Collecting {
    pub(in crate::app) fn begin<W: Clock>(world: &W) -> Self {
        Self {
            entries: Vec::new(),
            missing: 0,
            batch: 0,
            since: world.now(),
        }
    }

    /// Reads on for a moment; gives the file once all is read.
    ///
    /// # Errors
    /// A fault of the storage, or [`Fault::Newer`] for what only a newer version can read.
    pub(in crate::app) async fn go_on<W: Shelf + Clock + Zones>(
        &mut self,
        world: &W,
        voice: &Voice<'_>,
        agenda: &Agenda,
    ) -> Result<Option<Collected>, Fault> {
        let began = world.now();
        while self.batch < BATCHES {
            let (_, keys) = Folder::batch(self.batch);
            self.batch += 1;
            let mut folders = Folders::read(world, &keys).await?;
            for id in folders.applications() {
                let Some(record) = folders.record(id)? else { continue };
                let application = fold(id, record.events());
                let outlook = agenda.outlooks.iter().find(|outlook| outlook.application == id);
                let dates = application.dates(outlook, voice.today);
                let dates = dates.iter().map(|dated| entry(world, voice, &application, dated));
                self.entries.extend(dates);
            }
            self.missing += folders.damaged;
            if world.now() - began >= MOMENT {
                return Ok(None);
            }
        }
        sort_by_key(&mut self.entries, |entry| (day(entry), entry.uid.clone()));
        Ok(Some(Collected {
            text: write_calendar(&self.entries, world.now()),
            dates: self.entries.len(),
            missing: self.missing,
        }))
    }

    /// How far it has come, once it has taken a while.
    pub(in crate::app) fn progress<W: Clock>(&self, world: &W) -> Option<Progress> {
        (world.now() - self.since >= PATIENCE).then(|| Progress {
            of: Effort::Collecting,
            percent: usize::from(self.batch) * 100 / usize::from(BATCHES),
            is_stopped: false,
        })
    }
}

fn day(entry: &CalendarEntry) -> chrono::NaiveDate {
    match entry.when {
        EntryTime::On(day) => day,
        EntryTime::From(at, _) => at.date_naive(),
    }
}
