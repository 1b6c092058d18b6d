//! What each column of a table says: by its name, and where that is silent by what is in it.

use super::day::{order_of, read_day};
use super::names::{NAMES, WORDS};
use super::read::Table;
use super::standing::standing;
use super::{DayOrder, is_either};
use crate::capture::parse_workplace;
use crate::domain::{Column, SafeLink, is_email};

/// So many rows tell what is in a column.
const SAMPLES: usize = 60;

/// Above the names of the columns a sheet may have a title and the like: so many rows.
const ABOVE: usize = 15;

/// What a table seems to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess {
    /// The row with the columns' names, counted from 0; `None` where there is none.
    pub header: Option<usize>,
    /// What each column says; none for what is left out.
    pub columns: Vec<Option<Column>>,
    /// In which order its days are written.
    pub order: DayOrder,
}

/// Guesses what a table is.
pub fn guess(table: &Table) -> Guess {
    let width = table.rows.iter().map(Vec::len).max().unwrap_or_default();
    let header = header(table);
    let names = header
        .and_then(|row| table.rows.get(row))
        .map(Vec::as_slice)
        .unwrap_or_default();
    let first = header.map_or(0, |row| row + 1);
    let samples: Vec<Vec<&str>> = (0..width).map(|column| sample(table, first, column)).collect();
    let mut columns: Vec<Option<Column>> = vec![None; width];
    let mut is_named = vec![false; width];
    // A name that is known as a whole comes before one of which some words are.
    for known in [by_name as fn(&str) -> Option<Option<Column>>, by_words] {
        for (place, name) in names.iter().enumerate() {
            let Some(column) = known(name).filter(|_| !is_named.get(place).copied().unwrap_or(true)) else {
                continue;
            };
            let is_free = |column: &Column| column.is_manifold() || !columns.contains(&Some(*column));
            let fits = |column: &Column| samples.get(place).is_none_or(|samples| fits(*column, samples));
            let taken = column.filter(is_free).filter(fits);
            // What another column says better, or what is not in it, it may say of itself.
            if taken.is_some() || column.is_none() {
                set(&mut columns, place, taken);
                set(&mut is_named, place, true);
            }
        }
    }
    for (place, samples) in samples.iter().enumerate() {
        let is_open = !is_named.get(place).copied().unwrap_or(true);
        if let Some(column) = by_samples(samples).filter(|column| is_open && !columns.contains(&Some(*column))) {
            set(&mut columns, place, Some(column));
        }
    }
    // Of one address nobody means that it is another one's.
    if !columns.contains(&Some(Column::Address)) {
        let apply = columns.iter_mut().find(|column| **column == Some(Column::Apply));
        apply.into_iter().for_each(|column| *column = Some(Column::Address));
    }
    if header.is_none() {
        name_texts(&mut columns, &samples);
    }
    let days = columns.iter().enumerate();
    let days = days.filter(|(_, column)| column.is_some_and(Column::is_day));
    let rows = table.rows.get(first..).unwrap_or_default();
    let order =
        order_of(days.flat_map(|(place, _)| rows.iter().filter_map(move |row| row.get(place).map(String::as_str))));
    Guess { header, columns, order }
}

impl Guess {
    /// The rows below the names, each with its number as a spreadsheet counts it. Rows in which nothing stands are passed over.
    pub fn rows<'a>(&self, table: &'a Table) -> impl Iterator<Item = (usize, &'a Vec<String>)> {
        let first = self.header.map_or(0, |row| row + 1);
        let rows = table.rows.iter().enumerate().skip(first);
        let rows = rows.filter(|(_, row)| row.iter().any(|cell| !cell.trim().is_empty()));
        rows.map(|(place, row)| (place + 1, row))
    }

    /// What the columns of a kind say in a row, from left to right.
    pub fn cells<'a>(&self, row: &'a [String], kind: Column) -> impl Iterator<Item = (usize, &'a str)> {
        let places = self
            .columns
            .iter()
            .enumerate()
            .filter(move |(_, column)| **column == Some(kind));
        let places: Vec<usize> = places.map(|(place, _)| place).collect();
        places
            .into_iter()
            .filter_map(|place| Some((place, row.get(place)?.as_str())))
    }

    /// Whether there is a day in it that is one or another, depending on the order.
    pub fn has_either(&self, table: &Table) -> bool {
        let places: Vec<usize> = (0..self.columns.len())
            .filter(|place| self.columns.get(*place).copied().flatten().is_some_and(Column::is_day))
            .collect();
        self.rows(table).any(|(_, row)| {
            places
                .iter()
                .any(|place| row.get(*place).is_some_and(|cell| is_either(cell)))
        })
    }
}

