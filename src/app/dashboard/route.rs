//! Which screen is shown. The page's address says it, so that "back" leads back.

use super::Dashboard;
use crate::app::ports::World;
use crate::view::{Open, Route};

impl<W: World> Dashboard<W> {
    /// Shows the screen that the part of the address after its `#` names; what names none is a place on the screen that is shown.
    pub async fn go(&mut self, hash: &str) {
        if let Some(route) = Route::parse(hash) {
            self.applications.settle();
            self.case.let_go();
            if route != self.screen.route {
                self.case.leave_notice();
            }
            if route == Route::Applications {
                self.applications.show(query(hash));
            }
            self.enter(route).await;
            self.case.tell_left(&self.place());
        }
    }

    /// What the address is to say.
    pub fn hash(&self) -> String {
        let query = match self.screen.route {
            Route::Applications => self.applications.query(),
            _ => String::new(),
        };
        self.screen.route.hash() + &query
    }

    /// Shows a screen. What was typed on the one before stays put by.
    pub(super) async fn enter(&mut self, route: Route) {
        self.case.work.search = None;
        if route == self.screen.route && !matches!(route, Route::Application(id) if !self.case.has_open(id)) {
            return;
        }
        if let (Route::Applications, Route::Application(id)) = (route, self.screen.route) {
            self.applications.return_to(id);
        }
        self.screen.route = route;
        self.backups.forget_came();
        self.case.begin(None);
        self.case.work.open = match route {
            Route::New => Open::Manual { address: None },
            _ => Open::Nothing,
        };
        self.case.refresh_answers();
        self.show_again().await;
        self.case.bring_back();
    }

    /// Shows the application that is open as it stands now.
    pub(super) async fn show_again(&mut self) {
        if self.screen.route == Route::Applications {
            self.applications.refresh(&mut self.case).await;
        }
        if self.screen.route == Route::Settings {
            self.settings.look_for_sample().await;
        }
        let Route::Application(id) = self.screen.route else {
            return;
        };
        match self
            .case
            .load_whole(id)
            .await
            .filter(|application| !application.is_gone())
        {
            Some(application) => {
                self.case.show(application);
                // There is room for all that happened.
                self.case.work.whole = true;
                self.case.look_around(None).await;
            }
            None => self.case.work.open = Open::Nothing,
        }
    }
}

/// What stands behind the question mark of an address.
pub(super) fn query(hash: &str) -> &str {
    hash.split_once('?').map_or("", |(_, query)| query)
}
