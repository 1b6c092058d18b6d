//! Some of the folders, as they were read: what of them is damaged is counted, and the rest taken all the same.

use crate::app::ports::Shelf;
use crate::app::store::{Readable, folder, readable};
use crate::archive::{ApplicationRecord, Damage, Folder, Key, Texts};
use crate::domain::{ApplicationId, Fault};

/// Folders of applications and of their descriptions.
#[derive(Default)]
pub(in crate::app) struct Folders {
    folders: Vec<(Key, Folder)>,
    /// How much of them cannot be read.
    pub(in crate::app) damaged: usize,
}

impl Folders {
    /// # Errors
    /// A fault of the storage, or [`Fault::Newer`] where a newer version wrote one.
    pub(in crate::app) async fn read<W: Shelf>(world: &W, keys: &[Key]) -> Result<Self, Fault> {
        let Readable { found, unreadable } = readable(world, keys).await?;
        let mut read = Self {
            damaged: unreadable.len(),
            ..Self::default()
        };
        for (key, text) in found {
            let whole = whole(&mut read.damaged, folder(&key, text.as_deref()))?;
            read.folders.extend(whole.map(|folder| (key, folder)));
        }
        Ok(read)
    }

    /// The applications whose records are in them.
    pub(in crate::app) fn applications(&mut self) -> Vec<ApplicationId> {
        let mut ids = Vec::new();
        for (key, folder) in &self.folders {
            for (id, _) in folder.iter().filter(|_| matches!(key, Key::Applications(_))) {
                // A record that lies elsewhere is found by nobody.
                if Folder::of_application(id) == *key {
                    ids.push(id);
                } else {
                    self.damaged += 1;
                }
            }
        }
        ids
    }

    /// The record of an application, with its descriptions at hand as far as they can be read.
    ///
    /// # Errors
    /// [`Fault::Newer`] where a newer version wrote it.
    pub(in crate::app) fn record(&mut self, id: ApplicationId) -> Result<Option<ApplicationRecord>, Fault> {
        let (key, texts) = (Folder::of_application(id), Folder::of_texts(id));
        let record = self.open(&key, id, ApplicationRecord::open)?;
        let Some(mut record) = record else { return Ok(None) };
        if let Some(texts) = self.open(&texts, id, Texts::open)? {
            record.put_back(&texts);
        }
        Ok(Some(record))
    }

    fn open<T>(
        &mut self,
        key: &Key,
        id: ApplicationId,
        open: impl Fn(ApplicationId, &str) -> Result<T, Damage>,
    ) -> Result<Option<T>, Fault> {
        let folder = self.folders.iter().find(|(known, _)| known == key);
        let Some(sealed) = folder.and_then(|(_, folder)| folder.get(id)) else {
            return Ok(None);
        };
        whole(&mut self.damaged, open(id, sealed).map_err(|damage| damage.at(key)))
    }
}

/// What can be read; of what is damaged nothing.
fn whole<T>(damaged: &mut usize, read: Result<T, Fault>) -> Result<Option<T>, Fault> {
    match read {
        Err(Fault::Damaged { .. }) => {
            *damaged += 1;
            Ok(None)
        }
        read => read.map(Some),
    }
}
