//! What a browser keeps of the ledger, in its two places, read behind the program's back.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use your_move::ledger::fold;

use crate::driver::until;
use crate::scene::Scene;
use crate::sound::{applications, check_sound, is_trusted};
use crate::storage::MIRROR;
use crate::world::Model;

/// A place in which the ledger is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Place {
    /// The browser's own storage.
    Ledger,
    /// IndexedDB.
    Mirror,
}

impl Place {
    /// Reads all that is there, from a page of the extension.
    const fn all(self) -> &'static str {
        match self {
            Self::Ledger => "chrome.storage.local.get()",
            Self::Mirror => MIRROR,
        }
    }
}

/// What is kept in a place, as a world of its own, to be asked what it amounts to.
#[track_caller]
fn world(scene: &Scene, place: Place) -> Model {
    let world = Model::on(&scene.today().to_string());
    let kept = scene.backstage.evaluate(place.all());
    let kept: BTreeMap<String, Value> = serde_json::from_value(kept).expect("keys and values");
    for (key, value) in kept {
        world.put(&key, value.as_str().unwrap_or_default());
    }
    world
}

/// The titles of all applications that are in a place, from their records: nothing that is derived is in the mirror.
#[track_caller]
fn titles(scene: &Scene, place: Place) -> BTreeSet<String> {
    let records = applications(&world(scene, place)).into_iter();
    let titles = records.filter_map(|record| fold(record.application(), record.events()).facts.title);
    titles.map(|title| title.as_str().to_owned()).collect()
}

/// Waits until all applications of these titles are in a place.
#[track_caller]
pub(crate) fn wait_for_kept(scene: &Scene, place: Place, kept: &BTreeSet<String>) {
    until(&format!("all in the {place:?}"), || {
        let found = titles(scene, place);
        let lost: Vec<_> = kept.difference(&found).collect();
        if lost.is_empty() {
            Ok(())
        } else {
            Err(format!("{lost:?} are missing"))
        }
    });
}

/// Waits until what is due is what the rules make of it.
#[track_caller]
pub(crate) fn wait_until_trusted(scene: &Scene) {
    until("what is due to follow the rules", || {
        let world = world(scene, Place::Ledger);
        if is_trusted(&world) {
            Ok(())
        } else {
            Err("it follows other ones".to_owned())
        }
    });
}

/// Checks that the ledger is whole: head, agenda, links and index are what its records amount to.
#[track_caller]
pub(crate) fn check_kept(scene: &Scene) {
    check_sound(&world(scene, Place::Ledger));
}
