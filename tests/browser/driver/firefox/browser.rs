//! The browser itself.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use serde_json::{Value, json};

use super::connection::Connection;
use super::process::Process;
use super::session::Asked;
use crate::driver::Launch;
use crate::driver::chromium::Chromium;
use crate::driver::engine::{Engine, Loaded, Page, Place, Target};
use crate::driver::folder::copy_folder;
use crate::driver::wait::DEADLINE;

/// Where Debian keeps it.
const FIREFOX: &str = "/usr/bin/firefox-esr";

/// What is made in the browser, and what it puts beside each page.
const BROWSER: &str = include_str!("browser.js");
const PAGE: &str = include_str!("page.js");

/// Makes it, where it stays until the browser ends.
const MAKE: &str = "const [browser, page] = arguments;
    const system = Services.scriptSecurityManager.getSystemPrincipal();
    const shared = Cu.getGlobalForObject(Services);
    const made = new Cu.Sandbox(system, { sandboxPrototype: shared, wantGlobalProperties: ['fetch'] });
    made.PAGE = page;
    Cu.evalInSandbox(browser, made, 'latest', 'driver/firefox/browser.js', 1);
    shared.yourMove = made.commands;";

/// Has it do something, and awaits that.
const ASK: &str = "const [command, parameters, done] = arguments;
    (async () => Cu.getGlobalForObject(Services).yourMove[command](parameters))()
        .then((value) => done({ value: value ?? null }), (error) => done({ refused: `${error}` }));";

/// By which WebDriver refers to an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// English of no region: the pages that are asked for say how a region writes it.
const LANGUAGES: &str = "en";

/// What the browser can be asked, beside what WebDriver has words for. Its clones ask the same.
#[derive(Clone)]
pub(super) struct Commands(Connection);

impl Commands {
    /// Asks for something, and waits for it.
    ///
    /// # Errors
    /// When it is refused, or nothing answers.
    pub(super) fn try_ask(&self, command: &str, parameters: Value) -> Result<Value, String> {
        let script = json!({ "script": ASK, "args": [command, parameters] });
        let mut answer = self.0.post("execute/async", &script)?;
        match answer["refused"].as_str() {
            Some(error) => Err(format!("{command}: {error}")),
            None => Ok(answer["value"].take()),
        }
    }

    #[track_caller]
    fn ask(&self, command: &str, parameters: Value) -> Value {
        self.try_ask(command, parameters)
            .unwrap_or_else(|error| panic!("{error}"))
    }
}

/// A running Firefox.
pub(crate) struct Firefox {
    process: Process,
    connection: Connection,
    commands: Commands,
    /// It may ask the network for what it likes.
    unwatched: bool,
}

impl Firefox {
    /// Starts the one that the environment's `FIREFOX` names, or Debian's, which keeps everything in the folder `profile`.
    ///
    /// # Panics
    /// When it cannot be started.
    pub(in crate::driver) fn start(profile: &Path, launch: Launch<'_>) -> Self {
        begin(profile);
        Self::start_in(profile, launch)
    }

    fn start_in(profile: &Path, launch: Launch<'_>) -> Self {
        let process = Process::start(launch.environment, &profile.with_extension("log"));
        let connection = Connection::new(process.port, &capabilities(profile, launch));
        let connection = connection.unwrap_or_else(|error| panic!("Firefox does not start: {error}"));
        let browser = Self {
            process,
            commands: Commands(connection.clone()),
            connection,
            unwatched: launch.unwatched,
        };
        browser.post("moz/context", json!({ "context": "chrome" }));
        browser.post("execute/sync", json!({ "script": MAKE, "args": [BROWSER, PAGE] }));
        if let Some(folder) = launch.extension {
            browser.install(folder, profile, launch.lasting);
        }
        browser
    }

    #[track_caller]
    fn post(&self, command: &str, parameters: Value) -> Value {
        self.connection
            .post(command, &parameters)
            .unwrap_or_else(|error| panic!("{error}"))
    }

    /// Installs an extension from its folder, unless the profile has it: for as long as this browser runs, or for good, which Firefox does from an
    /// archive alone.
    fn install(&self, folder: &Path, profile: &Path, lasting: bool) {
        let path = if lasting {
            packed(folder, profile)
        } else {
            folder.to_owned()
        };
        if !lasting || self.loaded(folder).is_err() {
            self.post("moz/addon/install", json!({ "path": path, "temporary": !lasting }));
        }
    }

    /// Has WebDriver look at the window of that number, among all windows of the browser.
    fn look_at(&self, window: &Value) {
        let handles = self.connection.get("window/handles").expect("windows");
        let is_there = json!({ "script": "return window.docShell.outerWindowID;", "args": [] });
        for handle in handles.as_array().into_iter().flatten() {
            self.post("window", json!({ "handle": handle }));
            if self.post("execute/sync", is_there.clone()) == *window {
                return;
            }
        }
        panic!("there is no window {window}");
    }
}

impl Engine for Firefox {
    fn targets(&self) -> Vec<Target> {
        let targets = self.commands.ask("targets", json!({}));
        let text = |target: &Value, name: &str| target[name].as_str().unwrap_or_default().to_owned();
        let targets = targets
            .as_array()
            .expect("a list of targets")
            .iter()
            .map(|target| Target {
                id: text(target, "id"),
                kind: text(target, "kind"),
                address: text(target, "address"),
            });
        targets.collect()
    }

    fn attach(&self, target: &str) -> Box<dyn Page> {
        Box::new(Asked::new(self.commands.clone(), target.to_owned()))
    }

    fn end(&self, target: &str) {
        self.commands.ask("end", json!({ "target": target }));
    }

