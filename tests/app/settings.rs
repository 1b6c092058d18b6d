//! What the user chooses, be it in the popup's corner.

use chrono::Weekday;
use expect_test::expect;
use pollster::block_on;
use your_move::app::{Action, Form, Look as _, change_settings, overview, remind};
use your_move::archive::{Choices, open_choices, seal_choices};
use your_move::domain::RuleId;
use your_move::etiquette::{Calendar, Case, Holiday, Holidays, Measure, QuietPeriod, Settings};
use your_move::view::{Appearance, Words};

use super::desk::{Desk, gardener, text, value};
use super::sound::check_sound;
use super::world::{Model, Trouble};

/// What the form says, as soon as it is said.
fn choose(desk: &mut Desk, appearance: &str, day_begins: &str) {
    let fields = [("appearance", appearance), ("day_begins", day_begins)];
    let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
    desk.act(Action {
        name: "choose".to_owned(),
        form: Form(fields.into()),
        ..Action::default()
    });
}

#[track_caller]
fn check_alarm(world: &Model, expected: &str) {
    let (day, hour) = world.alarm().expect("an alarm");
    assert_eq!(format!("{day} {hour}"), expected);
}

fn hour(world: &Model) -> u8 {
    let kept = world.kept();
    kept.get("settings")
        .map_or_else(Settings::default, |text| open_choices(text).expect("settings").settings)
        .day_begins
}

#[test]
fn the_day_begins_when_the_user_says_and_the_alarm_follows_at_once() {
    let mut desk = Desk::applied("2026-11-02");
    check_alarm(&desk.world, "2026-11-11 8");
    let agenda = |desk: &Desk| block_on(overview(&desk.world)).expect("an overview").agenda;
    let before = agenda(&desk);
    for (typed, expected) in [("10:00", 10), ("00:00", 0), ("23:00", 23), ("07:00:00", 7)] {
        choose(&mut desk, "system", typed);
        assert_eq!(hour(&desk.world), expected);
        check_alarm(&desk.world, &format!("2026-11-11 {expected}"));
    }
    assert_eq!(value(&desk.card(), "day_begins"), "07:00");
    expect!["From 07:00 on the icon counts what is new that day. No date changes."]
        .assert_eq(&text(&desk.card(), "day_begins_hint"));
    // It moves no date.
    assert_eq!(agenda(&desk), before);
    // And it is there for the next window.
    desk.come_back("2026-11-03", gardener());
    assert_eq!(value(&desk.card(), "day_begins"), "07:00");
    check_alarm(&desk.world, "2026-11-11 7");
}

#[test]
fn another_hour_writes_the_settings_and_counts_them() {
    let mut desk = Desk::applied("2026-11-02");
    choose(&mut desk, "system", "09:00");
    let before = desk.world.kept();
    desk.world.give(Trouble::None);
    choose(&mut desk, "system", "10:00");
    assert_eq!(desk.world.writes(), 1);
    let changed = desk
        .world
        .kept()
        .into_iter()
        .filter(|(key, text)| before.get(key) != Some(text));
    assert_eq!(changed.map(|(key, _)| key).collect::<Vec<_>>(), ["head", "settings"]);
    // Nothing to write for what is so already.
    desk.world.give(Trouble::None);
    choose(&mut desk, "system", "10:00");
    assert_eq!(desk.world.writes(), 0);
}

#[test]
fn what_is_no_full_hour_is_said_beside_the_field_and_nothing_changes() {
    let mut desk = Desk::applied("2026-11-02");
    desk.world.give(Trouble::None);
    for typed in ["", "?", "08:30", "8", "24:00", "-1:00", "08:00:01", "eight"] {
        choose(&mut desk, "system", typed);
        assert_eq!(
            text(&desk.card(), "day_begins_error"),
            "Choose a full hour, such as 08:00.",
            "{typed:?}"
        );
        let card = desk.card();
        let field = card
            .fields
            .iter()
            .find(|field| field.name == "day_begins")
            .expect("a field");
        assert!(field.invalid);
        assert!(desk.all("notice").is_empty());
    }
    assert_eq!(desk.world.writes(), 0);
    choose(&mut desk, "system", "09:00");
    assert_eq!(text(&desk.card(), "day_begins_error"), "");
    assert_eq!(hour(&desk.world), 9);
}

#[test]
fn the_appearance_is_kept_whatever_else_is_wrong() {
    let mut desk = Desk::applied("2026-11-02");
    for (name, appearance) in [
        ("dark", Appearance::Dark),
        ("light", Appearance::Light),
        ("system", Appearance::System),
        ("dark", Appearance::Dark),
    ] {
        desk.world.give(Trouble::None);
        choose(&mut desk, name, "08:00");
        assert_eq!(desk.world.appearance(), appearance);
        assert_eq!(value(&desk.card(), "appearance"), name);
        assert_eq!(desk.card().marks, [("appearance", name)]);
        assert_eq!(desk.world.writes(), 0);
    }
    // One that nobody knows, beside an hour that is none.
    choose(&mut desk, "sepia", "?");
    assert_eq!(desk.world.appearance(), Appearance::Dark);
    choose(&mut desk, "light", "?");
    assert_eq!(desk.world.appearance(), Appearance::Light);
    desk.come_back("2026-11-03", gardener());
    assert_eq!(desk.card().marks, [("appearance", "light")]);
}

