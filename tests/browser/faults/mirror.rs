//! F11: the mirror does not open. The ledger does without.

use std::fs;

use crate::files::remove;
use crate::scene::{HARBOUR_MILL, Scene};

use super::keep;

/// Where the dashboard says that it has no mirror.
const NO_MIRROR: &str = "[data-list=repairs] > [data-key=mirror]";

/// F11.
#[test]
fn f11_a_ledger_without_a_mirror_works_and_says_so_quietly() {
    let scene = Scene::lasting();
    keep(&scene);
    let interval = scene.closed().with_files(|files| {
        remove(&files.mirrors);
        // Nothing can be put into a folder that is none.
        fs::write(&files.mirrors, "").expect("a file in its place");
    });
    let scene = interval.started();
    scene.click(&scene.open(HARBOUR_MILL)).apply_today();
    let page = scene.dashboard("#applications");
    page.wait_for(NO_MIRROR);
    let title = "Platform Engineer";
    assert!(page.everything().contains(title), "{}", page.everything());
}
