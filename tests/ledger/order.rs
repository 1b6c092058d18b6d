//! The order of one day: what the user sent out, what they did, how the user responded, how the user steered.

use your_move::domain::{Closing, Contact, Ending, Prose, Stage, What};

use super::story::{Story, applied, checked_in, day, heard, interviewed, line, promised};

fn all_of_one_day() -> Vec<What> {
    let contact = || Contact::named(line("Dana Kim"));
    vec![
        applied(),
        What::Referred { by: contact() },
        What::Networked { with: contact() },
        checked_in(),
        heard(),
        interviewed(),
        promised("2026-12-04"),
        What::Thanked {
            whom: None,
            interview: None,
        },
        What::Replied { note: None },
        What::Noted {
            text: Prose::new("Trees").expect("a text"),
        },
    ]
}

#[test]
fn each_side_in_its_turn_and_within_it_as_it_was_written_down() {
    let kinds = |story: &Story| -> Vec<std::mem::Discriminant<What>> {
        let history = story.application().history;
        history
            .iter()
            .map(|event| std::mem::discriminant(&event.what))
            .collect()
    };
    let happened: Vec<_> = all_of_one_day().into_iter().map(|what| ("2026-11-02", what)).collect();
    let in_order = Story::of(&happened);
    // The sides stand in reverse, each in its own order.
    let (sent, rest) = happened.split_at(4);
    let (theirs, rest) = rest.split_at(3);
    let (responded, steered) = rest.split_at(2);
    let reversed = Story::of(&[steered, responded, theirs, sent].concat());
    assert_eq!(kinds(&reversed), kinds(&in_order));
}

#[test]
fn days_come_before_sides() {
    let story = Story::of(&[("2026-11-03", applied()), ("2026-11-02", heard())]);
    let days: Vec<String> = story
        .application()
        .history
        .iter()
        .map(|event| event.on.to_string())
        .collect();
    assert_eq!(days, ["2026-10-01", "2026-11-02", "2026-11-03"]);
}

#[track_caller]
fn check(happened: &[(&str, What)], stage: Stage) {
    assert_eq!(Story::of(happened).application().stage, stage);
}

#[test]
fn how_far_it_has_come() {
    let closed = || What::Closed { why: Closing::NoAnswer };
    let rejected = || What::Rejected { note: None };
    let invited = || What::Invited(your_move::domain::Interview::default());
    let offered = || What::Offered {
        written: true,
        answer_by: None,
    };
    check(&[], Stage::Saved);
    check(&[("2026-11-02", applied())], Stage::Applied);
    check(&[("2026-11-02", applied()), ("2026-11-03", heard())], Stage::InTouch);
    // They wrote before anything was applied for.
    check(&[("2026-11-02", heard()), ("2026-11-03", applied())], Stage::InTouch);
    check(
        &[("2026-11-02", invited()), ("2026-11-03", heard())],
        Stage::Interviewing,
    );
    check(
        &[("2026-11-02", offered()), ("2026-11-03", interviewed())],
        Stage::Offered,
    );
    check(&[("2026-11-02", rejected())], Stage::Ended(Ending::Rejected));
    check(
        &[("2026-11-02", offered()), ("2026-11-03", What::Accepted {})],
        Stage::Ended(Ending::Accepted),
    );
    // Closing what they have refused changes nothing.
    check(
        &[("2026-11-02", rejected()), ("2026-11-03", closed())][..1],
        Stage::Ended(Ending::Rejected),
    );
}

#[test]
fn what_takes_an_ended_application_up_again() {
    let closed = ("2026-11-02", What::Closed { why: Closing::NoAnswer });
    let rejected = ("2026-11-02", What::Rejected { note: None });
    let withdrew = ("2026-11-02", What::Withdrew {});
    let then = |ended: &(&'static str, What), what| [ended.clone(), ("2026-11-05", what)];
    check(&then(&closed, heard()), Stage::InTouch);
    check(&then(&closed, promised("2026-12-04")), Stage::InTouch);
    check(&then(&closed, interviewed()), Stage::Interviewing);
    check(
        &then(&closed, What::Rejected { note: None }),
        Stage::Ended(Ending::Rejected),
    );
    check(&then(&closed, What::Reopened {}), Stage::Saved);
    // A friendly word after a no is no invitation.
    check(&then(&rejected, heard()), Stage::Ended(Ending::Rejected));
    check(&then(&rejected, interviewed()), Stage::Interviewing);
    check(&then(&withdrew, interviewed()), Stage::Ended(Ending::Withdrawn));
    check(&then(&withdrew, What::Reopened {}), Stage::Saved);
    // A word from before it was closed is no reply to that.
    check(&[closed.clone(), ("2026-11-01", heard())], Stage::Ended(Ending::Closed));
    // On one day, closing comes last; but the word that was written down after it takes it up again.
    check(&[closed, ("2026-11-02", heard())], Stage::InTouch);
    // An interview of the day on which they said no came before that word, whenever it is written down.
    check(
        &[rejected, ("2026-11-02", interviewed())],
        Stage::Ended(Ending::Rejected),
    );
}

#[test]
fn what_ends_it_after_it_was_taken_up_on_that_day_ends_it() {
    let today = "2026-11-25";
    let endings = [
        (What::Accepted {}, Ending::Accepted),
        (What::Declined {}, Ending::Declined),
        (What::Withdrew {}, Ending::Withdrawn),
        (What::Rejected { note: None }, Ending::Rejected),
    ];
    let mut story = Story::new();
    for (what, ending) in endings.iter().chain(endings.iter().rev()) {
        story.log(today, what.clone());
        assert_eq!(story.application().stage, Stage::Ended(*ending));
        story.log(today, What::Reopened {});
        assert_eq!(story.application().stage, Stage::Saved);
    }
}

#[track_caller]
fn check_since(happened: &[(&str, What)], expected: (Stage, &str)) {
    let application = Story::of(happened).application();
    assert_eq!(
        (application.stage, application.since),
        (expected.0, Some(day(expected.1)))
    );
}

#[test]
fn it_is_known_since_when_it_stands_where_it_stands() {
    check_since(&[], (Stage::Saved, "2026-10-01"));
    check_since(&[("2026-11-02", applied())], (Stage::Applied, "2026-11-02"));
    // A second letter is not a second conversation.
    let twice = [
        ("2026-11-02", applied()),
        ("2026-11-04", heard()),
        ("2026-11-09", heard()),
    ];
    check_since(&twice, (Stage::InTouch, "2026-11-04"));
    let closed = ("2026-11-10", What::Closed { why: Closing::NoAnswer });
    check_since(
        &[twice[0].clone(), closed.clone()],
        (Stage::Ended(Ending::Closed), "2026-11-10"),
    );
    let again = ("2026-11-12", What::Reopened {});
    check_since(&[twice[0].clone(), closed, again], (Stage::Applied, "2026-11-12"));
}
