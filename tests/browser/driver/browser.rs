//! A browser: its tabs and other targets.

use std::path::Path;

use serde_json::{Value, json};

use super::process::Process;
use super::wait::until;
use super::{Connection, Session};

/// Quiet, the same on every machine, and able to load an extension and click its icon.
const ARGUMENTS: [&str; 15] = [
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
    // English of no region: the pages that are asked for say how a region writes it.
    "--accept-lang=en",
];

/// Targets in which no page and no extension runs: the browser's own.
const NO_PAGES: [&str; 3] = ["tab", "browser", "browser_ui"];

/// How a browser is started.
#[derive(Clone, Copy, Default)]
pub(crate) struct Launch<'a> {
    /// With a window on the screen.
    pub(crate) headed: bool,
    /// Further arguments.
    pub(crate) arguments: &'a [String],
    /// Further variables of its environment.
    pub(crate) environment: &'a [(&'a str, &'a str)],
}

/// A running Chromium. Dropped, it is closed.
pub(crate) struct Browser {
    connection: Connection,
    process: Process,
}

/// A tab, with a session in its page.
pub(crate) struct Tab {
    /// The tab's own target, which a click on a toolbar button needs.
    pub(crate) target: String,
    /// What it shows.
    pub(crate) page: Session,
}

impl Browser {
    /// Starts one that keeps everything in the folder `profile`.
    pub(crate) fn start(profile: &Path, launch: Launch<'_>) -> Self {
        let mut arguments: Vec<String> = ARGUMENTS.map(str::to_owned).into();
        if !launch.headed {
            arguments.push("--headless=new".to_owned());
            // High enough for a popup of full height.
            arguments.push("--screen-info={1600x1200}".to_owned());
        }
        arguments.push(format!("--user-data-dir={}", profile.display()));
        arguments.extend_from_slice(launch.arguments);
        arguments.push("about:blank".to_owned());
        let (process, commands, answers) =
            Process::start(&arguments, launch.environment, &profile.with_extension("log"));
        let connection = Connection::new(commands, answers);
        let browser = Self { connection, process };
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

    /// The targets of a type (`page`, `tab`, `service_worker`) at an address.
    #[track_caller]
    pub(crate) fn targets(&self, kind: &str, address: &str) -> Vec<String> {
        self.all_targets()
            .iter()
            .filter(|target| target["type"] == kind && target["url"] == address)
            .map(id_of)
            .collect()
    }

    /// Waits for a target of a type at an address, other than `known`. A popup begins as another type, without an address.
    #[track_caller]
    pub(crate) fn wait_for_target(&self, kind: &str, address: &str, known: &[String]) -> String {
        until(&format!("a {kind} at {address}"), || {
            let mut found = self.targets(kind, address);
            found.retain(|target| !known.contains(target));
            found.pop().ok_or_else(|| format!("{:#?}", self.all_targets()))
        })
    }

    /// Ends a target, and waits until it is no more: closes a page, stops a worker.
    #[track_caller]
    pub(crate) fn end(&self, target: &str) {
        self.call("Target.closeTarget", json!({ "targetId": target }));
        until("a target to end", || {
            match self.all_targets().into_iter().find(|left| left["targetId"] == target) {
                None => Ok(()),
                Some(left) => Err(left.to_string()),
            }
        });
    }

    /// Opens a session with a target.
    #[track_caller]
    pub(crate) fn attach(&self, target: &str) -> Session {
        let answer = self.call("Target.attachToTarget", json!({ "targetId": target, "flatten": true }));
        let session = answer["sessionId"].as_str().expect("a session").to_owned();
        Session::new(self.connection.clone(), target.to_owned(), session)
    }

    /// Opens a tab in front of the others, and waits until its page has loaded.
    #[track_caller]
    pub(crate) fn open(&self, address: &str) -> Tab {
        let tab = self.open_blank(&json!({ "url": "about:blank" }));
        tab.page.go(address);
        tab
    }

    /// Opens a tab in a window of its own, behind the others.
    #[track_caller]
    pub(crate) fn open_behind(&self, address: &str) -> Tab {
        let tab = self.open_blank(&json!({ "url": "about:blank", "newWindow": true, "background": true }));
        tab.page.go(address);
        tab
    }

    /// Opens an empty page, in a tab of which nothing is asked.
    #[track_caller]
    pub(crate) fn open_page(&self) -> Session {
        let page = self.call("Target.createTarget", json!({ "url": "about:blank" }));
        self.attach(page["targetId"].as_str().expect("a target"))
    }

    fn open_blank(&self, parameters: &Value) -> Tab {
        // Chromium does not say which tab holds which page: it is the one that was not there before.
        let known = self.targets("tab", "about:blank");
        let page = self.call("Target.createTarget", parameters.clone());
        let page = self.attach(page["targetId"].as_str().expect("a target"));
        let target = self.wait_for_target("tab", "about:blank", &known);
        Tab { target, page }
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

    /// Waits until it is closed by hand.
    #[allow(dead_code, reason = "the demo alone waits for a person")]
    pub(crate) fn wait_until_closed(mut self) {
        self.process.wait();
    }

    fn all_targets(&self) -> Vec<Value> {
        let mut answer = self.call("Target.getTargets", json!({ "filter": [{}] }));
        serde_json::from_value(answer["targetInfos"].take()).expect("a list of targets")
    }
}

impl Drop for Browser {
    /// Closes it as a person does: so that its files are whole, and no process of its family is left to write more.
    fn drop(&mut self) {
        self.connection.post(None, "Browser.close", json!({}));
        self.process.end();
    }
}

fn id_of(target: &Value) -> String {
    target["targetId"].as_str().expect("every target has one").to_owned()
}
