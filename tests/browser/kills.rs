//! Browsers that are killed while they write: F1.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use crate::kept::{Place, check_kept, wait_for_kept};
use crate::scene::Scene;
use crate::searches::random::Random;
use crate::writer::Writer;

/// Within so many microseconds from its first command on a browser is killed: in that time it keeps some ten.
const LONGEST: u64 = 1_000_000;

/// Kills the browser so many times, each at a moment of its own while it writes, and starts it again. What it had shown as kept is there
/// then, with all that follows from it. Gives how many applications that were.
#[track_caller]
pub(crate) fn survive(mut scene: Scene, kills: usize, random: &mut Random) -> usize {
    let mut kept = BTreeSet::new();
    for kill in 1..=kills {
        let writer = Writer::start(scene.dashboard(""), &format!("Keeper {kill}."), usize::MAX);
        kept.insert(writer.next());
        let moment = Instant::now() + Duration::from_micros(random.below(LONGEST));
        kept.extend(writer.kept_until(moment));
        let interval = scene.killed();
        kept.extend(writer.rest());
        scene = interval.started();
        wait_for_kept(&scene, Place::Ledger, &kept);
        check_kept(&scene);
    }
    wait_for_kept(&scene, Place::Mirror, &kept);
    // The ledger itself had all of it: nothing came back from the mirror.
    let repaired = scene.kept("repair");
    assert!(repaired.is_empty(), "{repaired:#?}");
    kept.len()
}
