//! What they said at the end of an interview: the form of R0b.

use super::follow_up::person;
use super::{Card, Field, Voice};
use crate::domain::{FollowUp, RuleId, Trigger};

/// What the form calls when they decide.
pub const DECISIONS: [(Decision, &str); 3] = [
    (Decision::InAWeek, "week"),
    (Decision::ByDay, "day"),
    (Decision::Unsaid, "unsaid"),
];

/// What the form calls how a booked interview turned out.
pub const TURNS: [(Turn, &str); 3] = [
    (Turn::Held, "held"),
    (Turn::Missed, "missed"),
    (Turn::Cancelled, "cancelled"),
];

/// When they decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// "Within a week".
    InAWeek,
    /// By a day that they named.
    ByDay,
    /// They did not say.
    Unsaid,
}

/// How a booked interview turned out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// It took place.
    Held,
    /// They did not come.
    Missed,
    /// It was called off.
    Cancelled,
}

impl Voice<'_> {
    /// The form in the row that asks what they said.
    pub(super) fn answers(&self, follow_up: &FollowUp) -> Option<Card> {
        let Trigger::Interviewed { logged, .. } = follow_up.reason.trigger else {
            return None;
        };
        let whom = person(follow_up).map(ToString::to_string).unwrap_or_default();
        let form = Card::new("answers-form", "answers").part("turn", !logged);
        let form = Card {
            fields: vec![
                Field::of("turn", "held"),
                Field::none("decide"),
                Field::of("decide_by", ""),
                Field::none("liked"),
                Field::of("whom", whom),
                Field::none("consent"),
                Field::of("note", ""),
            ],
            ..form
        };
        (follow_up.rule() == RuleId::R0b).then_some(form)
    }
}
