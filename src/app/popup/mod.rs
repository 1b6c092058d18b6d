//! The popup: it looks at the ledger and at the page, does what it is asked, and says what came of it.

mod commands;
mod drafts;
mod left;
mod letter;
mod page;
mod report;
mod search;
mod selection;
mod settings;

use super::asked::Action;
use super::command::Prepared;
use super::form::Form;
use super::ports::World;
use super::remind::{announce, announce_fault};
use super::settings::in_language;
use super::store::overview;
use crate::capture::PageSnapshot;
use crate::domain::{ApplicationId, EventId, Fault, Listing, Messages, SafeLink};
use crate::view::{ANSWERS, Card, Entry, LETTER, Left, Page, REPORT, Screen, Voice, Words};

/// What the browser says of the page in front of the user.
#[derive(Clone, Debug)]
pub struct Visit {
    /// The tab's address when the icon was clicked; empty where the browser does not tell.
    pub address: String,
    /// What the probe brought.
    pub snapshot: Result<PageSnapshot, Fault>,
}

/// The popup's state.
pub struct Popup<W: World> {
    world: W,
    /// The browser's words, and those of the language that the user chose, where they did.
    browser: Words,
    words: Words,
    screen: Screen,
    /// How the user wants messages to be.
    messages: Messages,
    /// The page as it was read, to come back to.
    visited: Page,
    /// What the probe brought of it.
    snapshot: Option<PageSnapshot>,
    /// The page's address, where it can be a posting's.
    address: Option<SafeLink>,
    /// A line for each application, once something was looked for.
    listings: Option<Vec<Listing>>,
    /// Why the ledger cannot be read.
    unreadable: Option<Fault>,
    /// What was left unfinished when the window was closed, wherever.
    left: Vec<Left>,
    /// How many notices there were: each is another one.
    notices: u32,
    /// The command that was prepared, for the action of that name.
    prepared: Option<(String, Prepared<W>)>,
    /// What the notice's "undo" takes back.
    undo: Option<(ApplicationId, Vec<EventId>)>,
    /// The page and the form that the last save came from, for when it is undone.
    saved_from: Option<(ApplicationId, Page, Form)>,
}

impl<W: World> Popup<W> {
    /// Opens the popup with what is kept; the page is not read yet. It speaks in the browser's `words` unless the user chose a language.
    pub async fn open(world: W, words: Words) -> Self {
        let appearance = world.appearance();
        let mut popup = Self {
            world,
            browser: words,
            words,
            screen: Screen {
                appearance,
                ..Screen::default()
            },
            messages: Messages::default(),
            visited: Page::Unread,
            snapshot: None,
            address: None,
            listings: None,
            unreadable: None,
            left: Vec::new(),
            notices: 0,
            prepared: None,
            undo: None,
            saved_from: None,
        };
        popup.refresh().await;
        popup.bring_back_answers();
        popup
    }

    /// Does what is asked, and says whether it was done. What came of it is on the [card](Popup::card).
    pub async fn act(&mut self, action: Action) -> bool {
        let is_done = self.answer(action).await;
        self.tell_left();
        is_done
    }

    async fn answer(&mut self, action: Action) -> bool {
        if !action.is_on(&self.screen, &self.voice()) {
            self.let_go();
            return false;
        }
        self.screen.complaint = None;
        // What is read for anything else may have to be made anew, under the lock.
        if self.prepared.as_ref().is_some_and(|(name, _)| *name != action.name) {
            self.let_go();
        }
        match action.name.as_str() {
            "dismiss" => self.screen.notice = None,
            "manual" => self.write_by_hand(),
            "back" => self.go_back().await,
            "open" => self.open_row(&action.card).await,
            "search" => self.search(action.form.text("search")).await,
            "find" => self.open_found(&action.card).await,
            "take" => self.take(&action.choice).await,
            "log" => Entry::named(&action.choice)
                .into_iter()
                .for_each(|entry| self.take_up(entry)),
            "applied_on" => self.take_up(Entry::Applied),
            "write" => self.write(action.row()).await,
            "letter" => self.rewrite(&action),
            "copy" => self.copied(&action),
            "cancel" if action.choice == LETTER => self.screen.letter = None,
            "cancel" if action.card == REPORT => self.screen.report = None,
            "report" => self.report(&action.form),
            "save_report" => self.screen.report.iter_mut().for_each(|report| report.saved = true),
            "cancel" => {
                self.forget_draft();
                self.begin(None);
            }
            "discard" if action.choice == LETTER => self.write_anew(&action.card).await,
            "discard" if action.choice == ANSWERS => self.forget_row(&action.card),
            "discard" => self.forget_draft(),
            "all" => self.screen.whole = true,
            "retry" => {
                self.refresh().await;
                self.look_again().await;
                self.announce().await;
            }
            name => match name.strip_prefix("take_") {
                Some(field) => return self.fill(field, &action),
                None => return self.carry_out(action).await,
            },
        }
        true
    }

    async fn go_back(&mut self) {
        self.forget_draft();
        self.show_visited().await;
    }

    /// What to show now.
    pub fn card(&self) -> Card {
        self.screen.card(&self.voice())
    }

    /// The words that it speaks in.
    pub const fn words(&self) -> Words {
        self.words
    }

    fn voice(&self) -> Voice<'_> {
        Voice {
            words: self.words,
            today: self.world.today(),
            calendar: &self.screen.settings.calendar,
        }
    }

    /// Reads the agenda. What was read for a search may be otherwise by now.
    async fn refresh(&mut self) {
        self.listings = None;
        let overview = overview(&self.world).await;
        self.unreadable = overview.as_ref().err().cloned();
        self.screen.trouble.clone_from(&self.unreadable);
        if let Ok(overview) = overview {
            let damaged = overview.damaged.first();
            self.screen.trouble = damaged.map(|key| Fault::Damaged { key: key.to_string() });
            self.screen.kept = overview.head.applications;
            self.screen.agenda = overview.agenda;
            self.screen.settings = overview.settings;
            self.messages = overview.messages;
            self.words = in_language(self.browser, overview.language.as_ref());
        }
    }

    /// Does what nobody waits for once the popup is seen: badge and alarm, and a look for what was left unfinished, which reads the
    /// applications it was typed for.
    pub async fn settle_in(&mut self) {
        self.announce().await;
        self.find_left().await;
    }

    /// Sets badge and alarm, so that they are right whether the worker wakes or not.
    async fn announce(&self) {
        match &self.unreadable {
            Some(fault) => announce_fault(&self.world, self.words, fault).await,
            None => announce(&self.world, self.words, &self.screen.agenda, &self.screen.settings).await,
        }
    }
}
