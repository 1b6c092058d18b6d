//! The popup: it looks at the ledger and at the page, does what it is asked, and says what came of it.

use chrono::NaiveDate;

use super::asked::{Action, row};
use super::command::{Done, Problem, Target, carry_out, decide_now};
use super::draft::{left, place};
use super::form::Form;
use super::ports::World;
use super::remind::{announce, announce_fault};
use super::search::{SHOWN, search};
use super::store::{find, listings, load, overview};
use crate::capture::{Found, PageSnapshot, canonical_address, read};
use crate::domain::{
    Application, ApplicationId, CompanyKey, Event, EventId, Fault, Line, Listing, Outlook, Posting, Refusal, SafeLink,
    Warning, What,
};
use crate::etiquette::{Settings, plan};
use crate::ledger::{Command, fold};
use crate::view::{Card, Complaint, Entry, MANUAL, Notice, POSTING, Page, Screen, Search, Trouble, Voice, Words};

/// What the browser says of the page in front of the user.
#[derive(Clone, Debug)]
pub struct Visit {
    /// The tab's address when the icon was clicked; empty where the browser does not tell.
    pub address: String,
    /// What the probe brought.
    pub snapshot: Result<PageSnapshot, Fault>,
}

/// The popup's state.
pub struct Popup<W> {
    world: W,
    words: Words,
    settings: Settings,
    screen: Screen,
    /// The page as it was read, to come back to.
    visited: Page,
    /// The page's address, where it can be a posting's.
    address: Option<SafeLink>,
    /// A line for each application, once something was looked for.
    listings: Option<Vec<Listing>>,
    /// Why the ledger cannot be read.
    unreadable: Option<Fault>,
    /// How many notices there were: each is another one.
    notices: u32,
    /// What the notice's "undo" takes back.
    undo: Option<(ApplicationId, Vec<EventId>)>,
    /// The page and the form that the last save came from, for when it is undone.
    saved_from: Option<(ApplicationId, Page, Form)>,
}

impl<W: World> Popup<W> {
    /// Opens the popup with what is kept; the page is not read yet.
    pub async fn open(world: W, words: Words) -> Self {
        let mut popup = Self {
            world,
            words,
            settings: Settings::default(),
            screen: Screen::default(),
            visited: Page::Unread,
            address: None,
            listings: None,
            unreadable: None,
            notices: 0,
            undo: None,
            saved_from: None,
        };
        popup.refresh().await;
        popup
    }

    /// Takes in the page in front of the user. What they have opened by then stays open; the page is where "back" leads.
    pub async fn see(&mut self, visit: Visit) {
        let is_awaited = match &self.screen.page {
            Page::Unread => true,
            Page::Closed(Fault::PageSlow) => visit.snapshot != Err(Fault::PageSlow),
            _ => false,
        };
        if visit.snapshot == Err(Fault::PageSlow) && !is_awaited {
            return;
        }
        let today = self.world.today();
        let tab = SafeLink::new(&visit.address).map(|address| canonical_address(&address));
        let tab = tab.filter(SafeLink::can_be_kept);
        self.visited = match visit.snapshot {
            Err(fault) => Page::Closed(fault),
            Ok(snapshot) if !snapshot.is_text() => Page::Closed(Fault::PageClosed),
            Ok(snapshot) if moved(&visit.address, &snapshot.address) => Page::Closed(Fault::PageMoved {
                from: SafeLink::new(&visit.address),
            }),
            Ok(snapshot) => match read(&snapshot) {
                (Found::Posting(posting), warnings) => {
                    let outlook = self.preview(&posting);
                    let warnings = warnings.into_iter().chain(expired(&posting, today.0)).collect();
                    Page::Posting {
                        posting,
                        warnings,
                        outlook,
                    }
                }
                (Found::Several(candidates), _) => Page::Several(candidates),
                (Found::Nothing, _) => Page::Nothing,
            },
        };
        self.address = match &self.visited {
            Page::Posting { posting, .. } => posting.address.as_ref().map(|address| address.value.clone()).or(tab),
            // A list is no posting, and a page that has moved on is another one.
            Page::Several(_) | Page::Closed(Fault::PageMoved { .. }) => None,
            _ => tab,
        };
        self.screen.fleeting = !self.world.outlives();
        if is_awaited {
            self.screen.page = self.visited.clone();
            self.look_up().await;
            self.bring_back();
        } else if let Page::Kept { application, .. } = &self.screen.page {
            self.screen.opened = self.is_elsewhere(application);
        }
    }

