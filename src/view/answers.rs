//! What they said at the end of an interview: the form of R0b.

use super::entry::{CHANNELS, choices};
use super::follow_up::recipient;
use super::{Card, Field, Voice};
use crate::domain::{Application, FollowUp, Line, Outlook, PromiseOf, RuleId, Trigger, What, same_person};

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

/// The form of a row, where it is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answering {
    /// The key of the row.
    pub row: String,
    /// What it says: names and values. What is not among them was not chosen.
    pub says: Vec<(String, String)>,
    /// Whether that was typed before, and left.
    pub restored: bool,
}

/// What the form calls whether they wish not to be asked.
pub const CONSENTS: [(bool, &str); 2] = [(false, "yes"), (true, "no")];

/// The fields that begin with what is known, and those that keep it.
pub const KNOWN: [(&str, &str); 4] = [
    ("decide_by", "known_decide_by"),
    ("liked", "known_liked"),
    ("person", "known_person"),
    ("consent", "known_consent"),
];

/// The other fields of the form.
const FIELDS: [&str; 5] = ["turn", "decide", "whom", "point", "note"];

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
    /// The form in the row that asks what they said, where it is open.
    pub(super) fn answers(&self, outlook: &Outlook, follow_up: &FollowUp, answering: &Answering) -> Option<Card> {
        let Trigger::Interviewed { logged, .. } = follow_up.reason.trigger else {
            return None;
        };
        let people = met(outlook, follow_up);
        let people: Vec<_> = people
            .into_iter()
            .map(|name| (name.to_string(), name.to_string()))
            .collect();
        let form = Card::new("answers-form", ANSWERS)
            .part("turn", !logged)
            .part("known", !people.is_empty())
            .list("people", choices("answer-choice", "person", false, people));
        let fields = KNOWN
            .into_iter()
            .flat_map(|(field, known)| [field, known])
            .chain(FIELDS);
        let form = Card {
            fields: fields.map(Field::none).collect(),
            ..form
        };
        asks_what_they_said(follow_up).then(|| filled(form, &answering.says).part("restored", answering.restored))
    }
}

/// Whether its row asks what they said.
pub fn asks_what_they_said(follow_up: &FollowUp) -> bool {
    follow_up.rule() == RuleId::R0b
}

/// What is written down of that interview already, for the form to begin with. It is said twice: what nobody changes is not written down
/// once more.
pub fn known_answers(application: &Application, follow_up: &FollowUp) -> Vec<(String, String)> {
    let Trigger::Interviewed { on, .. } = follow_up.reason.trigger else {
        return Vec::new();
    };
    let promise = application.live_promise();
    let promise = promise.filter(|(event, promise)| event.on >= on && promise.of == PromiseOf::Word);
    let day = promise.map(|(_, promise)| promise.date.to_string());
    let [mut liked, mut person, mut consent] = [const { None }; 3];
    for event in application.history.iter().filter(|event| event.on >= on) {
        if let What::Preferred {
            person: whose,
            channel,
            do_not_contact,
            ..
        } = &event.what
        {
            liked = channel.and_then(|channel| called(&CHANNELS, channel)).or(liked);
            person = whose.as_ref().map(ToString::to_string).or(person);
            consent = do_not_contact
                .and_then(|unwanted| called(&CONSENTS, unwanted))
                .or(consent);
        }
    }
    let decide = day.as_ref().and_then(|_| called(&DECISIONS, Decision::ByDay));
    let said = [day, liked, person, consent];
    let known = KNOWN.iter().zip(said);
    let known = known.flat_map(|((field, known), said)| [(*field, said.clone()), (*known, said)]);
    let all = known.chain(std::iter::once(("decide", decide)));
    all.filter_map(|(name, said)| Some((name.to_owned(), said?))).collect()
}

/// What the markup calls something.
fn called<T: PartialEq>(names: &[(T, &'static str)], value: T) -> Option<String> {
    let (_, name) = names.iter().find(|(known, _)| *known == value)?;
    Some((*name).to_owned())
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

/// The form with what it says.
fn filled(mut form: Card, says: &[(String, String)]) -> Card {
    let choices = form.lists.iter_mut().flat_map(|(_, choices)| choices);
    let fields = choices.flat_map(|choice| &mut choice.fields).chain(&mut form.fields);
    for field in fields {
        let said = says.iter().filter(|(name, _)| name == field.name);
        field.values = said.map(|(_, value)| value.clone()).collect();
    }
    form
}
