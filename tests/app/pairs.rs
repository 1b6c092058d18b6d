//! Two machines, and applications that became one on one of them: after files went both ways, both have the same, and nothing is out of sight.

use pollster::block_on;
use your_move::app::{Clock as _, Target, carry_out, load};
use your_move::domain::{Application, ApplicationId, Prose, Stage, What};
use your_move::ledger::Command;

use super::backup::{Board, backup_of};
use super::desk::{Desk, asked, page};
use super::restore::whole;
use super::sound::{applications, check_sound};
use super::world::Model;

fn log(world: &Model, id: ApplicationId, what: What) {
    let command = Command::Log(vec![(world.today().0, what)]);
    block_on(carry_out(world, Target::Kept(id), command)).expect("kept");
}

fn noted() -> What {
    What::Noted {
        text: Prose::new("They called.").expect("a text"),
    }
}

fn pair(world: &Model, name: &str, own: ApplicationId, other: ApplicationId) {
    let mut board = Board::at(world, &format!("application/{own}"));
    let card = board.all("kept-card").remove(0).key;
    block_on(board.board_mut().act(asked(name, &card, &other.to_string(), &[])));
    board.finish();
    check_sound(world);
}

fn take(world: &Model, from: &Model) {
    let file = backup_of(from);
    let mut board = Board::at(world, "machine");
    board.act("restore", "restore", &[("file", &file)]);
    board.act("bring_in", "preview", &[]);
    check_sound(world);
}

/// Files go both ways, until there is nothing more to bring in.
#[track_caller]
fn exchange(one: &Model, other: &Model) {
    for _ in 0..2 {
        take(other, one);
        take(one, other);
    }
    assert_eq!(whole(one), whole(other));
}

/// Two machines with the same two applications, the older one saved and the younger one applied to.
fn machines() -> (Model, Model, ApplicationId, ApplicationId) {
    let one = Model::on("2026-11-02");
    let keep = |address: &str, how: &str| {
        Desk::at(&one, page(address, "Gardener", "Northwind", "")).press(how, "capture-card", &[]);
    };
    keep("https://a.example/1", "save");
    keep("https://b.example/1", "applied");
    let mut ids: Vec<ApplicationId> = applications(&one).iter().map(|record| record.application()).collect();
    ids.sort();
    let other = one.copy();
    // Two machines give no identity twice.
    other.turn_away();
    other.sleep(1);
    (one, other, ids[0], ids[1])
}

fn get(world: &Model, id: ApplicationId) -> Application {
    block_on(load(world, id)).expect("no fault").expect("it is kept")
}

fn notes(application: &Application) -> usize {
    let notes = application.history.iter();
    notes.filter(|event| matches!(event.what, What::Noted { .. })).count()
}

#[test]
fn what_one_machine_wrote_down_of_a_part_stands_on_the_whole() {
    let (one, other, older, younger) = machines();
    pair(&one, "same", older, younger);
    log(&other, younger, noted());
    exchange(&one, &other);
    for world in [&one, &other] {
        assert_eq!(notes(&get(world, older)), 1);
        assert_eq!(get(world, younger).joined_into(), Some(older));
    }
}

#[test]
fn joined_on_both_and_parted_on_one_they_are_two() {
    let (one, other, older, younger) = machines();
    pair(&one, "same", older, younger);
    pair(&other, "same", older, younger);
    other.sleep(1);
    one.sleep(3);
    pair(&one, "part", older, younger);
    exchange(&one, &other);
    for world in [&one, &other] {
        assert_eq!(
            (get(world, older).stage, get(world, younger).stage),
            (Stage::Saved, Stage::Applied)
        );
        let board = Board::at(world, &format!("application/{older}"));
        assert!(!super::desk::part(&board.all("neighbour-row")[0], "part"));
    }
}

#[test]
fn parted_on_one_and_joined_later_on_the_other_they_are_one() {
    let (one, other, older, younger) = machines();
    pair(&one, "same", older, younger);
    pair(&one, "part", older, younger);
    other.sleep(3);
    pair(&other, "same", older, younger);
    exchange(&one, &other);
    for world in [&one, &other] {
        assert_eq!(get(world, older).stage, Stage::Applied);
        assert_eq!(get(world, younger).joined_into(), Some(older));
    }
}

#[test]
fn what_became_part_of_one_that_was_deleted_elsewhere_stands_alone_again() {
    let (one, other, older, younger) = machines();
    pair(&one, "same", older, younger);
    block_on(carry_out(&other, Target::Kept(older), Command::Erase)).expect("deleted");
    exchange(&one, &other);
    for world in [&one, &other] {
        assert!(get(world, older).is_gone());
        assert_eq!(get(world, younger).stage, Stage::Applied);
    }
}
