//! The storage fails, or the world stops, at every step: nothing half done, nothing written after a failed read.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use expect_test::expect;
use pollster::block_on;
use your_move::app::{Popup, Problem, Target, carry_out, overview, remind};
use your_move::domain::{Fault, Prose, What};
use your_move::ledger::Command;
use your_move::view::Words;

use super::commands::Ledger;
use super::desk::{Desk, gardener};
use super::sound::{applications, check_sound};
use super::world::{Call, Model, Trouble};

/// One of each kind, each on a copy of the same world.
pub(crate) fn commands() -> impl Iterator<Item = (Model, Target, Command)> {
    let ledger = Ledger::new();
    let commands = ledger.commands().into_iter();
    commands.map(move |(target, command)| (ledger.world.copy(), target, command))
}

/// A note on the one application of a world.
fn note(world: &Model) -> (Target, Command) {
    let id = applications(world)[0].application();
    let text = Prose::new("Ask about the greenhouse.").expect("a text");
    let today = your_move::app::Clock::today(world).0;
    (Target::Kept(id), Command::Log(vec![(today, What::Noted { text })]))
}

/// Goes on for so many turns, and is gone then.
pub(crate) fn for_turns<F: Future>(turns: usize, future: F) -> Option<F::Output> {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    (0..turns).find_map(|_| match future.as_mut().poll(&mut context) {
        Poll::Ready(output) => Some(output),
        Poll::Pending => None,
    })
}

/// Goes on until the world stops.
pub(crate) fn until_it_stops<F: Future>(future: F) -> Option<F::Output> {
    // More turns than any command has calls.
    for_turns(100, future)
}

/// F9: nothing lies between two calls, since there is one that writes.
#[test]
fn a_command_is_one_write() {
    for (world, target, command) in commands() {
        world.give(Trouble::None);
        block_on(carry_out(&world, target, command)).expect("carried out");
        assert_eq!(world.writes(), 1);
        assert_eq!(world.calls().last(), Some(&Call::Set));
        check_sound(&world);
    }
}

/// F9, and F6: a read that failed is never followed by a write.
#[test]
fn whatever_call_fails_all_is_as_before() {
    for (world, target, command) in commands() {
        for nth in 0.. {
            let world = world.copy();
            let before = world.kept();
            world.give(Trouble::FailsFrom(nth));
            let done = block_on(carry_out(&world, target.clone(), command.clone()));
            if done.is_ok() {
                assert!(nth > 1, "no call was made");
                break;
            }
            let calls = world.calls();
            let wrote = calls.iter().position(|call| *call == Call::Set);
            assert!(
                wrote.is_none_or(|wrote| wrote == nth),
                "written after a failed read: {calls:?}"
            );
            let fault = if wrote.is_some() {
                Fault::CannotWrite {
                    detail: "the disk is on fire".into(),
                }
            } else {
                Fault::CannotRead {
                    detail: "the disk is on fire".into(),
                }
            };
            assert_eq!(done, Err(Problem::Failed(fault)));
            assert_eq!(world.kept(), before);
        }
    }
}

/// F9: each command, stopped before and after each call.
#[test]
fn wherever_the_world_stops_it_is_the_old_or_the_new_state() {
    for (world, target, command) in commands() {
        let after = world.copy();
        block_on(carry_out(&after, target.clone(), command.clone())).expect("carried out");
        let mut states = Vec::new();
        for stop in 0.. {
            let [before_call, after_call] = [Trouble::StopsBefore(stop), Trouble::StopsAfter(stop)].map(|trouble| {
                let world = world.copy();
                world.give(trouble);
                let done = until_it_stops(carry_out(&world, target.clone(), command.clone()));
                check_sound(&world);
                (done.is_some(), world.kept())
            });
            states.extend([before_call.1, after_call.1]);
            if before_call.0 {
                break;
            }
        }
        assert!(states.contains(&world.kept()) && states.contains(&after.kept()));
        assert!(
            states
                .iter()
                .all(|state| *state == world.kept() || *state == after.kept())
        );
    }
}

