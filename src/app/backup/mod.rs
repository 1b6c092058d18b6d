//! Backups: one file with all that is kept is made, and another one is brought in. Both are done step by step, so that the page answers
//! meanwhile, and can be stopped: nothing is written before the end.
//!
//! | file | what it knows |
//! |---|---|
//! | `saving.rs` | how a backup is made |
//! | `opening.rs` | how one is read |
//! | `comparing.rs` | what one would change |
//! | `conflicts.rs` | what is not the same on both sides |
//! | `pairs.rs` | what has to be written down beside it on applications that became one |
//! | `bringing.rs` | how it is brought in, all of it or nothing |
//! | `last.rs` | when the next one is due |
//! | `folders.rs` | how records are read, as far as they can be |
//! | `folder.rs` | the folder that it is written into by itself |
//! | `tables.rs` | the same of tables |

mod bringing;
mod comparing;
mod conflicts;
mod folder;
mod folders;
mod last;
mod opening;
mod pairs;
mod saving;
mod tables;

pub(super) use folder::file_name;
pub(super) use folders::Folders;

use chrono::{DateTime, TimeDelta, Utc};

use super::moment::{MOMENT, PACE, PATIENCE};
use super::ports::World;
use super::table::{Reading, Sheet};
use crate::archive::{Backup, BackupProblem, BackupText, Wrong};
use crate::domain::{Fault, Refusal};
use crate::view::{BackupScreen, Card, MadeBackup, Progress, TableRows, Trouble, Voice, Word};
use bringing::{Bringing, Brought};
use comparing::Comparing;
use last::Last;
use opening::Opening;
use saving::{Made, Saved, Saving};

/// What is done with backups on a page.
pub(super) struct Backups {
    doing: Doing,
    screen: BackupScreen,
    /// The table that was chosen, until it is brought in.
    sheet: Option<Sheet>,
    last: Last,
    /// Whether one was to be written into the folder since the page was opened.
    is_tried: bool,
    /// When it was last shown how far it has come.
    shown: DateTime<Utc>,
}

/// What is being done.
enum Doing {
    Nothing,
    Saving(Box<Saving>, Goal),
    /// The file of a backup is read.
    Opening(Box<Opening>),
    /// The rows of a table become a backup.
    Reading(Box<Reading>),
    /// A backup is compared, or was, and what it would change is shown.
    Comparing(Box<Comparing>),
    Bringing(Box<Bringing>),
}

/// Where a backup goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Goal {
    /// Where the browser puts what is saved.
    Download,
    /// The folder that the user chose.
    Folder,
    /// The same as a backup that is saved, as a table.
    Table,
}

/// What came of it, to be said.
pub(super) struct Said {
    pub(super) tone: &'static str,
    pub(super) text: String,
    pub(super) next: String,
}

/// What came of a moment's work.
#[derive(Default)]
pub(super) struct Outcome {
    /// Whether it is to be shown.
    pub(super) shows: bool,
    /// Whether the ledger has become another one.
    pub(super) is_restored: bool,
    pub(super) said: Option<Said>,
}

impl Backups {
    pub(super) fn new() -> Self {
        Self {
            doing: Doing::Nothing,
            screen: BackupScreen::default(),
            sheet: None,
            last: Last::default(),
            is_tried: false,
            shown: DateTime::default(),
        }
    }

    /// The settings with what they say of backups.
    pub(super) fn in_settings(&self, card: Card, voice: &Voice<'_>) -> Card {
        self.screen.in_settings(card, voice)
    }

    /// The screen of today with the line that reminds of a backup.
    pub(super) fn on_today(&self, card: Card, voice: &Voice<'_>) -> Card {
        self.screen.on_today(card, voice)
    }

    /// The screen that brings another machine up to date.
    pub(super) fn on_machine(&self, card: Card, voice: &Voice<'_>) -> Card {
        self.screen.on_machine(card, voice)
    }

