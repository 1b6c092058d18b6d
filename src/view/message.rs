//! What to write: a template, filled from what is kept.

use super::follow_up::recipient;
use super::role::role;
use super::{Voice, Word};
use crate::domain::{
    Application, Contact, EventId, FollowUp, Line, Manner, Messages, Occasion, Placeholder, Prose, Round, RuleId,
    Stage, Trigger, What, fill, same_person,
};
use crate::etiquette::correspondent;

/// A message, ready to be looked over and sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message {
    /// The address, where it is known.
    pub to: Option<String>,
    /// The subject.
    pub subject: String,
    /// All else.
    pub body: String,
}

impl Voice<'_> {
    /// What a follow-up of an application sends; `None` where it sends nothing.
    pub fn message(
        &self,
        follow_up: &FollowUp,
        application: &Application,
        manner: Manner,
        messages: &Messages,
    ) -> Option<Message> {
        let occasion = match Occasion::of(follow_up)? {
            // Who has offered the job has decided.
            _ if follow_up.rule() == RuleId::R9 && application.stage == Stage::Offered => Occasion::AskForOffer,
            occasion => occasion,
        };
        Some(self.written(occasion, Some(follow_up), application, manner, messages))
    }

    /// The note by which the user withdraws an application.
    pub fn withdrawal_note(&self, application: &Application, manner: Manner, messages: &Messages) -> Message {
        self.written(Occasion::Withdraw, None, application, manner, messages)
    }

    fn written(
        &self,
        occasion: Occasion,
        follow_up: Option<&FollowUp>,
        application: &Application,
        manner: Manner,
        messages: &Messages,
    ) -> Message {
        let known = Known {
            voice: self,
            application,
            follow_up,
            sender: messages.sender.as_ref(),
        };
        let (subject, body) = match messages.own(occasion, manner) {
            Some(own) => (own.subject.as_str().to_owned(), own.body.as_str().to_owned()),
            None => self.template(occasion, manner),
        };
        Message {
            to: known.address(),
            ..self.filled(&subject, &body, &|placeholder| known.value(placeholder))
        }
    }

    /// A message of these templates, to nobody yet.
    pub(super) fn filled(&self, subject: &str, body: &str, value: &dyn Fn(Placeholder) -> Option<String>) -> Message {
        Message {
            to: None,
            subject: Line::new(&fill(subject, value)).map(String::from).unwrap_or_default(),
            body: Prose::new(&fill(body, value)).map(String::from).unwrap_or_default(),
        }
    }

    /// Title and company, or what is known of them.
    pub(super) fn job(&self, value: &dyn Fn(Placeholder) -> Option<String>) -> String {
        fill(self.words.text(Word::MessageJob), value)
    }

    /// Our own words, as templates: subject and body.
    pub fn template(&self, occasion: Occasion, manner: Manner) -> (String, String) {
        let (subject, warm, brief) = words(occasion);
        let (frame, words) = match manner {
            Manner::Warm => (Word::MessageWarm, warm),
            Manner::Brief => (Word::MessageBrief, brief),
        };
        let body = self.words.text(frame).replace("{body}", self.words.text(words));
        (self.text(subject), body)
    }
}

/// An occasion's subject, its warm words and its brief ones.
const fn words(occasion: Occasion) -> (Word, Word, Word) {
    match occasion {
        Occasion::Answer => (
            Word::MessageAnswerSubject,
            Word::MessageAnswerWarm,
            Word::MessageAnswerBrief,
        ),
        Occasion::AcceptInvitation => (
            Word::MessageAcceptInvitationSubject,
            Word::MessageAcceptInvitationWarm,
            Word::MessageAcceptInvitationBrief,
        ),
        Occasion::Thank => (
            Word::MessageThankSubject,
            Word::MessageThankWarm,
            Word::MessageThankBrief,
        ),
        Occasion::AskAfterApplying => (
            Word::MessageAskAfterApplyingSubject,
            Word::MessageAskAfterApplyingWarm,
            Word::MessageAskAfterApplyingBrief,
        ),
        Occasion::AskReferrer => (
            Word::MessageAskReferrerSubject,
            Word::MessageAskReferrerWarm,
            Word::MessageAskReferrerBrief,
        ),
        Occasion::AskAfterScreen => (
            Word::MessageNextStepsSubject,
            Word::MessageAskAfterScreenWarm,
            Word::MessageAskAfterScreenBrief,
        ),
        Occasion::AskAfterInterview => (
            Word::MessageNextStepsSubject,
            Word::MessageAskAfterInterviewWarm,
            Word::MessageAskAfterInterviewBrief,
        ),
        Occasion::AskAfterPromise => (
            Word::MessageAskAfterPromiseSubject,
            Word::MessageAskAfterPromiseWarm,
            Word::MessageAskAfterPromiseBrief,
        ),
        Occasion::AskLast => (
            Word::MessageAskLastSubject,
            Word::MessageAskLastWarm,
            Word::MessageAskLastBrief,
        ),
        Occasion::OfferAnotherTime => (
            Word::MessageOfferAnotherTimeSubject,
            Word::MessageOfferAnotherTimeWarm,
            Word::MessageOfferAnotherTimeBrief,
        ),
        Occasion::ThankAfterNo => (
            Word::MessageThankAfterNoSubject,
            Word::MessageThankAfterNoWarm,
            Word::MessageThankAfterNoBrief,
        ),
        Occasion::AskForOffer => (
            Word::MessageAskForOfferSubject,
            Word::MessageAskForOfferWarm,
            Word::MessageAskForOfferBrief,
        ),
        Occasion::AcknowledgeOffer => (
            Word::MessageAcknowledgeOfferSubject,
            Word::MessageAcknowledgeOfferWarm,
            Word::MessageAcknowledgeOfferBrief,
        ),
        Occasion::AnswerOffer => (
            Word::MessageAnswerOfferSubject,
            Word::MessageAnswerOfferWarm,
            Word::MessageAnswerOfferBrief,
        ),
        Occasion::WriteOnceMore => (
            Word::MessageWriteOnceMoreSubject,
            Word::MessageWriteOnceMoreWarm,
            Word::MessageWriteOnceMoreBrief,
        ),
        Occasion::KeepWarm => (
            Word::MessageKeepWarmSubject,
            Word::MessageKeepWarmWarm,
            Word::MessageKeepWarmBrief,
        ),
        Occasion::HandIn => (
            Word::MessageHandInSubject,
            Word::MessageHandInWarm,
            Word::MessageHandInBrief,
        ),
        Occasion::Withdraw => (
            Word::MessageAskAfterApplyingSubject,
            Word::MessageWithdrawWarm,
            Word::MessageWithdrawBrief,
        ),
    }
}

