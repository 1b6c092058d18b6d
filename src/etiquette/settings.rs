//! What the user may change.

use std::borrow::Cow;

use super::{Bounds, Calendar, Rules};
use crate::domain::RuleId;

/// The rules, the calendar and the hour at which the user's day begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The rules.
    pub rules: Rules,
    /// The calendar.
    pub calendar: Calendar,
    /// So many business days lie between a check-in to a company and the next one there.
    pub company_spacing: u16,
    /// Whether the user keeps in touch, without a word from them, with whoever is known where they were turned down.
    pub keep_warm: bool,
    /// The hour, 0 to 23, at which the alarm may ring. It moves the alarm alone, never a date.
    pub day_begins: u8,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            rules: Rules::default(),
            calendar: Calendar::default(),
            company_spacing: 5,
            keep_warm: false,
            day_begins: 8,
        }
    }
}

impl Settings {
    /// Between a check-in to a company and the next one there; 0 for no such distance.
    pub const SPACINGS: Bounds = Bounds::new(0, 60);
    /// The hours at which a day may begin.
    pub const HOURS: Bounds = Bounds::new(0, 23);

    /// Whether all of it can be lived by. The rules always can: nothing else is taken into them.
    pub fn is_sound(&self) -> bool {
        let Self {
            rules: _,
            calendar,
            company_spacing,
            keep_warm: _,
            day_begins,
        } = self;
        calendar.is_sound() && Self::SPACINGS.allow(*company_spacing) && Self::HOURS.allow((*day_begins).into())
    }

    /// The calendar by which a rule counts.
    pub(super) fn calendar_for(&self, rule: RuleId) -> Cow<'_, Calendar> {
        if self.calendar.quiet.is_empty() || !rule.is_urgent() {
            return Cow::Borrowed(&self.calendar);
        }
        Cow::Owned(Calendar {
            quiet: Vec::new(),
            ..self.calendar.clone()
        })
    }
}
