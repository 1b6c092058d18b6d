//! The browser: the only room that knows one. It gives the use-cases their ports, shows their cards and passes on what is clicked; no
//! decision is taken here.
//!
//! | file | what it knows |
//! |---|---|
//! | `chrome.rs` | the extension's interfaces, as bindings |
//! | `browser.rs`, `lock.rs` | the ports of `app/`, in a browser |
//! | `drafts.rs` | the page's own storage |
//! | `tab.rs` | the page in front of the user, through the probe |
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
mod keys;
mod lists;
mod lock;
mod popup;
mod steps;
mod tab;
#[cfg(test)]
mod tests;
mod worker;

use wasm_bindgen::prelude::*;

/// Shows on the badge what is due and sets the alarm. For the worker, whatever woke it.
#[cfg(feature = "worker")]
#[wasm_bindgen(js_name = wake)]
pub async fn wake() -> Result<(), JsError> {
    worker::wake().await
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
