//! Any settings that a person can choose.

use chrono::{NaiveDate, Weekday};
use proptest::collection::vec;
use proptest::option::{of, weighted};
use proptest::prelude::*;
use your_move::domain::Line;
use your_move::etiquette::{Calendar, Holiday, Holidays, Number, QuietPeriod, Rules, Settings};

/// Any of them.
pub(crate) fn settings() -> impl Strategy<Value = Settings> {
    let parts = (rules(), calendar(), 0..=60_u16, any::<bool>(), 0..=23_u8);
    parts.prop_map(|(rules, calendar, company_spacing, keep_warm, day_begins)| Settings {
        rules,
        calendar,
        company_spacing,
        keep_warm,
        day_begins,
    })
}

/// Any numbers within their bounds, in some of their places.
fn rules() -> impl Strategy<Value = Rules> {
    let numbers: Vec<Number> = Rules::default().numbers().collect();
    let values = numbers
        .iter()
        .map(|number| weighted(0.3, number.bounds.least..=number.bounds.most));
    values.collect::<Vec<_>>().prop_map(move |values| {
        let mut rules = Rules::default();
        for (number, value) in numbers.iter().zip(values) {
            let value = value.unwrap_or(number.value);
            let set = rules.set(number.rule, number.case, number.measure, value);
            assert_eq!(set, Ok(()), "{number:?}");
        }
        rules
    })
}

fn calendar() -> impl Strategy<Value = Calendar> {
    use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
    let soft = of(prop::sample::select(&[Mon, Tue, Wed, Thu, Fri, Sat, Sun][..]));
    let name = of("[A-Z][a-z]{1,8}( [a-z]{1,8})?").prop_map(|name| Line::new(&name?));
    let first = NaiveDate::from_ymd_opt(2026, 10, 1).unwrap_or_default();
    let on = (0..120_u64).prop_map(move |ahead| first + chrono::Days::new(ahead));
    let holidays = vec((on, name).prop_map(|(on, name)| Holiday { on, name }), 0..40);
    let quiet = (1..=12_u32, 1..=31_u32, 1..=12_u32, 1..=31_u32);
    let quiet = quiet.prop_filter_map("days of a year", |(month, day, to_month, to_day)| {
        QuietPeriod::new((month, day), (to_month, to_day))
    });
    (holidays, vec(quiet, 0..3), soft).prop_filter_map("half a year at least", |(holidays, quiet, soft_weekday)| {
        let calendar = Calendar {
            holidays: Holidays::new(holidays).ok()?,
            quiet,
            soft_weekday,
        };
        calendar.is_sound().then_some(calendar)
    })
}
