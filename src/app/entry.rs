//! What the form of an entry says, as events.

use chrono::{NaiveDate, NaiveTime, Timelike as _};

use super::form::Form;
use super::named::people;
use crate::domain::{
    Application, Closing, Contact, EventId, Interview, Line, Promise, PromiseBy, PromiseOf, Prose, Refusal, Round,
    Today, What, day,
};
use crate::view::{CHANNELS, CLOSINGS, CONSENTS, Entry, PROMISES, ROUNDS};

/// What happened, each on its day.
pub(super) type Happened = Vec<(NaiveDate, What)>;

impl Form {
    /// What an entry of `application` comes to.
    ///
    /// # Errors
    /// [`Refusal::Unreadable`] for a field that cannot be understood, or that lacks what must be there.
    pub(super) fn entry(&self, entry: Entry, application: &Application, today: Today) -> Result<Happened, Refusal> {
        let on = self.day("on")?;
        let what = match entry {
            Entry::Heard => What::Heard {
                // Who names a day for an answer waits for one.
                asks: self.has("asks") || self.date("answer_by")?.is_some(),
                answer_by: self.date("answer_by")?,
                note: self.note(),
            },
            Entry::Invited => {
                let to = Interview {
                    round: self.round(),
                    people: self.people(),
                    ..self.booked()?
                };
                invited(to, on, application)
            }
            Entry::Rescheduled => return self.rescheduled(on, application),
            Entry::Cancelled => What::Cancelled {
                interview: self.meeting()?,
            },
            Entry::Missed => What::Missed {
                interview: self.meeting().ok(),
            },
            Entry::Offered => return self.offered(on),
            Entry::Rejected => What::Rejected { note: self.note() },
            Entry::Referred => What::Referred { by: self.person()? },
            Entry::Networked => What::Networked { with: self.person()? },
            Entry::Preferred => self.wish(),
            Entry::Retired => What::Retired {},
            Entry::KeptWarm => What::KeptWarm {},
            Entry::Applied => What::Applied { cv: None },
            Entry::Interviewed => return self.interviewed(on, application, today),
            Entry::Thanked => return Ok(self.thanked(on, application)),
            Entry::CheckedIn => What::CheckedIn {
                whom: self.line("whom"),
                channel: self.one("channel", &CHANNELS),
            },
            Entry::Replied => What::Replied { note: self.note() },
            Entry::Undertook => What::Undertook {
                what: self.line("what").ok_or(Refusal::Unreadable { field: "what" })?,
                by: self.day("by")?,
            },
            Entry::Delivered => What::Delivered {
                undertaking: EventId::parse(self.text("undertaking")).ok_or(Refusal::UnknownEvent)?,
            },
            Entry::Accepted => What::Accepted {},
            Entry::Declined => What::Declined {},
            Entry::Withdrew => What::Withdrew {},
            Entry::Noted => What::Noted {
                text: self.note().ok_or(Refusal::Unreadable { field: "note" })?,
            },
            Entry::Closed => What::Closed {
                why: self.one("why", &CLOSINGS).unwrap_or(Closing::NoAnswer),
            },
            Entry::Reopened => What::Reopened {},
            // The one is taken back, and the other is not told as it happened.
            Entry::LetCool | Entry::PutRight => return Ok(Vec::new()),
            Entry::Erased => What::Erased {},
        };
        let decision = if entry == Entry::Heard {
            self.decision(on)?
        } else {
            None
        };
        Ok([(on, what)].into_iter().chain(decision).collect())
    }

    fn person(&self) -> Result<Contact, Refusal> {
        let name = self.line("person").ok_or(Refusal::Unreadable { field: "person" })?;
        Ok(Contact::named(name))
    }

    /// How they like to be reached, and whether at all.
    pub(super) fn wish(&self) -> What {
        What::Preferred {
            person: self.line("person"),
            channel: self.one("channel", &CHANNELS),
            refused: self.named("refused", &CHANNELS),
            do_not_contact: self.consent(),
        }
    }

    /// What they said to "may I check in?"; `None` where that was not said.
    pub(super) fn consent(&self) -> Option<bool> {
        self.one("consent", &CONSENTS)
    }

    /// In writing it is to be answered by a day; by word of mouth it is to be in writing by one.
    fn offered(&self, on: NaiveDate) -> Result<Happened, Refusal> {
        let written = self.text("written") == "yes";
        let answer_by = if written { self.date("answer_by")? } else { None };
        let written_by = if written { None } else { self.date("written_by")? };
        let promised = written_by.map(|date| promised(PromiseOf::WrittenOffer, date));
        let offered = What::Offered { written, answer_by };
        let all = std::iter::once(offered).chain(promised);
        Ok(all.map(|what| (on, what)).collect())
    }

