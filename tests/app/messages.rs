//! The user's own words for messages, kept with the settings.

use pollster::block_on;
use your_move::app::{Problem, change_messages, forget_words, keep_words, overview};
use your_move::domain::{Line, Manner, Messages, Occasion, Refusal};

use super::desk::Desk;

fn messages(desk: &Desk) -> Messages {
    block_on(overview(&desk.world)).expect("an overview").messages
}

#[track_caller]
fn check_refused(subject: &str, body: &str, expected: Refusal) {
    let desk = Desk::applied("2026-11-02");
    let before = desk.world.kept();
    let kept = block_on(keep_words(&desk.world, Occasion::Thank, Manner::Warm, subject, body));
    assert_eq!(kept, Err(Problem::Refused(expected)));
    assert_eq!(desk.world.kept(), before);
}

#[test]
fn own_words_are_kept_until_ours_are_brought_back() {
    let desk = Desk::applied("2026-11-02");
    let agenda = |desk: &Desk| block_on(overview(&desk.world)).expect("an overview").agenda;
    let before = agenda(&desk);
    let (subject, body) = (" Thanks\n", "Hi[[ {person}]],\r\n\r\nthanks for {job}.");
    block_on(keep_words(&desk.world, Occasion::Thank, Manner::Brief, subject, body)).expect("words that are kept");
    block_on(change_messages(&desk.world, |messages| {
        messages.sender = Line::new("Ada");
    }))
    .expect("a change");
    let kept = messages(&desk);
    let own = kept.own(Occasion::Thank, Manner::Brief).expect("own words");
    assert_eq!(own.subject.as_str(), "Thanks");
    assert_eq!(own.body.as_str(), "Hi[[ {person}]],\n\nthanks for {job}.");
    assert_eq!(kept.own(Occasion::Thank, Manner::Warm), None);
    block_on(forget_words(&desk.world, Occasion::Thank, Manner::Brief)).expect("a change");
    let sender = Line::new("Ada");
    assert_eq!(
        messages(&desk),
        Messages {
            sender,
            ..Messages::default()
        }
    );
    // Words move no date.
    assert_eq!(agenda(&desk), before);
}

#[test]
fn words_that_would_leave_a_hole_are_refused() {
    let name = |name| Line::new(name).expect("a name");
    check_refused("Hi", "{persom}", Refusal::UnknownPlaceholder { name: name("persom") });
    check_refused(
        "Hi {person}",
        "Hi",
        Refusal::UncertainPlaceholder { name: name("person") },
    );
    check_refused("Hi", "[[Hi", Refusal::Unpaired);
    check_refused(" ", "Hi", Refusal::Unreadable { field: "subject" });
    check_refused("Hi", "\n", Refusal::Unreadable { field: "body" });
}
