//! A ledger that is sound: head, agenda, links and companies are what the records amount to.

use std::collections::BTreeMap;

use pollster::block_on;
use your_move::app::overview;
use your_move::archive::{ApplicationRecord, CompanyRecord, Fingerprint, Head, Index, Key, Link, Record, Sheet, open};

use your_move::domain::Agenda;
use your_move::ledger::fold;

use super::world::Model;

/// What is kept under the keys that begin so, by key.
fn records<R: Record>(world: &Model, prefix: &str) -> BTreeMap<String, R> {
    let kept = world.kept();
    let named = kept.iter().filter(|(key, _)| key.starts_with(prefix));
    named
        .filter_map(|(key, text)| Some((key.clone(), open(text).ok()?)))
        .collect()
}

pub(crate) fn applications(world: &Model) -> Vec<ApplicationRecord> {
    let kept = world.kept();
    let records = kept.iter().filter_map(|(key, text)| match Key::parse(key)? {
        Key::Application(id) => ApplicationRecord::open(id, text).ok(),
        _ => None,
    });
    records.collect()
}

fn fingerprints(world: &Model) -> Vec<Fingerprint> {
    applications(world).iter().map(ApplicationRecord::fingerprint).collect()
}

/// Companies that have applications. One that has none any more may stand empty.
pub(crate) fn companies(world: &Model) -> BTreeMap<String, CompanyRecord> {
    let mut companies = records::<CompanyRecord>(world, "company/");
    companies.retain(|_, company| !company.applications.is_empty());
    companies
}

/// Links that lead somewhere.
pub(crate) fn links(world: &Model) -> BTreeMap<String, Link> {
    let mut links = records::<Link>(world, "link/");
    links.retain(|_, link| link.application.is_some());
    links
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

/// Whether a record cannot be read, so that the head cannot account for it.
fn is_damaged(world: &Model) -> bool {
    let kept = world.kept();
    let named = kept.keys().filter(|key| key.starts_with("app/"));
    named.count() != applications(world).len()
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

    let anew = world.copy();
    for derived in ["head", "agenda/", "link/", "company/", "index/"] {
        anew.forget(derived);
    }
    let made = block_on(overview(&anew)).expect("a ledger made anew");
    assert_eq!(made.head.digest, head.digest);
    assert_eq!(made.head.applications, head.applications);
    assert_eq!(made.agenda, agenda);
    let applications = applications(&anew);
    let folded = applications
        .iter()
        .map(|record| fold(record.application(), record.events()));
    let folded: Vec<_> = folded.collect();
    assert_eq!(your_move::app::agenda(&folded, &made.settings), agenda);
    assert_eq!(made.head.agenda, head.agenda, "the agenda is not the head's");
    assert_eq!(companies(&anew), companies(world));
    assert_eq!(links(&anew), links(world));
    assert_eq!(index(&anew), index(world));
}
