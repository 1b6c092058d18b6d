//! A browser: its tabs and other targets.

use std::collections::BTreeSet;
use std::path::Path;
use std::thread;

use serde_json::Value;

use super::chromium::Chromium;
use super::engine::{Engine, Place};
use super::firefox::Firefox;
use super::wait::until;
use super::{Connection, Kind, Loaded, Session};

/// How a browser is started.
#[derive(Clone, Copy, Default)]
pub(crate) struct Launch<'a> {
    /// With a window on the screen.
    pub(crate) headed: bool,
    /// It may ask the network for what it likes, and writes no log of that, which takes time.
    pub(crate) unwatched: bool,
    /// The languages that its user reads, the dearest first; English of no region unless said.
    pub(crate) languages: Option<&'a str>,
    /// The folder of an extension that it has.
    pub(crate) extension: Option<&'a Path>,
    /// Its extension is there again when it is started once more with the same profile.
    pub(crate) lasting: bool,
    /// Further arguments, of Chromium alone.
    pub(crate) arguments: &'a [String],
    /// Further variables of its environment.
    pub(crate) environment: &'a [(&'a str, &'a str)],
}

/// A running browser. Dropped, it is closed, and has asked no other machine for anything.
pub(crate) struct Browser {
    engine: Box<dyn Engine>,
    is_closed: bool,
}

/// A tab, with a session in its page.
pub(crate) struct Tab {
    /// The tab's own target, which a click on a toolbar button needs.
    pub(crate) target: String,
    /// What it shows.
    pub(crate) page: Session,
}

impl Browser {
    /// Starts the one that is chosen, which keeps everything in the folder `profile`.
    pub(crate) fn start(profile: &Path, launch: Launch<'_>) -> Self {
        let engine: Box<dyn Engine> = match Kind::chosen() {
            Kind::Chromium => Box::new(Chromium::start(profile, launch)),
            Kind::Firefox => Box::new(Firefox::start(profile, launch)),
        };
        Self {
            engine,
            is_closed: false,
        }
    }

    /// The pipe of a Chromium, to listen on.
    pub(crate) fn connection(&self) -> &Connection {
        self.engine.chromium().connection()
    }

    /// Sends a command to a Chromium itself.
    ///
    /// # Panics
    /// When it is refused.
    #[track_caller]
    pub(crate) fn call(&self, method: &str, parameters: Value) -> Value {
        self.engine.chromium().call(method, parameters)
    }

    /// Gives every document, and every worker, this script, in front of its own, from now on.
    #[track_caller]
    pub(crate) fn begin_with(&self, script: &str) {
        self.engine.begin_with(script);
    }

    /// Has a server at a port of this machine answer in every other's place, whatever in the browser asks: page, popup or worker. The page
    /// keeps its own address, its scheme and the trust that goes with it.
    #[track_caller]
    pub(crate) fn redirect_to(&self, port: u16) {
        self.engine.redirect_to(port);
    }

    /// Begins to look at what pages, popups and workers ask for, and gives what tells the addresses so far.
    #[track_caller]
    pub(crate) fn watch(&self) -> Box<dyn Fn() -> BTreeSet<String>> {
        self.engine.watch()
    }

    /// Has it save what it is told to without asking where, and into that folder.
    #[track_caller]
    pub(crate) fn save_into(&self, folder: &Path) {
        self.engine.save_into(folder);
    }

    /// The extension that it has loaded from a folder.
    #[track_caller]
    pub(crate) fn loaded(&self, folder: &Path) -> Loaded {
        until("the extension to be loaded", || self.engine.loaded(folder))
    }

    /// Clicks the icon of an extension, above a tab.
    #[track_caller]
    pub(crate) fn click_icon(&self, extension: &str, tab: &Tab) {
        self.engine.click_icon(extension, &tab.target);
    }

    /// Disables an extension and enables it again, as its user can. Its pages close.
    #[track_caller]
    pub(crate) fn disable_and_enable(&self, extension: &str) {
        self.engine.disable_and_enable(extension);
    }

    /// The targets of a type (`page`, `tab`, `service_worker`) at an address.
    #[track_caller]
    pub(crate) fn targets(&self, kind: &str, address: &str) -> Vec<String> {
        let targets = self.engine.targets().into_iter();
        let wanted = targets.filter(|target| target.kind == kind && target.address == address);
        wanted.map(|target| target.id).collect()
    }

    /// Waits for a target of a type at an address, other than `known`. A popup begins as another type, without an address.
    #[track_caller]
    pub(crate) fn wait_for_target(&self, kind: &str, address: &str, known: &[String]) -> String {
        until(&format!("a {kind} at {address}"), || {
            let mut found = self.targets(kind, address);
            found.retain(|target| !known.contains(target));
            found.pop().ok_or_else(|| format!("{:#?}", self.engine.targets()))
        })
    }

    /// Ends a target, and waits until it is no more: closes a page, stops a worker.
    #[track_caller]
    pub(crate) fn end(&self, target: &str) {
        self.engine.end(target);
        self.wait_until_gone(target);
    }

    /// Waits until a target is no more.
    #[track_caller]
    pub(crate) fn wait_until_gone(&self, target: &str) {
        until("a target to end", || {
            match self.engine.targets().into_iter().find(|left| left.id == target) {
                None => Ok(()),
                Some(left) => Err(format!("{left:?}")),
            }
        });
    }

    /// Opens a session with a target.
    #[track_caller]
    pub(crate) fn attach(&self, target: &str) -> Session {
        Session::new(self.engine.attach(target))
    }

    /// Opens a tab in front of the others, and waits until its page has loaded.
    #[track_caller]
    pub(crate) fn open(&self, address: &str) -> Tab {
        let tab = self.open_blank(Place::Front);
        tab.page.go(address);
        tab
    }

    /// Opens a tab in a window of its own, behind the others.
    #[track_caller]
    pub(crate) fn open_behind(&self, address: &str) -> Tab {
        let tab = self.open_blank(Place::Behind);
        tab.page.go(address);
        tab
    }

    /// Opens a page that nobody looks at.
    #[track_caller]
    pub(crate) fn open_aside(&self, address: &str) -> Session {
        let page = self.open_blank(Place::Aside).page;
        page.go(address);
        page
    }

    /// Opens an empty page.
    #[track_caller]
    pub(crate) fn open_page(&self) -> Session {
        self.open_blank(Place::Front).page
    }

    fn open_blank(&self, place: Place) -> Tab {
        let (target, page) = self.engine.open_tab(place);
        let page = self.attach(&page);
        Tab { target, page }
    }

    /// Waits until it is closed by hand.
    #[allow(dead_code, reason = "the demo alone waits for a person")]
    pub(crate) fn wait_until_closed(mut self) {
        self.engine.wait_until_closed();
    }

    /// Closes it, and gives the addresses that it was made to ask other machines for.
    pub(crate) fn closed(mut self) -> Vec<String> {
        // They are no fault to who asks for them.
        self.is_closed = true;
        self.engine.close()
    }

    /// Kills it with all its processes, and waits until all that it said before has been heard.
    pub(crate) fn kill(mut self) {
        self.engine.kill();
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if self.is_closed {
            return;
        }
        let strangers = self.engine.close();
        // A test that has failed has said why.
        if !thread::panicking() {
            assert!(strangers.is_empty(), "other machines were asked for {strangers:#?}");
        }
    }
}