    /// An interview that took place, or one that is booked where its day lies ahead.
    fn interviewed(&self, on: NaiveDate, application: &Application, today: Today) -> Result<Happened, Refusal> {
        let (round, people) = (self.round(), self.people());
        let (said, what, beside) = if on > today.0 {
            let interview = Interview {
                day: Some(on),
                round,
                people,
                ..Interview::default()
            };
            (today.0, invited(interview, today.0, application), self.remarks())
        } else {
            let what = What::Interviewed {
                interview: application.booking_held_on(on, today),
                round,
                people,
                note: self.note(),
            };
            (on, what, self.remembered(None))
        };
        let channel = self.one("channel", &CHANNELS);
        let preferred = channel.map(|channel| What::Preferred {
            person: None,
            channel: Some(channel),
            refused: Vec::new(),
            do_not_contact: None,
        });
        let wish = preferred.map(|preferred| (said, preferred));
        Ok([(said, what)]
            .into_iter()
            .chain(self.decision(said)?)
            .chain(wish)
            .chain(beside.map(|beside| (said, beside)))
            .collect())
    }

    /// What is not said anew stays as it was booked.
    fn rescheduled(&self, on: NaiveDate, application: &Application) -> Result<Happened, Refusal> {
        let interview = self.meeting()?;
        let former = application.booking(interview).cloned().unwrap_or_default();
        let to = Interview {
            round: former.round,
            people: former.people.clone(),
            ..self.booked()?
        };
        // They have done nothing where nothing is otherwise.
        let is_other = to != former;
        Ok(is_other
            .then_some((on, What::Rescheduled { interview, to }))
            .into_iter()
            .collect())
    }

    /// A thank-you for each who was chosen and is not thanked yet; one for everybody where nobody was.
    fn thanked(&self, on: NaiveDate, application: &Application) -> Happened {
        let interview = self.meeting().ok();
        let mut whom: Vec<Option<Line>> = self.all("whom").map(Line::new).filter(Option::is_some).collect();
        if whom.is_empty() {
            whom.push(None);
        }
        let all = whom.into_iter().map(|whom| What::Thanked { whom, interview });
        let (sent, new): (Vec<What>, Vec<What>) = all.partition(|what| application.has_sent(what, on));
        // Where all were thanked, that is said.
        let thanked = if new.is_empty() { sent } else { new };
        thanked.into_iter().map(|what| (on, what)).collect()
    }

    /// When and where an interview is to be.
    fn booked(&self) -> Result<Interview, Refusal> {
        Ok(Interview {
            day: self.date("day")?,
            time: self.time("time")?,
            zone: self.line("zone"),
            place: self.line("place"),
            link: self.link("link")?,
            minutes: self.text("minutes").parse().ok(),
            invitation: self.line("invitation"),
            said: self.line("said"),
            ..Interview::default()
        })
    }

    /// The day that they named, and what it is for.
    fn decision(&self, said: NaiveDate) -> Result<Option<(NaiveDate, What)>, Refusal> {
        let of = self.one("promised", &PROMISES).unwrap_or_default();
        Ok(self.date("decide_by")?.map(|date| (said, promised(of, date))))
    }

    fn meeting(&self) -> Result<EventId, Refusal> {
        EventId::parse(self.text("meeting")).ok_or(Refusal::UnknownEvent)
    }

    fn round(&self) -> Round {
        self.one("round", &ROUNDS).unwrap_or_default()
    }

    fn people(&self) -> Vec<Contact> {
        people(self.text("people"))
    }

    pub(super) fn note(&self) -> Option<Prose> {
        Prose::new(self.text("note"))
    }

    /// The point of an interview that is to be come back to.
    pub(super) fn remembered(&self, interview: Option<EventId>) -> Option<What> {
        let point = self.line("point")?;
        Some(What::Remembered { interview, point })
    }

    /// All that was noted, where there is no interview yet or none any more that it could stand with.
    pub(super) fn remarks(&self) -> Option<What> {
        let text = Prose::new(&[self.text("note"), self.text("point")].join("\n"))?;
        Some(What::Noted { text })
    }

    /// A time of day, with or without its seconds, if the field says anything.
    pub(super) fn time(&self, name: &'static str) -> Result<Option<NaiveTime>, Refusal> {
        let text = self.text(name).trim();
        let whole = if text.len() == 5 {
            format!("{text}:00")
        } else {
            text.to_owned()
        };
        match day::time(&whole) {
            None if !text.is_empty() => Err(Refusal::Unreadable { field: name }),
            time => Ok(time),
        }
    }

    /// A full hour.
    ///
    /// # Errors
    /// [`Refusal::Unreadable`] if it is none.
    pub(super) fn hour(&self, name: &'static str) -> Result<u8, Refusal> {
        let time = self.time(name)?;
        let hour = time.filter(|time| time.minute() == 0 && time.second() == 0);
        let hour = hour.and_then(|hour| u8::try_from(hour.hour()).ok());
        hour.ok_or(Refusal::Unreadable { field: name })
    }
}

/// An invitation that was made on a day; or the day of one from before that had none yet.
fn invited(to: Interview, on: NaiveDate, application: &Application) -> What {
    match application.undated(on).filter(|_| to.day.is_some()) {
        Some(interview) => What::Rescheduled { interview, to },
        None => What::Invited(to),
    }
}

/// They named a day for something.
pub(super) const fn promised(of: PromiseOf, date: NaiveDate) -> What {
    let by = PromiseBy::Employer;
    What::Promised(Promise { by, of, date })
}
