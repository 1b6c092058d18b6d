//! What can be written down of an application: by which button, in which form.

use super::capture_card::named;
use super::{Card, Field, Voice, Word};
use crate::domain::{Application, Channel, Closing, Interview, Line, Meeting, PromiseOf, Round, Stage, Today};

/// What the form calls the kinds of interview.
pub const ROUNDS: [(Round, &str); 3] = [
    (Round::Screen, "screen"),
    (Round::Middle, "middle"),
    (Round::Final, "final"),
];

/// What the form calls the ways to reach somebody.
pub const CHANNELS: [(Channel, &str); 4] = [
    (Channel::Email, "email"),
    (Channel::Phone, "phone"),
    (Channel::Message, "message"),
    (Channel::Portal, "portal"),
];

/// What the form calls what they can name a day for.
pub const PROMISES: [(PromiseOf, &str); 3] = [
    (PromiseOf::Word, "word"),
    (PromiseOf::Call, "call"),
    (PromiseOf::WrittenOffer, "written_offer"),
];

/// What the form calls the reasons to close an application.
pub const CLOSINGS: [(Closing, &str); 3] = [
    (Closing::NoAnswer, "no_answer"),
    (Closing::PostingGone, "posting_gone"),
    (Closing::NotInterested, "not_interested"),
];

/// Something that a person writes down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the kind of event of its name")]
pub enum Entry {
    Heard,
    Invited,
    Rescheduled,
    Cancelled,
    Missed,
    Offered,
    Rejected,
    Referred,
    Preferred,
    Applied,
    Interviewed,
    Thanked,
    CheckedIn,
    Replied,
    Networked,
    Undertook,
    Delivered,
    Accepted,
    Declined,
    Withdrew,
    Noted,
    Retired,
    KeptWarm,
    LetCool,
    Closed,
    Reopened,
    PutRight,
    Erased,
}

/// Whose act it is, as the buttons are grouped.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    They,
    You,
    Record,
}

struct Row {
    entry: Entry,
    /// What the markup calls it.
    key: &'static str,
    group: Group,
    /// What its button and its form are called.
    name: Word,
    /// The parts of the form that it has beside the day.
    parts: &'static [&'static str],
}

