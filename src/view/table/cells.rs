//! An application as a row of the table that is saved: what a person keeps in a sheet, in words that are read again.

use chrono::NaiveDate;

use super::column_word;
use crate::domain::{Application, Column, Contact, Event, Line, Prose, What};
use crate::view::{PLACES_SEPARATOR, Voice, employment, stage, workplace};

/// The columns of the table that is saved, but for the record, which comes last.
pub const SAVED_COLUMNS: [Column; 23] = [
    Column::Company,
    Column::Title,
    Column::Stage,
    Column::StageDay,
    Column::Applied,
    Column::Heard,
    Column::FollowUp,
    Column::Interview,
    Column::Closes,
    Column::Place,
    Column::Workplace,
    Column::Employment,
    Column::Pay,
    Column::Address,
    Column::Contact,
    Column::ContactEmail,
    Column::ContactPhone,
    Column::Note,
    Column::Cv,
    Column::Reference,
    Column::Saved,
    Column::Posted,
    Column::Description,
];

/// A cell of Excel takes a little more, in units of UTF-16.
const CELL: usize = 30_000;

impl Voice<'_> {
    /// The name of a column.
    pub fn column_name(&self, column: Column) -> String {
        column_word(column).map_or(String::new(), |word| self.words.text(word).to_owned())
    }

    /// What a column of the table that is saved says of an application. `next` is the day of its next follow-up.
    pub fn table_cell(&self, column: Column, application: &Application, next: Option<NaiveDate>) -> String {
        let facts = &application.facts;
        let line = |line: &Option<Line>| line.as_ref().map_or_else(String::new, ToString::to_string);
        let day = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
        let of_contact = |part: fn(&Contact) -> Option<&Line>| {
            let part = facts.contact.as_ref().and_then(part);
            part.map_or_else(String::new, ToString::to_string)
        };
        let cell = match column {
            Column::Company => line(&facts.company),
            Column::Title => line(&facts.title),
            Column::Place => {
                let places: Vec<&str> = facts.places.iter().map(Line::as_str).collect();
                places.join(PLACES_SEPARATOR)
            }
            Column::Workplace => facts
                .workplace
                .map_or_else(String::new, |kind| self.words.text(workplace(kind)).to_owned()),
            Column::Employment => {
                let kinds: Vec<&str> = facts
                    .employment
                    .iter()
                    .map(|kind| self.words.text(employment(*kind)))
                    .collect();
                kinds.join(", ")
            }
            Column::Pay => facts.pay.as_ref().map_or_else(String::new, |pay| self.pay(pay)),
            Column::Address => facts.address.as_ref().map_or_else(String::new, ToString::to_string),
            Column::Stage => self.words.text(stage(application.stage)).to_owned(),
            Column::StageDay => day(application.since),
            Column::Saved => day(application.history.first().map(|event| event.on)),
            Column::Applied => day(application.applied().map(|event| event.on)),
            Column::Heard => day(application.employer_acts().next_back().map(|event| event.on)),
            Column::FollowUp => day(next),
            Column::Interview => day(application.meetings().last().map(|meeting| meeting.on)),
            Column::Closes => day(facts.closes),
            Column::Posted => day(facts.posted),
            Column::Contact => of_contact(|contact| Some(&contact.name)),
            Column::ContactEmail => of_contact(|contact| contact.email.as_ref()),
            Column::ContactPhone => of_contact(|contact| contact.phone.as_ref()),
            Column::Cv => match application.applied().map(|event| &event.what) {
                Some(What::Applied { cv }) => line(cv),
                _ => String::new(),
            },
            Column::Reference => line(&facts.reference),
            Column::Note => notes(application),
            // On one line: rows that are as high as a description are no table.
            Column::Description => {
                let posting = application.posting.as_ref();
                let description = posting.and_then(|posting| posting.description.as_ref());
                description.map_or_else(String::new, |text| text.value.as_str().replace('\n', " "))
            }
            Column::Id => application.id.to_string(),
            Column::PayMost | Column::Apply | Column::Ended | Column::Archived | Column::Record => String::new(),
        };
        fitting(cell)
    }
}

/// What the user wrote down, each on its line with its day.
fn notes(application: &Application) -> String {
    let notes = application
        .history
        .iter()
        .filter_map(|event| Some((event.on, note(event)?)));
    let notes: Vec<String> = notes.map(|(on, note)| format!("{on} {note}")).collect();
    notes.join("\n")
}

fn note(event: &Event) -> Option<&str> {
    match &event.what {
        What::Noted { text } => Some(text.as_str()),
        What::Heard { note, .. }
        | What::Rejected { note }
        | What::Replied { note }
        | What::Interviewed { note, .. } => note.as_ref().map(Prose::as_str),
        _ => None,
    }
}

/// As much of a text as a cell takes.
fn fitting(mut cell: String) -> String {
    let mut units = 0;
    let end = cell.char_indices().find_map(|(place, letter)| {
        units += letter.len_utf16();
        (units > CELL).then_some(place)
    });
    if let Some(end) = end {
        cell.truncate(end);
        cell.push('…');
    }
    cell
}
