//! The dashboard: all of the ledger, on one page with several screens. What is done with an application is done by the same casework as in
//! the popup.
//!
//! | file | what it knows |
//! |---|---|
//! | `route.rs` | which screen is shown |
//! | `ledger.rs` | all applications, read little by little and kept as small digests |
//! | `commands.rs` | what is written down, and what is shown then |
//! | `checking.rs` | the full check, and what it has repaired |
//! | `today.rs` | the rows that are selected |
//! | `backup.rs` | backups: what is asked of them, and when one is due |
//! | `calendar.rs` | dates for a calendar program, and an invitation that is brought in |

mod backup;
mod calendar;
mod checking;
mod commands;
mod ledger;
mod people;
mod route;
mod today;

use checking::Checking;
use ledger::Ledger;
use route::query;

use super::applications::AllApplications;
use super::asked::{Action, row};
use super::backup::Backups;
use super::calendar::Collecting;
use super::casework::Casework;
use super::command::Problem;
use super::ports::World;
use super::sample::lay_out;
use super::settings_page::SettingsPage;
use crate::archive::{Index, Key};
use crate::domain::ApplicationId;
use crate::view::{Bond, Card, DashboardScreen, Progress, Route, Words};

/// What belongs to the frame and not to the screen that is shown.
const FRAME: [&str; 9] = [
    "search",
    "find",
    "manual",
    "stop_reading",
    "read_on",
    "dismiss_repair",
    "restore_mirror",
    "copy_mirror",
    "begin_anew",
];

/// The dashboard's state.
pub struct Dashboard<W: World> {
    /// What it does with the ledger.
    case: Casework<W>,
    settings: SettingsPage<W>,
    backups: Backups,
    /// The dates that are being collected, where they are.
    collecting: Option<Collecting>,
    screen: DashboardScreen,
    ledger: Ledger,
    checking: Checking,
    applications: AllApplications,
    /// Whether it showed a sample that is removed by now.
    is_over: bool,
}

impl<W: World + Clone> Dashboard<W> {
    /// Opens the dashboard with what is open of the ledger, on the screen that the page's address names: the part of it after its `#`. It
    /// speaks in the browser's `words` unless the user chose a language.
    pub async fn open(world: W, words: Words, hash: &str) -> Self {
        let mut case = Casework::open(world.clone(), words).await;
        case.work.fleeting = !case.world.outlives();
        case.work.offers = &[Bond::Joined, Bond::Alike, Bond::Other];
        let mut dashboard = Self {
            settings: SettingsPage::new(world, words),
            backups: Backups::new(),
            collecting: None,
            case,
            screen: DashboardScreen {
                is_opening: true,
                ..DashboardScreen::default()
            },
            ledger: Ledger::default(),
            checking: Checking::default(),
            applications: AllApplications::new(),
            is_over: false,
        };
        dashboard.applications.show(query(hash));
        dashboard.enter(Route::parse(hash).unwrap_or_default()).await;
        dashboard.screen.reading = dashboard.progress();
        dashboard
    }

    /// The same in a world of which all is a sample, and which begins with one.
    pub async fn sample(world: W, words: Words, hash: &str) -> Self {
        let mut dashboard = Self::open(world.clone(), words, hash).await;
        let work = &dashboard.case.work;
        if work.kept == 0 && work.trouble.is_none() && !work.is_unknown {
            if let Err(Problem::Failed(fault)) = lay_out(&world).await {
                dashboard.case.work.trouble = Some(fault);
            } else {
                // What was read of it by then was nothing.
                dashboard = Self::open(world, words, hash).await;
            }
        }
        dashboard.screen.is_sample = true;
        dashboard
    }
}

impl<W: World> Dashboard<W> {
    /// Shows all that is on the screen once the page is seen, does what nobody waits for, and looks again at what may have changed until it is
    /// seen again.
    pub async fn look_again(&mut self) {
        self.screen.is_opening = false;
        self.applications.settle();
        self.case.let_go();
        self.case.look().await;
        self.settings.look_again().await;
        self.backups.look_again(&self.case.world).await;
        self.show_again().await;
        self.case.settle_in().await;
        self.look_for_repair().await;
        self.case.tell_left(&self.place());
        self.screen.reading = self.progress();
    }

    /// Takes in that something was written under these keys, here or elsewhere.
    pub async fn changed(&mut self, keys: &[String]) {
        self.applications.settle();
        // What is read may have to be made anew, under the lock.
        self.case.let_go();
        let keys: Vec<Key> = keys.iter().filter_map(|key| Key::parse(key)).collect();
        self.ledger.forget(&keys);
        self.applications.forget(&keys);
        let is_derived = |key: &Key| matches!(key, Key::Head | Key::Settings | Key::Agenda(_) | Key::Index(_));
        if keys.iter().any(is_derived) {
            self.case.look().await;
            self.keep_selected();
            self.show_again().await;
            self.look_at_person().await;
        }
        if keys.contains(&Key::Settings) {
            self.case.renew_letter().await;
            self.settings.look_again().await;
        }
        if keys.contains(&Key::Repair) {
            self.look_for_repair().await;
        }
        self.look_at_backups(&keys).await;
        self.screen.reading = self.progress();
    }

