//! The numbers of the table, one by one.

use proptest::prelude::*;
use your_move::domain::{Round, RuleId};
use your_move::etiquette::{Bounds, Case, Measure, Number, Rules, Settings, Unfit, plan};

use super::chosen;
use super::manners::{application_of, histories};
use super::story::{applied, check_with, checked_in, contact, interviewed, promised, story};

fn with(numbers: &[(RuleId, Case, Measure, u16)]) -> Settings {
    let mut settings = Settings::default();
    for (rule, case, measure, value) in numbers {
        assert_eq!(settings.rules.set(*rule, *case, *measure, *value), Ok(()));
    }
    settings
}

#[track_caller]
fn check_bounds(rule: RuleId, case: Case, measure: Measure, value: u16, bounds: Option<(u16, u16)>) {
    let found = Rules::default()
        .numbers()
        .find(|number| (number.rule, number.case, number.measure) == (rule, case, measure));
    let expected = bounds.map(|(least, most)| (value, Bounds { least, most }));
    assert_eq!(found.map(|number| (number.value, number.bounds)), expected);
    let mut rules = Rules::default();
    for wrong in bounds
        .into_iter()
        .flat_map(|(least, most)| [least.wrapping_sub(1), most + 1, u16::MAX])
    {
        let bounds = found.expect("a number").bounds;
        assert_eq!(rules.set(rule, case, measure, wrong), Err(Unfit::OutOfBounds(bounds)));
    }
    if bounds.is_none() {
        assert_eq!(rules.set(rule, case, measure, value), Err(Unfit::Unknown));
    }
    assert_eq!(rules, Rules::default());
}

#[test]
fn each_number_has_its_bounds() {
    use Case::{AfterApplication, Answer, Call, FinalRound, Named, Usual};
    use Measure::{Cap, Due, Fades, Overdue};
    check_bounds(RuleId::R4, Usual, Due, 7, Some((1, 90)));
    check_bounds(RuleId::R4, Usual, Overdue, 3, Some((0, 90)));
    check_bounds(RuleId::R4, Usual, Cap, 1, Some((0, 10)));
    check_bounds(RuleId::R7, FinalRound, Due, 7, Some((1, 90)));
    check_bounds(RuleId::R10, Usual, Due, 30, Some((1, 365)));
    check_bounds(RuleId::R12, Usual, Due, 1, Some((0, 90)));
    check_bounds(RuleId::R12, Usual, Fades, 5, Some((1, 90)));
    check_bounds(RuleId::R14, Answer, Due, 2, Some((0, 60)));
    check_bounds(RuleId::R16, Usual, Due, 4, Some((1, 24)));
    check_bounds(RuleId::R16, Usual, Cap, 3, Some((1, 10)));
    check_bounds(RuleId::R17, Usual, Overdue, 1, Some((0, 60)));
    // Not a number, or none that counts.
    check_bounds(RuleId::R1, Usual, Due, 0, None);
    check_bounds(RuleId::R5, Usual, Overdue, 0, None);
    check_bounds(RuleId::R5, Usual, Cap, 1, None);
    check_bounds(RuleId::R8, Call, Due, 0, None);
    check_bounds(RuleId::R9, AfterApplication, Cap, 2, None);
    check_bounds(RuleId::R4, Usual, Fades, 5, None);
    // Not a row.
    check_bounds(RuleId::R4, Named, Due, 7, None);
}

#[test]
fn each_number_can_be_set_and_nothing_else_changes() {
    let before: Vec<Number> = Rules::default().numbers().collect();
    for (place, number) in before.iter().enumerate() {
        for value in [number.bounds.least, number.bounds.most] {
            let rules = with(&[(number.rule, number.case, number.measure, value)]).rules;
            let mut expected = before.clone();
            expected[place].value = value;
            assert_eq!(rules.numbers().collect::<Vec<_>>(), expected);
        }
    }
}

#[test]
fn what_was_chosen_moves_what_is_due() {
    let applied_on_monday = [("2026-11-02", applied())];
    check_with(
        &with(&[
            (RuleId::R4, Case::Usual, Measure::Due, 3),
            (RuleId::R4, Case::Usual, Measure::Overdue, 1),
        ]),
        &[story(1, &applied_on_monday)],
        &[&["R4 1/1 due 2026-11-05 late 2026-11-06"]],
    );
    check_with(
        &with(&[(RuleId::R4, Case::NamedContact, Measure::Cap, 3)]),
        &[story(
            1,
            &[
                ("2026-11-02", applied()),
                ("2026-11-02", contact("Ana")),
                ("2026-11-11", checked_in()),
            ],
        )],
        &[&["R9 2/3 due 2026-11-25 late 2026-11-30"]],
    );
    check_with(
        &with(&[
            (RuleId::R8, Case::Usual, Measure::Due, 1),
            (RuleId::R2, Case::Usual, Measure::Fades, 1),
        ]),
        &[story(
            1,
            &[
                ("2026-12-10", interviewed(Round::Middle, &[])),
                ("2026-12-10", promised("2026-12-17")),
            ],
        )],
        &[&[
            "R2 1/1 due 2026-12-10 late 2026-12-14 fades 2026-12-11",
            "R8 1/2 due 2026-12-18 late 2026-12-23",
        ]],
    );
    // Whoever wants no check-in has none, and is asked in time whether it is over.
    check_with(
        &with(&[
            (RuleId::R4, Case::Usual, Measure::Cap, 0),
            (RuleId::R10, Case::Usual, Measure::Due, 7),
        ]),
        &[story(1, &applied_on_monday)],
        &[&["R10 1/1 due 2026-11-09"]],
    );
}

proptest! {
    #[test]
    fn any_settings_make_an_agenda(one in histories(), other in histories(), settings in chosen::settings()) {
        prop_assert!(settings.is_sound());
        let outlooks = plan(&[application_of(1, &one), application_of(2, &other)], &settings);
        for follow_up in outlooks.iter().flat_map(|outlook| &outlook.follow_ups) {
            prop_assert!(follow_up.fades.is_none_or(|fades| fades > follow_up.due) || follow_up.rule() == RuleId::R0b);
        }
    }
}
