//! What is asked or said when an application is moved to another lane.

use super::Lane;
use super::screen::lane_name;
use crate::domain::{Application, Event, What};
use crate::view::voice::joined;
use crate::view::{Card, Entry, Voice, Word};

/// So much is named of what could be undone: its timeline, which shows all of it, stands beside that.
const NAMED: usize = 3;

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
        let quoted = |event: &Event| {
            let what = self.event(&without_note(event), application);
            self.say(Word::EventQuoted, &[("event", &what), ("on", &self.on_date(event.on))])
        };
        let named: Vec<String> = undoing.iter().take(NAMED).map(quoted).collect();
        let named: Vec<&str> = named.iter().map(String::as_str).collect();
        let events = match undoing.len() - named.len() {
            0 => self.list(&named),
            beyond => {
                let named = named.join(self.words.text(Word::ListComma));
                let more = self.words.count(beyond, Word::AndMoreOne, Word::AndMoreOther);
                joined([named, more], " ")
            }
        };
        self.say(Word::MoveByUndoing, &[("from", from), ("to", to), ("events", &events)])
    }
}

/// What happened is known by itself: what was noted with it is long.
fn without_note(event: &Event) -> Event {
    let mut event = event.clone();
    if let What::Interviewed { note, .. }
    | What::Heard { note, .. }
    | What::Rejected { note }
    | What::Replied { note } = &mut event.what
    {
        *note = None;
    }
    event
}