#[rustfmt::skip]
const ROWS: [Row; 28] = {
    use Entry::*;
    use Group::{Record, They, You};
    const fn row(entry: Entry, key: &'static str, group: Group, name: Word, parts: &'static [&'static str]) -> Row {
        Row { entry, key, group, name, parts }
    }
    [
        row(Heard,       "heard",       They,   Word::TheyReplied,      &["decide_by", "promised", "asks", "answer_by", "note"]),
        row(Invited,     "invited",     They,   Word::EntryInvited,     &["round", "booked", "place", "people"]),
        row(Rescheduled, "rescheduled", They,   Word::EntryRescheduled, &["meeting", "booked", "place"]),
        row(Cancelled,   "cancelled",   They,   Word::EntryCancelled,   &["meeting"]),
        row(Missed,      "missed",      They,   Word::EntryMissed,      &["meeting"]),
        row(Offered,     "offered",     They,   Word::EntryOffered,     &["written", "written_by", "answer_by"]),
        row(Rejected,    "rejected",    They,   Word::Rejected,         &["note"]),
        row(Referred,    "referred",    They,   Word::EntryReferred,    &["person"]),
        row(Undertook,   "undertook",   They,   Word::EntryUndertook,   &["what", "by"]),
        row(Preferred,   "preferred",   They,   Word::EntryPreferred,   &["person", "channel", "refused", "consent"]),
        row(Applied,     "applied",     You,    Word::IApplied,         &[]),
        row(Interviewed, "interviewed", You,    Word::EntryInterviewed, &["round", "decide_by", "promised", "people", "channel", "point", "note"]),
        row(Thanked,     "thanked",     You,    Word::EntryThanked,     &["meeting", "whom"]),
        row(CheckedIn,   "checked_in",  You,    Word::EntryCheckedIn,   &["whom", "channel"]),
        row(Replied,     "replied",     You,    Word::IReplied,         &["note"]),
        row(Networked,   "networked",   You,    Word::EntryNetworked,   &["person"]),
        row(Delivered,   "delivered",   You,    Word::EntryDelivered,   &["undertaking"]),
        row(Accepted,    "accepted",    You,    Word::EntryAccepted,    &[]),
        row(Declined,    "declined",    You,    Word::EntryDeclined,    &[]),
        row(Withdrew,    "withdrew",    You,    Word::EntryWithdrew,    &[]),
        row(Noted,       "noted",       Record, Word::EntryNoted,       &["note"]),
        row(Retired,     "retired",     Record, Word::EntryRetired,     &[]),
        row(KeptWarm,    "kept_warm",   Record, Word::EntryKeptWarm,    &[]),
        row(LetCool,     "let_cool",    Record, Word::EntryLetCool,     &[]),
        row(Closed,      "closed",      Record, Word::CloseIt,          &["why"]),
        row(Reopened,    "reopened",    Record, Word::EntryReopened,    &[]),
        row(PutRight,    "put_right",   Record, Word::EntryPutRight,    &[]),
        row(Erased,      "erased",      Record, Word::EntryErased,      &[]),
    ]
};

/// The parts that the form's markup has, each shown where the entry has it.
const PARTS: [&str; 22] = [
    "meeting",
    "undertaking",
    "round",
    "written",
    "why",
    "decide_by",
    "promised",
    "written_by",
    "answer_by",
    "booked",
    "place",
    "people",
    "whom",
    "person",
    "refused",
    "consent",
    "what",
    "by",
    "channel",
    "asks",
    "point",
    "note",
];

impl Entry {
    /// What the markup calls it.
    pub fn key(self) -> &'static str {
        self.row().map_or("", |row| row.key)
    }

    /// The entry that the markup calls so.
    pub fn named(key: &str) -> Option<Self> {
        ROWS.iter().find(|row| row.key == key).map(|row| row.entry)
    }

    fn row(self) -> Option<&'static Row> {
        ROWS.iter().find(|row| row.entry == self)
    }

    /// Whether it can be written down of an application that stands so.
    fn fits(self, application: &Application) -> bool {
        match self {
            // What happens to one that is part of another is written down there.
            entry if application.is_joined() => entry == Self::Erased,
            Self::Applied => application.applied().is_none() && application.is_open(),
            Self::Rescheduled | Self::Cancelled | Self::Missed => !application.bookings().is_empty(),
            Self::Delivered => !application.undertakings().is_empty(),
            Self::CheckedIn | Self::Accepted | Self::Declined | Self::Withdrew | Self::Closed => application.is_open(),
            Self::Retired => application.is_open(),
            Self::Reopened => !application.is_open(),
            Self::KeptWarm => application.has_been_let_go() && application.kept_warm().is_empty(),
            Self::LetCool => application.has_been_let_go() && !application.kept_warm().is_empty(),
            _ => true,
        }
    }

    /// What is most likely to be written down next.
    fn likely(application: &Application, today: Today) -> [Self; 2] {
        let bookings = application.bookings();
        let mut days = bookings.iter().filter_map(|(_, booking)| booking.day);
        match application.stage {
            Stage::Ended(_) => [Self::Reopened, Self::Noted],
            Stage::Offered => [Self::Accepted, Self::Declined],
            _ if days.any(|day| day <= today.0) => [Self::Interviewed, Self::Heard],
            _ if !bookings.is_empty() => [Self::Heard, Self::Rescheduled],
            Stage::Applied => [Self::Heard, Self::Rejected],
            _ => [Self::Heard, Self::Invited],
        }
    }
}