    /// Says no more what came with the last one.
    pub(super) fn forget_came(&mut self) {
        self.screen.came = None;
    }

    /// Begins to make a backup that the browser saves.
    pub(super) async fn save<W: World>(&mut self, world: &W, voice: &Voice<'_>) -> Option<Said> {
        self.begin_saving(world, Goal::Download, voice).await
    }

    async fn begin_saving<W: World>(&mut self, world: &W, goal: Goal, voice: &Voice<'_>) -> Option<Said> {
        self.begin(world, Made::Backup(BackupText::default()), goal, voice)
            .await
    }

    async fn begin<W: World>(&mut self, world: &W, made: Made, goal: Goal, voice: &Voice<'_>) -> Option<Said> {
        self.close();
        match Saving::begin(world, made).await {
            Ok(saving) => {
                self.doing = Doing::Saving(Box::new(saving), goal);
                None
            }
            Err(fault) => Some(Said::failed(&fault, voice)),
        }
    }

    /// Reads a backup, and begins to compare it with what is kept. What is wrong with it is said beside its form.
    pub(super) async fn look_into<W: World>(&mut self, world: &W, text: &str, voice: &Voice<'_>) -> Option<Said> {
        self.close();
        match Opening::begin(world, text) {
            Ok(opening) => {
                // What does not take long is there with the answer.
                let opened = self.open_on(world, Box::new(opening), PATIENCE).await;
                opened.err().map(|fault| Said::failed(&fault, voice))
            }
            Err(problem) => {
                self.screen.refusal = Some(refusal(problem));
                None
            }
        }
    }

    async fn open_on<W: World>(&mut self, world: &W, mut opening: Box<Opening>, long: TimeDelta) -> Result<(), Fault> {
        let began = world.now();
        if let Err(problem) = opening.go_on(world, long) {
            self.screen.refusal = Some(refusal(problem));
            return Ok(());
        }
        if !opening.is_over() {
            self.doing = Doing::Opening(opening);
            return Ok(());
        }
        let since = opening.since;
        let comparing = Comparing::begin(world, opening.close(), None, since).await?;
        self.compare_on(world, Box::new(comparing), long - (world.now() - began))
            .await
    }

    async fn compare<W: World>(
        &mut self,
        world: &W,
        backup: Backup,
        rows: Option<TableRows>,
        voice: &Voice<'_>,
    ) -> Option<Said> {
        // What does not take long is there with the answer.
        let compared = match Comparing::begin(world, backup, rows, world.now()).await {
            Ok(comparing) => self.compare_on(world, Box::new(comparing), PATIENCE).await,
            Err(fault) => Err(fault),
        };
        compared.err().map(|fault| Said::failed(&fault, voice))
    }

    /// Brings in what was compared, with its settings or without.
    pub(super) async fn bring_in<W: World>(
        &mut self,
        world: &W,
        takes_settings: bool,
        voice: &Voice<'_>,
    ) -> Option<Said> {
        // What is shown may be asked twice.
        self.screen.preview.take()?;
        let Doing::Comparing(mut compared) = std::mem::replace(&mut self.doing, Doing::Nothing) else {
            return None;
        };
        compared.preview.takes_settings = takes_settings && compared.preview.settings_differ;
        if compared.changed.is_empty() && !compared.preview.takes_settings {
            return Some(Said::good(voice.words.text(Word::PreviewNothing)));
        }
        match Bringing::begin(world, *compared).await {
            Ok(bringing) => {
                self.doing = Doing::Bringing(Box::new(bringing));
                None
            }
            Err(fault) => Some(Said::failed(&fault, voice)),
        }
    }

    /// Gives up whatever is being done, and says so; `None` where nothing is.
    pub(super) fn stop(&mut self, voice: &Voice<'_>) -> Option<Said> {
        let word = match &self.doing {
            Doing::Saving(_, Goal::Table) => Word::TableStopped,
            Doing::Saving(..) => Word::BackupStopped,
            Doing::Comparing(comparing) if comparing.is_over() => return None,
            Doing::Opening(_) | Doing::Reading(_) | Doing::Comparing(_) | Doing::Bringing(_) => Word::RestoreStopped,
            Doing::Nothing => return None,
        };
        self.close();
        Some(Said::good(voice.words.text(word)))
    }

