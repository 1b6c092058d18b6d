//! Two copies of a value, the ledger's and its mirror's, and what both together amount to. A record that cannot be read in one of them is taken
//! from the other.

use std::collections::BTreeSet;

use super::{ApplicationRecord, Choices, Damage, Fingerprint, Folder, Key, Texts, open_choices, seal_choices};
use crate::domain::{Application, ApplicationId};

/// What two copies amount to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Union {
    /// The text that both are to have; `None` where neither has any.
    pub text: Option<String>,
    /// Whether the first is not as it was written, and whether the second is not.
    pub damaged: [bool; 2],
    /// The applications that the first lacked, in whole or in part.
    pub gained: Vec<ApplicationId>,
    /// How many records of the first cannot be read, and are not in the second; where the form of a whole folder is broken, one at least.
    pub lost: u32,
    /// What a head knows of each application.
    pub fingerprints: Vec<Fingerprint>,
    /// The applications.
    pub applications: Vec<Application>,
    /// Those that were deleted.
    pub erased: BTreeSet<ApplicationId>,
    /// Those that should have descriptions; of a folder of descriptions, those that have.
    pub described: Vec<ApplicationId>,
}

/// Joins two copies of a folder of applications, found under `key`: event by event. A deletion in either is all that is left.
///
/// # Errors
/// [`Damage::Newer`] where a newer version wrote some of it.
pub fn join_applications(key: &Key, copies: [Option<&str>; 2]) -> Result<Union, Damage> {
    let joined = join(key, copies, &|_| true)?;
    let mut union = Union::default();
    for record in &joined.records {
        let Content::Application(application) = &record.content else {
            continue;
        };
        if application.is_erased() {
            union.erased.insert(record.of);
        }
        if application.lacks_texts() {
            union.described.push(record.of);
        }
        union.fingerprints.push(application.fingerprint());
        union.applications.push(application.fold());
    }
    joined.put_into(&mut union, copies);
    Ok(union)
}

/// Joins two copies of a folder of descriptions. Of the applications that were `erased` none is left.
///
/// # Errors
/// As for applications.
pub fn join_texts(key: &Key, copies: [Option<&str>; 2], erased: &BTreeSet<ApplicationId>) -> Result<Union, Damage> {
    // That there are none nobody misses.
    let is_missed = |record: &Record| !record.content.is_nothing() && !erased.contains(&record.of);
    let mut joined = join(key, copies, &is_missed)?;
    let mut union = Union::default();
    for record in &mut joined.records {
        if erased.contains(&record.of) {
            record.sealed = Texts::none(record.of).seal();
        } else if !record.content.is_nothing() {
            union.described.push(record.of);
        }
    }
    joined.put_into(&mut union, copies);
    Ok(union)
}

/// Of two copies of what the user chose, the one that counts: the first, unless that cannot be read or the second is known to be `later`. Where
/// neither can be read, it is as by default.
///
/// # Errors
/// As for applications.
pub fn join_settings(copies: [Option<&str>; 2], later: bool) -> Result<Union, Damage> {
    let mut damaged = [false; 2];
    let mut sound = [None; 2];
    for ((copy, is_damaged), sound) in copies.iter().zip(&mut damaged).zip(&mut sound) {
        match copy.map(open_choices).transpose() {
            Ok(_) => *sound = *copy,
            Err(newer @ Damage::Newer { .. }) => return Err(newer),
            Err(_) => *is_damaged = true,
        }
    }
    let [first, second] = sound;
    let counts = if later { second.or(first) } else { first.or(second) };
    let default = || damaged.contains(&true).then(|| seal_choices(&Choices::default(), None));
    Ok(Union {
        text: counts.map(str::to_owned).or_else(default),
        damaged,
        ..Union::default()
    })
}

/// A record of a folder.
struct Record {
    of: ApplicationId,
    /// The text that it is sealed in.
    sealed: String,
    content: Content,
}

/// What it says. One type for both kinds: each of its own would make all of the joining anew.
#[derive(Clone, PartialEq)]
enum Content {
    Application(ApplicationRecord),
    Texts(Texts),
}

