//! Merging is set union: commutative, associative, idempotent. It serves restoring a backup, joining two machines and repairing a damaged store.

use std::collections::BTreeMap;

use crate::domain::{Event, EventId, What};

/// All events of both sides, each once, in the order of their identities. A deletion on either side is all that is left.
pub fn merge(one: &[Event], other: &[Event]) -> Vec<Event> {
    let mut union: BTreeMap<EventId, &Event> = BTreeMap::new();
    for event in one.iter().chain(other) {
        union
            .entry(event.id)
            .and_modify(|kept| *kept = fuller(kept, event))
            .or_insert(event);
    }
    let erased = union
        .values()
        .filter(|event| event.what == What::Erased {})
        .min_by_key(|event| (event.on, event.logged, event.id));
    match erased {
        Some(tombstone) => vec![(*tombstone).clone()],
        None => union.into_values().cloned().collect(),
    }
}

/// Of two forms of one event, which cannot differ unless somebody else wrote to the store, the same one on every machine.
fn fuller<'a>(one: &'a Event, other: &'a Event) -> &'a Event {
    if one == other || format!("{one:?}") >= format!("{other:?}") {
        one
    } else {
        other
    }
}
