//! A row for each application, all of them at hand: which of them are picked, and in which order.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::order::sort_by_key;
use crate::domain::{Agenda, ApplicationId, Excerpt, Listing, Outlook, Query, Stage, Today, Turn};
use crate::view::applications::{Column, LANES, Lane, Order, Pick};

/// What is known of an application without reading it.
pub(super) struct Row {
    pub(super) listing: Listing,
    /// Title, company and places as they are compared, a line each.
    pub(super) plain: String,
    /// Whose move it is.
    turn: Turn,
    /// When, where that is known.
    next: Option<NaiveDate>,
}

/// All rows.
#[derive(Default)]
pub(super) struct Rows {
    /// Ordered by identity.
    rows: Vec<Row>,
    /// Their places in another order, for as long as it holds: words are looked for key by key, and to sort takes longer than to look.
    sorted: Vec<usize>,
    /// Which order that is.
    order: Option<Order>,
}

/// What a row is sorted by.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Rank<'a> {
    Text(&'a str),
    Lane(Lane),
    Day(NaiveDate),
    /// Whose move it is, and when; the user's own moves come first.
    Turn(Turn, Option<NaiveDate>),
}

impl Rows {
    /// Puts `listings` in the place of the rows of all applications that are `among` some.
    pub(super) fn replace(&mut self, listings: Vec<Listing>, among: impl Fn(ApplicationId) -> bool) {
        self.rows.retain(|row| !among(row.listing.id));
        let rows = listings.into_iter().map(|listing| Row {
            plain: listing.plain(),
            turn: Turn::Nobodys,
            next: None,
            listing,
        });
        self.rows.extend(rows);
        sort_by_key(&mut self.rows, |row| row.listing.id);
        self.order = None;
    }

    /// Takes in what the agenda has today.
    pub(super) fn follow(&mut self, agenda: &Agenda, today: Today) {
        for row in &mut self.rows {
            let outlook = outlook(agenda, row.listing.id);
            let turn = outlook.map_or(Turn::Nobodys, |outlook| outlook.turn(today.0));
            let next = outlook.and_then(|outlook| outlook.next(today.0));
            if (turn, next) != (row.turn, row.next) {
                (row.turn, row.next) = (turn, next);
                self.order = None;
            }
        }
    }

    /// The row in a place.
    pub(super) fn get(&self, place: usize) -> Option<&Row> {
        self.rows.get(place)
    }

    /// The row of an application.
    pub(super) fn of_application(&self, id: ApplicationId) -> Option<&Row> {
        let place = self.rows.binary_search_by_key(&id, |row| row.listing.id).ok()?;
        self.rows.get(place)
    }

    /// How many there are.
    pub(super) const fn len(&self) -> usize {
        self.rows.len()
    }

    /// The places of those that are picked, in their order. `found` are those in whose texts the words were found.
    pub(super) fn picked(&mut self, pick: &Pick, found: &BTreeMap<ApplicationId, Excerpt>) -> Vec<usize> {
        let [words, company, place] = [&pick.words, &pick.company, &pick.place].map(|words| Query::new(words));
        let is_picked = |row: &Row| {
            let listing = &row.listing;
            let has_ended = matches!(listing.stage, Stage::Ended(_));
            pick.lane.is_none_or(|lane| lane == Lane::of(listing.stage))
                && pick.turn.is_none_or(|turn| turn == row.turn)
                && pick.has_ended.is_none_or(|ended| ended == has_ended)
                && (company.is_empty() || company.is_in(row.text(1)))
                && (place.is_empty() || place.is_in(row.text(2)))
                && (words.is_in(&row.plain) || found.contains_key(&listing.id))
        };
        if self.order != Some(pick.order) {
            self.sorted = self.sorted(pick.order);
            self.order = Some(pick.order);
        }
        let places = self.sorted.iter().copied();
        places.filter(|place| self.get(*place).is_some_and(is_picked)).collect()
    }

    /// The places of all. What has nothing to be sorted by comes last, whatever the order; what is alike, the latest first.
    fn sorted(&self, order: Order) -> Vec<usize> {
        let rank = |place: &usize| self.get(*place).and_then(|row| row.rank(order.by));
        let mut places: Vec<usize> = (0..self.len()).collect();
        sort_by_key(&mut places, |place| {
            Reverse(self.get(*place).map(|row| (row.listing.on, row.listing.id)))
        });
        let (mut ranked, rest): (Vec<usize>, Vec<usize>) = places.into_iter().partition(|place| rank(place).is_some());
        if order.is_down {
            sort_by_key(&mut ranked, |place| Reverse(rank(place)));
        } else {
            sort_by_key(&mut ranked, rank);
        }
        ranked.extend(rest);
        ranked
    }

    /// How many of those in some places are in each lane.
    pub(super) fn by_lane(&self, picked: &[usize]) -> [Vec<usize>; LANES.len()] {
        LANES.map(|(lane, _)| {
            let rows = picked.iter().copied();
            rows.filter(|place| self.get(*place).is_some_and(|row| Lane::of(row.listing.stage) == lane))
                .collect()
        })
    }
}

impl Row {
    /// The title, the company or the places, as they are compared.
    fn text(&self, line: usize) -> &str {
        self.plain.split('\n').nth(line).unwrap_or_default()
    }

    fn rank(&self, by: Column) -> Option<Rank<'_>> {
        let text = |line| Some(self.text(line)).filter(|text| !text.is_empty()).map(Rank::Text);
        match by {
            Column::Title => text(0),
            Column::Company => text(1),
            Column::Place => text(2),
            Column::Stage => Some(Rank::Lane(Lane::of(self.listing.stage))),
            Column::Applied => self.listing.applied.map(Rank::Day),
            Column::Heard => self.listing.heard.map(Rank::Day),
            Column::Next => (self.turn != Turn::Nobodys).then_some(Rank::Turn(self.turn, self.next)),
        }
    }
}

/// What an application has on the agenda, which is ordered by application.
pub(super) fn outlook(agenda: &Agenda, id: ApplicationId) -> Option<&Outlook> {
    let place = agenda.outlooks.binary_search_by_key(&id, |outlook| outlook.application);
    place.ok().and_then(|place| agenda.outlooks.get(place))
}
