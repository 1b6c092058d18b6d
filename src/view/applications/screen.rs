//! All applications as a whole: what is picked of them, and the list or the board that shows it.

use super::pick::COLUMNS;
use super::row::Shown;
use super::{Column, Lane, Pick};
use crate::domain::ApplicationId;
use crate::view::{Card, Field, Progress, Voice, Word};

/// The key of the card of all applications.
pub const APPLICATIONS: &str = "#applications";
/// The key of the list in it.
const GRID: &str = "#grid";

/// All applications, as they are shown.
#[derive(Clone, Debug)]
pub struct Applications<'a> {
    /// What is picked.
    pub pick: &'a Pick,
    /// How many are.
    pub picked: usize,
    /// Of how many.
    pub all: usize,
    /// Whether there are no more: all that is kept was searched.
    pub is_searched: bool,
    /// How far that has come, once it is said.
    pub search: Option<Progress>,
    /// The one that has just been led to: it takes the focus.
    pub focus: Option<ApplicationId>,
    /// Those that are shown.
    pub body: Body<'a>,
}

/// List or board.
#[derive(Clone, Debug)]
pub enum Body<'a> {
    /// What of the list is in the document.
    List {
        /// In their order.
        parts: Vec<Part<'a>>,
        /// The row that the keys lead from.
        current: Option<ApplicationId>,
    },
    /// The lanes of the board.
    Board {
        /// From left to right.
        lanes: Vec<LaneShown<'a>>,
        /// The card that is being asked where to.
        moved: Option<ApplicationId>,
    },
}

/// A part of the list.
#[derive(Clone, Copy, Debug)]
pub enum Part<'a> {
    /// Rows that are left out: so high are they together, in pixels.
    Gap(u64),
    /// The row of that number, from 0.
    Row(usize, Shown<'a>),
}

/// A lane of the board.
#[derive(Clone, Debug)]
pub struct LaneShown<'a> {
    /// Which.
    pub lane: Lane,
    /// How many are in it.
    pub count: usize,
    /// The first of them.
    pub shown: Vec<Shown<'a>>,
}

