//! An extension in a browser: its icon and its worker.

use std::path::{Path, PathBuf};

use crate::driver::{Browser, Loaded, Session, Tab, until};

/// An extension that a browser has loaded.
pub(crate) struct Extension {
    loaded: Loaded,
    folder: PathBuf,
}

impl Extension {
    /// Where the build leaves ours.
    ///
    /// # Panics
    /// When it was not built.
    pub(crate) fn built() -> PathBuf {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist/extension");
        assert!(
            folder.join("manifest.json").is_file(),
            "there is no extension to look at yet: run `./build.sh build` first"
        );
        folder
    }

    /// The one that a browser has loaded from a folder.
    #[track_caller]
    pub(crate) fn of(browser: &Browser, folder: &Path) -> Self {
        Self {
            loaded: browser.loaded(folder),
            folder: folder.to_owned(),
        }
    }

    /// The folder that it was loaded from.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The address of one of its files.
    pub(crate) fn address(&self, file: &str) -> String {
        format!("{}/{file}", self.loaded.origin)
    }

    /// What tells it from other extensions.
    pub(crate) fn id(&self) -> &str {
        &self.loaded.id
    }

    /// Clicks its icon above a tab, and gives the popup that opens.
    #[track_caller]
    pub(crate) fn click(&self, browser: &Browser, tab: &Tab) -> Session {
        let popup = self.address("popup.html");
        let known = browser.targets("page", &popup);
        self.trigger(browser, tab);
        browser.attach(&browser.wait_for_target("page", &popup, &known))
    }

    /// Clicks its icon above a tab, and looks no further.
    #[track_caller]
    pub(crate) fn trigger(&self, browser: &Browser, tab: &Tab) {
        browser.click_icon(self.id(), tab);
    }

    /// Stops its worker, as the browser does when there is nothing for it to do.
    #[track_caller]
    pub(crate) fn stop_worker(&self, browser: &Browser) {
        for worker in self.workers(browser) {
            browser.end(&worker);
        }
    }

    /// Stops the worker, once what has just happened has woken it.
    #[track_caller]
    pub(crate) fn settle(&self, browser: &Browser) {
        until("the worker to wake", || match self.is_awake(browser) {
            true => Ok(()),
            false => Err("it sleeps".to_owned()),
        });
        self.stop_worker(browser);
    }

    /// Its worker, once something has woken it. Its target is there before the extension's interfaces are.
    #[track_caller]
    pub(crate) fn worker(&self, browser: &Browser) -> Session {
        let worker = until("the worker to wake", || {
            self.workers(browser).pop().ok_or_else(|| "it sleeps".to_owned())
        });
        let worker = browser.attach(&worker);
        worker.wait_for("the worker to begin", "globalThis.chrome !== undefined");
        worker
    }

    /// Whether its worker runs.
    #[track_caller]
    pub(crate) fn is_awake(&self, browser: &Browser) -> bool {
        !self.workers(browser).is_empty()
    }

    fn workers(&self, browser: &Browser) -> Vec<String> {
        browser.targets("service_worker", &self.address("background.js"))
    }

    /// Opens a page of the extension that runs none of its code: from there its badge, storage and alarms are seen
    /// without waking anything.
    #[track_caller]
    pub(crate) fn backstage(&self, browser: &Browser) -> Session {
        browser.open_aside(&self.address("manifest.json"))
    }
}
