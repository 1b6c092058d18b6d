//! One application in full, beside its card: the posting as it was captured, everybody on it, its interviews, what was written and noted.

use crate::domain::{
    Application, Contact, Event, MailLink, Posting, Prose, Reading, SafeLink, Source, What, same_person,
};
use crate::view::voice::joined;
use crate::view::{Card, Voice, Word, name};

impl Voice<'_> {
    /// The lists of all that is known of an application and does not stand on its card, put on the card of its screen.
    pub fn dossier(&self, screen: Card, application: &Application) -> Card {
        let posting = application.posting.as_ref();
        let description = posting.and_then(|posting| posting.description.as_ref());
        let source = description.map(|reading| source_name(reading.source));
        let description = description.map(|reading| reading.value.as_str()).unwrap_or_default();
        let captured = posting.map(|posting| self.captured(posting)).unwrap_or_default();
        let usual = usual(&captured);
        let sources = match usual {
            Some(Word::SourceUser) => self.text(Word::PartCapturedByUser),
            Some(source) => self.say(Word::PartCapturedUsual, &[("source", self.words.text(source))]),
            None => self.text(Word::PartCapturedHint),
        };
        let said_beside = |source: Word| {
            if usual == Some(source) {
                ""
            } else {
                self.words.text(source)
            }
        };
        let rows = captured
            .into_iter()
            .map(|(source, row)| row.text("source", said_beside(source)));
        screen
            .text("sources", sources)
            .list("captured", rows.collect())
            .part("description", !description.is_empty())
            .text("description", description)
            .text("description_source", source.map_or("", said_beside))
            .list("rounds", self.rounds(application))
            .list("people", self.people(application))
            .list(
                "messages",
                self.told(application, |what| is_message(what).then_some(None)),
            )
            .list("notes", self.told(application, |what| note(what).map(Some)))
    }

    /// The posting as the page said it: where each field was read, and its row.
    fn captured(&self, posting: &Posting) -> Vec<(Word, Card)> {
        let days = |reading: &Reading<chrono::NaiveDate>| self.date(reading.value);
        let line = |reading: &Reading<crate::domain::Line>| reading.value.to_string();
        let link = |reading: &Reading<SafeLink>| Some(reading.value.clone());
        let rows = [
            self.field(Word::FieldTitle, posting.title.as_ref(), line),
            self.field(Word::FieldCompany, posting.company.as_ref(), line),
            self.field(Word::FieldPlace, posting.places.as_ref(), |places| {
                joined(places.value.iter().map(ToString::to_string), " · ")
            }),
            self.field(Word::FieldWorkplace, posting.workplace.as_ref(), |reading| {
                self.text(name::workplace(reading.value))
            }),
            self.field(Word::FieldEmployment, posting.employment.as_ref(), |kinds| {
                let kinds = kinds.value.iter().map(|kind| self.text(name::employment(*kind)));
                joined(kinds, self.words.text(Word::ListComma))
            }),
            self.field(Word::FieldPay, posting.pay.as_ref(), |reading| self.pay(&reading.value)),
            self.field(Word::FieldPosted, posting.posted.as_ref(), days),
            self.field(Word::FieldCloses, posting.closes.as_ref(), days),
            self.field(Word::FieldReference, posting.reference.as_ref(), line),
            self.field(Word::FieldContact, posting.contact.as_ref(), |reading| {
                let contact = &reading.value;
                let rest = [&contact.role, &contact.email, &contact.phone].into_iter().flatten();
                joined(
                    std::iter::once(&contact.name).chain(rest).map(ToString::to_string),
                    " · ",
                )
            }),
            self.linked(Word::FieldAddress, posting.address.as_ref(), link),
            self.linked(Word::FieldApply, posting.apply.as_ref(), link),
        ];
        rows.into_iter().flatten().collect()
    }

    fn field<T>(
        &self,
        label: Word,
        reading: Option<&Reading<T>>,
        text: impl Fn(&Reading<T>) -> String,
    ) -> Option<(Word, Card)> {
        let reading = reading?;
        let row = self.captured_row(label);
        Some((source_name(reading.source), row.text("value", text(reading))))
    }

    fn linked<T>(
        &self,
        label: Word,
        reading: Option<&Reading<T>>,
        link: impl Fn(&Reading<T>) -> Option<SafeLink>,
    ) -> Option<(Word, Card)> {
        let reading = reading?;
        let link = link(reading)?;
        let row = self.captured_row(label);
        Some((
            source_name(reading.source),
            row.link("link", link.as_str(), Some(link.clone())),
        ))
    }

    fn captured_row(&self, label: Word) -> Card {
        Card::new("captured-row", self.words.text(label)).text("label", self.words.text(label))
    }

    /// Its interviews, the next or latest first.
    fn rounds(&self, application: &Application) -> Vec<Card> {
        let meetings = application.meetings().into_iter().rev();
        let rows = meetings.map(|meeting| {
            let note = application.history.iter().find_map(|event| match &event.what {
                What::Interviewed { note, .. } if event.id == meeting.event => note.as_ref(),
                _ => None,
            });
            let booking = meeting.booking.and_then(|id| application.booking(id));
            let when = booking.and_then(|booking| self.time(booking));
            let place = booking
                .and_then(|booking| booking.place.as_ref())
                .map(ToString::to_string);
            // Once it took place nobody calls there any more.
            let call = booking
                .filter(|_| !meeting.logged)
                .and_then(|booking| booking.link.clone());
            let host = call.as_ref().map(|call| call.host().to_owned()).unwrap_or_default();
            Card::new("round-row", meeting.event.to_string())
                .mark("by", if meeting.logged { "them" } else { "ahead" })
                .text("day", self.column_date(meeting.on))
                .text("text", self.held(meeting.round, meeting.people))
                .text("where", joined(when.into_iter().chain(place), " · "))
                .text("note", note.map_or("", Prose::as_str))
                .link("link", host, call)
        });
        rows.collect()
    }

    /// Everybody on it, each with how they wish to be reached. What is everybody's wish stands by itself.
    fn people(&self, application: &Application) -> Vec<Card> {
        let history = &application.history;
        let wish_of = |whose: Option<&Contact>| {
            let is_theirs = |event: &&Event| match (&event.what, whose) {
                (
                    What::Preferred {
                        person: Some(person), ..
                    },
                    Some(whose),
                ) => same_person(person, &whose.name),
                (What::Preferred { person: None, .. }, None) => true,
                _ => false,
            };
            // What was said to "may I check in?" is a wish as well.
            // That nothing was said takes back nothing that was.
            let mut said = history.iter().filter(|event| !event.what.is_unsaid());
            let latest = said.rfind(is_theirs);
            latest.map(|event| self.wish(&event.what))
        };
        let person = |contact: &Contact| {
            let mail = contact
                .email
                .as_ref()
                .map(|email| MailLink::new(Some(email.as_str()), "", ""));
            let text = |line: &Option<crate::domain::Line>| line.as_ref().map(ToString::to_string).unwrap_or_default();
            Card::new("dossier-person", contact.name.to_string())
                .text("name", contact.name.as_str())
                .text("role", text(&contact.role))
                .link("mail", text(&contact.email), mail)
                .text("phone", text(&contact.phone))
                .link(
                    "page",
                    contact.link.as_ref().map_or("", |link| link.host()),
                    contact.link.clone(),
                )
                .text("wish", wish_of(Some(contact)).unwrap_or_default())
        };
        let everybody = wish_of(None).map(|wish| {
            Card::new("dossier-person", "everybody")
                .text("name", self.words.text(Word::Everybody))
                .text("wish", wish)
        });
        application.people.iter().map(person).chain(everybody).collect()
    }

    /// The events that `says` takes, the latest first: each with its day, its sentence, or a note of its own in full.
    fn told<'a>(
        &self,
        application: &'a Application,
        says: impl Fn(&'a What) -> Option<Option<&'a Prose>>,
    ) -> Vec<Card> {
        let rows = application.history.iter().rev().filter_map(|event| {
            let text = match says(&event.what)? {
                Some(note) => note.to_string(),
                None => self.event(event, application),
            };
            Some(
                Card::new("told-row", event.id.to_string())
                    .text("day", self.column_date(event.on))
                    .text("text", text),
            )
        });
        rows.collect()
    }
}

