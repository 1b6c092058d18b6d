//! What the user chose: only that is kept, whoever chose it, and nothing that nobody can live by.

use expect_test::expect_file;
use proptest::prelude::*;
use your_move::archive::{Choices, Damage, open_choices, seal_choices};
use your_move::domain::{Line, RuleId};
use your_move::etiquette::{Calendar, Case, Holiday, Holidays, Measure, Rules, Settings};

use super::carried::sealed;
use super::chosen;

/// Settings with one change.
fn chosen(change: impl FnOnce(&mut Settings)) -> Settings {
    let mut settings = Settings::default();
    change(&mut settings);
    settings
}

fn set(settings: &mut Settings, rule: RuleId, case: Case, measure: Measure, value: u16) {
    assert_eq!(settings.rules.set(rule, case, measure, value), Ok(()));
}

#[track_caller]
fn check(settings: &Settings, body: &str) {
    let choices = Choices::from(settings.clone());
    assert_eq!(seal_choices(&choices, None), sealed(body));
    assert_eq!(open_choices(&sealed(body)), Ok(choices));
}

#[test]
fn only_what_is_not_as_by_default_is_kept() {
    check(&Settings::default(), "{}");
    check(&chosen(|settings| settings.day_begins = 9), r#"{"day_begins":9}"#);
    check(
        &chosen(|settings| settings.calendar.soft_weekday = None),
        r#"{"calendar":{"soft_weekday":null}}"#,
    );
    let holidays = ["2027-01-06", "2026-12-24 Christmas \"Eve\""]
        .into_iter()
        .filter_map(Holiday::read);
    let holidays = Holidays::new(holidays).expect("holidays");
    check(
        &chosen(|settings| settings.calendar.holidays = holidays),
        r#"{"calendar":{"holidays":["2026-12-24 Christmas \"Eve\"","2027-01-06"]}}"#,
    );
    let numbers = chosen(|settings| {
        set(settings, RuleId::R7, Case::FinalRound, Measure::Due, 8);
        set(settings, RuleId::R4, Case::Usual, Measure::Cap, 0);
        set(settings, RuleId::R2, Case::Usual, Measure::Fades, 6);
        set(settings, RuleId::R14, Case::Usual, Measure::Overdue, 1);
    });
    check(
        &numbers,
        r#"{"rules":{"r14 usual overdue":1,"r2 usual fades":6,"r4 usual cap":0,"r7 final_round due":8}}"#,
    );
}

#[test]
fn the_language_is_kept_by_its_tag() {
    let choices = Choices {
        language: Line::new("de"),
        ..Choices::default()
    };
    let body = r#"{"language":"de"}"#;
    assert_eq!(seal_choices(&choices, None), sealed(body));
    assert_eq!(open_choices(&sealed(body)), Ok(choices));
    assert!(open_choices(&sealed(r#"{"language":7}"#)).is_err());
}

#[test]
fn the_names_of_the_numbers_are_kept_and_may_not_change() {
    let all = chosen(|settings| {
        for number in Rules::default().numbers() {
            let value = if number.value == number.bounds.least {
                number.value + 1
            } else {
                number.bounds.least
            };
            set(settings, number.rule, number.case, number.measure, value);
        }
    });
    let all = all.into();
    let sealed = seal_choices(&all, None);
    let (_, names) = sealed.split_once(r#""rules":{"#).expect("rules");
    let names = names.trim_end_matches('}').replace(',', "\n");
    expect_file!["v1/numbers.txt"].assert_eq(&format!("{names}\n"));
    assert_eq!(open_choices(&sealed), Ok(all));
}

#[track_caller]
fn check_change(former: &str, change: impl FnOnce(&mut Settings), expected: &str) {
    let former = sealed(former);
    let mut choices = open_choices(&former).expect("they can be read");
    change(&mut choices.settings);
    assert_eq!(seal_choices(&choices, Some(&former)), sealed(expected));
}

#[test]
fn settings_of_a_newer_version_survive_a_change() {
    check_change(
        r#"{"calendar":{"holidays":["2026-12-24"]},"day_begins":7}"#,
        |settings| settings.company_spacing = 6,
        r#"{"calendar":{"holidays":["2026-12-24"]},"company_spacing":6,"day_begins":7}"#,
    );
    check_change(
        r#"{"theme":{"dark":1.50},"calendar":{"moons":[3],"soft_weekday":null},"day_begins":7,"beta":true}"#,
        |settings| settings.day_begins = 9,
        r#"{"beta":true,"calendar":{"moons":[3],"soft_weekday":null},"day_begins":9,"theme":{"dark":1.50}}"#,
    );
    // A rule, a case and a number that are not known here.
    check_change(
        r#"{"rules":{"r19 usual due":3,"r4 after_war due":9,"r4 usual due":8,"r4 usual mood":"good"}}"#,
        |settings| set(settings, RuleId::R4, Case::Usual, Measure::Due, 9),
        r#"{"rules":{"r19 usual due":3,"r4 after_war due":9,"r4 usual due":9,"r4 usual mood":"good"}}"#,
    );
}

#[test]
fn what_this_version_knows_is_not_brought_back_once_it_is_gone() {
    check_change(
        r#"{"calendar":{"holidays":["2026-12-24"],"quiet":[{"from":[12,21],"to":[1,1]}],"soft_weekday":"fri"}}"#,
        |settings| settings.calendar = Calendar::default(),
        "{}",
    );
    check_change(
        r#"{"calendar":{"moons":[3],"soft_weekday":null},"rules":{"r4 usual due":8,"r19 usual due":3}}"#,
        |settings| *settings = Settings::default(),
        r#"{"calendar":{"moons":[3]},"rules":{"r19 usual due":3}}"#,
    );
    // What was written down though it is as by default is no choice.
    check_change(
        r#"{"calendar":{"holidays":[],"quiet":[],"soft_weekday":"mon"},"company_spacing":5,"day_begins":8,"keep_warm":false,"rules":{"r4 usual due":7}}"#,
        |settings| settings.company_spacing = 6,
        r#"{"company_spacing":6}"#,
    );
}

#[test]
fn settings_that_cannot_be_read_leave_nothing_behind() {
    let alone = seal_choices(&Choices::default(), None);
    assert_eq!(open_choices(&alone), Ok(Choices::default()));
    let deep = format!(r#"{{"x":{}{}}}"#, "[".repeat(50_000), "]".repeat(50_000));
    for former in [
        "garbage",
        &sealed("[]"),
        &sealed(r#"{"day_begins":"early","theme":1}"#),
        &sealed(&deep),
    ] {
        assert_eq!(seal_choices(&Choices::default(), Some(former)), alone);
    }
}

#[track_caller]
fn check_unreadable(body: &str) {
    assert_eq!(open_choices(&sealed(body)), Err(Damage::Unreadable), "{body}");
}

#[test]
fn what_nobody_can_live_by_is_not_taken_over() {
    for body in [
        r#"{"day_begins":24}"#,
        r#"{"company_spacing":61}"#,
        r#"{"company_spacing":-1}"#,
        r#"{"rules":[]}"#,
        r#"{"rules":{"r4 usual due":0}}"#,
        r#"{"rules":{"r4 usual due":91}}"#,
        r#"{"rules":{"r4 usual due":7.5}}"#,
        r#"{"rules":{"r4 usual due":"7"}}"#,
        r#"{"rules":{"r4 usual due":null}}"#,
        r#"{"rules":{"r4 usual due":70000}}"#,
        r#"{"calendar":{"holidays":["2026-02-30"]}}"#,
        r#"{"calendar":{"holidays":["Christmas"]}}"#,
        r#"{"calendar":{"quiet":[{"from":[2,30],"to":[3,1]}]}}"#,
        r#"{"calendar":{"quiet":[{"from":[1,1],"to":[12,31]}]}}"#,
        r#"{"calendar":{"soft_weekday":"someday"}}"#,
    ] {
        check_unreadable(body);
    }
    let first: chrono::NaiveDate = "2026-01-01".parse().expect("a day");
    let days: Vec<String> = first.iter_days().take(601).map(|day| format!("\"{day}\"")).collect();
    check_unreadable(&format!(r#"{{"calendar":{{"holidays":[{}]}}}}"#, days.join(",")));
}

proptest! {
    #[test]
    fn any_settings_survive(settings in chosen::settings(), former in chosen::settings()) {
        let choices = Choices::from(settings);
        let sealed = seal_choices(&choices, None);
        prop_assert_eq!(open_choices(&sealed), Ok(choices.clone()));
        // Whatever was there before.
        prop_assert_eq!(seal_choices(&choices, Some(&seal_choices(&former.into(), None))), sealed);
    }

    #[test]
    fn whatever_is_written_there_is_read_or_refused(
        name in "r[0-9]{1,2} (usual|named|call) (due|overdue|cap|fades)",
        value in "-?[0-9]{1,6}(\\.5)?|null|\"x\"",
    ) {
        if let Ok(choices) = open_choices(&sealed(&format!(r#"{{"rules":{{"{name}":{value}}}}}"#))) {
            prop_assert!(choices.settings.rules.numbers().all(|number| number.bounds.allow(number.value)));
        }
    }
}
