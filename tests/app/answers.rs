//! What they said at the end of an interview, and the buttons of the rows that are neither thanks nor check-ins.

use expect_test::expect;
use your_move::app::Drafts as _;
use your_move::view::Card;

use super::desk::{Desk, gardener, page, part, text, value, within};

/// An interview by Dana Kim that was held yesterday, and was written down or only booked.
fn interviewed(logged: bool) -> Desk {
    let mut desk = Desk::applied("2026-11-02");
    if logged {
        desk.come_back("2026-11-12", gardener());
        desk.log("interviewed", &[("people", "Dana Kim")]);
    } else {
        desk.log("invited", &[("day", "2026-11-12"), ("people", "Dana Kim")]);
    }
    desk.come_back("2026-11-13", gardener());
    desk
}

/// The form of the one row that asks, which is opened where it is not.
fn form(desk: &mut Desk) -> Card {
    let questions = desk.questions();
    let [question] = questions.as_slice() else {
        panic!("one question: {questions:#?}")
    };
    if desk.all("answers-form").is_empty() {
        desk.press_on("write", question, "", &[]);
    }
    desk.first("answers-form")
}

/// Sends the form with these answers in it.
fn answer(desk: &mut Desk, answers: &[(&str, &str)]) {
    let question = desk.questions().remove(0);
    let filled = Card {
        fields: form(desk).fields,
        ..question
    };
    desk.press_on("answers", &filled, "answers", answers);
}

/// Whom the form offers to write to.
fn offered(desk: &mut Desk) -> Vec<String> {
    within(&form(desk), "answer-choice")
        .iter()
        .map(|choice| text(choice, "name"))
        .collect()
}

#[test]
fn everybody_who_was_there_can_be_the_one_to_write_to() {
    let mut desk = Desk::applied("2026-11-02");
    desk.come_back("2026-11-12", gardener());
    desk.log("interviewed", &[("people", "Zoe Quill, Tom Reed")]);
    assert_eq!(offered(&mut desk), ["Zoe Quill", "Tom Reed"]);
    // Who was met in another round was not there.
    desk.come_back("2026-11-13", gardener());
    desk.log("interviewed", &[("people", "Dana Kim")]);
    assert_eq!(offered(&mut desk), ["Dana Kim"]);
}

#[track_caller]
fn check(logged: bool, answers: &[(&str, &str)], expected: &expect_test::Expect) {
    let mut desk = interviewed(logged);
    answer(&mut desk, answers);
    assert!(desk.questions().is_empty());
    let timeline = desk.timeline();
    let next = desk.text("kept-card", "next");
    expected.assert_eq(&[desk.notice(), next, timeline.join("\n")].join("\n"));
    // All of it can be taken back at once.
    desk.press("undo", "notice", &[]);
    assert_eq!(desk.questions().len(), 1);
}

