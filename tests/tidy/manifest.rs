//! The manifest asks for what the design says and for nothing more.

use std::fs;

use serde_json::{Value, json};

use super::project;

const MANIFEST: &str = "extension/manifest.json";

/// Every key that the manifest may have, with its value where that is decided.
fn decided() -> Value {
    json!({
        "manifest_version": 3,
        "name": "__MSG_extension_name__",
        "description": "__MSG_extension_description__",
        "version": env!("CARGO_PKG_VERSION"),
        "default_locale": "en",
        "icons": {
            "16": "icons/icon-16.png",
            "32": "icons/icon-32.png",
            "48": "icons/icon-48.png",
            "128": "icons/icon-128.png",
        },
        "action": {
            "default_title": "__MSG_action_title__",
            "default_popup": "popup.html",
            "default_icon": { "16": "icons/icon-16.png", "32": "icons/icon-32.png", "48": "icons/icon-48.png" },
        },
        "commands": {
            "_execute_action": {
                "suggested_key": { "default": "Alt+Shift+Y" },
                "description": "__MSG_command_capture__",
            },
        },
        "options_ui": { "page": "dashboard.html", "open_in_tab": true },
        "background": { "service_worker": "background.js", "scripts": ["background.js", "firefox.js"], "type": "module" },
        // None of these warns on installation.
        "permissions": ["activeTab", "alarms", "scripting", "storage", "unlimitedStorage"],
        // Asked for on a click, for one site, and withdrawable; until then the extension sees no page but the one whose icon is clicked.
        "optional_host_permissions": ["https://*/*"],
        // A private window of Firefox would have a ledger of its own.
        "incognito": "not_allowed",
        // Where this is not said, every other extension can wake the worker with a message that nobody listens for.
        "externally_connectable": { "ids": [] },
        "content_security_policy": {
            "extension_pages": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; \
                frame-ancestors 'none'",
        },
        "minimum_chrome_version": "123",
        "browser_specific_settings": {
            "gecko": {
                "id": "your-move@your-move.example",
                "strict_min_version": "140.0",
                "data_collection_permissions": { "required": ["none"] },
            },
            // The first for Android that reads of `data_collection_permissions`.
            "gecko_android": { "strict_min_version": "142.0" },
        },
    })
}

pub(crate) fn manifest(text: &str) -> Vec<String> {
    let Ok(Value::Object(manifest)) = serde_json::from_str(text) else {
        return vec![format!("{MANIFEST}:1: not an object of JSON")];
    };
    let decided = decided();
    let decided = decided.as_object().expect("an object");
    let line = |key: &str| {
        text.lines()
            .position(|line| line.trim_start().starts_with(&format!("\"{key}\"")))
            .map_or(1, |at| at + 1)
    };
    let strays = manifest
        .keys()
        .filter(|key| !decided.contains_key(*key))
        .map(|key| format!("{MANIFEST}:{}: {key} is not decided", line(key)));
    let others = decided
        .iter()
        .filter(|(key, value)| manifest.get(*key) != Some(value))
        .map(|(key, value)| format!("{MANIFEST}:{}: {key} is to be {value}", line(key)));
    strays.chain(others).collect()
}

/// The words that the manifest takes from `messages`.
fn words(text: &str, messages: &str) -> Vec<String> {
    let messages: Value = serde_json::from_str(messages).expect("words in JSON");
    let named = text
        .split("__MSG_")
        .skip(1)
        .filter_map(|after| after.split_once("__"))
        .map(|(name, _)| name);
    named
        .filter(|name| messages.get(name).and_then(|word| word.get("message")).is_none())
        .map(|name| format!("{MANIFEST}: {name} is not among the words"))
        .collect()
}

/// Width and height of a PNG, from its header.
fn size(png: &[u8]) -> Option<(u32, u32)> {
    let header = png.strip_prefix(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")?;
    let number = |at: usize| Some(u32::from_be_bytes(header.get(at..at + 4)?.try_into().ok()?));
    Some((number(0)?, number(4)?))
}

#[test]
fn the_manifest_is_what_was_decided() {
    project::none(manifest(&project::read(MANIFEST)));
}

#[test]
fn the_manifests_words_are_there() {
    project::none(words(
        &project::read(MANIFEST),
        &project::read("extension/_locales/en/messages.json"),
    ));
}

#[test]
fn each_icon_has_its_size() {
    for side in [16, 32, 48, 128] {
        let path = format!("extension/icons/icon-{side}.png");
        let png = fs::read(project::root().join(&path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        assert_eq!(size(&png), Some((side, side)), "{path}");
    }
}

#[test]
fn what_was_not_decided_is_named() {
    let asked = decided().to_string().replace("\"alarms\"", "\"alarms\",\"tabs\"");
    project::complains(
        manifest(&asked),
        &["extension/manifest.json:1: permissions is to be \
           [\"activeTab\",\"alarms\",\"scripting\",\"storage\",\"unlimitedStorage\"]"],
    );
    let open = decided().to_string().replacen('{', "{\n\"host_permissions\": [],", 1);
    project::complains(
        manifest(&open),
        &["extension/manifest.json:2: host_permissions is not decided"],
    );
    let loose = decided().to_string().replace("default-src 'none'; ", "");
    assert_eq!(manifest(&loose).len(), 1);
    project::complains(manifest("[]"), &["extension/manifest.json:1: not an object of JSON"]);
}

#[test]
fn a_missing_word_and_a_wrong_icon_are_named() {
    let messages = r#"{"here": {"message": "Here"}, "empty": {}}"#;
    let expected = [
        "extension/manifest.json: empty is not among the words",
        "extension/manifest.json: gone is not among the words",
    ];
    project::complains(words("__MSG_here__ __MSG_empty__ __MSG_gone__", messages), &expected);
    assert_eq!(size(b"GIF89a"), None);
    assert_eq!(
        size(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x20"),
        Some((16, 32))
    );
}
