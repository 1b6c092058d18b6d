//! What a command is refused for.

use your_move::domain::{
    Channel, Closing, Confidence, Contact, Correction, EventId, FollowUpKey, Interview, Posting, Prose, Reading,
    Refusal, RuleId, Source, What,
};
use your_move::ledger::Command;

use super::story::{Story, TODAY, applied, checked_in, day, heard, interviewed, line, promised, title};

#[track_caller]
fn check(happened: &[(&str, What)], on: &str, what: What, expected: Result<(), Refusal>) {
    let mut story = Story::of(happened);
    let before = story.events.clone();
    let done = story.ask(Command::Log(vec![(day(on), what)]));
    assert_eq!(done.map(|_| ()), expected);
    if expected.is_err() {
        assert_eq!(story.events, before);
    }
}

fn nobody() -> EventId {
    EventId::new(99, [9; 10])
}

fn follow_up() -> FollowUpKey {
    FollowUpKey {
        application: Story::empty().application().id,
        rule: RuleId::R4,
        event: nobody(),
        person: None,
        nth: 1,
    }
}

#[test]
fn days_that_cannot_be() {
    check(&[], TODAY, heard(), Ok(()));
    check(&[], "2026-11-26", heard(), Err(Refusal::InTheFuture));
    check(&[], "1990-01-01", heard(), Ok(()));
    check(&[], "1989-12-31", heard(), Err(Refusal::OddDay));
}

#[test]
fn days_too_far_ahead() {
    let of = |day: &str| {
        let day = super::story::day(day);
        let interview = Interview {
            day: Some(day),
            ..Interview::default()
        };
        let posting = |source| Posting {
            title: Some(Reading::new(line("Gardener"), Source::User, Confidence::Sure)),
            closes: Some(Reading::new(day, source, Confidence::Sure)),
            ..Posting::default()
        };
        let by_hand = What::Captured {
            posting: Box::new(posting(Source::User)),
        };
        let read = What::Captured {
            posting: Box::new(posting(Source::JsonLd)),
        };
        let meant = vec![
            What::Invited(interview),
            promised(&day.to_string()),
            What::Heard {
                asks: true,
                answer_by: Some(day),
                note: None,
            },
            What::Undertook {
                what: line("A task"),
                by: day,
            },
            What::Snoozed {
                follow_up: follow_up(),
                to: day,
            },
            What::Corrected(Correction::Closes(Some(day))),
            by_hand,
        ];
        (meant, read)
    };
    for (day, expected) in [("2031-11-25", Ok(())), ("2031-11-26", Err(Refusal::OddDay))] {
        let (meant, read) = of(day);
        for what in meant {
            check(&[], TODAY, what, expected.clone());
        }
        // A page says by a far year that a posting stays open.
        check(&[], TODAY, read, Ok(()));
    }
}

#[test]
fn a_promise_lies_not_before_the_day_it_was_said() {
    check(&[], "2026-11-20", promised("2026-11-20"), Ok(()));
    check(
        &[],
        "2026-11-20",
        promised("2026-11-19"),
        Err(Refusal::PromiseInThePast),
    );
    let by = |by: &str| What::Heard {
        asks: true,
        answer_by: Some(day(by)),
        note: None,
    };
    check(&[], "2026-11-20", by("2026-11-20"), Ok(()));
    check(&[], "2026-11-20", by("2026-11-19"), Err(Refusal::PromiseInThePast));
    let offered = What::Offered {
        written: true,
        answer_by: Some(day("2026-11-19")),
    };
    check(&[], "2026-11-20", offered, Err(Refusal::PromiseInThePast));
    let undertook = What::Undertook {
        what: line("Task"),
        by: day("2026-11-19"),
    };
    check(&[], "2026-11-20", undertook, Err(Refusal::PromiseInThePast));
}

#[test]
fn applying_twice() {
    let on = day("2026-11-02");
    let happened = [("2026-11-02", applied())];
    check(&happened, "2026-11-03", applied(), Err(Refusal::AlreadyApplied { on }));
    let ended = [("2026-11-02", What::Withdrew {})];
    check(&ended, "2026-11-03", applied(), Err(Refusal::Ended));
    // Nor twice in one command.
    let both = Command::Log(vec![(on, applied()), (on, applied())]);
    assert_eq!(Story::new().ask(both), Err(Refusal::AlreadyApplied { on }));
}

#[test]
fn a_posting_is_kept_once() {
    let captured = || What::Captured {
        posting: Box::new(Posting::default()),
    };
    check(&[], TODAY, captured(), Ok(()));
    check(
        &[("2026-11-02", captured())],
        TODAY,
        captured(),
        Err(Refusal::AlreadyKept),
    );
}

