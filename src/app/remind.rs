//! Badge and alarm. Whatever wakes the extension comes here: nothing but what is kept and today's date decides.

use super::ports::{Alarms, Badge, Clock, Lock, Shelf};
use super::store::overview;
use crate::domain::{Agenda, Fault};
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
    match overview(world).await {
        Ok(overview) => {
            announce(world, words, &overview.agenda, &overview.settings).await;
            Ok(())
        }
        Err(fault) => {
            announce_fault(world, words, &fault).await;
            Err(fault)
        }
    }
}

/// The same for an agenda that was read already.
pub(super) async fn announce<W>(world: &W, words: Words, agenda: &Agenda, settings: &Settings)
where
    W: Clock + Badge + Alarms,
{
    let today = world.today();
    let due = agenda.due(today.0);
    let voice = Voice {
        words,
        today,
        calendar: &settings.calendar,
    };
    world.show(&Voice::badge(&due), || voice.tooltip(&due)).await;
    world.ring(agenda.next_change(today.0), settings.day_begins).await;
}

/// Says on the badge that the ledger cannot be read.
pub(super) async fn announce_fault<W: Clock + Badge>(world: &W, words: Words, fault: &Fault) {
    let settings = Settings::default();
    let voice = Voice {
        words,
        today: world.today(),
        calendar: &settings.calendar,
    };
    world.show("!", || voice.fault(fault).text).await;
}
