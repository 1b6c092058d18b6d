//! What is written down in the dashboard, and what is shown then.

use super::Dashboard;
use crate::app::asked::Action;
use crate::app::casework::Told;
use crate::app::ports::World;
use crate::domain::Application;
use crate::view::Route;

impl<W: World> Dashboard<W> {
    /// Prepares the command that an action will most likely ask for: what is pressed is clicked.
    pub async fn prepare(&mut self, action: &Action) {
        if self.screen.route != Route::Settings {
            let asked = self.case.asked(action);
            self.case.prepare(action, asked).await;
        }
    }

    /// Lets go what was prepared: it was not asked for.
    pub fn let_go(&mut self) {
        self.case.let_go();
    }

    pub(super) async fn carry_out(&mut self, action: Action) -> bool {
        let asked = match action.name.as_str() {
            "correct" => self.correction(&action),
            _ => self.case.asked(&action),
        };
        let place = self.place();
        let done = self.case.carry_out(&action, asked, &place).await;
        let is_done = done.is_ok();
        match done {
            Ok(told) => {
                if action.name == "correct" {
                    self.stay_with_person(&told.application);
                }
                self.follow(told).await;
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
        self.show_again().await;
        self.case.announce().await;
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
