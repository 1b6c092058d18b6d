//! What was repaired in what is kept, until the user has heard of it.

use chrono::NaiveDate;

/// What was found and done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Repair {
    /// On which day, the last time.
    pub on: NaiveDate,
    /// How many applications were brought back, in whole or in part, from the mirror.
    pub restored: u32,
    /// What those are called: "Gardener · Northwind".
    pub names: Vec<String>,
    /// Whether what the user chose was brought back.
    pub settings: bool,
    /// How many applications at least lack something that is in neither copy.
    pub lost: u32,
    /// How many lack something that the mirror may have, which could not be read; `None` for none.
    pub unsure: Option<u32>,
    /// What those are called of which the index still tells.
    pub missing: Vec<String>,
    /// The keys under which something was not as it was written: it was put aside.
    pub damaged: Vec<String>,
}

impl Repair {
    /// Whether nothing was found.
    pub const fn is_empty(&self) -> bool {
        self.restored == 0 && !self.settings && self.lost == 0 && self.unsure.is_none() && self.damaged.is_empty()
    }

    /// Both together, of which `later` came after this one.
    #[must_use]
    pub fn and(mut self, later: Self) -> Self {
        add(&mut self.names, later.names);
        add(&mut self.missing, later.missing);
        add(&mut self.damaged, later.damaged);
        Self {
            on: later.on,
            restored: self.restored.saturating_add(later.restored),
            settings: self.settings || later.settings,
            names: self.names,
            lost: self.lost.saturating_add(later.lost),
            unsure: sum(self.unsure, later.unsure),
            missing: self.missing,
            damaged: self.damaged,
        }
    }
}

fn sum(one: Option<u32>, other: Option<u32>) -> Option<u32> {
    let both = one.unwrap_or_default().saturating_add(other.unwrap_or_default());
    (both > 0).then_some(both)
}

fn add(known: &mut Vec<String>, others: Vec<String>) {
    for other in others {
        if !known.contains(&other) {
            known.push(other);
        }
    }
}
