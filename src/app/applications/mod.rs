//! All applications on the page of the dashboard: as a list or a board, picked, sorted, searched, and moved from stage to stage.

mod deep;
mod moves;
mod rows;

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

pub use moves::{Way, way};

use super::asked::Action;
use super::casework::Casework;
use super::form::Form;
use super::moment::PACE;
use super::ports::World;
use super::store::{listings, read_index};
use crate::archive::{Index, Key};
use crate::domain::{Application, ApplicationId, Fault};
use crate::ledger::Stamp;
use crate::view::applications::{
    Applications, Body, COLUMNS, LANES, Lane, LaneShown, MOVE, Part, Pick, Piece, Shown, Sight, Step,
};
use crate::view::{Card, Entry, Link, Open};
use deep::Deep;
use rows::{Rows, outlook};

/// So many cards of a lane are shown at first, and so many more each time.
const SHOWN: usize = 50;

/// What is shown of all applications.
pub(super) struct AllApplications {
    rows: Rows,
    /// The parts of the index that are to be read again before rows are shown.
    unread: BTreeSet<Key>,
    pick: Pick,
    /// The places of the rows that are picked, in their order.
    picked: Vec<usize>,
    deep: Deep,
    /// When what was found was last taken in.
    shown_at: DateTime<Utc>,
    sight: Sight,
    /// The row that the keys lead from.
    current: Option<ApplicationId>,
    /// The row or card that has just been led to.
    focus: Option<ApplicationId>,
    /// How many cards of each lane are shown.
    shown: [usize; LANES.len()],
    /// The card that is being asked where to.
    moved: Option<ApplicationId>,
    /// An application that was moved where several things lead, and these.
    choice: Option<(Box<Application>, Lane, Vec<Entry>)>,
}

impl AllApplications {
    /// Before anything was read.
    pub(super) fn new() -> Self {
        Self {
            rows: Rows::default(),
            unread: Index::keys().collect(),
            pick: Pick::default(),
            picked: Vec::new(),
            deep: Deep::new(""),
            shown_at: DateTime::default(),
            sight: Sight::default(),
            current: None,
            focus: None,
            shown: [SHOWN; LANES.len()],
            moved: None,
            choice: None,
        }
    }

    /// Shows what an address says, of which this is the query.
    pub(super) fn show(&mut self, query: &str) {
        self.turn_to(Pick::read(query));
    }

    /// What leads to them as they were last shown.
    pub(super) fn link(&self) -> Link {
        Link::to_picked(&self.pick)
    }

    /// The query of the address that brings back what is shown.
    pub(super) fn query(&self) -> String {
        self.pick.query()
    }

    /// Something was written under these keys: what of them is shown is read again.
    pub(super) fn forget(&mut self, keys: &[Key]) {
        let parts = keys.iter().filter(|key| matches!(key, Key::Index(_)));
        self.unread.extend(parts.cloned());
    }

    /// An application may stand otherwise now.
    pub(super) fn forget_one(&mut self, id: ApplicationId) {
        self.unread.insert(Index::key(id));
    }

    /// Takes in how the ledger stands now.
    pub(super) async fn refresh<W: World>(&mut self, case: &mut Casework<W>) {
        if !self.unread.is_empty() {
            self.read(case).await;
            self.deep = Deep::new(&self.pick.words);
        }
        self.rows.follow(&case.work.agenda, case.world.today());
        self.pick_out();
    }

    /// Reads the lines that are not known any more.
    async fn read<W: World>(&mut self, case: &mut Casework<W>) {
        let mut keys: Vec<Key> = self.unread.iter().cloned().collect();
        let is_part = keys.len() < Index::keys().count();
        let read = match is_part {
            true => read_index(&case.world, &keys).await,
            false => listings(&case.world).await,
        };
        // Where some of it cannot be read, all is.
        let read = match read {
            Err(Fault::CannotRead { .. }) if is_part => {
                keys = Index::keys().collect();
                listings(&case.world).await
            }
            read => read,
        };
        match read {
            Ok(listings) => {
                self.rows.replace(listings, |id| keys.contains(&Index::key(id)));
                self.unread.clear();
            }
            Err(fault) => case.work.trouble = Some(fault),
        }
    }

    /// The list is shown again after one of it was looked at: that is where it goes on.
    pub(super) fn return_to(&mut self, id: ApplicationId) {
        self.current = Some(id);
        self.focus = Some(id);
    }