#[test]
fn something_must_be_known_of_it() {
    let ask = |what| Story::empty().ask(Command::Log(vec![(day(TODAY), what)])).map(|_| ());
    assert_eq!(ask(applied()), Err(Refusal::NothingToKeep));
    let captured = What::Captured {
        posting: Box::new(Posting::default()),
    };
    assert_eq!(ask(captured), Err(Refusal::NothingToKeep));
    assert_eq!(ask(title("Gardener")), Ok(()));
    assert_eq!(
        ask(What::Corrected(Correction::Company(Some(line("Northwind"))))),
        Ok(())
    );
    let by = Contact::named(line("Dana Kim"));
    assert_eq!(ask(What::Referred { by }), Ok(()));
    // Nor may the last of it be taken away.
    check(
        &[],
        TODAY,
        What::Corrected(Correction::Title(None)),
        Err(Refusal::NothingToKeep),
    );
}

#[test]
fn what_has_ended_and_what_has_not() {
    let closed = || What::Closed { why: Closing::NoAnswer };
    let ended = [("2026-11-02", closed())];
    for what in [
        checked_in(),
        What::Accepted {},
        What::Declined {},
        What::Withdrew {},
        closed(),
        What::Retired {},
        applied(),
    ] {
        check(&ended, TODAY, what.clone(), Err(Refusal::Ended));
        check(&[], TODAY, what, Ok(()));
    }
    check(&ended, TODAY, What::Reopened {}, Ok(()));
    check(&[], TODAY, What::Reopened {}, Err(Refusal::NotEnded));
    // A word of theirs, or a note, can always be written down.
    check(&ended, TODAY, heard(), Ok(()));
    let text = Prose::new("Trees").expect("a text");
    check(&ended, TODAY, What::Noted { text }, Ok(()));
}

#[test]
fn an_event_that_is_not_there() {
    let unknown = Err(Refusal::UnknownEvent);
    let interview = nobody();
    for what in [
        What::Rescheduled {
            interview,
            to: Interview::default(),
        },
        What::Cancelled { interview },
        What::Missed {
            interview: Some(interview),
        },
        What::Interviewed {
            interview: Some(interview),
            round: your_move::domain::Round::Middle,
            people: vec![],
            note: None,
        },
        What::Delivered { undertaking: interview },
        What::Corrected(Correction::EventDay {
            event: interview,
            on: day("2026-11-02"),
        }),
        What::Voided { event: interview },
    ] {
        check(&[], TODAY, what, unknown.clone());
    }
    check(&[], TODAY, What::Missed { interview: None }, Ok(()));
    check(&[], TODAY, interviewed(), Ok(()));
    assert_eq!(
        Story::new().ask(Command::Undo(vec![nobody()])),
        Err(Refusal::UnknownEvent)
    );
}

#[test]
fn a_day_is_put_right_to_one_that_can_be() {
    let mut story = Story::new();
    let event = story.log("2026-11-02", applied());
    let mut ask = |on: &str| {
        let on = day(on);
        let what = What::Corrected(Correction::EventDay { event, on });
        story.ask(Command::Log(vec![(day(TODAY), what)])).map(|_| ())
    };
    assert_eq!(ask("2026-11-26"), Err(Refusal::InTheFuture));
    assert_eq!(ask("1989-12-31"), Err(Refusal::OddDay));
    assert_eq!(ask("2026-11-01"), Ok(()));
}

#[test]
fn later_lies_ahead() {
    let snoozed = |to| What::Snoozed {
        follow_up: follow_up(),
        to: day(to),
    };
    check(&[], TODAY, snoozed("2026-11-26"), Ok(()));
    check(&[], TODAY, snoozed(TODAY), Err(Refusal::SnoozeNotAhead));
}

#[test]
fn the_answer_to_an_offer_is_not_put_off_past_its_day() {
    let offered = |answer_by: Option<&str>| What::Offered {
        written: true,
        answer_by: answer_by.map(day),
    };
    let check_snoozed = |rule, answer_by, to, expected| {
        let happened = [("2026-11-20", offered(answer_by))];
        let event = Story::of(&happened).events.last().expect("the offer").id;
        let follow_up = FollowUpKey {
            rule,
            event,
            ..follow_up()
        };
        let to = day(to);
        check(&happened, TODAY, What::Snoozed { follow_up, to }, expected);
    };
    let wanted = Some("2026-12-04");
    let refused = Refusal::SnoozePastAnswer {
        answer_by: day("2026-12-04"),
    };
    check_snoozed(RuleId::R14, wanted, "2026-12-04", Ok(()));
    check_snoozed(RuleId::R14, wanted, "2026-12-05", Err(refused));
    check_snoozed(RuleId::R14, None, "2026-12-05", Ok(()));
    check_snoozed(RuleId::R13, wanted, "2026-12-05", Ok(()));
}

