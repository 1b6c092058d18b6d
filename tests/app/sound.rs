//! A ledger that is sound: head, agenda, links and index are what the records amount to.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use pollster::block_on;
use your_move::app::{Clock as _, overview};
use your_move::archive::{
    ApplicationRecord, Companies, Digest, Fingerprint, Folder, Head, Index, LinkHash, Links, Record, Sheet, open,
};

use your_move::domain::{Agenda, ApplicationId};
use your_move::ledger::fold;

use super::world::{Call, Model, Trouble};

/// What is kept under the keys that begin so, by key.
fn records<R: Record>(world: &Model, prefix: &str) -> BTreeMap<String, R> {
    let kept = world.kept();
    let named = kept.iter().filter(|(key, _)| key.starts_with(prefix));
    named
        .filter_map(|(key, text)| Some((key.clone(), open(text).ok()?)))
        .collect()
}

pub(crate) fn applications(world: &Model) -> Vec<ApplicationRecord> {
    let records = folders(world, "app/");
    let records = records.iter().flat_map(Folder::iter);
    records
        .filter_map(|(id, sealed)| ApplicationRecord::open(id, sealed).ok())
        .collect()
}

/// The folders under the keys that begin so, of those that can be read.
fn folders(world: &Model, prefix: &str) -> Vec<Folder> {
    let kept = world.kept();
    let named = kept.iter().filter(|(key, _)| key.starts_with(prefix));
    named.filter_map(|(_, text)| Folder::open(text).ok()).collect()
}

/// Puts something else in the place of the record that a folder has of an application.
pub(crate) fn replace(world: &Model, id: ApplicationId, change: impl Fn(&str) -> String) {
    let key = Folder::of_application(id).to_string();
    let mut folder = Folder::open(&world.kept()[&key]).expect("a folder");
    let changed = change(folder.get(id).expect("a record"));
    folder.replace(id, changed);
    world.put(&key, &folder.seal());
}

fn fingerprints(world: &Model) -> Vec<Fingerprint> {
    applications(world).iter().map(ApplicationRecord::fingerprint).collect()
}

/// Links, of all their records. One of which all are gone stands empty.
pub(crate) fn links(world: &Model) -> Vec<(LinkHash, ApplicationId)> {
    let records = records::<Links>(world, "link/").into_values();
    records.flat_map(|record| record.links).collect()
}

/// Which applications there are at which company, of all its records.
fn companies(world: &Model) -> Vec<(Digest, Vec<ApplicationId>)> {
    let records = records::<Companies>(world, "company/").into_values();
    records.flat_map(|record| record.applications).collect()
}

/// The index's records that list something. One of which all are gone stands empty.
fn index(world: &Model) -> BTreeMap<String, Index> {
    let mut index = records::<Index>(world, "index/");
    index.retain(|_, index| !index.listings.is_empty());
    index
}

/// The agenda of all its sheets.
fn agenda(world: &Model) -> Agenda {
    let sheets = records::<Sheet>(world, "agenda/").into_values();
    let mut outlooks: Vec<_> = sheets.flat_map(|sheet| sheet.outlooks).collect();
    outlooks.sort_by_key(|outlook| outlook.application);
    Agenda { outlooks }
}

/// How much is due on a day, as it is counted without reading what it is.
fn count(world: &Model, day: NaiveDate) -> usize {
    let kept = world.kept();
    let sheets = kept.iter().filter(|(key, _)| key.starts_with("agenda/"));
    let spans = sheets.flat_map(|(_, text)| Sheet::spans(text).expect("a sheet"));
    spans.filter(|span| span.has(day)).count()
}

/// Whether a record cannot be read, so that the head cannot account for it.
fn is_damaged(world: &Model) -> bool {
    let kept = world.kept();
    let folders = folders(world, "app/");
    let records: usize = folders.iter().map(|folder| folder.iter().count()).sum();
    let named = kept.keys().filter(|key| key.starts_with("app/")).count();
    named != folders.len() || records != applications(world).len()
}

/// Whether the agenda is read as it stands.
pub(crate) fn is_trusted(world: &Model) -> bool {
    let copy = world.copy();
    copy.give(Trouble::None);
    block_on(overview(&copy)).expect("a ledger");
    copy.calls() == [Call::Get]
}

/// That the head accounts for the records, and that what was derived step by step is what would be derived anew.
#[track_caller]
pub(crate) fn check_sound(world: &Model) {
    if is_damaged(world) {
        return;
    }
    let kept = world.kept();
    let Some(head) = kept.get("head") else {
        assert!(kept.is_empty(), "records without a head: {kept:#?}");
        return;
    };
    let head: Head = open(head).expect("a head");
    assert!(
        head.accounts_for(fingerprints(world)),
        "the head does not account for the records"
    );
    let agenda = agenda(world);

    for days in [0, 1, 7, 30, 365] {
        let day = world.today().0 + Days::new(days);
        assert_eq!(count(world, day), agenda.due(day).len(), "{day}");
    }

    let anew = world.copy();
    for derived in ["head", "agenda/", "link/", "company/", "index/"] {
        anew.forget(derived);
    }
    let made = block_on(overview(&anew)).expect("a ledger made anew");
    assert_eq!(made.head.digest, head.digest);
    assert_eq!(made.head.applications, head.applications);
    // What is over leaves its sheet with the next command that comes to it.
    let today = world.today().0;
    let mut agenda = agenda;
    agenda.outlooks.retain(|outlook| !outlook.is_over(today));
    assert_eq!(made.agenda, agenda);
    let applications = applications(&anew);
    let folded = applications
        .iter()
        .map(|record| fold(record.application(), record.events()));
    let folded: Vec<_> = folded.collect();
    let mut whole = your_move::app::agenda(&folded, &made.settings);
    whole.outlooks.retain(|outlook| !outlook.is_over(today));
    assert_eq!(whole, agenda);
    assert!(is_trusted(world), "the agenda is not the head's");
    assert_eq!(links(&anew), links(world));
    assert_eq!(companies(&anew), companies(world));
    assert_eq!(index(&anew), index(world));
}
