//! What is not the same on both sides of a restore, and must not be settled without a word.

use crate::archive::ApplicationRecord;
use crate::domain::{Application, Correction, Event, EventId, What};
use crate::view::Conflict;

/// What `kept` and `found` do not agree on, and which of them holds in the `union`, which folds to `both`.
pub(super) fn conflicts(
    kept: &ApplicationRecord,
    found: &ApplicationRecord,
    union: &ApplicationRecord,
    both: &Application,
) -> Vec<Conflict> {
    if kept == found {
        return Vec::new();
    }
    let mut conflicts = corrections(kept, found, both);
    conflicts.extend(contradictions(kept, found, union, both));
    conflicts
}

/// The fields that were put right on each side, without knowing of the other.
fn corrections(kept: &ApplicationRecord, found: &ApplicationRecord, both: &Application) -> Vec<Conflict> {
    let ours = only_in(kept.events(), found.events());
    let mut fields: Vec<Field> = Vec::new();
    for field in only_in(found.events(), kept.events()) {
        if ours.contains(&field) && !fields.contains(&field) {
            fields.push(field);
        }
    }
    let mut conflicts = Vec::new();
    for field in fields {
        // The word that was written down last counts, unless it was taken back.
        let latest = |events: &[Event]| {
            let words = events.iter().filter(|event| corrected(event) == Some(field));
            let words = words.filter(|event| !both.undone.contains(&event.id));
            words.max_by_key(|event| (event.logged, event.id)).cloned()
        };
        let said = [kept, found].map(|record| latest(record.events()).map(|event| event.what));
        if let [Some(ours), Some(theirs)] = said
            && ours != theirs
            && let Some(latest) = latest(&both.history)
        {
            let is_ours = kept.events().iter().any(|event| event.id == latest.id);
            conflicts.push(Conflict::of(both, field.0, is_ours));
        }
    }
    conflicts
}

/// The events that both have and that do not say the same: somebody wrote into one of them by hand.
fn contradictions(
    kept: &ApplicationRecord,
    found: &ApplicationRecord,
    union: &ApplicationRecord,
    both: &Application,
) -> Vec<Conflict> {
    // Of a person who was deleted on one side the other still tells: that is no contradiction.
    let forgotten = union
        .events()
        .iter()
        .filter(|event| matches!(event.what, What::Forgot { .. }));
    let forgotten: Vec<Event> = forgotten.cloned().collect();
    let [ours, theirs] = [kept, found].map(|record| {
        let mut record = record.clone();
        record.add(&forgotten);
        record
    });
    // Nor is a description that cannot be read on one side.
    let are_whole = !ours.lacks_texts() && !theirs.lacks_texts();
    let differs = |event: &&Event| {
        let is_whole = are_whole || !matches!(event.what, What::Captured { .. });
        let mut others = theirs.events().iter();
        is_whole && others.any(|other| other.id == event.id && other != *event)
    };
    let differing = ours.events().iter().filter(differs);
    differing
        .map(|event| Conflict::of_entry(both, event.on, union.events().contains(event)))
        .collect()
}

/// A field by its name; of several days each by its event.
type Field = (&'static str, Option<EventId>);

/// The fields that some events put right and others do not know of.
fn only_in(these: &[Event], those: &[Event]) -> Vec<Field> {
    let is_new = |event: &&Event| !those.iter().any(|other| other.id == event.id);
    these.iter().filter(is_new).filter_map(corrected).collect()
}

fn corrected(event: &Event) -> Option<Field> {
    let What::Corrected(correction) = &event.what else {
        return None;
    };
    let event = match correction {
        Correction::EventDay { event, .. } => Some(*event),
        _ => None,
    };
    Some((correction.field(), event))
}
