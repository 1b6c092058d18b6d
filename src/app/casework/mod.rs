//! What a page does with the ledger, whichever page it is: the rows of what is due, one application with all that is written down about it,
//! the search, messages, notices and what they undo. The popup has one, and so has the dashboard.

mod commands;
mod drafts;
mod left;
mod letter;
mod making;
mod mirror;
mod pair;
mod search;
mod several;

pub(super) use commands::Told;
use making::Making;
use mirror::Unmirrored;
use pair::Pair;
pub(super) use several::Asked;

use super::asked::Action;
use super::command::Prepared;
use super::noticing;
use super::ports::World;
use super::remind::{announce, announce_fault};
use super::settings::in_language;
use super::store::{Overview, load, load_whole, overview};
use crate::domain::{Application, ApplicationId, EventId, Fault, Listing, Messages, Proposal};
use crate::ledger::Command;
use crate::view::{Card, Entry, Left, Open, Voice, Words, Work};

/// Its state.
pub(super) struct Casework<W: World> {
    pub(super) world: W,
    /// The browser's words, and those of the language that the user chose, where they did.
    browser: Words,
    pub(super) words: Words,
    /// What is open.
    pub(super) work: Work,
    /// How the user wants messages to be.
    pub(super) messages: Messages,
    /// Applications that the user may have sent, settled or not.
    proposals: Vec<Proposal>,
    /// A line for each application, once something was looked for.
    listings: Option<Vec<Listing>>,
    /// Why the ledger cannot be read.
    unreadable: Option<Fault>,
    /// Whether there is no record in it, not even of what was deleted.
    is_bare: bool,
    /// What the mirror is still to have.
    unmirrored: Unmirrored,
    /// What is due, where it is being made anew.
    making: Making,
    /// What was left unfinished when the window was closed, wherever.
    left: Vec<Left>,
    /// How many notices there were: each is another one.
    notices: u32,
    /// The command that was prepared, for the action of that name.
    prepared: Option<(String, Prepared<W>)>,
    /// What the notice's "undo" takes back: of each command its events.
    undo: Vec<(ApplicationId, Vec<EventId>)>,
    /// The two that it parts or joins, in place of that.
    pair: Option<Pair>,
}

impl<W: World> Casework<W> {
    /// With what is kept. What has to be made anew is begun, so that the page answers meanwhile. It speaks in the browser's `words` unless the
    /// user chose a language.
    pub(super) async fn open(world: W, words: Words) -> Self {
        let mut casework = Self::new(world, words);
        casework.work.is_unknown = true;
        casework.look().await;
        casework
    }

    fn new(world: W, words: Words) -> Self {
        Self {
            world,
            browser: words,
            words,
            work: Work::default(),
            messages: Messages::default(),
            proposals: Vec::new(),
            listings: None,
            unreadable: None,
            is_bare: false,
            unmirrored: Unmirrored::default(),
            making: Making::Nothing,
            left: Vec::new(),
            notices: 0,
            prepared: None,
            undo: Vec::new(),
            pair: None,
        }
    }

    /// Whether the card that something is asked on is still shown. `screen` makes all that is shown, where that is needed.
    pub(super) fn is_on(&self, action: &Action, screen: impl FnOnce() -> Card) -> bool {
        action.is_on(&self.work, &self.voice(), screen)
    }

    /// Takes in what is asked, unless the card that it is asked on is gone.
    pub(super) fn hear(&mut self, action: &Action, is_on: bool) -> bool {
        if !is_on {
            self.let_go();
            return false;
        }
        self.work.complaint = None;
        // What was asked for has the focus by now.
        self.work.answers.iter_mut().for_each(|open| open.is_asked_for = false);
        // What is read for anything else may have to be made anew, under the lock.
        if self.prepared.as_ref().is_some_and(|(name, _)| *name != action.name) {
            self.let_go();
        }
        true
    }

    /// Does what changes nothing that is kept, and says whether it was that. `place` is where what is typed on the page is put by.
    pub(super) async fn answer(&mut self, action: &Action, place: &str) -> bool {
        match action.name.as_str() {
            "dismiss" => self.work.notice = None,
            "search" => self.search(action.form.text("search")).await,
            "log" => Entry::named(&action.choice)
                .into_iter()
                .for_each(|entry| self.take_up(entry)),
            "applied_on" => self.take_up(Entry::Applied),
            "write" => self.write(action.row()).await,
            "letter" => self.rewrite(action),
            "copy" => self.copied(action),
            "cancel" if action.is_within_row() => self.close_row(&action.card),
            "cancel" => {
                self.forget_draft(place);
                self.begin(None);
            }
            "discard" if action.is_within_row() => self.write_anew(&action.card).await,
            "discard" => self.forget_draft(place),
            "all" => self.work.whole = true,
            "keep" if self.changes_nothing(action) => {
                self.forget_draft(place);
                self.begin(None);
            }
            _ => return false,
        }
        true
    }