fn set<T>(all: &mut [T], place: usize, value: T) {
    if let Some(known) = all.get_mut(place) {
        *known = value;
    }
}

/// The row that names most columns.
fn header(table: &Table) -> Option<usize> {
    let mut best: Option<(usize, usize)> = None;
    for (place, row) in table.rows.iter().take(ABOVE).enumerate() {
        let named = |name: &&String| by_name(name).is_some() || by_words(name).is_some();
        let known = row.iter().filter(named).count();
        let filled = row.iter().filter(|name| !name.trim().is_empty()).count();
        // In a row of values hardly any is a name.
        if known * 3 >= filled && known > best.map_or(0, |(_, known)| known) && row.iter().all(|name| is_name(name)) {
            best = Some((place, known));
        }
    }
    best.map(|(place, _)| place)
}

/// Whether a text can be a column's name: it is short, and no value of a kind.
fn is_name(text: &str) -> bool {
    text.chars().count() <= 80
        && SafeLink::new(text).is_none()
        && !is_email(text)
        && read_day(text, DayOrder::Unknown).is_none()
}

/// What is in a column, as far as anything is.
fn sample(table: &Table, first: usize, column: usize) -> Vec<&str> {
    let rows = table.rows.iter().skip(first);
    let cells = rows.filter_map(|row| row.get(column).map(|cell| cell.trim()));
    cells.filter(|cell| !cell.is_empty()).take(SAMPLES).collect()
}

/// A name in lower case, with single spaces and no other signs: "companyName", "company_name" and "Company name:" are one.
pub(super) fn plain_name(text: &str) -> String {
    let mut plain = String::new();
    let (mut is_small, mut gap) = (false, false);
    for letter in text.chars() {
        if !letter.is_alphanumeric() {
            (gap, is_small) = (true, false);
            continue;
        }
        gap |= is_small && letter.is_uppercase();
        if gap && !plain.is_empty() {
            plain.push(' ');
        }
        (gap, is_small) = (false, letter.is_lowercase());
        plain.extend(letter.to_lowercase());
    }
    plain
}

fn by_name(name: &str) -> Option<Option<Column>> {
    let name = plain_name(name);
    let is_it = |names: &str| names.split('|').any(|known| known.trim() == name);
    let found = NAMES.iter().find(|(_, names)| is_it(names)).map(|(column, _)| *column);
    // "Record 2": what one cell is too small for.
    found.or_else(|| {
        let (name, number) = name.rsplit_once(' ')?;
        let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        let record = NAMES.iter().find(|(column, _)| *column == Some(Column::Record))?;
        (is_number && record.1.split('|').any(|known| known == name)).then_some(Some(Column::Record))
    })
}

fn by_words(name: &str) -> Option<Option<Column>> {
    let name = plain_name(name);
    let words: Vec<&str> = name.split(' ').collect();
    let has = |group: &str| group.split(' ').all(|word| words.contains(&word));
    let any = |groups: &str| groups.split('|').any(|group| !group.is_empty() && has(group));
    let found = WORDS.iter().find(|(_, groups, not)| any(groups) && !any(not));
    found.map(|(column, ..)| *column)
}

