//! A ledger of one application, in which one thing after the other is asked for.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use your_move::domain::{
    Application, ApplicationId, Correction, Event, EventId, Line, Promise, PromiseBy, PromiseOf, Refusal, Round, Today,
    What,
};
use your_move::ledger::{Command, Stamp, decide, fold};

/// Today in every story that does not say otherwise.
pub(crate) const TODAY: &str = "2026-11-25";

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("not a date: {text}"))
}

pub(crate) fn line(text: &str) -> Line {
    Line::new(text).expect("a line of text")
}

/// One application's events.
pub(crate) struct Story {
    id: ApplicationId,
    pub(crate) events: Vec<Event>,
    pub(crate) now: DateTime<Utc>,
    today: NaiveDate,
}

impl Story {
    /// An application of which a title and a company are known.
    pub(crate) fn new() -> Self {
        let mut story = Self::empty();
        story.log("2026-10-01", title("Gardener"));
        story
    }

    /// Nothing yet.
    pub(crate) fn empty() -> Self {
        Self::numbered(1)
    }

    /// Nothing yet of the application of that number: it is younger than those of lesser ones.
    pub(crate) fn numbered(number: u64) -> Self {
        Self {
            id: ApplicationId::new(number, [1; 10]),
            events: Vec::new(),
            now: DateTime::from_timestamp(1_790_000_000, 0).expect("an instant"),
            today: day(TODAY),
        }
    }

    /// With what happened, each on its day.
    pub(crate) fn of(happened: &[(&str, What)]) -> Self {
        let mut story = Self::new();
        for (on, what) in happened {
            story.log(on, what.clone());
        }
        story
    }

    pub(crate) fn application(&self) -> Application {
        fold(self.id, &self.events)
    }

    /// What a command comes to; it is written down where it is not refused.
    pub(crate) fn ask(&mut self, command: Command) -> Result<Vec<EventId>, Refusal> {
        self.now += TimeDelta::seconds(1);
        let mut next = self.events.len() as u64;
        let mut stamp = Stamp {
            today: Today(self.today),
            now: self.now,
            next_id: &mut || {
                next += 1;
                EventId::new(next, [0; 10])
            },
        };
        let events = decide(&self.application(), command, &mut stamp)?;
        self.events.extend(events.iter().cloned());
        Ok(events.iter().map(|event| event.id).collect())
    }

    #[track_caller]
    pub(crate) fn log(&mut self, on: &str, what: What) -> EventId {
        let command = Command::Log(vec![(day(on), what)]);
        self.ask(command).expect("a command that is carried out")[0]
    }

    #[track_caller]
    pub(crate) fn undo(&mut self, event: EventId) -> EventId {
        self.ask(Command::Undo(vec![event]))
            .expect("an event that can be undone")[0]
    }
}

pub(crate) fn title(title: &str) -> What {
    What::Corrected(Correction::Title(Some(line(title))))
}

pub(crate) fn applied() -> What {
    What::Applied { cv: None }
}

pub(crate) fn heard() -> What {
    What::Heard {
        asks: false,
        answer_by: None,
        note: None,
    }
}

pub(crate) fn interviewed() -> What {
    What::Interviewed {
        interview: None,
        round: Round::Middle,
        people: vec![],
        note: None,
    }
}

pub(crate) fn checked_in() -> What {
    What::CheckedIn {
        whom: None,
        channel: None,
    }
}

pub(crate) fn promised(date: &str) -> What {
    What::Promised(Promise {
        by: PromiseBy::Employer,
        of: PromiseOf::Word,
        date: day(date),
    })
}
