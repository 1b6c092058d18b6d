//! The page that welcomes is for those who are new.

use pollster::block_on;
use your_move::app::{Mirrored, Shelf, is_new};
use your_move::archive::Key;

use super::desk::Desk;
use super::world::{Model, Trouble};

#[test]
fn who_has_kept_nothing_is_new() {
    assert!(block_on(is_new(&Model::on("2026-11-02"))));
    assert!(!block_on(is_new(&Desk::applied("2026-11-02").world)));
}

/// F10: a store that was emptied is none that was never used.
#[test]
fn whose_ledger_is_gone_is_not_new() {
    let world = Model::on("2026-11-02");
    let mirror = world.mirror().expect("a mirror");
    block_on(mirror.set(&[(Key::Head, "a head".to_owned())])).expect("kept");
    assert!(!block_on(is_new(&world)));
}

#[test]
fn who_cannot_be_asked_is_not_new() {
    let world = Model::on("2026-11-02");
    world.give(Trouble::FailsFrom(0));
    assert!(!block_on(is_new(&world)));
}