    /// Whether an application is not the one of the page in front of the user.
    fn is_elsewhere(&self, application: &Application) -> bool {
        self.address.is_none() || application.facts.address != self.address
    }

    /// Where what is typed now is put by.
    pub fn place(&self) -> String {
        let opened = match &self.screen.page {
            Page::Kept { application, .. } if self.screen.opened => Some(application.id),
            _ => None,
        };
        place(self.address.as_ref(), opened)
    }

    /// Puts back what was typed here and not kept.
    fn bring_back(&mut self) {
        let text = self.world.draft(&self.place());
        let Some((form, typed)) = text.and_then(|text| left(&text)) else {
            return;
        };
        let entry = Entry::named(&form);
        match &self.screen.page {
            Page::Posting { .. } if form == POSTING => {}
            Page::Kept { .. } if entry.is_some() => self.screen.entry = entry,
            _ if form == MANUAL => self.write_by_hand(),
            // What it was typed for is not here any more.
            _ => return self.forget_draft(),
        }
        self.screen.typed = typed.0;
        self.screen.restored = true;
    }

    /// Forgets what was typed here.
    fn forget_draft(&mut self) {
        self.world.put_by(&self.place(), "");
        self.screen.typed = Vec::new();
        self.screen.restored = false;
    }

    /// Does what is asked, and says whether it was done. What came of it is on the [card](Popup::card).
    pub async fn act(&mut self, action: Action) -> bool {
        if !action.is_on(&self.card()) {
            return false;
        }
        self.screen.complaint = None;
        match action.name.as_str() {
            "dismiss" => self.screen.notice = None,
            "manual" => self.write_by_hand(),
            "back" => self.go_back().await,
            "open" => self.open_row(&action.card).await,
            "search" => self.search(action.form.text("search")).await,
            "find" => self.open_found(&action.card).await,
            "log" => self.begin(Entry::named(&action.choice)),
            "applied_on" => self.begin(Some(Entry::Applied)),
            "cancel" => {
                self.forget_draft();
                self.begin(None);
            }
            "discard" => self.forget_draft(),
            "all" => self.screen.whole = true,
            "retry" => {
                self.refresh().await;
                self.look_again().await;
                self.announce().await;
            }
            _ => return self.carry_out(action).await,
        }
        true
    }

    async fn carry_out(&mut self, action: Action) -> bool {
        let asked = action.command(&self.screen, &self.voice(), self.undo.as_ref());
        let done = match asked {
            Ok((target, command)) => {
                let new = target == Target::New;
                carry_out(&self.world, target, command).await.map(|done| (done, new))
            }
            Err(refusal) => Err(refusal.into()),
        };
        let is_done = done.is_ok();
        if is_done && matches!(action.name.as_str(), "applied" | "save" | "keep") {
            self.forget_draft();
        }
        match done {
            Ok((done, new)) => self.tell(action, done, new).await,
            Err(problem) => self.complain(&action, problem).await,
        }
        self.announce().await;
        is_done
    }

    fn write_by_hand(&mut self) {
        // The page of an application that is kept is not the page of another one.
        let is_kept = matches!(self.screen.page, Page::Kept { .. });
        let address = self.address.clone().filter(|_| !is_kept);
        self.screen.typed = Vec::new();
        self.screen.page = Page::Manual { address };
    }

    /// Opens the form of an entry, or closes the one that is open.
    fn begin(&mut self, entry: Option<Entry>) {
        self.screen.typed = Vec::new();
        self.screen.restored = false;
        self.screen.entry = entry;
    }

    async fn go_back(&mut self) {
        self.forget_draft();
        self.screen.opened = false;
        self.begin(None);
        self.screen.page = self.visited.clone();
        self.look_up().await;
        self.bring_back();
    }

