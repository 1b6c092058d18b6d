//! The browser itself.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};

use super::process::Process;
use super::{Connection, Devtools, network};
use crate::driver::Launch;
use crate::driver::engine::{Engine, Loaded, Page, Place, Target};
use crate::driver::wait::until;

/// Quiet, the same on every machine, and able to load an extension and click its icon.
const ARGUMENTS: [&str; 14] = [
    "--remote-debugging-pipe",
    "--enable-unsafe-extension-debugging",
    // The tests may run as root, where there is no sandbox.
    "--no-sandbox",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--password-store=basic",
    "--lang=en-US",
];

/// English of no region: the pages that are asked for say how a region writes it.
const LANGUAGES: &str = "en";

/// Targets in which no page and no extension runs: the browser's own.
const NO_PAGES: [&str; 3] = ["tab", "browser", "browser_ui"];

/// A running Chromium.
pub(crate) struct Chromium {
    connection: Connection,
    process: Process,
    /// Where it logs what it asks of the network.
    network: Option<PathBuf>,
}

impl Chromium {
    /// Starts one that keeps everything in the folder `profile`.
    pub(in crate::driver) fn start(profile: &Path, launch: Launch<'_>) -> Self {
        let mut arguments: Vec<String> = ARGUMENTS.map(str::to_owned).into();
        let languages = launch.languages.unwrap_or(LANGUAGES);
        arguments.push(format!("--accept-lang={languages}"));
        if !launch.headed {
            arguments.push("--headless=new".to_owned());
            // High enough for a popup of full height.
            arguments.push("--screen-info={1600x1200}".to_owned());
        }
        let network = (!launch.unwatched).then(|| profile.with_extension("network.json"));
        if let Some(log) = &network {
            arguments.push(format!("--log-net-log={}", log.display()));
            arguments.push("--net-log-capture-mode=Default".to_owned());
        }
        // It is loaded whenever the browser starts, as if it were installed.
        if let Some(folder) = launch.extension {
            arguments.push(format!("--load-extension={}", folder.display()));
        }
        arguments.push(format!("--user-data-dir={}", profile.display()));
        arguments.extend_from_slice(launch.arguments);
        arguments.push("about:blank".to_owned());
        let (process, commands, answers) =
            Process::start(&arguments, launch.environment, &profile.with_extension("log"));
        let connection = Connection::new(commands, answers);
        let browser = Self {
            connection,
            process,
            network,
        };
        browser.connection.listen(close_inspector);
        browser.call("Target.setDiscoverTargets", json!({ "discover": true, "filter": [{}] }));
        browser
    }

    /// The pipe, to listen on.
    pub(crate) fn connection(&self) -> &Connection {
        &self.connection
    }

    /// Sends a command to the browser itself.
    ///
    /// # Panics
    /// When it is refused.
    #[track_caller]
    pub(crate) fn call(&self, method: &str, parameters: Value) -> Value {
        self.connection
            .call(None, method, parameters)
            .unwrap_or_else(|error| panic!("{error}"))
    }

    /// Gives every target these commands, now and in future: a new one before any of its own code runs.
    #[track_caller]
    pub(crate) fn follow(&self, commands: Vec<(&'static str, Value)>) {
        self.connection.listen(move |connection, event| {
            if event["method"] == "Target.attachedToTarget" {
                let session = event["params"]["sessionId"].as_str();
                for (method, parameters) in &commands {
                    connection.post(session, method, parameters.clone());
                }
                connection.post(session, "Runtime.runIfWaitingForDebugger", json!({}));
            }
        });
        let mut filter: Vec<Value> = NO_PAGES.map(|kind| json!({ "type": kind, "exclude": true })).into();
        filter.push(json!({}));
        self.call(
            "Target.setAutoAttach",
            json!({ "autoAttach": true, "waitForDebuggerOnStart": true, "flatten": true, "filter": filter }),
        );
    }

    fn session(&self, target: &str) -> Devtools {
        let answer = self.call("Target.attachToTarget", json!({ "targetId": target, "flatten": true }));
        let session = answer["sessionId"].as_str().expect("a session").to_owned();
        Devtools::new(self.connection.clone(), target.to_owned(), session)
    }

    fn blank_tabs(&self) -> Vec<String> {
        let tabs = self.targets().into_iter();
        let blank = tabs.filter(|target| target.kind == "tab" && target.address == "about:blank");
        blank.map(|target| target.id).collect()
    }
}

/// Some versions open the developer tools for a popup whose icon is clicked from here. They write its size across it, and take it for what they
/// emulate themselves; it stays without them.
fn close_inspector(connection: &Connection, event: &Value) {
    let target = &event["params"]["targetInfo"];
    if event["method"] == "Target.targetInfoChanged"
        && target["type"] == "page"
        && target["url"]
            .as_str()
            .is_some_and(|address| address.starts_with("devtools://"))
    {
        connection.post(None, "Target.closeTarget", json!({ "targetId": target["targetId"] }));
    }
}

impl Engine for Chromium {
    fn targets(&self) -> Vec<Target> {
        let answer = self.call("Target.getTargets", json!({ "filter": [{}] }));
        let targets = answer["targetInfos"].as_array().expect("a list of targets");
        let text = |target: &Value, name: &str| target[name].as_str().unwrap_or_default().to_owned();
        let targets = targets.iter().map(|target| Target {
            id: text(target, "targetId"),
            kind: text(target, "type"),
            address: text(target, "url"),
        });
        targets.collect()
    }