#[test]
fn the_rest_of_the_settings_stays() {
    let mut desk = Desk::applied("2026-12-15");
    let settings = Settings {
        calendar: Calendar {
            quiet: vec![QuietPeriod::YEAR_END],
            ..Calendar::default()
        },
        company_spacing: 9,
        ..Settings::default()
    };
    desk.world
        .put("settings", &seal_choices(&settings.clone().into(), None));
    desk.come_back("2026-12-15", gardener());
    choose(&mut desk, "system", "11:00");
    let kept = open_choices(&desk.world.kept()["settings"]).expect("settings").settings;
    assert_eq!(
        kept,
        Settings {
            day_begins: 11,
            ..settings
        }
    );
}

#[test]
fn settings_that_cannot_be_read_are_not_overwritten() {
    let mut desk = Desk::applied("2026-11-02");
    let early = Settings {
        day_begins: 7,
        ..Settings::default()
    };
    let damaged = seal_choices(&early.into(), None).replace("day_begins", "day_begims");
    desk.world.put("settings", &damaged);
    desk.come_back("2026-11-02", gardener());
    desk.world.give(Trouble::None);
    choose(&mut desk, "dark", "10:00");
    assert_eq!(desk.world.kept()["settings"], damaged);
    assert_eq!(
        text(&desk.first("notice"), "text"),
        "Something you kept is not as it was written."
    );
    assert_eq!(desk.world.appearance(), Appearance::Dark);
}

#[test]
fn where_the_storage_fails_they_are_as_they_were_and_it_is_said() {
    let desk = Desk::applied("2026-11-02");
    for nth in 0..2 {
        let world = desk.world.copy();
        let mut desk = Desk::at(&world, gardener());
        world.give(Trouble::FailsFrom(nth));
        choose(&mut desk, "system", "10:00");
        assert_eq!(hour(&world), 8);
        assert_eq!(world.kept(), Desk::applied("2026-11-02").world.kept());
        assert!(!text(&desk.first("notice"), "text").is_empty());
        // Once more, when it works again.
        world.give(Trouble::None);
        choose(&mut desk, "system", "10:00");
        assert_eq!(hour(&world), 10);
    }
}

#[test]
fn they_can_be_chosen_before_anything_is_kept() {
    let world = Model::on("2026-11-02");
    let mut desk = Desk::at(&world, gardener());
    choose(&mut desk, "system", "10:00");
    assert_eq!(hour(&world), 10);
    desk.press("applied", "capture-card", &[]);
    check_alarm(&world, "2026-11-11 10");
}

/// What is changed, and what badge and alarm are then, without anything else being done.
#[track_caller]
fn check_change(today: &str, change: impl FnOnce(&mut Settings), badge: &str, alarm: &str) {
    let desk = Desk::applied("2026-11-02");
    let world = &desk.world;
    world.turn_to(today);
    let change = Box::new(|choices: &mut Choices| {
        change(&mut choices.settings);
        Ok(())
    });
    block_on(change_settings(world, change)).expect("a change");
    // Which is what wakes the worker.
    let awake = |world: &Model| block_on(remind(world, Words::english())).expect("a reminder");
    awake(world);
    assert_eq!(world.badge().0, badge);
    check_alarm(world, alarm);
    check_sound(world);
}

fn set(settings: &mut Settings, rule: RuleId, measure: Measure, value: u16) {
    assert_eq!(settings.rules.set(rule, Case::Usual, measure, value), Ok(()));
}

#[test]
fn agenda_badge_and_alarm_follow_a_number_at_once() {
    // Due on the 11th by default, and the question whether it is over on the 2nd of December.
    check_change("2026-11-05", |_| {}, "", "2026-11-11 8");
    check_change(
        "2026-11-05",
        |settings| set(settings, RuleId::R4, Measure::Due, 3),
        "1",
        "2026-11-10 8",
    );
    check_change(
        "2026-11-05",
        |settings| set(settings, RuleId::R4, Measure::Due, 9),
        "",
        "2026-11-13 8",
    );
    check_change(
        "2026-11-05",
        |settings| set(settings, RuleId::R4, Measure::Cap, 0),
        "",
        "2026-12-02 8",
    );
}

#[test]
fn agenda_badge_and_alarm_follow_the_calendar_at_once() {
    let holiday = |settings: &mut Settings| {
        settings.calendar.holidays =
            Holidays::new(Holiday::read("2026-11-05 Day of the gardeners")).expect("a holiday");
    };
    check_change("2026-11-05", holiday, "", "2026-11-12 8");
    let quiet = |settings: &mut Settings| {
        settings.calendar.quiet = QuietPeriod::new((11, 10), (11, 20)).into_iter().collect();
    };
    check_change("2026-11-05", quiet, "", "2026-11-24 8");
    check_change(
        "2026-11-05",
        |settings| settings.calendar.soft_weekday = Some(Weekday::Wed),
        "",
        "2026-11-12 8",
    );
}