    /// Looks for applications that have these words; for none where there are no words.
    async fn search(&mut self, text: &str) {
        if text.trim().is_empty() {
            self.screen.search = None;
            return;
        }
        if self.listings.is_none() {
            match listings(&self.world).await {
                Ok(listings) => self.listings = Some(listings),
                Err(fault) => self.screen.trouble = Some(fault),
            }
        }
        let mut found = search(self.listings.as_deref().unwrap_or_default(), text);
        let all = found.len();
        found.truncate(SHOWN);
        self.screen.search = Some(Search {
            text: text.to_owned(),
            found,
            all,
        });
    }

    /// Shows an application that was found.
    async fn open_found(&mut self, key: &str) {
        self.screen.search = None;
        if let Some(id) = ApplicationId::parse(key) {
            self.open_kept(id).await;
        }
    }

    /// Shows the application that a row is about.
    async fn open_row(&mut self, key: &str) {
        let Some(id) = row(&self.screen, key).map(|(outlook, _)| outlook.application) else {
            return;
        };
        self.open_kept(id).await;
    }

    /// Shows an application, with what was typed on it and not kept.
    async fn open_kept(&mut self, id: ApplicationId) {
        self.show_kept(id).await;
        self.bring_back();
    }

    /// What to show now.
    pub fn card(&self) -> Card {
        self.screen.card(&self.voice())
    }

