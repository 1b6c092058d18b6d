//! An extension that is measured: a copy of ours or the floor, with a stopwatch in it and a search for work kept by it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::driver::{Browser, Session, until};
use crate::extension::Extension;
use crate::searches::Search;

/// How many entries are written at once, so that no message is too long for the browser.
const BATCH: usize = 500;

/// An extension in the browser.
pub(crate) struct Subject {
    pub(crate) extension: Extension,
    /// What is kept by it.
    pub(crate) kept: BTreeMap<String, String>,
}

impl Subject {
    /// Copies an extension into a new folder below `folders`, with the stopwatches.
    pub(crate) fn prepare(source: &Path, folders: &Path, name: &str) -> PathBuf {
        let folder = folders.join(name);
        copy(source, &folder);
        let stopwatch = |part: &str| {
            let from = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("benches/stopwatch/{part}.js"));
            copy(&from, &folder.join(format!("stopwatch-{part}.js")));
        };
        stopwatch("popup");
        stopwatch("worker");
        edit(&folder.join("popup.html"), |page| {
            // Where a script stands behind style sheets it waits for them: a popup without any would have an advantage.
            page.replacen("<head>", "<head>\n  <script src=\"stopwatch-popup.js\"></script>", 1)
        });
        edit(&folder.join("background.js"), |worker| {
            format!("import \"./stopwatch-worker.js\";\n{worker}")
        });
        folder
    }

    /// The one that the browser has loaded from a folder, once it keeps all of a search.
    pub(crate) fn new(browser: &Browser, folder: &Path, search: &Search) -> Self {
        let subject = Self {
            extension: Extension::of(browser, folder),
            kept: search.world().kept(),
        };
        // It is awake because it has just been installed.
        subject.settle(browser);
        let backstage = subject.extension.backstage(browser);
        // Head and agenda come last and at once: what does not fit them would be made anew meanwhile.
        let (ends, records): (Vec<_>, Vec<_>) = subject
            .kept
            .iter()
            .partition(|(key, _)| !key.contains('/') || key.starts_with("agenda/"));
        for batch in records.chunks(BATCH).chain([ends.as_slice()]) {
            let batch: BTreeMap<_, _> = batch.iter().copied().collect();
            backstage.evaluate(&format!("chrome.storage.local.set({})", json!(batch)));
        }
        browser.end(backstage.target());
        subject.extension.stop_worker(browser);
        subject
    }

    /// Stops the worker, once what has just happened has woken it.
    pub(crate) fn settle(&self, browser: &Browser) {
        until("the worker to wake", || match self.extension.is_awake(browser) {
            true => Ok(()),
            false => Err("it sleeps".to_owned()),
        });
        self.extension.stop_worker(browser);
    }

    /// Opens one of its pages in a tab of its own.
    pub(crate) fn open(&self, browser: &Browser, file: &str) -> Session {
        browser.open_behind(&self.extension.address(file)).page
    }
}

fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        fs::create_dir_all(to).unwrap_or_else(|error| panic!("{}: {error}", to.display()));
        for entry in fs::read_dir(from).expect("a folder that can be read") {
            let path = entry.expect("an entry that can be read").path();
            copy(&path, &to.join(path.file_name().expect("a name")));
        }
    } else {
        fs::copy(from, to).unwrap_or_else(|error| panic!("{}: {error}", from.display()));
    }
}

fn edit(file: &Path, change: impl FnOnce(&str) -> String) {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let changed = change(&text);
    assert_ne!(changed, text, "the stopwatch finds no place in {}", file.display());
    fs::write(file, changed).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
}
