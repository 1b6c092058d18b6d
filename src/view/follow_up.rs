//! A follow-up's row: what to do, how pressing it is, for which job and to whom.

use super::voice::joined;
use super::{Voice, Word, name};
use crate::domain::{Appointment, FollowUp, Line, Occasion, Outlook, PromiseOf, RuleId, Trigger};

/// Between the parts of a line.
const DOT: &str = " · ";

/// How pressing a follow-up is, for its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// It is late.
    Late,
    /// It is the user's move.
    Today,
    /// Its day has not come.
    Ahead,
}

impl Tone {
    /// As the style sheet names it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Late => "late",
            Self::Today => "today",
            Self::Ahead => "ahead",
        }
    }
}

impl Voice<'_> {
    /// What to do: "Thank Dana Kim for the interview", "Ask where things stand".
    pub fn heading(&self, follow_up: &FollowUp) -> String {
        let person = recipient(follow_up);
        match follow_up.rule() {
            RuleId::R2 => self.to(person, Word::Thank, Word::ThankThem),
            RuleId::R8 if is_call(follow_up) => self.to(person, Word::Call, Word::CallThem),
            RuleId::R9 if follow_up.key.nth >= follow_up.cap => self.text(Word::AskForTheLastTime),
            RuleId::R9 => self.text(Word::AskOnceMore),
            RuleId::R13 => self.text(Word::AskForTheOffer),
            RuleId::R0a => self.text(Word::AskAtTheEnd),
            RuleId::R0b => self.text(Word::WhatDidTheySay),
            RuleId::R1 => match &follow_up.reason.trigger {
                Trigger::Asked { invited: true, .. } => self.text(Word::AnswerTheInvitation),
                _ => self.to(person, Word::Answer, Word::AnswerThem),
            },
            RuleId::R5 => self.to(person, Word::AskAboutTheReferral, Word::AskOnceMore),
            RuleId::R10 => self.text(Word::IsItOver),
            RuleId::R11 => self.text(Word::OfferAnotherTime),
            RuleId::R12 => self.to(person, Word::ThankAfterNo, Word::ThankThemAfterNo),
            RuleId::R14 if follow_up.key.nth == 1 => self.text(Word::AcknowledgeTheOffer),
            RuleId::R14 => self.text(Word::AnswerTheOffer),
            RuleId::R15 => self.to(person, Word::WriteOnceMore, Word::AskOnceMore),
            RuleId::R16 => self.to(person, Word::KeepWarm, Word::KeepThemWarm),
            RuleId::R17 => self.text(Word::ApplyOrLetGo),
            RuleId::R18 => match &follow_up.reason.trigger {
                Trigger::Undertook { what: Some(what), .. } => self.say(Word::HandIn, &[("what", what.as_str())]),
                _ => self.text(Word::KeepYourWord),
            },
            RuleId::R3 | RuleId::R4 | RuleId::R6 | RuleId::R7 | RuleId::R8 => self.text(Word::AskWhereThingsStand),
        }
    }

    /// Something to a person who is named, or to somebody.
    fn to(&self, person: Option<&Line>, named: Word, unnamed: Word) -> String {
        match person {
            Some(person) => self.say(named, &[("person", person.as_str())]),
            None => self.text(unnamed),
        }
    }

    /// How pressing it is: "today", "since Tue", "late since Fri 13 Nov", "Thu 17 Dec at 14:30" for an interview that is ahead, and its tone.
    pub fn when(&self, follow_up: &FollowUp) -> (String, Tone) {
        let today = self.today.0;
        if let Some(overdue) = follow_up.overdue.filter(|_| follow_up.is_overdue(today)) {
            let late = if overdue == today {
                self.text(Word::Late)
            } else {
                self.say(Word::LateSince, &[("date", &self.past_date(overdue))])
            };
            return (late, Tone::Late);
        }
        let due = follow_up.due;
        if due < today {
            let since = self.say(Word::SinceDate, &[("date", &self.past_date(due))]);
            return (since, Tone::Today);
        }
        let tone = if due == today { Tone::Today } else { Tone::Ahead };
        let time = appointment(follow_up).and_then(|at| at.time.filter(|_| at.zone.is_none()));
        let time = time.map(|time| self.time_in_zone(time, None));
        (
            joined(std::iter::once(self.near_column_date(due)).chain(time), " "),
            tone,
        )
    }

    /// For which job, to whom and how, or where: "Backend Engineer, Storage · Northwind Labs · to Dana Kim, by e-mail".
    pub fn whom(&self, outlook: &Outlook, follow_up: &FollowUp) -> String {
        // The user is asked, or the heading says it.
        let rule = follow_up.rule();
        let goes_out = (rule.is_check_in() || rule == RuleId::R18) && !is_call(follow_up);
        let person = recipient(follow_up)
            .filter(|_| goes_out)
            .map(|person| self.say(Word::ToPerson, &[("person", person.as_str())]));
        let channel = follow_up
            .channel
            .filter(|_| Occasion::of(follow_up).is_some())
            .map(|channel| self.text(name::by(channel)));
        let way = joined(
            [person, channel].into_iter().flatten(),
            self.words.text(Word::ListComma),
        );
        let appointment = appointment(follow_up).map(|at| self.elsewhere(at)).unwrap_or_default();
        joined([job(outlook), way, appointment], DOT)
    }

    /// Where an interview is, and when by another clock: "at 14:30 (Europe/Berlin) · Harbour 1". By the user's own that stands with its day.
    fn elsewhere(&self, at: &Appointment) -> String {
        let time = at.time.filter(|_| at.zone.is_some());
        let time = time.map(|time| self.time_in_zone(time, at.zone.as_ref()));
        let place = at.place.as_ref().map(ToString::to_string);
        joined(time.into_iter().chain(place), DOT)
    }
}

/// When and where the interview begins that it is about, for one that is yet to come.
pub(super) fn appointment(follow_up: &FollowUp) -> Option<&Appointment> {
    match &follow_up.reason.trigger {
        Trigger::Interviewed { at, .. } => at.as_deref(),
        _ => None,
    }
}

/// "Backend Engineer · Northwind Labs", or what is known of it.
pub(super) fn job(outlook: &Outlook) -> String {
    let parts = [&outlook.title, &outlook.company];
    joined(parts.into_iter().flatten().map(ToString::to_string), DOT)
}

/// Whom it is for.
pub fn recipient(follow_up: &FollowUp) -> Option<&Line> {
    let known = follow_up.to.as_ref().map(|contact| &contact.name);
    known.or(follow_up.key.person.as_ref())
}

/// Whether it is the call that was agreed on.
pub(super) fn is_call(follow_up: &FollowUp) -> bool {
    matches!(
        follow_up.reason.trigger,
        Trigger::Promised {
            of: PromiseOf::Call,
            ..
        }
    )
}