/// Whether what is in a column can be what its name says.
fn fits(column: Column, samples: &[&str]) -> bool {
    match column {
        _ if samples.is_empty() => true,
        Column::Address | Column::Apply => samples.iter().any(|cell| SafeLink::new(cell).is_some()),
        column if column.is_day() => samples.iter().any(|cell| is_day(cell)),
        Column::ContactEmail => samples.iter().any(|cell| is_email(cell)),
        Column::Title | Column::Company => !samples.iter().all(|cell| SafeLink::new(cell).is_some()),
        _ => true,
    }
}

/// Whether a cell is of a kind.
type Test = fn(&str) -> bool;

/// What a column says by itself: what most of its cells are.
fn by_samples(samples: &[&str]) -> Option<Column> {
    let most = |is_it: Test| {
        let found = samples.iter().filter(|cell| is_it(cell)).count();
        found * 10 >= samples.len() * 7 && found > 0
    };
    let kinds: [(Column, Test); 7] = [
        (Column::Address, |cell| SafeLink::new(cell).is_some()),
        (Column::ContactEmail, is_email),
        (Column::Applied, is_day),
        (Column::Stage, |cell| standing(cell).is_some()),
        (Column::Pay, is_pay),
        (Column::Workplace, |cell| {
            cell.len() < 20 && parse_workplace(cell).is_some()
        }),
        (Column::Description, |cell| cell.len() > 400),
    ];
    kinds
        .into_iter()
        .find(|(_, is_it)| most(*is_it))
        .map(|(column, _)| column)
}

fn is_day(cell: &str) -> bool {
    cell.len() <= 80 && (is_either(cell) || read_day(cell, DayOrder::Unknown).is_some())
}

/// An amount with a currency; numbers alone may be anything.
fn is_pay(cell: &str) -> bool {
    let has_currency = ["$", "€", "£", "EUR", "USD", "GBP", "CHF"]
        .iter()
        .any(|sign| cell.contains(sign));
    has_currency && cell.chars().any(|letter| letter.is_ascii_digit()) && cell.len() < 60
}

/// What most names of jobs have in them somewhere, and those of companies have not.
const JOBS: [&str; 24] = [
    "engineer",
    "developer",
    "manager",
    "designer",
    "analyst",
    "scientist",
    "intern",
    "consultant",
    "assistant",
    "specialist",
    "director",
    "lead",
    "officer",
    "nurse",
    "teacher",
    "accountant",
    "coordinator",
    "entwickler",
    "ingenieur",
    "leiter",
    "berater",
    "m/w/d",
    "w/m/d",
    "f/m/d",
];

/// Of a table without names: which of the columns that say nothing by themselves names the job, and which the company.
fn name_texts(columns: &mut [Option<Column>], samples: &[Vec<&str>]) {
    let jobs = |samples: &Vec<&str>| {
        let is_job = |cell: &&&str| {
            let cell = cell.to_lowercase();
            JOBS.iter().any(|word| cell.contains(word))
        };
        samples.iter().filter(is_job).count()
    };
    let is_open = |(place, samples): &(usize, &Vec<&str>)| {
        let is_text = samples.iter().any(|cell| cell.chars().any(char::is_alphabetic));
        is_text && columns.get(*place).is_some_and(Option::is_none)
    };
    let mut open: Vec<(usize, usize)> = samples
        .iter()
        .enumerate()
        .filter(is_open)
        .map(|(place, samples)| (place, jobs(samples)))
        .collect();
    let title = open
        .iter()
        .copied()
        .filter(|(_, jobs)| *jobs > 0)
        .reduce(|best, next| if next.1 > best.1 { next } else { best });
    open.retain(|next| Some(*next) != title);
    let mut open = open.into_iter().map(|(place, _)| place);
    if let Some(place) = open.next() {
        set(columns, place, Some(Column::Company));
    }
    if let Some(place) = title.map(|(place, _)| place).or_else(|| open.next()) {
        set(columns, place, Some(Column::Title));
    }
}