    /// Whether the form says what is known already.
    fn changes_nothing(&self, action: &Action) -> bool {
        let entry = Entry::named(&action.choice);
        let says_what_is_known = matches!(entry, Some(Entry::PutRight | Entry::Rescheduled));
        says_what_is_known && matches!(self.asked(action), Ok((_, Command::Log(what))) if what.is_empty())
    }

    pub(super) fn voice(&self) -> Voice<'_> {
        Voice {
            words: self.words,
            today: self.world.today(),
            calendar: &self.work.settings.calendar,
        }
    }

    /// Reads the agenda, and makes it anew in one go where that has to be.
    pub(super) async fn refresh(&mut self) {
        let overview = overview(&self.world).await;
        self.take_in(overview);
        self.look_elsewhere().await;
    }

    /// Takes in how the ledger stands now. What was read for a search may be otherwise by now.
    fn take_in(&mut self, overview: Result<Overview, Fault>) {
        self.listings = None;
        self.making = Making::Nothing;
        self.unreadable = overview.as_ref().err().cloned();
        self.work.trouble.clone_from(&self.unreadable);
        self.is_bare = overview.as_ref().is_ok_and(|overview| overview.head.is_bare());
        if let Ok(overview) = overview {
            let damaged = overview.damaged.first();
            self.work.trouble = damaged.map(|key| Fault::Damaged { key: key.to_string() });
            self.work.kept = overview.head.applications;
            self.work.agenda = overview.agenda;
            self.work.settings = overview.settings;
            self.messages = overview.messages;
            self.proposals = overview.proposals;
            self.words = in_language(self.browser, overview.language.as_ref());
            if std::mem::take(&mut self.work.is_unknown) {
                self.bring_back_answers();
            } else {
                self.refresh_answers();
            }
        }
    }

    /// One application; none where there is none or it cannot be read, which is said then.
    pub(super) async fn load(&mut self, id: ApplicationId) -> Option<Application> {
        let loaded = load(&self.world, id).await;
        self.take(loaded)
    }

    /// The same with the descriptions of its postings.
    pub(super) async fn load_whole(&mut self, id: ApplicationId) -> Option<Application> {
        let loaded = load_whole(&self.world, id).await;
        self.take(loaded)
    }

    fn take(&mut self, loaded: Result<Option<Application>, Fault>) -> Option<Application> {
        loaded.unwrap_or_else(|fault| {
            self.work.trouble = Some(fault);
            None
        })
    }

    /// Whether an application is open.
    pub(super) fn has_open(&self, id: ApplicationId) -> bool {
        self.work.open.kept().is_some_and(|open| open.id == id)
    }

    /// Opens an application, or shows how it stands now.
    pub(super) fn show(&mut self, application: Application) {
        if !self.has_open(application.id) {
            self.begin(None);
            self.work.whole = false;
            self.work.neighbours = Vec::new();
        }
        let outlooks = &self.work.agenda.outlooks;
        let outlook = outlooks
            .iter()
            .find(|outlook| outlook.application == application.id)
            .cloned();
        self.work.open = Open::Kept {
            application: Box::new(application),
            outlook,
        };
    }

    /// Does what nobody waits for once the page is seen: badge and alarm, and a look for what was left unfinished, which reads the
    /// applications it was typed for.
    pub(super) async fn settle_in(&mut self) {
        self.announce().await;
        self.look_behind().await;
        self.find_left().await;
    }

    /// How many applications that the user may have sent are counted on the badge.
    pub(super) fn counts_proposals(&self) -> usize {
        noticing::count(&self.proposals, self.world.today().0)
    }

    /// Sets badge and alarm, so that they are right whether the worker wakes or not.
    pub(super) async fn announce(&self) {
        // What is due is not known then.
        if !matches!(self.making, Making::Nothing) {
            return;
        }
        match &self.unreadable {
            Some(fault) => announce_fault(&self.world, self.words, fault).await,
            None => {
                let (work, noticed) = (&self.work, self.counts_proposals());
                announce(&self.world, self.words, &work.agenda, noticed, &work.settings).await;
            }
        }
    }
}
