//! Badge and alarm. Whatever wakes the extension comes here: nothing but what is kept and today's date decides.

use super::ports::{Alarms, Badge, Clock, Lock, Shelf};
use super::store::overview;
use crate::domain::Fault;
use crate::etiquette::Settings;
use crate::view::{Voice, Words};

/// Shows on the badge how much is due today, and sets the alarm for the next day on which that changes.
///
/// # Errors
/// A fault of the storage; the badge says so then.
pub async fn remind<W>(world: &W, words: Words) -> Result<(), Fault>
where
    W: Shelf + Lock + Clock + Badge + Alarms,
{
    let today = world.today();
    let shown = overview(world).await;
    let default = Settings::default();
    let voice = Voice {
        words,
        today,
        calendar: shown
            .as_ref()
            .map_or(&default.calendar, |overview| &overview.settings.calendar),
    };
    match &shown {
        Ok(overview) => {
            let due = overview.agenda.due(today.0);
            let count = if due.is_empty() {
                String::new()
            } else {
                due.len().to_string()
            };
            world.show(&count, &voice.tooltip(&due)).await;
            let next = overview.agenda.next_change(today.0);
            world.ring(next, overview.settings.day_begins).await;
        }
        Err(fault) => world.show("!", &voice.fault(fault).text).await,
    }
    shown.map(|_| ())
}
