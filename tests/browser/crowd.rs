//! All that can write at once does: F12.

use std::collections::BTreeSet;

use crate::kept::{Place, check_kept, wait_for_kept};
use crate::popup::Popup;
use crate::scene::{HARBOUR_MILL, Scene};
use crate::writer::Writer;

/// Wakes the worker.
const WAKE: &str = "chrome.alarms.create('follow-up', { when: Date.now() })";

/// Two dashboards and the popup keep so many applications each, while the worker is woken as often. All are there then, with all that follows
/// from them. Gives how many applications that were.
#[track_caller]
pub(crate) fn write_at_once(scene: &Scene, commands: usize) -> usize {
    let dashboard = scene.extension.address("dashboard.html");
    let dashboards = [(); 2].map(|()| Popup::new(scene.browser.open_behind(&dashboard).page));
    // It closes when another window comes to the front.
    let popup = scene.click(&scene.open(HARBOUR_MILL));
    let pages = ["One", "Other", "Popup"]
        .into_iter()
        .zip(dashboards.into_iter().chain([popup]));
    let writers: Vec<_> = pages.map(|(name, page)| Writer::start(page, name, commands)).collect();
    let mut kept = BTreeSet::new();
    for _ in 0..commands {
        scene.backstage.evaluate(WAKE);
        kept.extend(writers.iter().map(Writer::next));
    }
    for place in [Place::Ledger, Place::Mirror] {
        wait_for_kept(scene, place, &kept);
    }
    check_kept(scene);
    kept.len()
}
