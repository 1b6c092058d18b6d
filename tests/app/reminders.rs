//! Badge and alarm.

use pollster::block_on;
use your_move::app::{overview, remind};
use your_move::archive::seal_choices;
use your_move::etiquette::{Calendar, QuietPeriod, Settings};
use your_move::view::Words;

use super::desk::{Desk, gardener};
use super::world::{Model, Trouble};

#[track_caller]
fn check_alarm(world: &Model, expected: &str) {
    let (day, hour) = world.alarm().expect("an alarm");
    assert_eq!((day.to_string().as_str(), hour), (expected, 8));
}

#[test]
fn the_alarm_rings_on_the_next_day_on_which_something_changes() {
    let mut desk = Desk::applied("2026-11-02");
    check_alarm(&desk.world, "2026-11-11");
    // Due, and late on the 16th.
    desk.come_back("2026-11-11", gardener());
    check_alarm(&desk.world, "2026-11-16");
    assert_eq!(desk.world.badge().0, "1");
    // Late already: nothing more changes by itself.
    desk.come_back("2026-11-16", gardener());
    assert_eq!(desk.world.alarm(), None);
    assert_eq!(desk.world.badge().0, "1");
}

/// F24, and F25: a clock that goes back.
#[test]
fn after_a_long_sleep_the_badge_is_right_at_once() {
    let desk = Desk::applied("2026-11-02");
    desk.world.turn_to("2027-03-01");
    block_on(remind(&desk.world, Words::english())).expect("a reminder");
    assert_eq!(desk.world.badge().0, "1");
    // The clock goes back.
    desk.world.turn_to("2026-11-01");
    block_on(remind(&desk.world, Words::english())).expect("a reminder");
    assert_eq!(desk.world.badge().0, "");
    check_alarm(&desk.world, "2026-11-11");
}

#[test]
fn other_settings_make_the_agenda_anew() {
    let desk = Desk::applied("2026-12-15");
    let due = || {
        let agenda = block_on(overview(&desk.world)).expect("an overview").agenda;
        agenda.outlooks[0].follow_ups[0].due.to_string()
    };
    assert_eq!(due(), "2026-12-24");
    let settings = Settings {
        calendar: Calendar {
            quiet: vec![QuietPeriod::YEAR_END],
            ..Calendar::default()
        },
        day_begins: 10,
        ..Settings::default()
    };
    desk.world.put("settings", &seal_choices(&settings.into(), None));
    assert_eq!(due(), "2027-01-07");
    block_on(remind(&desk.world, Words::english())).expect("a reminder");
    assert_eq!(
        desk.world.alarm().map(|(day, hour)| (day.to_string(), hour)),
        Some(("2027-01-07".into(), 10))
    );
    super::sound::check_sound(&desk.world);
}

#[test]
fn a_storage_that_cannot_be_read_shows_on_the_badge() {
    let desk = Desk::applied("2026-11-02");
    desk.world.give(Trouble::FailsFrom(0));
    assert!(block_on(remind(&desk.world, Words::english())).is_err());
    assert_eq!(desk.world.badge().0, "!");
    // The alarm stays as it was: it is to try again.
    check_alarm(&desk.world, "2026-11-11");
}
