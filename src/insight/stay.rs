//! How long applications stay in each stage.

use super::lasting::{Lasting, Spell};
use super::track::{Milestone, Track, days};
use crate::domain::Today;

/// One stage.
#[derive(Clone, Debug, PartialEq)]
pub struct Stay {
    /// Which.
    pub stage: Milestone,
    /// How long they stay in it: until they come further or end, whoever ends it. Those that stand in it still have not.
    pub lasting: Lasting,
}

/// How long applications stay in each of the stages.
pub fn stays(tracks: &[Track], today: Today) -> [Stay; 4] {
    Milestone::STAGES.map(|stage| Stay {
        stage,
        lasting: Lasting::of(tracks.iter().filter_map(|track| spell(track, stage, today))),
    })
}

fn spell(track: &Track, stage: Milestone, today: Today) -> Option<Spell> {
    let mut stages = Milestone::STAGES.into_iter().zip(track.since);
    let since = stages.find_map(|(known, since)| since.filter(|_| known == stage))?;
    let next = stages.find_map(|(_, since)| since).or(track.over);
    Some(Spell {
        days: days(since, next.unwrap_or(today.0)),
        ended: next.is_some(),
    })
}
