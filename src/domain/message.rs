//! What messages are for, and how the user wants them to sound.

use super::{ANSWER, FollowUp, Line, PromiseOf, Prose, Refusal, RuleId, Template, Trigger};

/// What a message is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// They asked something (R1).
    Answer,
    /// They invited (R1).
    AcceptInvitation,
    /// After an interview (R2).
    Thank,
    /// Nothing was heard since the user applied (R3, R4).
    AskAfterApplying,
    /// Nothing was heard since somebody referred the user (R5).
    AskReferrer,
    /// After a recruiter's first call (R6).
    AskAfterScreen,
    /// After an interview or a word of theirs (R7).
    AskAfterInterview,
    /// The day that they named has passed (R8), which is never said; or it is asked once more, and not for the last time (R9).
    AskAfterPromise,
    /// For the last time (R9).
    AskLast,
    /// They did not come (R11).
    OfferAnotherTime,
    /// After a no (R12).
    ThankAfterNo,
    /// The offer is not in writing yet (R13).
    AskForOffer,
    /// The offer has come (R14).
    AcknowledgeOffer,
    /// They want to know (R14). What the answer is, only the user can say.
    AnswerOffer,
    /// Somebody who may know of something has not replied (R15).
    WriteOnceMore,
    /// After it has ended (R16).
    KeepWarm,
    /// What the user had taken on (R18).
    HandIn,
    /// The user withdraws, as after another offer was accepted.
    Withdraw,
}

impl Occasion {
    /// What a follow-up's message is for; `None` where there is nothing to be sent: the user is asked, or is to call.
    pub const fn of(follow_up: &FollowUp) -> Option<Self> {
        let trigger = &follow_up.reason.trigger;
        Some(match follow_up.rule() {
            RuleId::R0a | RuleId::R0b | RuleId::R10 | RuleId::R17 => return None,
            RuleId::R1 if matches!(trigger, Trigger::Asked { invited: true, .. }) => Self::AcceptInvitation,
            RuleId::R1 => Self::Answer,
            RuleId::R2 => Self::Thank,
            RuleId::R3 | RuleId::R4 => Self::AskAfterApplying,
            RuleId::R5 => Self::AskReferrer,
            RuleId::R6 => Self::AskAfterScreen,
            RuleId::R7 => Self::AskAfterInterview,
            RuleId::R8 => match trigger {
                Trigger::Promised {
                    of: PromiseOf::Call, ..
                } => return None,
                _ => Self::AskAfterPromise,
            },
            // Who asks for the last time says so, and nobody else.
            RuleId::R9 if follow_up.key.nth < follow_up.cap => Self::AskAfterPromise,
            RuleId::R9 => Self::AskLast,
            RuleId::R11 => Self::OfferAnotherTime,
            RuleId::R12 => Self::ThankAfterNo,
            RuleId::R13 => Self::AskForOffer,
            RuleId::R14 if follow_up.key.nth == ANSWER => Self::AnswerOffer,
            RuleId::R14 => Self::AcknowledgeOffer,
            RuleId::R15 => Self::WriteOnceMore,
            RuleId::R16 => Self::KeepWarm,
            RuleId::R18 => Self::HandIn,
        })
    }
}

/// How a message sounds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Manner {
    /// A few friendly sentences.
    #[default]
    Warm,
    /// No more than is needed.
    Brief,
}

/// A message's templates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// The subject.
    pub subject: Template,
    /// All else, from the greeting to the name below it.
    pub body: Template,
}

impl Wording {
    /// Takes what was written for it.
    ///
    /// # Errors
    /// A refusal that names what is wrong in it: nothing is there, or it is no template.
    pub fn new(subject: &str, body: &str) -> Result<Self, Refusal> {
        let empty = |field| Refusal::Unreadable { field };
        let subject = Line::new(subject).ok_or(empty("subject"))?;
        let body = Prose::new(body).ok_or(empty("body"))?;
        Ok(Self {
            subject: Template::new(subject.as_str())?,
            body: Template::new(body.as_str())?,
        })
    }
}

/// How the user wants messages to be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Messages {
    /// How they sound unless the user chooses otherwise.
    pub manner: Manner,
    /// The user's own name, to stand below them.
    pub sender: Option<Line>,
    /// The user's own words, once for each occasion and manner at most; ours stand in where there are none.
    pub own: Vec<(Occasion, Manner, Wording)>,
}

impl Messages {
    /// The user's own words for an occasion.
    pub fn own(&self, occasion: Occasion, manner: Manner) -> Option<&Wording> {
        let own = self
            .own
            .iter()
            .find(|(of, sounds, _)| (*of, *sounds) == (occasion, manner));
        own.map(|(.., wording)| wording)
    }

    /// Puts words of the user's in the place of those that were there; `None` brings ours back.
    pub fn set(&mut self, occasion: Occasion, manner: Manner, wording: Option<Wording>) {
        self.own.retain(|(of, sounds, _)| (*of, *sounds) != (occasion, manner));
        self.own.extend(wording.map(|wording| (occasion, manner, wording)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_refused(subject: &str, body: &str, expected: Refusal) {
        assert_eq!(Wording::new(subject, body), Err(expected));
    }

    #[test]
    fn words_that_would_leave_a_hole_are_refused() {
        let name = |name| Line::new(name).unwrap();
        check_refused("Hi", "{persom}", Refusal::UnknownPlaceholder { name: name("persom") });
        check_refused(
            "Hi {person}",
            "Hi",
            Refusal::UncertainPlaceholder { name: name("person") },
        );
        check_refused("Hi", "[[Hi", Refusal::Unpaired);
        check_refused(" ", "Hi", Refusal::Unreadable { field: "subject" });
        check_refused("Hi", "\n", Refusal::Unreadable { field: "body" });
    }

    #[test]
    fn words_are_tidied_as_any_text_is() {
        let wording = Wording::new(" Thanks\n", "Hi[[ {person}]],\r\n\r\nthanks for {job}.").unwrap();
        assert_eq!(wording.subject.as_str(), "Thanks");
        assert_eq!(wording.body.as_str(), "Hi[[ {person}]],\n\nthanks for {job}.");
    }
}
