//! What is known of an application at a glance, to find it by.

use chrono::NaiveDate;

use super::{Application, ApplicationId, Line, Stage};

/// One line for one application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// Which.
    pub id: ApplicationId,
    /// The job's title.
    pub title: Option<Line>,
    /// Who hires.
    pub company: Option<Line>,
    /// How far it has come.
    pub stage: Stage,
    /// The day of what happened last.
    pub on: NaiveDate,
}

impl Listing {
    /// The line of an application; `None` where nothing of it is to be seen any more.
    pub fn of(application: &Application) -> Option<Self> {
        let on = application.history.last()?.on;
        let facts = &application.facts;
        (!application.is_gone()).then(|| Self {
            id: application.id,
            title: facts.title.clone(),
            company: facts.company.clone(),
            stage: application.stage,
            on,
        })
    }

    /// Whether each of the words, which are in small letters, stands in its title or company.
    pub fn has(&self, words: &[String]) -> bool {
        let texts = [&self.title, &self.company].map(|line| line.as_ref().map(|line| line.as_str().to_lowercase()));
        let stands = |word: &String| texts.iter().flatten().any(|text| text.contains(word.as_str()));
        words.iter().all(stands)
    }
}
