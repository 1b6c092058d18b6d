//! How far applications come, and where they end.

use super::share::Share;
use super::track::{Milestone, Outcome, Track};

/// The way of all applications.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flow {
    /// One for each milestone, in order.
    pub reaches: [Reach; 5],
}

/// One milestone: how many came to it, and what became of those that came no further.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// How many came at least this far.
    pub reached: u32,
    /// How many of them came further.
    pub further: u32,
    /// How many stand here still.
    pub open: u32,
    /// How many ended here with a no, …
    pub rejected: u32,
    /// … without a word, …
    pub silent: u32,
    /// … or because the user left.
    pub left: u32,
}

impl Flow {
    /// Counts them.
    pub fn of(tracks: &[Track]) -> Self {
        let mut flow = Self::default();
        for track in tracks {
            for (milestone, reach) in Milestone::ALL.into_iter().zip(&mut flow.reaches) {
                if track.reached < milestone {
                    break;
                }
                reach.reached += 1;
                *match track.outcome {
                    _ if track.reached > milestone => &mut reach.further,
                    // Who accepted has come as far as there is.
                    Outcome::Accepted => continue,
                    Outcome::Open => &mut reach.open,
                    Outcome::Rejected => &mut reach.rejected,
                    Outcome::Silent => &mut reach.silent,
                    Outcome::Left => &mut reach.left,
                } += 1;
            }
        }
        flow
    }

    /// How many there are.
    pub const fn all(&self) -> u32 {
        self.reaches[0].reached
    }

    /// The share of all that came at least as far as each milestone.
    pub fn shares(&self) -> [Share; 5] {
        let of = self.all();
        self.reaches.map(|reach| Share {
            count: reach.reached,
            of,
        })
    }
}
