//! From what the user asks for on a screen to a command, and to the place where a refusal is said.

use chrono::NaiveDate;

use super::command::Target;
use super::form::Form;
use crate::domain::{
    ANSWER, Agenda, Application, ApplicationId, Closing, Contact, Correction, EventId, FollowUp, Outlook, Posting,
    Refusal, RuleId, Today, Trigger, What, day,
};
use crate::ledger::Command;
use crate::view::{ANSWERS, Card, Entry, LETTER, MANUAL, Open, POSTING, Voice, Work, row_key};

/// What the user asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Action {
    /// The action's name in the markup.
    pub name: String,
    /// The key of the card it was asked on.
    pub card: String,
    /// The key of the row or choice within that card; empty where there is none.
    pub choice: String,
    /// What the form around it says.
    pub form: Form,
}

impl Action {
    /// Whether the card it was asked on is still shown. A second click on what is gone by then means nothing.
    /// `screen` makes all that is shown, where that is needed.
    pub(super) fn is_on(&self, work: &Work, voice: &Voice<'_>, screen: impl FnOnce() -> Card) -> bool {
        // What is asked of the screen itself.
        if self.card.is_empty() {
            return true;
        }
        // Of the rows of what is due, which stand everywhere, none is made but its own.
        if let Some((outlook, follow_up)) = row(&work.agenda, &self.card, voice.today)
            && follow_up.is_due(voice.today.0)
        {
            return self.is_choice_of(&work.row(voice, outlook, follow_up));
        }
        self.is_within(&screen())
    }

    /// Whether its card is one within another, however deep: a message stands in a row of a card.
    fn is_within(&self, card: &Card) -> bool {
        let mut all = card.lists.iter().flat_map(|(_, cards)| cards);
        all.any(|card| card.key == self.card && self.is_choice_of(card) || self.is_within(card))
    }

    fn is_choice_of(&self, card: &Card) -> bool {
        let mut all = card.lists.iter().flat_map(|(_, cards)| cards);
        self.choice.is_empty() || all.any(|card| card.key == self.choice)
    }

    /// Whether it was asked in what is unfolded in a row.
    pub(super) fn is_within_row(&self) -> bool {
        matches!(self.choice.as_str(), LETTER | ANSWERS)
    }

    /// The key of the row that it was asked on, which can stand in another card.
    pub(super) fn row(&self) -> &str {
        if self.choice.is_empty() {
            &self.card
        } else {
            &self.choice
        }
    }

    /// The command that it comes to; `undo` is what the notice takes back.
    ///
    /// # Errors
    /// A field that cannot be understood, or something that is not there to be done any more.
    pub(super) fn command(
        &self,
        work: &Work,
        voice: &Voice<'_>,
        undo: Option<&(ApplicationId, Vec<EventId>)>,
    ) -> Result<(Target, Command), Refusal> {
        let today = voice.today;
        if let Some((outlook, follow_up)) = row(&work.agenda, &self.card, today) {
            let what = match self.name.as_str() {
                "answers" => self.form.answers(outlook, follow_up)?,
                _ => vec![(today.0, self.steer(outlook, follow_up, today)?)],
            };
            return Ok((Target::Due(follow_up.key.clone()), Command::Log(what)));
        }
        match (&work.open, self.name.as_str()) {
            (Open::Kept { application, .. }, "undo") if !self.choice.is_empty() => {
                let event = EventId::parse(&self.choice).ok_or(Refusal::UnknownEvent)?;
                Ok((Target::Kept(application.id), Command::Undo(vec![event])))
            }
            (_, "undo") => {
                let (application, events) = undo.cloned().ok_or(Refusal::UnknownEvent)?;
                Ok((Target::Kept(application), Command::Undo(events)))
            }
            (Open::Manual { address }, "applied" | "save") => {
                let posting = Box::new(self.form.posting(address.as_ref(), voice.words.dollar())?);
                Ok((Target::New, self.keep([What::Captured { posting }], today)?))
            }
            (Open::Kept { application, .. }, "keep") => {
                let command = match Entry::named(&self.choice).ok_or(Refusal::UnknownEvent)? {
                    Entry::Erased => Command::Erase,
                    Entry::LetCool => Command::Undo(application.kept_warm()),
                    Entry::PutRight => Command::Log(self.put_right(application, voice)?),
                    entry => Command::Log(self.form.entry(entry, application, today)?),
                };
                Ok((Target::Kept(application.id), command))
            }
            (Open::Kept { .. }, "withdraw") => {
                let other = ApplicationId::parse(&self.choice).ok_or(Refusal::UnknownApplication)?;
                Ok((Target::Kept(other), Command::Log(vec![(today.0, What::Withdrew {})])))
            }
            (Open::Kept { application, .. }, name) => {
                let what = match name {
                    "applied" => What::Applied { cv: None },
                    "replied" => What::Replied { note: None },
                    "move" => What::Corrected(Correction::EventDay {
                        event: EventId::parse(&self.choice).ok_or(Refusal::UnknownEvent)?,
                        on: self.form.day("on")?,
                    }),
                    _ => return Err(Refusal::NoSuchFollowUp),
                };
                Ok((Target::Kept(application.id), Command::Log(vec![(today.0, what)])))
            }
            _ => Err(Refusal::NoSuchFollowUp),
        }
    }

