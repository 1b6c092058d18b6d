//! What the use-cases need of the world. The shell gives them a browser; the tests a model of one.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};

use crate::archive::Key;
use crate::domain::{ApplicationId, EventId, Fault, Today};
use crate::view::Appearance;

/// A store of texts under keys. The ledger lives on one, and its mirror is another.
pub trait Shelf {
    /// What is kept under `keys`, in their order. A value that is no text comes as an empty one, which is no record.
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

/// All of it.
pub trait World: Shelf + Lock + Clock + Ids + Badge + Alarms + Drafts + Sample + Look {}

impl<W: Shelf + Lock + Clock + Ids + Badge + Alarms + Drafts + Sample + Look> World for W {}
