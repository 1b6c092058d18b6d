//! What every test begins with: a browser that has the extension, in a fresh profile, and a web of sample pages.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::driver::{Browser, Kind, Launch, Session, Tab, until};
use crate::extension::Extension;
use crate::files::Files;
use crate::popup::Popup;
use crate::profile::Profile;
use crate::server::{NOTHING_ELSE, Server};

/// A posting of a fictional employer, with everything that a good posting has.
pub(crate) const NORTHWIND: &str = "https://jobs.northwind.example/openings/backend-engineer-storage";

/// A posting without a closing date: the first check-in is due seven business days after applying.
pub(crate) const HARBOUR_MILL: &str = "https://careers.harbour-mill.example/jobs/platform-engineer";

/// Another of the same employer.
pub(crate) const HARBOUR_MILL_SECOND: &str = "https://careers.harbour-mill.example/jobs/mill-hand";

/// One whose title and company are full of odd characters.
pub(crate) const TOWER_AND_TOLL: &str = "https://careers.tower-and-toll.example/jobs/founder";

/// A page of the browser's own, which no extension may read.
pub(crate) const BROWSER_PAGE: &str = "about:about";

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
    /// None has the one that runs beside another.
    turn: Option<MutexGuard<'static, ()>>,
}

impl Scene {
    /// The usual one.
    #[track_caller]
    pub(crate) fn new() -> Self {
        Self::with(Launch::default())
    }

    /// With an extension that is still there when the browser is started again.
    #[track_caller]
    pub(crate) fn lasting() -> Self {
        Self::with(Launch {
            lasting: true,
            ..Launch::default()
        })
    }

    /// With a browser that is started in another way.
    #[track_caller]
    pub(crate) fn with(launch: Launch<'_>) -> Self {
        Self::welcomed(launch).without_welcome()
    }

    /// With a profile in that folder.
    #[track_caller]
    pub(crate) fn within(folder: &Path) -> Self {
        let profile = Profile::within(folder);
        Self::start(
            profile,
            Server::start(),
            Some(turn()),
            &Extension::built(),
            Launch::default(),
        )
        .without_welcome()
    }

    /// With a copy of the extension, whose files may be changed.
    #[track_caller]
    pub(crate) fn of_copy() -> Self {
        let profile = Profile::new();
        let copy = profile.copy_of(&Extension::built());
        Self::start(profile, Server::start(), Some(turn()), &copy, Launch::default()).without_welcome()
    }

    /// With the page still open that is shown once it is installed.
    #[track_caller]
    pub(crate) fn welcomed(launch: Launch<'_>) -> Self {
        Self::start(
            Profile::new(),
            Server::start(),
            Some(turn()),
            &Extension::built(),
            launch,
        )
    }

    /// Another browser that runs beside this one: another machine.
    #[track_caller]
    pub(crate) fn beside(&self) -> Self {
        Self::start(
            Profile::new(),
            Server::start(),
            None,
            &Extension::built(),
            Launch::default(),
        )
        .without_welcome()
    }

    fn without_welcome(self) -> Self {
        let welcome = self.extension.address(WELCOME);
        self.browser.end(&self.browser.wait_for_target("page", &welcome, &[]));
        self
    }

    /// The same after the browser was closed and started again.
    #[track_caller]
    pub(crate) fn restarted(self) -> Self {
        self.closed().started()
    }

    /// The same after the extension was disabled and enabled again, on the browser's own page for that. Its pages close.
    #[track_caller]
    pub(crate) fn disabled_and_enabled(self) -> Self {
        self.browser.disable_and_enable(self.extension.id());
        let backstage = self.extension.backstage(&self.browser);
        Self { backstage, ..self }
    }

    /// The same after it was loaded anew, as whatever stands in its folder by now. Its pages close.
    #[track_caller]
    pub(crate) fn reloaded(self) -> Self {
        self.managed("id => chrome.developerPrivate.reload(id, { failQuietly: true, populateErrorForUnpacked: true })")
    }

    /// The same where it is not let into files, as one from a store is not: the browser loads it anew for that.
    #[track_caller]
    pub(crate) fn without_files(self) -> Self {
        self.managed(
            "id => chrome.developerPrivate.updateExtensionConfiguration({ extensionId: id, fileAccess: false })",
        )
    }

    /// The same where the user has let the extension into these pages before, so that the browser does not ask again: its question is none of a
    /// page, and nobody could press its buttons.
    #[track_caller]
    pub(crate) fn allowing(self, pages: &str) -> Self {
        let interval = self.closed();
        if Kind::chosen() == Kind::Chromium {
            interval.profile.allow(interval.extension.id(), pages);
        }
        interval.started()
    }

