//! What they said at the end of an interview: the form of R0b.

use super::entry::choices;
use super::follow_up::recipient;
use super::{Card, Field, Voice};
use crate::domain::{FollowUp, Line, Outlook, RuleId, Trigger, same_person};

/// The key of the card of the form.
pub const ANSWERS: &str = "answers";

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

/// What the form calls whether they wish not to be asked.
pub const CONSENTS: [(bool, &str); 2] = [(false, "yes"), (true, "no")];

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

/// The form of a row, where it is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answering {
    /// The key of the row.
    pub row: String,
    /// What was typed in it: names and values. What is not among them was not chosen.
    pub typed: Option<Vec<(String, String)>>,
    /// Whether that was left when it was closed.
    pub restored: bool,
    /// Whether the user has just opened it.
    pub is_asked_for: bool,
}

impl Voice<'_> {
    /// The form in the row that asks what they said. When they decide stands there where it is known.
    pub(super) fn answers(&self, outlook: &Outlook, follow_up: &FollowUp, answering: &Answering) -> Option<Card> {
        let Trigger::Interviewed { logged, .. } = follow_up.reason.trigger else {
            return None;
        };
        let people = met(outlook, follow_up);
        let people: Vec<_> = people
            .into_iter()
            .map(|name| (name.to_string(), name.to_string()))
            .collect();
        let known = outlook.decision_named(follow_up);
        let by_day = DECISIONS.iter().find(|(decision, _)| *decision == Decision::ByDay);
        let decide = known.and(by_day).map(|(_, name)| (*name).to_owned());
        let form = Card::new("answers-form", ANSWERS)
            .part("turn", !logged)
            .part("known", !people.is_empty())
            .part("restored", answering.restored)
            .list("people", choices("answer-choice", "person", false, people));
        let form = Card {
            fields: vec![
                Field::none("turn"),
                Field::with("decide", decide.into_iter().collect()),
                Field::of("decide_by", known.map(|(_, day)| day.to_string()).unwrap_or_default()),
                Field::none("liked"),
                Field::none("person"),
                Field::of("whom", ""),
                Field::none("consent"),
                Field::of("point", ""),
                Field::of("note", ""),
            ],
            ..form
        };
        let form = match &answering.typed {
            Some(typed) => refilled(form, typed),
            None => form,
        };
        let form = if answering.is_asked_for {
            form.mark("focus", "once")
        } else {
            form
        };
        asks_what_they_said(follow_up).then_some(form)
    }
}

/// Whether its row asks what they said.
pub fn asks_what_they_said(follow_up: &FollowUp) -> bool {
    follow_up.rule() == RuleId::R0b
}

/// Whom the user may write to from now on: the one to write to so far, then all who are still to be thanked for this interview.
fn met<'a>(outlook: &'a Outlook, follow_up: &'a FollowUp) -> Vec<&'a Line> {
    let to_thank = outlook.follow_ups.iter().filter(|other| other.rule() == RuleId::R2);
    let of_this = to_thank.filter(|thanks| thanks.key.event == follow_up.key.event);
    let mut met: Vec<&Line> = Vec::new();
    for name in recipient(follow_up).into_iter().chain(of_this.filter_map(recipient)) {
        if !met.iter().any(|known| same_person(known, name)) {
            met.push(name);
        }
    }
    met
}

/// The form with what was typed in it before. What is not among that was not chosen.
fn refilled(mut form: Card, typed: &[(String, String)]) -> Card {
    let choices = form.lists.iter_mut().flat_map(|(_, choices)| choices);
    let fields = choices.flat_map(|choice| &mut choice.fields).chain(&mut form.fields);
    for field in fields {
        let said = typed.iter().filter(|(name, _)| name == field.name);
        field.values = said.map(|(_, value)| value.clone()).collect();
    }
    form
}
