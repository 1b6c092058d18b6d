//! How long something lasts, held against what lifelines 0.30 gives (`KaplanMeierFitter`, `median_survival_times`) for the two groups of
//! the trial of 6-mercaptopurine (E. J. Freireich et al., "The effect of 6-mercaptopurine on the duration of steroid-induced remissions in
//! acute leukemia", Blood 21 (1963), 699–716), which the textbooks use.

use proptest::prelude::*;
use your_move::insight::{Lasting, MEDIAN_NEEDS, Spell};

use super::shares::check_near;

const TREATED: &str = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+";
const UNTREATED: &str = "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23";

/// A plus says that it lasts on.
fn spells(text: &str) -> Vec<Spell> {
    let spell = |word: &str| Spell {
        days: word.trim_end_matches('+').parse().expect("a number"),
        ended: !word.ends_with('+'),
    };
    text.split_whitespace().map(spell).collect()
}

#[track_caller]
fn check(of: &str, day: u32, at_risk: u32, lasting: f64, low: f64, high: f64) {
    let found = Lasting::of(spells(of));
    let step = found.steps.iter().find(|step| step.day == day).expect("a day of it");
    assert_eq!(step.at_risk, at_risk);
    assert!((step.lasting - lasting).abs() < 1e-6, "{step:?}");
    check_near(step.interval, low, high);
}

#[test]
fn steps_are_those_of_kaplan_and_meier() {
    check(TREATED, 6, 21, 0.857_143, 0.619_718, 0.951_552);
    check(TREATED, 7, 17, 0.806_723, 0.563_147, 0.922_809);
    check(TREATED, 9, 16, 0.806_723, 0.563_147, 0.922_809);
    check(TREATED, 10, 15, 0.752_941, 0.503_200, 0.889_362);
    check(TREATED, 13, 12, 0.690_196, 0.431_610, 0.849_066);
    check(TREATED, 16, 11, 0.627_451, 0.367_511, 0.804_912);
    check(TREATED, 22, 7, 0.537_815, 0.267_779, 0.746_791);
    check(TREATED, 23, 6, 0.448_179, 0.188_052, 0.680_143);
    check(TREATED, 35, 1, 0.448_179, 0.188_052, 0.680_143);
    check(UNTREATED, 1, 21, 0.904_762, 0.670_046, 0.975_294);
    check(UNTREATED, 8, 12, 0.380_952, 0.183_067, 0.577_789);
    check(UNTREATED, 22, 2, 0.047_619, 0.003_324, 0.197_045);
    // The last has ended: where lifelines gives no interval, Wilson's upper end for none of one, 0.793451, is of what was before.
    check(UNTREATED, 23, 1, 0.0, 0.0, 0.156_346);
}

#[test]
fn medians_have_the_intervals_of_brookmeyer_and_crowley() {
    #[track_caller]
    fn check(of: &str, median: Option<u32>, low: Option<u32>, high: Option<u32>) {
        let found = Lasting::of(spells(of));
        assert_eq!(found.median(), median);
        assert_eq!(found.median_interval(), (low, high));
    }

    check(TREATED, Some(23), Some(13), None);
    check(UNTREATED, Some(8), Some(4), Some(11));
    // Half of an even number is reached with the lower of the two in the middle, whatever is lost in rounding.
    check("1 2 3 4 5 6", Some(3), Some(1), Some(6));
    // Where all end at once there is still a range.
    check("2 2 2 2 2 2 2 2", Some(2), Some(2), Some(2));
    check("1+ 2+", None, None, None);
    check("", None, None, None);
}

#[test]
fn what_lasts_on_is_not_taken_for_short() {
    let all = Lasting::of(spells("2 4+ 4+ 4+"));
    assert_eq!((all.of, all.ended, all.still()), (4, 1, 3));
    assert!((all.after(1) - 1.0).abs() < 1e-9);
    assert!((all.after(2) - 0.75).abs() < 1e-9);
    assert!((all.after(100) - 0.75).abs() < 1e-9);
    assert_eq!(all.by_when(0.25), Some(2));
    assert_eq!(all.by_when(0.5), None);
}

#[test]
fn a_median_needs_so_many_ends_that_its_interval_can_be_of_95_percent() {
    // From the least to the greatest of n the median is missed where all fall on one side of it.
    let sure = |n: u32| 1.0 - 2.0 * 0.5_f64.powi(i32::try_from(n).expect("few"));
    assert!(sure(MEDIAN_NEEDS) >= 0.95 && sure(MEDIAN_NEEDS - 1) < 0.95);
}

fn any_spells() -> impl Strategy<Value = Vec<Spell>> {
    let spell = (0_u32..90, any::<bool>()).prop_map(|(days, ended)| Spell { days, ended });
    prop::collection::vec(spell, 0..80)
}

proptest! {
    #[test]
    fn it_only_ever_falls_and_lies_in_its_interval(spells in any_spells()) {
        let found = Lasting::of(spells.iter().copied());
        let mut before = 1.0;
        for step in &found.steps {
            prop_assert!(step.lasting <= before + 1e-12);
            prop_assert!(0.0 <= step.interval.low && step.interval.low <= step.lasting + 1e-12);
            prop_assert!(step.lasting <= step.interval.high + 1e-12 && step.interval.high <= 1.0);
            before = step.lasting;
        }
        let (low, high) = found.median_interval();
        if let Some(median) = found.median() {
            prop_assert!(low.is_some_and(|low| low <= median) && high.is_none_or(|high| median <= high));
        }
    }

    #[test]
    fn all_of_them_are_in_its_table(spells in any_spells()) {
        let found = Lasting::of(spells.iter().copied());
        let mut left = u32::try_from(spells.len()).expect("few");
        prop_assert_eq!(found.of, left);
        for step in &found.steps {
            prop_assert_eq!(step.at_risk, left);
            left -= step.ended + step.last_seen;
        }
        prop_assert_eq!(left, 0);
        prop_assert_eq!(found.ended + found.still(), found.of);
    }

    /// Where all have ended it is the plain share that lasts longer.
    #[test]
    fn without_what_lasts_on_it_is_a_count(days in prop::collection::vec(0_u32..40, 1..60), day in 0_u32..40) {
        let found = Lasting::of(days.iter().map(|days| Spell { days: *days, ended: true }));
        let longer = days.iter().filter(|days| **days > day).count();
        prop_assert!((found.after(day) - longer as f64 / days.len() as f64).abs() < 1e-9);
    }
}
