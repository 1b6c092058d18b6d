//! The folder that backups are written into by themselves, where the browser lets the user choose one.

use std::cmp::Reverse;

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

/// What a backup of a day is called. One in which something is missing takes no other's place.
pub(in crate::app) fn file_name(today: Today, is_whole: bool) -> String {
    named(today, is_whole, AFTER_DAY)
}

/// What a table of a day is called.
pub(super) fn table_name(today: Today, is_whole: bool) -> String {
    named(today, is_whole, TABLE)
}

fn named(today: Today, is_whole: bool, ending: &str) -> String {
    let incomplete = if is_whole { "" } else { INCOMPLETE };
    [BEFORE_DAY, &today.0.to_string(), incomplete, ending].concat()
}

/// Whether a file is called as a backup of ours is, and whether that is whole; `None` for another one.
fn whole(name: &str) -> Option<bool> {
    let named = name.strip_prefix(BEFORE_DAY)?.strip_suffix(AFTER_DAY)?;
    let day = named.strip_suffix(INCOMPLETE).unwrap_or(named);
    day::date(day).map(|_| day == named)
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

    /// Writes a backup into the folder, and takes out the oldest of ours; gives the folder's name.
    pub(super) async fn write<W: World>(&self, world: &W, name: &str, text: &str) -> Result<String, Fault> {
        world.write_file(name, text).await?;
        let mut names = world.file_names().await.unwrap_or_default();
        sort_by_key(&mut names, |name| Reverse(name.clone()));
        // What is not whole makes no room for itself among what is.
        for is_whole in [true, false] {
            let ours = names.iter().filter(|name| whole(name) == Some(is_whole));
            for old in ours.skip(NEWEST) {
                // One that stays is no harm.
                let _ = world.remove_file(old).await;
            }
        }
        match &self.screen.folder {
            ChosenFolder::Open { name } | ChosenFolder::Closed { name } => Ok(name.clone()),
            _ => Ok(String::new()),
        }
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
