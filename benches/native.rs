//! The core without a browser, as criterion measures it. `./build.sh bench` puts the figures beside the others.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a program for developers, which stops at the first thing that goes wrong"
)]
#![allow(dead_code, reason = "the tests need more of the model")]

#[path = "browser/large.rs"]
mod large;
#[path = "../tests/searches/mod.rs"]
mod searches;
#[path = "../tests/app/world.rs"]
mod world;

use std::hint::black_box;

use chrono::{DateTime, Days, NaiveDate};
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use pollster::block_on;
use your_move::app::{Clock, Target, carry_out, overview};
use your_move::capture::{PageSnapshot, read};
use your_move::domain::{
    Application, ApplicationId, Carried, Channel, Contact, Correction, Event, EventId, Line, Prose, Round, Today, What,
};
use your_move::etiquette::{Settings, plan};
use your_move::insight::{Encounter, Insights, Track, people};
use your_move::ledger::{Command, fold};

use searches::Search;
use world::Model;

/// How many applications are kept where it is shown that it does not matter.
const SIZES: [usize; 3] = [100, 1_000, 10_000];

fn extraction(criterion: &mut Criterion) {
    let snapshot: PageSnapshot = serde_json::from_str(&large::snapshot()).expect("a snapshot");
    criterion.bench_function("extraction", |bencher| bencher.iter(|| read(black_box(&snapshot))));
    let state = PageSnapshot {
        state: vec![large::state()],
        ..snapshot
    };
    criterion.bench_function("extraction with a state", |bencher| {
        bencher.iter(|| read(black_box(&state)));
    });
}

/// A ledger in which so many applications are open, and so many have ended.
fn world(open: usize, ended: usize) -> Model {
    let search = Search {
        seed: 1,
        applications: open + ended,
        open,
        due: 20,
        today: NaiveDate::from_ymd_opt(2026, 11, 25).expect("a date"),
    };
    search.world()
}

/// "I have checked in": all that happens under the lock, without what the storage takes.
fn command(criterion: &mut Criterion) {
    check_in(criterion, "command", &world(300, 100));
    for kept in SIZES {
        check_in(criterion, &format!("command of {kept}"), &world(90, kept - 90));
    }
}

fn check_in(criterion: &mut Criterion, name: &str, world: &Model) {
    let today = world.today().0;
    let agenda = block_on(overview(world)).expect("a model that does not fail").agenda;
    let key = agenda.due(today).first().expect("a follow-up").1.key.clone();
    criterion.bench_function(name, |bencher| {
        // By reference: to be rid of a whole world is no part of it.
        bencher.iter_batched_ref(
            || world.copy(),
            |world| {
                let checked_in = What::CheckedIn {
                    whom: None,
                    channel: None,
                };
                let command = Command::Log(vec![(today, checked_in)]);
                block_on(carry_out(world, Target::Due(key.clone()), command)).expect("a follow-up that is due")
            },
            BatchSize::LargeInput,
        );
    });
}

/// What an update of the extension brings about once.
fn derived_anew(criterion: &mut Criterion) {
    let world = world(300, 10_000);
    world.forget("agenda/");
    let mut group = criterion.benchmark_group("derived");
    group.sample_size(10);
    group.bench_function("anew", |bencher| {
        bencher.iter_batched(
            || world.copy(),
            |world| block_on(overview(&world)),
            BatchSize::PerIteration,
        );
    });
}

