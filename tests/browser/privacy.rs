//! Nothing leaves the browser.

use crate::driver::{Browser, Kind, Launch};
use crate::files::change;
use crate::follow_ups::{apply_long_ago, log_interview};
use crate::profile::Profile;
use crate::scene::{HARBOUR_MILL, Scene, turn};
use crate::server::NOTHING_ELSE;

#[test]
fn no_request_leaves_for_any_origin_but_the_extensions_own() {
    let scene = Scene::new();
    let requests = scene.browser.watch();

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

    let requests = requests();
    let own = scene.extension.address("");
    // In Firefox the package's own files are not asked of the network.
    let sees_files = Kind::chosen() == Kind::Chromium;
    assert_eq!(
        requests.iter().any(|address| address.ends_with(".wasm")),
        sees_files,
        "the watch sees the popup: {requests:#?}"
    );
    let foreign: Vec<_> = requests
        .iter()
        .filter(|address| !address.starts_with(&own) && !address.starts_with("data:"))
        .collect();
    assert_eq!(foreign, [HARBOUR_MILL], "of all the requests: {requests:#?}");
    assert_eq!(scene.server.asked(), [HARBOUR_MILL]);
}

/// Every browser of these tests is watched when it is closed. So that it is not because nothing is seen that nothing is said:
#[test]
fn what_leaves_is_seen() {
    let _turn = turn();
    let profile = Profile::new();
    let launch = Launch {
        arguments: &[NOTHING_ELSE.to_owned()],
        ..Launch::default()
    };
    let browser = Browser::start(&profile.path(), launch);
    let page = browser.open_page();
    let leave = "fetch('https://stranger.example/').catch(() => {})";
    page.evaluate(leave);
    assert_eq!(browser.closed(), ["https://stranger.example/"]);
}

/// So is what the extension would ask for, where the tests' own server stands in for whom it asks. Its policy keeps it from that first.
#[test]
fn what_the_extension_asks_for_is_seen() {
    const ASK: &str = "fetch('https://stranger.example/').then(() => 'asked', () => 'kept from it')";
    let scene = Scene::of_copy();
    assert_eq!(scene.backstage.evaluate(ASK), "kept from it");
    scene.extension.settle(&scene.browser);
    change(&scene.extension.folder().join("manifest.json"), |bytes| {
        let manifest = String::from_utf8_lossy(bytes).replace("content_security_policy", "no_policy");
        *bytes = manifest.into_bytes();
    });
    let scene = scene.reloaded();
    scene.backstage.evaluate(ASK);
    let asked = scene.strangers();
    assert!(
        matches!(&asked[..], [address] if address.ends_with("https://stranger.example/")),
        "{asked:#?}"
    );
}
