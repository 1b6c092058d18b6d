//! The ledger in the browser's storage, as it is read. That costs what is open, and not what was ever kept.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::noticing;
use super::ports::{Clock, Lock, Shelf};
use super::rebuild::{list, rebuild};
use crate::archive::{
    ApplicationRecord, Choices, Companies, Damage, Digest, Folder, Head, Index, Key, Links, Proposals, Record, Sheet,
    Texts, checksum, open, open_choices, seal_choices,
};
use crate::domain::order::{map, sort_by_key};
use crate::domain::{Agenda, Application, ApplicationId, Fault, Line, Listing, Messages, Proposal};
use crate::etiquette::Settings;
use crate::ledger::fold;

/// The ledger at a glance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// How much there is.
    pub head: Head,
    /// What is due and what is waited for.
    pub agenda: Agenda,
    /// What the user chose.
    pub settings: Settings,
    /// How the user wants messages to be.
    pub messages: Messages,
    /// The tag of the language that the user chose.
    pub language: Option<Line>,
    /// Applications that the user may have sent, settled or not.
    pub proposals: Vec<Proposal>,
    /// What cannot be read. It is left as it is, and nothing of it is due.
    pub damaged: Vec<Key>,
}

impl Overview {
    /// With nothing damaged but, it may be, what the user chose.
    pub(super) fn new(head: Head, agenda: Agenda, chosen: Chosen, proposed: Option<&str>) -> Self {
        Self {
            head,
            agenda,
            proposals: proposals(proposed),
            settings: chosen.settings,
            messages: chosen.messages,
            language: chosen.language,
            damaged: chosen.damaged.then_some(Key::Settings).into_iter().collect(),
        }
    }
}

/// Reads the ledger's head and agenda. Where the two do not fit each other, the settings or this version, they are made anew.
///
/// # Errors
/// A fault of the storage, or [`Fault::Newer`] for a ledger that only a newer version can read.
pub async fn overview<W: Shelf + Lock + Clock>(world: &W) -> Result<Overview, Fault> {
    let found = look_at(world).await?;
    complete(world, found).await
}

/// What was found, read; made anew where it must be.
///
/// # Errors
/// As for all of it.
pub(super) async fn complete<W: Shelf + Lock + Clock>(world: &W, found: Found) -> Result<Overview, Fault> {
    if let Ok(overview) = found.read()? {
        return Ok(overview);
    }
    let _guard = world.acquire().await?;
    match look_at(world).await?.read()? {
        Ok(overview) => Ok(overview),
        Err(chosen) => rebuild(world, chosen).await,
    }
}

/// One application.
///
/// # Errors
/// A fault of the storage, or a damaged record.
pub async fn load<W: Shelf>(world: &W, id: ApplicationId) -> Result<Option<Application>, Fault> {
    let records = records(world, &[id]).await?;
    Ok(records.first().map(|record| fold(id, record.events())))
}

/// One application with the descriptions of its postings. Where those alone cannot be read, it comes without them.
///
/// # Errors
/// A fault of the storage, or a damaged record.
pub(super) async fn load_whole<W: Shelf>(world: &W, id: ApplicationId) -> Result<Option<Application>, Fault> {
    let [application, texts] = [Folder::of_application(id), Folder::of_texts(id)];
    let Readable { found, unreadable } = readable(world, &[application.clone(), texts.clone()]).await?;
    if unreadable.contains(&application) {
        return Err(Damage::Unreadable.at(&application));
    }
    let mut found = map(found);
    let mut next = |key: &Key| found.remove(key).flatten();
    let Some(mut record) = record(&folder(&application, next(&application).as_deref())?, id)? else {
        return Ok(None);
    };
    let folder = folder(&texts, next(&texts).as_deref()).unwrap_or_default();
    if let Some(texts) = folder.get(id).and_then(|sealed| Texts::open(id, sealed).ok()) {
        record.put_back(&texts);
    }
    Ok(Some(fold(id, record.events())))
}