    fn attach(&self, target: &str) -> Box<dyn Page> {
        Box::new(self.session(target))
    }

    fn end(&self, target: &str) {
        self.call("Target.closeTarget", json!({ "targetId": target }));
    }

    fn open_tab(&self, place: Place) -> (String, String) {
        // Chromium does not say which tab holds which page: it is the one that was not there before.
        let known = self.blank_tabs();
        let behind = place != Place::Front;
        let page = json!({ "url": "about:blank", "newWindow": behind, "background": behind });
        let page = self.call("Target.createTarget", page);
        let page = page["targetId"].as_str().expect("a target").to_owned();
        let tab = until("a tab", || {
            let mut tabs = self.blank_tabs();
            tabs.retain(|tab| !known.contains(tab));
            tabs.pop().ok_or_else(|| format!("{:#?}", self.targets()))
        });
        (tab, page)
    }

    fn begin_with(&self, script: &str) {
        self.follow(vec![
            // A worker has no document.
            ("Runtime.evaluate", json!({ "expression": script })),
            ("Page.enable", json!({})),
            ("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })),
        ]);
    }

    fn redirect_to(&self, port: u16) {
        self.connection.listen(move |connection, event| {
            if event["method"] == "Fetch.requestPaused" {
                let request = &event["params"];
                let address = request["request"]["url"].as_str().unwrap_or_default();
                let here = format!("http://127.0.0.1:{port}/{address}");
                let parameters = json!({ "requestId": request["requestId"], "url": here });
                connection.post(event["sessionId"].as_str(), "Fetch.continueRequest", parameters);
            }
        });
        self.call("Fetch.enable", json!({ "patterns": [{ "urlPattern": "http*://*" }] }));
    }

    fn watch(&self) -> Box<dyn Fn() -> BTreeSet<String>> {
        let requests = Arc::new(Mutex::new(BTreeSet::new()));
        let seen = Arc::clone(&requests);
        self.connection.listen(move |_, event| {
            let address = match event["method"].as_str() {
                Some("Network.requestWillBeSent") => &event["params"]["request"]["url"],
                Some("Network.webSocketCreated" | "Network.webTransportCreated") => &event["params"]["url"],
                _ => return,
            };
            let address = address.as_str().unwrap_or_default().to_owned();
            seen.lock().expect("nobody panics with it in hand").insert(address);
        });
        self.follow(vec![("Network.enable", json!({}))]);
        Box::new(move || requests.lock().expect("nobody panics with it in hand").clone())
    }

    fn save_into(&self, folder: &Path) {
        let saving = json!({ "behavior": "allow", "downloadPath": folder });
        self.call("Browser.setDownloadBehavior", saving);
    }

    fn loaded(&self, folder: &Path) -> Result<Loaded, String> {
        let loaded = self.call("Extensions.getExtensions", json!({}));
        let mut extensions = loaded["extensions"].as_array().into_iter().flatten();
        let id = extensions
            .find(|extension| extension["path"].as_str().map(Path::new) == Some(folder))
            .and_then(|extension| extension["id"].as_str().map(str::to_owned))
            .ok_or_else(|| loaded.to_string())?;
        let origin = format!("chrome-extension://{id}");
        Ok(Loaded { id, origin })
    }

    fn click_icon(&self, extension: &str, tab: &str) {
        self.call("Extensions.triggerAction", json!({ "id": extension, "targetId": tab }));
    }

    fn disable_and_enable(&self, extension: &str) {
        let (_, page) = self.open_tab(Place::Front);
        let switches = crate::driver::Session::new(self.attach(&page));
        switches.go("chrome://extensions/");
        for is_enabled in [false, true] {
            switches.evaluate(&format!(
                "chrome.management.setEnabled({}, {is_enabled})",
                json!(extension)
            ));
        }
    }

    fn wait_until_closed(&mut self) {
        self.process.wait();
    }

    fn close(&mut self) -> Vec<String> {
        // As a person does: so that its files are whole, and no process of its family is left to write more.
        self.connection.post(None, "Browser.close", json!({}));
        self.process.end();
        let network = self.network.take();
        network.map(|log| network::strangers(&log)).unwrap_or_default()
    }

    fn kill(&mut self) {
        self.process.kill();
        self.connection.wait_until_ended();
    }

    fn chromium(&self) -> &Chromium {
        self
    }
}
