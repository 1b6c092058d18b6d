//! Merging is set union: commutative, associative, idempotent. It serves restoring a backup, joining two machines and repairing a damaged store.

use super::forget::without_forgotten;
use crate::domain::order::sort_by_key;
use crate::domain::{Event, What};

/// All events of both sides, each once, in the order of their identities. A deletion on either side is all that is left; of a person who was
/// deleted on either side nothing is.
pub fn merge(one: &[Event], other: &[Event]) -> Vec<Event> {
    let mut union: Vec<&Event> = one.iter().chain(other).collect();
    sort_by_key(&mut union, |event| event.id);
    union.dedup_by(|next, kept| {
        let same = next.id == kept.id;
        if same {
            // They cannot differ unless somebody else wrote to the store: then the same one stays on every machine.
            *kept = (*kept).max(*next);
        }
        same
    });
    let erased = union
        .iter()
        .filter(|event| event.what == What::Erased {})
        .min_by_key(|event| (event.on, event.logged, event.id));
    match erased {
        Some(tombstone) => vec![Event::clone(tombstone)],
        None => without_forgotten(union.into_iter().cloned().collect()),
    }
}