    /// What has the focus by now has it.
    pub(super) fn settle(&mut self) {
        self.focus = None;
    }

    /// Whether something is still to be searched, and the user has not stopped that.
    pub(super) const fn is_searching(&self) -> bool {
        !self.deep.is_over() && !self.deep.is_stopped
    }

    /// Searches a part of what is kept, and says whether there is more to be shown.
    pub(super) async fn go_on<W: World>(&mut self, case: &mut Casework<W>) -> bool {
        if let Err(fault) = self.deep.go_on(&case.world, &self.rows).await {
            case.work.trouble = Some(fault);
        }
        let now = case.world.now();
        let has_news = self.deep.has_news || self.deep.progress(now).is_some();
        let shows = self.deep.is_over() || has_news && now - self.shown_at >= PACE;
        if shows {
            self.shown_at = now;
            self.take_in_found();
        }
        shows
    }

    /// Does what is asked of the list or the board, and says whether it was that.
    pub(super) async fn answer<W: World>(&mut self, action: &Action, case: &mut Casework<W>) -> bool {
        match action.name.as_str() {
            "pick" => self.turn_to(self.filled(&action.form)),
            "clear" => self.turn_to(self.pick.cleared()),
            "sort" => {
                let column = COLUMNS.iter().find(|(_, key)| *key == action.card);
                // What is asked beside no column turns the order round as it is.
                let now = action.card.is_empty().then_some(self.pick.order.by);
                if let Some(by) = column.map(|(by, _)| *by).or(now) {
                    let order = self.pick.order.asked(by);
                    self.turn_to(Pick {
                        order,
                        ..self.pick.clone()
                    });
                }
            }
            "scrolled" => self.scrolled(&action.form),
            "step" => self.step(action),
            "show_more" => {
                let shown = LANES
                    .iter()
                    .zip(&mut self.shown)
                    .find(|((_, key), _)| *key == action.card);
                shown.into_iter().for_each(|(_, shown)| *shown += SHOWN);
            }
            "ask_where" => self.moved = ApplicationId::parse(&action.card),
            "cancel" if action.choice == MOVE => self.stay(),
            "stop_search" | "search_on" => {
                self.deep.is_stopped = action.name == "stop_search";
                self.take_in_found();
            }
            "shut" => self.shut(case),
            "move_to" => self.move_to(action, case).await,
            _ => return false,
        }
        true
    }

    fn filled(&self, form: &Form) -> Pick {
        let said = |name: &str| form.has(name).then(|| form.text(name));
        let pick = self.pick.filled(said);
        let is_board = said("as").map_or(pick.is_board, |shape| shape == "board");
        Pick { is_board, ..pick }
    }

    /// Another search gives up the one before; another order or filter begins at the top.
    fn turn_to(&mut self, pick: Pick) {
        if pick == self.pick {
            return;
        }
        if pick.words != self.pick.words {
            self.deep = Deep::new(&pick.words);
        }
        self.pick = pick;
        self.current = None;
        self.moved = None;
        self.shown = [SHOWN; LANES.len()];
        self.pick_out();
    }

    /// Shows what was found so far.
    fn take_in_found(&mut self) {
        self.deep.has_news = false;
        self.pick_out();
    }

    fn pick_out(&mut self) {
        self.picked = self.rows.picked(&self.pick, &self.deep.found);
    }

    /// What the browser says of the list: how far it is scrolled, how high it is, and how high a row is.
    fn scrolled(&mut self, form: &Form) {
        let pixels = |name: &str| form.text(name).parse::<u32>().ok();
        self.sight = Sight {
            top: pixels("top").unwrap_or(self.sight.top),
            height: pixels("height").unwrap_or(self.sight.height),
            row: pixels("row").filter(|row| *row > 0).unwrap_or(self.sight.row),
        };
    }

    fn step(&mut self, action: &Action) {
        let Some(step) = Step::of(action.form.text("key")) else {
            return;
        };
        let from = ApplicationId::parse(&action.card).and_then(|id| self.number(id));
        let to = self.sight.step(step, from, self.picked.len());
        let to = to.and_then(|number| self.row(number)).map(|(_, row)| row.listing.id);
        self.focus = to;
        self.current = to.or(self.current);
    }

    /// The number of an application's row among those that are picked.
    fn number(&self, id: ApplicationId) -> Option<usize> {
        let is_it = |place: &usize| self.rows.get(*place).is_some_and(|row| row.listing.id == id);
        self.picked.iter().position(is_it)
    }

