//! What is written down in the dashboard, and what is shown then.

use super::Dashboard;
use crate::app::asked::Action;
use crate::app::casework::Told;
use crate::app::ports::World;
use crate::domain::{Application, ApplicationId};
use crate::view::Route;

impl<W: World> Dashboard<W> {
    /// Prepares the command that an action will most likely ask for: what is pressed is clicked.
    pub async fn prepare(&mut self, action: &Action) {
        if self.screen.route != Route::Settings {
            let asked = self.case.asked(action);
            self.case.prepare(action, asked).await;
        }
    }

    /// Says no more what was wrong in a field that is typed anew.
    pub fn withdraw_complaint(&mut self, field: &str) {
        self.case.withdraw_complaint(field);
    }

    /// Lets go what was prepared: it was not asked for.
    pub fn let_go(&mut self) {
        self.case.let_go();
    }

    pub(super) async fn carry_out(&mut self, action: Action) -> bool {
        let asked = self.case.asked(&action);
        let place = self.place();
        let done = self.case.carry_out(&action, asked, &place).await;
        let is_done = done.is_ok();
        match done {
            Ok(told) => {
                // What was done by itself is not to be done with the others.
                self.screen.selected.retain(|row| *row != action.card);
                let id = told.application.id;
                self.follow(told).await;
                // Who accepts on the screen of today is shown who else is waiting to be told.
                if action.name == "accepted"
                    && self.screen.route == Route::Today
                    && self.case.work.waiting_to_be_told().next().is_some()
                {
                    self.enter(Route::Application(id)).await;
                }
            }
            Err(problem) => {
                if self.case.complain(&action, problem).await {
                    self.show_again().await;
                }
            }
        }
        self.case.announce().await;
        is_done
    }

    /// Takes in what was done with several applications, and sets badge and alarm.
    pub(super) async fn learn_all(&mut self, applications: &[Application]) {
        for application in applications {
            self.ledger.learn(application);
        }
        self.look_at_person().await;
        self.show_again().await;
        self.case.announce().await;
    }

    /// Joins the application that is open with another one, or parts the two.
    pub(super) async fn pair(&mut self, action: &Action) -> bool {
        let Some(other) = ApplicationId::parse(&action.choice) else {
            return false;
        };
        let both = self.case.pair(other, action.name == "same").await;
        self.follow_pair(both).await
    }

    /// Shows two that were joined or parted: of what is one now, the one that has all of it. Says whether it was done.
    pub(super) async fn follow_pair(&mut self, both: Vec<Application>) -> bool {
        for application in &both {
            self.applications.forget_one(application.id);
        }
        self.learn_all(&both).await;
        let whole = both.iter().find_map(Application::joined_into);
        if let Some(whole) = whole.filter(|_| matches!(self.screen.route, Route::Application(_))) {
            self.enter(Route::Application(whole)).await;
        }
        !both.is_empty()
    }

    /// Shows what came of it: a new application by itself, and the others in place of one that is gone.
    async fn follow(&mut self, told: Told) {
        let id = told.application.id;
        let is_moved = self.applications.is_moved(&told.application);
        self.ledger.learn(&told.application);
        self.applications.forget_one(id);
        self.look_at_person().await;
        if told.is_shown && self.screen.route == Route::Applications {
            if is_moved {
                self.applications.shut(&mut self.case);
            }
            self.show_again().await;
        } else if told.is_shown && told.application.is_gone() {
            self.enter(Route::Applications).await;
        } else if told.is_new || told.is_back {
            self.enter(Route::Application(id)).await;
        } else {
            self.show_again().await;
        }
    }
}
