//! A ledger that was made elsewhere, written into a browser's storage.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use pollster::block_on;
use serde_json::json;
use your_move::app::{Target, carry_out};
use your_move::domain::{Contact, Correction, Line, What};
use your_move::ledger::Command;

use crate::driver::Session;
use crate::world::Model;

/// How many entries are written at once, so that no message is too long for the browser.
const BATCH: usize = 500;

/// Takes the ledger's lock, until `release` is called.
pub(crate) const HOLD: &str = "new Promise(held => navigator.locks.request('ledger', () =>
    new Promise(release => { globalThis.release = release; held(); })))";

/// Writes all of it, from a page of the extension.
#[track_caller]
pub(crate) fn fill(backstage: &Session, kept: &BTreeMap<String, String>) {
    // Head and agenda come last and at once, and nobody makes anew meanwhile what does not fit them.
    let (ends, records): (Vec<_>, Vec<_>) = kept
        .iter()
        .partition(|(key, _)| !key.contains('/') || key.starts_with("agenda/"));
    backstage.evaluate(HOLD);
    for batch in records.chunks(BATCH).chain([ends.as_slice()]) {
        let batch: BTreeMap<_, _> = batch.iter().copied().collect();
        backstage.evaluate(&format!("chrome.storage.local.set({})", json!(batch)));
    }
    backstage.evaluate("release()");
}

/// The same world with one more application, on which a recruiter is the one to write to.
#[track_caller]
pub(crate) fn meet_recruiter(world: Model) -> Model {
    let line = |text: &str| Line::new(text).expect("a line of text");
    let contact = Contact {
        role: Some(line("Recruiter")),
        email: Some(line("zoe@agency.example")),
        ..Contact::named(line("Zoë Quill"))
    };
    let what = [
        Correction::Company(Some(line("Quill & Partners"))),
        Correction::Title(Some(line("Lighthouse Keeper"))),
        Correction::Contact(Some(contact)),
    ];
    let today = "2026-01-02".parse().expect("a date");
    let what = what.map(|correction| (today, What::Corrected(correction)));
    let done = block_on(carry_out(&world, Target::New, Command::Log(what.into())));
    done.expect("a command that is carried out");
    world
}

/// A title as long as any can be, by which it is found.
fn endless_title() -> String {
    "Curator of lamps, lenses and logbooks, "
        .chars()
        .cycle()
        .take(300)
        .collect()
}

/// The same world with two more applications of that day whose names are hard to show: a title as long as any can be, at a company whose name
/// runs from right to left; and a company whose name is long and nowhere to be broken.
#[track_caller]
pub(crate) fn apply_with_hard_names(world: Model, today: NaiveDate) -> Model {
    let names = [
        (endless_title(), "מגדלור הצפון בע״מ".to_owned()),
        ("Captain".to_owned(), "Donaudampfschifffahrtsgesellschaft".repeat(4)),
    ];
    for (title, company) in names {
        let line = |text: &str| Some(Line::new(text).expect("a line of text"));
        let what = [
            What::Corrected(Correction::Title(line(&title))),
            What::Corrected(Correction::Company(line(&company))),
            What::Applied { cv: None },
        ];
        let what = what.map(|what| (today, what));
        let done = block_on(carry_out(&world, Target::New, Command::Log(what.into())));
        done.expect("a command that is carried out");
    }
    world
}
