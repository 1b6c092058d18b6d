//! Clocks that are wrong, that sleep, or that fly: what was written down stays, and so does what is due.

use chrono::NaiveDate;
use pollster::block_on;
use your_move::app::{overview, remind};
use your_move::archive::ApplicationRecord;
use your_move::domain::{Carried, Event, EventId, What};
use your_move::view::Words;

use super::desk::{Desk, gardener, text};
use super::sound::{applications, check_sound, replace};
use super::world::{Call, Model, Trouble};

/// The day on which each thing is due.
fn due(world: &Model) -> Vec<NaiveDate> {
    let agenda = block_on(overview(world)).expect("an overview").agenda;
    let follow_ups = agenda.outlooks.iter().flat_map(|outlook| &outlook.follow_ups);
    follow_ups.map(|follow_up| follow_up.due).collect()
}

/// F24: however long it slept, it reads once, writes nothing, and says all with one badge and one alarm.
#[test]
fn after_a_long_sleep_there_is_one_update() {
    let world = Desk::applied("2026-11-02").world;
    for day in ["2026-11-11", "2027-11-11"] {
        world.turn_to(day);
        world.give(Trouble::None);
        block_on(remind(&world, Words::english())).expect("a reminder");
        assert_eq!(world.calls(), [Call::Get], "{day}");
        assert_eq!(world.badge().0, "1", "{day}");
    }
}

/// How many rows of the timeline say that their day has not come.
fn flagged(desk: &Desk) -> usize {
    let rows = desk.all("event-row").into_iter();
    rows.filter(|row| text(row, "odd") == "This day has not come yet. Check the day.")
        .count()
}

/// F25: what lies ahead of the clock says so, and nothing is written because of it.
#[test]
fn a_clock_that_is_wrong_is_believed_and_rewrites_nothing() {
    let world = Desk::applied("2026-11-02").world;
    let before = world.kept();
    let planned = due(&world);
    for (day, badge) in [
        ("2026-10-31", ""),
        ("2026-11-11", "1"),
        ("2036-11-02", "1"),
        ("1970-01-01", ""),
    ] {
        world.turn_to(day);
        world.give(Trouble::None);
        let desk = Desk::at(&world, gardener());
        block_on(remind(&world, Words::english())).expect("a reminder");
        assert_eq!(world.badge().0, badge, "{day}");
        let ahead = if day < "2026-11-02" { 2 } else { 0 };
        assert_eq!((desk.timeline().len(), flagged(&desk)), (2, ahead), "{day}");
        assert_eq!((world.kept(), world.writes()), (before.clone(), 0), "{day}");
        assert_eq!(due(&world), planned, "{day}");
    }
}

/// F25: what was written down with a clock that was ahead stands on its day, and what is logged after it counts as the later word.
#[test]
fn an_event_of_a_day_that_has_not_come_stays_on_its_day() {
    let world = Desk::applied("2026-11-02").world;
    let id = applications(&world)[0].application();
    let heard = Event {
        id: EventId::new(9_999, [9; 10]),
        application: id,
        on: "2036-11-02".parse().expect("a day"),
        logged: "2036-11-02T08:00:00Z".parse().expect("an instant"),
        what: What::Heard {
            asks: false,
            answer_by: None,
            note: None,
        },
        carried: Carried::default(),
    };
    replace(&world, id, |sealed| {
        let mut record = ApplicationRecord::open(id, sealed).expect("a record");
        record.add(std::slice::from_ref(&heard));
        record.seal()
    });
    world.forget("head");
    let mut desk = Desk::at(&world, gardener());
    desk.log("noted", &[("note", "The clock was wrong.")]);
    check_sound(&world);
    let record = &applications(&world)[0];
    let mut kept = record.events().iter();
    assert!(kept.any(|event| *event == heard));
    let last = record.events().iter().map(|event| event.logged).max();
    assert!(last > Some(heard.logged), "{last:?}");
    assert_eq!(flagged(&desk), 1);
    assert!(
        desk.timeline().iter().any(|row| row.contains("2036")),
        "{:?}",
        desk.timeline()
    );
}

/// F27: whoever flies from +13 to -11 has the same day twice, and one that is missing on the way back.
#[test]
fn a_flight_across_the_date_line_moves_nothing_that_is_due() {
    let world = Desk::applied("2026-11-02").world;
    let before = (due(&world), world.kept());
    world.turn_to("2026-11-01");
    assert_eq!(
        flagged(&Desk::at(&world, gardener())),
        0,
        "it was today where it was written down"
    );
    for (day, badge) in [
        ("2026-11-11", "1"),
        ("2026-11-10", ""),
        ("2026-11-12", "1"),
        ("2026-11-11", "1"),
    ] {
        world.turn_to(day);
        block_on(remind(&world, Words::english())).expect("a reminder");
        assert_eq!(world.badge().0, badge, "{day}");
        assert_eq!((due(&world), world.kept()), before, "{day}");
        check_sound(&world);
    }
}
