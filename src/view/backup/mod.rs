//! Backups: how they are made, what one would change before any of it is kept, and the line that reminds of the next.

mod preview;

pub use preview::{Conflict, Group, Preview};

use chrono::NaiveDate;

use super::voice::joined;
use super::{Card, Field, TableSheet, Voice, Word};
use crate::domain::Refusal;

/// The days after which the user can be reminded, by what the markup calls them.
pub const BACKUP_AFTER: [(u16, &str); 3] = [(7, "7"), (30, "30"), (90, "90")];

/// What is shown of backups.
#[derive(Clone, Debug, Default)]
pub struct BackupScreen {
    /// What a backup would change, until it is brought in.
    pub preview: Option<Preview>,
    /// Why a file cannot be read.
    pub refusal: Option<Refusal>,
    /// A table that was chosen, until it is brought in.
    pub sheet: Option<TableSheet>,
    /// Why a table cannot be read.
    pub table_refusal: Option<Refusal>,
    /// What came with the last one that was brought in.
    pub came: Option<Preview>,
    /// That it is time for a backup.
    pub reminder: Option<Reminder>,
    /// Where backups are written by themselves.
    pub folder: ChosenFolder,
}

/// When the last backup was made, if there was one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reminder(pub Option<NaiveDate>);

/// The folder that backups are written into.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ChosenFolder {
    /// The browser lets nobody choose one.
    #[default]
    Unavailable,
    /// None is chosen.
    None,
    /// It can be written into.
    Open {
        /// What it is called.
        name: String,
    },
    /// The browser wants the user to allow that again.
    Closed {
        /// What it is called.
        name: String,
    },
}

/// A file that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeBackup {
    /// What it is called.
    pub name: String,
    /// The folder that it was written into; where the browser puts what is saved, if there is none.
    pub folder: Option<String>,
    /// How many applications are in it.
    pub applications: usize,
    /// How much of what is kept cannot be read, and is not in it.
    pub missing: usize,
    /// Whether it is longer than what can be brought in again.
    pub is_too_large: bool,
}

impl BackupScreen {
    /// The settings with what they say of backups.
    pub fn in_settings(&self, card: Card, voice: &Voice<'_>) -> Card {
        let (of_table, of_backup) = self.preview.iter().partition(|preview| preview.rows.is_some());
        let shown = |previews: Vec<&Preview>| previews.into_iter().map(|preview| voice.preview(preview)).collect();
        let form = with_file(Card::new("restore-form", "restore"), self.refusal.as_ref(), voice);
        let table_form = with_file(Card::new("table-form", "table"), self.table_refusal.as_ref(), voice);
        let sheet = self.sheet.iter().map(|sheet| voice.table_sheet(sheet)).collect();
        card.list("restore_form", vec![form])
            .list("preview", shown(of_backup))
            .list("table_form", vec![table_form])
            .list("sheet", sheet)
            .list("table_preview", shown(of_table))
            .list("folder", voice.folder(&self.folder).into_iter().collect())
    }

    /// The screen that brings another machine up to date, and this one with what is there.
    pub fn on_machine(&self, card: Card, voice: &Voice<'_>) -> Card {
        let preview = self.preview.iter().filter(|preview| preview.rows.is_none());
        let form = with_file(Card::new("restore-form", "restore"), self.refusal.as_ref(), voice);
        card.list("restore_form", vec![form])
            .list("preview", preview.map(|preview| voice.preview(preview)).collect())
            .list("came", self.came.iter().map(|came| voice.came(came)).collect())
    }

    /// The screen of today with the line that reminds of a backup.
    pub fn on_today(&self, card: Card, voice: &Voice<'_>) -> Card {
        let line = self.reminder.map(|Reminder(on)| {
            let text = match on {
                Some(on) => voice.say(Word::BackupIsOld, &[("date", &voice.on_date(on))]),
                None => voice.text(Word::BackupIsNone),
            };
            Card::new("backup-reminder", "#reminder").text("text", text)
        });
        card.list("reminder", line.into_iter().collect())
    }
}

/// A form with its file, and why that cannot be read.
fn with_file(mut form: Card, refusal: Option<&Refusal>, voice: &Voice<'_>) -> Card {
    let Some(refusal) = refusal else { return form };
    form.fields.push(Field {
        invalid: true,
        ..Field::none("file")
    });
    form.text("error", voice.refusal(refusal))
}

impl Voice<'_> {
    /// The choice of when to be reminded.
    pub(super) fn backup_after(&self, chosen: Option<u16>) -> Card {
        let chosen = BACKUP_AFTER.iter().find(|(days, _)| Some(*days) == chosen);
        Card::new("backup-after-form", "backup_after").field("backup_after", chosen.map_or("", |(_, name)| name))
    }

    /// What is said of that choice once it is made.
    pub fn reminded_after(&self, days: Option<u16>) -> String {
        match days {
            Some(days) => self
                .words
                .count(days.into(), Word::RemindedAfterOne, Word::RemindedAfterOther),
            None => self.text(Word::RemindedNever),
        }
    }

    fn folder(&self, folder: &ChosenFolder) -> Option<Card> {
        let (name, is_open) = match folder {
            ChosenFolder::Unavailable => return None,
            ChosenFolder::None => ("", false),
            ChosenFolder::Open { name } => (name.as_str(), true),
            ChosenFolder::Closed { name } => (name.as_str(), false),
        };
        let is_chosen = *folder != ChosenFolder::None;
        let said = match (is_chosen, is_open) {
            (false, _) => self.text(Word::FolderHint),
            (true, true) => self.say(Word::FolderIs, &[("folder", name)]),
            (true, false) => self.say(Word::FolderAsks, &[("folder", name)]),
        };
        let card = Card::new("backup-folder", "folder")
            .text("folder", said)
            .part("choose", !is_chosen)
            .part("allow", is_chosen && !is_open)
            .part("leave", is_chosen);
        Some(card)
    }

    /// What is said of a backup that was made: that it is, and what is not in it.
    pub fn made_backup(&self, made: &MadeBackup) -> [String; 2] {
        let MadeBackup {
            name,
            folder,
            applications,
            missing,
            is_too_large,
        } = made;
        let count = self
            .words
            .count(*applications, Word::ApplicationsOne, Word::ApplicationsOther);
        let values = [("name", name.as_str()), ("applications", &count)];
        let said = match folder {
            Some(folder) => self.say(
                Word::BackupWritten,
                &[values[0], values[1], ("folder", folder.as_str())],
            ),
            None => self.say(Word::BackupSaved, &values),
        };
        let missing = (*missing > 0).then(|| self.words.count(*missing, Word::BackupLacksOne, Word::BackupLacksOther));
        let too_large = is_too_large.then(|| self.text(Word::BackupTooLarge));
        [said, joined([missing, too_large].into_iter().flatten(), " ")]
    }

    /// What came of a backup that was brought in.
    pub fn brought_in(&self, preview: &Preview) -> String {
        let said = |count, one, other| match count {
            0 => String::new(),
            count => self.words.count(count, one, other),
        };
        let parts = [
            said(preview.new.count, Word::CameInOne, Word::CameInOther),
            said(preview.completed.count, Word::WasCompletedOne, Word::WasCompletedOther),
            said(
                preview.deleted_by_file.count,
                Word::WasDeletedOne,
                Word::WasDeletedOther,
            ),
            match preview.takes_settings {
                true => self.text(Word::SettingsCameIn),
                false => String::new(),
            },
        ];
        let said = joined(parts, " ");
        if said.is_empty() {
            return self.text(Word::DeletionsCameIn);
        }
        said
    }
}