    /// The command that it comes to on the form of a posting that is not kept yet.
    ///
    /// # Errors
    /// A field that cannot be understood.
    pub(super) fn keep_posting(&self, posting: &Posting, voice: &Voice<'_>) -> Result<(Target, Command), Refusal> {
        let shown = voice.posting_fields(posting);
        let mut kept = Box::new(posting.clone());
        let contact = posting.contact.as_ref().map(|contact| &contact.value);
        let corrections = self.form.corrections(&shown, contact, voice.words.dollar())?;
        self.form.describe(&shown, &mut kept);
        let captured = std::iter::once(What::Captured { posting: kept }).chain(corrections);
        let captured = captured.chain(self.form.consent().map(|_| self.form.wish()));
        Ok((Target::New, self.keep(captured, voice.today)?))
    }

    /// What is known otherwise now of an application.
    fn put_right(&self, application: &Application, voice: &Voice<'_>) -> Result<Vec<(NaiveDate, What)>, Refusal> {
        // Without either there is nothing by which one could find it again.
        if self.form.line("title").is_none() && self.form.line("company").is_none() {
            return Err(Refusal::NothingToKeep);
        }
        let facts = &application.facts;
        let shown = voice.facts_fields(facts);
        let corrections = self
            .form
            .corrections(&shown, facts.contact.as_ref(), voice.words.dollar())?;
        Ok(corrections.into_iter().map(|what| (voice.today.0, what)).collect())
    }

    /// What one of the buttons of a row writes down.
    fn steer(&self, outlook: &Outlook, follow_up: &FollowUp, today: Today) -> Result<What, Refusal> {
        let key = follow_up.key.clone();
        match self.name.as_str() {
            "sent" if follow_up.is_before_its_interview(today.0) => Err(Refusal::NoSuchFollowUp),
            "sent" => sent(outlook, follow_up),
            "accepted" if key.rule == RuleId::R14 => Ok(What::Accepted {}),
            "declined" if key.rule == RuleId::R14 => Ok(What::Declined {}),
            "later" if !follow_up.can_wait(today.0) => Err(Refusal::NoSuchFollowUp),
            "later" => {
                let to = self.put_off_to()?;
                let follow_up = key;
                Ok(if self.form.has("exactly") {
                    What::Pinned { follow_up, to }
                } else {
                    What::Snoozed { follow_up, to }
                })
            }
            "skip" => Ok(What::Skipped { follow_up: key }),
            "retire" => Ok(What::Retired {}),
            "close" if key.rule == RuleId::R17 => Ok(What::Closed {
                why: Closing::NotInterested,
            }),
            "close" if key.rule == RuleId::R10 => Ok(What::Closed { why: Closing::NoAnswer }),
            _ => Err(Refusal::NoSuchFollowUp),
        }
    }

    /// The day to which it is put off: one of those that are offered, or one that is typed.
    ///
    /// # Errors
    /// That it is no day.
    pub(super) fn put_off_to(&self) -> Result<NaiveDate, Refusal> {
        match day::date(&self.choice) {
            Some(day) => Ok(day),
            None => self.form.day("to"),
        }
    }

