//! What can happen to an application, as tables.

use super::random::Random;

/// One thing that is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    Capture,
    Correct,
    Apply,
    Hear,
    Invite,
    Interview,
    Thank,
    /// They say that they will decide within a week.
    Promise,
    /// They say how they like to be reached.
    Prefer,
    CheckIn,
    Note,
    /// Takes the last note back.
    TakeBack,
    Offer,
    Decline,
    Withdraw,
    Reject,
    GiveUp,
}

use Act::*;

/// So many days after what happened before, this.
pub(super) type Plot = &'static [(u64, Act)];

/// How an application stands today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// A check-in is due.
    Due,
    /// It is their move.
    Waiting,
    /// It is over.
    Ended,
}

/// Each ends with an answer, a promise or an application, and then there is silence for too long.
#[rustfmt::skip] // One application a line.
const DUE: [Plot; 4] = [
    &[(0, Capture), (0, Correct), (1, Apply), (8, Hear), (2, Invite), (4, Interview), (0, Thank), (3, Hear)],
    &[(0, Capture), (2, Apply), (0, Note), (9, Hear), (1, Invite), (6, Interview), (1, Thank), (0, Promise)],
    &[(0, Capture), (0, Correct), (0, Note), (1, TakeBack), (1, Correct), (2, Note), (1, Correct), (0, Apply)],
    &[(0, Capture), (0, Correct), (0, Apply), (10, CheckIn), (3, Hear), (1, Note), (1, TakeBack), (0, Note)],
];

/// Each ends with what has only just happened, or with an interview ahead.
#[rustfmt::skip] // The same.
const WAITING: [Plot; 4] = [
    &[(0, Capture), (1, Apply), (9, Hear), (2, Invite), (4, Interview), (0, Thank), (0, Promise), (0, Prefer)],
    &[(0, Capture), (0, Correct), (2, Apply), (0, Note), (14, CheckIn), (0, Note), (0, TakeBack), (3, Hear)],
    &[(0, Capture), (0, Correct), (0, Correct), (0, Note), (1, Note), (0, TakeBack), (1, Correct), (0, Apply)],
    &[(0, Capture), (0, Correct), (1, Apply), (6, Hear), (0, Note), (0, TakeBack), (0, Note), (2, Invite)],
];

#[rustfmt::skip] // The same.
const ENDED: [Plot; 6] = [
    &[(0, Capture), (0, Correct), (1, Apply), (0, Note), (12, CheckIn), (0, Note), (0, TakeBack), (20, GiveUp)],
    &[(0, Capture), (1, Apply), (9, Hear), (2, Invite), (5, Interview), (0, Thank), (2, Promise), (6, Reject)],
    &[(0, Capture), (0, Correct), (0, Apply), (7, Hear), (1, Invite), (3, Interview), (1, Thank), (9, Reject)],
    &[(0, Capture), (2, Apply), (5, Hear), (1, Invite), (4, Interview), (0, Thank), (12, CheckIn), (15, GiveUp)],
    &[(0, Capture), (0, Apply), (4, Hear), (1, Invite), (4, Interview), (0, Thank), (6, Offer), (2, Decline)],
    &[(0, Capture), (0, Correct), (1, Apply), (0, Note), (6, Hear), (0, Note), (0, TakeBack), (3, Withdraw)],
];

/// What happens to an application that stands so, and how many days before today it last did.
pub(super) fn choose(standing: Standing, random: &mut Random) -> (Plot, u64) {
    match standing {
        Standing::Due => (random.one_of(&DUE), 16 + random.below(8)),
        Standing::Waiting => (random.one_of(&WAITING), random.below(3)),
        Standing::Ended => (random.one_of(&ENDED), 20 + random.below(700)),
    }
}
