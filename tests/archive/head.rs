//! The head, which is kept up one application at a time and must agree with a count of all.

use proptest::collection::vec;
use proptest::prelude::*;
use your_move::archive::{Digest, Fingerprint, Head, Sheet, seal};

use super::sample::{application_id, sheet};

fn fingerprint(number: u8, revision: u64) -> Fingerprint {
    Fingerprint {
        application: application_id(number),
        revision: Digest(revision),
        gone: false,
    }
}

#[track_caller]
fn check(found: &[Fingerprint], expected: bool) {
    let mut head = Head::default();
    head.replace(None, Some(fingerprint(1, 10)));
    head.replace(None, Some(fingerprint(2, 20)));
    head.replace(Some(fingerprint(1, 10)), Some(fingerprint(1, 11)));
    assert_eq!(head.applications, 2);
    assert_eq!(head.accounts_for(found.iter().copied()), expected, "{found:?}");
}

#[test]
fn only_the_very_same_records_are_accounted_for() {
    check(&[fingerprint(1, 11), fingerprint(2, 20)], true);
    check(&[fingerprint(2, 20), fingerprint(1, 11)], true);
    check(&[], false);
    check(&[fingerprint(1, 11)], false);
    check(&[fingerprint(1, 10), fingerprint(2, 20)], false);
    check(&[fingerprint(1, 20), fingerprint(2, 11)], false);
    check(&[fingerprint(1, 11), fingerprint(2, 20), fingerprint(3, 0)], false);
    let erased = Fingerprint {
        gone: true,
        ..fingerprint(2, 20)
    };
    check(&[fingerprint(1, 11), erased], false);
}

#[test]
fn an_erased_application_is_missed_and_not_counted() {
    let erased = Fingerprint {
        gone: true,
        ..fingerprint(1, 12)
    };
    let mut head = Head::default();
    head.replace(None, Some(fingerprint(1, 11)));
    head.replace(Some(fingerprint(1, 11)), Some(erased));
    assert_eq!(head.applications, 0);
    assert!(head.accounts_for([erased]));
    assert!(!head.accounts_for([]));
    head.replace(Some(erased), None);
    assert_eq!(head, Head::default());
}

#[test]
fn a_sheet_counts_under_its_number_and_an_empty_one_for_nothing() {
    let (full, empty) = (seal(&sheet()), seal(&Sheet::default()));
    let counted = |number, old, new| {
        let mut head = Head::default();
        head.replace_sheet(number, old, new);
        head
    };
    assert_eq!(counted(1, None, Some(&empty)), Head::default());
    assert_ne!(counted(1, None, Some(&full)), Head::default());
    assert_ne!(counted(1, None, Some(&full)), counted(2, None, Some(&full)));
    let mut head = counted(1, None, Some(&full));
    head.replace_sheet(2, None, Some(&full));
    head.replace_sheet(1, Some(&full), Some(&empty));
    assert_eq!(head, counted(2, Some(&empty), Some(&full)));
}

proptest! {
    #[test]
    fn one_by_one_comes_to_the_same_as_all_at_once(changes in vec((0..4_u8, any::<u64>(), any::<bool>(), any::<bool>()), 0..30)) {
        let mut head = Head::default();
        let mut kept = [None; 4];
        for (number, revision, gone, swept) in changes {
            let new = (!swept).then_some(Fingerprint { gone, ..fingerprint(number, revision) });
            let slot = &mut kept[usize::from(number)];
            head.replace(*slot, new);
            *slot = new;
        }
        prop_assert!(head.accounts_for(kept.into_iter().flatten().rev()));
    }
}
