//! What happened, as the timeline says it.

use super::voice::joined;
use super::{Voice, Word, name};
use crate::domain::{
    Application, Closing, Correction, Event, EventId, Line, Promise, PromiseBy, PromiseOf, Prose, RuleId, SameDayRank,
    What,
};

/// Longest note shown in a timeline, in characters.
const NOTE_LIMIT: usize = 160;

/// Whose act an event was, for its mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The user's.
    Me,
    /// The employer's.
    Them,
    /// Nobody's yet: an interview that is booked.
    Ahead,
}

impl By {
    /// As the style sheet names it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Me => "me",
            Self::Them => "them",
            Self::Ahead => "ahead",
        }
    }
}

impl Voice<'_> {
    /// Whose act it was.
    pub fn by(&self, event: &Event, application: &Application) -> By {
        let ahead = || {
            let meetings = application.meetings();
            meetings
                .iter()
                .any(|meeting| meeting.event == event.id && !meeting.logged && meeting.on >= self.today.0)
        };
        match event.what.same_day_rank() {
            SameDayRank::Employer if ahead() => By::Ahead,
            SameDayRank::Employer => match &event.what {
                What::Promised(Promise {
                    by: PromiseBy::User, ..
                }) => By::Me,
                _ => By::Them,
            },
            _ if matches!(event.what, What::Referred { .. } | What::Undertook { .. }) => By::Them,
            SameDayRank::Sent | SameDayRank::Responded | SameDayRank::Steered => By::Me,
        }
    }

    /// What happened, without its day: "You applied", "Interview with Dana Kim: …", "They will decide by Fri 4 Dec".
    pub fn event(&self, event: &Event, application: &Application) -> String {
        match &event.what {
            What::Invited(interview) => self.invitation(interview),
            What::Rescheduled { interview, to } => {
                self.rescheduled(application.booking_before(event.id, *interview), to)
            }
            What::Cancelled { .. } => self.text(Word::EventCancelled),
            What::Missed { .. } => self.text(Word::EventMissed),
            What::Interviewed {
                round, people, note, ..
            } => self.with_note(self.held(*round, people), note.as_ref()),
            What::Promised(promise) => self.promised(promise),
            what if what.is_unsaid() && says_more(event, application) => self.text(Word::EventNothingMore),
            What::Preferred { .. } => self.wish(&event.what),
            What::Heard { asks, answer_by, note } => {
                let heard = match answer_by {
                    Some(by) if *asks => self.say(Word::EventAskedBy, &[("date", &self.date(*by))]),
                    _ if *asks => self.text(Word::EventAsked),
                    _ => self.text(Word::EventHeard),
                };
                self.with_note(heard, note.as_ref())
            }
            What::Offered { written, answer_by } => {
                let offered = self.text(if *written {
                    Word::EventOfferedInWriting
                } else {
                    Word::EventOffered
                });
                let by = answer_by.map(|by| self.say(Word::AnswerBy, &[("date", &self.date(by))]));
                joined(std::iter::once(offered).chain(by), self.words.text(Word::ListComma))
            }
            What::Rejected { note } => self.with_note(self.text(Word::EventRejected), note.as_ref()),
            What::Captured { posting } if !application.is_first_kept(event.id) => {
                let host = posting.address.as_ref().map_or("", |address| address.value.host());
                self.say(Word::EventCapturedAgain, &[("host", host)])
            }
            What::Captured { .. } => self.text(Word::EventCaptured),
            What::Applied { cv: Some(cv) } => self.say(Word::EventAppliedWith, &[("cv", cv.as_str())]),
            What::Applied { cv: None } => self.text(Word::EventApplied),
            What::Referred { by } => self.say(Word::EventReferred, &[("person", by.name.as_str())]),
            What::Networked { with } => self.say(Word::EventNetworked, &[("person", with.name.as_str())]),
            What::Thanked { whom, .. } => self.named_or_not(whom.as_ref(), Word::EventThanked, Word::EventThankedAll),
            What::CheckedIn { whom, channel } => {
                let asked = self.named_or_not(whom.as_ref(), Word::EventCheckedInWith, Word::EventCheckedIn);
                let by = channel.map(|channel| self.text(name::by(channel)));
                joined(std::iter::once(asked).chain(by), self.words.text(Word::ListComma))
            }
            What::Replied { note } => self.with_note(self.text(Word::EventReplied), note.as_ref()),
            What::Undertook { what, by } => self.say(
                Word::EventUndertook,
                &[("what", what.as_str()), ("date", &self.date(*by))],
            ),
            What::Delivered { undertaking } => {
                let what = undertaken(*undertaking, application);
                match what {
                    Some(what) => self.say(Word::EventDelivered, &[("what", what.as_str())]),
                    None => self.text(Word::EventDeliveredIt),
                }
            }
            What::Accepted {} => self.text(Word::EventAccepted),
            What::Declined {} => self.text(Word::EventDeclined),
            What::Withdrew {} => self.text(Word::EventWithdrew),
            What::Closed { why } => self.text(match why {
                Closing::NoAnswer => Word::EventClosedNoAnswer,
                Closing::PostingGone => Word::EventClosedPostingGone,
                Closing::NotInterested => Word::EventClosedNotInterested,
            }),
            What::Reopened {} => self.text(Word::EventReopened),
            What::Snoozed { follow_up, to } => {
                // The day on which it comes back.
                let is_check_in = follow_up.rule.is_check_in();
                let back = if is_check_in {
                    self.calendar.for_check_in(*to)
                } else {
                    *to
                };
                self.steered(Word::EventSnoozed, follow_up.rule, &self.date(back))
            }
            What::Pinned { follow_up, to } => self.steered(Word::EventPinned, follow_up.rule, &self.date(*to)),
            What::Skipped { follow_up } => self.say(
                Word::EventSkipped,
                &[("follow_up", self.words.text(kind(follow_up.rule)))],
            ),
            What::Retired {} => self.text(Word::EventRetired),
            What::KeptWarm {} => self.text(Word::EventKeptWarm),
            What::Noted { text } => self.with_note(self.text(Word::Note), Some(text)),
            What::Remembered { point, .. } => self.say(Word::EventRemembered, &[("point", point.as_str())]),
            What::Corrected(correction) => self.say(
                Word::EventCorrected,
                &[("field", self.words.text(corrected(correction)))],
            ),
            What::Voided { .. } => self.text(Word::EventVoided),
            What::Joined { .. } => self.text(Word::EventJoined),
            What::Parted { .. } => self.text(Word::EventParted),
            What::Included { .. } => self.text(Word::EventIncluded),
            What::Forgot { .. } => self.text(Word::EventForgot),
            What::Erased {} => self.text(Word::EventErased),
            What::Unknown { .. } => self.text(Word::EventUnknown),
        }
    }

    fn promised(&self, promise: &Promise) -> String {
        let (word, on) = match (promise.by, promise.of) {
            (PromiseBy::Employer, PromiseOf::Word) => (Word::EventPromised, false),
            (PromiseBy::Employer, PromiseOf::Call) => (Word::EventPromisedCall, true),
            (PromiseBy::Employer, PromiseOf::WrittenOffer) => (Word::EventPromisedOffer, false),
            (PromiseBy::User, PromiseOf::Call) => (Word::EventIPromisedCall, true),
            (PromiseBy::User, PromiseOf::Word | PromiseOf::WrittenOffer) => (Word::EventIPromised, false),
        };
        if on {
            self.say(word, &[("on", &self.on_date(promise.date))])
        } else {
            self.say(word, &[("date", &self.date(promise.date))])
        }
    }

    fn with_note(&self, what: String, note: Option<&Prose>) -> String {
        match note {
            Some(note) => self.say(Word::WithNote, &[("what", &what), ("note", &short(note))]),
            None => what,
        }
    }

    fn named_or_not(&self, whom: Option<&Line>, named: Word, nobody: Word) -> String {
        match whom {
            Some(person) => self.say(named, &[("person", person.as_str())]),
            None => self.text(nobody),
        }
    }

    fn steered(&self, word: Word, rule: RuleId, date: &str) -> String {
        self.say(word, &[("follow_up", self.words.text(kind(rule))), ("date", date)])
    }
}

