//! Nothing leaves the browser.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use serde_json::json;

use crate::follow_ups::{apply_long_ago, log_interview};
use crate::scene::{HARBOUR_MILL, Scene};

#[test]
fn no_request_leaves_for_any_origin_but_the_extensions_own() {
    let scene = Scene::new();
    let requests = Arc::new(Mutex::new(BTreeSet::new()));
    let seen = Arc::clone(&requests);
    scene.browser.connection().listen(move |_, event| {
        let address = match event["method"].as_str() {
            Some("Network.requestWillBeSent") => &event["params"]["request"]["url"],
            Some("Network.webSocketCreated" | "Network.webTransportCreated") => &event["params"]["url"],
            _ => return,
        };
        seen.lock()
            .unwrap()
            .insert(address.as_str().unwrap_or_default().to_owned());
    });
    scene.browser.follow(vec![("Network.enable", json!({}))]);

    let tab = scene.open(HARBOUR_MILL);
    let popup = scene.click(&tab);
    apply_long_ago(&popup);
    log_interview(&popup, "Mara Lindqvist");
    scene.wait_for_badge("2");
    popup.press("#moves > ul > :first-child [data-action=sent]");
    scene.wait_for_badge("1");
    popup.press(".dock [data-action=undo]");
    scene.wait_for_badge("2");
    scene.close(popup);
    scene.extension.stop_worker(&scene.browser);
    scene.backstage.evaluate("chrome.action.setBadgeText({ text: 'old' })");
    scene.ring();
    scene.wait_for_badge("2");

    let requests = requests.lock().unwrap();
    let own = scene.extension.address("");
    assert!(
        requests.iter().any(|address| address.ends_with(".wasm")),
        "the watch sees the popup: {requests:#?}"
    );
    let foreign: Vec<_> = requests
        .iter()
        .filter(|address| !address.starts_with(&own) && !address.starts_with("data:"))
        .collect();
    assert_eq!(foreign, [HARBOUR_MILL], "of all the requests: {requests:#?}");
    assert_eq!(scene.server.asked(), [HARBOUR_MILL]);
}
