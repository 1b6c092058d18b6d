//! A raw copy: the storage as it was, `{"app/101":"…","text/101":"…",…}`, with whatever damage is in it. What can be read of it is read.

use std::collections::BTreeMap;

use super::read::{LONGEST, MOST_EVENTS};
use super::{Backup, BackupApplication, Wrong};
use crate::archive::form;
use crate::archive::{ApplicationRecord, Damage, Folder, Key, Texts, open_choices};
use crate::domain::ApplicationId;

/// A record with no more events than one can have.
fn bounded(record: ApplicationRecord) -> Result<ApplicationRecord, Damage> {
    (record.events().len() <= MOST_EVENTS)
        .then_some(record)
        .ok_or(Damage::TooLarge)
}

/// One that is being read.
#[derive(Debug, Default)]
pub(super) struct Copy {
    /// What is still to be read, the next one last, as it is written.
    left: Vec<(Key, String)>,
    /// How much that was.
    all: usize,
    records: Vec<ApplicationRecord>,
    texts: BTreeMap<ApplicationId, Texts>,
    settings: Option<String>,
    missing: usize,
    /// The version that wrote some of it, where that is a newer one.
    newer: Option<u32>,
}

impl Copy {
    /// `None` where the fields are none of one: where there is neither a head nor a folder of applications.
    pub(super) fn of(fields: &BTreeMap<String, String>) -> Option<Self> {
        let is_of_one = |name: &String| matches!(Key::parse(name), Some(Key::Head | Key::Applications(_)));
        fields.keys().any(is_of_one).then(|| {
            let values = fields.iter().rev();
            let values = values.filter_map(|(name, text)| Some((Key::parse(name)?, text.clone())));
            let left: Vec<_> = values.collect();
            Self {
                all: left.len(),
                left,
                ..Self::default()
            }
        })
    }

    pub(super) const fn is_over(&self) -> bool {
        self.left.is_empty()
    }

    pub(super) fn percent(&self) -> usize {
        let done = self.all - self.left.len();
        (done * 100).checked_div(self.all).unwrap_or(100)
    }

    /// Reads what is under one key more.
    pub(super) fn step(&mut self) -> Result<(), Wrong> {
        if let Some((key, text)) = self.left.pop() {
            self.take_in(&key, form::read(&text));
        }
        match self.newer {
            Some(version) => Err(Wrong::Newer { version }),
            None => Ok(()),
        }
    }

    fn take_in(&mut self, key: &Key, text: Option<String>) {
        let text = text.unwrap_or_default();
        match key {
            Key::Applications(_) => {
                for (id, sealed) in self.folder(&text).iter() {
                    let record = match Folder::of_application(id) == *key {
                        true if sealed.len() > LONGEST => Err(Damage::TooLarge),
                        true => ApplicationRecord::open(id, sealed).and_then(bounded),
                        false => Err(Damage::Misplaced),
                    };
                    let record = self.whole(record);
                    self.records.extend(record);
                }
            }
            Key::Texts(_) => {
                for (id, sealed) in self.folder(&text).iter() {
                    let texts = self.whole(Texts::open(id, sealed));
                    self.texts.extend(texts.map(|texts| (id, texts)));
                }
            }
            Key::Settings => {
                let opened = open_choices(&text);
                self.settings = self.whole(opened).map(|_| text);
            }
            // What is derived is made anew.
            _ => {}
        }
    }

    fn folder(&mut self, text: &str) -> Folder {
        self.whole(Folder::open(text)).unwrap_or_default()
    }

    /// What cannot be read is counted.
    fn whole<T>(&mut self, read: Result<T, Damage>) -> Option<T> {
        if let Err(Damage::Newer { schema }) = read {
            self.newer = Some(schema);
        }
        self.missing += usize::from(read.is_err());
        read.ok()
    }

    pub(super) fn close(self) -> Backup {
        let texts = self.texts;
        let applications = self.records.into_iter().map(|mut record| {
            let id = record.application();
            texts.get(&id).into_iter().for_each(|texts| record.put_back(texts));
            BackupApplication {
                name: id.to_string(),
                record,
            }
        });
        Backup {
            made: None,
            settings: self.settings,
            applications: applications.collect(),
            unknown: Vec::new(),
            missing: self.missing,
            beyond: BTreeMap::new(),
        }
    }
}
