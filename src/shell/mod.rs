//! The browser: the only room that knows one. It gives the use-cases their ports, shows their cards and passes on what is clicked; no
//! decision is taken here.
//!
//! | file | what it knows |
//! |---|---|
//! | `chrome.rs` | the extension's interfaces, as bindings |
//! | `browser.rs`, `lock.rs` | the ports of `app/`, in a browser |
//! | `mirror.rs` | IndexedDB, where the ledger is once more |
//! | `drafts.rs` | the page's own storage |
//! | `files.rs` | files that are saved, and the folder that backups are written into |
//! | `drops.rs` | files that are dropped on a page |
//! | `zones.rs` | the wall clocks of the world |
//! | `tab.rs` | the page in front of the user, through the probe |
//! | `sites.rs` | sites that the user lets it watch, and what the watcher says there |
//! | `dom.rs` | cards into the document |
//! | `desk.rs` | events of a page into actions |
//! | `keys.rs` | keys of the keyboard into clicks |
//! | `lists.rs` | long lists, of which a part is in the document, and cards that are dragged |
//! | `steps.rs` | from screen to screen, and back |
//! | `popup.rs`, `dashboard.rs` | the pages, set to work |
//! | `worker.rs` | what is due, on the badge |
//!
//! The exports are free functions: a method that is entered twice would throw, and stay locked after a panic. Each belongs to one of the
//! programs that the crate is compiled to: what none of a program's exports needs is not in it.

#![cfg_attr(
    not(all(feature = "worker", feature = "popup", feature = "pages")),
    allow(dead_code, reason = "a program has its own exports, and what they need")
)]

mod browser;
mod chrome;
mod dashboard;
mod desk;
mod dom;
mod drafts;
mod drops;
mod files;
mod keys;
mod lists;
mod lock;
mod mirror;
mod popup;
mod sites;
mod steps;
mod tab;
#[cfg(test)]
mod tests;
mod worker;
mod zones;

use wasm_bindgen::prelude::*;

/// For the worker, when the browser or the extension begins: what [`wake`] does, and who `is_installed` and new here is welcomed.
#[cfg(feature = "worker")]
#[wasm_bindgen(js_name = start)]
pub async fn start(is_installed: bool) -> Result<(), JsError> {
    worker::start(is_installed).await
}

/// Shows on the badge what is due and sets the alarm. For the worker, whatever else woke it.
#[cfg(feature = "worker")]
#[wasm_bindgen(js_name = wake)]
pub async fn wake() -> Result<(), JsError> {
    worker::wake().await
}

/// Has the watcher run on the sites that the user lets be watched, and on no other. For the worker.
#[cfg(feature = "worker")]
#[wasm_bindgen(js_name = watch)]
pub async fn watch() -> Result<(), JsValue> {
    sites::register().await
}

/// Takes in what the watcher says. For the worker, of the program that reads pages.
#[cfg(feature = "popup")]
#[wasm_bindgen(js_name = hear)]
pub async fn hear(sender: JsValue, message: JsValue) -> Result<(), JsError> {
    sites::hear(sender, message).await
}

/// Fills the popup and answers to what is clicked in it.
#[cfg(feature = "popup")]
#[wasm_bindgen(js_name = openPopup)]
pub async fn open_popup() -> Result<(), JsValue> {
    popup::open().await
}

/// Fills the dashboard and answers to what is clicked in it.
#[cfg(feature = "pages")]
#[wasm_bindgen(js_name = openDashboard)]
pub async fn open_dashboard() -> Result<(), JsValue> {
    dashboard::open().await
}
