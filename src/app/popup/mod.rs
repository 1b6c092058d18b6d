//! The popup: it looks at the ledger and at the page, does what it is asked, and says what came of it.

mod commands;
mod drafts;
mod noticing;
mod page;
mod report;
mod selection;
mod settings;

use super::asked::Action;
use super::casework::Casework;
use super::form::Form;
use super::ports::World;
use crate::capture::PageSnapshot;
use crate::domain::{ApplicationId, Fault, SafeLink};
use crate::view::{Card, Open, Page, REPORT, Screen, Words};

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
    /// What it does with the ledger.
    case: Casework<W>,
    screen: Screen,
    /// The page as it was read, to come back to.
    visited: Page,
    /// What the probe brought of it.
    snapshot: Option<PageSnapshot>,
    /// The page's address, where it can be a posting's.
    address: Option<SafeLink>,
    /// The page, where it came while what is due was being made anew: what it looks up is made with that.
    awaited: Option<Visit>,
    /// What is being written down because the user confirmed it, by the key of its card.
    writing: Option<String>,
    /// What was shown and the form that the last save came from, for when it is undone.
    saved_from: Option<(ApplicationId, Page, Open, Form)>,
}

impl<W: World> Popup<W> {
    /// Opens the popup with what is kept; the page is not read yet. It speaks in the browser's `words` unless the user chose a language.
    pub async fn open(world: W, words: Words) -> Self {
        let appearance = world.appearance();
        Self {
            case: Casework::open(world, words).await,
            screen: Screen {
                appearance,
                ..Screen::default()
            },
            visited: Page::Unread,
            snapshot: None,
            address: None,
            awaited: None,
            writing: None,
            saved_from: None,
        }
    }

    /// Whether all that it shows at first is there: what is due, and the page.
    pub const fn is_ready(&self) -> bool {
        !matches!(self.visited, Page::Unread) || !self.case.work.open.is_nothing()
    }

    /// Has the mirror follow what was written; goes on with what is due where it is being made anew, then takes in the page that waited for that.
    /// Says whether what came of it is to be shown; `None` where nothing is left.
    pub async fn read_on(&mut self) -> Option<bool> {
        if self.case.mirror_on().await.is_some() {
            return Some(false);
        }
        if self.case.is_making() {
            let shows = self.case.make_on().await;
            if self.case.is_making() {
                return Some(shows);
            }
            self.case.announce().await;
            self.look_again().await;
            return Some(true);
        }
        let visit = self.awaited.take()?;
        self.see(visit).await;
        Some(true)
    }

    /// Does what is asked, and says whether it was done. What came of it is on the [card](Popup::card).
    pub async fn act(&mut self, action: Action) -> bool {
        let is_done = self.answer(action).await;
        self.case.tell_left(&self.place());
        is_done
    }

    async fn answer(&mut self, action: Action) -> bool {
        let is_on = self.case.is_on(&action, || self.card());
        if !self.case.hear(&action, is_on) {
            return false;
        }
        match action.name.as_str() {
            "manual" => self.write_by_hand(),
            "back" => self.go_back().await,
            "open" => self.open_row(&action.card).await,
            "find" | "visit" => self.open_found(action.row()).await,
            "confirm" if self.is_to_be_written(&action) => self.write_proposal(&action).await,
            "deny" => {
                self.settle(&action.card).await;
                self.case.announce().await;
            }
            "watch" => self.look_at_site_again().await,
            "unwatch" => self.unwatch().await,
            "take" => self.take(&action.choice).await,
            "cancel" if action.card == REPORT => self.screen.report = None,
            "report" => self.report(&action.form),
            "save_report" => self.screen.report.iter_mut().for_each(|report| report.saved = true),
            "stop_reading" => drop(self.case.stop_making()),
            "retry" => {
                self.case.forget_stop();
                self.case.look().await;
                self.look_again().await;
                self.case.announce().await;
            }
            name => {
                if self.case.answer(&action, &self.place()).await {
                    // Another form is open, or none.
                    if matches!(name, "log" | "applied_on" | "cancel") && !action.is_within_row() {
                        self.screen.report = None;
                    }
                    return true;
                }
                match name.strip_prefix("take_") {
                    Some(field) => return self.fill(field, &action),
                    None => return self.carry_out(action).await,
                }
            }
        }
        true
    }

    async fn go_back(&mut self) {
        self.case.forget_draft(&self.place());
        self.show_visited().await;
    }

    /// What to show now.
    pub fn card(&self) -> Card {
        self.screen
            .card(&self.case.work, self.case.progress(), &self.case.voice())
    }

    /// The words that it speaks in.
    pub const fn words(&self) -> Words {
        self.case.words
    }

    /// Does what nobody waits for once the popup is seen: badge and alarm, and a look for what was left unfinished, which reads the
    /// applications it was typed for.
    pub async fn settle_in(&mut self) {
        self.case.settle_in().await;
        self.look_at_proposals().await;
    }
}
