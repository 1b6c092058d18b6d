//! Answers after a follow-up, and without one.
//!
//! Who has waited long is more likely to have asked, and whoever was answered at once had no reason to: to compare all that were asked
//! with all that were not would compare the slow with the quick, and count the wait before the question for the question ("immortal
//! time"). So all are looked at from one day on, the same for each: those that nobody had answered by then, by whether the user had asked
//! by then, and for equally long.
//!
//! Source: J. R. Anderson, K. C. Cain and R. D. Gelber, "Analysis of survival by tumor response", Journal of Clinical Oncology 1 (1983),
//! 710–719, which calls that day the landmark.

use super::share::Share;
use super::track::{Track, days};
use crate::domain::Today;

/// The answers among those that nobody had answered two weeks after the user applied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FollowUps {
    /// Those with a follow-up by then.
    pub with: Share,
    /// Those without one by then: there may have been one later.
    pub without: Share,
    /// How many had no answer by then, and it is too early to say whether there will be one in time.
    pub too_early: u32,
}

impl FollowUps {
    /// They are looked at from so many days after the application on: by default, the first check-in is due before that.
    pub const FROM: u32 = 14;

    /// For so many days.
    pub const FOR: u32 = 21;

    /// Looks at them on a day.
    pub fn of(tracks: &[Track], today: Today) -> Self {
        let mut found = Self::default();
        let end = Self::FROM + Self::FOR;
        for track in tracks {
            let day = |date| days(track.applied, date);
            let answered = track.answered.map(day);
            let left = track.left().filter(|_| answered.is_none()).map(day);
            let seen = day(today.0);
            let is_waiting = seen >= Self::FROM && answered.is_none_or(|answered| answered > Self::FROM);
            // What the user left meanwhile was not waited for as long as the others.
            if !is_waiting || left.is_some_and(|left| left <= end) {
                continue;
            }
            if seen < end {
                found.too_early += 1;
                continue;
            }
            let asked = track.asked.is_some_and(|asked| day(asked) <= Self::FROM);
            let share = if asked { &mut found.with } else { &mut found.without };
            share.of += 1;
            share.count += u32::from(answered.is_some_and(|answered| answered <= end));
        }
        found
    }

    /// Whether there are enough of both.
    pub const fn is_telling(&self) -> bool {
        self.with.is_telling() && self.without.is_telling()
    }
}