#[test]
fn four_answers() {
    check(
        true,
        &[("decide", "week"), ("liked", "email"), ("consent", "yes")],
        &expect![[r#"
            Saved. They will decide by Thu 19 Nov. | 
            It is your move now: thank Dana Kim for the interview. If you hear nothing, a check-in is due on Tue 24 Nov: two business days after the day they named. It was moved from a Monday to the next business day.
            Thu 12 Nov They may be contacted, they prefer e-mail
            Thu 12 Nov Nothing more was said of how to stay in touch
            Thu 12 Nov They will decide by Thu 19 Nov
            Thu 12 Nov Interview with Dana Kim
            Mon 2 Nov You applied"#]],
    );
    check(
        true,
        &[
            ("decide", "day"),
            ("decide_by", "2026-11-18"),
            ("liked", "phone"),
            ("whom", "Jon"),
            ("note", "Well"),
        ],
        &expect![[r#"
            Saved. They will decide by Wed 18 Nov. | 
            It is your move now: thank Dana Kim for the interview. If you hear nothing, a check-in is due on Fri 20 Nov: two business days after the day they named.
            Thu 12 Nov Note: Well
            Thu 12 Nov Jon: they prefer the phone
            Thu 12 Nov Nothing more was said of how to stay in touch
            Thu 12 Nov They will decide by Wed 18 Nov
            Thu 12 Nov Interview with Dana Kim"#]],
    );
    check(
        true,
        &[("consent", "no")],
        &expect![[r#"
            Saved. They asked not to be contacted. | 
            It is your move now: thank Dana Kim for the interview. If you hear nothing, you decide on Mon 14 Dec whether it is over.
            Thu 12 Nov They asked not to be contacted
            Thu 12 Nov Interview with Dana Kim
            Mon 2 Nov You applied
            Mon 2 Nov You saved the posting"#]],
    );
}

#[test]
fn not_said_is_an_answer() {
    check(
        true,
        &[("decide", "unsaid"), ("liked", ""), ("consent", ""), ("whom", "")],
        &expect![[r#"
            Saved. Nothing was said of how to stay in touch. | 
            It is your move now: thank Dana Kim for the interview. If you hear nothing, a check-in is due on Thu 19 Nov: five business days after the interview.
            Thu 12 Nov Nothing was said of how to stay in touch
            Thu 12 Nov Interview with Dana Kim
            Mon 2 Nov You applied
            Mon 2 Nov You saved the posting"#]],
    );
}

#[test]
fn whether_a_booked_interview_took_place() {
    assert!(part(&form(&mut interviewed(false)), "turn"));
    assert!(!part(&form(&mut interviewed(true)), "turn"));
    check(
        false,
        &[("decide", "week"), ("liked", "email"), ("note", "The reading room")],
        &expect![[r#"
            Saved. Interview: The reading room. They will decide by Thu 19 Nov. | 
            It is your move now: thank Dana Kim for the interview. If you hear nothing, a check-in is due on Tue 24 Nov: two business days after the day they named. It was moved from a Monday to the next business day.
            Thu 12 Nov They prefer e-mail
            Thu 12 Nov Nothing more was said of how to stay in touch
            Thu 12 Nov They will decide by Thu 19 Nov
            Thu 12 Nov Interview: The reading room
            Mon 2 Nov They invited you to an interview on Thu 12 Nov with Dana Kim"#]],
    );
    check(
        false,
        &[("turn", "missed")],
        &expect![[r#"
            Saved. They did not come to the interview. | 
            It is your move now: write about the appointment they missed. They missed the appointment yesterday. Name the time that was agreed, and offer another.
            Thu 12 Nov They did not come to the interview
            Mon 2 Nov They invited you to an interview on Thu 12 Nov with Dana Kim
            Mon 2 Nov You applied
            Mon 2 Nov You saved the posting"#]],
    );
    check(
        false,
        &[("turn", "cancelled")],
        &expect![[r#"
            Saved. They called off the interview. | 
            If you hear nothing, a check-in is due on Thu 19 Nov: five business days after your last exchange.
            Thu 12 Nov They called off the interview
            Mon 2 Nov They invited you to an interview on Thu 12 Nov with Dana Kim
            Mon 2 Nov You applied
            Mon 2 Nov You saved the posting"#]],
    );
}

#[test]
fn a_day_that_is_none_is_said_in_the_form() {
    let mut desk = interviewed(true);
    for day in ["", "?", "2026-11-1"] {
        answer(&mut desk, &[("decide", "day"), ("decide_by", day)]);
        assert_eq!(
            text(&form(&mut desk), "error"),
            "Choose a whole day: day, month and year."
        );
    }
    answer(&mut desk, &[("decide", "day"), ("decide_by", "2026-11-11")]);
    expect!["The day they named lies before the day on which they said it. Check both days."]
        .assert_eq(&text(&form(&mut desk), "error"));
}

/// What a row's buttons are, and what the one that says "done" comes to.
#[track_caller]
fn check_row(mut desk: Desk, button: &str, expected: &expect_test::Expect) {
    let row = desk.first("move-row");
    let buttons = ["close", "offer", "later"].into_iter().filter(|name| part(&row, name));
    let buttons: Vec<&str> = buttons.collect();
    let before = desk.moves();
    desk.press(button, "move-row", &[]);
    let told = format!(
        "{}\n{} | {}\n{}",
        before[0],
        text(&row, "done"),
        buttons.join(" "),
        desk.notice()
    );
    expected.assert_eq(&told);
    assert_ne!(desk.moves(), before);
    desk.press("undo", "notice", &[]);
    assert_eq!(desk.moves(), before);
}

/// An application of three days before of which that is written down.
fn with(entry: &str, typed: &[(&str, &str)]) -> Desk {
    let mut desk = Desk::applied("2026-11-02");
    desk.come_back("2026-11-05", gardener());
    desk.log(entry, typed);
    desk
}

#[test]
fn each_row_has_the_buttons_that_settle_it() {
    check_row(
        with("heard", &[("asks", "yes")]),
        "sent",
        &expect![[r#"
        Answer them — today: They asked you something today.
        I replied | later
        Saved. You replied. | "#]],
    );
    check_row(
        with("invited", &[]),
        "sent",
        &expect![[r#"
        Agree on a day for the interview — today: They invited you today.
        I replied | later
        Saved. You replied. | "#]],
    );
    check_row(
        with("offered", &[("written", "yes")]),
        "sent",
        &expect![[r#"
        Acknowledge the offer — today: They offered you the job in writing today. Thank them, and ask by when they want your answer.
        I sent it | later
        Saved. You replied. | "#]],
    );
    check_row(
        with("undertook", &[("what", "A plan"), ("by", "2026-11-06")]),
        "sent",
        &expect![[r#"
            Hand in: A plan — today: “A plan” is due by tomorrow.
            Done | later
            Saved. You handed in: A plan. | "#]],
    );
    let due = |mut desk: Desk, today| {
        desk.come_back(today, gardener());
        desk
    };
    let offered = || {
        let mut desk = with("offered", &[("written", "yes"), ("answer_by", "2026-11-13")]);
        desk.press("sent", "move-row", &[]);
        due(desk, "2026-11-11")
    };
    check_row(
        offered(),
        "accepted",
        &expect![[r#"
            Answer the offer — today: They offered you the job in writing on Thu 5 Nov, to be answered by Fri 13 Nov.
             | offer later
            Saved. You accepted the offer. | "#]],
    );
    check_row(
        offered(),
        "declined",
        &expect![[r#"
            Answer the offer — today: They offered you the job in writing on Thu 5 Nov, to be answered by Fri 13 Nov.
             | offer later
            Saved. You declined the offer. | "#]],
    );
    let rejected = || {
        let mut desk = with("interviewed", &[("people", "Dana Kim")]);
        desk.log("rejected", &[]);
        due(desk, "2026-11-06")
    };
    check_row(
        rejected(),
        "sent",
        &expect![[r#"
        Thank Dana Kim and ask for feedback — today: They said no yesterday. A short note, once: a person who took the time remembers it.
        I sent it | later
        Saved. You thanked Dana Kim. | "#]],
    );
}

#[test]
fn who_accepts_is_shown_what_is_still_open() {
    let mut desk = Desk::applied("2026-11-02");
    let other = super::desk::page("https://harbour.example/jobs/2", "Pilot", "Harbour Mill", "");
    desk.come_back("2026-11-03", other);
    desk.press("applied", "capture-card", &[]);
    assert!(desk.all("withdrawal-row").is_empty());
    // Nobody waits where the user has not applied.
    let saved = super::desk::page("https://quay.example/jobs/3", "Diver", "Quay Works", "");
    desk.come_back("2026-11-03", saved);
    desk.press("save", "capture-card", &[]);
    desk.come_back("2026-11-05", gardener());
    desk.log("offered", &[("written", "yes")]);
    assert!(desk.all("withdrawal-row").is_empty());
    desk.log("accepted", &[]);
    assert_eq!(desk.all("withdrawal-row").len(), 1);
    let row = desk.first("withdrawal-row");
    assert_eq!(
        (text(&row, "job").as_str(), text(&row, "stage").as_str()),
        ("Pilot · Harbour Mill", "Applied")
    );
    // A note to them is written in the row.
    let card = desk.first("kept-card");
    desk.press_on("write", &card, &row.key, &[]);
    expect![[r#"
        Hello,

        I have decided to go another way, and would like to withdraw my application for the role of Pilot at Harbour Mill.

        Thank you very much for your time and your interest. I wish you every success in filling the role.

        Kind regards"#]]
    .assert_eq(&value(&desk.first("letter"), "body"));
    let before = desk.world.kept();
    desk.press_on(
        "letter",
        &row,
        "letter",
        &[("subject", "A"), ("body", "B"), ("manner", "brief")],
    );
    expect![[r#"
        Hello,

        I have decided to go another way, and would like to withdraw my application for the role of Pilot at Harbour Mill. Thank you very much for your time.

        Best regards"#]]
    .assert_eq(&value(&desk.first("letter"), "body"));
    desk.press_on("letter", &row, "letter", &[("manner", "warm")]);
    assert_eq!(value(&desk.first("letter"), "body"), "B");
    desk.press_on("cancel", &row, "letter", &[]);
    assert!(desk.all("letter").is_empty());
    desk.press_on("write", &card, &row.key, &[]);
    assert_eq!(desk.world.kept(), before);
    // Nothing is closed by itself.
    desk.press_on("withdraw", &card, &row.key, &[]);
    expect!["Saved. You withdrew. | Pilot · Harbour Mill"].assert_eq(&desk.notice());
    assert!(desk.all("letter").is_empty());
    assert!(desk.all("withdrawal-row").is_empty());
    assert_eq!(desk.text("kept-card", "stage"), "Accepted");
    desk.press("undo", "notice", &[]);
    assert_eq!(desk.all("withdrawal-row").len(), 1);
}

#[test]
fn what_nobody_said_is_not_written_down() {
    for logged in [true, false] {
        let mut desk = interviewed(logged);
        let before = desk.world.kept();
        answer(&mut desk, &[]);
        expect!["Answer one of them at least; “Not said” is an answer too."]
            .assert_eq(&text(&form(&mut desk), "error"));
        assert_eq!(desk.world.kept(), before);
        // What they said of one thing says nothing of another.
        answer(&mut desk, &[("liked", "email")]);
        assert_eq!(desk.timeline()[0], "Thu 12 Nov They prefer e-mail");
    }
    // That it took place is no answer to what they said.
    let mut desk = interviewed(false);
    answer(&mut desk, &[("turn", "held")]);
    assert_eq!(desk.timeline()[0], "Thu 12 Nov Interview");
    assert_eq!(desk.questions().len(), 1);
}

#[test]
fn whom_to_write_to_is_one_of_those_who_were_there_or_somebody_else() {
    let mut desk = interviewed(true);
    let people = form(&mut desk)
        .lists
        .into_iter()
        .find(|(name, _)| *name == "people")
        .expect("people")
        .1;
    let names: Vec<String> = people.iter().map(|person| text(person, "name")).collect();
    assert_eq!(names, ["Dana Kim"]);
    answer(&mut desk, &[("person", "Dana Kim")]);
    assert_eq!(desk.timeline()[0], "Thu 12 Nov Dana Kim is the one to write to");
    desk.press("undo", "notice", &[]);
    answer(&mut desk, &[("person", "Dana Kim"), ("whom", "Jo")]);
    assert_eq!(desk.timeline()[0], "Thu 12 Nov Jo is the one to write to");
}

#[test]
fn a_note_is_kept_whatever_became_of_the_interview() {
    for turn in ["missed", "cancelled"] {
        let mut desk = interviewed(false);
        answer(&mut desk, &[("turn", turn), ("note", "They were ill")]);
        let timeline = desk.timeline().join("\n");
        assert!(timeline.contains("They were ill"), "{timeline}");
        desk.press("undo", "notice", &[]);
        assert!(!desk.timeline().join("\n").contains("They were ill"));
    }
}

#[test]
fn a_point_to_come_back_to_goes_into_the_thanks() {
    for logged in [true, false] {
        let mut desk = interviewed(logged);
        answer(
            &mut desk,
            &[("decide", "unsaid"), ("point", "The roses."), ("note", "Badly")],
        );
        let thanks = desk.all("move-row").remove(0);
        desk.press_on("write", &thanks, "", &[]);
        let body = value(&desk.first("letter"), "body");
        assert!(body.contains("One point has stayed with me: The roses."), "{body}");
        assert!(!body.contains("Badly"), "{body}");
    }
}

#[test]
fn answers_that_were_typed_are_there_again() {
    let desk = interviewed(true);
    let before = desk.world.places();
    let question = desk.questions().remove(0);
    let typed = [("liked", "phone"), ("person", "Dana Kim"), ("note", "Two more ro")];
    desk.leave("answers", &question, "answers", &typed);
    let mut desk = Desk::at(&desk.world, gardener());
    let again = desk.first("answers-form");
    assert!(part(&again, "restored"));
    let said = |card: &Card| ["liked", "note", "consent"].map(|name| value(card, name));
    assert_eq!(said(&again), ["phone", "Two more ro", ""]);
    let (_, people) = again.lists.iter().find(|(name, _)| *name == "people").expect("people");
    assert_eq!(value(&people[0], "person"), "Dana Kim");
    // What is typed in another form is another thing.
    let card = desk.first("kept-card");
    desk.press_on("log", &card, "noted", &[]);
    assert_eq!(value(&desk.first("entry-form"), "note"), "");
    desk.press_on("cancel", &card, "noted", &[]);
    // Given up, it is gone; kept, it is done with.
    desk.press_on("discard", &question, "answers", &[]);
    assert!(!part(&desk.first("answers-form"), "restored"));
    assert_eq!(said(&form(&mut desk)), ["", "", ""]);
    desk.leave("answers", &question, "answers", &typed);
    let mut desk = Desk::at(&desk.world, gardener());
    answer(&mut desk, &[]);
    assert_eq!(desk.world.places(), before);
}

/// An interview of yesterday, at which they said that they decide within a week.
fn promised() -> Desk {
    let mut desk = Desk::applied("2026-11-02");
    desk.come_back("2026-11-12", gardener());
    desk.log("interviewed", &[("people", "Dana Kim"), ("decide_by", "2026-11-19")]);
    desk.come_back("2026-11-13", gardener());
    desk
}

#[test]
fn the_day_that_is_known_stands_there_and_is_not_written_down_twice() {
    let mut desk = promised();
    let open = form(&mut desk);
    let said = ["decide", "decide_by", "liked", "consent"].map(|name| value(&open, name));
    assert_eq!(said, ["day", "2026-11-19", "", ""]);
    let before = desk.timeline();
    // What stands there by itself is no answer to the other questions, nor is a note.
    answer(&mut desk, &[]);
    expect!["Answer one of them at least; “Not said” is an answer too."].assert_eq(&text(&form(&mut desk), "error"));
    answer(&mut desk, &[("note", "Well")]);
    assert_eq!(desk.questions().len(), 1);
    desk.press("undo", "notice", &[]);
    answer(
        &mut desk,
        &[
            ("decide", "week"),
            ("person", "Dana Kim"),
            ("liked", "email"),
            ("consent", "yes"),
        ],
    );
    let wish = "Thu 12 Nov Dana Kim: they may be contacted, they prefer e-mail";
    assert_eq!(desk.timeline()[..2], [wish, &before[0]]);
    assert!(desk.questions().is_empty());
}

#[test]
fn another_day_than_the_known_one_is_another_promise() {
    let mut desk = promised();
    answer(&mut desk, &[("decide_by", "2026-11-20")]);
    assert!(
        desk.timeline()
            .contains(&"Thu 12 Nov They will decide by Fri 20 Nov".to_owned())
    );
    assert!(desk.questions().is_empty());
    desk.press("undo", "notice", &[]);
    assert_eq!(value(&form(&mut desk), "decide_by"), "2026-11-19");
}

#[test]
fn a_day_that_they_named_later_is_known_and_another_one_takes_its_place() {
    let mut desk = interviewed(true);
    desk.log("heard", &[("decide_by", "2026-11-20")]);
    let form = form(&mut desk);
    assert_eq!(value(&form, "decide_by"), "2026-11-20");
    answer(&mut desk, &[("decide_by", "2026-11-24")]);
    assert_eq!(desk.timeline()[0], "Fri 13 Nov They will decide by Tue 24 Nov");
    assert!(
        desk.text("kept-card", "next").contains("Thu 26 Nov"),
        "{}",
        desk.text("kept-card", "next")
    );
}

#[test]
fn a_form_that_is_open_follows_what_is_typed_and_its_row() {
    let mut desk = interviewed(true);
    form(&mut desk);
    let question = desk.questions().remove(0);
    desk.leave("answers", &question, "answers", &[("note", "Two ro")]);
    let of = |desk: &Desk| {
        let form = desk.first("answers-form");
        let is_marked = form.marks.iter().any(|(name, _)| *name == "focus");
        (value(&form, "note"), part(&form, "restored"), is_marked)
    };
    // Whatever else is done, its row may be drawn anew: with what was typed by now, and without taking the focus once more.
    desk.log("noted", &[("note", "Something else")]);
    assert_eq!(of(&desk), ("Two ro".to_owned(), false, false));
}

#[test]
fn the_form_is_opened_and_closed_and_keeps_what_was_typed() {
    let mut desk = interviewed(true);
    assert!(desk.all("answers-form").is_empty());
    let question = desk.questions().remove(0);
    desk.press_on("write", &question, "", &[]);
    assert!(!part(&desk.first("answers-form"), "restored"));
    desk.leave("answers", &question, "answers", &[("note", "Two ro")]);
    desk.press_on("cancel", &question, "answers", &[]);
    assert!(desk.all("answers-form").is_empty());
    desk.press_on("write", &question, "", &[]);
    let again = desk.first("answers-form");
    assert_eq!(
        (value(&again, "note").as_str(), part(&again, "restored")),
        ("Two ro", true)
    );
    desk.press_on("write", &question, "", &[]);
    assert!(desk.all("answers-form").is_empty());
    // What is put off is not open any more, and what was typed in it is there when it is asked again.
    desk.press_on("write", &question, "", &[]);
    desk.press_on("later", &question, "", &[("to", "2026-11-16")]);
    assert!(desk.all("answers-form").is_empty());
    desk.come_back("2026-11-16", gardener());
    assert_eq!(value(&desk.first("answers-form"), "note"), "Two ro");
}

#[test]
fn only_a_form_that_is_asked_for_takes_the_focus() {
    let mut desk = interviewed(true);
    let takes_focus = |desk: &Desk| {
        let form = desk.first("answers-form");
        form.marks.iter().any(|(name, _)| *name == "focus")
    };
    form(&mut desk);
    assert!(takes_focus(&desk));
    let question = desk.questions().remove(0);
    desk.leave("answers", &question, "answers", &[("note", "Two ro")]);
    assert!(!takes_focus(&Desk::at(&desk.world, gardener())));
}

#[test]
fn what_is_wrong_is_said_in_the_form_that_was_sent() {
    let desk = interviewed(true);
    let mut desk = Desk::at(&desk.world, page("https://quay.example/4", "Pilot", "Quay", ""));
    desk.press("applied", "capture-card", &[]);
    desk.log("interviewed", &[]);
    let questions = desk.questions();
    for question in &questions {
        desk.press_on("write", question, "", &[]);
    }
    desk.press_on("answers", &questions[1], "answers", &[]);
    let errors = desk.questions().into_iter().map(|question| {
        let form = within(&question, "answers-form").remove(0);
        (question.key == questions[1].key, !text(&form, "error").is_empty())
    });
    assert_eq!(errors.collect::<Vec<_>>(), [(false, false), (true, true)]);
}

#[test]
fn who_withdraws_is_offered_a_note_for_a_week() {
    let mut desk = Desk::applied("2026-11-02");
    desk.log("withdrew", &[]);
    let row = desk.first("withdrawal-row");
    assert_eq!(text(&row, "job"), "Gardener · Northwind");
    assert!(!part(&row, "withdraw"), "it is withdrawn");
    expect!["Do they know? A short note that you withdraw spares them the wait. Nothing is sent by itself."].assert_eq(
        &["withdrawals_heading", "withdrawals_advice"]
            .map(|slot| desk.text("kept-card", slot))
            .join(" "),
    );
    let (card, before) = (desk.first("kept-card"), desk.world.kept());
    desk.press_on("write", &card, &row.key, &[]);
    expect![[r#"
        Hello,

        I have decided to go another way, and would like to withdraw my application for the role of Gardener at Northwind.

        Thank you very much for your time and your interest. I wish you every success in filling the role.

        Kind regards"#]]
    .assert_eq(&value(&desk.first("letter"), "body"));
    assert_eq!(desk.world.kept(), before, "nothing is logged");
    desk.press_on(
        "letter",
        &row,
        "letter",
        &[("subject", "A"), ("body", "B"), ("manner", "warm")],
    );
    // What else is written down about the application leaves it alone.
    desk.log("noted", &[("note", "They were kind")]);
    assert_eq!(value(&desk.first("letter"), "body"), "B");
    desk.press_on("cancel", &row, "letter", &[]);
    desk.come_back("2026-11-09", gardener());
    let card = desk.first("kept-card");
    desk.press_on("write", &card, &row.key, &[]);
    assert_eq!(value(&desk.first("letter"), "body"), "B");
    desk.come_back("2026-11-10", gardener());
    assert!(desk.all("withdrawal-row").is_empty());
}

#[test]
fn nobody_is_told_of_a_withdrawal_who_does_not_wait() {
    let mut desk = Desk::applied("2026-11-02");
    desk.log("rejected", &[]);
    assert!(desk.all("withdrawal-row").is_empty());
    // Of what was only saved they do not know, unless they came up to the user.
    for (before, is_told) in [(None, false), (Some("heard"), true)] {
        let mut desk = Desk::at(&super::world::Model::on("2026-11-02"), gardener());
        desk.press("save", "capture-card", &[]);
        before.into_iter().for_each(|entry| desk.log(entry, &[]));
        desk.log("withdrew", &[]);
        assert_eq!(!desk.all("withdrawal-row").is_empty(), is_told);
    }
}