    /// Goes on with what is due where it is being made anew, then reads on in the applications, and says whether what came of it is to be
    /// shown; `None` where nothing is left.
    pub async fn read_on(&mut self) -> Option<bool> {
        self.applications.settle();
        if let Some(is_whole) = self.case.mirror_on().await {
            if !is_whole {
                self.checking = Checking::Due;
            }
            return Some(!is_whole);
        }
        if self.case.is_making() {
            return Some(self.make_on().await);
        }
        if let Some(shows) = self.go_on_with_backup().await {
            return Some(shows);
        }
        if let Some(shows) = self.go_on_with_dates().await {
            return Some(shows);
        }
        // What is looked for comes before what nobody waits for.
        if self.screen.route == Route::Applications && self.applications.is_searching() {
            return Some(self.applications.go_on(&mut self.case).await);
        }
        let shows = self.ledger.read_on(&self.case.world, self.case.work.kept).await;
        self.screen.reading = self.progress();
        let trouble = self.ledger.trouble.take();
        let is_told = trouble.is_some();
        if let Some(fault) = trouble {
            self.case.work.trouble.get_or_insert(fault);
        }
        // What went wrong is shown even where nothing is left to be read.
        if let Some(shows) = shows.map(|shows| shows || is_told).or(is_told.then_some(true)) {
            return Some(shows);
        }
        // A backup is made of what was checked.
        match self.check_on().await {
            None => self.think_of_backup().await.then_some(true),
            shows => shows,
        }
    }

    /// Goes on with what is due for a moment. Once it is made all that shows it is shown again.
    async fn make_on(&mut self) -> bool {
        let mut shows = self.case.make_on().await;
        if !self.case.is_making() {
            // The index may have been made with it.
            self.applications.forget(&Index::keys().collect::<Vec<_>>());
            self.keep_selected();
            self.show_again().await;
            self.case.announce().await;
            shows = true;
        }
        self.screen.reading = self.progress();
        shows
    }

    /// How far has come what is done meanwhile.
    fn progress(&self) -> Option<Progress> {
        let world = &self.case.world;
        let collecting = self
            .collecting
            .as_ref()
            .and_then(|collecting| collecting.progress(world));
        let of_case = self
            .backups
            .progress(world)
            .or(collecting)
            .or_else(|| self.case.progress());
        of_case.or_else(|| self.ledger.progress(world))
    }

    /// Does what is asked, and says whether it was done. What came of it is on the [card](Dashboard::card).
    pub async fn act(&mut self, action: Action) -> bool {
        self.applications.settle();
        let is_done = self.answer(action).await;
        self.keep_selected();
        self.case.tell_left(&self.place());
        self.screen.reading = self.progress();
        is_done
    }

    async fn answer(&mut self, action: Action) -> bool {
        let name = action.name.as_str();
        if name == "remove_sample" && self.screen.is_sample {
            return self.remove_sample().await;
        }
        if let Some(is_done) = self.answer_backup(&action).await {
            return is_done;
        }
        if let Some(is_done) = self.collect_dates(&action) {
            return is_done;
        }
        let is_retried = self.case.work.is_unreadable() || self.case.has_stopped_making();
        let is_of_frame = FRAME.contains(&name) || (name == "retry" && is_retried);
        if self.screen.route == Route::Settings && !is_of_frame {
            let is_all_erased = name == "erase_all";
            let is_done = self.settings.act(action).await;
            self.case.has_chosen();
            if is_all_erased && is_done {
                self.ledger = Ledger::default();
                self.forget_backups().await;
                self.case.refresh().await;
                self.case.announce().await;
            }
            // The frame speaks the language that was just chosen, too.
            self.case.words = self.settings.words();
            return is_done;
        }
        let is_on = self.case.is_on(&action, || self.card());
        if !self.case.hear(&action, is_on) {
            return false;
        }
        if let Some(is_done) = self.select(&action).await {
            return is_done;
        }
        if let Some(is_done) = self.answer_calendar(&action) {
            return is_done;
        }
        if let Some(is_done) = self.case.recover(name).await {
            self.ledger = Ledger::default();
            self.look_for_repair().await;
            self.show_again().await;
            self.case.announce().await;
            return is_done;
        }
        match name {
            "manual" => self.enter(Route::New).await,
            "back" => self.enter(Route::Applications).await,
            "open" => {
                let found = row(&self.case.work.agenda, &action.card, self.case.world.today());
                if let Some(id) = found.map(|(outlook, _)| outlook.application) {
                    self.enter(Route::Application(id)).await;
                }
            }
            "find" | "visit" => {
                if let Some(id) = ApplicationId::parse(action.row()) {
                    self.enter(Route::Application(id)).await;
                }
            }
            "same" | "part" => return self.pair(&action).await,
            "undo" if action.choice.is_empty() && self.case.has_paired() => {
                let both = self.case.undo_pair().await;
                return self.follow_pair(both).await;
            }
            "more_waits" => self.screen.more_waits += 1,
            "people" => self.look_for_people(action.form.text("people")),
            "more_people" => self.screen.people.more += 1,
            "person" => self.open_person(&action.card).await,
            "correct" => return self.put_person_right(&action).await,
            "forget" => return self.forget_person(&action).await,
            // What is due comes before the applications.
            "stop_reading" if self.case.stop_making() => {}
            "stop_reading" => self.ledger.stop(),
            "read_on" => self.ledger.go_on(),
            "dismiss_repair" if action.card == "mirror" => self.case.work.mirror = None,
            "dismiss_repair" => self.forget_repair().await,
            "retry" => {
                self.ledger = Ledger::default();
                self.checking = Checking::Due;
                self.case.forget_stop();
                self.look_again().await;
            }
            _ if self.is_for_applications(&action).await => {}
            _ if self.case.answer(&action, &self.place()).await => {
                // Who cancels moves nothing.
                if name == "cancel" && !action.is_within_row() && self.screen.route == Route::Applications {
                    self.applications.shut(&mut self.case);
                }
            }
            _ => return self.carry_out(action).await,
        }
        true
    }