impl Voice<'_> {
    /// The buttons for what can be written down: the most likely ones, and the others by whose act they are.
    pub(super) fn entries(&self, card: Card, application: &Application) -> Card {
        let likely = Entry::likely(application, self.today);
        let button = |row: &Row| self.entry_button(row.entry, application);
        let rows = |group| {
            let rows = ROWS
                .iter()
                .filter(move |row| row.group == group && row.entry.fits(application));
            rows.filter(|row| !likely.contains(&row.entry)).map(button).collect()
        };
        card.list(
            "likely",
            likely
                .iter()
                .filter(|_| !application.is_joined())
                .filter_map(|entry| entry.row())
                .map(button)
                .collect(),
        )
        .list("they", rows(Group::They))
        .list("you", rows(Group::You))
        .list("record", rows(Group::Record))
    }

    /// The button for an entry.
    pub(super) fn entry_button(&self, entry: Entry, application: &Application) -> Card {
        Card::new("entry-button", entry.key()).text("name", self.entry_name(entry, application))
    }

    /// What its button and its form are called.
    fn entry_name(&self, entry: Entry, application: &Application) -> &'static str {
        match entry.row() {
            Some(row) if row.entry == Entry::Rescheduled && is_undated(application) => {
                self.words.text(Word::EntryDaySet)
            }
            row => row.map_or("", |row| self.words.text(row.name)),
        }
    }

    /// The form for an entry.
    pub fn entry_form(&self, entry: Entry, application: &Application) -> Card {
        if entry == Entry::PutRight {
            return self.put_right_form(application);
        }
        let meetings = self.meeting_choices(entry, application);
        let undertakings = application.undertakings().into_iter();
        let undertakings = undertakings.map(|(id, what)| (id.to_string(), what.to_string()));
        let undertakings = choices("undertaking-choice", "undertaking", true, undertakings);
        let people = application.people.iter().map(|person| person.name.to_string());
        let whom = match entry {
            Entry::Thanked => "person-choice",
            // Who is asked twice over is asked too often.
            _ => "recipient-choice",
        };
        let whom = choices(whom, "whom", false, people.map(|name| (name.clone(), name)));
        let row = entry.row();
        let has = |part: &str| {
            let is_there = match part {
                // With one alone there is nothing to choose.
                "meeting" => meetings.len() > 1,
                "undertaking" => undertakings.len() > 1,
                "whom" => !whom.is_empty(),
                _ => true,
            };
            is_there && row.is_some_and(|row| row.parts.contains(&part))
        };
        let mut card = Card {
            fields: self.entry_fields(entry, application),
            ..Card::new("entry-form", entry.key())
        };
        for part in PARTS {
            card = card.part(part, has(part));
        }
        let is_erasure = entry == Entry::Erased;
        let submit = if is_erasure { Word::DeleteForGood } else { Word::Keep };
        card.text("name", self.entry_name(entry, application))
            .text("note_name", self.words.text(note_name(entry)))
            .text("on_name", self.words.text(on_name(entry)))
            .text("channel_name", self.words.text(channel_name(entry)))
            .text(
                "hint",
                hint(entry, application).map_or("", |word| self.words.text(word)),
            )
            .text(
                "warning",
                if is_erasure {
                    self.erasure(application)
                } else {
                    String::new()
                },
            )
            .text("submit", self.words.text(submit))
            .mark("tone", if is_erasure { "late" } else { "good" })
            .part("on", !is_erasure && entry != Entry::LetCool)
            .list("meetings", meetings)
            .list("undertakings", undertakings)
            .list("whom", whom)
    }

    /// The form in which what is known is put right: that of a posting.
    fn put_right_form(&self, application: &Application) -> Card {
        Card {
            fields: self.facts_fields(&application.facts),
            ..Card::new("capture-card", Entry::PutRight.key())
        }
        .mark("mode", "put_right")
        .mark("action", "keep")
        .mark("focus", "once")
        .toned("kind", self.words.text(Word::EntryPutRight), "good")
        .part("new", false)
        .part("put_right", true)
        .part("address", true)
        .part("description", false)
    }

    fn entry_fields(&self, entry: Entry, application: &Application) -> Vec<Field> {
        let bookings = application.bookings();
        let is_past = |booking: &&Interview| booking.day.is_some_and(|day| day <= self.today.0);
        let mut bookings = bookings.into_iter().map(|(_, booking)| booking);
        let booking = match entry {
            Entry::Rescheduled => bookings.next_back(),
            Entry::Invited => bookings.rfind(|booking| booking.day.is_none()),
            Entry::Interviewed => bookings.rfind(is_past),
            _ => None,
        };
        let on = booking
            .filter(|_| entry == Entry::Interviewed)
            .and_then(|booking| booking.day);
        let booking = booking.cloned().unwrap_or_default();
        // Where only the time or the place is another one, the day stays; of several interviews it may be another's.
        let day = booking
            .day
            .filter(|_| entry == Entry::Rescheduled && application.bookings().len() == 1);
        let line = |line: Option<Line>| line.map(String::from).unwrap_or_default();
        let people: Vec<&str> = booking.people.iter().map(|contact| contact.name.as_str()).collect();
        vec![
            Field::of("on", on.unwrap_or(self.today.0).to_string()),
            Field::of("round", named(&ROUNDS, &[booking.round]).concat()),
            Field::of("written", "no"),
            Field::of("why", named(&CLOSINGS, &[Closing::NoAnswer]).concat()),
            Field::of("decide_by", ""),
            Field::of("promised", named(&PROMISES, &[promised(application)]).concat()),
            Field::of("written_by", ""),
            Field::of("answer_by", ""),
            Field::of("day", day.map(|day| day.to_string()).unwrap_or_default()),
            Field::of("time", booking.time.map(|time| time.to_string()).unwrap_or_default()),
            Field::of("zone", line(booking.zone)),
            Field::of("place", line(booking.place)),
            Field::of("link", booking.link.map(String::from).unwrap_or_default()),
            // Behind a comma may stand what they do.
            Field::of("people", people.join("; ")),
            Field::of(
                "minutes",
                booking.minutes.map(|minutes| minutes.to_string()).unwrap_or_default(),
            ),
            Field::of("invitation", line(booking.invitation)),
            Field::of("said", line(booking.said)),
            Field::of("what", ""),
            Field::of("by", ""),
            Field::of("channel", ""),
            Field::of("person", ""),
            Field::none("refused"),
            Field::none("consent"),
            Field::none("asks"),
            Field::of("point", ""),
            Field::of("note", ""),
        ]
    }

    /// The interviews that an entry can be about, the latest first; that one is chosen.
    fn meeting_choices(&self, entry: Entry, application: &Application) -> Vec<Card> {
        let meetings: Vec<(String, String)> = match entry {
            Entry::Thanked => {
                let meetings = application.meetings().into_iter().rev();
                let held = meetings.filter(|meeting| meeting.on <= self.today.0);
                held.map(|meeting| (meeting.anchor.to_string(), self.meeting(&meeting)))
                    .collect()
            }
            _ => {
                let bookings = application.bookings().into_iter().rev();
                bookings
                    .map(|(id, _)| (id.to_string(), self.invited(id, application)))
                    .collect()
            }
        };
        choices("meeting-choice", "meeting", true, meetings)
    }

    fn meeting(&self, meeting: &Meeting<'_>) -> String {
        let held = self.held(meeting.round, meeting.people);
        self.say(Word::WhatOn, &[("what", &held), ("on", &self.on_date(meeting.on))])
    }

    /// What goes when it is deleted.
    fn erasure(&self, application: &Application) -> String {
        let entries = self
            .words
            .count(application.history.len(), Word::EntriesOne, Word::EntriesOther);
        self.say(Word::ErasedWarning, &[("entries", &entries)])
    }
}

