//! Somebody else has written into the storage, under the extension's own keys, and not even text.

use std::collections::BTreeSet;

use crate::driver::Key;
use crate::scene::Scene;

use super::{check_repaired, keep};

/// Puts something that is no text under as many keys as there are such things, and gives those keys.
const GARBLE: &str = "chrome.storage.local.get().then(Object.keys).then(async (keys) => {
    const odd = [['a', 'list'], { an: 'object' }, null, new Map([['a', 'map']]), 7];
    const taken = [...keys.filter((key) => key.startsWith('app/')).slice(0, odd.length - 1), 'settings'];
    await chrome.storage.local.set(Object.fromEntries(taken.map((key, index) => [key, odd[index]])));
    return taken;
})";

/// The same under every other key of what is derived.
const GARBLE_DERIVED: &str = "chrome.storage.local.get().then(Object.keys).then((keys) => {
    const taken = keys.filter((key, index) => /^(agenda|link|index)/.test(key) && index % 2);
    return chrome.storage.local.set(Object.fromEntries(taken.map((key) => [key, [key]])));
})";

/// F48, F49.
#[test]
fn f49_what_is_no_text_is_put_aside_and_comes_back_from_the_mirror() {
    let scene = Scene::new();
    let page = scene.dashboard("#settings");
    page.fill(
        "[data-key=r4] [data-list=cases] > :first-child form:first-child input",
        "9",
    );
    page.session().press(Key::Tab);
    page.wait_for(".notice");
    scene.close(page);
    let kept = keep(&scene);
    let settings = scene.kept("settings");
    assert_eq!(settings.len(), 1);
    scene.extension.stop_worker(&scene.browser);

    let taken = scene.backstage.evaluate(GARBLE);
    let taken: BTreeSet<String> = serde_json::from_value(taken).expect("keys");
    assert_eq!(taken.len(), 5);
    scene.backstage.evaluate(GARBLE_DERIVED);
    check_repaired(&scene, &kept);
    assert_eq!(scene.kept("settings"), settings);
    let aside = scene.kept("bad/").into_values();
    let aside: BTreeSet<String> = aside
        .filter_map(|value| value["key"].as_str().map(str::to_owned))
        .collect();
    assert!(taken.is_subset(&aside), "of {taken:?} there are {aside:?}");
    let page = scene.dashboard("#applications");
    page.wait_for(".application-row");
    for title in kept {
        assert!(page.everything().contains(&title), "{}", page.everything());
    }
}
