//! What is written down, and what is said came of it.

use super::Casework;
use crate::app::asked::Action;
use crate::app::command::{Done, Prepared, Problem, Target, prepare};
use crate::app::ports::World;
use crate::archive::Sheet;
use crate::domain::{Application, ApplicationId, Event, EventId, Line, Refusal, What};
use crate::ledger::Command;
use crate::view::{Complaint, Entry, Notice, Open, Remedy, Trouble};

/// What a command came to, for the page that shows it.
pub(in crate::app) struct Told {
    /// The application as it is now.
    pub(in crate::app) application: Application,
    /// Whether there was none before.
    pub(in crate::app) is_new: bool,
    /// Whether it is the one that is open.
    pub(in crate::app) is_shown: bool,
    /// Whether it was undone that it is kept, and has been kept again.
    pub(in crate::app) is_back: bool,
    /// Whether it was deleted.
    pub(in crate::app) is_deleted: bool,
}

impl<W: World> Casework<W> {
    /// What an action comes to on what is open.
    ///
    /// # Errors
    /// As for [`Action::command`], and [`Refusal::Unreadable`] for a time zone that is not known.
    pub(in crate::app) fn asked(&self, action: &Action) -> Result<(Target, Command), Refusal> {
        if self.names_unknown_zone(action) {
            return Err(Refusal::Unreadable { field: "zone" });
        }
        action.command(&self.work, &self.voice(), self.undo.last())
    }

    /// Whether a time zone was typed that the browser does not know. What an invitation says of its zone is kept as it stands there.
    fn names_unknown_zone(&self, action: &Action) -> bool {
        let is_booking = matches!(Entry::named(&action.choice), Some(Entry::Invited | Entry::Rescheduled));
        let is_read = self.work.invitation.is_some() || action.form.line("invitation").is_some();
        let zone = action.form.line("zone").filter(|_| is_booking && !is_read);
        let is_known = |zone: &Line| self.world.wall_clock(self.world.now(), Some(zone.as_str())).is_some();
        zone.is_some_and(|zone| !is_known(&zone))
    }

    /// Prepares the command that an action will most likely ask for: what is pressed is clicked. Until then, or until it is let go, nobody
    /// else changes the ledger.
    pub(in crate::app) async fn prepare(&mut self, action: &Action, asked: Result<(Target, Command), Refusal>) {
        self.prepared = None;
        let Ok((target, command)) = asked else { return };
        // A guess waits for nobody. Where something fails, the command says why.
        let Ok(Some(guard)) = self.world.acquire_if_free().await else {
            return;
        };
        let sheet = self.sheet(&target);
        let prepared = prepare(&self.world, guard, target, command, sheet).await;
        self.prepared = prepared.ok().map(|prepared| (action.name.clone(), prepared));
    }

    /// Lets go what was prepared: it was not asked for.
    pub(in crate::app) fn let_go(&mut self) {
        self.prepared = None;
    }

    /// On which sheet of the agenda the application is seen.
    fn sheet(&self, target: &Target) -> Option<u8> {
        let mut outlooks = self.work.agenda.outlooks.iter();
        let seen = outlooks.find(|outlook| Some(outlook.application) == target.application());
        seen.map(Sheet::of)
    }

    /// Carries out what an action comes to, and says so in the notice. `place` is where what is typed on the page is put by.
    ///
    /// # Errors
    /// What is in the way; nothing was written then, and [`Casework::complain`] says it.
    pub(in crate::app) async fn carry_out(
        &mut self,
        action: &Action,
        asked: Result<(Target, Command), Refusal>,
        place: &str,
    ) -> Result<Told, Problem> {
        // It is dropped before anything else asks for the lock.
        let prepared = self.prepared.take().filter(|(name, _)| *name == action.name);
        let prepared = prepared.map(|(_, prepared)| prepared);
        let parts = match asked {
            Ok((Target::Kept(id), Command::Erase)) => self.parts(id).await?,
            _ => Vec::new(),
        };
        let (done, is_new) = match asked {
            Ok((Target::Kept(id), _)) if !parts.is_empty() => {
                drop(prepared);
                (self.erase_whole(id, parts).await?, false)
            }
            asked => self.command(asked, prepared).await?,
        };
        if done.application.is_gone() {
            self.withdraw(&done.before).await;
        }
        for row in [&action.card, &action.choice] {
            self.close_row(row);
            // A message that is put off is still to be sent.
            if action.name != "later" {
                self.forget_row(row);
            }
        }
        if matches!(action.name.as_str(), "applied" | "save" | "keep") {
            self.forget_draft(place);
        }
        Ok(self.tell(action, done, is_new).await)
    }

    /// What came of a command, and whether its application is a new one.
    pub(super) async fn command(
        &self,
        asked: Result<(Target, Command), Refusal>,
        prepared: Option<Prepared<W>>,
    ) -> Result<(Done, bool), Problem> {
        let (target, command) = asked?;
        let new = target == Target::New;
        let today = self.world.today();
        let is_it = |prepared: &Prepared<W>| {
            prepared.target == target && prepared.command == command && prepared.today == today
        };
        let prepared = match prepared.filter(is_it) {
            Some(prepared) => prepared,
            None => {
                let guard = self.world.acquire().await?;
                let sheet = self.sheet(&target);
                prepare(&self.world, guard, target, command, sheet).await?
            }
        };
        Ok((prepared.keep(&self.world).await?, new))
    }

