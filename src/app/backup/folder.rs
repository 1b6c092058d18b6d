//! The folder that backups are written into by themselves, where the browser lets the user choose one.

use std::cmp::Reverse;
use std::iter;

use super::saving::read_frame;
use super::{Backups, Goal, Said};
use crate::app::ports::World;
use crate::archive::{Head, open};
use crate::domain::order::sort_by_key;
use crate::domain::{Fault, Today, day};
use crate::view::{ChosenFolder, Voice, Word};

/// So many backups stay in the folder.
const NEWEST: usize = 10;

const BEFORE_DAY: &str = "your-move-";
const AFTER_DAY: &str = ".json";
const TABLE: &str = ".csv";
const INCOMPLETE: &str = "-incomplete";
/// So many characters has a day: "2026-12-22".
const DAY: usize = 10;

/// What a backup of a day is called. One in which something is missing takes no other's place.
pub(in crate::app) fn file_name(today: Today, is_whole: bool) -> String {
    named(today, "", is_whole, AFTER_DAY)
}

/// What a table of a day is called.
pub(super) fn table_name(today: Today, is_whole: bool) -> String {
    named(today, "", is_whole, TABLE)
}

fn named(today: Today, number: &str, is_whole: bool, ending: &str) -> String {
    let incomplete = if is_whole { "" } else { INCOMPLETE };
    [BEFORE_DAY, &today.0.to_string(), number, incomplete, ending].concat()
}

/// What a backup of a day is called among these files: another machine's of that day, and one from before all was begun anew, may be the last that
/// there is of what is in it.
fn name_among(files: &[String], own: Option<&str>, today: Today, is_whole: bool) -> String {
    let is_free = |name: &String| own == Some(name) || !files.contains(name);
    let numbered = (2..).map(|number: usize| named(today, &format!("-{number}"), is_whole, AFTER_DAY));
    let mut names = iter::once(file_name(today, is_whole)).chain(numbered);
    names.find(is_free).unwrap_or_default()
}

/// Whether a file is called as a backup of ours is, and whether that is whole; `None` for another one.
fn whole(name: &str) -> Option<bool> {
    let named = name.strip_prefix(BEFORE_DAY)?.strip_suffix(AFTER_DAY)?;
    let numbered = named.strip_suffix(INCOMPLETE).unwrap_or(named);
    let (day, number) = numbered.split_at_checked(DAY)?;
    let is_number = number.is_empty()
        || number
            .strip_prefix('-')
            .is_some_and(|number| number.parse::<u32>().is_ok());
    day::date(day).filter(|_| is_number).map(|_| numbered == named)
}

impl Backups {
    /// Lets the user choose a folder, and writes a backup into it at once.
    pub(in crate::app) async fn choose_folder<W: World>(&mut self, world: &W, voice: &Voice<'_>) -> Option<Said> {
        world.choose_folder().await;
        self.begin_in_folder(world, voice).await
    }

    /// Lets the user allow it again.
    pub(in crate::app) async fn allow_folder<W: World>(&mut self, world: &W, voice: &Voice<'_>) -> Option<Said> {
        world.allow_folder().await;
        self.begin_in_folder(world, voice).await
    }

    /// Writes there no more. What is there stays.
    pub(in crate::app) async fn leave_folder<W: World>(&mut self, world: &W) {
        world.leave_folder().await;
        self.screen.folder = world.folder().await;
    }

    async fn begin_in_folder<W: World>(&mut self, world: &W, voice: &Voice<'_>) -> Option<Said> {
        self.screen.folder = world.folder().await;
        // Where nothing is kept, one of today that lies there may be the last that there is.
        let [head, _] = read_frame(world).await.ok()?;
        let head: Head = open(&head?).ok()?;
        if head.applications > 0 && matches!(self.screen.folder, ChosenFolder::Open { .. }) {
            return self.save_into_folder(world, voice).await;
        }
        None
    }

    /// Begins to make a backup that is written into the folder.
    pub(in crate::app) async fn save_into_folder<W: World>(&mut self, world: &W, voice: &Voice<'_>) -> Option<Said> {
        self.is_tried = true;
        self.begin_saving(world, Goal::Folder, voice).await
    }

    /// Writes a backup into the folder, and takes out the oldest of ours; gives its name there, and the folder's.
    pub(super) async fn write<W: World>(
        &self,
        world: &W,
        text: &str,
        is_whole: bool,
    ) -> Result<(String, String), Fault> {
        let mut names = world.file_names().await?;
        let name = name_among(&names, self.file(), world.today(), is_whole);
        world.write_file(&name, text).await?;
        if !names.contains(&name) {
            names.push(name.clone());
        }
        sort_by_key(&mut names, |name| Reverse(name.clone()));
        // What is not whole makes no room for itself among what is.
        for is_whole in [true, false] {
            let ours = names.iter().filter(|name| whole(name) == Some(is_whole));
            for old in ours.skip(NEWEST) {
                // One that stays is no harm.
                let _ = world.remove_file(old).await;
            }
        }
        let folder = match &self.screen.folder {
            ChosenFolder::Open { name } | ChosenFolder::Closed { name } => name.clone(),
            _ => String::new(),
        };
        Ok((name, folder))
    }

    /// That a backup was made and is nowhere.
    pub(super) fn unsaved(&self, goal: Goal, voice: &Voice<'_>) -> Said {
        let (text, next) = match (&self.screen.folder, goal) {
            (ChosenFolder::Open { name } | ChosenFolder::Closed { name }, Goal::Folder) => (
                voice.words.fill(Word::BackupNotWritten, &[("folder", name)]),
                Word::BackupNotWrittenAdvice,
            ),
            _ => (
                voice.words.text(Word::BackupNotSaved).to_owned(),
                Word::BackupNotSavedAdvice,
            ),
        };
        Said {
            tone: "failed",
            text,
            next: voice.words.text(next).to_owned(),
        }
    }

    /// That a backup was made that could not be brought in again, and was not written.
    pub(super) fn too_large(&self, voice: &Voice<'_>) -> Said {
        Said {
            next: voice.words.text(Word::BackupTooLarge).to_owned(),
            ..self.unsaved(Goal::Folder, voice)
        }
    }
}
