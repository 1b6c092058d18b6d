//! Days that can be meant and may be a slip: they are kept as they were said, and looked at once more.

use chrono::{Months, NaiveDate};

use super::{Voice, Word};
use crate::domain::{Application, Correction, Event, What};

/// What happened longer ago than this is seldom written down.
const LONG_AGO: Months = Months::new(12);

impl Voice<'_> {
    /// What may be a slip in the days of `events`, which were just written down of `application`; empty where nothing seems to be.
    pub(super) fn slip(&self, events: &[Event], application: &Application) -> String {
        let days = || events.iter().filter_map(|event| told(event, application));
        let long_ago = self.today.0.checked_sub_months(LONG_AGO);
        if days().any(|(on, _)| long_ago.is_some_and(|long_ago| on < long_ago)) {
            return self.text(Word::SlipLongAgo);
        }
        // Of two that were joined, either may be answered.
        let mut history = application.history.iter();
        let applied = history.find(|event| matches!(event.what, What::Applied { .. }));
        let applied = applied.map(|event| event.on);
        let is_before =
            |(on, what): (NaiveDate, &What)| comes_of_applying(what) && applied.is_some_and(|applied| on < applied);
        match applied {
            Some(applied) if days().any(is_before) => {
                self.say(Word::SlipBeforeApplying, &[("on", &self.on_date(applied))])
            }
            _ => String::new(),
        }
    }
}

/// What happened and on which day, for an event that says so or that moves one to another day.
fn told<'a>(event: &'a Event, application: &'a Application) -> Option<(NaiveDate, &'a What)> {
    match &event.what {
        What::Corrected(Correction::EventDay { event, on }) => {
            let moved = application.history.iter().find(|known| known.id == *event)?;
            Some((*on, &moved.what))
        }
        What::Corrected(_) | What::Voided { .. } => None,
        what => Some((event.on, what)),
    }
}

/// Whether it seldom comes before one has applied. The day of an interview that was booked is not chosen here.
const fn comes_of_applying(what: &What) -> bool {
    matches!(
        what,
        What::Heard { .. }
            | What::Invited(_)
            | What::Interviewed { interview: None, .. }
            | What::Offered { .. }
            | What::Rejected { .. }
            | What::Thanked { .. }
            | What::CheckedIn { .. }
    )
}