    /// Puts away what is shown of a backup.
    pub(super) fn close(&mut self) {
        self.doing = Doing::Nothing;
        self.sheet = None;
        self.screen.preview = None;
        self.screen.came = None;
        self.screen.sheet = None;
        self.screen.refusal = None;
        self.screen.table_refusal = None;
    }

    /// Takes in that the ledger was written to: what a backup would change is found out anew.
    pub(super) async fn changed<W: World>(&mut self, world: &W, voice: &Voice<'_>) -> Option<Said> {
        let backup = match std::mem::replace(&mut self.doing, Doing::Nothing) {
            Doing::Comparing(comparing) => comparing.backup,
            Doing::Reading(reading) => reading.close(world).0,
            // It either does not depend on that, or sees it for itself.
            doing => {
                self.doing = doing;
                return None;
            }
        };
        self.screen.preview = None;
        self.compare_anew(world, backup, voice).await
    }

    /// Whether something is being done that is to be gone on with.
    pub(super) const fn is_busy(&self) -> bool {
        match self.doing {
            Doing::Nothing => false,
            Doing::Comparing(_) => self.screen.preview.is_none(),
            Doing::Saving(..) | Doing::Opening(_) | Doing::Reading(_) | Doing::Bringing(_) => true,
        }
    }

    /// Goes on with what is being done for a moment; `None` where nothing is.
    pub(super) async fn go_on<W: World>(&mut self, world: &W, voice: &Voice<'_>) -> Option<Outcome> {
        let now = world.now();
        let mut outcome = Outcome {
            shows: now - self.shown >= PACE,
            ..Outcome::default()
        };
        if outcome.shows {
            self.shown = now;
        }
        let went_on = match std::mem::replace(&mut self.doing, Doing::Nothing) {
            Doing::Nothing => return None,
            Doing::Saving(saving, goal) => self.save_on(world, saving, goal, voice).await,
            Doing::Opening(opening) => self.open_on(world, opening, MOMENT).await.map(|()| None),
            Doing::Reading(reading) => self.read_on(world, reading, MOMENT, voice).await.map(|()| None),
            Doing::Comparing(comparing) => self.compare_on(world, comparing, MOMENT).await.map(|()| None),
            Doing::Bringing(bringing) => self.bring_on(world, bringing, &mut outcome, voice).await,
        };
        outcome.said = went_on.unwrap_or_else(|fault| Some(Said::failed(&fault, voice)));
        outcome.shows |= outcome.said.is_some() || self.screen.preview.is_some() || self.screen.refusal.is_some();
        Some(outcome)
    }

    async fn save_on<W: World>(
        &mut self,
        world: &W,
        mut saving: Box<Saving>,
        goal: Goal,
        voice: &Voice<'_>,
    ) -> Result<Option<Said>, Fault> {
        let Some(saved) = saving.go_on(world, voice).await? else {
            self.doing = Doing::Saving(saving, goal);
            return Ok(None);
        };
        let is_whole = saved.missing == 0;
        let name = match goal {
            Goal::Table => folder::table_name(world.today(), is_whole),
            Goal::Download | Goal::Folder => folder::file_name(world.today(), is_whole),
        };
        let made = match goal {
            // There it would take the place of one that fits.
            Goal::Folder if !saved.fits => return Ok(Some(self.too_large(voice))),
            Goal::Download | Goal::Table => world.save(&name, &saved.text).map(|()| (name, None)),
            Goal::Folder => {
                let written = self.write(world, &saved.text, is_whole).await;
                written.map(|(name, folder)| (name, Some(folder)))
            }
        };
        let Ok((name, folder)) = made else {
            return Ok(Some(self.unsaved(goal, voice)));
        };
        let Saved {
            applications,
            missing,
            sequence,
            fits,
            ..
        } = saved;
        // What is not whole, or cannot be brought in, is no backup that one could do with.
        let is_backup = is_whole && fits && goal != Goal::Table;
        let file = folder.as_ref().map(|_| name.clone());
        self.remember(world, is_backup.then_some(sequence), file).await;
        let [text, next] = voice.made_backup(&MadeBackup {
            name,
            folder,
            applications,
            missing,
            is_too_large: !fits,
        });
        Ok(Some(Said {
            next,
            ..Said::good(&text)
        }))
    }

