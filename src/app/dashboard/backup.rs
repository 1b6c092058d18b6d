//! Backups and tables on the dashboard: made and brought in in the settings, and backups reminded of on the screen of today.

use chrono::NaiveDate;

use super::checking::Checking;
use super::{Dashboard, Ledger};
use crate::app::asked::Action;
use crate::app::backup::Said;
use crate::app::ports::World;
use crate::app::table::Sheet;
use crate::archive::Key;
use crate::view::Route;

impl<W: World> Dashboard<W> {
    /// Does what is asked of backups, and says whether it was done; `None` where something else is asked. There is none of a sample.
    pub(super) async fn answer_backup(&mut self, action: &Action) -> Option<bool> {
        let (world, voice) = (&self.case.world, self.case.voice());
        let backups = &mut self.backups;
        let said = match action.name.as_str() {
            _ if self.screen.is_sample => return None,
            "back_up" => backups.save(world, &voice).await,
            "restore" => {
                let said = match action.form.has("file") {
                    true => backups.look_into(world, action.form.text("file"), &voice).await,
                    false => None,
                };
                if self.screen.route != Route::Machine {
                    self.enter(Route::Settings).await;
                }
                said
            }
            "save_table" => backups.save_table(world, self.case.work.agenda.clone(), &voice).await,
            "look_into_table" => {
                let said = match action.form.has("file") {
                    true => backups.look_into_table(world, action.form.text("file"), &voice).await,
                    false => None,
                };
                self.enter(Route::Settings).await;
                said
            }
            "map_column" => {
                let change = |sheet: &mut Sheet| sheet.put_right(&action.choice, &action.form);
                backups.put_table_right(world, change, &voice).await
            }
            "table_names" => {
                let change = |sheet: &mut Sheet| sheet.set_names(&action.form);
                backups.put_table_right(world, change, &voice).await
            }
            "table_order" => {
                let change = |sheet: &mut Sheet| sheet.set_order(&action.form);
                backups.put_table_right(world, change, &voice).await
            }
            "bring_in" => backups.bring_in(world, action.form.has("settings"), &voice).await,
            "cancel" if action.card == PREVIEW || action.card == SHEET => {
                backups.close();
                None
            }
            "put_off_backup" => {
                backups.put_off(world).await;
                None
            }
            "choose_folder" => backups.choose_folder(world, &voice).await,
            "allow_folder" => backups.allow_folder(world, &voice).await,
            "leave_folder" => {
                backups.leave_folder(world).await;
                None
            }
            "stop_reading" => Some(backups.stop(&voice)?),
            _ => return None,
        };
        let is_done = said.as_ref().is_none_or(|said| said.tone == "good");
        self.tell(said);
        Some(is_done)
    }

    /// Goes on with a backup for a moment, and says whether what came of it is to be shown; `None` where there is none.
    pub(super) async fn go_on_with_backup(&mut self) -> Option<bool> {
        if !self.backups.is_busy() {
            return None;
        }
        // It may ask for the lock.
        self.case.let_go();
        let outcome = self.backups.go_on(&self.case.world, &self.case.voice()).await?;
        if outcome.is_restored {
            self.ledger = Ledger::default();
            // The mirror is to have all of it.
            self.checking = Checking::Due;
            self.case.refresh().await;
            self.settings.look_again().await;
            self.case.words = self.settings.words();
            self.backups.look_again(&self.case.world).await;
            self.show_again().await;
            self.case.announce().await;
        }
        // There the screen itself says what came.
        let is_told = outcome.is_restored && self.screen.route == Route::Machine;
        self.tell(outcome.said.filter(|_| !is_told));
        self.screen.reading = self.progress();
        Some(outcome.shows)
    }

    /// Takes in that something was written under these keys.
    pub(super) async fn look_at_backups(&mut self, keys: &[Key]) {
        let is_other = |key: &Key| matches!(key, Key::Head | Key::Settings | Key::Backup);
        if !keys.iter().any(is_other) {
            return;
        }
        self.backups.look_at_last(&self.case.world).await;
        if keys.iter().any(|key| matches!(key, Key::Head | Key::Settings)) {
            let said = self.backups.changed(&self.case.world, &self.case.voice()).await;
            self.tell(said);
        }
    }

    /// Begins anew, once everything was deleted.
    pub(super) async fn forget_backups(&mut self) {
        self.backups.close();
        self.backups.leave_folder(&self.case.world).await;
        self.backups.look_at_last(&self.case.world).await;
    }

    /// Once all is known, begins with a backup that is to be written by itself, or reminds of one that is due. Whether that is otherwise than
    /// before.
    pub(super) async fn think_of_backup(&mut self) -> bool {
        if self.screen.is_sample || !self.ledger.is_whole() {
            return false;
        }
        let (today, oldest) = (self.case.world.today(), self.oldest());
        if oldest.is_some_and(|oldest| self.backups.is_to_be_written(today, oldest)) {
            let said = self
                .backups
                .save_into_folder(&self.case.world, &self.case.voice())
                .await;
            self.tell(said);
            return true;
        }
        self.backups.remind(today, oldest)
    }

    /// The day on which the first of what is kept was written down.
    fn oldest(&self) -> Option<NaiveDate> {
        self.ledger.known.values().filter_map(|known| known.since).min()
    }

    /// Says what came of it, where the screen says such things.
    pub(super) fn tell(&mut self, said: Option<Said>) {
        let Some(Said { tone, text, next }) = said else { return };
        if self.screen.route == Route::Settings {
            self.settings.say(tone, text, next);
        } else {
            self.case.notify(tone, text, next, None);
        }
    }
}

/// The key of the card that shows what a backup would change.
const PREVIEW: &str = "preview";

/// The key of the card that shows what the columns of a table say.
const SHEET: &str = "sheet";
