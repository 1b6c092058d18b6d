//! What holds for any events at all.

use std::slice::from_ref;

use proptest::prelude::*;
use your_move::domain::{Carried, Event, EventId, What};
use your_move::ledger::{fold, merge};

use super::arbitrary::{event, events};
use super::sample::application_id;

fn erased() -> impl Strategy<Value = Event> {
    event().prop_map(|event| Event {
        what: What::Erased {},
        ..event
    })
}

/// Events of which some are known to both sides, and some undo others.
fn two_sides() -> impl Strategy<Value = (Vec<Event>, Vec<Event>)> {
    (
        events(),
        events(),
        events(),
        prop::collection::vec(any::<prop::sample::Index>(), 0..4),
    )
        .prop_map(|(mut shared, mut one, mut other, undone)| {
            for (number, index) in undone.iter().enumerate() {
                let Some(target) = (!shared.is_empty()).then(|| index.get(&shared).clone()) else {
                    break;
                };
                shared.push(Event {
                    id: EventId::new(number as u64, [9; 10]),
                    carried: Carried::default(),
                    what: What::Voided { event: target.id },
                    ..target
                });
            }
            one.extend(shared.iter().cloned());
            other.extend(shared);
            (one, other)
        })
}

proptest! {
    #[test]
    fn the_order_in_which_events_are_given_does_not_matter((events, _) in two_sides(), seed in any::<u64>()) {
        let mut shuffled = events.clone();
        // A shuffle that a failing case repeats.
        shuffled.sort_by_key(|event| event.id.bytes().iter().fold(seed, |sum, byte| sum.wrapping_mul(31).wrapping_add(u64::from(*byte))));
        let id = application_id(1);
        prop_assert_eq!(fold(id, &shuffled), fold(id, &events));
        // Nor does it matter that one is given twice.
        shuffled.extend(events.iter().cloned());
        prop_assert_eq!(fold(id, &shuffled), fold(id, &events));
    }

    #[test]
    fn merging_is_set_union((one, other) in two_sides(), third in events()) {
        let merged = merge(&one, &other);
        prop_assert_eq!(&merge(&other, &one), &merged, "commutative");
        prop_assert_eq!(merge(&merge(&one, &other), &third), merge(&one, &merge(&other, &third)), "associative");
        prop_assert_eq!(&merge(&merged, &one), &merged, "idempotent");
        prop_assert_eq!(&merge(&merged, &merged), &merged, "idempotent");
        prop_assert!(one.iter().chain(&other).all(|event| merged.contains(event)), "nothing is lost");
        prop_assert!(merged.is_sorted_by_key(|event| event.id));
    }

    #[test]
    fn what_was_deleted_on_one_side_is_deleted((one, other) in two_sides(), tombstone in erased(), later in erased()) {
        let mut deleted = one.clone();
        deleted.push(tombstone.clone());
        prop_assert_eq!(merge(&deleted, &other), vec![tombstone.clone()]);
        prop_assert_eq!(merge(&other, &deleted), vec![tombstone.clone()]);
        prop_assert_eq!(merge(&merge(from_ref(&tombstone), from_ref(&later)), &one), merge(&[later], &merge(&one, &[tombstone])));
    }
}
