//! Days of the calendar: neither the clocks of a zone nor the ends of months and years move what is due.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use your_move::domain::RuleId;
use your_move::etiquette::{Settings, plan};

use super::story::{applied, check, heard, story, year_end_off};

/// F26: a night on which clocks change is a night like any other, be it in New York, in Berlin or on Lord Howe Island.
#[test]
fn clocks_that_change_move_no_day() {
    for (on, expected) in [
        // 8 March: New York.
        ("2026-03-05", "R4 1/1 due 2026-03-17 late 2026-03-20"),
        // 29 March: Berlin.
        ("2026-03-25", "R4 1/1 due 2026-04-03 late 2026-04-08"),
        // 5 April and 4 October: Lord Howe Island, by half an hour.
        ("2026-04-02", "R4 1/1 due 2026-04-14 late 2026-04-17"),
        ("2026-10-01", "R4 1/1 due 2026-10-13 late 2026-10-16"),
        // 25 October: Berlin.
        ("2026-10-22", "R4 1/1 due 2026-11-03 late 2026-11-06"),
        // 1 November: New York.
        ("2026-10-29", "R4 1/1 due 2026-11-10 late 2026-11-13"),
    ] {
        check(&[(on, applied())], &[expected]);
    }
}

/// When a check-in of an application is due.
fn due(settings: &Settings, on: NaiveDate, answered: bool) -> Option<NaiveDate> {
    let on = on.to_string();
    let mut happened = vec![(on.as_str(), applied())];
    happened.extend(answered.then(|| (on.as_str(), heard())));
    let outlooks = plan(&[story(1, &happened)], settings);
    let mut follow_ups = outlooks.into_iter().flat_map(|outlook| outlook.follow_ups);
    let check_in = follow_ups.find(|follow_up| matches!(follow_up.rule(), RuleId::R4 | RuleId::R7));
    check_in.map(|follow_up| follow_up.due)
}

proptest! {
    /// F29: over month ends, leap days and year ends.
    #[test]
    fn who_applies_later_is_never_due_earlier(from in 0..5_000_u64, later in 0..40_u64, answered: bool, rests: bool) {
        let settings = if rests { year_end_off() } else { Settings::default() };
        let first = NaiveDate::from_ymd_opt(2023, 12, 1).unwrap_or_default() + Days::new(from);
        let next = first + Days::new(later);
        let (one, other) = (due(&settings, first, answered), due(&settings, next, answered));
        prop_assert!(one > Some(first));
        prop_assert!(one <= other, "{first} is due on {one:?}, {next} on {other:?}");
    }
}