impl Content {
    /// Reads a record that was found under `key`.
    fn open(key: &Key, of: ApplicationId, sealed: &str) -> Result<Self, Damage> {
        let (content, place) = match key {
            Key::Texts(_) => (Self::Texts(Texts::open(of, sealed)?), Folder::of_texts(of)),
            _ => (
                Self::Application(ApplicationRecord::open(of, sealed)?),
                Folder::of_application(of),
            ),
        };
        (place == *key).then_some(content).ok_or(Damage::Misplaced)
    }

    /// Adds what another one of the same application says, and gives the text of both.
    fn add(&mut self, other: &Self) -> String {
        match (self, other) {
            (Self::Texts(texts), Self::Texts(others)) => {
                texts.add(others);
                texts.seal()
            }
            (Self::Application(record), Self::Application(other)) => {
                record.unite(other);
                record.seal()
            }
            // There are no two kinds in one folder.
            _ => String::new(),
        }
    }

    fn is_nothing(&self) -> bool {
        matches!(self, Self::Texts(texts) if texts.is_empty())
    }
}

struct Joined {
    records: Vec<Record>,
    damaged: [bool; 2],
    gained: Vec<ApplicationId>,
    lost: u32,
}

impl Joined {
    fn put_into(self, union: &mut Union, copies: [Option<&str>; 2]) {
        let mut folder = Folder::default();
        for Record { of, sealed, .. } in self.records {
            folder.replace(of, sealed);
        }
        union.text = copies.iter().any(Option::is_some).then(|| folder.seal());
        union.damaged = self.damaged;
        union.gained = self.gained;
        union.lost = self.lost;
    }
}

/// Joins two folders, record by record. Of the second's those count that `is_missed` holds of.
fn join(key: &Key, [first, second]: [Option<&str>; 2], is_missed: &dyn Fn(&Record) -> bool) -> Result<Joined, Damage> {
    let Copy {
        mut records,
        is_broken,
        damaged,
    } = take_apart(key, first)?;
    let is_damaged = is_broken || !damaged.is_empty();
    let (mut are_damaged, mut gained) = ([is_damaged; 2], Vec::new());
    if first != second {
        let others = take_apart(key, second)?;
        are_damaged = [is_damaged, others.is_broken || !others.damaged.is_empty()];
        for other in others.records.into_iter().filter(is_missed) {
            let Some(known) = records.iter_mut().find(|known| known.of == other.of) else {
                gained.push(other.of);
                records.push(other);
                continue;
            };
            if known.sealed != other.sealed {
                let before = known.content.clone();
                let sealed = known.content.add(&other.content);
                // One to which nothing is added keeps its text.
                if known.content != before {
                    gained.push(known.of);
                    known.sealed = sealed;
                }
            }
        }
    }
    let is_lost = |id: &&ApplicationId| !records.iter().any(|record| record.of == **id);
    let lost = damaged.iter().filter(is_lost).count() + usize::from(is_broken && records.is_empty());
    Ok(Joined {
        records,
        damaged: are_damaged,
        gained,
        lost: u32::try_from(lost).unwrap_or(u32::MAX),
    })
}

/// What can be read of a folder.
struct Copy {
    records: Vec<Record>,
    /// Whether the form of the folder itself is broken.
    is_broken: bool,
    /// The applications whose records cannot be read.
    damaged: Vec<ApplicationId>,
}

fn take_apart(key: &Key, text: Option<&str>) -> Result<Copy, Damage> {
    let folder = text.map(Folder::open).transpose();
    if let Err(newer @ Damage::Newer { .. }) = folder {
        return Err(newer);
    }
    let mut copy = Copy {
        records: Vec::new(),
        is_broken: folder.is_err(),
        damaged: Vec::new(),
    };
    for (of, sealed) in folder.ok().flatten().unwrap_or_default().iter() {
        match Content::open(key, of, sealed) {
            Ok(content) => copy.records.push(Record {
                of,
                sealed: sealed.to_owned(),
                content,
            }),
            Err(newer @ Damage::Newer { .. }) => return Err(newer),
            Err(_) => copy.damaged.push(of),
        }
    }
    Ok(copy)
}