/// F2: the worker, closed at each await, with an agenda that stands and with one that it has to make anew.
#[test]
fn wherever_the_worker_is_closed_the_next_one_puts_it_right() {
    let kept = Desk::applied("2026-11-02").world;
    kept.turn_to("2026-11-11");
    let derived = ["agenda/", "link/", "company/", "index/", "head"];
    for forgotten in [&[][..], &derived[..1], &derived[..3], &derived] {
        let before = kept.copy();
        forgotten.iter().for_each(|prefix| before.forget(prefix));
        let after = before.copy();
        block_on(remind(&after, Words::english())).expect("a reminder");
        check_sound(&after);
        let mut closed = 0;
        while for_turns(closed, remind(&before.copy(), Words::english())).is_none() {
            let world = before.copy();
            for_turns(closed, remind(&world, Words::english()));
            assert!(world.kept() == before.kept() || world.kept() == after.kept());
            assert!(!world.is_locked());
            block_on(remind(&world, Words::english())).expect("a reminder");
            check_sound(&world);
            assert_eq!((world.badge(), world.alarm()), (after.badge(), after.alarm()));
            closed += 1;
        }
        assert!(closed > 4, "it was closed {closed} times");
    }
}

/// F14: it is gone with all that it held.
#[test]
fn when_the_lock_holder_goes_others_go_on() {
    let world = Desk::applied("2026-11-02").world;
    let (target, command) = note(&world);
    world.give(Trouble::StopsBefore(1));
    assert!(until_it_stops(carry_out(&world, target.clone(), command.clone())).is_none());
    world.give(Trouble::None);
    block_on(carry_out(&world, target, command)).expect("carried out");
    check_sound(&world);
}

/// F6: the browser's own error.
#[test]
fn a_popup_that_cannot_read_says_so_and_shows_no_first_run() {
    let world = Desk::applied("2026-11-02").world;
    world.give(Trouble::FailsFrom(0));
    let popup = block_on(Popup::open(world.clone(), Words::english()));
    let card = popup.card();
    assert!(!super::desk::part(&card, "first_run"));
    assert!(!super::desk::part(&card, "page"));
    assert_eq!(world.writes(), 0);
    let desk = Desk::at(&world, gardener());
    expect![[r#"
        The browser could not open what you kept.
        Nothing was changed. Try again; if it stays like this, restart the browser.
        the disk is on fire"#]]
    .assert_eq(
        &["text", "advice", "detail"]
            .map(|slot| desk.text("trouble", slot))
            .join("\n"),
    );
}

/// F8: there is no room, or the browser writes no more.
#[test]
fn what_could_not_be_written_is_told_and_stays_typed() {
    let world = Model::on("2026-11-02");
    let mut desk = Desk::at(&world, gardener());
    let before = desk.first("capture-card");
    // Head, agenda and settings; all that is kept, which is nothing; the page's link; no record yet; and then the write.
    world.give(Trouble::None);
    let mut sound = Desk::at(&world.copy(), gardener());
    sound.world.give(Trouble::None);
    sound.press("applied", "capture-card", &[]);
    let write = sound.world.calls().iter().position(|call| *call == Call::Set);
    world.give(Trouble::FailsFrom(write.expect("a write")));
    desk.press("applied", "capture-card", &[("title", "Head gardener")]);
    expect!["The browser could not save this. | Nothing was changed, and what you typed is still here. Try again."]
        .assert_eq(&desk.notice());
    assert_eq!(desk.all("trouble").len(), 1);
    let after = desk.first("capture-card");
    assert_eq!((after.key, after.fields), (before.key, before.fields));
    assert!(world.kept().is_empty());
    // Once the storage is well again, it goes on.
    world.give(Trouble::None);
    desk.press("retry", "trouble", &[]);
    desk.press("applied", "capture-card", &[("title", "Head gardener")]);
    assert_eq!(desk.text("kept-card", "title"), "Head gardener");
}

/// F21: what was found stays as it is until a command writes that very record.
#[test]
fn looking_writes_nothing() {
    let world = Desk::applied("2026-11-02").world;
    world.give(Trouble::None);
    block_on(overview(&world)).expect("an overview");
    assert_eq!(world.calls(), [Call::Get]);
    Desk::at(&world, gardener());
    assert_eq!(world.writes(), 0);
    let empty = Model::on("2026-11-02");
    Desk::at(&empty, gardener());
    assert_eq!(empty.writes(), 0);
}
