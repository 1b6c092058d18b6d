//! What is asked or said when an application is moved to another lane.

use super::Lane;
use super::screen::lane_name;
use crate::domain::{Application, Event};
use crate::view::{Card, Entry, Voice, Word};

impl Voice<'_> {
    /// The application that is being moved, with what there is to choose from.
    pub fn moved(&self, application: Card, choice: Option<Card>) -> Card {
        Card::new("moved-aside", "#moved")
            .list("choice", choice.into_iter().collect())
            .list("application", vec![application])
    }

    /// Several things could have happened: which of them did.
    pub fn move_choice(&self, application: &Application, lane: Lane, entries: &[Entry]) -> Card {
        let lane = self.words.text(lane_name(lane));
        Card::new("move-choice", application.id.to_string())
            .text("question", self.say(Word::MovedHow, &[("stage", lane)]))
            .list(
                "entries",
                entries
                    .iter()
                    .map(|entry| self.entry_button(*entry, application))
                    .collect(),
            )
    }

    /// Nothing that could happen moves it there: what could be undone instead, the latest first.
    pub fn move_refused(&self, application: &Application, lane: Lane, undoing: &[Event]) -> String {
        let to = self.words.text(lane_name(lane));
        let from = self.words.text(lane_name(Lane::of(application.stage)));
        if undoing.is_empty() {
            return self.say(Word::MoveNever, &[("from", from), ("to", to)]);
        }
        let events: Vec<String> = undoing
            .iter()
            .map(|event| {
                let what = self.event(event, application);
                self.say(Word::EventQuoted, &[("event", &what), ("on", &self.on_date(event.on))])
            })
            .collect();
        let events: Vec<&str> = events.iter().map(String::as_str).collect();
        let events = self.list(&events);
        self.say(Word::MoveByUndoing, &[("from", from), ("to", to), ("events", &events)])
    }
}