/// A line for each application.
///
/// # Errors
/// A fault of the storage, or [`Fault::Newer`]. What is damaged is made anew; so is, to be read once, what the browser does not give out.
pub async fn listings<W: Shelf + Lock + Clock>(world: &W) -> Result<Vec<Listing>, Fault> {
    let keys: Vec<Key> = Index::keys().collect();
    match read_index(world, &keys).await {
        Err(Fault::Damaged { .. }) => {
            renew(world).await?;
            read_index(world, &keys).await
        }
        Err(Fault::CannotRead { .. }) => list(world).await,
        listings => listings,
    }
}

/// Makes anew what is derived, because some of it is damaged.
pub(super) async fn renew<W: Shelf + Lock + Clock>(world: &W) -> Result<(), Fault> {
    let _guard = world.acquire().await?;
    let Found { chosen, .. } = look_at(world).await?;
    rebuild(world, chosen).await.map(drop)
}

/// The lines that are under some keys.
///
/// # Errors
/// A fault of the storage, damage, or [`Fault::Newer`].
pub(super) async fn read_index<W: Shelf>(world: &W, keys: &[Key]) -> Result<Vec<Listing>, Fault> {
    let mut listings = Vec::new();
    for (key, text) in keys.iter().zip(world.get(keys).await?) {
        let Some(text) = text else { continue };
        let index: Index = open(&text).map_err(|damage| damage.at(key))?;
        listings.extend(index.listings);
    }
    Ok(listings)
}

/// Head and agenda as they stand in the store.
pub(super) struct Found {
    chosen: Chosen,
    /// If what is derived was made by today's rules.
    head: Option<Head>,
    /// The sheets of the agenda, by their numbers, each as it is sealed.
    sheets: Vec<(u8, String)>,
    /// What is proposed, as it is sealed.
    proposed: Option<String>,
}

/// What the user chose.
pub(super) struct Chosen {
    /// The settings; as by default where the record of them cannot be read.
    pub(super) settings: Settings,
    /// How messages are to be.
    pub(super) messages: Messages,
    /// The tag of the language.
    pub(super) language: Option<Line>,
    /// Stands for them and for the version of the rules.
    pub(super) rules: Digest,
    /// Whether the record cannot be read.
    pub(super) damaged: bool,
}

pub(super) async fn look_at<W: Shelf>(world: &W) -> Result<Found, Fault> {
    let sheets = Sheet::numbers().map(Key::Agenda);
    let keys = [Key::Head, Key::Settings, Key::Proposals].into_iter().chain(sheets);
    let keys: Vec<Key> = keys.collect();
    let Readable { found, unreadable } = readable(world, &keys).await?;
    let (mut head, mut settings, mut proposed, mut sheets) = (None, None, None, Vec::new());
    for (key, text) in found {
        match key {
            Key::Head => head = text,
            Key::Settings => settings = text,
            Key::Proposals => proposed = text,
            Key::Agenda(number) => sheets.extend(text.map(|text| (number, text))),
            _ => {}
        }
    }
    let mut chosen = Chosen::of(settings.as_deref())?;
    chosen.damaged |= unreadable.contains(&Key::Settings);
    let head = trusted(head.as_deref(), chosen.rules)?;
    Ok(Found {
        chosen,
        // Of what the browser does not give out the rest is made anew; what is proposed is a guess, and no part of it.
        head: head.filter(|_| unreadable.iter().all(|key| *key == Key::Proposals)),
        sheets,
        proposed,
    })
}

impl Found {
    /// How much is due on a day, and waits to be confirmed; `None` where that has to be made anew.
    pub(super) fn count(&self, day: NaiveDate) -> Option<usize> {
        self.counted()?;
        let mut due = noticing::count(&proposals(self.proposed.as_deref()), day);
        for (_, text) in &self.sheets {
            due += Sheet::spans(text).ok()?.iter().filter(|span| span.has(day)).count();
        }
        Some(due)
    }

