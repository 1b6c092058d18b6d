//! What a browser asked of the network, by its own log.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

/// This machine, where the tests have a server.
const HERE: &str = "http://127.0.0.1:";

/// Begins a request, whoever asks: a page, a worker or the browser itself.
const REQUEST: &str = "URL_REQUEST_START_JOB";

/// The flag of a request for what a tab is to show: `LOAD_MAIN_FRAME_DEPRECATED`.
const PAGE: u64 = 1 << 8;

/// The addresses that were asked for on other machines than this one, by pages and workers, or for them; and all that an extension asked for
/// anywhere, but for a page that is to be shown. What the browser asks of its makers for itself is not among them: no switch turns all of that off.
///
/// # Panics
/// Where there is no log: nothing is known then.
#[track_caller]
pub(super) fn strangers(log: &Path) -> Vec<String> {
    let log = fs::read(log).unwrap_or_else(|error| panic!("{}: {error}", log.display()));
    let log = String::from_utf8_lossy(&log);
    foreign(&log)
}

/// Those of a log: numbers by the names of events, and then an event on each line. That of a browser that was killed ends anywhere.
fn foreign(log: &str) -> Vec<String> {
    let mut lines = log.lines();
    let names = lines.next().and_then(event_numbers);
    let request = names.and_then(|names| names.get(REQUEST).copied());
    let request = request.expect("a log that names its events");
    let events = lines.filter_map(|line| serde_json::from_str::<Value>(line.trim_end_matches(',')).ok());
    events
        .filter(|event| event["type"] == request && is_foreign(&event["params"]))
        .filter_map(|event| event["params"]["url"].as_str().map(str::to_owned))
        .collect()
}

fn is_foreign(request: &Value) -> bool {
    // Where a server of the tests stands in for all others, an extension would be answered by that.
    let is_extensions = text(request, "initiator").starts_with("chrome-extension:") && !is_page(request);
    is_extensions || !text(request, "url").starts_with(HERE) && !is_browsers_own(request)
}

/// Whether it is for a page in a tab. What kind of request it is is not said any more once another server stands in.
fn is_page(request: &Value) -> bool {
    let flags = request["load_flags"].as_u64();
    flags.is_some_and(|flags| flags & PAGE != 0)
}

/// Nobody asked for it, and it is no page that is to be shown.
fn is_browsers_own(request: &Value) -> bool {
    request["initiator"] == "not an origin" && request["request_type"] == "other"
}

fn text<'a>(request: &'a Value, name: &str) -> &'a str {
    request[name].as_str().unwrap_or_default()
}

fn event_numbers(line: &str) -> Option<HashMap<String, u64>> {
    let constants = line.strip_prefix(r#"{"constants":"#)?.trim_end_matches(',');
    let mut constants: Value = serde_json::from_str(constants).ok()?;
    serde_json::from_value(constants["logEventTypes"].take()).ok()
}

#[test]
fn a_log_is_read_as_far_as_it_goes() {
    let head = r#"{"constants": {"logEventTypes": {"OTHER": 1, "URL_REQUEST_START_JOB": 2}},"#;
    let event = |kind: u64, initiator: &str, request_type: &str, address: &str| {
        let flags = if request_type == "main frame" { 33_024 } else { 32_768 };
        let asked = serde_json::json!({
            "initiator": initiator, "request_type": request_type, "load_flags": flags, "url": address,
        });
        format!("{},", serde_json::json!({ "params": asked, "phase": 1, "type": kind }))
    };
    let extension = "chrome-extension://abc";
    let events = [
        event(2, "https://a.example", "other", "https://a.example/by-a-page"),
        event(1, "https://a.example", "other", "https://b.example/no-request"),
        event(2, "not an origin", "other", "https://c.example/by-the-browser"),
        event(2, "not an origin", "main frame", "http://127.0.0.1:1/a-page"),
        event(2, extension, "main frame", "http://127.0.0.1:1/a-link"),
        event(2, extension, "other", "http://127.0.0.1:1/by-an-extension"),
    ];
    for ended in [r#"{"params":{"url":"https://d.exam"#, "]}", ""] {
        let log = [head, r#""events": ["#, &events.join("\n"), ended].join("\n");
        assert_eq!(
            foreign(&log),
            ["https://a.example/by-a-page", "http://127.0.0.1:1/by-an-extension"],
            "{ended}"
        );
    }
}
