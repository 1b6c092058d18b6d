//! The dates of an application that stand in a calendar: interviews, what was promised by a day, follow-ups.

use chrono::NaiveDate;

use super::order::sort_by_key;
use super::{Application, Event, EventId, FollowUp, Interview, Meeting, Outlook, PromiseBy, RuleId, Today, What};

/// Something that has its day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated<'a> {
    /// The day.
    pub on: NaiveDate,
    /// What it is.
    pub of: DateOf<'a>,
    /// Whether it was called off, or means nothing any more.
    pub is_off: bool,
    /// The follow-ups of that day that hang on it: they need no place of their own.
    pub because: Vec<&'a FollowUp>,
}

/// What has a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOf<'a> {
    /// An interview that they invited to, in the form that it has now.
    Interview {
        /// The [`What::Invited`].
        booking: EventId,
        /// When and where.
        interview: &'a Interview,
    },
    /// What somebody promised or took on: the [`What::Promised`] or [`What::Undertook`].
    Promise(&'a Event),
    /// What the user is to do.
    FollowUp(&'a FollowUp),
}

impl Application {
    /// Its dates, in their order in time. What was called off is among them as long as its day has not passed, so that a calendar hears of it.
    pub fn dates<'a>(&'a self, outlook: Option<&'a Outlook>, today: Today) -> Vec<Dated<'a>> {
        let mut dates: Vec<Dated<'a>> = self
            .history
            .iter()
            .filter_map(|event| self.date_of(event, today))
            .collect();
        let follow_ups = outlook.iter().flat_map(|outlook| &outlook.follow_ups);
        for follow_up in follow_ups.filter(|follow_up| follow_up.fades.is_none_or(|fades| fades > today.0)) {
            match dates.iter_mut().find(|date| date.has(follow_up)) {
                Some(date) => date.because.push(follow_up),
                None => dates.push(Dated {
                    on: follow_up.due,
                    of: DateOf::FollowUp(follow_up),
                    is_off: false,
                    because: vec![follow_up],
                }),
            }
        }
        sort_by_key(&mut dates, |date| date.on);
        dates.retain(|date| !date.is_off || date.on >= today.0);
        dates
    }

    fn date_of<'a>(&'a self, event: &'a Event, today: Today) -> Option<Dated<'a>> {
        let (on, of, is_off) = match &event.what {
            What::Invited(_) => {
                let interview = self.dated_form(event.id)?;
                let on = interview.day?;
                let stands = self
                    .bookings()
                    .iter()
                    .any(|(id, booking)| *id == event.id && booking.day.is_some());
                let held = |meeting: &Meeting<'_>| meeting.logged && meeting.booking == Some(event.id);
                let is_held = self.meetings().iter().any(held);
                // Where it has ended before, nobody meets.
                let is_over = !self.is_open() && on >= today.0;
                let booking = event.id;
                let is_off = !is_held && (!stands || is_over);
                (on, DateOf::Interview { booking, interview }, is_off)
            }
            What::Promised(promise) => {
                let is_live = match promise.by {
                    PromiseBy::Employer => self.live_promise().is_some_and(|(live, _)| live.id == event.id),
                    PromiseBy::User => !self.is_delivered(event.id),
                };
                (promise.date, DateOf::Promise(event), !is_live || !self.is_open())
            }
            What::Undertook { by, .. } => {
                let is_over = self.is_delivered(event.id) || !self.is_open();
                (*by, DateOf::Promise(event), is_over)
            }
            _ => return None,
        };
        let because = Vec::new();
        Some(Dated {
            on,
            of,
            is_off,
            because,
        })
    }

    /// The last form of a booking that had a day.
    fn dated_form(&self, booking: EventId) -> Option<&Interview> {
        let mut forms = self.history.iter().filter_map(|event| match &event.what {
            What::Invited(interview) if event.id == booking => Some(interview),
            What::Rescheduled { interview, to } if *interview == booking => Some(to),
            _ => None,
        });
        forms.rfind(|form| form.day.is_some())
    }
}

impl Dated<'_> {
    /// Whether a follow-up says no more than what it hangs on, and on the same day: what to ask at the end of an interview, and what was
    /// promised for that day.
    fn has(&self, follow_up: &FollowUp) -> bool {
        let hangs_on = match self.of {
            DateOf::Interview { booking, .. } if follow_up.rule() == RuleId::R0a => booking,
            DateOf::Promise(event) => event.id,
            _ => return false,
        };
        hangs_on == follow_up.key.event && self.on == follow_up.due && !self.is_off
    }
}