    /// The head, if it is the one of these sheets. That each is what it claims to be is seen when it is opened.
    fn counted(&self) -> Option<&Head> {
        let mut tally = Head::default();
        for (number, text) in &self.sheets {
            tally.replace_sheet(*number, None, Some(text));
        }
        self.head.as_ref().filter(|head| head.agenda == tally.agenda)
    }

    /// All of it; what the user chose alone where the rest has to be made anew.
    pub(super) fn read(self) -> Result<Result<Overview, Chosen>, Fault> {
        let mut agenda = Agenda::default();
        for (_, text) in &self.sheets {
            match open::<Sheet>(text) {
                Ok(sheet) => agenda.outlooks.extend(sheet.outlooks),
                Err(Damage::Newer { .. }) => return Err(Fault::Newer),
                Err(_) => return Ok(Err(self.chosen)),
            }
        }
        sort_by_key(&mut agenda.outlooks, |outlook| outlook.application);
        Ok(match self.counted().cloned() {
            Some(head) => Ok(Overview::new(head, agenda, self.chosen, self.proposed.as_deref())),
            None => Err(self.chosen),
        })
    }
}

/// What is damaged is given up: it was a guess.
pub(super) fn proposals(sealed: Option<&str>) -> Vec<Proposal> {
    let read = sealed.and_then(|sealed| open::<Proposals>(sealed).ok());
    read.unwrap_or_default().proposals
}

impl Chosen {
    pub(super) fn of(text: Option<&str>) -> Result<Self, Fault> {
        let choices = text.map(open_choices).transpose();
        if let Err(damage @ Damage::Newer { .. }) = choices {
            return Err(damage.at(&Key::Settings));
        }
        let damaged = choices.is_err();
        let Choices {
            settings,
            messages,
            language,
            ..
        } = choices.ok().flatten().unwrap_or_default();
        Ok(Self {
            rules: rules_digest(&settings),
            settings,
            messages,
            language,
            damaged,
        })
    }
}

/// The head, if what is derived was made by these rules.
pub(super) fn trusted(head: Option<&str>, rules: Digest) -> Result<Option<Head>, Fault> {
    let Some(head) = head else { return Ok(None) };
    match open::<Head>(head) {
        Ok(head) => Ok((head.rules == rules).then_some(head)),
        Err(damage) => none_unless_newer(damage.at(&Key::Head)),
    }
}

/// Head and agenda can be made anew, unless a newer version wrote them.
fn none_unless_newer<T>(fault: Fault) -> Result<Option<T>, Fault> {
    if fault == Fault::Newer { Err(fault) } else { Ok(None) }
}

/// Rises when something else is derived than before, so that it is made anew. The records must not become others by it, nor by what joins or folds
/// them: that they are not as the head says is taken for a loss.
const DERIVATION: u32 = 13;

/// Stands for what makes the agenda. An update of the extension may bring better rules, so its version is part of it; the hour at which the
/// day begins moves no date, and is not.
fn rules_digest(settings: &Settings) -> Digest {
    let version = env!("CARGO_PKG_VERSION");
    let moving = Settings {
        day_begins: 0,
        ..settings.clone()
    };
    checksum(&format!(
        "{version} {DERIVATION} {}",
        seal_choices(&moving.into(), None)
    ))
}

pub(super) async fn one<W: Shelf>(world: &W, key: Key) -> Result<Option<String>, Fault> {
    Ok(world.get(&[key]).await?.into_iter().next().flatten())
}

/// A record; as it is before anything is in it where there is none.
pub(super) fn read_or_default<R: Record + Default>(key: &Key, text: Option<&str>) -> Result<R, Fault> {
    text.map_or_else(|| Ok(R::default()), |text| open(text).map_err(|damage| damage.at(key)))
}

/// What is kept under `keys`, in their order.
///
/// # Errors
/// A fault of the storage. Where it is for one folder that the browser does not give out, [`Fault::Damaged`] names that: all else goes on.
pub(super) async fn texts<W: Shelf>(world: &W, keys: &[Key]) -> Result<Vec<Option<String>>, Fault> {
    let fault = match world.get(keys).await {
        Err(fault) if one(world, Key::Head).await.is_ok() => fault,
        found => return found,
    };
    for key in keys.iter().filter(|key| matches!(key, Key::Applications(_))) {
        if one(world, key.clone()).await.is_err() {
            return Err(Damage::Unreadable.at(key));
        }
    }
    Err(fault)
}

