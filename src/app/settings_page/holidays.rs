//! Days off: those of a country, typed ones, and those of a calendar file.

use super::{SettingsPage, Wish};
use crate::app::asked::Action;
use crate::app::ports::Clock;
use crate::archive::{CalendarFileError, DaysOff, read_calendar_file};
use crate::domain::{Refusal, day};
use crate::etiquette::{Holiday, HolidayError, Holidays, countries, national, observed, without};
use crate::view::FoundDays;

impl<W: Clock> SettingsPage<W> {
    /// The days off of the countries that are ticked now and were not before, and none of those that are not any more.
    pub(super) fn observe(&self, action: &Action) -> Wish {
        let shown: Vec<&str> = observed(&self.screen.settings.calendar.holidays).collect();
        let ticked: Vec<&str> = action.form.all("country").collect();
        let (gone, new): (Vec<&str>, Vec<&str>) = countries()
            .filter(|country| shown.contains(country) != ticked.contains(country))
            .partition(|country| shown.contains(country));
        let said = self.voice().countries_changed(&new, &gone);
        let wish = Wish::days_off(move |days| {
            let left = gone.iter().fold(days.clone(), |days, country| without(&days, country));
            left.with(new.iter().flat_map(|country| national(country)))
        });
        Wish {
            said: Some(said),
            ..wish
        }
    }

    /// The days off that were typed.
    pub(super) fn add_days_off(&self, action: &Action) -> Result<Wish, Refusal> {
        let typed = Holidays::read(action.form.text("days"), self.world.today()).map_err(refusal)?;
        if typed.as_slice().is_empty() {
            return Err(Refusal::Unreadable { field: "days" });
        }
        Ok(Wish::days_off(move |days| days.with(typed.iter().cloned())))
    }

    /// Reads a calendar file. What it says is shown, and nothing of it kept yet. The form is done with in any case, so that the same file
    /// can be chosen again.
    pub(super) fn look_into(&mut self, action: &Action) -> bool {
        self.screen.found = None;
        match read_calendar_file(action.form.text("file"), self.world.today().0) {
            Ok(DaysOff {
                days,
                passed_over,
                appointments,
            }) => {
                self.screen.found = Some(FoundDays {
                    days,
                    passed_over,
                    appointments,
                });
            }
            Err(error) => {
                let refusal = match error {
                    CalendarFileError::NotACalendar => Refusal::NoCalendar,
                    CalendarFileError::TooLarge => Refusal::TooLarge,
                    CalendarFileError::TooMany => Refusal::TooManyDays,
                };
                self.refuse(action, refusal);
            }
        }
        true
    }

    /// What a calendar file says.
    pub(super) fn take_found(&self) -> Wish {
        let found = self.screen.found.clone().unwrap_or_default();
        Wish::days_off(move |days| days.with(found.days.iter().cloned()))
    }

    /// One day off less.
    pub(super) fn remove_day_off(key: &str) -> Result<Wish, Refusal> {
        let on = day::date(key).ok_or(Refusal::UnknownEvent)?;
        let is_left = move |holiday: &&Holiday| holiday.on != on;
        Ok(Wish::days_off(move |days| {
            Holidays::new(days.iter().filter(is_left).cloned())
        }))
    }
}

impl Wish {
    /// Other days off.
    pub(super) fn days_off(make: impl FnOnce(&Holidays) -> Result<Holidays, HolidayError> + 'static) -> Self {
        Self {
            said: None,
            change: Box::new(|choices| {
                let days = &mut choices.settings.calendar.holidays;
                *days = make(days).map_err(refusal)?;
                Ok(())
            }),
        }
    }
}

const fn refusal(error: HolidayError) -> Refusal {
    match error {
        HolidayError::Line(line) => Refusal::NoDayInLine(line),
        HolidayError::Several(line) => Refusal::SeveralDaysInLine(line),
        HolidayError::Far(line) => Refusal::FarDayInLine(line),
        HolidayError::TooMany => Refusal::TooManyDays,
    }
}
