//! That the searches which are measured are ledgers as a person makes them.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that panics has said what it has to say, also from within a function that several tests share"
)]
#![allow(dead_code, reason = "the tests of the use-cases need more of the model")]

#[path = "searches/mod.rs"]
mod searches;
#[path = "app/sound.rs"]
mod sound;
#[path = "app/world.rs"]
mod world;

use chrono::NaiveDate;
use pollster::block_on;
use your_move::app::overview;
use your_move::ledger::fold;

use searches::Search;
use sound::{applications, check_sound};

#[track_caller]
fn check(applications_: usize, open: usize, due: usize, today: &str) {
    let today: NaiveDate = today.parse().expect("a date");
    let search = Search {
        seed: 1,
        applications: applications_,
        open,
        due,
        today,
    };
    let world = search.world();
    check_sound(&world);
    let records = applications(&world);
    assert_eq!(records.len(), applications_);
    assert!(records.iter().all(|record| record.events().len() == 8));
    let folded = records.iter().map(|record| fold(record.application(), record.events()));
    assert_eq!(folded.filter(|application| application.is_open()).count(), open);
    let agenda = block_on(overview(&world)).expect("a model that does not fail").agenda;
    assert_eq!(agenda.outlooks.len(), open);
    assert_eq!(agenda.due(today).len(), due, "{:#?}", agenda.due(today));
    assert_eq!(
        search.world().kept(),
        world.kept(),
        "the same seed gives the same bytes"
    );
}

#[test]
fn a_search_is_sound_and_has_what_was_asked_for() {
    check(0, 0, 0, "2026-11-25");
    check(100, 60, 20, "2026-11-25");
    check(100, 100, 20, "2026-11-30");
    check(1_000, 300, 20, "2026-11-29");
    check(1_000, 300, 0, "2027-01-01");
}

#[test]
fn another_seed_gives_another_search() {
    let search = |seed| Search {
        seed,
        applications: 3,
        open: 2,
        due: 1,
        today: NaiveDate::from_ymd_opt(2026, 11, 25).expect("a date"),
    };
    assert_ne!(search(1).world().kept(), search(2).world().kept());
}
