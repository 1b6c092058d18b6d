//! The ledger's database does not open, or is empty: the mirror has it still.

use std::collections::BTreeSet;
use std::fs;

use crate::driver::until;
use crate::files::remove;
use crate::scene::Scene;

use super::{check_whole, keep};

/// The button that restores the ledger from its mirror.
const RESTORE: &str = "[data-action=restore_mirror]";

/// Checks that the dashboard of one who has lost the ledger offers what the mirror has, and not the first run; and restores it.
#[track_caller]
fn check_restored(scene: &Scene, kept: &BTreeSet<String>) {
    let page = scene.dashboard("");
    page.wait_for(RESTORE);
    assert!(!page.shows(".first-run"), "{}", page.everything());
    page.press(RESTORE);
    check_whole(scene, kept);
}

/// F5.
#[test]
fn f5_of_a_database_that_does_not_open_the_second_copy_can_be_saved() {
    let scene = Scene::lasting();
    let kept = keep(&scene);
    let interval = scene.closed().with_files(|files| remove(&files.manifest()));
    let scene = interval.started();
    let page = scene.dashboard("");
    page.wait_for("[data-action=copy_mirror]");
    assert!(!page.shows(".first-run"), "{}", page.everything());
    let file = scene.downloads().join(format!("your-move-{}.json", page.today()));
    page.press("[data-action=copy_mirror]");
    until("the second copy to be saved", || {
        let copy = fs::read_to_string(&file).map_err(|error| error.to_string())?;
        let lost: Vec<_> = kept.iter().filter(|title| !copy.contains(title.as_str())).collect();
        if lost.is_empty() {
            Ok(())
        } else {
            Err(format!("{lost:?} are missing in {copy}"))
        }
    });
}

/// F10.
#[test]
fn f10_a_storage_that_was_cleared_is_restored() {
    let scene = Scene::lasting();
    let kept = keep(&scene);
    scene.backstage.evaluate("chrome.storage.local.clear()");
    check_restored(&scene, &kept);
}

/// F10.
#[test]
fn f10_a_folder_that_is_gone_is_restored() {
    let scene = Scene::lasting();
    let kept = keep(&scene);
    let interval = scene.closed().with_files(|files| remove(&files.ledger));
    check_restored(&interval.started(), &kept);
}

/// F10.
#[test]
fn f10_where_both_are_gone_that_is_said() {
    let scene = Scene::lasting();
    keep(&scene);
    let interval = scene.closed().with_files(|files| {
        remove(&files.ledger);
        remove(&files.mirrors);
    });
    let scene = interval.started();
    let page = scene.dashboard("");
    page.wait_for("[data-action=begin_anew]");
    assert!(!page.shows(".first-run"), "{}", page.everything());
}
