//! What the popup writes down, and what it says came of it.

use super::Popup;
use crate::app::asked::Action;
use crate::app::command::{Done, Prepared, Problem, Target, prepare};
use crate::app::ports::World;
use crate::archive::Sheet;
use crate::domain::{Application, ApplicationId, Event, Refusal, What};
use crate::view::{Complaint, Notice, Page, Trouble};

impl<W: World> Popup<W> {
    /// Prepares the command that an action will most likely ask for: what is pressed is clicked. Until then, or until it is let go, nobody
    /// else changes the ledger.
    pub async fn prepare(&mut self, action: &Action) {
        self.prepared = None;
        let Ok((target, _)) = action.command(&self.screen, &self.voice(), self.undo.as_ref()) else {
            return;
        };
        // A guess waits for nobody. Where something fails, the command says why.
        let Ok(Some(guard)) = self.world.acquire_if_free().await else {
            return;
        };
        let sheet = self.sheet(&target);
        let prepared = prepare(&self.world, guard, target, sheet).await;
        self.prepared = prepared.ok().map(|prepared| (action.name.clone(), prepared));
    }

    /// Lets go what was prepared: it was not asked for.
    pub fn let_go(&mut self) {
        self.prepared = None;
    }

    /// On which sheet of the agenda the application is seen.
    fn sheet(&self, target: &Target) -> Option<u8> {
        let mut outlooks = self.screen.agenda.outlooks.iter();
        let seen = outlooks.find(|outlook| Some(outlook.application) == target.application());
        seen.map(Sheet::of)
    }

    pub(super) async fn carry_out(&mut self, action: Action) -> bool {
        // It is dropped before anything else asks for the lock.
        let prepared = self.prepared.take().filter(|(name, _)| *name == action.name);
        let done = match action.name.as_str() {
            "choose" => {
                drop(prepared);
                self.choose(&action).await.map(|()| None)
            }
            _ => {
                let prepared = prepared.map(|(_, prepared)| prepared);
                self.command(&action, prepared).await.map(Some)
            }
        };
        let is_done = done.is_ok();
        if is_done {
            for row in [&action.card, &action.choice] {
                self.screen.letter.take_if(|letter| letter.row == *row);
                // A message that is put off is still to be sent.
                if action.name != "later" {
                    self.forget_row(row);
                }
            }
        }
        if is_done && matches!(action.name.as_str(), "applied" | "save" | "keep") {
            self.forget_draft();
        }
        match done {
            Ok(Some((done, new))) => self.tell(action, done, new).await,
            Ok(None) => self.refresh().await,
            Err(problem) => self.complain(&action, problem).await,
        }
        self.announce().await;
        is_done
    }

    /// What came of the command that an action asks for, and whether its application is a new one.
    async fn command(&self, action: &Action, prepared: Option<Prepared<W>>) -> Result<(Done, bool), Problem> {
        let (target, command) = action.command(&self.screen, &self.voice(), self.undo.as_ref())?;
        let new = target == Target::New;
        let prepared = match prepared.filter(|prepared| prepared.target == target) {
            Some(prepared) => prepared,
            None => {
                let guard = self.world.acquire().await?;
                let sheet = self.sheet(&target);
                prepare(&self.world, guard, target, sheet).await?
            }
        };
        Ok((prepared.carry_out(&self.world, command).await?, new))
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
        if is_deleted {
            self.forget_all_of(application.id);
        }
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
            self.put_back(application.id, is_deleted).await;
        } else {
            self.show(application);
        }
    }

    /// Shows the page again: as it was before the save that was undone, with what was typed; or as it stands without what was deleted.
    async fn put_back(&mut self, gone: ApplicationId, is_deleted: bool) {
        self.screen.opened = false;
        let saved = self.saved_from.take();
        match saved.filter(|(saved, ..)| *saved == gone && !is_deleted) {
            Some((_, page, form)) => {
                self.screen.page = page;
                self.screen.typed = form.0;
            }
            None => self.show_visited().await,
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
