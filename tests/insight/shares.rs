//! Shares and their intervals, held against what statsmodels 0.15 gives (`proportion_confint` by "wilson",
//! `confint_proportions_2indep` by "newcomb").

use proptest::prelude::*;
use your_move::insight::{Interval, SHARE_NEEDS, Share};

#[track_caller]
pub(crate) fn check_near(interval: Interval, low: f64, high: f64) {
    let is_near = (interval.low - low).abs() < 1e-6 && (interval.high - high).abs() < 1e-6;
    assert!(is_near, "{interval:?} is not from {low} to {high}");
}

#[test]
fn intervals_are_wilsons() {
    #[track_caller]
    fn check(count: u32, of: u32, low: f64, high: f64) {
        check_near(Share { count, of }.interval(), low, high);
    }

    check(0, 10, 0.0, 0.277_533);
    check(1, 10, 0.017_876, 0.404_150);
    check(5, 10, 0.236_593, 0.763_407);
    check(10, 10, 0.722_467, 1.0);
    check(17, 42, 0.270_429, 0.555_057);
    check(1, 1, 0.206_549, 1.0);
    check(3, 29, 0.035_815, 0.263_851);
    check(15, 148, 0.062_386, 0.160_487);
    check(0, 0, 0.0, 1.0);
}

#[test]
fn differences_are_newcombes() {
    #[track_caller]
    fn check(one: (u32, u32), other: (u32, u32), difference: f64, low: f64, high: f64) {
        let share = |(count, of)| Share { count, of };
        let (found, interval) = share(one).beyond(share(other)).expect("two shares");
        assert!((found - difference).abs() < 1e-9, "{found}");
        check_near(interval, low, high);
    }

    check((9, 10), (3, 10), 0.6, 0.170_523, 0.809_018);
    // In Newcombe's table: 0.0524 to 0.3339.
    check((56, 70), (48, 80), 0.2, 0.052_431, 0.333_873);
    check((0, 12), (5, 15), -1.0 / 3.0, -0.582_865, -0.030_396);
    check((7, 20), (4, 30), 7.0 / 20.0 - 4.0 / 30.0, -0.018_327, 0.448_162);
    assert_eq!(Share { count: 0, of: 0 }.beyond(Share { count: 1, of: 2 }), None);
}

#[test]
fn a_share_tells_from_where_its_interval_is_narrower_than_half_of_the_scale() {
    let widest = |of| {
        let widths = (0..=of).map(|count| {
            let Interval { low, high } = Share { count, of }.interval();
            high - low
        });
        widths.fold(0.0, f64::max)
    };
    assert!(widest(SHARE_NEEDS - 2) > 0.5 && widest(SHARE_NEEDS) < 0.5);
    assert!(
        Share {
            count: 0,
            of: SHARE_NEEDS
        }
        .is_telling()
    );
    assert!(
        !Share {
            count: 0,
            of: SHARE_NEEDS - 1
        }
        .is_telling()
    );
}

fn share() -> impl Strategy<Value = Share> {
    (1_u32..3_000).prop_flat_map(|of| (0..=of, Just(of)).prop_map(|(count, of)| Share { count, of }))
}

proptest! {
    #[test]
    fn an_interval_holds_its_share(share in share(), other in share()) {
        let ratio = share.ratio().expect("of some");
        let Interval { low, high } = share.interval();
        prop_assert!(0.0 <= low && low <= ratio && ratio <= high && high <= 1.0, "{} {} {}", low, ratio, high);
        // The others are the rest.
        let rest = Share { count: share.of - share.count, of: share.of }.interval();
        prop_assert!((rest.low - (1.0 - high)).abs() < 1e-9 && (rest.high - (1.0 - low)).abs() < 1e-9);
        // More of the same make it narrower.
        let ten = Share { count: share.count * 10, of: share.of * 10 }.interval();
        prop_assert!(ten.high - ten.low < high - low);
        let (difference, interval) = share.beyond(other).expect("of some");
        prop_assert!(-1.0 <= interval.low && interval.low <= difference && difference <= interval.high && interval.high <= 1.0);
        let (back, mirrored) = other.beyond(share).expect("of some");
        prop_assert!((back + difference).abs() < 1e-9 && (mirrored.low + interval.high).abs() < 1e-9);
    }
}
