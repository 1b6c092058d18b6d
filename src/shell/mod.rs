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
//! | `popup.rs`, `settings_page.rs` | the pages, set to work |
//!
//! The exports are free functions: a method that is entered twice would throw, and stay locked after a panic.

mod browser;
mod chrome;
mod desk;
mod dom;
mod drafts;
mod lock;
mod popup;
mod settings_page;
mod tab;
#[cfg(test)]
mod tests;

use wasm_bindgen::prelude::*;

use crate::app::remind;
use crate::view::Words;
use browser::Browser;

/// Shows on the badge what is due and sets the alarm. For the worker, whatever woke it.
#[wasm_bindgen(js_name = wake)]
pub async fn wake() -> Result<(), JsError> {
    let words = Words::for_language(&chrome::language());
    remind(&Browser::default(), words)
        .await
        .map_err(|fault| JsError::new(&format!("{fault:?}")))
}

/// Fills the popup and answers to what is clicked in it.
#[wasm_bindgen(js_name = openPopup)]
pub async fn open_popup() -> Result<(), JsValue> {
    popup::open().await
}

/// Fills the page of the settings and answers to what is chosen on it.
#[wasm_bindgen(js_name = openSettings)]
pub async fn open_settings() -> Result<(), JsValue> {
    settings_page::open().await
}
