//! Two windows at once.

use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::task::Poll;

use pollster::block_on;
use your_move::app::{Action, Problem, Target, carry_out, remind};
use your_move::capture::{Found, read};
use your_move::domain::{Prose, Refusal, What};
use your_move::ledger::Command;
use your_move::view::Words;

use super::commands::Ledger;
use super::desk::{Desk, gardener};
use super::sound::{applications, check_sound};
use super::world::{Call, Model, Trouble};

/// Both, turn by turn.
async fn both<A: Future, B: Future>(one: A, other: B) -> (A::Output, B::Output) {
    let (mut one, mut other) = (pin!(one), pin!(other));
    let (mut first, mut second) = (None, None);
    poll_fn(|context| {
        if first.is_none()
            && let Poll::Ready(output) = one.as_mut().poll(context)
        {
            first = Some(output);
        }
        if second.is_none()
            && let Poll::Ready(output) = other.as_mut().poll(context)
        {
            second = Some(output);
        }
        match (first.take(), second.take()) {
            (Some(first), Some(second)) => Poll::Ready((first, second)),
            (one, other) => {
                (first, second) = (one, other);
                Poll::Pending
            }
        }
    })
    .await
}

/// All, turn by turn.
pub(crate) async fn all(mut tasks: Vec<Pin<Box<dyn Future<Output = ()> + '_>>>) {
    poll_fn(|context| {
        tasks.retain_mut(|task| task.as_mut().poll(context).is_pending());
        if tasks.is_empty() {
            Poll::Ready(())
        } else {
            Poll::Pending
        }
    })
    .await;
}

fn capture(world: &Model) -> (Target, Command) {
    let (Found::Posting(posting), _) = read(&gardener()) else {
        panic!("no posting");
    };
    let today = your_move::app::Clock::today(world).0;
    (Target::New, Command::Log(vec![(today, What::Captured { posting })]))
}

/// F13.
#[test]
fn one_page_captured_twice_at_once_is_one_application() {
    let world = Model::on("2026-11-02");
    let ((to, this), (too, that)) = (capture(&world), capture(&world));
    let (one, other) = block_on(both(carry_out(&world, to, this), carry_out(&world, too, that)));
    assert!(one.is_ok());
    assert_eq!(other, Err(Problem::Refused(Refusal::AlreadyKept)));
    assert_eq!(applications(&world).len(), 1);
    check_sound(&world);
}

/// F12: popup and two dashboards with a hundred commands each, on one application and on others of its company, while the worker wakes a
/// hundred times.
#[test]
fn nothing_is_lost_between_windows_and_worker() {
    let ledger = Ledger::new();
    let world = &ledger.world;
    let before: usize = applications(world).iter().map(|record| record.events().len()).sum();
    let today = your_move::app::Clock::today(world).0;
    let hundred = |id| async move {
        for _ in 0..100 {
            let text = Prose::new("Ask about the greenhouse.").expect("a text");
            let command = Command::Log(vec![(today, What::Noted { text })]);
            carry_out(world, Target::Kept(id), command).await.expect("carried out");
        }
    };
    let worker = async {
        for _ in 0..100 {
            remind(world, Words::english()).await.expect("a reminder");
        }
    };
    block_on(all(vec![
        Box::pin(hundred(ledger.open)),
        Box::pin(hundred(ledger.open)),
        Box::pin(hundred(ledger.saved)),
        Box::pin(worker),
    ]));
    let after: usize = applications(world).iter().map(|record| record.events().len()).sum();
    assert_eq!(after, before + 300);
    check_sound(world);
}

/// One on which a check-in is due.
fn due() -> Desk {
    let mut desk = Desk::applied("2026-11-02");
    desk.come_back("2026-11-11", gardener());
    desk
}

#[test]
fn what_is_pressed_is_prepared() {
    let mut desk = due();
    desk.hold("sent", "move-row");
    desk.world.give(Trouble::None);
    desk.press("sent", "move-row", &[]);
    assert_eq!(
        desk.world.calls().first(),
        Some(&Call::Set),
        "all was read before the click"
    );
    assert!(desk.moves().is_empty());
}

#[test]
fn what_is_pressed_and_let_go_holds_nobody_up() {
    let mut desk = due();
    let mut other = Desk::at(&desk.world, gardener());
    desk.hold("sent", "move-row");
    assert!(desk.world.is_locked());
    desk.let_go();
    assert!(!desk.world.is_locked());
    other.press("sent", "move-row", &[]);
    // What it has in sight is done by now.
    desk.hold("sent", "move-row");
    assert!(!desk.world.is_locked());
    desk.press("sent", "move-row", &[]);
    assert_eq!(applications(&desk.world)[0].events().len(), 3);
}

#[test]
fn a_press_waits_for_nobody() {
    let mut desk = due();
    let guard = block_on(your_move::app::Lock::acquire(&desk.world)).expect("the lock");
    desk.hold("sent", "move-row");
    drop(guard);
    desk.press("sent", "move-row", &[]);
    assert!(desk.moves().is_empty());
}

#[test]
fn another_button_than_the_one_that_was_pressed_does_what_it_says() {
    for (pressed, clicked) in [("sent", "skip"), ("skip", "sent")] {
        let mut desk = due();
        desk.hold(pressed, "move-row");
        desk.press(clicked, "move-row", &[]);
        assert!(!desk.world.is_locked());
        let record = &applications(&desk.world)[0];
        let last = &record.events()[2].what;
        assert_eq!(matches!(last, What::Skipped { .. }), clicked == "skip", "{last:?}");
    }
    // Nor does one of the screen itself wait for it.
    let mut desk = due();
    desk.hold("sent", "move-row");
    desk.world.forget("agenda/");
    desk.act(Action {
        name: "retry".to_owned(),
        ..Action::default()
    });
    assert!(!desk.world.is_locked());
}

#[test]
fn a_page_that_comes_between_press_and_click_waits_for_nothing() {
    let mut desk = Desk::unread(&due().world);
    desk.hold("sent", "move-row");
    // What it is looked up in has to be made anew, under the lock.
    let kept = desk.world.kept();
    let links = kept.keys().find(|key| key.starts_with("link/")).expect("links");
    desk.world.put(links, "not a record");
    desk.see(&gardener().address, Ok(gardener()));
    desk.press("sent", "move-row", &[]);
    assert_eq!(applications(&desk.world)[0].events().len(), 3);
}
