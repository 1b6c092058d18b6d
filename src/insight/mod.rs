//! What all applications together show: how far they come, how long things take, and who the people are. Pure functions of small
//! digests, one of each application, so that a whole search is looked at without its descriptions and notes.
//!
//! | file | what it shows |
//! |---|---|
//! | `track.rs` | the digest of one application: when it came how far |
//! | `share.rs` | a rate with its interval, and the difference of two |
//! | `lasting.rs` | how long something lasts, also where it lasts still |
//! | `flow.rs` | how far applications come, and where they end |
//! | `stay.rs` | how long they stay in each stage |
//! | `answers.rs` | how long it takes until they answer |
//! | `follow_ups.rs` | answers after a follow-up, and without one |
//! | `weeks.rs` | how many applications there were in each week |
//! | `encounter.rs`, `people.rs` | the people of one application, and of all |
//!
//! Every figure says of how many it is, and how far it can be trusted; what is too little to tell anything is said to be.

mod answers;
mod encounter;
mod flow;
mod follow_ups;
mod lasting;
mod people;
mod share;
mod stay;
mod track;
mod weeks;

pub use answers::Answers;
pub use encounter::{Encounter, took_part};
pub use flow::{Flow, Reach};
pub use follow_ups::FollowUps;
pub use lasting::{Lasting, MEDIAN_NEEDS, Spell, Step};
pub use people::{Person, people};
pub use share::{Interval, SHARE_NEEDS, Share};
pub use stay::{Stay, stays};
pub use track::{Milestone, Outcome, Track};
pub use weeks::{Week, Weeks};

use crate::domain::Today;

/// All that is shown of a search, as of a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Insights {
    /// How far applications come, and where they end.
    pub flow: Flow,
    /// How long they stay in each stage.
    pub stays: [Stay; 4],
    /// How long it takes until they answer.
    pub answers: Answers,
    /// Answers after a follow-up, and without one.
    pub follow_ups: FollowUps,
    /// How many there were in each week.
    pub weeks: Weeks,
}

impl Insights {
    /// Looks at all applications that the user applied to.
    pub fn of(tracks: &[Track], today: Today) -> Self {
        Self {
            flow: Flow::of(tracks),
            stays: stays(tracks, today),
            answers: Answers::of(tracks, today),
            follow_ups: FollowUps::of(tracks, today),
            weeks: Weeks::of(tracks, today),
        }
    }
}
