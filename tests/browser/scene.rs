//! What every test begins with: a browser that has the extension, in a fresh profile, and a web of sample pages.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::{Value, json};

use crate::driver::{Browser, Launch, Session, Tab, until};
use crate::extension::Extension;
use crate::popup::Popup;
use crate::profile::Profile;
use crate::server::{NOTHING_ELSE, Server};

/// A posting of a fictional employer, with everything that a good posting has.
pub(crate) const NORTHWIND: &str = "https://jobs.northwind.example/openings/backend-engineer-storage";

/// A posting without a closing date: the first check-in is due seven business days after applying.
pub(crate) const HARBOUR_MILL: &str = "https://careers.harbour-mill.example/jobs/platform-engineer";

/// What is shown once the extension is installed.
pub(crate) const WELCOME: &str = "dashboard.html#welcome";

/// One browser at a time: several on a small machine make each slow, and a popup closes when another window comes.
static TURN: Mutex<()> = Mutex::new(());

/// Waits until no other test has a browser.
pub(crate) fn turn() -> MutexGuard<'static, ()> {
    // A test that failed leaves nothing behind that another could trip over.
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A browser with the extension, and all that belongs to it.
pub(crate) struct Scene {
    pub(crate) browser: Browser,
    pub(crate) extension: Extension,
    pub(crate) backstage: Session,
    pub(crate) server: Server,
    profile: Profile,
    turn: MutexGuard<'static, ()>,
}

impl Scene {
    /// The usual one.
    #[track_caller]
    pub(crate) fn new() -> Self {
        Self::with(Launch::default())
    }

    /// With a browser that is started in another way.
    #[track_caller]
    pub(crate) fn with(launch: Launch<'_>) -> Self {
        let scene = Self::welcomed(launch);
        let welcome = scene.extension.address(WELCOME);
        scene.browser.end(&scene.browser.wait_for_target("page", &welcome, &[]));
        scene
    }

    /// With the page still open that is shown once it is installed.
    #[track_caller]
    pub(crate) fn welcomed(launch: Launch<'_>) -> Self {
        Self::start(Profile::new(), Server::start(), turn(), launch)
    }

    /// The same after the browser was closed and started again.
    #[track_caller]
    pub(crate) fn restarted(self) -> Self {
        let Self {
            browser,
            server,
            profile,
            turn,
            ..
        } = self;
        drop(browser);
        Self::start(profile, server, turn, Launch::default())
    }

    #[track_caller]
    fn start(profile: Profile, server: Server, turn: MutexGuard<'static, ()>, launch: Launch<'_>) -> Self {
        let ours = [NOTHING_ELSE.to_owned(), Extension::argument(&Extension::built())];
        let arguments = [&ours, launch.arguments].concat();
        let launch = Launch {
            arguments: &arguments,
            ..launch
        };
        let browser = Browser::start(&profile.path(), launch);
        server.stand_in(&browser);
        let extension = Extension::of(&browser, &Extension::built());
        let backstage = extension.backstage(&browser);
        Self {
            browser,
            extension,
            backstage,
            server,
            profile,
            turn,
        }
    }

    /// Opens a page in a tab.
    #[track_caller]
    pub(crate) fn open(&self, address: &str) -> Tab {
        self.browser.open(address)
    }

    /// Clicks the icon above a tab, and waits for the popup to be filled.
    #[track_caller]
    pub(crate) fn click(&self, tab: &Tab) -> Popup {
        Popup::new(self.extension.click(&self.browser, tab))
    }

    /// Clicks the icon above a tab that the popup cannot read yet, and waits for what is due.
    #[track_caller]
    pub(crate) fn click_unread(&self, tab: &Tab) -> Popup {
        Popup::unread(self.extension.click(&self.browser, tab))
    }

    /// Opens a part of the dashboard in a tab, and waits until it is filled.
    #[track_caller]
    pub(crate) fn dashboard(&self, place: &str) -> Popup {
        let page = Popup::new(
            self.open(&self.extension.address(&format!("dashboard.html{place}")))
                .page,
        );
        page.settle();
        page
    }

    /// Has the browser save what it is told to without asking where, and says where.
    #[track_caller]
    pub(crate) fn downloads(&self) -> PathBuf {
        let folder = self.profile.downloads();
        let saving = json!({ "behavior": "allow", "downloadPath": folder });
        self.browser.call("Browser.setDownloadBehavior", saving);
        folder
    }

    /// Closes a popup, as a click beside it does.
    #[track_caller]
    pub(crate) fn close(&self, popup: Popup) {
        self.browser.end(popup.session().target());
    }

    /// Waits until the badge says `text`.
    #[track_caller]
    pub(crate) fn wait_for_badge(&self, text: &str) {
        until(&format!("the badge to say {text:?}"), || match self.badge() {
            badge if badge == text => Ok(()),
            badge => Err(format!("{badge:?}")),
        });
    }

    /// What the badge says.
    #[track_caller]
    pub(crate) fn badge(&self) -> String {
        text(&self.backstage.evaluate("chrome.action.getBadgeText({})"))
    }

    /// What is said when the pointer rests on the icon.
    #[track_caller]
    pub(crate) fn tooltip(&self) -> String {
        text(&self.backstage.evaluate("chrome.action.getTitle({})"))
    }

    /// Makes the alarm ring now. The browser wakes the worker for it.
    #[track_caller]
    pub(crate) fn ring(&self) {
        let ring = "chrome.alarms.getAll().then(([{ name }]) => chrome.alarms.create(name, { when: Date.now() }))";
        self.backstage.evaluate(ring);
    }

    /// What is kept under the keys that begin with `prefix`, without its envelope; of a folder each record by itself.
    #[track_caller]
    pub(crate) fn kept(&self, prefix: &str) -> BTreeMap<String, Value> {
        let all = self.backstage.evaluate("chrome.storage.local.get()");
        let all: BTreeMap<String, String> = serde_json::from_value(all).expect("strings under every key");
        all.into_iter()
            .filter(|(key, _)| key.starts_with(prefix))
            .flat_map(|(key, value)| {
                let record: Value = serde_json::from_str(&value).unwrap_or_else(|error| panic!("{key}: {error}"));
                match record {
                    Value::Object(folder) if !folder.contains_key("body") => {
                        let records = folder.into_iter();
                        records.map(|(id, record)| (format!("{key}/{id}"), record)).collect()
                    }
                    record => vec![(key, record)],
                }
            })
            .map(|(key, mut record)| (key, record["body"].take()))
            .collect()
    }

    /// The events of the one application that is kept.
    #[track_caller]
    pub(crate) fn events(&self) -> Vec<Value> {
        let kept = self.kept("app/");
        assert_eq!(kept.len(), 1, "one application: {kept:#?}");
        kept.into_values()
            .flat_map(|mut record| serde_json::from_value::<Vec<Value>>(record["events"].take()))
            .flatten()
            .collect()
    }
}

fn text(value: &Value) -> String {
    value
        .as_str()
        .map(str::to_owned)
        .unwrap_or_else(|| panic!("no text: {value}"))
}
