//! What the world does to a browser's files, always on a copy of them. Nothing is lost by it: what was shown as kept is there again once the
//! dashboard was opened, and the user is told. The numbers are those of `docs/faults.md`.

mod database;
mod disk;
mod kills;
mod log;
mod mirror;
mod storage;

use std::collections::BTreeSet;

use crate::kept::{Place, check_kept, wait_for_kept};
use crate::scene::Scene;
use crate::writer::Writer;

/// So many applications are kept in each of these tests.
const COUNT: usize = 8;

/// Where the dashboard says that something was repaired.
const REPAIRED: &str = "[data-list=repairs] > [data-key=repair]";

/// Keeps some, and waits until the mirror has them. No page is open then.
#[track_caller]
fn keep(scene: &Scene) -> BTreeSet<String> {
    let writer = Writer::start(scene.dashboard(""), "Keeper", COUNT);
    let kept: BTreeSet<String> = (0..COUNT).map(|_| writer.next()).collect();
    scene.close(writer.page());
    wait_for_kept(scene, Place::Mirror, &kept);
    kept
}

/// Opens the dashboard, which finds that something is missing and puts it back, and says so.
#[track_caller]
fn check_repaired(scene: &Scene, kept: &BTreeSet<String>) {
    scene.dashboard("").wait_for(REPAIRED);
    check_whole(scene, kept);
}

/// Checks that both places have all of them, and that what follows from them is as it should be.
#[track_caller]
fn check_whole(scene: &Scene, kept: &BTreeSet<String>) {
    wait_for_kept(scene, Place::Ledger, kept);
    wait_for_kept(scene, Place::Mirror, kept);
    check_kept(scene);
}