/// Twenty things that happened to an application, up to its third interview.
fn twenty_events(number: u64) -> (ApplicationId, Vec<Event>) {
    let id = ApplicationId::new(number, [1; 10]);
    let line = |text: &str| Line::new(text).expect("a line");
    let heard = || What::Heard {
        asks: false,
        answer_by: None,
        note: None,
    };
    let interviewed = |round| What::Interviewed {
        interview: None,
        round,
        people: vec![Contact::named(line("Dana Kim"))],
        note: None,
    };
    let thanked = || What::Thanked {
        whom: Some(line("Dana Kim")),
        interview: None,
    };
    let asked = || What::CheckedIn {
        whom: None,
        channel: None,
    };
    let preferred = || What::Preferred {
        person: None,
        channel: Some(Channel::Email),
        refused: Vec::new(),
        do_not_contact: None,
    };
    let noted = || What::Noted {
        text: Prose::new("They build lamps").expect("a note"),
    };
    let company = format!("Company {}", number / 4);
    let what = [
        What::Corrected(Correction::Title(Some(line("Lamplighter")))),
        What::Corrected(Correction::Company(Some(line(&company)))),
        What::Applied { cv: None },
        asked(),
        heard(),
        noted(),
        interviewed(Round::Screen),
        thanked(),
        preferred(),
        asked(),
        heard(),
        interviewed(Round::Middle),
        thanked(),
        preferred(),
        noted(),
        asked(),
        heard(),
        interviewed(Round::Final),
        thanked(),
        noted(),
    ];
    let first = NaiveDate::from_ymd_opt(2026, 9, 1).expect("a date") + Days::new(number % 40);
    let events = what.into_iter().zip(0..).map(|(what, nth)| Event {
        id: EventId::new(number * 100 + nth, [2; 10]),
        application: id,
        on: first + Days::new(2 * nth),
        logged: DateTime::from_timestamp(1_790_000_000 + i64::try_from(nth).unwrap_or(0), 0).expect("an instant"),
        what,
        carried: Carried::default(),
    });
    (id, events.collect())
}

/// So many open applications, four at each company, each of twenty events.
fn companies(applications: usize) -> Vec<Application> {
    (0..applications as u64)
        .map(twenty_events)
        .map(|(id, events)| fold(id, &events))
        .collect()
}

/// The agenda of 10,000 of them; and what is computed of it when something more has happened to one.
fn agenda(criterion: &mut Criterion) {
    let settings = Settings::default();
    let all = companies(10_000);
    let mut group = criterion.benchmark_group("agenda");
    group.bench_function("computed", |bencher| {
        bencher.iter(|| {
            let companies = black_box(&all).chunks(4);
            companies.map(|company| plan(company, &settings).len()).sum::<usize>()
        });
    });
    for kept in SIZES {
        let mut agenda = your_move::app::agenda(&all[..kept], &settings);
        let (id, events) = twenty_events(42);
        group.bench_function(format!("after a command of {kept}"), |bencher| {
            bencher.iter(|| {
                let mut company = all[40..44].to_vec();
                company[2] = fold(id, black_box(&events));
                for outlook in plan(&company, &settings) {
                    let place = agenda
                        .outlooks
                        .binary_search_by_key(&outlook.application, |known| known.application);
                    agenda.outlooks[place.expect("it is open")] = outlook;
                }
            });
        });
    }
}

/// What the dashboard shows of 10,000 applications that ended and were open: their pictures, and their people.
fn insights(criterion: &mut Criterion) {
    let today = NaiveDate::from_ymd_opt(2026, 11, 25).expect("a date");
    let search = Search {
        seed: 1,
        applications: 10_000,
        open: 300,
        due: 20,
        today,
    };
    let records = search.records();
    let applications = records.iter().map(|record| fold(record.application(), record.events()));
    let applications: Vec<Application> = applications.collect();
    let tracks: Vec<Track> = applications.iter().filter_map(Track::of).collect();
    let encounters: Vec<Encounter> = applications.iter().flat_map(Encounter::of).collect();
    criterion.bench_function("insights", |bencher| {
        bencher.iter(|| Insights::of(black_box(&tracks), Today(today)));
    });
    criterion.bench_function("people", |bencher| {
        bencher.iter(|| people(black_box(&encounters)).len());
    });
}

criterion_group!(benches, extraction, command, derived_anew, agenda, insights);
criterion_main!(benches);
