//! The language, when the day begins, on which days nobody is asked anything, and when the user is reminded of a backup.

use super::{SettingsPage, Wish};
use crate::app::asked::Action;
use crate::app::form::Form;
use crate::app::ports::Clock;
use crate::app::settings::in_language;
use crate::domain::Refusal;
use crate::etiquette::QuietPeriod;
use crate::view::{BACKUP_AFTER, WEEKDAYS, Word};

impl<W: Clock> SettingsPage<W> {
    /// The language; the browser's, if the form names none.
    pub(super) fn speak(&self, action: &Action) -> Wish {
        let language = action.form.line("language");
        let words = in_language(self.browser, language.as_ref());
        Wish::said(words.text(Word::LanguageKept).to_owned(), move |choices| {
            choices.language = language;
            Ok(())
        })
    }

    /// The hour at which the day begins.
    pub(super) fn begin_at(&self, action: &Action) -> Result<Wish, Refusal> {
        let hour = action.form.hour("day_begins")?;
        Ok(Wish::said(self.voice().day_begins(hour), move |choices| {
            choices.settings.day_begins = hour;
            Ok(())
        }))
    }

    /// After how many days the user is reminded of a backup; never, if the form names none.
    pub(super) fn remind_of_backups(&self, action: &Action) -> Wish {
        let after = action.form.one("backup_after", &BACKUP_AFTER);
        Wish::said(self.voice().reminded_after(after), move |choices| {
            choices.backup_after = after;
            Ok(())
        })
    }

    /// The weekday on which nobody is asked where things stand; none, if the form names none.
    pub(super) fn soften(&self, action: &Action) -> Wish {
        let weekday = action.form.one("soft_weekday", &WEEKDAYS);
        Wish::said(self.voice().soft_weekday(weekday), move |choices| {
            choices.settings.calendar.soft_weekday = weekday;
            Ok(())
        })
    }

    /// A quiet period more.
    pub(super) fn add_quiet(&self, action: &Action) -> Result<Wish, Refusal> {
        let from = day_of_year(&action.form, "from_day", "from_month")?;
        let to = day_of_year(&action.form, "to_day", "to_month")?;
        let period = QuietPeriod { from, to };
        let voice = self.voice();
        Ok(Wish::said(voice.kept_so(&voice.quiet(&period)), move |choices| {
            let quiet = &mut choices.settings.calendar.quiet;
            if !quiet.contains(&period) {
                quiet.push(period);
            }
            Ok(())
        }))
    }

    /// A quiet period less.
    pub(super) fn remove_quiet(&self, key: &str) -> Result<Wish, Refusal> {
        let voice = self.voice();
        let mut quiet = self.screen.settings.calendar.quiet.iter();
        let period = *quiet
            .find(|period| voice.quiet(period) == key)
            .ok_or(Refusal::UnknownEvent)?;
        Ok(Wish::said(voice.taken_out(key), move |choices| {
            choices.settings.calendar.quiet.retain(|other| *other != period);
            Ok(())
        }))
    }
}

/// A day of some year, as month and day.
fn day_of_year(form: &Form, day: &'static str, month: &str) -> Result<(u32, u32), Refusal> {
    let number = |name: &str| form.text(name).trim().parse().ok();
    let found = number(month).zip(number(day));
    let found = found.filter(|day| QuietPeriod::new(*day, *day).is_some());
    found.ok_or(Refusal::Unreadable { field: day })
}