    fn voice(&self) -> Voice<'_> {
        Voice {
            words: self.words,
            today: self.world.today(),
            calendar: &self.settings.calendar,
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
            self.settings = overview.settings;
        }
    }

    /// Sets badge and alarm, so that they are right whether the worker wakes or not.
    pub async fn announce(&self) {
        match &self.unreadable {
            Some(fault) => announce_fault(&self.world, self.words, fault).await,
            None => announce(&self.world, self.words, &self.screen.agenda, &self.settings).await,
        }
    }

    /// Shows the application that keeps this page, if there is one.
    async fn look_up(&mut self) {
        let Some(address) = &self.address else { return };
        match find(&self.world, address).await {
            Ok(Some(application)) => self.show(application),
            Ok(None) => {}
            Err(fault) => self.screen.trouble = Some(fault),
        }
    }

    /// Looks again at what the popup shows: it may have changed elsewhere.
    async fn look_again(&mut self) {
        match &self.screen.page {
            Page::Kept { application, .. } if self.screen.opened => {
                let id = application.id;
                self.show_kept(id).await;
            }
            // What is being written by hand stays.
            Page::Manual { .. } => {}
            _ => self.look_up().await,
        }
    }

    async fn show_kept(&mut self, id: ApplicationId) {
        match load(&self.world, id).await {
            Ok(Some(application)) => {
                self.screen.opened = self.is_elsewhere(&application);
                self.show(application);
            }
            Ok(None) => {}
            Err(fault) => self.screen.trouble = Some(fault),
        }
    }

    fn show(&mut self, application: Application) {
        if !matches!(&self.screen.page, Page::Kept { application: shown, .. } if shown.id == application.id) {
            self.begin(None);
            self.screen.whole = false;
        }
        let outlooks = &self.screen.agenda.outlooks;
        let outlook = outlooks
            .iter()
            .find(|outlook| outlook.application == application.id)
            .cloned();
        self.screen.page = Page::Kept {
            application: Box::new(application),
            outlook,
        };
    }

    /// What would be on the agenda if the user applied today. Nothing is said of it where another application at the company may come
    /// first: that is known only once it is kept.
    fn preview(&self, posting: &Posting) -> Option<Outlook> {
        let today = self.world.today();
        let key = |company: &Line| CompanyKey::new(company.as_str());
        let company = posting.company.as_ref().and_then(|company| key(&company.value));
        let mut others = self
            .screen
            .agenda
            .outlooks
            .iter()
            .filter_map(|outlook| key(outlook.company.as_ref()?));
        if company.is_some_and(|company| others.any(|other| other == company)) {
            return None;
        }
        let new = fold(self.world.application(), &[]);
        let posting = Box::new(posting.clone());
        let what = [What::Captured { posting }, What::Applied { cv: None }];
        let command = Command::Log(what.map(|what| (today.0, what)).into());
        let events = decide_now(&self.world, &new, command).ok()?;
        plan(&[fold(new.id, &events)], &self.settings).into_iter().next()
    }

    /// Says what was done and what comes next, and shows the page as it stands now.
    async fn tell(&mut self, action: Action, done: Done, new: bool) {
        self.refresh().await;
        let Done {
            application,
            before,
            events,
            outlook,
        } = done;
        let voice = self.voice();
        let is_deleted = events.iter().any(|event| event.what == What::Erased {});
        let said = match taken_back(&events, &before) {
            undone if undone.is_empty() => voice.kept(&events, &application),
            undone => voice.undone(&undone, &before),
        };
        let shown = match &self.screen.page {
            Page::Kept { application: shown, .. } => shown.id == application.id,
            _ => new,
        };
        // The card says what comes next; for any other application it is said here.
        let elsewhere = outlook.as_ref().filter(|_| !shown);
        let next = elsewhere.map(|outlook| voice.next(outlook, self.screen.ahead(outlook)));
        self.notify("good", said, next.unwrap_or_default(), !is_deleted);
        self.undo = (!is_deleted).then(|| (application.id, events.iter().map(|event| event.id).collect()));
        if action.name == "keep" {
            self.begin(None);
        }
        if new {
            self.saved_from = Some((application.id, self.screen.page.clone(), action.form));
            self.screen.typed = Vec::new();
        }
        // A save that was undone may have been done again.
        let is_back = !shown && before.is_gone() && !application.is_gone();
        if new || is_back {
            self.screen.opened = self.is_elsewhere(&application);
        }
        if !shown && !is_back {
            self.look_again().await;
        } else if application.is_gone() {
            self.put_back(application.id);
        } else {
            self.show(application);
        }
    }

    /// Shows the page again as it was before the save that was undone, with what was typed.
    fn put_back(&mut self, gone: ApplicationId) {
        self.screen.opened = false;
        match self.saved_from.take().filter(|(saved, ..)| *saved == gone) {
            Some((_, page, form)) => {
                self.screen.page = page;
                self.screen.typed = form.0;
            }
            None => self.screen.page = self.visited.clone(),
        }
    }

    fn notify(&mut self, tone: &'static str, said: String, next: String, undo: bool) {
        self.notices += 1;
        self.screen.notice = Some(Notice {
            number: self.notices,
            tone,
            said,
            next,
            undo,
        });
    }

    /// Says why nothing was done: beside the field where there is one, else in the notice. What was typed stays.
    async fn complain(&mut self, action: &Action, problem: Problem) {
        // What stands in the way may have been done elsewhere.
        self.refresh().await;
        let voice = self.voice();
        let is_kept = problem == Problem::Refused(Refusal::AlreadyKept);
        let (tone, said, next) = match problem {
            Problem::Refused(refusal) => match action.place(&refusal) {
                Some(slot) => {
                    let card = action.form_card().to_owned();
                    self.screen.notice = None;
                    self.screen.complaint = Some(Complaint { card, slot, refusal });
                    return;
                }
                None => ("refused", voice.refusal(&refusal), String::new()),
            },
            Problem::Failed(fault) => {
                let Trouble { text, advice, .. } = voice.fault(&fault);
                ("failed", text, advice)
            }
        };
        self.undo = None;
        self.notify(tone, said, next, false);
        if is_kept {
            self.look_up().await;
        } else {
            self.look_again().await;
        }
    }
}

/// What `events` undo, as it stood.
fn taken_back(events: &[Event], before: &Application) -> Vec<Event> {
    let undone = |known: &&Event| {
        let mut events = events.iter();
        events.any(|event| event.what == What::Voided { event: known.id })
    };
    before.history.iter().filter(undone).cloned().collect()
}

/// Whether the tab shows another page than the one that was read. Where it scrolled to does not matter, and an address that is too long
/// to be read says nothing.
fn moved(tab: &str, page: &str) -> bool {
    let place = |address: &str| address.split('#').next().unwrap_or_default().to_owned();
    let is_told = !tab.is_empty() && (!page.is_empty() || SafeLink::new(tab).is_some());
    is_told && place(tab) != place(page)
}

fn expired(posting: &Posting, today: NaiveDate) -> Option<Warning> {
    let closes = posting.closes.as_ref()?.value;
    (closes < today).then_some(Warning::Expired)
}
