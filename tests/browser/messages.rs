//! What pages and other extensions send: nobody hears it.

use serde_json::json;

use crate::follow_ups::apply_long_ago;
use crate::scene::{HARBOUR_MILL, NORTHWIND, Scene};

/// A message that asks for all that the extension does, in whatever words.
const MESSAGE: &str =
    "{ type: 'erase_all', action: 'erase', kind: 'wake', key: 'head', data: { head: '', settings: null } }";

/// F47.
#[test]
fn whoever_sends_a_message_is_not_heard() {
    let scene = Scene::new();
    apply_long_ago(&scene.click(&scene.open(HARBOUR_MILL)));
    scene.wait_for_badge("1");
    let page = scene.dashboard("");
    let (kept, shown) = (scene.kept(""), page.everything());
    scene.extension.stop_worker(&scene.browser);
    let id = json!(scene.extension.id());

    // Another extension, by each way that the browser has for that.
    let stranger = scene.stranger().backstage(&scene.browser);
    let nobody = "Could not establish connection. Receiving end does not exist.";
    let sent = format!("chrome.runtime.sendMessage({id}, {MESSAGE}).then(() => 'heard', ({{ message }}) => message)");
    assert_eq!(stranger.evaluate(&sent), nobody);
    let connected = format!(
        "new Promise((done) => {{
            const port = chrome.runtime.connect({id});
            port.onMessage.addListener(() => done('heard'));
            port.onDisconnect.addListener(() => done(chrome.runtime.lastError?.message));
            port.postMessage({MESSAGE});
        }})"
    );
    assert_eq!(stranger.evaluate(&connected), nobody);

    // A page that the dashboard has opened, and that knows it from that.
    let session = page.session();
    session.evaluate("addEventListener('message', ({ data }) => { globalThis.sent = data.type; }); undefined");
    let open = format!("void open({})", json!(NORTHWIND));
    session.call("Runtime.evaluate", json!({ "expression": open, "userGesture": true }));
    let opened = scene.browser.wait_for_target("page", NORTHWIND, &[]);
    let opened = scene.browser.attach(&opened);
    opened.wait_for("the page to know who opened it", "opener !== null");
    opened.evaluate(&format!("opener.postMessage({MESSAGE}, '*')"));
    session.wait_for("the message to arrive", "globalThis.sent === 'erase_all'");
    // It has no other way.
    assert_eq!(opened.evaluate("globalThis.chrome?.runtime === undefined"), true);

    page.settle();
    assert_eq!(page.everything(), shown);
    assert_eq!(scene.kept(""), kept);
    assert!(!scene.extension.is_awake(&scene.browser), "a message wakes the worker");
}
