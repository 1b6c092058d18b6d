//! A browser that has the floor and ours side by side: ours with ledgers of several sizes.

use std::path::Path;

use chrono::NaiveDate;
use serde_json::json;

use crate::driver::{Browser, Launch, Tab};
use crate::extension::Extension;
use crate::profile::Profile;
use crate::searches::Search;
use crate::server::{NOTHING_ELSE, Server};
use crate::subject::Subject;

/// A posting, above which the popups open.
const POSTING: &str = "https://jobs.northwind.example/openings/backend-engineer-storage";

/// So many follow-ups are due, …
const DUE: usize = 20;
/// … so many applications are open where it is not said otherwise, …
const OPEN: usize = 300;
/// … and so many have ended.
pub(crate) const ENDED: [usize; 3] = [100, 1_000, 10_000];

/// The browser and all that is measured in it.
pub(crate) struct Stage {
    pub(crate) browser: Browser,
    pub(crate) tab: Tab,
    /// An extension that does the least.
    pub(crate) floor: Subject,
    /// One that does the least in a popup that looks like ours.
    pub(crate) dressed: Subject,
    /// Ours, with nothing open but what is due.
    pub(crate) due_alone: Subject,
    /// Ours with many applications open, beside 100, 1,000 and 10,000 that have ended.
    pub(crate) sizes: [Subject; 3],
    /// They end with the stage.
    _belongings: (Server, Profile),
}

impl Stage {
    /// Starts it, and fills all ledgers.
    pub(crate) fn new() -> Self {
        let (profile, server) = (Profile::new(), Server::start());
        let folders = profile.path().with_file_name("extensions");
        let prepare = |source: &Path, name: &str| Subject::prepare(source, &folders, name);
        let floor = prepare(&Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/floor"), "floor");
        let dressed = prepare(&Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/floor"), "dressed");
        let ours = Extension::built();
        Subject::dress(&dressed, &ours);
        let due_alone = prepare(&ours, "due-alone");
        let sizes = ENDED.map(|ended| prepare(&ours, &ended.to_string()));

        let all: Vec<String> = [&floor, &dressed, &due_alone]
            .into_iter()
            .chain(&sizes)
            .map(|folder| folder.display().to_string())
            .collect();
        let all = all.join(",");
        let launch = Launch {
            // Chromium takes several at once.
            extension: Some(Path::new(&all)),
            arguments: &[NOTHING_ELSE.to_owned()],
            unwatched: true,
            ..Launch::default()
        };
        let browser = Browser::start(&profile.path(), launch);
        server.stand_in(&browser);
        let tab = browser.open(POSTING);
        let today = tab.page.evaluate("new Date().toLocaleDateString('sv')");
        let today: NaiveDate = today.as_str().and_then(|today| today.parse().ok()).expect("a date");
        let search = |open: usize, ended: usize| Search {
            seed: 1,
            applications: open + ended,
            open,
            due: DUE,
            today,
        };
        let fill = |folder: &Path, search: Search| Subject::new(&browser, folder, &search);
        let mut ended = ENDED.into_iter();
        let stage = Self {
            floor: fill(&floor, search(DUE, 80)),
            dressed: fill(&dressed, search(DUE, 80)),
            due_alone: fill(&due_alone, search(DUE, 80)),
            sizes: sizes.map(|folder| fill(&folder, search(OPEN, ended.next().unwrap_or_default()))),
            tab,
            browser,
            _belongings: (server, profile),
        };
        // Others may have come in front of it.
        let front = json!({ "targetId": stage.tab.target });
        stage.browser.call("Target.activateTarget", front);
        stage
    }
}
