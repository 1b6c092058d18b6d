//! Tables: one is made as a backup is, and what the rows of another one come to is brought in as one.

use chrono::TimeDelta;

use super::comparing::Comparing;
use super::saving::Made;
use super::{Backups, Doing, Goal, Said};
use crate::app::moment::PATIENCE;
use crate::app::ports::World;
use crate::app::table::{Reading, Rows, Sheet};
use crate::archive::Backup;
use crate::domain::{Agenda, Fault};
use crate::view::Voice;

impl Backups {
    /// Begins to make a table that the browser saves.
    pub(in crate::app) async fn save_table<W: World>(
        &mut self,
        world: &W,
        agenda: Agenda,
        voice: &Voice<'_>,
    ) -> Option<Said> {
        self.begin(world, Made::Table(Rows::new(agenda)), Goal::Table, voice)
            .await
    }

    /// Reads a table, and begins to find out what it would change. What is wrong with it is said beside its form.
    pub(in crate::app) async fn look_into_table<W: World>(
        &mut self,
        world: &W,
        text: &str,
        voice: &Voice<'_>,
    ) -> Option<Said> {
        self.close();
        match Sheet::read(text) {
            Ok(sheet) => self.read(world, sheet, voice).await,
            Err(refusal) => {
                self.screen.table_refusal = Some(refusal);
                None
            }
        }
    }

    /// Takes the table that was chosen for what the user says, and begins anew with it.
    pub(in crate::app) async fn put_table_right<W: World>(
        &mut self,
        world: &W,
        change: impl FnOnce(&mut Sheet),
        voice: &Voice<'_>,
    ) -> Option<Said> {
        let mut sheet = self.sheet.take()?;
        change(&mut sheet);
        self.read(world, sheet, voice).await
    }

    /// Reads the rows of a table.
    async fn read<W: World>(&mut self, world: &W, sheet: Sheet, voice: &Voice<'_>) -> Option<Said> {
        self.screen.preview = None;
        self.screen.sheet = Some(sheet.shown());
        self.sheet = Some(sheet.clone());
        let read = match Reading::begin(world, sheet, voice).await {
            // What does not take long is there with the answer.
            Ok(reading) => self.read_on(world, Box::new(reading), PATIENCE, voice).await,
            Err(fault) => Err(fault),
        };
        read.err().map(|fault| Said::failed(&fault, voice))
    }

    pub(super) async fn read_on<W: World>(
        &mut self,
        world: &W,
        mut reading: Box<Reading>,
        long: TimeDelta,
        voice: &Voice<'_>,
    ) -> Result<(), Fault> {
        let began = world.now();
        reading.go_on(world, long, voice);
        if !reading.is_over() {
            self.doing = Doing::Reading(reading);
            return Ok(());
        }
        let since = reading.since;
        let (backup, rows) = reading.close(world);
        let comparing = Comparing::begin(world, backup, Some(rows), since).await?;
        self.compare_on(world, Box::new(comparing), long - (world.now() - began))
            .await
    }

    /// Finds out anew what it would change: of a table, with its rows read anew, since what is kept by now may be one of them.
    pub(super) async fn compare_anew<W: World>(
        &mut self,
        world: &W,
        backup: Backup,
        voice: &Voice<'_>,
    ) -> Option<Said> {
        match self.sheet.take() {
            Some(sheet) => self.read(world, sheet, voice).await,
            None => self.compare(world, backup, None, voice).await,
        }
    }
}
