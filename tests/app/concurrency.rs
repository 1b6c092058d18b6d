//! Two windows at once.

use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

use pollster::block_on;
use your_move::app::{Problem, Target, carry_out};
use your_move::capture::{Found, read};
use your_move::domain::{Refusal, What};
use your_move::ledger::Command;

use super::desk::{Desk, gardener};
use super::sound::{applications, check_sound};
use super::world::Model;

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

fn capture(world: &Model) -> (Target, Command) {
    let (Found::Posting(posting), _) = read(&gardener()) else {
        panic!("no posting");
    };
    let today = your_move::app::Clock::today(world).0;
    (Target::New, Command::Log(vec![(today, What::Captured { posting })]))
}

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

#[test]
fn nothing_is_lost_between_two_windows() {
    let world = Desk::applied("2026-11-02").world;
    let id = applications(&world)[0].application();
    let today = your_move::app::Clock::today(&world).0;
    let hundred = || async {
        for _ in 0..100 {
            let what = What::CheckedIn {
                whom: None,
                channel: None,
            };
            let command = Command::Log(vec![(today, what)]);
            carry_out(&world, Target::Kept(id), command).await.expect("carried out");
        }
    };
    block_on(both(hundred(), hundred()));
    assert_eq!(applications(&world)[0].events().len(), 202);
    check_sound(&world);
}
