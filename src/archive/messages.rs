//! How the user wants messages to be.
//!
//! Words for an occasion that this version does not know, or that it cannot fill, are passed over, and so survive that it saves others.

use super::Tree;
use super::form::{Form, Object, choice, field, record, text};
use crate::domain::{Line, Manner, Messages, Occasion, Template, Wording};

choice!(Manner {
    "warm" = Warm,
    "brief" = Brief,
});

const MANNERS: [(Manner, &str); 2] = [(Manner::Brief, "brief"), (Manner::Warm, "warm")];

const OCCASIONS: [(Occasion, &str); 18] = [
    (Occasion::AcceptInvitation, "accept_invitation"),
    (Occasion::AcknowledgeOffer, "acknowledge_offer"),
    (Occasion::Answer, "answer"),
    (Occasion::AnswerOffer, "answer_offer"),
    (Occasion::AskAfterApplying, "ask_after_applying"),
    (Occasion::AskAfterInterview, "ask_after_interview"),
    (Occasion::AskAfterPromise, "ask_after_promise"),
    (Occasion::AskAfterScreen, "ask_after_screen"),
    (Occasion::AskForOffer, "ask_for_offer"),
    (Occasion::AskLast, "ask_last"),
    (Occasion::AskReferrer, "ask_referrer"),
    (Occasion::HandIn, "hand_in"),
    (Occasion::KeepWarm, "keep_warm"),
    (Occasion::OfferAnotherTime, "offer_another_time"),
    (Occasion::Thank, "thank"),
    (Occasion::ThankAfterNo, "thank_after_no"),
    (Occasion::Withdraw, "withdraw"),
    (Occasion::WriteOnceMore, "write_once_more"),
];

/// Writes what is not as in `default`; without one, all of it.
pub(super) fn write_messages(messages: &Messages, default: Option<&Messages>, out: &mut String) {
    let Messages { manner, own, sender } = messages;
    let mut object = Object::begin(out);
    object.unlike("manner", manner, default.map(|default| &default.manner));
    if default.is_none_or(|default| default.own != *own) {
        write_own(messages, object.name("own"));
    }
    object.unlike("sender", sender, default.map(|default| &default.sender));
    object.end();
}

fn write_own(messages: &Messages, out: &mut String) {
    let mut object = Object::begin(out);
    let has_words = |manner| messages.own.iter().any(|(_, sounds, _)| *sounds == manner);
    for (manner, name) in MANNERS.into_iter().filter(|(manner, _)| has_words(*manner)) {
        let mut words = Object::begin(object.name(name));
        for (occasion, name) in OCCASIONS {
            if let Some(wording) = messages.own(occasion, manner) {
                wording.write(words.name(name));
            }
        }
        words.end();
    }
    object.end();
}

impl Form for Messages {
    fn write(&self, out: &mut String) {
        write_messages(self, None, out);
    }

    fn read(tree: &Tree<'_>) -> Option<Self> {
        let fields = tree.as_object()?;
        let mut own = Vec::new();
        for (manner, name) in MANNERS {
            let by_manner = fields.get("own").and_then(Tree::as_object);
            let words = by_manner.and_then(|words| words.get(name)?.as_object());
            for (occasion, name) in OCCASIONS {
                let wording = words.and_then(|words| Wording::read(words.get(name)?));
                own.extend(wording.map(|wording| (occasion, manner, wording)));
            }
        }
        Some(Self {
            manner: fields.get("manner").map_or(Some(Manner::default()), Manner::read)?,
            sender: field::<Option<Line>>(fields, "sender")?,
            own,
        })
    }
}

record!(Wording { body, subject });

text!(Template, template => template.as_str(), text => Template::new(text).ok());
