//! What was not as it was written, in the places where it is put aside.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::ports::Shelf;
use super::store::one;
use crate::archive::{Key, Quarantined, is_newer, open, seal};
use crate::domain::order::sort_by_key;
use crate::domain::{Application, ApplicationId, Fault, Line, Repair};

/// The places that damaged values are put into: those that are free, then the ones whose values were put aside first. What has no place by itself
/// shares the last one: what is put aside is about to be written over.
pub(super) fn put_aside(all: &BTreeMap<String, String>, mut aside: Vec<Quarantined>) -> Vec<(Key, String)> {
    let is_ours = |place: &Key| !all.get(&place.to_string()).is_some_and(|text| is_newer(text));
    let mut places: Vec<(Option<DateTime<Utc>>, Key)> = Quarantined::places()
        .filter(is_ours)
        .map(|place| {
            let taken = all.get(&place.to_string());
            let taken: Option<Quarantined> = taken.and_then(|text| open(text).ok());
            (taken.map(|taken| taken.when), place)
        })
        .collect();
    sort_by_key(&mut places, |(since, _)| *since);
    if aside.len() > places.len() && !places.is_empty() {
        let rest = aside.split_off(places.len() - 1);
        aside.extend(together(&rest));
    }
    let places = places.into_iter().map(|(_, place)| place);
    places.zip(aside).map(|(place, value)| (place, seal(&value))).collect()
}

/// Several values as one: a line for each, as it would be kept by itself.
fn together(values: &[Quarantined]) -> Option<Quarantined> {
    let lines: Vec<String> = values.iter().map(seal).collect();
    let text = lines.join("\n");
    values.last().cloned().map(|last| Quarantined { text, ..last })
}

/// The places cleared in which something of an application stands: what is deleted is deleted there, too.
///
/// # Errors
/// A fault of the storage.
pub(super) async fn cleared<W: Shelf>(world: &W, application: ApplicationId) -> Result<Vec<(Key, String)>, Fault> {
    let places: Vec<Key> = Quarantined::places().collect();
    let kept = world.get(&places).await?;
    let id = application.to_string();
    let is_of_it = |text: &Option<String>| text.as_ref().is_some_and(|text| text.contains(&id));
    let of_it = places.into_iter().zip(kept).filter(|(_, text)| is_of_it(text));
    Ok(of_it.map(|(place, _)| (place, String::new())).collect())
}

/// What is to be told of a repair without the name of an application; `None` where it does not tell that.
///
/// # Errors
/// A fault of the storage.
pub(super) async fn untold<W: Shelf>(world: &W, application: &Application) -> Result<Option<(Key, String)>, Fault> {
    let told = one(world, Key::Repair).await?;
    let Some(before) = told.and_then(|text| open::<Repair>(&text).ok()) else {
        return Ok(None);
    };
    let facts = &application.facts;
    let its = named(facts.title.as_ref(), facts.company.as_ref());
    let mut repair = before.clone();
    repair.names.retain(|name| *name != its);
    repair.missing.retain(|name| *name != its);
    Ok((repair != before).then(|| (Key::Repair, seal(&repair))))
}

/// What an application is called where it is told of: "Gardener · Northwind".
pub(super) fn named(title: Option<&Line>, company: Option<&Line>) -> String {
    let lines: Vec<&str> = [title, company].into_iter().flatten().map(Line::as_str).collect();
    lines.join(" · ")
}
