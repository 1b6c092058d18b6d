//! What one row says, as the form of a posting says it.

use chrono::NaiveDate;

use super::sheet::{Sheet, short};
use crate::app::form::Form;
use crate::archive::{Standing, is_either, read_day, standing};
use crate::capture::{parse_employments, parse_pay, parse_workplace, plain_text};
use crate::domain::{Application, Column, Line, SafeLink, is_email};
use crate::view::{EMPLOYMENTS, Field, RowFault, SheetColumn, Voice, WORKPLACES, named};

/// A row that is being read.
pub(super) struct Row<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) cells: &'a [String],
    pub(super) voice: &'a Voice<'a>,
}

/// What a cell says that no field can, as a note: the column's name and the cell.
type Notes = Vec<String>;

impl<'a> Row<'a> {
    /// What the column of a kind says; nothing where there is none.
    pub(super) fn cell(&self, kind: Column) -> &'a str {
        self.placed(kind).map_or("", |(_, cell)| cell)
    }

    /// The same with the column's place, where it says anything.
    fn placed(&self, kind: Column) -> Option<(usize, &'a str)> {
        let mut cells = self
            .sheet
            .guess
            .cells(self.cells, kind)
            .map(|(place, cell)| (place, cell.trim()));
        cells.find(|(_, cell)| !cell.is_empty())
    }

    /// All that the columns of a kind say.
    pub(super) fn all(&self, kind: Column) -> impl Iterator<Item = (usize, &'a str)> {
        self.sheet.guess.cells(self.cells, kind)
    }

    /// What a column is called.
    fn called(&self, place: usize) -> String {
        let column = SheetColumn {
            name: self.sheet.name(place).to_owned(),
            ..SheetColumn::default()
        };
        column.called(place, self.voice)
    }

    /// Company and title, as far as they are said.
    pub(super) fn name(&self) -> String {
        let said = [Column::Title, Column::Company].map(|kind| short(self.cell(kind)));
        let said: Vec<String> = said.into_iter().filter(|said| !said.is_empty()).collect();
        said.join(" · ")
    }

    /// The day that a column names, if it says anything.
    ///
    /// # Errors
    /// That it is none, or one of two.
    pub(super) fn day(&self, kind: Column) -> Result<Option<NaiveDate>, RowFault> {
        let Some((place, cell)) = self.placed(kind) else {
            return Ok(None);
        };
        let day = read_day(cell, self.sheet.guess.order);
        day.map(Some).ok_or_else(|| {
            let (column, said) = (self.called(place), short(cell));
            match is_either(cell) {
                true => RowFault::EitherDay { column, cell: said },
                false => RowFault::NoDay { column, cell: said },
            }
        })
    }

    /// How far it has come.
    pub(super) fn standing(&self, notes: &mut Notes) -> Option<Standing> {
        let (place, cell) = self.placed(Column::Stage)?;
        let found = standing(cell);
        if found.is_none() {
            notes.push(self.noted(place, cell));
        }
        found
    }

    /// What a cell says, as a note.
    pub(super) fn noted(&self, place: usize, cell: &str) -> String {
        format!("{}: {}", self.called(place), cell.trim())
    }

    /// What the row says of the job, as the form of a posting says it. What no field can say becomes a note.
    ///
    /// # Errors
    /// A day that is none.
    pub(super) fn form(&self, notes: &mut Notes) -> Result<Form, RowFault> {
        let mut form = Form::default();
        let plain = [
            (Column::Company, "company"),
            (Column::Title, "title"),
            (Column::Contact, "contact"),
            (Column::Reference, "reference"),
        ];
        for (kind, name) in plain {
            form.0.push((name.to_owned(), self.cell(kind).to_owned()));
        }
        let place = self.cell(Column::Place);
        let mut workplace = self.cell(Column::Workplace);
        let is_no_place = |place: &str| place.split(' ').count() <= 2 && parse_workplace(place).is_some();
        if workplace.is_empty() {
            workplace = place;
        }
        if !is_no_place(place) {
            form.0.push(("place".to_owned(), place.replace(['\n', '|'], ";")));
        }
        let workplaces = parse_workplace(workplace).or_else(|| is_yes(workplace));
        let workplaces = named(&WORKPLACES, workplaces.as_slice());
        form.0
            .extend(workplaces.into_iter().map(|name| ("workplace".to_owned(), name)));
        let employments = named(&EMPLOYMENTS, &parse_employments(self.cell(Column::Employment)));
        form.0
            .extend(employments.into_iter().map(|name| ("employment".to_owned(), name)));
        self.pay(&mut form, notes);
        for (kind, name) in [(Column::Posted, "posted"), (Column::Closes, "closes")] {
            if let Some(day) = self.day(kind)? {
                form.0.push((name.to_owned(), day.to_string()));
            }
        }
        for (kind, name) in [(Column::Address, "address"), (Column::Apply, "apply")] {
            if let Some((place, cell)) = self.placed(kind) {
                match link(cell) {
                    Some(link) => form.0.push((name.to_owned(), link.to_string())),
                    None => notes.push(self.noted(place, cell)),
                }
            }
        }
        self.contact(&mut form, notes);
        let description = self.cell(Column::Description);
        let description = match description.contains("</") || description.contains("<br") {
            true => plain_text(description),
            false => description.to_owned(),
        };
        form.0.push(("description".to_owned(), description));
        Ok(form)
    }

    fn pay(&self, form: &mut Form, notes: &mut Notes) {
        let dollar = self.voice.words.dollar();
        let (least, most) = (self.placed(Column::Pay), self.placed(Column::PayMost));
        let text = match (least, most) {
            (Some((_, least)), Some((_, most))) => format!("{least} - {most}"),
            (Some((_, pay)), None) | (None, Some((_, pay))) => pay.to_owned(),
            (None, None) => return,
        };
        if parse_pay(&text, dollar).is_some() {
            form.0.push(("pay".to_owned(), text));
        } else {
            notes.extend(
                least
                    .into_iter()
                    .chain(most)
                    .map(|(place, cell)| self.noted(place, cell)),
            );
        }
    }

    /// The address may stand beside the name, or in its place.
    fn contact(&self, form: &mut Form, notes: &mut Notes) {
        let is_part = |letter: char| letter.is_whitespace() || matches!(letter, '<' | '>' | '(' | ')' | ',' | ';');
        let address = |cell: &'a str| cell.split(is_part).find(|part| is_email(part));
        let told = self.placed(Column::ContactEmail);
        let contact = self.cell(Column::Contact);
        let email = told.and_then(|(_, cell)| address(cell)).or_else(|| address(contact));
        if let Some((place, cell)) = told.filter(|(_, cell)| address(cell).is_none()) {
            notes.push(self.noted(place, cell));
        }
        let Some(email) = email else { return };
        form.0.push(("contact_email".to_owned(), email.to_owned()));
        if contact.contains(email) {
            let rest = contact.replace(email, "");
            let name = rest.trim_matches(is_part).to_owned();
            form.0
                .iter_mut()
                .filter(|(name, _)| name == "contact")
                .for_each(|field| field.1.clone_from(&name));
        }
    }

    /// What the form of an application says once the cells that were changed since its row was written are taken for it, and whether there are
    /// others that no correction can put right. `next` is not known any more: what is said of it is not looked at.
    ///
    /// # Errors
    /// A day that is none.
    pub(super) fn changes(&self, application: &Application, shown: &[Field]) -> Result<(Form, bool), RowFault> {
        let mut is_changed = false;
        let mut notes = Notes::new();
        let typed = self.form(&mut notes)?;
        let mut form = Form(
            shown
                .iter()
                .flat_map(|field| field.values.iter().map(|value| (field.name.to_owned(), value.clone())))
                .collect(),
        );
        for column in self.sheet.guess.columns.iter().flatten().copied() {
            if !self.is_otherwise(column, application) {
                continue;
            }
            let Some(name) = field_of(column) else {
                let goes_on = column == Column::Stage && self.changed_standing(application).is_some();
                is_changed |= !goes_on && !matches!(column, Column::FollowUp | Column::Id | Column::Record);
                continue;
            };
            let typed: Vec<(String, String)> = typed.0.iter().filter(|(known, _)| known == name).cloned().collect();
            let says_something = typed.iter().any(|(_, value)| !value.is_empty());
            // What cannot be understood changes nothing.
            if says_something || self.cell(column).is_empty() {
                form.0.retain(|(known, _)| known != name);
                form.0.extend(typed);
            } else {
                is_changed = true;
            }
        }
        Ok((form, is_changed))
    }

    /// How far it has come since its row was written, where the cell for that was changed and is understood.
    pub(super) fn changed_standing(&self, application: &Application) -> Option<Standing> {
        let has_stage = self.sheet.guess.columns.contains(&Some(Column::Stage));
        let is_changed = has_stage && self.is_otherwise(Column::Stage, application);
        is_changed.then(|| standing(self.cell(Column::Stage))).flatten()
    }

    /// Whether a cell says otherwise than it was written, in whichever language that was.
    fn is_otherwise(&self, column: Column, application: &Application) -> bool {
        let cell = self.cell(column);
        let is_same = |written: &str| {
            let letters = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            let is_day = || {
                let day = read_day(cell, self.sheet.guess.order);
                day.is_some_and(|day| day.to_string() == written)
            };
            letters(written) == letters(cell) || (column.is_day() && is_day())
        };
        let here = self.voice.table_cell(column, application, None);
        let elsewhere = crate::view::Words::all().map(|words| {
            let voice = Voice { words, ..*self.voice };
            voice.table_cell(column, application, None)
        });
        !is_same(&here) && !elsewhere.into_iter().any(|written| is_same(&written))
    }
}

/// The field of a posting's form that a column of the table that is saved says.
const fn field_of(column: Column) -> Option<&'static str> {
    Some(match column {
        Column::Company => "company",
        Column::Title => "title",
        Column::Place => "place",
        Column::Workplace => "workplace",
        Column::Employment => "employment",
        Column::Pay => "pay",
        Column::Address => "address",
        Column::Closes => "closes",
        Column::Posted => "posted",
        Column::Contact => "contact",
        Column::ContactEmail => "contact_email",
        Column::Reference => "reference",
        _ => return None,
    })
}

/// "Remote: yes".
fn is_yes(cell: &str) -> Option<crate::domain::Workplace> {
    says_yes(cell).then_some(crate::domain::Workplace::Remote)
}

/// Whether a cell is ticked.
pub(super) fn says_yes(cell: &str) -> bool {
    ["true", "yes", "y", "x", "1", "ja", "wahr", "✓", "✔", "✅"].contains(&cell.trim().to_lowercase().as_str())
}

/// An address that can be kept.
fn link(cell: &str) -> Option<SafeLink> {
    SafeLink::typed(cell).filter(SafeLink::can_be_kept)
}

/// A cell as one line.
pub(super) fn line(cell: &str) -> Option<Line> {
    Line::new(cell)
}