    fn open_tab(&self, place: Place) -> (String, String) {
        let place = match place {
            Place::Front => "front",
            Place::Behind => "behind",
            Place::Aside => "aside",
        };
        let tab = self.commands.ask("openTab", json!({ "place": place }));
        let tab = tab.as_str().expect("a tab").to_owned();
        (tab.clone(), tab)
    }

    fn begin_with(&self, script: &str) {
        self.commands.ask("beginWith", json!({ "script": script }));
    }

    fn redirect_to(&self, port: u16) {
        self.commands.ask("redirectTo", json!({ "port": port }));
    }

    fn watch(&self) -> Box<dyn Fn() -> BTreeSet<String>> {
        let commands = self.commands.clone();
        let requests = move || commands.ask("requests", json!({}));
        Box::new(move || serde_json::from_value(requests()).expect("a list of addresses"))
    }

    fn save_into(&self, folder: &Path) {
        self.commands.ask("saveInto", json!({ "folder": folder }));
    }

    fn loaded(&self, folder: &Path) -> Result<Loaded, String> {
        let id = id_of(folder);
        let origin = self.commands.try_ask("loaded", json!({ "id": id }))?;
        let origin = origin.as_str().ok_or("it is not there")?.to_owned();
        Ok(Loaded { id, origin })
    }

    fn click_icon(&self, extension: &str, tab: &str) {
        let icon = self.commands.ask("findIcon", json!({ "id": extension, "target": tab }));
        self.look_at(&icon["window"]);
        let button = json!({ "using": "css selector", "value": icon["button"] });
        let button = self.post("element", button);
        let hand = json!({ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": [
            { "type": "pointerMove", "x": 0, "y": 0, "origin": { ELEMENT: button[ELEMENT] } },
            { "type": "pointerDown", "button": 0 },
            { "type": "pointerUp", "button": 0 },
        ] });
        self.post("actions", json!({ "actions": [hand] }));
        self.commands.ask("waitForPopup", json!({ "target": tab }));
    }

    fn disable_and_enable(&self, extension: &str) {
        self.commands.ask("disableAndEnable", json!({ "id": extension }));
    }

    fn wait_until_closed(&mut self) {
        panic!("Firefox is shown to nobody");
    }

    fn close(&mut self) -> Vec<String> {
        // A browser that was killed answers nothing.
        let strangers = self.commands.try_ask("strangers", json!({})).unwrap_or_default();
        let _ = self.connection.end();
        self.process.end();
        if self.unwatched {
            return Vec::new();
        }
        serde_json::from_value(strangers).unwrap_or_default()
    }

    fn kill(&mut self) {
        self.process.kill();
    }

    fn chromium(&self) -> &Chromium {
        panic!("Firefox is no Chromium")
    }
}

/// Puts into an empty folder what a browser makes at its very first start, which takes it longer than all others: that is made once.
fn begin(profile: &Path) {
    static BEGUN: LazyLock<PathBuf> = LazyLock::new(|| {
        let begun = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist/firefox/profile");
        // It is there where tests were run before, maybe with another browser.
        let _ = fs::remove_dir_all(&begun);
        fs::create_dir_all(&begun).unwrap_or_else(|error| panic!("{}: {error}", begun.display()));
        Firefox::start_in(&begun, Launch::default()).close();
        begun
    });
    let is_empty = fs::read_dir(profile).is_ok_and(|mut entries| entries.next().is_none());
    if is_empty {
        copy_folder(&BEGUN, profile).unwrap_or_else(|error| panic!("{}: {error}", profile.display()));
    }
}

/// Quiet, the same on every machine, and able to load an extension that nobody has signed.
fn capabilities(profile: &Path, launch: Launch<'_>) -> Value {
    let mut arguments = vec![json!("-profile"), json!(profile)];
    if !launch.headed {
        arguments.push("-headless".into());
    }
    let firefox = std::env::var("FIREFOX").unwrap_or_else(|_| FIREFOX.to_owned());
    let preferences = json!({
        "intl.accept_languages": launch.languages.unwrap_or(LANGUAGES),
        "xpinstall.signatures.required": false,
        "extensions.autoDisableScopes": 0,
        // Nothing is made ready that no test looks at.
        "browser.newtab.preload": false,
        "browser.newtabpage.enabled": false,
        "browser.startup.homepage": "about:blank",
        "dom.ipc.processPrelaunch.enabled": false,
        // No page is asked for its icon.
        "browser.chrome.site_icons": false,
        // What is no page is shown as it is.
        "devtools.jsonview.enabled": false,
    });
    json!({
        "timeouts": { "script": DEADLINE.as_millis() },
        "moz:firefoxOptions": { "binary": firefox, "args": arguments, "prefs": preferences },
    })
}

/// What tells an extension from others, by its own word.
fn id_of(folder: &Path) -> String {
    let manifest = fs::read(folder.join("manifest.json")).expect("a manifest");
    let manifest: Value = serde_json::from_slice(&manifest).expect("a manifest in JSON");
    let id = &manifest["browser_specific_settings"]["gecko"]["id"];
    id.as_str().expect("an identity").to_owned()
}

/// An archive of an extension's folder, beside the profile.
fn packed(folder: &Path, profile: &Path) -> PathBuf {
    let archive = profile.with_extension("xpi");
    if !archive.exists() {
        let packed = Command::new("zip")
            .args(["-q", "-0", "-r"])
            .arg(&archive)
            .arg(".")
            .current_dir(folder)
            .status();
        assert!(
            packed.is_ok_and(|status| status.success()),
            "the extension cannot be packed"
        );
    }
    archive
}
