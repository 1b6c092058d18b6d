//! The rows of a table, one after the other: each becomes an application, or is said why not.

use chrono::{DateTime, TimeDelta, Utc};

use super::kept::{Known, Place};
use super::row::Row;
use super::sheet::Sheet;
use super::story::{Told, identity, on_the_day, tell};
use crate::app::command::decide_now;
use crate::app::moment::PATIENCE;
use crate::app::ports::{Clock, Ids, Lock, Shelf};
use crate::archive::{ApplicationRecord, Backup, read_record};
use crate::domain::{Application, Column, Fault, What};
use crate::ledger::{Command, fold};
use crate::view::{Effort, OddRow, Progress, RowFault, TableRows, Voice};

/// A table whose rows are being read.
pub(in crate::app) struct Reading {
    sheet: Sheet,
    /// The numbers of the rows that are left, the last first.
    left: Vec<usize>,
    known: Known,
    records: Vec<ApplicationRecord>,
    rows: TableRows,
    /// When it was begun.
    pub(in crate::app) since: DateTime<Utc>,
}

impl Reading {
    /// # Errors
    /// A fault of the storage, or [`Fault::Newer`].
    pub(in crate::app) async fn begin<W>(world: &W, sheet: Sheet, voice: &Voice<'_>) -> Result<Self, Fault>
    where
        W: Shelf + Lock + Clock,
    {
        let mut left: Vec<usize> = sheet.guess.rows(&sheet.table).map(|(number, _)| number).collect();
        left.reverse();
        Ok(Self {
            rows: TableRows {
                count: left.len(),
                left_out: sheet.left_out(voice),
                ..TableRows::default()
            },
            sheet,
            left,
            known: Known::read(world).await?,
            records: Vec::new(),
            since: world.now(),
        })
    }

    /// Whether all rows were read.
    pub(in crate::app) const fn is_over(&self) -> bool {
        self.left.is_empty()
    }

    /// Reads on for so long, or to the end.
    pub(in crate::app) fn go_on<W: Clock + Ids>(&mut self, world: &W, long: TimeDelta, voice: &Voice<'_>) {
        let began = world.now();
        while let Some(number) = self.left.pop() {
            self.read(number, world, voice);
            if world.now() - began >= long {
                break;
            }
        }
    }

    fn read<W: Clock + Ids>(&mut self, number: usize, world: &W, voice: &Voice<'_>) {
        let cells = number.checked_sub(1).and_then(|place| self.sheet.table.rows.get(place));
        let row = Row {
            sheet: &self.sheet,
            cells: cells.map(Vec::as_slice).unwrap_or_default(),
            voice,
        };
        let name = row.name();
        let odd = |what| OddRow {
            number,
            name: name.clone(),
            what,
        };
        if !row.cell(Column::Record).is_empty() {
            match recorded(&row, world, voice) {
                Ok((record, is_changed)) => {
                    if let Some(Place::Row(earlier)) = self.known.by_id(record.application()) {
                        let double = OddRow {
                            number,
                            name: name.clone(),
                            what: Some(earlier),
                        };
                        return self.rows.double.push(double);
                    }
                    self.rows.changed.extend(is_changed.then(|| OddRow {
                        number,
                        name: name.clone(),
                        what: (),
                    }));
                    self.known.add(&record.fold(), number);
                    self.records.push(record);
                }
                Err(fault) => self.rows.wrong.push(odd(fault)),
            }
            return;
        }
        match tell(&row, world) {
            Ok(told) => {
                let by_id = identity(row.cell(Column::Id)).and_then(|id| self.known.by_id(id));
                let place = by_id.or_else(|| self.known.find(&told.application));
                self.take(told, number, name, place);
            }
            Err(fault) => self.rows.wrong.push(odd(fault)),
        }
    }

    fn take(&mut self, told: Told, number: usize, name: String, place: Option<Place>) {
        let Told {
            application,
            events,
            is_undated,
        } = told;
        if let Some(place) = place {
            let what = match place {
                Place::Kept => None,
                Place::Row(earlier) => Some(earlier),
            };
            return self.rows.double.push(OddRow { number, name, what });
        }
        self.rows
            .undated
            .extend(is_undated.then_some(OddRow { number, name, what: () }));
        self.known.add(&application, number);
        self.records.push(ApplicationRecord::new(application.id, &events));
    }

    /// The applications that came of it, as a backup, and what is to be said of its rows.
    pub(in crate::app) fn close<W: Clock>(self, world: &W) -> (Backup, TableRows) {
        (Backup::new(world.now(), None, self.records), self.rows)
    }

    /// How far it has come, once it has taken a while.
    pub(in crate::app) fn progress<W: Clock>(&self, world: &W) -> Option<Progress> {
        let done = self.rows.count.saturating_sub(self.left.len());
        let percent = (done * 100).checked_div(self.rows.count);
        (world.now() - self.since >= PATIENCE).then(|| Progress {
            of: Effort::ReadingTable,
            percent: percent.unwrap_or_default(),
            is_stopped: false,
        })
    }
}

/// The application that a row carries, with what was changed in its cells as corrections of today, and whether something was changed that no
/// correction can put right.
fn recorded<W: Clock + Ids>(
    row: &Row<'_>,
    world: &W,
    voice: &Voice<'_>,
) -> Result<(ApplicationRecord, bool), RowFault> {
    let record = read_record(row.all(Column::Record).map(|(_, cell)| cell));
    let mut record = record.ok_or(RowFault::ChangedRecord)?;
    let application: Application = fold(record.application(), record.events());
    let shown = voice.facts_fields(&application.facts);
    let (form, is_changed) = row.changes(&application, &shown)?;
    let contact = application.facts.contact.as_ref();
    let corrections = form.corrections(&shown, contact, voice.words.dollar());
    let corrections = corrections.map_err(RowFault::Refused)?.into_iter();
    let corrections: Vec<_> = corrections.map(|what: What| (world.today().0, what)).collect();
    if !corrections.is_empty() {
        let events = decide_now(world, &application, Command::Log(corrections));
        record.add(&events.map_err(RowFault::Refused)?);
    }
    let Some(standing) = row.changed_standing(&application) else {
        return Ok((record, is_changed));
    };
    // How far it has come can go on, and not be turned back: that is for the user to undo.
    let went_on = on_the_day(standing, world.today().0);
    match decide_now(world, &record.fold(), Command::Log(went_on)) {
        Ok(events) if !events.is_empty() => record.add(&events),
        _ => return Ok((record, true)),
    }
    Ok((record, is_changed))
}
