//! The popup: it looks at the ledger and at the page, does what it is asked, and says what came of it.

use chrono::NaiveDate;

use super::form::Form;
use super::ports::World;
use super::remind::{announce, announce_fault};
use super::store::{Done, Problem, Target, carry_out, decide_now, find, overview};
use crate::capture::{Found, PageSnapshot, canonical_address, read};
use crate::domain::{
    Application, ApplicationId, Closing, EventId, Fault, FollowUp, Outlook, Posting, Refusal, RuleId, SafeLink,
    Warning, What, day,
};
use crate::etiquette::{Settings, plan};
use crate::ledger::{Command, fold};
use crate::view::{
    Card, Complaint, MANUAL, NOTICE, Notice, POSTING, Page, Screen, Trouble, Voice, Word, Words, row_key,
};

/// What the browser says of the page in front of the user.
#[derive(Clone, Debug)]
pub struct Visit {
    /// The tab's address when the icon was clicked; empty where the browser does not tell.
    pub address: String,
    /// What the probe brought.
    pub snapshot: Result<PageSnapshot, Fault>,
}

/// What the user asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Action {
    /// The action's name in the markup.
    pub name: String,
    /// The key of the card it was asked on.
    pub card: String,
    /// The key of the row or choice within that card; empty where there is none.
    pub choice: String,
    /// What the form around it says.
    pub form: Form,
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
    /// Why the ledger cannot be read.
    unreadable: Option<Fault>,
    /// What "undo" takes back.
    undo: Option<(ApplicationId, Vec<EventId>)>,
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
            unreadable: None,
            undo: None,
        };
        popup.refresh().await;
        popup
    }

    /// Takes in the page in front of the user.
    pub async fn see(&mut self, visit: Visit) {
        let today = self.world.today();
        let tab = SafeLink::new(&visit.address).map(|address| canonical_address(&address));
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
        self.screen.page = self.visited.clone();
        self.look_up().await;
        self.announce().await;
    }

    /// Does what is asked. What came of it is on the [card](Popup::card).
    pub async fn act(&mut self, action: Action) {
        self.screen.complaint = None;
        match action.name.as_str() {
            "dismiss" => self.screen.notice = None,
            "manual" => {
                self.screen.page = Page::Manual {
                    address: self.address.clone(),
                }
            }
            "back" => self.screen.page = self.visited.clone(),
            "retry" => {
                self.refresh().await;
                self.look_up().await;
                self.announce().await;
            }
            _ => {
                let done = match self.asked(&action) {
                    Ok((target, command)) => {
                        let new = target == Target::New;
                        carry_out(&self.world, target, command).await.map(|done| (done, new))
                    }
                    Err(refusal) => Err(refusal.into()),
                };
                match done {
                    Ok((done, new)) => self.tell(&action, done, new).await,
                    Err(problem) => self.complain(&action, problem).await,
                }
                self.announce().await;
            }
        }
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

    /// Reads the agenda.
    async fn refresh(&mut self) {
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
    async fn announce(&self) {
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

    fn show(&mut self, application: Application) {
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

    /// What would be on the agenda if the user applied today.
    fn preview(&self, posting: &Posting) -> Option<Outlook> {
        let today = self.world.today();
        let new = fold(self.world.application(), &[]);
        let posting = Box::new(posting.clone());
        let what = [What::Captured { posting }, What::Applied { cv: None }];
        let command = Command::Log(what.map(|what| (today.0, what)).into());
        let events = decide_now(&self.world, &new, command).ok()?;
        plan(&[fold(new.id, &events)], &self.settings).into_iter().next()
    }

    /// The command that an action comes to.
    fn asked(&self, action: &Action) -> Result<(Target, Command), Refusal> {
        let today = self.world.today();
        let form = &action.form;
        if action.name == "undo" {
            return self.asked_to_undo(action);
        }
        if let Some((outlook, follow_up)) = self.row(&action.card) {
            let what = steer(action, follow_up)?;
            return Ok((Target::Kept(outlook.application), Command::Log(vec![(today.0, what)])));
        }
        match (&self.screen.page, action.name.as_str()) {
            (Page::Posting { posting, .. }, "applied" | "save") => {
                let shown = self.voice().posting_fields(posting);
                let mut what = vec![What::Captured {
                    posting: posting.clone(),
                }];
                what.extend(form.corrections(&shown)?);
                Ok((Target::New, keep(what, action, today.0)?))
            }
            (Page::Manual { address }, "applied" | "save") => {
                let posting = Box::new(form.posting(address.as_ref())?);
                Ok((Target::New, keep(vec![What::Captured { posting }], action, today.0)?))
            }
            (Page::Kept { application, .. }, name) => {
                let what = match name {
                    "applied" => vec![(form.date("on")?.unwrap_or(today.0), What::Applied { cv: None })],
                    "interview" => form.interview(today)?,
                    "reply" => form.reply()?,
                    "rejection" => vec![(form.day("on")?, What::Rejected { note: None })],
                    _ => return Err(Refusal::NoSuchFollowUp),
                };
                Ok((Target::Kept(application.id), Command::Log(what)))
            }
            // The row was settled elsewhere while it was still shown here.
            _ => Err(Refusal::NoSuchFollowUp),
        }
    }

    fn asked_to_undo(&self, action: &Action) -> Result<(Target, Command), Refusal> {
        let (application, events) = match (&self.screen.page, &self.undo) {
            (_, Some(undo)) if action.card == NOTICE => undo.clone(),
            (Page::Kept { application, .. }, _) => {
                let event = EventId::parse(&action.choice).ok_or(Refusal::UnknownEvent)?;
                (application.id, vec![event])
            }
            _ => return Err(Refusal::UnknownEvent),
        };
        Ok((Target::Kept(application), Command::Undo(events)))
    }

    /// The follow-up whose row has that key.
    fn row(&self, key: &str) -> Option<(&Outlook, &FollowUp)> {
        let outlooks = self.screen.agenda.outlooks.iter();
        let mut all = outlooks.flat_map(|outlook| outlook.follow_ups.iter().map(move |follow_up| (outlook, follow_up)));
        all.find(|(_, follow_up)| row_key(&follow_up.key) == key)
    }

    /// Says what was done and what comes next, and shows the page as it stands now.
    async fn tell(&mut self, action: &Action, done: Done, new: bool) {
        self.refresh().await;
        let Done {
            application,
            events,
            outlook,
        } = done;
        let voice = self.voice();
        let said = if action.name == "undo" {
            voice.words.text(Word::Undone).to_owned()
        } else {
            voice.kept(&events, &application)
        };
        let shown = match &self.screen.page {
            Page::Kept { application: shown, .. } => shown.id == application.id,
            _ => new,
        };
        // The page's own card says what comes next; for any other application it is said here.
        let elsewhere = outlook.as_ref().filter(|_| !shown);
        let next = elsewhere.map(|outlook| voice.next(outlook, self.screen.ahead(outlook)));
        self.screen.notice = Some(Notice {
            tone: "good",
            said,
            next: next.unwrap_or_default(),
            undo: true,
        });
        self.undo = Some((application.id, events.iter().map(|event| event.id).collect()));
        if shown && application.is_gone() {
            self.screen.page = self.visited.clone();
        } else if shown {
            self.show(application);
        } else {
            // An undone save of this page may have been taken up again.
            self.look_up().await;
        }
    }

    /// Says why nothing was done: beside the field where there is one, else in the notice. What was typed stays.
    async fn complain(&mut self, action: &Action, problem: Problem) {
        let voice = self.voice();
        let (tone, said, next) = match problem {
            Problem::Refused(refusal) => match self.place(action, &refusal) {
                Some(slot) => {
                    self.screen.notice = None;
                    self.screen.complaint = Some(Complaint {
                        card: action.card.clone(),
                        slot,
                        refusal,
                    });
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
        self.screen.notice = Some(Notice {
            tone,
            said,
            next,
            undo: false,
        });
        // What stands in the way may have been done elsewhere: show it.
        self.refresh().await;
        self.look_up().await;
    }

    /// The slot beside what a refusal is about.
    fn place(&self, action: &Action, refusal: &Refusal) -> Option<&'static str> {
        match (action.card.as_str(), refusal) {
            (_, Refusal::AlreadyKept | Refusal::NoSuchFollowUp | Refusal::ReadOnly) => None,
            (POSTING | MANUAL, Refusal::NothingToKeep) => Some("title_error"),
            (POSTING | MANUAL, Refusal::Unreadable { field: "pay" }) => Some("pay_error"),
            (POSTING | MANUAL, Refusal::Unreadable { field: "posted" }) => Some("posted_error"),
            (POSTING | MANUAL, Refusal::Unreadable { field: "closes" }) => Some("closes_error"),
            (POSTING | MANUAL, _) => Some("error"),
            _ => match action.name.as_str() {
                "applied" => Some("applied_error"),
                "interview" => Some("interview_error"),
                "reply" => Some("reply_error"),
                "rejection" => Some("rejection_error"),
                "later" => Some("error"),
                _ => None,
            },
        }
    }
}

/// What one of the row's buttons writes down.
fn steer(action: &Action, follow_up: &FollowUp) -> Result<What, Refusal> {
    let key = &follow_up.key;
    let follow_up_key = key.clone();
    match action.name.as_str() {
        "sent" if follow_up.rule() == RuleId::R2 => Ok(What::Thanked {
            whom: key.person.clone(),
            interview: Some(key.event),
        }),
        "sent" if follow_up.rule().is_check_in() => Ok(What::CheckedIn {
            whom: follow_up.to.as_ref().map(|contact| contact.name.clone()),
            channel: follow_up.channel,
        }),
        "later" => {
            let to = match day::date(&action.choice) {
                Some(day) => day,
                None => action.form.day("to")?,
            };
            Ok(What::Snoozed {
                follow_up: follow_up_key,
                to,
            })
        }
        "skip" => Ok(What::Skipped {
            follow_up: follow_up_key,
        }),
        "close" => Ok(What::Closed { why: Closing::NoAnswer }),
        _ => Err(Refusal::NoSuchFollowUp),
    }
}

/// A new application: what was read or written is kept today, and where the user says so they applied, today or on another day.
fn keep(kept: Vec<What>, action: &Action, today: NaiveDate) -> Result<Command, Refusal> {
    let mut what: Vec<(NaiveDate, What)> = kept.into_iter().map(|what| (today, what)).collect();
    if action.name == "applied" {
        let on = action.form.date("applied_on")?.unwrap_or(today);
        what.push((on, What::Applied { cv: None }));
    }
    Ok(Command::Log(what))
}

/// Whether the tab shows another page than the one that was read. Where it scrolled to does not matter.
fn moved(tab: &str, page: &str) -> bool {
    let place = |address: &str| address.split('#').next().unwrap_or_default().to_owned();
    !tab.is_empty() && place(tab) != place(page)
}

fn expired(posting: &Posting, today: NaiveDate) -> Option<Warning> {
    let closes = posting.closes.as_ref()?.value;
    (closes < today).then_some(Warning::Expired)
}
