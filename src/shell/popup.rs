//! The popup in its document: first what is kept, which can be worked on at once, then the page, which may take its time.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::browser::Browser;
use super::desk::{Answer, Desk, News, Page, Room, pause};
use super::tab;
use crate::app::{Action, Popup, Visit};
use crate::domain::Fault;
use crate::view::{Card, Words};

/// How long a page may take until it is said that it does, in milliseconds.
const PATIENCE: i32 = 3_000;

/// No more rows are in sight above a page that is still being read: a popup is 600 px high.
const IN_SIGHT: usize = 2;

impl Page for Popup<Browser> {
    fn hear(&mut self, news: News) -> Answer<'_, ()> {
        Box::pin(async {
            match news {
                News::Opened => self.settle_in().await,
                News::Seen(visit) => self.see(*visit).await,
                News::Retyped(field) => self.withdraw_complaint(&field),
                News::Shown | News::Moved(_) | News::Changed(_) => {}
            }
        })
    }

    fn is_ready(&self) -> bool {
        self.is_ready()
    }

    fn read_on(&mut self) -> Answer<'_, Option<bool>> {
        Box::pin(self.read_on())
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

    fn words(&self) -> Words {
        self.words()
    }

    fn place(&self) -> String {
        self.place()
    }
}

/// Opens the popup.
pub(super) async fn open() -> Result<(), JsValue> {
    let room = Room::new()?;
    let window = room.window.clone();
    let browser = Browser::with(room.drafts.clone());
    let popup = Popup::open(browser, room.words).await;
    room.screen.show(&in_sight(popup.card()), popup.words());
    let desk = Desk::open(room, Box::new(popup))?;
    // What is in the document by now is painted before anything else is done.
    pause(&window, 0).await?;
    desk.tell(News::Opened);
    let tab = tab::current().await;
    let slow = Visit {
        address: tab.address.clone(),
        snapshot: Err(Fault::PageSlow),
    };
    let waiting = Rc::clone(&desk);
    spawn_local(async move {
        if pause(&window, PATIENCE).await.is_ok() {
            waiting.tell(News::Seen(Box::new(slow)));
        }
    });
    desk.tell(News::Seen(Box::new(tab::visit(tab).await)));
    Ok(())
}

/// What is seen of the popup before anything is scrolled or unfolded. The rest comes with whatever is shown next.
fn in_sight(mut card: Card) -> Card {
    for (_, cards) in &mut card.lists {
        cards.truncate(IN_SIGHT);
        for card in cards {
            card.lists.clear();
        }
    }
    card
}