    /// Says what was done and what comes next.
    async fn tell(&mut self, action: &Action, done: Done, is_new: bool) -> Told {
        self.refresh().await;
        let Done {
            application,
            before,
            events,
            outlook,
            written,
        } = done;
        self.is_to_follow(written);
        let voice = self.voice();
        let is_deleted = events.iter().any(|event| event.what == What::Erased {});
        let undone = taken_back(&events, &before);
        let said = if undone.is_empty() {
            voice.kept(&events, &application)
        } else {
            voice.undone(&undone, &before)
        };
        // What undoes an undoing does it again.
        let is_undoing = undone.iter().any(|event| !matches!(event.what, What::Voided { .. }));
        let remedy = if is_undoing { Remedy::Redo } else { Remedy::Undo };
        let is_shown = match &self.work.open {
            Open::Kept { application: shown, .. } => shown.id == application.id,
            _ => is_new,
        };
        // The card says which it is and what comes next; for any other application it is said here.
        let next = if is_shown {
            String::new()
        } else {
            let next = outlook
                .as_ref()
                .map(|outlook| voice.next(outlook, self.work.ahead(outlook)));
            voice.of(&application, &next.unwrap_or_default())
        };
        self.notify("good", said, next, (!is_deleted).then_some(remedy));
        if is_deleted {
            self.forget_all_of(application.id);
        }
        let undo = (!is_deleted).then(|| undo_of(application.id, &events));
        self.can_undo(undo.into_iter().collect());
        if action.name == "keep" {
            self.begin(None);
        }
        if is_new {
            self.work.typed = Vec::new();
        }
        Told {
            is_new,
            is_shown,
            // A save that was undone may have been done again.
            is_back: !is_shown && before.is_gone() && !application.is_gone(),
            is_deleted,
            application,
        }
    }

    /// What can be done once the notice's remedy was: it undoes, or does again what was undone.
    pub(super) fn opposite(&self) -> Remedy {
        match self.work.notice.as_ref().and_then(|notice| notice.remedy) {
            Some(Remedy::Redo) => Remedy::Undo,
            _ => Remedy::Redo,
        }
    }

    /// What the notice's "undo" takes back from now on: of each command its events.
    pub(super) fn can_undo(&mut self, undo: Vec<(ApplicationId, Vec<EventId>)>) {
        self.undo = undo;
        self.pair = None;
    }

    /// Says why something cannot be done.
    pub(in crate::app) fn refuse(&mut self, said: String) {
        self.can_undo(Vec::new());
        self.notify("refused", said, String::new(), None);
    }

    pub(in crate::app) fn notify(&mut self, tone: &'static str, said: String, next: String, remedy: Option<Remedy>) {
        self.notices += 1;
        self.work.notice = Some(Notice {
            number: self.notices,
            tone,
            said,
            next,
            remedy,
            stays: remedy.is_some(),
        });
    }

    /// Another screen is shown: what was said goes with its own, and what can be undone with the next one.
    pub(in crate::app) fn leave_notice(&mut self) {
        self.work.notice.take_if(|notice| !std::mem::take(&mut notice.stays));
    }

    /// Says why nothing was done: beside the field where there is one, else in the notice. What was typed stays. Whether what is shown is to
    /// be looked at again.
    pub(in crate::app) async fn complain(&mut self, action: &Action, problem: Problem) -> bool {
        // What stands in the way may have been done elsewhere.
        self.refresh().await;
        if let Problem::Refused(refusal) = &problem
            && let Some(slot) = action.place(refusal)
        {
            self.complain_beside(action, slot, refusal.clone());
            return false;
        }
        self.say_problem(problem);
        true
    }

    /// Says no more what was wrong in a field that is typed anew.
    pub(in crate::app) fn withdraw_complaint(&mut self, field: &str) {
        self.work.complaint.take_if(|complaint| complaint.is_about(field));
    }

    /// Says in the notice why nothing was done.
    pub(in crate::app) fn say_problem(&mut self, problem: Problem) {
        let voice = self.voice();
        let (tone, said, next) = match problem {
            Problem::Refused(refusal) => ("refused", voice.refusal(&refusal), String::new()),
            Problem::Failed(fault) => {
                let Trouble { text, advice, .. } = voice.fault(&fault);
                ("failed", text, advice)
            }
        };
        self.can_undo(Vec::new());
        self.notify(tone, said, next, None);
    }

    /// Says in a slot of the card with the form why nothing was done.
    pub(in crate::app) fn complain_beside(&mut self, action: &Action, slot: &'static str, refusal: Refusal) {
        let card = action.form_card().to_owned();
        let within = if action.is_within_row() {
            action.card.clone()
        } else {
            String::new()
        };
        self.work.notice = None;
        self.work.complaint = Some(Complaint {
            card,
            within,
            slot,
            refusal,
        });
    }
}

/// What takes back a command that wrote these events.
pub(super) fn undo_of(application: ApplicationId, events: &[Event]) -> (ApplicationId, Vec<EventId>) {
    (application, events.iter().map(|event| event.id).collect())
}

/// What `events` undo, as it stood.
fn taken_back(events: &[Event], before: &Application) -> Vec<Event> {
    let undone = |known: &&Event| {
        let mut events = events.iter();
        events.any(|event| event.what == What::Voided { event: known.id })
    };
    before.history.iter().filter(undone).cloned().collect()
}
