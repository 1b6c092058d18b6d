//! Putting right.

use chrono::TimeDelta;
use your_move::domain::{Channel, Contact, Correction, Stage, What};

use super::story::{Story, TODAY, applied, day, heard, line, title};

#[test]
fn of_two_corrections_the_later_counts() {
    let shown = |story: &Story| story.application().facts.title.map(String::from);
    let mut story = Story::of(&[
        ("2026-11-10", title("Head gardener")),
        ("2026-11-02", title("Landscape gardener")),
    ]);
    // The later is the one that was written down later, whatever day it is of.
    assert_eq!(shown(&story).as_deref(), Some("Landscape gardener"));
    // Even where the clock went back meanwhile.
    story.now -= TimeDelta::days(2);
    story.log(TODAY, title("Gardener again"));
    assert_eq!(shown(&story).as_deref(), Some("Gardener again"));
}

#[test]
fn a_field_can_turn_out_unknown() {
    let mut story = Story::of(&[(TODAY, What::Corrected(Correction::Company(Some(line("Northwind")))))]);
    story.log(TODAY, What::Corrected(Correction::Company(None)));
    assert_eq!(story.application().facts.company, None);
}

#[test]
fn a_day_that_is_put_right_changes_the_order() {
    let mut story = Story::new();
    let reply = story.log("2026-11-02", heard());
    story.log("2026-11-03", applied());
    let put_right = |on: &str| {
        What::Corrected(Correction::EventDay {
            event: reply,
            on: day(on),
        })
    };
    let first = story.log(TODAY, put_right("2026-11-10"));
    let day_of_reply = |story: &Story| {
        let history = story.application().history;
        let place = history.iter().position(|event| event.id == reply).expect("the reply");
        (place, history[place].on.to_string())
    };
    assert_eq!(day_of_reply(&story), (2, "2026-11-10".into()));
    let second = story.log(TODAY, put_right("2026-10-20"));
    assert_eq!(day_of_reply(&story), (1, "2026-10-20".into()));
    story.undo(second);
    assert_eq!(day_of_reply(&story), (2, "2026-11-10".into()));
    story.undo(first);
    assert_eq!(day_of_reply(&story), (1, "2026-11-02".into()));
    assert_eq!(story.application().stage, Stage::InTouch);
}

#[test]
fn people_are_recorded_once_with_all_that_is_known() {
    let written = Contact {
        email: Some(line("dana@northwind.example")),
        ..Contact::named(line("DANA KIM"))
    };
    let wish = What::Preferred {
        person: Some(line("dana kim")),
        channel: Some(Channel::Email),
        refused: vec![],
        do_not_contact: None,
    };
    let story = Story::of(&[
        (
            "2026-11-02",
            What::Referred {
                by: Contact::named(line("Dana Kim")),
            },
        ),
        ("2026-11-03", What::Networked { with: written }),
        ("2026-11-04", wish),
    ]);
    let people = story.application().people;
    assert_eq!(people.len(), 1);
    assert_eq!(people[0].name.as_str(), "Dana Kim");
    assert_eq!(
        people[0].email.as_ref().map(ToString::to_string).as_deref(),
        Some("dana@northwind.example")
    );
}