    async fn compare_on<W: World>(
        &mut self,
        world: &W,
        mut comparing: Box<Comparing>,
        long: TimeDelta,
    ) -> Result<(), Fault> {
        comparing.go_on(world, long).await?;
        if comparing.is_over() {
            comparing.preview.has_news = !comparing.changed.is_empty();
            self.screen.preview = Some(comparing.preview.clone());
        }
        self.doing = Doing::Comparing(comparing);
        Ok(())
    }

    async fn bring_on<W: World>(
        &mut self,
        world: &W,
        mut bringing: Box<Bringing>,
        outcome: &mut Outcome,
        voice: &Voice<'_>,
    ) -> Result<Option<Said>, Fault> {
        let brought = match bringing.go_on(world).await {
            // Nothing was to be written yet.
            Err(Fault::Full) => Brought::TooLarge,
            Err(fault) => return Err(fault),
            Ok(()) if bringing.is_over() => bringing.finish(world).await?,
            Ok(()) => {
                self.doing = Doing::Bringing(bringing);
                return Ok(None);
            }
        };
        match brought {
            Brought::In(preview) => {
                outcome.is_restored = true;
                self.close();
                self.look_at_last(world).await;
                let said = voice.brought_in(&preview);
                self.screen.came = Some(*preview);
                Ok(Some(Said::good(&said)))
            }
            Brought::Anew(backup) => {
                let said = self.compare_anew(world, backup, voice).await;
                Ok(said.or_else(|| Some(Said::good(voice.words.text(Word::RestoreAnew)))))
            }
            Brought::TooLarge => Ok(Some(Said {
                tone: "refused",
                ..Said::good(&voice.refusal(&Refusal::LongTogether))
            })),
        }
    }

    /// How far it has come, once it has taken a while.
    pub(super) fn progress<W: World>(&self, world: &W) -> Option<Progress> {
        match &self.doing {
            Doing::Nothing => None,
            Doing::Saving(saving, _) => saving.progress(world),
            Doing::Opening(opening) => opening.progress(world),
            Doing::Reading(reading) => reading.progress(world),
            Doing::Comparing(comparing) => comparing.progress(world),
            Doing::Bringing(bringing) => bringing.progress(world),
        }
    }
}

impl Said {
    fn good(text: &str) -> Self {
        Self {
            tone: "good",
            text: text.to_owned(),
            next: String::new(),
        }
    }

    fn failed(fault: &Fault, voice: &Voice<'_>) -> Self {
        if *fault == Fault::Newer {
            return Self {
                tone: "refused",
                ..Self::good(&voice.refusal(&Refusal::ReadOnly))
            };
        }
        let Trouble { text, advice, .. } = voice.fault(fault);
        Self {
            tone: "failed",
            text,
            next: advice,
        }
    }
}

/// What is wrong with a file, as it is said to who chose it.
fn refusal(problem: BackupProblem) -> Refusal {
    match problem.wrong {
        Wrong::TooLarge => Refusal::LongBackup,
        Wrong::NotUtf8 => Refusal::NotUtf8,
        Wrong::NotABackup => Refusal::NoBackup,
        Wrong::Newer { .. } => Refusal::NewerBackup,
        Wrong::Checksum => Refusal::ChangedBackup,
        _ => Refusal::OddBackup {
            detail: problem.to_string(),
        },
    }
}