    /// Removes the sample that it shows.
    async fn remove_sample(&mut self) -> bool {
        match self.case.world.remove_sample().await {
            Ok(()) => self.is_over = true,
            Err(fault) => self.case.work.trouble = Some(fault),
        }
        self.is_over
    }

    /// Whether all that it shows at first is there.
    pub const fn is_ready(&self) -> bool {
        !self.screen.is_opening
    }

    /// Whether there is nothing more to be shown: it was a sample, which is removed.
    pub const fn is_over(&self) -> bool {
        self.is_over
    }

    /// What to show now.
    pub fn card(&self) -> Card {
        self.shown().mark("appearance", self.settings.appearance().name())
    }

    /// The frame and the screen in it.
    fn shown(&self) -> Card {
        let (work, voice) = (&self.case.work, self.case.voice());
        let screen = match self.screen.route {
            Route::Today => self.backups.on_today(voice.today_screen(work, &self.screen), &voice),
            Route::Applications => self.applications.card(&self.case),
            Route::Application(_) | Route::New => voice.application_screen(work, self.applications.link()),
            Route::People => voice.people_screen(&self.ledger.known, self.ledger.is_whole(), &self.screen.people),
            Route::Insights => voice.insights_screen(self.ledger.is_whole().then(|| self.ledger.tracks()).as_deref()),
            Route::Settings => return self.settings_card(),
            Route::Machine => {
                let screen = Card::new("machine-screen", "#machine").part("own", !self.screen.is_sample);
                self.backups.on_machine(screen, &voice)
            }
            Route::Welcome => Card::new("welcome-screen", "#welcome"),
        };
        self.screen.card(work, &voice, screen)
    }

    /// Does what is asked of all applications, where they are shown, and says whether it was that.
    async fn is_for_applications(&mut self, action: &Action) -> bool {
        self.screen.route == Route::Applications && self.applications.answer(action, &mut self.case).await
    }

    /// The settings say what they did where everything is said.
    fn settings_card(&self) -> Card {
        // What makes everything unreadable is said by the frame.
        if self.case.work.is_unreadable() && !self.settings.is_troubled() {
            return self.screen.card(
                &self.case.work,
                &self.case.voice(),
                Card::new("settings-screen", "#settings"),
            );
        }
        let mut settings = self.settings.card();
        let is_said = |(name, _): &(&str, Vec<Card>)| matches!(*name, "notice" | "trouble");
        let (said, lists) = std::mem::take(&mut settings.lists).into_iter().partition(is_said);
        let screen = Card {
            template: "settings-screen",
            key: "#settings".to_owned(),
            lists,
            ..settings
        };
        // From the sample itself nothing leads to it, and what is the user's own is neither backed up nor deleted from there.
        let is_own = !self.screen.is_sample;
        let parts = ["samples", "backups", "erase"];
        let screen = parts.into_iter().fold(screen, |screen, part| screen.part(part, is_own));
        let screen = self.backups.in_settings(screen, &self.case.voice());
        let mut card = self.screen.card(&self.case.work, &self.case.voice(), screen);
        card.lists.retain(|list| !is_said(list));
        card.lists.extend::<Vec<_>>(said);
        card
    }

    /// The words that it speaks in.
    pub const fn words(&self) -> Words {
        self.case.words
    }

    /// Where what is typed now is put by.
    pub fn place(&self) -> String {
        self.case.place()
    }
}
