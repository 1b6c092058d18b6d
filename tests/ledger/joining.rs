//! Two applications that turn out to be one, and that they are two after all.

use proptest::prelude::*;
use your_move::domain::{Application, Closing, Event, Refusal, Stage, What};
use your_move::ledger::{Command, fold, merge, others_of};

use super::arbitrary::events;
use super::sample::application_id;
use super::story::{Story, applied, heard, interviewed, line, title};

/// An older one that is kept, and a younger one of which more is known.
fn two() -> (Story, Story) {
    let (older, mut younger) = (Story::new(), Story::numbered(2));
    younger.log("2026-10-02", title("Gardener (m/f/d)"));
    younger.log("2026-10-03", applied());
    let interview = younger.log("2026-10-20", interviewed());
    younger.log(
        "2026-10-21",
        What::Thanked {
            whom: None,
            interview: Some(interview),
        },
    );
    (older, younger)
}

fn include(story: &mut Story, other: &Application) {
    story.ask(Command::Include(Box::new(other.clone()))).expect("included");
}

fn exclude(story: &mut Story, other: &Application) {
    story.ask(Command::Exclude(Box::new(other.clone()))).expect("excluded");
}

/// What happened, without what only tells of joining and undoing, and without who was deleted, which stays.
fn happened(application: &Application) -> Vec<What> {
    let history = application.history.iter().map(|event| event.what.clone());
    history
        .filter(|what| !matches!(what, What::Voided { .. } | What::Included { .. } | What::Forgot { .. }))
        .collect()
}

#[test]
fn what_happened_to_the_one_happened_to_the_other() {
    let (mut older, younger) = two();
    include(&mut older, &younger.application());
    let whole = older.application();
    assert_eq!(whole.stage, Stage::Interviewing);
    assert_eq!(others_of(&whole), [younger.application().id]);
    // The thank-you is for the interview as it stands here.
    let interview = whole
        .history
        .iter()
        .find(|event| matches!(event.what, What::Interviewed { .. }));
    let interview = interview.map(|event| event.id);
    let thanked = |what: &What| matches!(what, What::Thanked { interview: named, .. } if *named == interview);
    assert!(interview.is_some() && whole.history.iter().any(|event| thanked(&event.what)));
    // What was put right there is that one's own.
    assert_eq!(whole.facts.title, Some(line("Gardener")));
}

#[test]
fn how_the_user_steered_the_one_is_not_how_they_steer_the_other() {
    let (mut older, mut younger) = two();
    younger.log("2026-10-22", What::Retired {});
    younger.log(
        "2026-10-22",
        What::Closed {
            why: Closing::NotInterested,
        },
    );
    younger.log("2026-10-23", What::Reopened {});
    include(&mut older, &younger.application());
    let steered = |what: &What| matches!(what, What::Retired {} | What::Closed { .. } | What::Reopened {});
    assert!(!happened(&older.application()).iter().any(steered));
}

#[test]
fn what_was_written_down_on_both_stands_there_once() {
    let (mut older, mut younger) = (Story::new(), Story::numbered(2));
    younger.log("2026-10-02", title("Gardener"));
    for story in [&mut older, &mut younger] {
        story.log("2026-10-03", applied());
        story.log("2026-10-09", heard());
    }
    let before = happened(&older.application());
    include(&mut older, &younger.application());
    assert_eq!(happened(&older.application()), before);
}

#[test]
fn joined_on_two_machines_they_are_joined_once() {
    let (mut here, younger) = two();
    let (mut there, _) = two();
    include(&mut here, &younger.application());
    there.now += chrono::TimeDelta::days(3);
    include(&mut there, &younger.application());
    let both = merge(&here.events, &there.events);
    let both = fold(here.application().id, &both);
    assert_eq!(happened(&both), happened(&here.application()));
    assert_eq!(others_of(&both), others_of(&here.application()));
}

#[test]
fn parted_they_are_as_before_and_can_be_joined_again() {
    let (mut older, younger) = two();
    let (before, other) = (happened(&older.application()), younger.application());
    include(&mut older, &other);
    let joined = happened(&older.application());
    for _ in 0..2 {
        exclude(&mut older, &other);
        assert_eq!(happened(&older.application()), before);
        assert_eq!(others_of(&older.application()), []);
        include(&mut older, &other);
        assert_eq!(happened(&older.application()), joined);
    }
}

#[test]
fn what_came_since_is_taken_over_by_joining_once_more() {
    let (mut older, mut younger) = two();
    include(&mut older, &younger.application());
    younger.log("2026-10-25", heard());
    include(&mut older, &younger.application());
    let heard = |event: &&Event| matches!(event.what, What::Heard { .. });
    assert_eq!(older.application().history.iter().filter(heard).count(), 1);
}

#[test]
fn what_goes_on_is_not_ended_by_being_joined_with_what_has_ended() {
    let (mut older, younger) = two();
    older.log("2026-10-02", What::Rejected { note: None });
    include(&mut older, &younger.application());
    assert!(older.application().is_open());
    exclude(&mut older, &younger.application());
    assert!(!older.application().is_open());
}

#[test]
fn the_younger_becomes_part_of_the_older_and_no_other_way() {
    let (mut older, mut younger) = two();
    let today = super::story::day(super::story::TODAY);
    let joined = |into| Command::Log(vec![(today, What::Joined { into })]);
    let parted = |from| Command::Log(vec![(today, What::Parted { from })]);
    let (one, other) = (older.application().id, younger.application().id);
    assert_eq!(older.ask(joined(other)), Err(Refusal::UnknownApplication));
    assert_eq!(older.ask(joined(one)), Err(Refusal::UnknownApplication));
    assert_eq!(younger.ask(parted(one)), Err(Refusal::NotEnded));
    younger.ask(joined(one)).expect("joined");
    assert_eq!(younger.application().joined_into(), Some(one));
    assert_eq!(younger.ask(joined(one)), Err(Refusal::Joined));
    assert_eq!(younger.ask(Command::Log(vec![(today, heard())])), Err(Refusal::Joined));
    younger.ask(parted(one)).expect("parted");
    assert_eq!(younger.application().joined_into(), None);
    assert_eq!(younger.application().stage, Stage::Interviewing);
}

proptest! {
    /// Whatever happened to both: parted, the older one is as it was, and it does not matter on how many machines they were joined.
    #[test]
    fn to_part_takes_back_all_that_joining_did(one in events(), other in events()) {
        let other: Vec<Event> = other.into_iter().map(|event| Event { application: application_id(2), ..event }).collect();
        let other = fold(application_id(2), &other);
        let mut story = Story::empty();
        story.events = one.into_iter().filter(|event| event.what != What::Erased {}).collect();
        prop_assume!(!story.application().is_joined());
        let before = happened(&story.application());
        let mut twin = Story::empty();
        twin.events.clone_from(&story.events);
        include(&mut story, &other);
        include(&mut twin, &other);
        let union = fold(story.application().id, &merge(&story.events, &twin.events));
        prop_assert_eq!(happened(&union).len(), happened(&story.application()).len());
        exclude(&mut story, &other);
        prop_assert_eq!(happened(&story.application()), before);
    }
}
