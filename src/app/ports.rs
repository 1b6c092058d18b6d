//! What the use-cases need of the world. The shell gives them a browser; the tests a model of one.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};

use crate::archive::Key;
use crate::domain::{ApplicationId, EventId, Fault, SafeLink, Today};
use crate::view::{Appearance, ChosenFolder};

/// A store of texts under keys. The ledger lives on one, and its mirror is another.
pub trait Shelf {
    /// What is kept under `keys`, in their order. A value that is no text comes as one that is no record.
    ///
    /// # Errors
    /// [`Fault::CannotRead`]; nothing may be written then.
    async fn get(&self, keys: &[Key]) -> Result<Vec<Option<String>>, Fault>;

    /// All that is kept, also under keys that are not ours.
    ///
    /// # Errors
    /// [`Fault::CannotRead`]; nothing may be written then.
    async fn get_all(&self) -> Result<BTreeMap<String, String>, Fault>;

    /// Keeps all `entries` or none. They are there to stay when this returns.
    ///
    /// # Errors
    /// [`Fault::CannotWrite`] or [`Fault::Full`]; what was there is unharmed then.
    async fn set(&self, entries: &[(Key, String)]) -> Result<(), Fault>;
}

/// One at a time, over all pages and the worker.
pub trait Lock {
    /// Held until it is dropped.
    type Guard;

    /// Waits for the ledger.
    ///
    /// # Errors
    /// [`Fault::CannotWrite`] where the browser gives no lock.
    async fn acquire(&self) -> Result<Self::Guard, Fault>;

    /// Takes the ledger if nobody has it.
    ///
    /// # Errors
    /// As for waiting.
    async fn acquire_if_free(&self) -> Result<Option<Self::Guard>, Fault>;
}

/// What time it is.
pub trait Clock {
    /// The wall clock's date in the user's zone.
    fn today(&self) -> Today;

    /// The instant.
    fn now(&self) -> DateTime<Utc>;
}

/// The wall clocks of the world.
pub trait Zones {
    /// What the wall clock shows at an instant: in the zone of that IANA name, or in the user's own. `None` for a zone that is not known.
    fn wall_clock(&self, at: DateTime<Utc>, zone: Option<&str>) -> Option<NaiveDateTime>;
}

/// New identities, later ones greater.
pub trait Ids {
    /// For an application.
    fn application(&self) -> ApplicationId;

    /// For an event.
    fn event(&self) -> EventId;
}

/// The toolbar icon.
pub trait Badge {
    /// Shows `text` on it, nothing where it is empty.
    async fn show(&self, text: &str);

    /// Says `title` where it is pointed at.
    async fn explain(&self, title: &str);
}

/// The one alarm.
pub trait Alarms {
    /// Rings on `day` at `hour` of the wall clock, in place of what was set before; never if `day` is `None`. It is a hint: it can be
    /// lost or late.
    async fn ring(&self, day: Option<NaiveDate>, hour: u8);
}

/// Text that is typed and not kept yet, put by at once: a popup may be gone with the next click.
pub trait Drafts {
    /// What was put by for a place.
    fn draft(&self, place: &str) -> Option<String>;

    /// Puts `text` by in the place of what was there; nothing where it is empty.
    fn put_by(&self, place: &str, text: &str);

    /// Where something is put by.
    fn places(&self) -> Vec<String>;

    /// Whether it outlives the window.
    fn outlives(&self) -> bool;
}

/// The sample: a search for work that nobody made, which is kept beside the ledger and is no part of it.
pub trait Sample {
    /// Whether one is kept, as far as that can be read.
    async fn has_sample(&self) -> bool;

    /// Removes it without trace, with what was typed in it.
    ///
    /// # Errors
    /// A fault of the storage; what is left can be removed again.
    async fn remove_sample(&self) -> Result<(), Fault>;
}

/// How the extension's pages look in this browser. It is no part of the ledger: a page must know it before that is read.
pub trait Look {
    /// What was chosen.
    fn appearance(&self) -> Appearance;

