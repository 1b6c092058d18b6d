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

use super::{Card, Effort, Progress, Voice, Word, Work};

/// What the frame shows, beside what is open of the ledger.
#[derive(Clone, Debug, Default)]
pub struct DashboardScreen {
    /// Which screen is shown.
    pub route: Route,
    /// Whether the page is still being opened: then what is in sight at first is shown, and the rest once that was painted.
    pub is_opening: bool,
    /// The rows that are selected on the screen of today, by their keys.
    pub selected: Vec<String>,
    /// Whether all that is waited for is shown there, and not the next of it alone.
    pub all_waits: bool,
    /// Whether nothing of what is shown is the user's own.
    pub is_sample: bool,
    /// How far has come what the page does while it is used, where that takes so long that it is said.
    pub reading: Option<Progress>,
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
        let reading = self.reading.map(|progress| voice.progress(progress));
        let stopped = self.reading.filter(|progress| progress.is_stopped);
        // What is due is made anew from the beginning.
        let begins_anew = stopped.is_some_and(|progress| progress.of == Effort::Planning);
        // Until it is known what is due, what shows it shows nothing: not that nothing is.
        let waits = work.is_unknown && self.route.shows_agenda();
        let card = work
            .frame(voice)
            .mark("screen", self.route.near())
            .mark("wide", if self.route == Route::Applications { "yes" } else { "no" })
            .text("document", self.title(work, voice))
            .text("date", voice.written_date(today.0))
            .toned("count", Voice::badge(due.len()), if late { "late" } else { "today" })
            .text(
                "kept",
                kept.map(|kept| voice.words.digits(kept.into())).unwrap_or_default(),
            )
            .text("reading", reading.unwrap_or_default())
            .part("reads", self.reading.is_some())
            .part("can_stop", self.reading.is_some() && stopped.is_none())
            .part("can_read_on", stopped.is_some() && !begins_anew)
            .part("can_try_again", begins_anew)
            .part("sample", self.is_sample)
            .part("screen", work.search.is_none() && !work.is_unreadable() && !waits)
            .list("selection", self.selection(voice).into_iter().collect())
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
            Route::Welcome => voice.text(Word::ScreenWelcome),
        };
        voice.say(Word::DocumentTitle, &[("screen", &screen)])
    }
}
