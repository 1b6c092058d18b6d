//! The page of the settings in its document.

use wasm_bindgen::prelude::*;

use super::browser::Browser;
use super::desk::{Answer, Desk, News, Page, Room, listen};
use crate::app::{Action, SettingsPage};
use crate::view::{Card, Words};

impl Page for SettingsPage<Browser> {
    /// It is seen, for the first time or again.
    fn hear(&mut self, _: News) -> Answer<'_> {
        Box::pin(async {
            self.look_again().await;
            true
        })
    }

    fn act(&mut self, action: Action) -> Answer<'_> {
        Box::pin(self.act(action))
    }

    fn card(&self) -> Card {
        self.card()
    }

    fn words(&self) -> Words {
        self.words()
    }

    /// Nothing of it is put by.
    fn place(&self) -> String {
        String::new()
    }
}

/// Opens the page.
pub(super) async fn open() -> Result<(), JsValue> {
    let room = Room::new()?;
    let browser = Browser::with(room.drafts.clone());
    let page = SettingsPage::new(browser, room.words);
    let document = room.window.document().ok_or("no document")?;
    let desk = Desk::open(room, Box::new(page))?;
    desk.tell(News::Shown);
    listen(&document, "visibilitychange", move |_| desk.tell(News::Shown))
}