    fn row(&self, number: usize) -> Option<(usize, &rows::Row)> {
        let place = self.picked.get(number)?;
        Some((number, self.rows.get(*place)?))
    }

    /// It is not moved after all.
    fn stay(&mut self) {
        self.focus = self.moved.take();
    }

    /// Whether an application stands in another lane than it is shown in.
    pub(super) fn is_moved(&self, application: &Application) -> bool {
        let shown = self.rows.of_application(application.id);
        shown.is_none_or(|row| Lane::of(row.listing.stage) != Lane::of(application.stage))
    }

    /// Closes what was opened beside the board. What was typed there stays put by.
    pub(super) fn shut<W: World>(&mut self, case: &mut Casework<W>) {
        self.choice = None;
        self.focus = case.work.open.kept().map(|application| application.id);
        case.begin(None);
        case.work.open = Open::Nothing;
    }

    /// Opens the form of what moves an application to a lane; nothing is changed by that. Where nothing could have happened that does, it is
    /// said what could be undone.
    async fn move_to<W: World>(&mut self, action: &Action, case: &mut Casework<W>) {
        self.moved = None;
        self.choice = None;
        let id = ApplicationId::parse(&action.card);
        let (Some(id), Some(lane)) = (id, Lane::named(action.form.text("lane"))) else {
            return;
        };
        let Some(application) = case.load(id).await else { return };
        let mut stamp = Stamp {
            today: case.world.today(),
            now: case.world.now(),
            next_id: &mut || case.world.event(),
        };
        match way(&application, lane, &mut stamp) {
            Way::Here => {}
            Way::Write(entries) => {
                case.show(application.clone());
                match entries.as_slice() {
                    [entry] => case.take_up(*entry),
                    _ => self.choice = Some((Box::new(application), lane, entries)),
                }
            }
            Way::Undo(events) => {
                case.refuse(case.voice().move_refused(&application, lane, &events));
                case.show(application);
            }
            Way::Nothing => case.refuse(case.voice().move_refused(&application, lane, &[])),
        }
    }

    /// List or board, and beside it the application that is being moved.
    pub(super) fn card<W: World>(&self, case: &Casework<W>) -> Card {
        let voice = case.voice();
        let screen = voice.applications(&Applications {
            pick: &self.pick,
            picked: self.picked.len(),
            all: self.rows.len(),
            is_searched: self.deep.is_over(),
            search: self.deep.progress(case.world.now()),
            focus: self.focus,
            body: self.body(case),
        });
        let choice = self.choice.as_ref().filter(|_| case.work.entry.is_none());
        let choice = choice.map(|(application, lane, entries)| voice.move_choice(application, *lane, entries));
        let open = case.work.open_card(&voice);
        screen.list(
            "aside",
            open.map(|open| voice.moved(open, choice)).into_iter().collect(),
        )
    }

    fn body<'a, W: World>(&'a self, case: &'a Casework<W>) -> Body<'a> {
        let show = |row: &'a rows::Row| Shown {
            listing: &row.listing,
            outlook: outlook(&case.work.agenda, row.listing.id),
            excerpt: self.deep.found.get(&row.listing.id),
        };
        if self.pick.is_board {
            let lanes = self.rows.by_lane(&self.picked).into_iter().zip(LANES).zip(self.shown);
            let lanes = lanes.map(|((places, (lane, _)), shown)| LaneShown {
                lane,
                count: places.len(),
                shown: places
                    .iter()
                    .take(shown)
                    .filter_map(|place| self.rows.get(*place))
                    .map(show)
                    .collect(),
            });
            return Body::Board {
                lanes: lanes.collect(),
                moved: self.moved,
            };
        }
        let current = self.current.and_then(|id| self.number(id));
        let pieces = self.sight.pieces(self.picked.len(), current).into_iter();
        let parts = pieces.filter_map(|piece| match piece {
            Piece::Gap(height) => Some(Part::Gap(height)),
            Piece::Row(number) => self.row(number).map(|(number, row)| Part::Row(number, show(row))),
        });
        let parts: Vec<Part<'_>> = parts.collect();
        // Without one the first in the document can be reached by the keyboard.
        let first = parts.iter().find_map(|part| match part {
            Part::Row(_, shown) => Some(shown.listing.id),
            Part::Gap(_) => None,
        });
        Body::List {
            current: current.and(self.current).or(first),
            parts,
        }
    }
}