    /// The same after something was done with the extension on the browser's own page for that.
    #[track_caller]
    fn managed(self, change: &str) -> Self {
        let page = self.open("chrome://extensions/").page;
        // Otherwise the browser shows its own new page in that window, which asks its makers for things.
        self.browser.end(self.backstage.target());
        // It is loaded anew for that, and in the meantime it has no pages.
        page.evaluate(&format!(
            "(id => new Promise((done, failed) => {{
                chrome.developerPrivate.onItemStateChanged.addListener(
                    ({{ item_id, event_type }}) => item_id === id && event_type === 'LOADED' && done());
                // What no store has sent is else not loaded again.
                chrome.developerPrivate.updateProfileConfiguration({{ inDeveloperMode: true }}).then(() => ({change})(id)).catch(failed);
            }}))({})",
            json!(self.extension.id())
        ));
        let backstage = self.extension.backstage(&self.browser);
        Self { backstage, ..self }
    }

    /// Closes the browser.
    #[track_caller]
    pub(crate) fn closed(self) -> Interval {
        let (browser, interval) = self.ended();
        drop(browser);
        interval
    }

    /// Closes the browser, and gives the addresses that the extension asked for, and those of other machines that anybody did.
    pub(crate) fn strangers(self) -> Vec<String> {
        // The server stands in until the browser is closed.
        let (browser, _interval) = self.ended();
        browser.closed()
    }

    /// Kills the browser, with all its processes.
    #[track_caller]
    pub(crate) fn killed(self) -> Interval {
        let (browser, interval) = self.ended();
        browser.kill();
        interval
    }

    fn ended(self) -> (Browser, Interval) {
        let Self {
            browser,
            extension,
            server,
            profile,
            turn,
            ..
        } = self;
        let interval = Interval {
            extension,
            server,
            profile,
            turn,
        };
        (browser, interval)
    }

    #[track_caller]
    fn start(
        profile: Profile,
        server: Server,
        turn: Option<MutexGuard<'static, ()>>,
        folder: &Path,
        launch: Launch<'_>,
    ) -> Self {
        let arguments = [&[NOTHING_ELSE.to_owned()], launch.arguments].concat();
        let launch = Launch {
            extension: Some(folder),
            arguments: &arguments,
            ..launch
        };
        let browser = Browser::start(&profile.path(), launch);
        server.stand_in(&browser);
        let extension = Extension::of(&browser, folder);
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

    /// Loads another extension, which asks for nothing.
    #[track_caller]
    pub(crate) fn stranger(&self) -> Extension {
        let folder = self.profile.stranger();
        self.browser.call("Extensions.loadUnpacked", json!({ "path": folder }));
        Extension::of(&self.browser, &folder)
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
        self.browser.save_into(&folder);
        folder
    }

    /// Closes a popup, as a click beside it does.
    #[track_caller]
    pub(crate) fn close(&self, popup: Popup) {
        self.browser.end(popup.session().target());
    }

    /// Goes to another page, whereupon the browser closes a popup: it does so when that loses the focus.
    #[track_caller]
    pub(crate) fn leave(&self, popup: &Popup) {
        let elsewhere = self.browser.open_page();
        self.browser.wait_until_gone(popup.session().target());
        self.browser.end(elsewhere.target());
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

    /// Waits until what is said when the pointer rests on the icon has `part` in it: how much is due is told before it is read what that is.
    #[track_caller]
    pub(crate) fn wait_for_tooltip(&self, part: &str) {
        until(&format!("the tooltip to say {part:?}"), || match self.tooltip() {
            tooltip if tooltip.contains(part) => Ok(()),
            tooltip => Err(format!("{tooltip:?}")),
        });
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

    /// The day that it is for the browser.
    #[track_caller]
    pub(crate) fn today(&self) -> NaiveDate {
        let today = self.backstage.evaluate("new Date().toLocaleDateString('sv')");
        today.as_str().and_then(|today| today.parse().ok()).expect("a date")
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

/// What is left of a scene while no browser runs.
pub(crate) struct Interval {
    pub(crate) extension: Extension,
    server: Server,
    profile: Profile,
    turn: Option<MutexGuard<'static, ()>>,
}

impl Interval {
    /// Starts a browser again.
    #[track_caller]
    pub(crate) fn started(self) -> Scene {
        let folder = self.extension.folder().to_owned();
        let launch = Launch {
            lasting: true,
            ..Launch::default()
        };
        Scene::start(self.profile, self.server, self.turn, &folder, launch)
    }

    /// The same with a copy of the profile, in which something was done to the files that the browser keeps for the extension.
    #[track_caller]
    pub(crate) fn with_files(self, change: impl FnOnce(&Files)) -> Self {
        let profile = self.profile.copy();
        change(&Files::of(&profile, &self.extension));
        Self { profile, ..self }
    }
}

fn text(value: &Value) -> String {
    value
        .as_str()
        .map(str::to_owned)
        .unwrap_or_else(|| panic!("no text: {value}"))
}
