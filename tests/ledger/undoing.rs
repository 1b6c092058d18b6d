//! Taking back, and taking that back.

use chrono::TimeDelta;
use your_move::domain::{Ending, Refusal, Stage, What};
use your_move::ledger::Command;

use super::story::{Story, applied, heard};

#[test]
fn an_undoing_can_be_undone_again_and_again() {
    let mut story = Story::new();
    let mut latest = story.log("2026-11-02", applied());
    for turn in 0..6 {
        assert_eq!(
            story.application().stage,
            if turn % 2 == 0 { Stage::Applied } else { Stage::Saved }
        );
        latest = story.undo(latest);
    }
}

/// F25.
#[test]
fn whatever_the_clock_says_meanwhile() {
    let mut story = Story::new();
    let event = story.log("2026-11-02", applied());
    let undone = story.undo(event);
    story.now -= TimeDelta::days(2);
    story.undo(undone);
    assert_eq!(story.application().stage, Stage::Applied);
    story.undo(event);
    assert_eq!(story.application().stage, Stage::Saved);
}

#[test]
fn what_is_undone_is_not_undone_once_more() {
    let mut story = Story::new();
    let event = story.log("2026-11-02", applied());
    story.undo(event);
    assert_eq!(story.ask(Command::Undo(vec![event])), Err(Refusal::AlreadyUndone));
}

#[test]
fn undoing_a_correction_brings_back_what_was_there() {
    let mut story = Story::new();
    let event = story.log("2026-11-02", super::story::title("Head gardener"));
    story.undo(event);
    let facts = story.application().facts;
    assert_eq!(
        facts.title.as_ref().map(ToString::to_string).as_deref(),
        Some("Gardener")
    );
}

#[test]
fn all_undone_is_never_kept() {
    let mut story = Story::new();
    story.log("2026-11-02", heard());
    let all: Vec<_> = story.events.iter().map(|event| event.id).collect();
    let undone = story.ask(Command::Undo(all)).expect("undone");
    let gone = story.application();
    assert!(gone.is_gone() && gone.stage == Stage::Ended(Ending::Erased));
    assert_eq!(gone.facts.title, None);
    // And is there again when that is undone.
    story.ask(Command::Undo(undone)).expect("undone");
    assert_eq!(story.application().stage, Stage::InTouch);
}

#[test]
fn undoing_a_no_or_a_closing_opens_it() {
    let closed = What::Closed {
        why: your_move::domain::Closing::NoAnswer,
    };
    for what in [What::Rejected { note: None }, closed, What::Withdrew {}] {
        let mut story = Story::new();
        let event = story.log("2026-11-02", what);
        assert!(!story.application().is_open());
        story.undo(event);
        assert!(story.application().is_open());
    }
}
