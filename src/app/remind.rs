//! Badge and alarm: how much the user can act on now, and how much waits to be confirmed. Whatever wakes the extension comes here: nothing but what is kept and today's date decides.

use super::noticing;
use super::ports::{Alarms, Badge, Clock, Lock, Shelf};
use super::settings::in_language;
use super::store::{complete, look_at};
use crate::domain::{Agenda, Fault};
use crate::etiquette::Settings;
use crate::view::{Voice, Words};

/// Shows on the badge how much is due today, and sets the alarm for the next day on which that changes. `words` are the browser's; where
/// the user chose a language, it is spoken in that.
///
/// # Errors
/// A fault of the storage; the badge says so then.
pub async fn remind<W>(world: &W, words: Words) -> Result<(), Fault>
where
    W: Shelf + Lock + Clock + Badge + Alarms,
{
    let overview = match look_at(world).await {
        Ok(found) => {
            // How much there is, is known before it is read what it is.
            if let Some(due) = found.count(world.today().0) {
                world.show(&Voice::badge(due)).await;
            }
            complete(world, found).await
        }
        Err(fault) => Err(fault),
    };
    match overview {
        Ok(overview) => {
            let words = in_language(words, overview.language.as_ref());
            let noticed = noticing::count(&overview.proposals, world.today().0);
            announce(world, words, &overview.agenda, noticed, &overview.settings).await;
            Ok(())
        }
        Err(fault) => {
            announce_fault(world, words, &fault).await;
            Err(fault)
        }
    }
}

/// The same for an agenda that was read already, and so many that wait to be confirmed.
pub(super) async fn announce<W>(world: &W, words: Words, agenda: &Agenda, noticed: usize, settings: &Settings)
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
    world.show(&Voice::badge(due.len() + noticed)).await;
    world.explain(&voice.tooltip(&due, noticed)).await;
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
    world.show("!").await;
    world.explain(&voice.fault(fault).text).await;
}