    /// A new application: what was read or written is kept today, and where the user says so they applied, today or on another day.
    fn keep(&self, kept: impl IntoIterator<Item = What>, today: Today) -> Result<Command, Refusal> {
        let mut what: Vec<(NaiveDate, What)> = kept.into_iter().map(|what| (today.0, what)).collect();
        if self.name == "applied" {
            what.push((self.day("applied_on", today)?, What::Applied { cv: None }));
        }
        Ok(Command::Log(what))
    }

    /// The day that the form names, or today where it has no such field.
    fn day(&self, name: &'static str, today: Today) -> Result<NaiveDate, Refusal> {
        if self.form.has(name) {
            self.form.day(name)
        } else {
            Ok(today.0)
        }
    }

    /// The key of the card with the form that was sent.
    pub(super) fn form_card(&self) -> &str {
        match self.name.as_str() {
            "keep" | "move" | "answers" | "correct" => &self.choice,
            _ => &self.card,
        }
    }

    /// Whether it was asked in the form of a posting, kept or not.
    fn is_of_posting(&self) -> bool {
        matches!(self.form_card(), POSTING | MANUAL) || self.choice == Entry::PutRight.key()
    }

    /// The slot beside what a refusal is about; `None` where there is none in sight.
    pub(super) fn place(&self, refusal: &Refusal) -> Option<&'static str> {
        match (self.card.as_str(), refusal) {
            (_, Refusal::AlreadyKept | Refusal::NoSuchFollowUp | Refusal::ReadOnly) => None,
            (_, Refusal::Unreadable { field: "day_begins" }) => Some("day_begins_error"),
            (_, refusal) if self.is_of_posting() => Some(match refusal.field() {
                None if *refusal == Refusal::NothingToKeep => "title_error",
                Some("pay") => "pay_error",
                Some("posted") => "posted_error",
                Some("closes") => "closes_error",
                Some("address") => "address_error",
                Some("apply") => "apply_error",
                Some("contact_email") => "contact_email_error",
                Some("language") => "language_error",
                Some("title") => "title_error",
                _ => "error",
            }),
            _ => matches!(self.name.as_str(), "keep" | "move" | "later" | "answers").then_some("error"),
        }
    }
}

/// What doing a follow-up comes to.
fn sent(outlook: &Outlook, follow_up: &FollowUp) -> Result<What, Refusal> {
    let key = follow_up.key.clone();
    let whom = || follow_up.to.as_ref().map(|contact| contact.name.clone());
    Ok(match key.rule {
        RuleId::R0a => What::Interviewed {
            interview: Some(key.event),
            round: match follow_up.reason.trigger {
                Trigger::Interviewed { round, .. } => round,
                _ => return Err(Refusal::NoSuchFollowUp),
            },
            people: Vec::new(),
            note: None,
        },
        RuleId::R2 => What::Thanked {
            whom: key.person,
            interview: Some(key.event),
        },
        RuleId::R12 => What::Thanked {
            whom: whom(),
            interview: None,
        },
        rule if rule.is_check_in() => What::CheckedIn {
            whom: whom(),
            channel: follow_up.channel,
        },
        RuleId::R1 | RuleId::R11 => What::Replied { note: None },
        RuleId::R14 if key.nth != ANSWER => What::Replied { note: None },
        RuleId::R5 | RuleId::R15 | RuleId::R16 => {
            // Where nobody is named, somebody of the company is.
            let company = || {
                outlook
                    .company
                    .clone()
                    .or_else(|| outlook.title.clone())
                    .map(Contact::named)
            };
            let with = follow_up.to.clone().or_else(company);
            What::Networked {
                with: with.ok_or(Refusal::NoSuchFollowUp)?,
            }
        }
        RuleId::R17 => What::Applied { cv: None },
        RuleId::R18 => What::Delivered { undertaking: key.event },
        _ => return Err(Refusal::NoSuchFollowUp),
    })
}

/// The follow-up whose row has that key: those have one that are due, and on the screen of today those that will be within a week.
pub(super) fn row<'a>(agenda: &'a Agenda, key: &str, today: Today) -> Option<(&'a Outlook, &'a FollowUp)> {
    let outlooks = agenda.outlooks.iter();
    let mut all = outlooks.flat_map(|outlook| outlook.follow_ups.iter().map(move |follow_up| (outlook, follow_up)));
    let has_row = |follow_up: &FollowUp| follow_up.is_due(today.0) || follow_up.is_within_week(today.0);
    all.find(|(_, follow_up)| has_row(follow_up) && row_key(&follow_up.key) == key)
}
