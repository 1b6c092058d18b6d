//! Dates for a calendar program, one or all, and an invitation that is brought in.

use super::Dashboard;
use crate::app::asked::Action;
use crate::app::backup::Said;
use crate::app::calendar::{Collected, Collecting, Heard, entry, file_name, look_into};
use crate::app::ports::World;
use crate::archive::write_calendar;
use crate::domain::Fault;
use crate::view::{Trouble, Word, date_key};

impl<W: World> Dashboard<W> {
    /// Begins to collect all dates, or leaves off, and says whether it was that; `None` where something else is asked.
    pub(super) fn collect_dates(&mut self, action: &Action) -> Option<bool> {
        match action.name.as_str() {
            "all_dates" => self.collecting = Some(Collecting::begin(&self.case.world)),
            "stop_reading" => {
                self.collecting.take()?;
                let stopped = self.case.words.text(Word::DatesStopped).to_owned();
                self.say_dates("good", stopped, String::new());
            }
            _ => return None,
        }
        Some(true)
    }

    /// Does what is asked of the dates of the application that is open, and says whether it was done; `None` where something else is asked.
    pub(super) fn answer_calendar(&mut self, action: &Action) -> Option<bool> {
        match action.name.as_str() {
            "date_file" => Some(self.save_date(&action.card)),
            "invitation" => Some(self.hear_of_invitation(action)),
            _ => None,
        }
    }

    /// Saves one date of the application that is open as a file.
    fn save_date(&mut self, key: &str) -> bool {
        let (world, voice) = (&self.case.world, self.case.voice());
        let Some((application, outlook)) = self.case.work.open.kept_with_outlook() else {
            return false;
        };
        let dates = application.dates(outlook, voice.today);
        let Some(dated) = dates.iter().find(|dated| date_key(dated) == key) else {
            return false;
        };
        let name = file_name(voice.today, Some(dated));
        let text = write_calendar(&[entry(world, &voice, application, dated)], world.now());
        let saved = world.save(&name, &text);
        let said = voice.date_saved(&name);
        self.say_saved(saved, said, String::new())
    }

    /// Goes on with collecting all dates for a moment, and says whether what came of it is to be shown; `None` where that is not done.
    pub(super) async fn go_on_with_dates(&mut self) -> Option<bool> {
        let mut collecting = self.collecting.take()?;
        let (world, voice) = (&self.case.world, self.case.voice());
        match collecting.go_on(world, &voice, &self.case.work.agenda).await {
            Ok(None) => {
                self.collecting = Some(collecting);
                self.screen.reading = self.progress();
                return Some(self.screen.reading.is_some());
            }
            Ok(Some(Collected {
                dates: 0, missing: 0, ..
            })) => {
                self.say_dates(
                    "refused",
                    self.case.words.text(Word::DatesNone).to_owned(),
                    String::new(),
                );
            }
            Ok(Some(Collected { text, dates, missing })) => {
                let name = file_name(voice.today, None);
                let saved = world.save(&name, &text);
                let [said, lacks] = voice.dates_saved(&name, dates, missing);
                self.say_saved(saved, said, lacks);
            }
            Err(fault) => {
                let Trouble { text, advice, .. } = voice.fault(&fault);
                self.say_dates("failed", text, advice);
            }
        }
        self.screen.reading = self.progress();
        Some(true)
    }

    /// Reads an invitation to the application that is open. What it means is shown in the form of an entry, and nothing of it kept yet.
    fn hear_of_invitation(&mut self, action: &Action) -> bool {
        let voice = self.case.voice();
        let Some(application) = self.case.work.open.kept() else {
            return false;
        };
        let own = self.case.messages.sender.as_ref();
        match look_into(&self.case.world, &voice, action.form.text("file"), application, own) {
            Ok(Heard::News { entry, fields, said }) => self.case.take_up_with(entry, fields, said),
            Ok(Heard::Nothing) => {
                let known = self.case.words.text(Word::InvitationKnown).to_owned();
                self.case.notify("good", known, String::new(), None);
            }
            Err(refusal) => self.case.complain_beside(action, "error", refusal),
        }
        true
    }

    /// Says that a file was saved, or that the browser did not.
    fn say_saved(&mut self, saved: Result<(), Fault>, said: String, next: String) -> bool {
        let is_saved = saved.is_ok();
        if is_saved {
            self.say_dates("good", said, next);
        } else {
            let [said, next] = [Word::BackupNotSaved, Word::BackupNotSavedAdvice];
            let text = |word| self.case.words.text(word).to_owned();
            self.say_dates("failed", text(said), text(next));
        }
        is_saved
    }

    fn say_dates(&mut self, tone: &'static str, text: String, next: String) {
        self.tell(Some(Said { tone, text, next }));
    }
}