/// What could be read of some keys.
pub(super) struct Readable {
    /// The keys that could be read, in their order, and what is kept under each.
    pub(super) found: Vec<(Key, Option<String>)>,
    /// Those that could not. One key fails a read of many: the others are read by themselves then.
    pub(super) unreadable: Vec<Key>,
}

/// What is kept under `keys`, as far as it can be read.
///
/// # Errors
/// [`Fault::CannotRead`] where none of it can.
pub(super) async fn readable<W: Shelf>(world: &W, keys: &[Key]) -> Result<Readable, Fault> {
    let mut readable = Readable {
        found: Vec::new(),
        unreadable: Vec::new(),
    };
    let fault = match world.get(keys).await {
        Ok(texts) => {
            readable.found = keys.iter().cloned().zip(texts).collect();
            return Ok(readable);
        }
        Err(fault) => fault,
    };
    for key in keys {
        match one(world, key.clone()).await {
            Ok(text) => readable.found.push((key.clone(), text)),
            Err(_) => readable.unreadable.push(key.clone()),
        }
    }
    if readable.found.is_empty() {
        Err(fault)
    } else {
        Ok(readable)
    }
}

/// All that is kept under keys of ours, as far as it can be read.
///
/// # Errors
/// As for some keys.
pub(super) async fn all_readable<W: Shelf>(world: &W) -> Result<(BTreeMap<String, String>, Vec<Key>), Fault> {
    if let Ok(all) = world.get_all().await {
        return Ok((all, Vec::new()));
    }
    let mut keys = vec![Key::Head, Key::Settings];
    keys.extend(Sheet::numbers().map(Key::Agenda));
    keys.extend(Index::keys().chain(Links::keys()).chain(Companies::keys()));
    keys.extend(Folder::applications().map(Key::Applications));
    let (mut all, mut unreadable) = (BTreeMap::new(), Vec::new());
    for keys in keys.chunks(64) {
        let found = readable(world, keys).await?;
        let texts = found.found.into_iter();
        all.extend(texts.filter_map(|(key, text)| Some((key.to_string(), text?))));
        unreadable.extend(found.unreadable);
    }
    Ok((all, unreadable))
}

/// The records of applications, of those that have one.
pub(super) async fn records<W: Shelf>(world: &W, ids: &[ApplicationId]) -> Result<Vec<ApplicationRecord>, Fault> {
    let keys: Vec<Key> = ids.iter().copied().map(Folder::of_application).collect();
    let mut records = Vec::new();
    for ((id, key), text) in ids.iter().zip(&keys).zip(texts(world, &keys).await?) {
        records.extend(record(&folder(key, text.as_deref())?, *id)?);
    }
    Ok(records)
}

/// The record of an application, where there is one in its folder.
pub(super) fn record(folder: &Folder, id: ApplicationId) -> Result<Option<ApplicationRecord>, Fault> {
    let record = folder.get(id).map(|sealed| ApplicationRecord::open(id, sealed));
    record
        .transpose()
        .map_err(|damage| damage.at(&Folder::of_application(id)))
}

/// What is kept under a folder's key; an empty one where there is nothing.
pub(super) fn folder(key: &Key, text: Option<&str>) -> Result<Folder, Fault> {
    let folder = text.map(Folder::open).transpose();
    Ok(folder.map_err(|damage| damage.at(key))?.unwrap_or_default())
}

/// One or two or none, each once, the lesser first.
pub(super) fn in_order<T: Ord>(one: Option<T>, other: Option<T>) -> Vec<T> {
    let (lesser, greater) = if one <= other { (one, other) } else { (other, one) };
    let lesser = lesser.filter(|lesser| greater.as_ref() != Some(lesser));
    lesser.into_iter().chain(greater).collect()
}
