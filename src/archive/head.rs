//! How much there is: what a popup checks before it trusts the agenda, and what the full check compares with all that it finds.

use xxhash_rust::xxh3::{xxh3_64, xxh3_64_with_seed};

use super::agenda::EMPTY;
use super::envelope::claimed;
use super::form::record;
use super::{Digest, Kind, Record};
use crate::domain::ApplicationId;

/// The ledger at a glance, in constant size.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// How many commands have been carried out, and how often something else was chosen.
    pub sequence: u64,
    /// How many applications are kept; what was deleted, or undone as a whole, is not counted.
    pub applications: u32,
    /// Changes with every record of an application, erased ones included; the order in which they are summed up does not matter.
    pub digest: Digest,
    /// Changes with every [sheet](super::Sheet) of the agenda; the order in which they are summed up does not matter.
    pub agenda: Digest,
    /// Stands for what made the agenda: the settings, and the version of the rules.
    pub rules: Digest,
}

/// What the head knows of one application's record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fingerprint {
    /// Whose.
    pub application: ApplicationId,
    /// Equal where the events are equal.
    pub revision: Digest,
    /// Whether nothing of it is to be seen any more: it was deleted, or undone as a whole.
    pub gone: bool,
}

record!(Head {
    sequence,
    applications,
    digest,
    agenda,
    rules
});

impl Record for Head {
    const KIND: Kind = Kind::Head;
}

impl Head {
    /// Counts `new` in place of `old`; `None` stands for no record.
    pub fn replace(&mut self, old: Option<Fingerprint>, new: Option<Fingerprint>) {
        if let Some(old) = old {
            self.digest.0 = self.digest.0.wrapping_sub(old.share());
            self.applications = self.applications.wrapping_sub(old.count());
        }
        if let Some(new) = new {
            self.digest.0 = self.digest.0.wrapping_add(new.share());
            self.applications = self.applications.wrapping_add(new.count());
        }
    }

    /// Counts `new`, a sheet of the agenda, in place of `old`: each the sealed text, `None` for one that is not there. An empty one counts
    /// for nothing and need not be there. That a text is the one that its own checksum speaks of is seen when it is opened.
    pub fn replace_sheet(&mut self, number: u8, old: Option<&str>, new: Option<&str>) {
        let share = |sealed: Option<&str>| match sealed.map(claimed) {
            None | Some((_, EMPTY)) => 0,
            Some((sum, _)) => xxh3_64_with_seed(sum.as_bytes(), number.into()),
        };
        self.agenda.0 = self.agenda.0.wrapping_sub(share(old)).wrapping_add(share(new));
    }

    /// Whether it speaks of no record, not even of one that was deleted.
    pub fn is_bare(&self) -> bool {
        self.applications == 0 && self.digest == Digest::default()
    }

    /// Whether both speak of the same records after as many commands.
    pub fn is_of_same(&self, other: &Self) -> bool {
        self.sequence == other.sequence && self.is_like(other)
    }

    /// Whether both speak of the same records.
    pub fn is_like(&self, other: &Self) -> bool {
        self.applications == other.applications && self.digest == other.digest
    }

    /// Whether the records that were found, one fingerprint each, are the ones that should be there.
    pub fn accounts_for(&self, found: impl IntoIterator<Item = Fingerprint>) -> bool {
        let mut tally = Self::default();
        for fingerprint in found {
            tally.replace(None, Some(fingerprint));
        }
        tally.digest == self.digest && tally.applications == self.applications
    }
}

impl Fingerprint {
    fn share(self) -> u64 {
        let [id, revision] = [&self.application.bytes()[..], &self.revision.0.to_le_bytes()];
        xxh3_64(&[id, revision].concat())
    }

    fn count(self) -> u32 {
        u32::from(!self.gone)
    }
}
