//! Applications' records, some in one folder: those whose identities end alike. With each `set()` Chromium copies the names and sizes of
//! all that is kept, 0.3 microseconds a key: with two keys for each of ten thousand applications that was most of what a command took.

use super::envelope::SIZE_LIMIT;
use super::form::Object;
use super::parts::fields;
use super::{Damage, Key};
use crate::domain::ApplicationId;

/// Sealed records by application, ordered by identity. A folder has no envelope of its own: each record has one, and damage to it harms no other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder(Vec<(ApplicationId, String)>);

impl Folder {
    /// The key of the folder that an application's record is in: one of 4,096.
    pub fn of_application(application: ApplicationId) -> Key {
        Key::Applications(number(application) & 0xfff)
    }

    /// The key of the folder that its descriptions are in: one of 1,024, since they rarely change.
    pub fn of_texts(application: ApplicationId) -> Key {
        Key::Texts(number(application) & 0x3ff)
    }

    /// Reads what [`Folder::seal`] gave. The records are not looked into.
    ///
    /// # Errors
    /// That the text is no folder.
    pub fn open(text: &str) -> Result<Self, Damage> {
        if text.len() > SIZE_LIMIT {
            return Err(Damage::TooLarge);
        }
        let mut folder = Self::default();
        for (id, sealed) in fields(text).ok_or(Damage::NotARecord)? {
            folder.replace(ApplicationId::parse(&id).ok_or(Damage::NotARecord)?, sealed);
        }
        Ok(folder)
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

/// An identity ends by chance.
fn number(application: ApplicationId) -> u16 {
    let [.., first, last] = application.bytes();
    u16::from_be_bytes([*first, *last])
}
