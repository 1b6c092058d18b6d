//! From one stage to another: by what can be written down, or by undoing what was. What the ledger would make of it decides.

use crate::domain::{Application, Closing, Event, Interview, Round, Stage, What};
use crate::ledger::{Command, Stamp, decide, fold};
use crate::view::Entry;
use crate::view::applications::Lane;

/// How an application comes into a lane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// It is there.
    Here,
    /// By writing down one of these.
    Write(Vec<Entry>),
    /// By nothing that could happen now, but by undoing these, the latest first.
    Undo(Vec<Event>),
    /// By nothing: it was never there.
    Nothing,
}

/// How `application` comes into `lane`.
pub fn way(application: &Application, lane: Lane, stamp: &mut Stamp<'_>) -> Way {
    if Lane::of(application.stage) == lane {
        return Way::Here;
    }
    let leads = |entry: &Entry| {
        let Some(what) = plainest(*entry) else { return false };
        let command = Command::Log(vec![(stamp.today.0, what)]);
        decide(application, command, stamp).is_ok_and(|events| {
            let all: Vec<Event> = application.history.iter().cloned().chain(events).collect();
            Lane::of(fold(application.id, &all).stage) == lane
        })
    };
    let entries: Vec<Entry> = entries(application.stage, lane).iter().copied().filter(leads).collect();
    if !entries.is_empty() {
        return Way::Write(entries);
    }
    undoing(application, lane)
}

/// What may lead into a lane, the most likely first.
const fn entries(from: Stage, to: Lane) -> &'static [Entry] {
    match (from, to) {
        (_, Lane::Saved) => &[Entry::Reopened],
        (_, Lane::Applied) => &[Entry::Applied, Entry::Reopened],
        (_, Lane::InTouch) => &[Entry::Heard, Entry::Reopened],
        (_, Lane::Interviewing) => &[Entry::Invited, Entry::Interviewed, Entry::Reopened],
        (_, Lane::Offered) => &[Entry::Offered, Entry::Reopened],
        (Stage::Offered, Lane::Ended) => &[
            Entry::Accepted,
            Entry::Declined,
            Entry::Rejected,
            Entry::Withdrew,
            Entry::Closed,
        ],
        (_, Lane::Ended) => &[Entry::Rejected, Entry::Withdrew, Entry::Closed],
    }
}

/// An entry with nothing in it that it need not have.
const fn plainest(entry: Entry) -> Option<What> {
    Some(match entry {
        Entry::Applied => What::Applied { cv: None },
        Entry::Heard => What::Heard {
            asks: false,
            answer_by: None,
            note: None,
        },
        Entry::Invited => What::Invited(Interview {
            day: None,
            time: None,
            zone: None,
            place: None,
            link: None,
            round: Round::Middle,
            people: Vec::new(),
            minutes: None,
            invitation: None,
            said: None,
        }),
        Entry::Interviewed => What::Interviewed {
            interview: None,
            round: Round::Middle,
            people: Vec::new(),
            note: None,
        },
        Entry::Offered => What::Offered {
            written: false,
            answer_by: None,
        },
        Entry::Rejected => What::Rejected { note: None },
        Entry::Accepted => What::Accepted {},
        Entry::Declined => What::Declined {},
        Entry::Withdrew => What::Withdrew {},
        Entry::Closed => What::Closed { why: Closing::NoAnswer },
        Entry::Reopened => What::Reopened {},
        _ => return None,
    })
}

/// The fewest of the latest events without which it would be in a lane. That it was kept is never undone.
fn undoing(application: &Application, lane: Lane) -> Way {
    if application.is_joined() {
        // What parts it changes two.
        return Way::Nothing;
    }
    let history = &application.history;
    let is_kept = |event: &Event| matches!(event.what, What::Captured { .. });
    for first in (0..history.len()).rev() {
        let (before, after) = history.split_at(first);
        if before.is_empty() || after.first().is_some_and(is_kept) {
            break;
        }
        if Lane::of(fold(application.id, before).stage) == lane {
            // What makes no difference can stay.
            let counts = |event: &&Event| {
                let others: Vec<Event> = history.iter().filter(|other| other.id != event.id).cloned().collect();
                moves(&event.what) || fold(application.id, &others).stage != application.stage
            };
            return Way::Undo(after.iter().rev().filter(counts).cloned().collect());
        }
    }
    Way::Nothing
}

/// Whether a kind of event is one that stages are made of.
const fn moves(what: &What) -> bool {
    matches!(
        what,
        What::Applied { .. }
            | What::Referred { .. }
            | What::Networked { .. }
            | What::Heard { .. }
            | What::Promised(_)
            | What::Invited(_)
            | What::Rescheduled { .. }
            | What::Missed { .. }
            | What::Interviewed { .. }
            | What::Offered { .. }
            | What::Reopened {}
    )
}
