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

use chrono::NaiveDate;
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use pollster::block_on;
use your_move::app::{Clock, Target, carry_out, overview};
use your_move::capture::{PageSnapshot, read};
use your_move::domain::What;
use your_move::ledger::Command;

use searches::Search;
use world::Model;

fn extraction(criterion: &mut Criterion) {
    let snapshot: PageSnapshot = serde_json::from_str(&large::snapshot()).expect("a snapshot");
    criterion.bench_function("extraction", |bencher| bencher.iter(|| read(black_box(&snapshot))));
}

/// A ledger in which so many applications have ended.
fn world(ended: usize) -> Model {
    let search = Search {
        seed: 1,
        applications: 300 + ended,
        open: 300,
        due: 20,
        today: NaiveDate::from_ymd_opt(2026, 11, 25).expect("a date"),
    };
    search.world()
}

/// "I have checked in": all that happens under the lock, without what the storage takes.
fn command(criterion: &mut Criterion) {
    let world = world(100);
    let today = world.today().0;
    let agenda = block_on(overview(&world)).expect("a model that does not fail").agenda;
    let key = agenda.due(today).first().expect("a follow-up").1.key.clone();
    criterion.bench_function("command", |bencher| {
        bencher.iter_batched(
            || world.copy(),
            |world| {
                let checked_in = What::CheckedIn {
                    whom: None,
                    channel: None,
                };
                let command = Command::Log(vec![(today, checked_in)]);
                block_on(carry_out(&world, Target::Due(key.clone()), command)).expect("a follow-up that is due")
            },
            BatchSize::LargeInput,
        );
    });
}

/// What an update of the extension brings about once.
fn derived_anew(criterion: &mut Criterion) {
    let world = world(10_000);
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

criterion_group!(benches, extraction, command, derived_anew);
criterion_main!(benches);
