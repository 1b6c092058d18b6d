//! What was written last is cut off or changed in the ledger's file, or a key is gone: the browser says nothing of it.

use crate::files::{change, flip_middle};
use crate::scene::Scene;

use super::{check_repaired, keep};

/// Does something to the bytes of the ledger's log, and looks what becomes of it.
#[track_caller]
fn check(harm: impl FnOnce(&mut Vec<u8>)) {
    let scene = Scene::lasting();
    let kept = keep(&scene);
    let scene = scene.closed().with_files(|files| change(&files.log(), harm)).started();
    check_repaired(&scene, &kept);
}

/// F3.
#[test]
fn f3_what_is_cut_off_the_log_comes_back_from_the_mirror() {
    check(|bytes| bytes.truncate(bytes.len() * 2 / 3));
}

/// F4.
#[test]
fn f4_bytes_that_are_flipped_in_the_log_are_put_right_from_the_mirror() {
    check(|bytes| flip_middle(bytes, 16));
}

/// F4.
#[test]
fn f4_a_key_that_is_gone_comes_back_from_the_mirror() {
    let scene = Scene::lasting();
    let kept = keep(&scene);
    let remove = "chrome.storage.local.get().then(Object.keys)
        .then((keys) => chrome.storage.local.remove(keys.find((key) => key.startsWith('app/'))))";
    scene.backstage.evaluate(remove);
    check_repaired(&scene, &kept);
}
