//! Reading the file of a backup, for a moment at a time.

use chrono::{DateTime, TimeDelta, Utc};

use crate::app::moment::PATIENCE;
use crate::app::ports::Clock;
use crate::archive::{Backup, BackupProblem, BackupReading};
use crate::view::{Effort, Progress};

/// A file that is being read.
pub(super) struct Opening {
    reading: BackupReading,
    /// When it was begun.
    pub(super) since: DateTime<Utc>,
}

impl Opening {
    /// # Errors
    /// What is wrong with the file as a whole.
    pub(super) fn begin<W: Clock>(world: &W, text: &str) -> Result<Self, BackupProblem> {
        let since = world.now();
        BackupReading::begin(text).map(|reading| Self { reading, since })
    }

    /// Whether all was read.
    pub(super) fn is_over(&self) -> bool {
        self.reading.is_over()
    }

    /// Reads on for so long, or to the end.
    ///
    /// # Errors
    /// What is wrong with what was read.
    pub(super) fn go_on<W: Clock>(&mut self, world: &W, long: TimeDelta) -> Result<(), BackupProblem> {
        let began = world.now();
        while !self.is_over() {
            self.reading.step()?;
            if world.now() - began >= long {
                break;
            }
        }
        Ok(())
    }

    /// What was read.
    pub(super) fn close(self) -> Backup {
        self.reading.close()
    }

    /// How far it has come, once it has taken a while.
    pub(super) fn progress<W: Clock>(&self, world: &W) -> Option<Progress> {
        (world.now() - self.since >= PATIENCE).then(|| Progress {
            of: Effort::ReadingBackup,
            percent: self.reading.percent(),
            is_stopped: false,
        })
    }
}
