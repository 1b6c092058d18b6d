//! What is asked of a browser, whichever it is.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Instant;

use serde_json::Value;

use super::chromium::{Chromium, Devtools};
use super::{Key, Mouse};

/// The browsers that can be driven.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Over the DevTools protocol.
    Chromium,
    /// Over geckodriver.
    Firefox,
}

impl Kind {
    /// The one that the environment's `YOUR_MOVE_BROWSER` names, or Chromium.
    ///
    /// # Panics
    /// When it names another.
    pub(crate) fn chosen() -> Self {
        match std::env::var("YOUR_MOVE_BROWSER").as_deref() {
            Ok("firefox") => Self::Firefox,
            Ok("chromium") | Err(_) => Self::Chromium,
            Ok(other) => panic!("YOUR_MOVE_BROWSER is {other}, which is no browser that can be driven"),
        }
    }
}

/// Where a tab is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// In front of the others.
    Front,
    /// In a window of its own, behind the others.
    Behind,
    /// Where nobody looks.
    Aside,
}

/// An extension that a browser has loaded.
pub(crate) struct Loaded {
    /// What tells it from others.
    pub(crate) id: String,
    /// The address of its folder.
    pub(crate) origin: String,
}

/// Something in which a page or an extension runs.
#[derive(Clone, Debug)]
pub(super) struct Target {
    /// What tells it from others.
    pub(super) id: String,
    /// `page` for what is shown, also in a popup; `service_worker` for an extension's worker, and for the page that is one in Firefox.
    pub(super) kind: String,
    /// What runs in it.
    pub(super) address: String,
}

/// What a page says to the test.
pub(crate) trait Heard {
    /// What it says next, if it says something until that moment.
    fn next_until(&self, moment: Instant) -> Option<String>;
}

/// A browser that runs.
pub(super) trait Engine {
    /// All that runs in it.
    fn targets(&self) -> Vec<Target>;

    /// Opens a way into a target.
    fn attach(&self, target: &str) -> Box<dyn Page>;

    /// Begins to end a target.
    fn end(&self, target: &str);

    /// Opens an empty page in a tab. Gives the targets of the tab and of the page.
    fn open_tab(&self, place: Place) -> (String, String);

    /// Gives every document, and every worker, this script, in front of its own, from now on.
    fn begin_with(&self, script: &str);

    /// Has a server at a port of this machine answer in the place of every other.
    fn redirect_to(&self, port: u16);

    /// Begins to look at what pages and workers ask the network for, and gives what tells the addresses so far.
    fn watch(&self) -> Box<dyn Fn() -> BTreeSet<String>>;

    /// Saves without a question, and into that folder.
    fn save_into(&self, folder: &Path);

    /// The extension that it has loaded from a folder, once it has.
    fn loaded(&self, folder: &Path) -> Result<Loaded, String>;

    /// Clicks the icon of an extension, above a tab.
    fn click_icon(&self, extension: &str, tab: &str);

    /// Disables an extension and enables it again, as its user can.
    fn disable_and_enable(&self, extension: &str);

    /// Waits until it is closed by hand.
    fn wait_until_closed(&mut self);

    /// Closes it, and gives the addresses that it was made to ask other machines for, where that is written down.
    fn close(&mut self) -> Vec<String>;

    /// Kills it with all its processes, and waits until all that it said before has been heard.
    fn kill(&mut self);

    /// The same as a Chromium.
    ///
    /// # Panics
    /// Where it is none.
    fn chromium(&self) -> &Chromium;
}

/// A page, popup or worker.
pub(super) trait Page {
    /// What tells it from others.
    fn target(&self) -> &str;

    /// The value of a JavaScript expression, awaited.
    fn try_evaluate(&self, expression: &str) -> Result<Value, String>;

    /// The same in a world beside the page's own, as scripts of extensions are injected.
    fn try_evaluate_beside(&self, expression: &str) -> Result<Value, String>;

    /// Begins to go to an address.
    fn leave_for(&self, address: &str) -> Result<(), String>;

    /// Presses a key, and lets go of it.
    fn press(&self, key: Key);

    /// Types, key by key.
    fn type_text(&self, text: &str);

    /// Puts a text where the focus is, as a whole.
    fn insert(&self, text: &str);

    /// Does something with the mouse, at a place in the page.
    fn try_mouse(&self, what: Mouse, place: (f64, f64)) -> Result<(), String>;

    /// Clicks so many times, as fast as it goes, at the place that a JavaScript expression gives; or gives the text that it has instead, which says
    /// what is in the way.
    fn click(&self, place: &str, times: u32) -> Result<Option<String>, String>;

    /// Chooses a file in the one field that matches.
    fn choose_file(&self, field: &str, file: &Path);

    /// Gives the page a function of that name, and hears the texts that it is called with.
    fn hear(&self, name: &str) -> Box<dyn Heard>;

    /// Gives the page that size, in its own pixels.
    fn resize(&self, width: u32, height: u32);

    /// Answers the page's questions after these preferences of its reader, by their names in CSS.
    fn prefer(&self, preferences: &[(&str, &str)]);

    /// The same in a Chromium.
    ///
    /// # Panics
    /// Where it is none.
    fn devtools(&self) -> &Devtools;
}
