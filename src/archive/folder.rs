//! Applications' records, some in one folder: those whose identities end alike. With each `set()` Chromium copies the names and sizes of
//! all that is kept, 0.3 microseconds a key: with two keys for each of ten thousand applications that was most of what a command took.

use std::ops::Range;

use super::envelope::{SIZE_LIMIT, unwrap};
use super::form::Object;
use super::parts::fields;
use super::{Damage, Key, Kind};
use crate::domain::ApplicationId;

/// In so many folders are the applications' records; a key has three hexadecimal digits for them.
pub(super) const APPLICATION_FOLDERS: u16 = 4096;
/// In so many are their descriptions.
pub(super) const TEXT_FOLDERS: u16 = 1024;

/// In so many parts all folders are read one after the other, so that never more than a part of them is at hand.
pub const BATCHES: u16 = 64;

/// Sealed records by application, ordered by identity. A folder has no envelope of its own: each record has one, and what is changed in it
/// harms no other. Where the form of the folder itself is broken, none in it can be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder(Vec<(ApplicationId, String)>);

impl Folder {
    /// The key of the folder that an application's record is in: one of 4,096.
    pub fn of_application(application: ApplicationId) -> Key {
        Key::Applications(number(application) % APPLICATION_FOLDERS)
    }

    /// The key of the folder that its descriptions are in: one of 1,024, since they rarely change.
    pub fn of_texts(application: ApplicationId) -> Key {
        Key::Texts(number(application) % TEXT_FOLDERS)
    }

    /// Whether an application whose record is in one of these folders has its descriptions in the other.
    pub const fn is_of_same(applications: &Key, texts: &Key) -> bool {
        match (applications, texts) {
            (Key::Applications(applications), Key::Texts(texts)) => *applications % TEXT_FOLDERS == *texts,
            _ => false,
        }
    }

    /// The numbers of the folders that records are in.
    pub fn applications() -> Range<u16> {
        0..APPLICATION_FOLDERS
    }

    /// The keys of one of the [`BATCHES`]: the folders of the descriptions of some applications, and those of their records.
    pub fn batch(number: u16) -> (Vec<Key>, Vec<Key>) {
        let is_in = |folder: &u16| folder % BATCHES == number;
        let texts = (0..TEXT_FOLDERS).filter(is_in).map(Key::Texts);
        let applications = (0..APPLICATION_FOLDERS).filter(is_in).map(Key::Applications);
        (texts.collect(), applications.collect())
    }

    /// Reads what [`Folder::seal`] gave. The records are not looked into.
    ///
    /// # Errors
    /// That the text is no folder, not even one that says the same in other letters; or that a newer version put its own record there.
    pub fn open(text: &str) -> Result<Self, Damage> {
        if text.len() > SIZE_LIMIT {
            return Err(Damage::TooLarge);
        }
        if let Err(newer @ Damage::Newer { .. }) = unwrap(Kind::Application, text) {
            return Err(newer);
        }
        let mut folder = Self::default();
        for (id, sealed) in fields(text).ok_or(Damage::NotARecord)? {
            folder.replace(ApplicationId::parse(&id).ok_or(Damage::NotARecord)?, sealed);
        }
        // Two records of one application would be one after the next command.
        if folder.seal() == text {
            Ok(folder)
        } else {
            Err(Damage::NotARecord)
        }
    }

    /// The text under which it is kept.
    pub fn seal(&self) -> String {
        let mut text = String::new();
        let mut object = Object::begin(&mut text);
        for (id, sealed) in &self.0 {
            object.name(&id.to_string()).push_str(sealed);
        }
        object.end();
        text
    }

    /// The record of an application.
    pub fn get(&self, application: ApplicationId) -> Option<&str> {
        self.iter()
            .find_map(|(id, sealed)| (id == application).then_some(sealed))
    }

    /// All records.
    pub fn iter(&self) -> impl Iterator<Item = (ApplicationId, &str)> {
        self.0.iter().map(|(id, sealed)| (*id, sealed.as_str()))
    }

    /// Puts a record, as it is sealed, in the place of the one that was there.
    pub fn replace(&mut self, application: ApplicationId, sealed: String) {
        self.0.retain(|(known, _)| *known != application);
        let place = self.0.partition_point(|(known, _)| *known < application);
        self.0.insert(place, (application, sealed));
    }
}

// An application's two folders are in one batch.
const _: () = assert!(TEXT_FOLDERS.is_multiple_of(BATCHES) && APPLICATION_FOLDERS.is_multiple_of(TEXT_FOLDERS));

/// An identity ends by chance.
fn number(application: ApplicationId) -> u16 {
    let [.., first, last] = application.bytes();
    u16::from_be_bytes([*first, *last])
}
