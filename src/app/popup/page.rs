//! What the popup shows of the page in front of the user, and of an application that is kept.

use chrono::NaiveDate;

use super::{Popup, Visit};
use crate::app::asked::row;
use crate::app::command::decide_now;
use crate::app::links::find;
use crate::app::ports::World;
use crate::capture::{Found, PageSnapshot, Selection, Stage, canonical_address, posting_key, read, stage};
use crate::domain::{Application, ApplicationId, CompanyKey, Fault, Outlook, Posting, SafeLink, Warning, What};
use crate::etiquette::plan;
use crate::ledger::{Command, fold};
use crate::view::{Open, Page};

impl<W: World> Popup<W> {
    /// Takes in the page in front of the user. What they have opened by then stays open; the page is where "back" leads.
    pub async fn see(&mut self, visit: Visit) {
        if self.case.is_making() {
            // That it is slow is no news where it came.
            if self.awaited.is_none() || visit.snapshot != Err(Fault::PageSlow) {
                self.awaited = Some(visit);
            }
            return;
        }
        // What it looks up may have to be made anew, under the lock.
        self.let_go();
        let is_awaited = match &self.screen.page {
            _ if !self.case.work.open.is_nothing() => false,
            Page::Unread => true,
            Page::Closed(Fault::PageSlow) => visit.snapshot != Err(Fault::PageSlow),
            _ => false,
        };
        if visit.snapshot == Err(Fault::PageSlow) && !is_awaited {
            return;
        }
        self.look_at_site(&visit.address).await;
        let tab = SafeLink::new(&visit.address);
        let is_beside = tab.as_ref().and_then(stage) == Some(Stage::Panel);
        let tab = tab
            .map(|address| canonical_address(&address))
            .filter(SafeLink::can_be_kept);
        (self.visited, self.snapshot) = match visit.snapshot {
            Err(fault) => (Page::Closed(fault), None),
            Ok(snapshot) if !snapshot.is_text() => (Page::Closed(Fault::PageClosed), None),
            Ok(snapshot) if moved(&visit.address, &snapshot.address) => {
                let from = SafeLink::new(&visit.address);
                (Page::Closed(Fault::PageMoved { from }), Some(snapshot))
            }
            Ok(snapshot) => (self.understand(&snapshot), Some(snapshot)),
        };
        self.screen.reportable = self.snapshot.is_some();
        self.screen.selection = self.snapshot.as_ref().and_then(Selection::of);
        self.address = match &self.visited {
            Page::Posting { posting, .. } => posting.address.as_ref().map(|address| address.value.clone()).or(tab),
            // A page that has moved on is another one, and a list is no posting, unless one is open beside it.
            Page::Closed(Fault::PageMoved { .. }) => None,
            Page::Several(_) if !is_beside => None,
            _ => tab,
        };
        self.case.work.fleeting = !self.case.world.outlives();
        if is_awaited {
            self.screen.page = self.visited.clone();
            self.look_up().await;
            self.bring_back();
        } else if let Some(application) = self.case.work.open.kept() {
            self.screen.opened = self.is_elsewhere(application);
        }
        self.case.tell_left(&self.place());
    }

    /// What a page says, as it is shown.
    fn understand(&self, snapshot: &PageSnapshot) -> Page {
        match read(snapshot) {
            (Found::Posting(posting), warnings) => {
                let outlook = self.preview(&posting);
                let today = self.case.world.today();
                let warnings = warnings.into_iter().chain(expired(&posting, today.0)).collect();
                Page::Posting {
                    posting,
                    warnings,
                    outlook,
                }
            }
            (Found::Several(candidates), _) => Page::Several(candidates),
            (Found::Framed(frame), _) => Page::Framed(frame),
            (Found::Nothing, _) => Page::Nothing,
        }
    }

    /// Whether an application is not the one of the page in front of the user.
    pub(super) fn is_elsewhere(&self, application: &Application) -> bool {
        let page = self.address.as_ref().map(posting_key);
        page.is_none_or(|page| application.addresses().all(|kept| posting_key(kept) != page))
    }