/// Whether something went out to them.
const fn is_message(what: &What) -> bool {
    matches!(
        what,
        What::Applied { .. }
            | What::Thanked { .. }
            | What::CheckedIn { .. }
            | What::Replied { .. }
            | What::Networked { .. }
            | What::Delivered { .. }
    )
}

const fn note(what: &What) -> Option<&Prose> {
    match what {
        What::Interviewed { note, .. }
        | What::Heard { note, .. }
        | What::Rejected { note }
        | What::Replied { note } => note.as_ref(),
        What::Noted { text } => Some(text),
        _ => None,
    }
}

/// Where more than half of the fields were read: that is said once and not on each line.
fn usual(captured: &[(Word, Card)]) -> Option<Word> {
    let times = |source: Word| captured.iter().filter(|(other, _)| *other == source).count();
    let mut sources = captured.iter().map(|(source, _)| *source);
    sources.find(|source| times(*source) * 2 > captured.len())
}

/// Where on the page a field was read.
const fn source_name(source: Source) -> Word {
    match source {
        Source::JsonLd | Source::Microdata | Source::Rdfa => Word::SourceStructured,
        Source::Board => Word::SourceBoard,
        Source::State => Word::SourceState,
        Source::Label => Word::SourceLabel,
        Source::Meta => Word::SourceMeta,
        Source::Title => Word::SourceTitle,
        Source::Heading => Word::SourceHeading,
        Source::Body => Word::SourceBody,
        Source::Address => Word::SourceAddress,
        Source::User => Word::SourceUser,
    }
}
