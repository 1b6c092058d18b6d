//! A ledger of some size, kept in a browser.

use crate::fill::fill;
use crate::scene::Scene;
use crate::searches::Search;
use crate::world::Model;

/// Keeps a search for work as it stands on the day that it is for the browser, and more, and waits until what is due is counted.
#[track_caller]
pub(crate) fn keep_search(scene: &Scene, size: Size, more: impl FnOnce(Model) -> Model) -> Model {
    // It is awake because it has just been installed, and would make anew what it finds half written.
    scene.extension.settle(&scene.browser);
    let search = Search {
        seed: 3,
        applications: size.applications,
        open: size.open,
        due: size.due,
        today: scene.today(),
    };
    let world = more(search.world());
    fill(&scene.backstage, &world.kept());
    let counted = Some(size.due).filter(|due| *due > 0);
    scene.wait_for_badge(&counted.map(|due| due.to_string()).unwrap_or_default());
    world
}

/// How large a search is.
pub(crate) struct Size {
    pub(crate) applications: usize,
    /// How many of them are open, …
    pub(crate) open: usize,
    /// … and on how many of those something is due.
    pub(crate) due: usize,
}
