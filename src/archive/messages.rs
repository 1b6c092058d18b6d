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

const MANNERS: [(Manner, &str); 2] = [(Manner::Warm, "warm"), (Manner::Brief, "brief")];

const OCCASIONS: [(Occasion, &str); 18] = [
    (Occasion::Answer, "answer"),
    (Occasion::AcceptInvitation, "accept_invitation"),
    (Occasion::Thank, "thank"),
    (Occasion::AskAfterApplying, "ask_after_applying"),
    (Occasion::AskReferrer, "ask_referrer"),
    (Occasion::AskAfterScreen, "ask_after_screen"),
    (Occasion::AskAfterInterview, "ask_after_interview"),
    (Occasion::AskAfterPromise, "ask_after_promise"),
    (Occasion::AskLast, "ask_last"),
    (Occasion::OfferAnotherTime, "offer_another_time"),
    (Occasion::ThankAfterNo, "thank_after_no"),
    (Occasion::AskForOffer, "ask_for_offer"),
    (Occasion::AcknowledgeOffer, "acknowledge_offer"),
    (Occasion::AnswerOffer, "answer_offer"),
    (Occasion::WriteOnceMore, "write_once_more"),
    (Occasion::KeepWarm, "keep_warm"),
    (Occasion::HandIn, "hand_in"),
    (Occasion::Withdraw, "withdraw"),
];

impl Form for Messages {
    fn write(&self, out: &mut String) {
        let Self { manner, sender, own: _ } = self;
        let mut object = Object::begin(out);
        manner.write(object.name("manner"));
        object.field("sender", sender);
        let mut words = Object::begin(object.name("own"));
        for (manner, name) in MANNERS {
            let mut words = Object::begin(words.name(name));
            for (occasion, name) in OCCASIONS {
                if let Some(wording) = self.own(occasion, manner) {
                    wording.write(words.name(name));
                }
            }
            words.end();
        }
        words.end();
        object.end();
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

    fn absent() -> Option<Self> {
        Some(Self::default())
    }
}

record!(Wording { subject, body });

text!(Template, template => template.as_str(), text => Template::new(text).ok());
