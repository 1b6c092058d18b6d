//! When the last backup was made, and when the next one is due.

use chrono::{Days, NaiveDate};

use super::Backups;
use crate::app::ports::{Shelf, World};
use crate::archive::{Damage, Head, Key, LastBackup, open, open_choices, seal};
use crate::domain::{Fault, Today};
use crate::view::{ChosenFolder, Reminder};

/// So long "Later" puts it off.
const WEEK: Days = Days::new(7);

/// What tells when a backup is due.
#[derive(Default)]
pub(super) struct Last {
    record: LastBackup,
    /// Whether a newer version keeps that record.
    is_newer: bool,
    /// How many commands the ledger has seen.
    sequence: u64,
    /// After how many days without a backup the user wants one.
    after: Option<u16>,
}

impl Last {
    async fn read<W: Shelf>(world: &W) -> Result<Self, Fault> {
        let mut texts = world.get(&[Key::Backup, Key::Head, Key::Settings]).await?.into_iter();
        let mut next = || texts.next().flatten();
        let (record, head, settings) = (next(), next(), next());
        let record = record.map(|text| open::<LastBackup>(&text));
        let head = head.and_then(|text| open::<Head>(&text).ok());
        let chosen = settings.and_then(|text| open_choices(&text).ok());
        Ok(Self {
            is_newer: matches!(record, Some(Err(Damage::Newer { .. }))),
            record: record.and_then(Result::ok).unwrap_or_default(),
            sequence: head.unwrap_or_default().sequence,
            after: chosen.unwrap_or_default().backup_after,
        })
    }

    /// Whether one is due: the last is older than the user wants, and something has changed since. `oldest` is when the oldest of what is kept
    /// was written down: before the first backup it counts from there.
    fn is_due(&self, today: Today, oldest: NaiveDate) -> bool {
        let since = self.record.on.unwrap_or(oldest);
        let due = self
            .after
            .and_then(|after| since.checked_add_days(Days::new(after.into())));
        due.is_some_and(|due| due <= today.0) && self.sequence != self.record.sequence
    }

    fn is_put_off(&self, today: Today) -> bool {
        self.record.later.is_some_and(|later| later > today.0)
    }
}

/// What is kept of the last backup where all that is kept is in one that was made on a day, once the ledger has seen so many commands; `None`
/// where a newer version keeps that.
pub(super) async fn restored<W: Shelf>(
    world: &W,
    made: NaiveDate,
    sequence: u64,
) -> Result<Option<(Key, String)>, Fault> {
    let last = Last::read(world).await?;
    let record = LastBackup {
        on: Some(made),
        sequence,
        later: None,
        ..last.record
    };
    Ok((!last.is_newer).then(|| (Key::Backup, seal(&record))))
}

impl Backups {
    /// Looks again at when one is due, and where it is to go.
    pub(in crate::app) async fn look_again<W: World>(&mut self, world: &W) {
        self.look_at_last(world).await;
        self.screen.folder = world.folder().await;
    }

    /// Looks again at when one is due. Where that cannot be read, nobody is reminded.
    pub(in crate::app) async fn look_at_last<W: World>(&mut self, world: &W) {
        self.last = Last::read(world).await.unwrap_or_default();
    }

    /// Whether one is to be written into the folder now: once, where the page was opened.
    pub(in crate::app) fn is_to_be_written(&self, today: Today, oldest: NaiveDate) -> bool {
        let is_open = matches!(self.screen.folder, ChosenFolder::Open { .. });
        is_open && !self.is_tried && self.last.is_due(today, oldest)
    }

    /// Reminds of one that is due, and says whether that is otherwise than before.
    pub(in crate::app) fn remind(&mut self, today: Today, oldest: Option<NaiveDate>) -> bool {
        let is_due = oldest.is_some_and(|oldest| self.last.is_due(today, oldest));
        let reminder = (is_due && !self.last.is_put_off(today)).then_some(Reminder(self.last.record.on));
        let is_other = self.screen.reminder != reminder;
        self.screen.reminder = reminder;
        is_other
    }

    /// Reminds of it a week later.
    pub(in crate::app) async fn put_off<W: World>(&mut self, world: &W) {
        let later = world.today().0.checked_add_days(WEEK);
        self.screen.reminder = None;
        self.keep(
            world,
            LastBackup {
                later,
                ..self.last.record.clone()
            },
        )
        .await;
    }

    /// One was made, when the ledger had seen so many commands; into the folder, where the name that it has there is given. Without its `sequence` it is
    /// none that one could do with.
    pub(super) async fn remember<W: World>(&mut self, world: &W, sequence: Option<u64>, file: Option<String>) {
        let mut record = self.last.record.clone();
        if let Some(sequence) = sequence {
            record.on = Some(world.today().0);
            record.sequence = sequence;
            record.later = None;
            self.screen.reminder = None;
        }
        record.file = file.or(record.file);
        if record != self.last.record {
            self.keep(world, record).await;
        }
    }

    /// What the file is called that was written into the folder last.
    pub(super) fn file(&self) -> Option<&str> {
        self.last.record.file.as_deref()
    }

    /// Where that cannot be kept it holds for this page: nothing is lost by reminding once more.
    async fn keep<W: World>(&mut self, world: &W, record: LastBackup) {
        if !self.last.is_newer {
            let _ = world.set(&[(Key::Backup, seal(&record))]).await;
        }
        self.last.record = record;
    }
}
