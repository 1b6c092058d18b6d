//! The dashboard in its document.

use js_sys::{Date, Object};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::browser::Browser;
use super::chrome::on_storage_changed;
use super::desk::{Answer, Desk, News, Page, Room, listen, pause};
use super::steps::address;
use super::{drops, keys, lists};
use crate::app::{Action, Dashboard};
use crate::archive::decode;
use crate::view::{Card, Words};

impl Page for Dashboard<Browser> {
    fn hear(&mut self, news: News) -> Answer<'_, ()> {
        Box::pin(async {
            match news {
                // Before it heard of changes, something may have been written as well.
                News::Opened | News::Shown => self.look_again().await,
                News::Moved(hash) => self.go(&hash).await,
                News::Changed(keys) => self.changed(&keys).await,
                News::Retyped(field) => self.withdraw_complaint(&field),
                News::Seen(_) => {}
            }
        })
    }

    fn is_ready(&self) -> bool {
        self.is_ready()
    }

    fn act(&mut self, action: Action) -> Answer<'_> {
        Box::pin(async {
            let is_done = self.act(action).await;
            if self.is_over() {
                leave_sample();
            }
            is_done
        })
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

    fn words(&self) -> Words {
        self.words()
    }

    fn place(&self) -> String {
        self.place()
    }

    fn decode(&self, bytes: &[u8]) -> String {
        decode(bytes).into_owned()
    }

    fn hash(&self) -> Option<String> {
        Some(self.hash())
    }

    fn read_on(&mut self) -> Answer<'_, Option<bool>> {
        Box::pin(self.read_on())
    }
}

/// In milliseconds.
const MINUTE: i32 = 60_000;

/// What the address says of the dashboard on which the sample is.
const SAMPLE: &str = "?sample";

/// Goes to the user's own dashboard; no way leads back to the sample, which would be laid out again.
fn leave_sample() {
    let location = web_sys::window().map(|window| window.location());
    if let Some(location) = location
        && let Ok(path) = location.pathname()
    {
        let _ = location.replace(&path);
    }
}

/// Opens the dashboard.
pub(super) async fn open() -> Result<(), JsValue> {
    let mut room = Room::new()?;
    let window = room.window.clone();
    let document = window.document().ok_or("no document")?;
    let location = window.location();
    let is_sample = location.search().is_ok_and(|search| search == SAMPLE);
    let hash = address(&window);
    let (browser, page) = if is_sample {
        let browser = Browser::of_sample();
        room.drafts = browser.drafts();
        (browser.clone(), Dashboard::sample(browser, room.words, &hash).await)
    } else {
        let browser = Browser::with(room.drafts.clone());
        (browser.clone(), Dashboard::open(browser, room.words, &hash).await)
    };
    room.screen.show(&page.card(), page.words());
    let desk = Desk::open(room, Box::new(page))?;
    keys::listen_to(&document)?;
    lists::attend(&desk, &window)?;
    drops::attend(&desk, &document)?;
    // What is in the document by now is painted before anything else is done.
    pause(&window, 0).await?;
    desk.tell(News::Opened);
    let seen = desk.clone();
    let page = document.clone();
    listen(&document, "visibilitychange", move |_| {
        if !page.hidden() {
            seen.tell(News::Shown);
        }
    })?;
    let turned = desk.clone();
    let page = window.clone();
    spawn_local(async move {
        let day = || Date::new_0().to_date_string();
        let mut shown = day();
        // A page that stays in sight overnight shows the new day.
        while pause(&page, MINUTE).await.is_ok() {
            if shown != day() {
                shown = day();
                turned.tell(News::Shown);
            }
        }
    });
    let moved = desk.clone();
    let place = window.clone();
    listen(&window, "hashchange", move |_| moved.tell(News::Moved(address(&place))))?;
    let changed = Closure::<dyn Fn(Object)>::new(move |changes: Object| {
        desk.tell(News::Changed(browser.own_keys(&Object::keys(&changes))));
    });
    on_storage_changed(changed.as_ref().unchecked_ref());
    // The page and the closure end together.
    changed.forget();
    Ok(())
}
