//! What is known of an application at a glance: to find it by, and to put it in its place among thousands.

use chrono::NaiveDate;

use super::{Application, ApplicationId, Line, Pay, Stage, Workplace, plain};

/// One line for one application. All of them are at hand while a list is shown, so that no more is in it than a row needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// Which.
    pub id: ApplicationId,
    /// The job's title.
    pub title: Option<Line>,
    /// Who hires.
    pub company: Option<Line>,
    /// Places of work.
    pub places: Vec<Line>,
    /// On site, hybrid or remote.
    pub workplace: Option<Workplace>,
    /// Pay.
    pub pay: Option<Pay>,
    /// How far it has come.
    pub stage: Stage,
    /// The day on which it came there.
    pub since: Option<NaiveDate>,
    /// The day on which the user applied, the latest where they applied again.
    pub applied: Option<NaiveDate>,
    /// The day on which the employer did something last.
    pub heard: Option<NaiveDate>,
    /// The day of what happened last.
    pub on: NaiveDate,
}

impl Listing {
    /// The line of an application; `None` where nothing of it is to be seen any more.
    pub fn of(application: &Application) -> Option<Self> {
        let on = application.history.last()?.on;
        let facts = &application.facts;
        let heard = application.employer_acts().next_back();
        (!application.is_gone()).then(|| Self {
            id: application.id,
            title: facts.title.clone(),
            company: facts.company.clone(),
            places: facts.places.clone(),
            workplace: facts.workplace,
            pay: facts.pay,
            stage: application.stage,
            since: application.since,
            applied: application.applied().map(|event| event.on),
            heard: heard.map(|event| event.on),
            on,
        })
    }

    /// Title, company and places as they are compared, each on a line of its own: see [`plain`].
    pub fn plain(&self) -> String {
        let line = |line: &Option<Line>| line.as_ref().map_or_else(String::new, |line| plain(line.as_str()));
        let places: Vec<&str> = self.places.iter().map(Line::as_str).collect();
        [line(&self.title), line(&self.company), plain(&places.join(" · "))].join("\n")
    }
}
