//! Searches for work that a person could have made: ledgers of any size, and the same one from the same seed.
//!
//! Every event is what the domain made of a command on its day, and what is derived is made by the use-case that makes it anew.

mod plots;
pub(crate) mod random;
mod story;
mod words;

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use pollster::block_on;
use your_move::app::overview;
use your_move::archive::{ApplicationRecord, Folder, Key, LastBackup, seal};

use crate::world::Model;
use plots::Standing;
use random::Random;
use story::Job;

/// Which search.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Search {
    /// Another number, another search.
    pub(crate) seed: u64,
    /// How many applications, each of eight events.
    pub(crate) applications: usize,
    /// How many of them are open, …
    pub(crate) open: usize,
    /// … and on how many of those a check-in is due.
    pub(crate) due: usize,
    /// The day on which it stands so.
    pub(crate) today: NaiveDate,
}

impl Search {
    /// The applications' records.
    pub(crate) fn records(&self) -> Vec<ApplicationRecord> {
        let mut random = Random::new(self.seed);
        let records = (0..self.applications).map(|number| {
            let standing = self.standing(number);
            let job = Job {
                number,
                company: words::company(self.company(number, standing, &mut random)),
            };
            let (plot, days) = plots::choose(standing, &mut random);
            story::tell(&job, plot, self.today - Days::new(days), &mut random)
        });
        records.collect()
    }

    /// A world in which all of it is kept.
    pub(crate) fn world(&self) -> Model {
        let world = Model::on(&self.today.to_string());
        let mut folders: BTreeMap<Key, Folder> = BTreeMap::new();
        for record in self.records() {
            let id = record.application();
            let mut file = |key, sealed| folders.entry(key).or_default().replace(id, sealed);
            file(Folder::of_application(id), record.seal());
            file(Folder::of_texts(id), record.texts().seal());
        }
        for (key, folder) in folders {
            world.put(&key.to_string(), &folder.seal());
        }
        block_on(overview(&world)).expect("a model that does not fail");
        if self.applications > 0 {
            // Nobody is to be reminded of a backup beside what is measured and shown.
            let last = LastBackup {
                on: Some(self.today),
                ..LastBackup::default()
            };
            world.put(&Key::Backup.to_string(), &seal(&last));
        }
        world
    }

    fn standing(&self, number: usize) -> Standing {
        if number < self.due {
            Standing::Due
        } else if number < self.open {
            Standing::Waiting
        } else {
            Standing::Ended
        }
    }

    /// Where a check-in is due, nothing else is open at the company: it would wait behind.
    fn company(&self, number: usize, standing: Standing, random: &mut Random) -> usize {
        match standing {
            Standing::Due => number,
            Standing::Waiting if number > self.due && random.below(8) == 0 => number - 1,
            Standing::Waiting => number,
            Standing::Ended => {
                let companies = self.open + self.applications / 2;
                usize::try_from(random.below(companies as u64)).expect("one of the companies")
            }
        }
    }
}
