//! Saved pages, read as the extension reads them: each at its own address, by the real probe, in a browser that loads nothing else.

use std::sync::{Arc, Mutex, PoisonError};

use serde_json::{Value, json};
use your_move::capture::{PageSnapshot, selectors};
use your_move::domain::SafeLink;

use crate::driver::{Browser, Connection, Launch, Session};
use crate::profile::Profile;

/// The probe's source, to be followed by a call of it.
pub(crate) const PROBE: &str = include_str!("../../extension/probe.js");

/// The argument that lets Chromium find no machine at all.
const NO_MACHINE: &str = "--host-resolver-rules=MAP * ~NOTFOUND";

/// Where a page stands whose own address nobody knows: it is nobody's, and that of neither a posting nor a list.
pub(crate) const NOWHERE: &str = "https://x.example/page";

/// A browser in which saved pages are opened, one at a time.
pub(crate) struct Reader {
    browser: Browser,
    shown: Arc<Mutex<Option<Shown>>>,
    /// It ends after its browser.
    _profile: Profile,
}

/// What is served next.
struct Shown {
    /// The page's frame.
    frame: String,
    /// What is answered to the frame's first request.
    answer: Value,
}

impl Reader {
    /// Starts the browser.
    #[track_caller]
    pub(crate) fn start() -> Self {
        let profile = Profile::new();
        let launch = Launch {
            arguments: &[NO_MACHINE.to_owned()],
            // What a page of others asks for is its own, and gets no answer.
            unwatched: true,
            ..Launch::default()
        };
        let browser = Browser::start(&profile.path(), launch);
        let shown = Arc::new(Mutex::new(None));
        let serving = Arc::clone(&shown);
        browser.connection().listen(move |connection, event| {
            let session = event["sessionId"].as_str();
            match event["method"].as_str() {
                Some("Fetch.requestPaused") => answer(connection, session, &event["params"], &serving),
                // It would stand in front of the page until somebody answers.
                Some("Page.javascriptDialogOpening") => {
                    connection.post(session, "Page.handleJavaScriptDialog", json!({ "accept": false }));
                }
                _ => {}
            }
        });
        browser.call("Fetch.enable", json!({ "patterns": [{ "urlPattern": "*" }] }));
        Self {
            browser,
            shown,
            _profile: profile,
        }
    }

    /// What the probe brings from a page that was saved as these bytes, at its address, or [`NOWHERE`].
    ///
    /// # Errors
    /// Where the page does not come to rest, or the browser is gone.
    pub(crate) fn snapshot(&self, page: &[u8], kind: &str, address: Option<&str>) -> Result<PageSnapshot, String> {
        let tab = self.browser.open_page();
        let answer = json!({
            "responseCode": 200,
            "responseHeaders": [{ "name": "Content-Type", "value": kind }],
            "body": base64(page),
        });
        let frame = tab.target().to_owned();
        *self.shown.lock().unwrap_or_else(PoisonError::into_inner) = Some(Shown { frame, answer });
        let snapshot = visit(&tab, address.unwrap_or(NOWHERE));
        // A page that is busy with itself is not waited for.
        let parameters = json!({ "targetId": tab.target() });
        self.browser.connection().post(None, "Target.closeTarget", parameters);
        snapshot
    }
}

fn visit(tab: &Session, address: &str) -> Result<PageSnapshot, String> {
    // So that the page's dialogs are told.
    tab.try_call("Page.enable", json!({}))?;
    tab.try_go(address)?;
    let place = tab.try_evaluate_beside("[location.href, location.origin]")?;
    let selectors: serde_json::Map<_, _> = SafeLink::new(place[0].as_str().unwrap_or_default())
        .iter()
        .flat_map(selectors)
        .map(|(name, selector)| ((*name).to_owned(), json!(selector)))
        .collect();
    let brought = tab.try_evaluate_beside(&format!("{PROBE}\nprobe({})", json!(selectors)))?;
    // What a page puts by is not for the next one.
    let parameters = json!({ "origin": place[1], "storageTypes": "all" });
    tab.try_call("Storage.clearDataForOrigin", parameters)?;
    serde_json::from_value(brought).map_err(|error| error.to_string())
}

/// What kind of document a file is, by its name and its bytes. Of a page that is not in UTF-8 the browser finds out itself in what it is.
pub(crate) fn kind_of(file: &str, bytes: &[u8]) -> &'static str {
    if file.to_ascii_lowercase().ends_with(".pdf") {
        "application/pdf"
    } else if str::from_utf8(bytes).is_ok() {
        "text/html; charset=utf-8"
    } else {
        "text/html"
    }
}

/// Gives a page to its own frame, once. All else that is asked for is called off: a page that would go elsewhere stays.
fn answer(connection: &Connection, session: Option<&str>, request: &Value, shown: &Mutex<Option<Shown>>) {
    let is_own = |shown: &mut Shown| request["resourceType"] == "Document" && request["frameId"] == shown.frame;
    let own = shown.lock().unwrap_or_else(PoisonError::into_inner).take_if(is_own);
    let (method, mut parameters) = match own {
        Some(shown) => ("Fetch.fulfillRequest", shown.answer),
        None => ("Fetch.failRequest", json!({ "errorReason": "Aborted" })),
    };
    parameters["requestId"] = request["requestId"].clone();
    connection.post(session, method, parameters);
}

/// Bytes as the protocol wants them.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let bits = three.iter().enumerate().fold(0_usize, |bits, (index, byte)| {
            bits | usize::from(*byte) << (16 - 8 * index)
        });
        for digit in 0..4 {
            text.push(match digit <= three.len() {
                true => char::from(DIGITS[(bits >> (18 - 6 * digit)) & 63]),
                false => '=',
            });
        }
    }
    text
}
