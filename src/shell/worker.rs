//! The worker: what is due, on the badge.

use wasm_bindgen::prelude::*;

use super::browser::Browser;
use super::chrome;
use crate::app::remind;

/// Shows what is due and sets the alarm.
pub(super) async fn wake() -> Result<(), JsError> {
    remind(&Browser::default(), chrome::words())
        .await
        .map_err(|fault| JsError::new(&format!("{fault:?}")))
}
