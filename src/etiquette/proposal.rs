//! A follow-up as its rule alone would have it.

use chrono::NaiveDate;

use super::rules::{Due, Rule};
use super::{Calendar, Settings};
use crate::domain::{ApplicationId, Contact, EventId, FollowUpKey, Line, Trigger};

/// What a rule proposes, before anything moves it.
pub(super) struct Proposal<'a> {
    pub(super) key: FollowUpKey,
    pub(super) rule: &'a Rule,
    /// The date by the rule alone.
    pub(super) own_date: NaiveDate,
    /// The day that it hangs on: some rules count from it when it is late.
    pub(super) base: NaiveDate,
    /// The last day for it, where there is one.
    pub(super) last_day: Option<NaiveDate>,
    /// The day from which on it is gone, if it is not gone before.
    pub(super) gone: Option<NaiveDate>,
    /// A day that both sides agreed on: no weekday moves it.
    pub(super) agreed: bool,
    pub(super) to: Option<Contact>,
    pub(super) trigger: Trigger,
    /// How many there may be; for a second check-in the cap of the rule that it follows.
    pub(super) cap: u8,
}

impl<'a> Proposal<'a> {
    /// What `rule` proposes for something that happened on `base`.
    pub(super) fn new(
        settings: &Settings,
        rule: &'a Rule,
        application: ApplicationId,
        event: EventId,
        base: NaiveDate,
        trigger: Trigger,
    ) -> Self {
        Self {
            key: FollowUpKey {
                application,
                rule: rule.id,
                event,
                person: None,
                nth: 1,
            },
            rule,
            own_date: rule.due_after(base, &settings.calendar_for(rule.id)),
            base,
            last_day: None,
            gone: None,
            agreed: false,
            to: None,
            trigger,
            cap: rule.cap.0,
        }
    }

    pub(super) fn to(mut self, contact: Option<&Contact>) -> Self {
        self.to = contact.cloned();
        self
    }

    pub(super) fn for_person(mut self, person: Option<&Line>) -> Self {
        self.key.person = person.cloned();
        self
    }

    /// The how-manieth it is.
    pub(super) const fn nth(mut self, nth: u8) -> Self {
        self.key.nth = nth;
        self
    }

    /// Due no earlier than that.
    pub(super) fn not_before(mut self, day: NaiveDate) -> Self {
        self.own_date = self.own_date.max(day);
        self
    }

    pub(super) const fn with_last_day(mut self, day: Option<NaiveDate>) -> Self {
        self.last_day = day;
        self
    }
}

impl Rule {
    /// The day on which it is due when what it hangs on happened on `base`, or has its last day then.
    pub(super) fn due_after(&self, base: NaiveDate, calendar: &Calendar) -> NaiveDate {
        match self.due {
            Due::SameDay => base,
            Due::BusinessDays(count) => calendar.after(base, count),
            Due::BusinessDaysBefore(count) => calendar.before(base, count),
            Due::CalendarDays(count) => calendar.after_calendar_days(base, count),
            Due::Months(count) => calendar.after_months(base, count),
        }
    }
}
