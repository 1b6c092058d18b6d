//! The dashboard: the frame around its screens, and each of them.

mod application;
mod insights;
mod known;
mod people;
mod route;
mod today;

pub use known::Known;
pub use people::{PeopleSight, person_of};
pub use route::Route;
pub use today::SELECTION;

use super::applications::Pick;
use super::{Card, Link, Progress, Voice, Word, Work};
use crate::domain::Repair;

/// What the frame shows, beside what is open of the ledger.
#[derive(Clone, Debug, Default)]
pub struct DashboardScreen {
    /// Which screen is shown.
    pub route: Route,
    /// Whether the page is still being opened: then what is in sight at first is shown, and the rest once that was painted.
    pub is_opening: bool,
    /// The rows that are selected on the screen of today, by their keys.
    pub selected: Vec<String>,
    /// How often more of what is waited for was asked for there.
    pub more_waits: usize,
    /// Whether nothing of what is shown is the user's own.
    pub is_sample: bool,
    /// How far has come what the page does while it is used, where that takes so long that it is said.
    pub reading: Option<Progress>,
    /// What was repaired, where the user has not heard of it.
    pub repair: Option<Repair>,
    /// What of the people is in sight.
    pub people: PeopleSight,
}

impl DashboardScreen {
    /// The frame with the screen within it.
    pub fn card(&self, work: &Work, voice: &Voice<'_>, screen: Card) -> Card {
        let today = voice.today;
        let due = work.agenda.due(today.0);
        let late = due.iter().any(|(_, follow_up)| follow_up.is_overdue(today.0));
        let kept = Some(work.kept).filter(|kept| *kept > 0);
        // Until it is known what is due, what shows it shows nothing: not that nothing is.
        let waits = work.is_unknown && self.route.shows_agenda();
        let repair = self.repair.iter().map(|repair| voice.repair(repair));
        let without_mirror = work.mirror.iter().map(|fault| voice.without_mirror(fault));
        // What is looked for at the top is looked for in what is listed alone.
        let everywhere = work.search.as_ref().map(|search| {
            Link::to_picked(&Pick {
                words: search.text.trim().to_owned(),
                ..Pick::default()
            })
        });
        // Where there is no ledger, a backup can still be restored.
        let is_recovered = work.recovery.is_some() && !matches!(self.route, Route::Settings | Route::Machine);
        let card = work
            .frame(voice)
            .mark("screen", self.route.near())
            .mark("wide", if self.route == Route::Applications { "yes" } else { "no" })
            .text("document", self.title(work, voice))
            .link("everywhere", voice.text(Word::SearchEverywhere), everywhere)
            .text("date", voice.long_date(today.0))
            .toned("count", Voice::badge(due.len()), if late { "late" } else { "today" })
            .text(
                "kept",
                kept.map(|kept| voice.words.digits(kept.into())).unwrap_or_default(),
            )
            .with_progress(self.reading, voice)
            .part("sample", self.is_sample)
            .part(
                "screen",
                work.search.is_none() && !work.is_unreadable() && !waits && !is_recovered,
            )
            .list("repairs", repair.chain(without_mirror).collect())
            .text("selected", self.selected(voice).unwrap_or_default())
            .list("selection", self.selection(work, voice).into_iter().collect())
            .list("screen", if waits { Vec::new() } else { vec![screen] });
        work.with_complaint(card, voice)
    }

    /// The title of the document: that of the screen, and of the application that is shown on it.
    fn title(&self, work: &Work, voice: &Voice<'_>) -> String {
        let screen = match self.route {
            Route::Today => voice.text(Word::ScreenToday),
            Route::Applications => voice.text(Word::ScreenApplications),
            Route::Application(_) => voice.named(work.open.kept()),
            Route::New => voice.text(Word::NewApplication),
            Route::People => voice.text(Word::ScreenPeople),
            Route::Insights => voice.text(Word::ScreenInsights),
            Route::Settings => voice.text(Word::Settings),
            Route::Machine => voice.text(Word::ScreenMachine),
            Route::Welcome => voice.text(Word::ScreenWelcome),
        };
        voice.say(Word::DocumentTitle, &[("screen", &screen)])
    }
}