    /// What would be on the agenda if the user applied today. Nothing is said of it where another application at the company may come
    /// first: that is known only once it is kept.
    fn preview(&self, posting: &Posting) -> Option<Outlook> {
        let today = self.case.world.today();
        let company = posting.company.as_ref();
        let company = company.and_then(|company| CompanyKey::new(company.value.as_str()));
        let mut others = self.case.work.agenda.outlooks.iter();
        if company.is_some() && others.any(|other| other.company_key() == company) {
            return None;
        }
        let new = fold(self.case.world.application(), &[]);
        let posting = Box::new(posting.clone());
        let what = [What::Captured { posting }, What::Applied { cv: None }];
        let command = Command::Log(what.map(|what| (today.0, what)).into());
        let events = decide_now(&self.case.world, &new, command).ok()?;
        plan(&[fold(new.id, &events)], &self.case.work.settings)
            .into_iter()
            .next()
    }

    /// Begins the card of one of several postings with what the list says, all of which is to be checked; or shows that it is kept.
    pub(super) async fn take(&mut self, choice: &str) {
        let Page::Several(candidates) = &self.screen.page else {
            return;
        };
        let Some(candidate) = choice.parse().ok().and_then(|index: usize| candidates.get(index)) else {
            return;
        };
        let posting = Box::new(candidate.posting());
        let outlook = self.preview(&posting);
        self.begin();
        self.screen.page = Page::Posting {
            posting,
            warnings: vec![Warning::OfAList],
            outlook,
        };
        // One without an address has no place of its own for what was typed.
        if self.shown_address().is_some() {
            self.look_up().await;
            self.bring_back();
        }
    }

    /// The address of the posting that is shown.
    pub(super) fn shown_address(&self) -> Option<&SafeLink> {
        let read = match &self.screen.page {
            Page::Posting { posting, .. } if self.case.work.open.is_nothing() => posting.address.as_ref(),
            _ => None,
        };
        read.map(|address| &address.value).or(self.address.as_ref())
    }

    /// Shows the application that keeps this page, if there is one.
    pub(super) async fn look_up(&mut self) {
        let Some(address) = self.shown_address().cloned() else {
            return;
        };
        match find(&self.case.world, &address).await {
            Ok(Some(application)) => {
                self.screen.opened = self.address.as_ref() != Some(&address);
                self.show(application);
            }
            Ok(None) => {}
            Err(fault) => self.case.work.trouble = Some(fault),
        }
        let posting = match &self.screen.page {
            Page::Posting { posting, .. } => Some(posting.clone()),
            _ => None,
        };
        self.case.look_around(posting.as_deref()).await;
    }

    /// Shows the page in front of the user, or the application that keeps it, with what was typed there and not kept.
    pub(super) async fn show_visited(&mut self) {
        self.screen.opened = false;
        self.begin();
        self.case.work.open = Open::Nothing;
        self.screen.page = self.visited.clone();
        self.look_up().await;
        self.bring_back();
    }

    /// Looks again at what the popup shows: it may have changed elsewhere.
    pub(super) async fn look_again(&mut self) {
        match &self.case.work.open {
            Open::Kept { application, .. } if self.screen.opened => {
                let id = application.id;
                self.show_kept(id).await;
            }
            // What is being written by hand stays.
            Open::Manual { .. } => {}
            _ => self.look_up().await,
        }
    }

    /// Shows the application that a row is about.
    pub(super) async fn open_row(&mut self, key: &str) {
        let Some(id) =
            row(&self.case.work.agenda, key, self.case.world.today()).map(|(outlook, _)| outlook.application)
        else {
            return;
        };
        self.open_kept(id).await;
    }

    /// Shows an application that was found, or another one at the company of the one that is shown.
    pub(super) async fn open_found(&mut self, key: &str) {
        self.case.work.search = None;
        if let Some(id) = ApplicationId::parse(key) {
            self.open_kept(id).await;
        }
    }

    /// Shows an application, with what was typed on it and not kept.
    async fn open_kept(&mut self, id: ApplicationId) {
        self.show_kept(id).await;
        self.bring_back();
    }

    async fn show_kept(&mut self, id: ApplicationId) {
        if let Some(application) = self.case.load(id).await {
            self.screen.opened = self.is_elsewhere(&application);
            self.show(application);
            self.case.look_around(None).await;
        }
    }

    pub(super) fn show(&mut self, application: Application) {
        if !self.case.has_open(application.id) {
            self.screen.report = None;
        }
        self.case.show(application);
    }
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