const fn on_name(entry: Entry) -> Word {
    match entry {
        Entry::Invited | Entry::Rescheduled | Entry::Cancelled => Word::HeardOn,
        _ => Word::Day,
    }
}

const fn note_name(entry: Entry) -> Word {
    match entry {
        Entry::Interviewed => Word::HowItWent,
        _ => Word::Note,
    }
}

const fn channel_name(entry: Entry) -> Word {
    match entry {
        Entry::Interviewed | Entry::Preferred => Word::LikedChannel,
        _ => Word::UsedChannel,
    }
}

/// Whether the latest interview that is booked has no day yet.
fn is_undated(application: &Application) -> bool {
    let bookings = application.bookings();
    bookings.last().is_some_and(|(_, booking)| booking.day.is_none())
}

fn hint(entry: Entry, application: &Application) -> Option<Word> {
    Some(match entry {
        Entry::Rejected => Word::RejectionHint,
        Entry::Retired => Word::RetiredHint,
        Entry::KeptWarm => Word::KeptWarmHint,
        Entry::LetCool => Word::LetCoolHint,
        Entry::Interviewed => Word::InterviewHint,
        Entry::Invited => Word::UndatedHint,
        // Who sets a day leaves it out no more.
        Entry::Rescheduled if !is_undated(application) => Word::OtherDayHint,
        Entry::Thanked => Word::ThankedHint,
        Entry::Closed => Word::CloseAdvice,
        _ => return None,
    })
}

/// What a day that they name is most likely for.
fn promised(application: &Application) -> PromiseOf {
    match application.stage {
        Stage::Offered if !application.is_offered_in_writing() => PromiseOf::WrittenOffer,
        _ => PromiseOf::Word,
    }
}

/// One for each, by key and name; where one alone can be chosen it is the first, until another is.
pub(super) fn choices(
    template: &'static str,
    field: &'static str,
    one_alone: bool,
    of: impl IntoIterator<Item = (String, String)>,
) -> Vec<Card> {
    let choice = |(index, (key, name)): (usize, (String, String))| {
        let chosen = if one_alone && index == 0 {
            Field::of(field, key.as_str())
        } else {
            Field::none(field)
        };
        Card {
            fields: vec![chosen],
            ..Card::new(template, key).text("name", name)
        }
    };
    of.into_iter().enumerate().map(choice).collect()
}