/// The note of what happened, where it is longer than the timeline shows at first.
pub(super) fn long_note(what: &What) -> Option<&Prose> {
    let note = match what {
        What::Interviewed { note, .. }
        | What::Heard { note, .. }
        | What::Rejected { note }
        | What::Replied { note } => note.as_ref(),
        What::Noted { text } => Some(text),
        _ => None,
    };
    note.filter(|note| short(note) != note.as_str())
}

/// The first line of a note, cut where it is long.
fn short(note: &Prose) -> String {
    let text = note.as_str();
    let line = text.lines().next().unwrap_or_default();
    let mut short: String = line.chars().take(NOTE_LIMIT).collect();
    if short.len() == text.len() {
        return short;
    }
    short.truncate(short.trim_end_matches(['.', ',', ' ']).len());
    short.push('…');
    short
}

/// Whether they said something else of it on that day.
fn says_more(unsaid: &Event, application: &Application) -> bool {
    let mut that_day = application.history.iter().filter(|event| event.on == unsaid.on);
    that_day.any(|event| matches!(event.what, What::Preferred { .. }) && !event.what.is_unsaid())
}

fn undertaken(undertaking: EventId, application: &Application) -> Option<&Line> {
    application.history.iter().find_map(|event| match &event.what {
        What::Undertook { what, .. } if event.id == undertaking => Some(what),
        _ => None,
    })
}

/// What a rule reminds of.
pub(super) const fn kind(rule: RuleId) -> Word {
    match rule {
        RuleId::R2 => Word::KindThankYou,
        RuleId::R10 => Word::KindQuestion,
        _ if rule.is_check_in() => Word::KindCheckIn,
        _ => Word::KindReminder,
    }
}

pub(super) const fn corrected(correction: &Correction) -> Word {
    match correction {
        Correction::Title(_) => Word::FieldTitle,
        Correction::Company(_) => Word::FieldCompany,
        Correction::Places(_) => Word::FieldPlace,
        Correction::Workplace(_) => Word::FieldWorkplace,
        Correction::Employment(_) => Word::FieldEmployment,
        Correction::Pay(_) => Word::FieldPay,
        Correction::Posted(_) => Word::FieldPosted,
        Correction::Closes(_) => Word::FieldCloses,
        Correction::Reference(_) => Word::FieldReference,
        Correction::Address(_) => Word::FieldAddress,
        Correction::Apply(_) => Word::FieldApply,
        Correction::Contact(_) => Word::FieldContact,
        Correction::Language(_) => Word::FieldLanguage,
        Correction::EventDay { .. } => Word::Day,
    }
}
