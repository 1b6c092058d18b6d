//! The worker: what is due, on the badge.

use wasm_bindgen::prelude::*;

use super::browser::Browser;
use super::chrome::{self, answer, create_tab, object};
use crate::app::{self, is_new};

const WELCOME: &str = "dashboard.html#welcome";

thread_local! {
    /// The worker's own, for as long as it runs.
    static BROWSER: Browser = Browser::default();
}

/// What is done once, when the browser or the extension begins.
pub(super) async fn start(is_installed: bool) -> Result<(), JsError> {
    if is_installed && is_new(&BROWSER.with(Browser::clone)).await {
        // Where no tab opens, the icon still leads there.
        let _ = answer(create_tab(&object(&[("url", WELCOME.into())]))).await;
    }
    work(true).await
}

/// Shows what is due, sets the alarm, and has the mirror catch up.
pub(super) async fn wake() -> Result<(), JsError> {
    work(false).await
}

async fn work(starts: bool) -> Result<(), JsError> {
    let browser = BROWSER.with(Browser::clone);
    app::wake(&browser, chrome::words(), starts)
        .await
        .map_err(|fault| JsError::new(&format!("{fault:?}")))
}
