//! All that can write at once does: F12.

use std::collections::BTreeSet;

use serde_json::json;
use your_move::archive::{Choices, seal_choices};

use crate::kept::{Place, check_kept, wait_for_kept, wait_until_trusted};
use crate::popup::Popup;
use crate::scene::{HARBOUR_MILL, Scene};
use crate::writer::Writer;

/// Wakes the worker, twice: by its alarm, and by a rule that is another one each time, by which it makes anew what is due, under the lock.
#[track_caller]
fn give_work(scene: &Scene, number: usize) {
    let mut choices = Choices::default();
    choices.settings.company_spacing = 1 + u16::try_from(number % 9).unwrap_or_default();
    let settings = json!({ "settings": seal_choices(&choices, None) });
    scene.backstage.evaluate(&format!(
        "chrome.alarms.create('follow-up', {{ when: Date.now() }}).then(() => chrome.storage.local.set({settings}))"
    ));
}

/// Two dashboards and the popup keep so many applications each, while the worker makes anew as often what is due. All are there then, with all
/// that follows from them by the rules that hold at the end. Gives how many applications that were.
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
    for number in 0..commands {
        give_work(scene, number);
        kept.extend(writers.iter().map(Writer::next));
    }
    for place in [Place::Ledger, Place::Mirror] {
        wait_for_kept(scene, place, &kept);
    }
    // With them goes whoever else could make it anew.
    for writer in writers {
        scene.close(writer.page());
    }
    give_work(scene, commands);
    wait_until_trusted(scene);
    check_kept(scene);
    kept.len()
}
