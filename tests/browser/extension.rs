//! An extension in a browser: its icon and its worker.

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::driver::{Browser, Session, Tab, until};

/// An extension that a browser has loaded.
pub(crate) struct Extension {
    id: String,
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

    /// The argument that makes a browser load one from its folder whenever it starts, as if it were installed.
    pub(crate) fn argument(folder: &Path) -> String {
        format!("--load-extension={}", folder.display())
    }

    /// The one that a browser has loaded from a folder.
    #[track_caller]
    pub(crate) fn of(browser: &Browser, folder: &Path) -> Self {
        let id = until("the extension to be loaded", || {
            let loaded = browser.call("Extensions.getExtensions", json!({}));
            let mut extensions = loaded["extensions"].as_array().into_iter().flatten();
            extensions
                .find(|extension| extension["path"].as_str().map(Path::new) == Some(folder))
                .and_then(|extension| extension["id"].as_str().map(str::to_owned))
                .ok_or_else(|| loaded.to_string())
        });
        Self { id }
    }

    /// The address of one of its files.
    pub(crate) fn address(&self, file: &str) -> String {
        format!("chrome-extension://{}/{file}", self.id)
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
        browser.call(
            "Extensions.triggerAction",
            json!({ "id": self.id, "targetId": tab.target }),
        );
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
        browser.open_behind(&self.address("manifest.json")).page
    }
}
