//! Order, without the weight: what the standard library makes of each sort and each collected map is, in WebAssembly, four kilobytes for
//! each type. Here one sort, of places, serves them all.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Sorts by what `key` gives; what is equal stays in its order.
pub fn sort_by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    let keys: Vec<K> = items.iter().map(key).collect();
    let mut places: Vec<usize> = (0..items.len()).collect();
    sort_places(&mut places, &|one, other| keys.get(one).cmp(&keys.get(other)));
    let mut slots: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(places.into_iter().filter_map(|place| slots.get_mut(place)?.take()));
}

/// A map of `pairs`; of two with one key the later counts.
pub fn map<K: Ord, V>(pairs: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    map.extend(pairs);
    map
}

/// A set of `parts`.
pub fn set<T: Ord>(parts: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    set.extend(parts);
    set
}

fn sort_places(places: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    places.sort_by(|one, other| compare(*one, *other));
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(items in prop::collection::vec((0_u8..9, any::<u8>()), 0..60)) {
            let (mut ours, mut theirs) = (items.clone(), items.clone());
            sort_by_key(&mut ours, |(key, _)| *key);
            theirs.sort_by_key(|(key, _)| *key);
            prop_assert_eq!(ours, theirs);
            prop_assert_eq!(map(items.iter().copied()), items.iter().copied().collect());
            prop_assert_eq!(set(items.iter().copied()), items.iter().copied().collect());
        }
    }
}