    /// Keeps another choice, for as long as there is a place to keep it.
    fn set_appearance(&self, appearance: Appearance);
}

/// Where a second copy of the ledger is kept. Its lock is another than the ledger's: what hangs there holds no command up.
///
/// Where an update changes the form of the records, it keeps beside them what it found, under [`FORMER`] and the version of that form.
pub trait MirrorShelf: Shelf + Lock {
    /// Deletes what was found in a former form. Nothing happens where there is none.
    ///
    /// # Errors
    /// As for keeping.
    async fn forget_former(&self) -> Result<(), Fault>;
}

/// In front of the keys under which [`Shelf::get_all`] gives what a [`MirrorShelf`] keeps in a former form: "former/1/head".
pub const FORMER: &str = "former/";

/// A second copy of the ledger, in other files than the first.
pub trait Mirrored {
    /// Where it is kept.
    type Mirror: MirrorShelf;

    /// The mirror; `None` for what has none, such as the sample.
    fn mirror(&self) -> Option<&Self::Mirror>;
}

/// That there was a ledger here, where neither the ledger nor its mirror can lose it.
pub trait Trace {
    /// Whether there was one, as far as that is known.
    fn had_ledger(&self) -> bool;

    /// Keeps that there was one, or that there is none any more.
    fn leave_trace(&self, had_ledger: bool);
}

/// Files that the browser saves, where it puts such.
pub trait Downloads {
    /// Saves `text` as a file of that name.
    ///
    /// # Errors
    /// [`Fault::CannotWrite`] where the browser saves nothing.
    fn save(&self, name: &str, text: &str) -> Result<(), Fault>;
}

/// A folder on the user's disk that the user chose. Nothing needs one.
pub trait BackupFolder {
    /// Which one it is, and whether it can be written into.
    async fn folder(&self) -> ChosenFolder;

    /// Lets the user choose one in place of the one before; nothing changes where they choose none.
    async fn choose_folder(&self);

    /// Lets the user allow once more that it is written into.
    async fn allow_folder(&self);

    /// Forgets which one it is. What is in it stays.
    async fn leave_folder(&self);

    /// Writes a file into it, in the place of the one of that name.
    ///
    /// # Errors
    /// [`Fault::CannotWrite`]; the one that was there is unharmed then.
    async fn write_file(&self, name: &str, text: &str) -> Result<(), Fault>;

    /// The names of the files in it.
    ///
    /// # Errors
    /// [`Fault::CannotRead`].
    async fn file_names(&self) -> Result<Vec<String>, Fault>;

    /// Takes a file out of it.
    ///
    /// # Errors
    /// [`Fault::CannotWrite`].
    async fn remove_file(&self, name: &str) -> Result<(), Fault>;
}

/// Sites that the user lets the extension watch. It is the browser that asks them.
pub trait Sites {
    /// Whether that of a page is watched.
    async fn is_watched(&self, page: &SafeLink) -> bool;

    /// Lets it be.
    async fn unwatch(&self, page: &SafeLink);
}

/// What was seen in the tabs of such sites, for as long as the browser runs.
pub trait Trails {
    /// What was left for a tab.
    async fn trail(&self, tab: &str) -> Option<String>;

    /// Leaves `text` for it, in the place of what was there.
    async fn leave_trail(&self, tab: &str, text: &str);

    /// Forgets all of them.
    async fn forget_trails(&self);
}

/// All of it.
pub trait World:
    Shelf
    + Lock
    + Clock
    + Zones
    + Ids
    + Badge
    + Alarms
    + Drafts
    + Sample
    + Look
    + Mirrored
    + Trace
    + Downloads
    + BackupFolder
    + Sites
    + Trails
{
}

impl<W> World for W where
    W: Shelf
        + Lock
        + Clock
        + Zones
        + Ids
        + Badge
        + Alarms
        + Drafts
        + Sample
        + Look
        + Mirrored
        + Trace
        + Downloads
        + BackupFolder
        + Sites
        + Trails
{
}
