//! The dashboard in its document.

use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;

use super::browser::Browser;
use super::chrome::on_storage_changed;
use super::desk::{Answer, Desk, News, Page, Room, listen};
use super::{keys, lists};
use crate::app::{Action, Dashboard};
use crate::view::Card;

impl Page for Dashboard<Browser> {
    fn hear(&mut self, news: News) -> Answer<'_> {
        Box::pin(async {
            match news {
                News::Shown => self.look_again().await,
                News::Moved(hash) => self.go(&hash).await,
                News::Changed(keys) => self.changed(&keys).await,
                News::Seen(_) => {}
            }
            true
        })
    }

    fn act(&mut self, action: Action) -> Answer<'_> {
        Box::pin(self.act(action))
    }

    fn prepare<'a>(&'a mut self, action: &'a Action) -> Answer<'a, ()> {
        Box::pin(self.prepare(action))
    }

    fn let_go(&mut self) {
        self.let_go();
    }

    fn card(&self) -> Card {
        self.card()
    }

    fn place(&self) -> String {
        self.place()
    }

    fn hash(&self) -> Option<String> {
        Some(self.hash())
    }

    fn read_on(&mut self) -> Answer<'_, Option<bool>> {
        Box::pin(self.read_on())
    }
}

/// Opens the dashboard.
pub(super) async fn open() -> Result<(), JsValue> {
    let room = Room::new()?;
    let window = room.window.clone();
    let document = window.document().ok_or("no document")?;
    let location = window.location();
    let hash = move || location.hash().unwrap_or_default().trim_start_matches('#').to_owned();
    let browser = Browser::with(room.drafts.clone());
    let page = Dashboard::open(browser, room.words, &hash()).await;
    room.screen.show(&page.card());
    let desk = Desk::open(room, Box::new(page))?;
    keys::listen_to(&document)?;
    lists::attend(&desk, &window)?;
    desk.tell(News::Shown);
    let seen = desk.clone();
    listen(&document, "visibilitychange", move |_| seen.tell(News::Shown))?;
    let moved = desk.clone();
    listen(&window, "hashchange", move |_| moved.tell(News::Moved(hash())))?;
    let changed = Closure::<dyn Fn(Object)>::new(move |changes: Object| {
        let keys: Array = Object::keys(&changes);
        desk.tell(News::Changed(keys.iter().filter_map(|key| key.as_string()).collect()));
    });
    on_storage_changed(changed.as_ref().unchecked_ref());
    // The page and the closure end together.
    changed.forget();
    Ok(())
}
