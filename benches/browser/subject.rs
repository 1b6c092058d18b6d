//! An extension that is measured: a copy of ours or the floor, with a stopwatch in it and a search for work kept by it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::driver::{Browser, Session};
use crate::extension::Extension;
use crate::fill::fill;
use crate::searches::Search;

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
        stopwatch("lists");
        for file in ["lists.html", "lists.js"] {
            copy(
                &Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/floor").join(file),
                &folder.join(file),
            );
        }
        let pages = [
            ("popup.html", "popup"),
            ("lists.html", "lists"),
            ("dashboard.html", "lists"),
        ];
        for (page, stopwatch) in pages.map(|(page, stopwatch)| (folder.join(page), stopwatch)) {
            // The floor has no dashboard of its own.
            if page.exists() {
                // Where a script stands behind style sheets it waits for them: a page without any would have an advantage.
                let script = format!("<head>\n  <script src=\"stopwatch-{stopwatch}.js\"></script>");
                edit(&page, |page| page.replacen("<head>", &script, 1));
            }
        }
        edit(&folder.join("background.js"), |worker| {
            format!("import \"./stopwatch-worker.js\";\n{worker}")
        });
        folder
    }

    /// Dresses a floor that was copied like ours: its markup and styles, and one of its rows filled by hand.
    pub(crate) fn dress(folder: &Path, ours: &Path) {
        for file in ["popup.html", "popup.css", "icons"] {
            copy(&ours.join(file), &folder.join(file));
        }
        edit(&folder.join("popup.html"), |page| {
            let bare: String = page
                .split_inclusive('\n')
                .filter(|line| !["<script", "preload"].iter().any(|start| line.contains(start)))
                .collect();
            let scripts =
                "<script src=\"stopwatch-popup.js\"></script>\n  <script type=\"module\" src=\"dressed.js\"></script>";
            bare.replacen("<head>", &format!("<head>\n  {scripts}"), 1)
        });
    }

    /// The one that the browser has loaded from a folder, once it keeps all of a search.
    pub(crate) fn new(browser: &Browser, folder: &Path, search: &Search) -> Self {
        let subject = Self {
            extension: Extension::of(browser, folder),
            kept: search.world().kept(),
        };
        // It is awake because it has just been installed.
        subject.extension.settle(browser);
        let backstage = subject.extension.backstage(browser);
        fill(&backstage, &subject.kept);
        browser.end(backstage.target());
        // What is shown once it is installed is not to take its share of the machine.
        for welcome in browser.targets("page", &subject.extension.address("dashboard.html#welcome")) {
            browser.end(&welcome);
        }
        subject.extension.stop_worker(browser);
        subject
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