#[test]
fn a_pin_lies_not_before_a_promise_that_stands() {
    let pinned = |to| What::Pinned {
        follow_up: follow_up(),
        to: day(to),
    };
    check(&[], TODAY, pinned(TODAY), Ok(()));
    check(&[], TODAY, pinned("2026-11-24"), Err(Refusal::SnoozeNotAhead));
    let standing = [("2026-11-20", promised("2026-12-04"))];
    let refused = Refusal::PinBeforePromise {
        promised: day("2026-12-04"),
    };
    check(&standing, TODAY, pinned("2026-12-04"), Err(refused));
    check(&standing, TODAY, pinned("2026-12-05"), Ok(()));
    let ended = [standing[0].clone(), ("2026-11-21", heard())];
    check(&ended, TODAY, pinned("2026-12-01"), Ok(()));
}

#[test]
fn what_was_deleted_takes_no_command() {
    let mut story = Story::new();
    let first = story.events[0].id;
    story.ask(Command::Erase).expect("deleted");
    for command in [
        Command::Log(vec![(day(TODAY), heard())]),
        Command::Undo(vec![first]),
        Command::Erase,
    ] {
        assert_eq!(story.ask(command), Err(Refusal::Deleted));
    }
}

#[test]
fn a_command_of_several_parts_is_carried_out_whole_or_not_at_all() {
    let mut story = Story::new();
    let before = story.events.clone();
    let parts = vec![(day(TODAY), heard()), (day("2026-11-20"), promised("2026-11-19"))];
    assert_eq!(story.ask(Command::Log(parts)), Err(Refusal::PromiseInThePast));
    assert_eq!(story.events, before);
    let reply = story.log(TODAY, heard());
    assert_eq!(
        story.ask(Command::Undo(vec![reply, nobody()])),
        Err(Refusal::UnknownEvent)
    );
    assert!(story.application().undone.is_empty());
}

#[test]
fn one_message_is_not_two() {
    let thanked = |whom: Option<&str>| What::Thanked {
        whom: whom.map(line),
        interview: None,
    };
    let asked = |whom: Option<&str>, channel| What::CheckedIn {
        whom: whom.map(line),
        channel,
    };
    let happened = [
        ("2026-11-10", thanked(Some("Dana Kim"))),
        ("2026-11-17", asked(None, None)),
    ];
    let again = Err(Refusal::AlreadySent);
    check(&happened, "2026-11-10", thanked(Some("Dana Kim")), again.clone());
    check(
        &happened,
        "2026-11-17",
        asked(None, Some(Channel::Email)),
        again.clone(),
    );
    // The row names whom it goes to, the form need not; and a name has more than one spelling.
    let named = [("2026-11-17", asked(Some("Dana Kim"), Some(Channel::Email)))];
    check(&named, "2026-11-17", asked(None, None), again.clone());
    check(&named, "2026-11-17", asked(Some("dana kim"), None), again.clone());
    // By telephone it is another one; so is the call that they asked for by then.
    check(
        &named,
        "2026-11-17",
        asked(Some("Dana Kim"), Some(Channel::Phone)),
        Ok(()),
    );
    let answered = [named[0].clone(), ("2026-11-17", heard())];
    check(&answered, "2026-11-17", asked(Some("Dana Kim"), None), Ok(()));
    // On another day, or to somebody else, it is another one.
    check(&happened, "2026-11-11", thanked(Some("Dana Kim")), Ok(()));
    check(&happened, "2026-11-10", thanked(Some("J. Ortiz")), Ok(()));
    check(&happened, "2026-11-17", asked(Some("Dana Kim"), None), Ok(()));
    check(&happened, "2026-11-18", asked(None, None), Ok(()));
    // Nor twice in one command; and what was undone was not sent.
    let on = day("2026-11-17");
    let both = Command::Log(vec![(on, asked(None, None)), (on, asked(None, None))]);
    assert_eq!(Story::new().ask(both).map(drop), again);
    let mut story = Story::of(&happened);
    let last = story.events.last().expect("it was logged").id;
    story.ask(Command::Undo(vec![last])).expect("it is undone");
    assert!(story.ask(Command::Log(vec![(on, asked(None, None))])).is_ok());
}
