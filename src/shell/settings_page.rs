//! The page of the settings in its document.

use std::future::ready;

use wasm_bindgen::prelude::*;

use super::browser::Browser;
use super::desk::{Answer, Desk, News, Page, Room};
use crate::app::{Action, SettingsPage};
use crate::view::Card;

impl Page for SettingsPage<Browser> {
    fn hear(&mut self, _: News) -> Answer<'_> {
        Box::pin(ready(true))
    }

    fn act(&mut self, action: Action) -> Answer<'_> {
        Box::pin(self.act(action))
    }

    fn card(&self) -> Card {
        self.card()
    }

    /// Nothing of it is put by.
    fn place(&self) -> String {
        String::new()
    }
}

/// Opens the page.
pub(super) async fn open() -> Result<(), JsValue> {
    let room = Room::new()?;
    let browser = Browser::with(room.drafts.clone(), room.lock.clone());
    let page = SettingsPage::open(browser, room.words).await;
    Desk::open(room, Box::new(page))?.tell(News::Shown);
    Ok(())
}