impl Voice<'_> {
    /// All applications.
    pub fn applications(&self, screen: &Applications<'_>) -> Card {
        let pick = screen.pick;
        let fields = pick.fields();
        let (grid, lanes) = match &screen.body {
            _ if screen.picked == 0 => (Vec::new(), Vec::new()),
            Body::List { parts, current } => (vec![self.grid(screen, parts, *current)], Vec::new()),
            Body::Board { lanes, moved } => {
                let lanes = lanes.iter().map(|lane| self.lane(lane, *moved, screen.focus));
                (Vec::new(), lanes.collect())
            }
        };
        let nothing = match screen.picked {
            0 if screen.all == 0 => self.text(Word::NothingKept),
            0 if !screen.is_searched => String::new(),
            0 => self.text(Word::NothingPicked),
            _ => String::new(),
        };
        let searching = match screen.search {
            _ if screen.is_searched => String::new(),
            Some(progress) => self.progress(progress),
            None => self.text(Word::Searching),
        };
        let is_stopped = screen.search.map(|progress| progress.is_stopped);
        Card {
            fields: fields.iter().map(|(name, value)| Field::of(name, *value)).collect(),
            ..Card::new("applications-screen", APPLICATIONS)
        }
        .mark("as", if pick.is_board { "board" } else { "list" })
        .text("count", self.picked_of_all(screen))
        .text("searching", searching)
        .part("can_stop_search", is_stopped == Some(false))
        .part("can_search_on", is_stopped == Some(true))
        .text("nothing", nothing)
        .text(
            "order",
            self.text(if pick.order.is_down {
                Word::OrderDown
            } else {
                Word::OrderUp
            }),
        )
        .part("filters", screen.all > 0)
        .text("facets", self.facets(pick))
        .part("narrow", pick.is_narrow())
        .field("as", if pick.is_board { "board" } else { "list" })
        .list("grid", grid)
        .list("lanes", lanes)
    }

    /// What unfolds the filters where they have no room, with how many of them leave something out.
    fn facets(&self, pick: &Pick) -> String {
        match pick.facets() {
            0 => self.text(Word::Filters),
            count => self.say(Word::FiltersOn, &[("count", &self.words.number(count))]),
        }
    }

    /// "42 applications", "7 of 42".
    fn picked_of_all(&self, screen: &Applications<'_>) -> String {
        if screen.all == 0 {
            return String::new();
        }
        if screen.picked == screen.all {
            return self
                .words
                .count(screen.all, Word::ApplicationsOne, Word::ApplicationsOther);
        }
        let (count, all) = (self.words.number(screen.picked), self.words.number(screen.all));
        self.say(Word::CountOfAll, &[("count", &count), ("all", &all)])
    }

    fn grid(&self, screen: &Applications<'_>, parts: &[Part<'_>], current: Option<ApplicationId>) -> Card {
        let order = screen.pick.order;
        let head = |(column, key): &(Column, &'static str)| {
            let sort = match order.by == *column {
                true if order.is_down => "descending",
                true => "ascending",
                false => "none",
            };
            Card::new("column-head", *key)
                .attribute("aria-sort", sort)
                .mark("column", key)
                .text("name", self.words.text(column_name(*column)))
        };
        // A gap is called by the row that it begins with, so that no row ever changes its place with one: it would lose the focus.
        let mut next = 0;
        let rows = parts.iter().map(|part| match part {
            Part::Gap(height) => Card {
                height: Some(*height),
                ..Card::new("gap", format!("gap {next}"))
            },
            Part::Row(number, shown) => {
                next = number + 1;
                let is_current = current == Some(shown.listing.id);
                // The head of the list is its first row, and numbers begin with 1.
                let row = self
                    .application_row(shown)
                    .attribute("aria-rowindex", (number + 2).to_string())
                    .attribute("tabindex", if is_current { "0" } else { "-1" });
                focused(row, screen.focus == Some(shown.listing.id))
            }
        });
        let rows = rows.collect();
        Card::new("applications-grid", GRID)
            .attribute("aria-rowcount", (screen.picked + 1).to_string())
            .list("columns", COLUMNS.iter().map(head).collect())
            .list("rows", rows)
    }

    fn lane(&self, lane: &LaneShown<'_>, moved: Option<ApplicationId>, focus: Option<ApplicationId>) -> Card {
        let beyond = lane.count - lane.shown.len().min(lane.count);
        let beyond = Some(beyond).filter(|beyond| *beyond > 0).map(|beyond| {
            let text = self.words.count(beyond, Word::ShowMoreOne, Word::ShowMoreOther);
            Card::new("lane-more", lane.lane.key()).text("text", text)
        });
        let cards = lane.shown.iter();
        let is = |one: Option<ApplicationId>, shown: &Shown<'_>| one == Some(shown.listing.id);
        let cards = cards.map(|shown| focused(self.board_card(shown, is(moved, shown)), is(focus, shown)));
        Card::new("lane", format!("#{}", lane.lane.key()))
            .text("name", self.words.text(lane_name(lane.lane)))
            .text("count", self.words.number(lane.count))
            .list("cards", cards.collect())
            .list("beyond", beyond.into_iter().collect())
    }
}

/// A card that takes the focus when it appears, where it is to.
fn focused(card: Card, is_focused: bool) -> Card {
    if is_focused {
        card.attribute("data-focus", "")
    } else {
        card
    }
}

/// What a lane is called.
pub(super) const fn lane_name(lane: Lane) -> Word {
    match lane {
        Lane::Saved => Word::StageSaved,
        Lane::Applied => Word::StageApplied,
        Lane::InTouch => Word::StageInTouch,
        Lane::Interviewing => Word::StageInterviewing,
        Lane::Offered => Word::StageOffered,
        Lane::Ended => Word::LaneEnded,
    }
}

const fn column_name(column: Column) -> Word {
    match column {
        Column::Title => Word::FieldTitle,
        Column::Company => Word::FieldCompany,
        Column::Place => Word::FieldPlace,
        Column::Stage => Word::ColumnStage,
        Column::Applied => Word::StageApplied,
        Column::Heard => Word::ColumnHeard,
        Column::Next => Word::ColumnNext,
    }
}
