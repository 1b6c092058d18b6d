//! One posting at several addresses, and several applications at one company: what is suggested, joined and parted.

use pollster::block_on;
use your_move::app::{Dashboard, find};
use your_move::archive::ApplicationRecord;
use your_move::domain::{ApplicationId, SafeLink};
use your_move::ledger::fold;
use your_move::view::{Card, Words};

use super::desk::{Desk, asked, page, part, text, within};
use super::failures::until_it_stops;
use super::sound::{applications, check_sound};
use super::world::{Model, Trouble};

const BOARD: &str = "https://aggregator.example/jobs/77";
const OWN: &str = "https://careers.northwind.example/backend";

/// A posting with a number, or without one where that is empty.
fn posting(address: &str, title: &str, company: &str, reference: &str) -> your_move::capture::PageSnapshot {
    let more = match reference {
        "" => String::new(),
        number => format!(r#","identifier":{{"@type":"PropertyValue","name":"{company}","value":"{number}"}}"#),
    };
    page(address, title, company, &more)
}

fn keep(world: &Model, address: &str, title: &str, company: &str, how: &str) {
    world.turn_the_leaf();
    Desk::at(world, posting(address, title, company, "")).press(how, "capture-card", &[]);
}

fn ids(world: &Model) -> Vec<ApplicationId> {
    let mut ids: Vec<_> = applications(world).iter().map(ApplicationRecord::application).collect();
    ids.sort();
    ids
}

/// The rows of a card: what is asked of each, its title, and what is known.
fn rows(card: &Card) -> Vec<String> {
    let rows = within(card, "neighbour-row").into_iter();
    rows.map(|row| [text(&row, "bond"), text(&row, "which"), text(&row, "rest")].join(" | "))
        .collect()
}

/// The application to which an address leads.
fn keeper(world: &Model, address: &str) -> Option<ApplicationId> {
    let address = SafeLink::new(address).expect("an address");
    block_on(find(world, &address)).expect("no fault").map(|found| found.id)
}

#[test]
fn the_same_posting_elsewhere_is_taken_for_the_one_that_is_kept() {
    let world = Model::on("2026-11-02");
    keep(&world, BOARD, "Backend Engineer", "Northwind", "save");
    world.turn_to("2026-11-04");
    let mut desk = Desk::at(
        &world,
        posting(OWN, "Backend Engineer (m/f/d)", "Northwind GmbH", "R-7"),
    );
    let card = desk.first("capture-card");
    assert_eq!(text(&card, "neighbours_heading"), "Also at Northwind");
    assert_eq!(
        rows(&card),
        ["The same posting? | Backend Engineer | Saved on Mon 2 Nov"]
    );
    let row = desk.first("neighbour-row");
    assert!(part(&row, "same"));
    desk.press_on("same", &card, &row.key, &[]);
    assert_eq!(ids(&world).len(), 1);
    assert_eq!(desk.text("kept-card", "title"), "Backend Engineer");
    assert!(
        desk.notice()
            .starts_with("The same posting, saved at careers.northwind.example. | ")
    );
    for address in [BOARD, OWN] {
        assert_eq!(keeper(&world, address), Some(ids(&world)[0]), "{address}");
    }
    // It can be taken back: then it is one that is not kept.
    let notice = desk.first("notice");
    desk.press_on("undo", &notice, "", &[]);
    assert_eq!(keeper(&world, OWN), None);
    assert_eq!(keeper(&world, BOARD), Some(ids(&world)[0]));
    assert_eq!(desk.all("capture-card").len(), 1);
}

/// Keeps a posting, and opens another: whether it is asked if they are the same.
#[track_caller]
fn check_suggested(kept: [&str; 3], opened: [&str; 3], expected: bool) {
    let world = Model::on("2026-11-02");
    let [title, company, reference] = kept;
    Desk::at(&world, posting(BOARD, title, company, reference)).press("save", "capture-card", &[]);
    let [title, company, reference] = opened;
    let desk = Desk::at(&world, posting(OWN, title, company, reference));
    let asks = desk.all("neighbour-row").iter().any(|row| part(row, "same"));
    assert_eq!(asks, expected, "{opened:?}");
}

#[test]
fn it_is_asked_where_company_and_title_are_alike_and_no_number_says_otherwise() {
    let kept = ["Backend Engineer", "Northwind", "R-7"];
    check_suggested(kept, ["Backend Engineer, Remote", "NORTHWIND Inc.", "R-7"], true);
    check_suggested(kept, ["Backend Engineer", "Northwind", ""], true);
    check_suggested(kept, ["Backend Engineer", "Northwind", "R-8"], false);
    check_suggested(kept, ["Frontend Engineer", "Northwind", "R-7"], false);
    check_suggested(kept, ["Backend Engineer", "Southwind", "R-7"], false);
}

#[test]
fn that_one_applied_there_before_is_told() {
    let world = Model::on("2026-03-02");
    keep(&world, BOARD, "Data Engineer", "Northwind", "applied");
    let mut desk = Desk::at(&world, posting(BOARD, "Data Engineer", "Northwind", ""));
    desk.log("rejected", &[]);
    world.turn_to("2026-11-02");
    let mut desk = Desk::at(&world, posting(OWN, "Gardener", "Northwind", ""));
    let card = desk.first("capture-card");
    assert_eq!(text(&card, "neighbours_heading"), "You applied here before");
    assert_eq!(rows(&card), [" | Data Engineer | Rejected · you applied on Mon 2 Mar"]);
    assert!(!part(&desk.first("neighbour-row"), "same"));
    // On its own card as well, and from there it leads to the other.
    desk.press("applied", "capture-card", &[]);
    let card = desk.first("kept-card");
    assert_eq!(text(&card, "neighbours_heading"), "You applied here before");
    let row = desk.first("neighbour-row");
    desk.press_on("visit", &card, &row.key, &[]);
    assert_eq!(desk.text("kept-card", "title"), "Data Engineer");
}

#[test]
fn what_was_deleted_or_is_elsewhere_is_not_told() {
    let world = Model::on("2026-11-02");
    keep(&world, BOARD, "Gardener", "Northwind", "applied");
    keep(&world, "https://jobs.example/3", "Gardener", "Southwind", "applied");
    let mut desk = Desk::at(&world, posting(BOARD, "Gardener", "Northwind", ""));
    desk.log("erased", &[]);
    assert_eq!(
        rows(&Desk::at(&world, posting(OWN, "Gardener", "Northwind", "")).card()),
        [""; 0]
    );
}

struct Board(Dashboard<Model>);

impl Board {
    /// The dashboard on an application's page.
    fn at(world: &Model, application: ApplicationId) -> Self {
        let hash = format!("application/{application}");
        let mut board = Self(block_on(Dashboard::open(world.clone(), Words::english(), &hash)));
        block_on(board.0.look_again());
        board.read();
        board
    }

    fn read(&mut self) {
        while block_on(self.0.read_on()).is_some() {}
    }

    fn press(&mut self, world: &Model, name: &str, card: &str, choice: &str) -> bool {
        let is_done = block_on(self.0.act(asked(name, card, choice, &[])));
        self.read();
        check_sound(world);
        is_done
    }

    fn first(&self, template: &str) -> Card {
        within(&self.0.card(), template).remove(0)
    }

    /// Joins the one that is open with another, or parts them.
    fn pair(&mut self, world: &Model, name: &str, other: ApplicationId) {
        let card = self.first("kept-card").key;
        assert!(self.press(world, name, &card, &other.to_string()));
    }

    fn undo(&mut self, world: &Model) {
        let notice = self.first("notice").key;
        assert!(self.press(world, "undo", &notice, ""));
    }
}

/// A world with one that is saved and a later one that was applied to, and both.
fn two() -> (Model, ApplicationId, ApplicationId) {
    let world = Model::on("2026-11-02");
    keep(&world, BOARD, "Backend Engineer", "Northwind", "save");
    world.turn_to("2026-11-04");
    keep(&world, OWN, "Backend Engineer", "Northwind", "applied");
    let [older, younger] = ids(&world).try_into().expect("two");
    (world, older, younger)
}

/// What is shown of the ledger, whichever way it came to be so.
fn state(world: &Model) -> Vec<(ApplicationId, your_move::domain::Stage, Option<ApplicationId>)> {
    let folded = applications(world)
        .into_iter()
        .map(|record| fold(record.application(), record.events()));
    folded
        .map(|application| (application.id, application.stage, application.joined_into()))
        .collect()
}

#[test]
fn two_that_are_kept_are_joined_and_parted_from_either_page() {
    for is_from_younger in [true, false] {
        let (world, older, younger) = two();
        let before = state(&world);
        let (own, other) = if is_from_younger {
            (younger, older)
        } else {
            (older, younger)
        };
        let mut board = Board::at(&world, own);
        assert!(part(&board.first("neighbour-row"), "same"));
        board.pair(&world, "same", other);
        let joined = state(&world);
        // The one that has all of it is shown, and it was applied to.
        let card = board.first("kept-card");
        assert_eq!(
            (card.key.clone(), text(&card, "stage")),
            (older.to_string(), "Applied".to_owned())
        );
        assert_eq!(rows(&card)[0].split(" | ").next(), Some("Joined with this one"));
        for address in [BOARD, OWN] {
            assert_eq!(keeper(&world, address), Some(older), "{address}");
        }
        board.undo(&world);
        assert_eq!(state(&world), before);
        assert_eq!(
            (keeper(&world, BOARD), keeper(&world, OWN)),
            (Some(older), Some(younger))
        );
        board.undo(&world);
        assert_eq!(state(&world), joined);
        // Long after, from the page of the one that is part of the other.
        let mut board = Board::at(&world, younger);
        assert_eq!(text(&board.first("kept-card"), "stage"), "Joined");
        board.pair(&world, "part", older);
        assert_eq!(state(&world), before);
    }
}

#[test]
fn with_the_one_goes_what_turned_out_to_be_it() {
    let (world, older, younger) = two();
    let mut board = Board::at(&world, older);
    board.pair(&world, "same", younger);
    let mut desk = Desk::at(&world, posting(OWN, "Backend Engineer", "Northwind", ""));
    desk.log("erased", &[]);
    assert!(
        applications(&world)
            .iter()
            .all(|record| fold(record.application(), record.events()).is_gone())
    );
}

#[test]
fn a_person_who_is_deleted_is_deleted_from_what_was_joined_too() {
    let world = Model::on("2026-11-02");
    keep(&world, BOARD, "Backend Engineer", "Northwind", "save");
    keep(&world, OWN, "Backend Engineer", "Northwind", "applied");
    let [older, younger] = ids(&world).try_into().expect("two");
    Desk::at(&world, posting(OWN, "Backend Engineer", "Northwind", "")).log("interviewed", &[("people", "Dana Kim")]);
    Board::at(&world, older).pair(&world, "same", younger);
    assert!(world.kept().values().filter(|text| text.contains("Dana Kim")).count() > 0);
    let mut board = Board::at(&world, older);
    block_on(board.0.go("people"));
    board.read();
    let row = board.first("person-row").key;
    board.press(&world, "person", &row, "");
    assert!(board.press(&world, "forget", &row, ""));
    let told: Vec<_> = world
        .kept()
        .into_iter()
        .filter(|(_, text)| text.contains("Dana Kim"))
        .collect();
    assert_eq!(told, []);
}

/// A button that is pressed has its command prepared, which holds the ledger.
#[test]
fn what_is_pressed_to_delete_both_does_not_wait_for_itself() {
    let (world, older, younger) = two();
    Board::at(&world, older).pair(&world, "same", younger);
    let mut desk = Desk::at(&world, posting(OWN, "Backend Engineer", "Northwind", ""));
    let card = desk.first("kept-card");
    desk.press_on("log", &card, "erased", &[]);
    desk.hold("keep", "kept-card");
    desk.keep(&[]);
    assert!(applications(&world).iter().all(|record| record.fold().is_gone()));
}

#[test]
fn one_that_is_part_of_another_is_written_down_there_and_parted_alone() {
    let (world, older, younger) = two();
    Board::at(&world, older).pair(&world, "same", younger);
    let board = Board::at(&world, younger);
    let entries = within(&board.0.card(), "entry-button");
    assert_eq!(
        entries.iter().map(|entry| entry.key.as_str()).collect::<Vec<_>>(),
        ["erased"]
    );
    assert_eq!(rows(&board.0.card()).len(), 1);
}

#[test]
fn what_two_machines_kept_each_leads_to_the_older_whatever_becomes_of_the_other() {
    let one = Model::on("2026-11-02");
    let other = Model::on("2026-11-02");
    other.turn_away();
    for world in [&one, &other] {
        Desk::at(world, posting(OWN, "Backend Engineer", "Northwind", "")).press("save", "capture-card", &[]);
    }
    let file = super::backup::backup_of(&other);
    let mut board = super::backup::Board::at(&one, "machine");
    board.act("restore", "restore", &[("file", &file)]);
    board.act("bring_in", "preview", &[]);
    let [older, younger] = ids(&one).try_into().expect("two");
    Board::at(&one, older).pair(&one, "same", younger);
    assert_eq!(keeper(&one, OWN), Some(older));
    Board::at(&one, older).pair(&one, "part", younger);
    assert_eq!(keeper(&one, OWN), Some(older));
}

/// F9: two applications change in one write, or neither does.
#[test]
fn wherever_the_world_stops_both_are_joined_or_neither() {
    for name in ["same", "part"] {
        let (world, older, younger) = two();
        if name == "part" {
            Board::at(&world, older).pair(&world, "same", younger);
        }
        let after = world.copy();
        Board::at(&after, older).pair(&after, name, younger);
        let ends = [state(&world), state(&after)];
        let mut seen = Vec::new();
        for stop in 0.. {
            let is_over = [Trouble::StopsBefore(stop), Trouble::StopsAfter(stop)].map(|trouble| {
                let world = world.copy();
                let mut board = Board::at(&world, older);
                let card = board.first("kept-card").key;
                world.give(trouble);
                let done = until_it_stops(board.0.act(asked(name, &card, &younger.to_string(), &[])));
                world.give(Trouble::None);
                check_sound(&world);
                seen.push(state(&world));
                done.is_some()
            });
            if is_over[0] {
                break;
            }
        }
        assert!(seen.iter().all(|state| ends.contains(state)));
        assert!(ends.iter().all(|end| seen.contains(end)));
    }
}

/// F9: so it is where both are deleted.
#[test]
fn wherever_it_fails_or_stops_both_are_deleted_or_neither() {
    let (world, older, younger) = two();
    Board::at(&world, older).pair(&world, "same", younger);
    let gone = |world: &Model| -> Vec<bool> {
        applications(world)
            .iter()
            .map(|record| record.fold().is_gone())
            .collect()
    };
    let mut seen = Vec::new();
    for nth in 0.. {
        let troubles = Trouble::at(nth);
        let is_over = troubles.map(|trouble| {
            let world = world.copy();
            let mut board = Board::at(&world, older);
            let card = board.first("kept-card").key;
            block_on(board.0.act(asked("log", &card, "erased", &[])));
            let form = board.first("entry-form").key;
            world.give(trouble);
            let done = until_it_stops(board.0.act(asked("keep", &card, &form, &[])));
            world.give(Trouble::None);
            check_sound(&world);
            seen.push(gone(&world));
            done == Some(true)
        });
        if is_over == [true; 3] {
            assert!(nth > 1, "no call was made");
            break;
        }
    }
    let ends = [vec![false; 2], vec![true; 2]];
    assert!(seen.iter().all(|gone| ends.contains(gone)), "{seen:?}");
    assert!(ends.iter().all(|end| seen.contains(end)));
}

/// F6: where something fails nothing is changed, and it is said.
#[test]
fn a_write_that_fails_joins_nothing() {
    let (world, older, younger) = two();
    let before = world.kept();
    for nth in 0..4 {
        let mut board = Board::at(&world, older);
        let card = board.first("kept-card").key;
        world.give(Trouble::FailsFrom(nth));
        let is_done = block_on(board.0.act(asked("same", &card, &younger.to_string(), &[])));
        assert!(!is_done);
        world.give(Trouble::None);
        assert_eq!(world.kept(), before, "{nth}");
    }
}

/// A slip of the finger, or of somebody who writes to the page: what is not there is not joined.
#[test]
fn only_what_is_kept_is_joined() {
    let (world, older, _) = two();
    let stranger = ApplicationId::new(u64::MAX >> 17, [7; 10]);
    let mut board = Board::at(&world, older);
    let card = board.first("kept-card").key;
    for other in [stranger.to_string(), older.to_string(), String::new(), "x".to_owned()] {
        let before = world.kept();
        block_on(board.0.act(asked("same", &card, &other, &[])));
        assert_eq!(world.kept(), before, "{other}");
    }
}