/// What is known for one message.
struct Known<'a> {
    voice: &'a Voice<'a>,
    application: &'a Application,
    follow_up: Option<&'a FollowUp>,
    sender: Option<&'a Line>,
}

impl Known<'_> {
    fn value(&self, placeholder: Placeholder) -> Option<String> {
        let line = |line: Option<&Line>| line.map(ToString::to_string);
        let facts = &self.application.facts;
        match placeholder {
            Placeholder::Person => line(self.person()),
            Placeholder::Role => facts.title.as_ref().map(role),
            Placeholder::Company => line(facts.company.as_ref()),
            Placeholder::Job => Some(self.voice.job(&|part| self.value(part))),
            Placeholder::Round => self.round(),
            Placeholder::On => self.on(),
            Placeholder::Time => self.time(),
            Placeholder::Date => self.date(),
            Placeholder::Point => self.point(),
            Placeholder::Referrer => line(self.referrer()),
            Placeholder::Task => match self.trigger()? {
                Trigger::Undertook { what, .. } => line(what.as_ref()),
                _ => None,
            },
            Placeholder::Sender => line(self.sender),
        }
    }

    fn trigger(&self) -> Option<&Trigger> {
        self.follow_up.map(|follow_up| &follow_up.reason.trigger)
    }

    /// To whom it goes.
    fn contact(&self) -> Option<&Contact> {
        match self.follow_up {
            Some(follow_up) => follow_up.to.as_ref(),
            None => correspondent(self.application),
        }
    }

    fn person(&self) -> Option<&Line> {
        let named = self.follow_up.and_then(recipient);
        named.or_else(|| self.contact().map(|contact| &contact.name))
    }

    /// The address; a text that does not say at which host is none.
    fn address(&self) -> Option<String> {
        let address = self.contact()?.email.as_ref()?.as_str();
        let (_, host) = address.rsplit_once('@')?;
        (!host.is_empty()).then(|| address.to_owned())
    }

    fn round(&self) -> Option<String> {
        let Trigger::Interviewed { round, .. } = self.trigger()? else {
            return None;
        };
        Some(self.voice.text(match round {
            Round::Screen => Word::MessageScreen,
            Round::Middle => Word::MessageInterview,
            Round::Final => Word::MessageFinal,
        }))
    }

    /// The day of what the message is about. A word of theirs has none here: its follow-up may count from the user's answer to it.
    fn on(&self) -> Option<String> {
        match self.trigger()? {
            Trigger::Interviewed { on, .. }
            | Trigger::Applied { on, .. }
            | Trigger::Asked { on, .. }
            | Trigger::Referred { on }
            | Trigger::Networked { on }
            | Trigger::Missed { on }
            | Trigger::Rejected { on }
            | Trigger::Offered { on, .. } => Some(self.voice.on_written_date(*on)),
            _ => None,
        }
    }

    /// The time that was agreed for the appointment that they missed.
    fn time(&self) -> Option<String> {
        let follow_up = self.follow_up?;
        let What::Missed { interview } = self.what(follow_up.key.event)? else {
            return None;
        };
        self.voice.time(self.application.booking((*interview)?)?)
    }

    /// The day that one side named; once it has passed, nobody is reminded of it.
    fn date(&self) -> Option<String> {
        let date = match self.trigger()? {
            Trigger::Asked { answer_by, .. } | Trigger::Offered { answer_by, .. } => (*answer_by)?,
            Trigger::Promised { date, .. } | Trigger::Undertook { by: date, .. } => *date,
            _ => return None,
        };
        (date >= self.voice.today.0).then(|| self.voice.near_written_date(date))
    }

    /// The point of the interview that the user noted to come back to, without its full stop: it becomes part of a sentence.
    fn point(&self) -> Option<String> {
        let point = self.application.point(self.follow_up?.key.event)?.as_str();
        let point = point.trim_end_matches(['.', '!', '?', '…', ',', ';', ':', ' ']);
        Line::new(point).map(String::from)
    }

    /// Who referred the user, unless the message goes to them.
    fn referrer(&self) -> Option<&Line> {
        let history = self.application.history.iter();
        let referrer = history.rev().find_map(|event| match &event.what {
            What::Referred { by } => Some(&by.name),
            _ => None,
        })?;
        let is_theirs = self.person().is_some_and(|person| same_person(person, referrer));
        (!is_theirs).then_some(referrer)
    }

    fn what(&self, id: EventId) -> Option<&What> {
        let event = self.application.history.iter().find(|event| event.id == id);
        event.map(|event| &event.what)
    }
}
