//! Everything that happens, written down in its form: what is said of it, where the application stands then, and what is taken back by
//! undoing it.

use expect_test::{Expect, expect};
use pollster::block_on;
use your_move::app::load;

use super::desk::{Desk, gardener, part, value, within};
use super::sound::applications;

/// Applied on Monday 2 November; it is Monday 16 November, and so much has happened in between.
fn desk(before: &[(&str, &[(&str, &str)])]) -> Desk {
    let mut desk = Desk::applied("2026-11-02");
    desk.come_back("2026-11-16", gardener());
    for (entry, typed) in before {
        desk.log(entry, typed);
    }
    desk
}

/// Writes an entry down: what the notice says, how far the application has come, and what comes next. Undone, all is as it was.
#[track_caller]
fn check(mut desk: Desk, entry: &str, typed: &[(&str, &str)], expected: &Expect) {
    let look = |desk: &Desk| {
        let card = desk.first("kept-card");
        (
            desk.timeline(),
            super::desk::text(&card, "stage"),
            super::desk::text(&card, "next"),
        )
    };
    let before = look(&desk);
    desk.log(entry, typed);
    let (_, stage, next) = look(&desk);
    expected.assert_eq(&format!("{}\n{stage}\n{next}", desk.notice().trim_end_matches(" | ")));
    assert!(desk.all("entry-form").is_empty(), "the form is closed");
    desk.press("undo", "notice", &[]);
    assert_eq!(look(&desk), before);
}

const BOOKED: (&str, &[(&str, &str)]) = (
    "invited",
    &[("day", "2026-11-20"), ("time", "09:30"), ("people", "Dana Kim")],
);
const HELD: (&str, &[(&str, &str)]) = (
    "interviewed",
    &[("on", "2026-11-13"), ("people", "Dana Kim, and J. Ortiz")],
);
const OFFER: (&str, &[(&str, &str)]) = ("offered", &[("on", "2026-11-13")]);

#[test]
fn what_they_did() {
    check(
        desk(&[]),
        "heard",
        &[("note", "Two weeks more"), ("decide_by", "2026-11-27")],
        &expect![[r#"
            Saved. They replied: Two weeks more. They will decide by Fri 27 Nov.
            In touch
            If you hear nothing, a check-in is due on Tue 1 Dec: two business days after the day they named."#]],
    );
    check(
        desk(&[]),
        "heard",
        &[("asks", "yes")],
        &expect![[r#"
            Saved. They wait for your answer.
            In touch
            It is your move now: answer them. They asked you something today."#]],
    );
    // A day that is named for an answer is kept, and says that they wait.
    check(
        desk(&[]),
        "heard",
        &[("answer_by", "2026-11-20")],
        &expect![[r#"
            Saved. They wait for your answer by Fri 20 Nov.
            In touch
            It is your move now: answer them. They asked you something today, to be answered by Fri 20 Nov."#]],
    );
    let place = [
        ("day", "2026-11-20"),
        ("time", "09:30"),
        ("zone", "Europe/Berlin"),
        ("place", "Main Street 1"),
        ("link", "https://meet.example/a"),
        ("people", "Dana Kim"),
        ("round", "screen"),
    ];
    check(
        desk(&[]),
        "invited",
        &place,
        &expect![[r#"
            Saved. They invited you to a first call on Fri 20 Nov at 09:30 (Europe/Berlin), Main Street 1 with Dana Kim.
            Interviewing
            Your interview is on Fri 20 Nov. A thank-you to Dana Kim is due on Sat 21 Nov. If you hear nothing, a check-in is due on Fri 27 Nov: five business days after the interview."#]],
    );
    check(
        desk(&[]),
        "invited",
        &[],
        &expect![[r#"
            Saved. They invited you to an interview.
            Interviewing
            It is your move now: agree on a day for the interview. They invited you today."#]],
    );
    check(
        desk(&[("invited", &[])]),
        "invited",
        &[("day", "2026-11-24")],
        &expect![[r#"
            Saved. The interview is on Tue 24 Nov.
            Interviewing
            Your interview is on Tue 24 Nov. A thank-you is due on Wed 25 Nov. If you hear nothing, a check-in is due on Tue 1 Dec: five business days after the interview."#]],
    );
    check(
        desk(&[BOOKED]),
        "rescheduled",
        &[("day", "2026-11-24")],
        &expect![[r#"
            Saved. They moved the interview to Tue 24 Nov at 09:30.
            Interviewing
            Your interview is on Tue 24 Nov. A thank-you to Dana Kim is due on Wed 25 Nov. If you hear nothing, a check-in is due on Tue 1 Dec: five business days after the interview."#]],
    );
    check(
        desk(&[BOOKED]),
        "rescheduled",
        &[("day", "")],
        &expect![[r#"
            Saved. They are looking for another day for the interview.
            Interviewing
            If you hear nothing, a check-in is due on Tue 24 Nov: five business days after your last exchange. It was moved from a Monday to the next business day."#]],
    );
    check(
        desk(&[BOOKED]),
        "cancelled",
        &[],
        &expect![[r#"
        Saved. They called off the interview.
        Interviewing
        If you hear nothing, a check-in is due on Tue 24 Nov: five business days after your last exchange. It was moved from a Monday to the next business day."#]],
    );
    let today = ("invited", &[("on", "2026-11-09"), ("day", "2026-11-16")][..]);
    check(
        desk(&[today]),
        "missed",
        &[],
        &expect![[r#"
            Saved. They did not come to the interview.
            Interviewing
            It is your move now: write about the appointment they missed. They missed the appointment today. Name the time that was agreed, and offer another."#]],
    );
    check(
        desk(&[]),
        "offered",
        &[("answer_by", "2026-11-20")],
        &expect![[r#"
            Saved. They offered you the job.
            Offer
            If you hear nothing, a check-in is due on Tue 24 Nov: five business days after the offer. It was moved from a Monday to the next business day."#]],
    );
    check(
        desk(&[]),
        "offered",
        &[("written", "yes")],
        &expect![[r#"
            Saved. They offered you the job in writing.
            Offer
            It is your move now: acknowledge the offer. They offered you the job in writing today. Thank them, and ask by when they want your answer."#]],
    );
    check(
        desk(&[]),
        "rejected",
        &[("note", "Somebody else")],
        &expect![[r#"
        Saved. They said no: Somebody else.
        Rejected
    "#]],
    );
}

#[test]
fn what_the_user_did() {
    let how = [
        ("on", "2026-11-13"),
        ("people", "Dana Kim"),
        ("decide_by", "2026-11-20"),
        ("channel", "email"),
        ("note", "Spoke of roses"),
        ("round", "final"),
    ];
    check(
        desk(&[]),
        "interviewed",
        &how,
        &expect![[r#"
            Saved. Final round with Dana Kim: Spoke of roses. They will decide by Fri 20 Nov.
            Interviewing
            It is your move now: write down what they said and thank Dana Kim for the interview. If you hear nothing, a check-in is due on Tue 24 Nov: two business days after the day they named."#]],
    );
    check(
        desk(&[HELD]),
        "thanked",
        &[("whom", "Dana Kim")],
        &expect![[r#"
            Saved. You thanked Dana Kim.
            Interviewing
            It is your move now: write down what they said and thank J. Ortiz for the interview. If you hear nothing, a check-in is due on Fri 20 Nov: five business days after the interview."#]],
    );
    check(
        desk(&[HELD]),
        "thanked",
        &[],
        &expect![[r#"
            Saved. You thanked them.
            Interviewing
            It is your move now: write down what they said. If you hear nothing, a check-in is due on Fri 20 Nov: five business days after the interview."#]],
    );
    check(
        desk(&[]),
        "checked_in",
        &[("channel", "phone")],
        &expect![[r#"
        Saved. You asked where things stand, by phone.
        Applied
        If you hear nothing, you decide on Wed 2 Dec whether it is over."#]],
    );
    check(
        desk(&[("heard", &[("asks", "yes")])]),
        "replied",
        &[("note", "Yes, gladly")],
        &expect![[r#"
            Saved. You replied: Yes, gladly.
            In touch
            If you hear nothing, a check-in is due on Tue 24 Nov: five business days after your last exchange. It was moved from a Monday to the next business day."#]],
    );
    check(
        desk(&[]),
        "undertook",
        &[("what", "A planting plan"), ("by", "2026-11-20")],
        &expect![[r#"
            Saved. Task, due Fri 20 Nov: A planting plan.
            Applied
            It is your move now: ask where things stand. You applied on Mon 2 Nov; ten business days have passed."#]],
    );
    let plan = ("undertook", &[("what", "A planting plan"), ("by", "2026-11-20")][..]);
    check(
        desk(&[plan]),
        "delivered",
        &[],
        &expect![[r#"
        Saved. You handed in: A planting plan.
        Applied
        It is your move now: ask where things stand. You applied on Mon 2 Nov; ten business days have passed."#]],
    );
    check(
        desk(&[OFFER]),
        "accepted",
        &[],
        &expect![[r#"
        Saved. You accepted the offer.
        Accepted
    "#]],
    );
    check(
        desk(&[OFFER]),
        "declined",
        &[],
        &expect![[r#"
        Saved. You declined the offer.
        Declined
    "#]],
    );
    check(
        desk(&[]),
        "withdrew",
        &[],
        &expect![[r#"
        Saved. You withdrew.
        Withdrawn
    "#]],
    );
}

#[test]
fn what_is_only_for_the_record() {
    check(
        desk(&[]),
        "noted",
        &[("note", "Ask for the team's size")],
        &expect![[r#"
        Saved. Note: Ask for the team's size.
        Applied
        It is your move now: ask where things stand. You applied on Mon 2 Nov; ten business days have passed."#]],
    );
    check(
        desk(&[]),
        "closed",
        &[("why", "posting_gone")],
        &expect![[r#"
        You closed it: the posting is gone.
        Closed
    "#]],
    );
    check(
        desk(&[("closed", &[])]),
        "reopened",
        &[],
        &expect![[r#"
        You took it up again.
        Applied
        It is your move now: ask where things stand. You applied on Mon 2 Nov; ten business days have passed."#]],
    );
}

#[test]
fn each_person_who_is_chosen_is_thanked() {
    let mut desk = desk(&[HELD]);
    assert_eq!(desk.moves().len(), 2);
    desk.log("thanked", &[("whom", "Dana Kim"), ("whom", "J. Ortiz")]);
    assert_eq!(desk.moves(), [""; 0]);
}

/// The buttons that are offered: the likely ones in sight, and the others.
#[track_caller]
fn check_offered(desk: &Desk, expected: &Expect) {
    let card = desk.first("kept-card");
    let names = |list: &str| {
        let (_, buttons) = card.lists.iter().find(|(name, _)| *name == list).expect("a list");
        let names: Vec<&str> = buttons.iter().map(|button| button.key.as_str()).collect();
        format!("{list}: {}\n", names.join(" "))
    };
    expected.assert_eq(&["likely", "they", "you", "record"].map(names).concat());
}

#[test]
fn what_can_have_happened_is_offered() {
    let saved = || {
        let mut desk = Desk::at(&super::world::Model::on("2026-11-02"), gardener());
        desk.press("save", "capture-card", &[]);
        desk
    };
    assert!(part(&saved().first("kept-card"), "can_apply"));
    // Who has an offer is not asked whether they applied.
    let mut offered = saved();
    offered.log("offered", &[]);
    assert!(!part(&offered.first("kept-card"), "can_apply"));
    check_offered(
        &saved(),
        &expect![[r#"
            likely: heard invited
            they: offered rejected referred undertook preferred
            you: applied interviewed thanked checked_in replied networked accepted declined withdrew
            record: noted retired closed put_right erased
        "#]],
    );
    check_offered(
        &desk(&[]),
        &expect![[r#"
            likely: heard rejected
            they: invited offered referred undertook preferred
            you: interviewed thanked checked_in replied networked accepted declined withdrew
            record: noted retired closed put_right erased
        "#]],
    );
    check_offered(
        &desk(&[BOOKED]),
        &expect![[r#"
            likely: heard rescheduled
            they: invited cancelled missed offered rejected referred undertook preferred
            you: interviewed thanked checked_in replied networked accepted declined withdrew
            record: noted retired closed put_right erased
        "#]],
    );
    check_offered(
        &desk(&[HELD]),
        &expect![[r#"
            likely: heard invited
            they: offered rejected referred undertook preferred
            you: interviewed thanked checked_in replied networked accepted declined withdrew
            record: noted retired closed put_right erased
        "#]],
    );
    check_offered(
        &desk(&[OFFER]),
        &expect![[r#"
            likely: accepted declined
            they: heard invited offered rejected referred undertook preferred
            you: interviewed thanked checked_in replied networked withdrew
            record: noted retired closed put_right erased
        "#]],
    );
    check_offered(
        &desk(&[("closed", &[])]),
        &expect![[r#"
            likely: reopened noted
            they: heard invited offered rejected referred undertook preferred
            you: interviewed thanked replied networked
            record: kept_warm put_right erased
        "#]],
    );
}

#[test]
fn another_day_is_put_right_in_the_timeline() {
    let mut desk = desk(&[HELD]);
    let card = desk.first("kept-card");
    let event = desk.first("event-row");
    desk.press_on("move", &card, &event.key, &[("on", "2026-11-12")]);
    expect![[r#"
        The day is now Thu 12 Nov. | 
        Thu 12 Nov Interview with Dana Kim and J. Ortiz"#]]
    .assert_eq(&[desk.notice(), desk.timeline()[0].clone()].join("\n"));
    desk.press_on("move", &card, &event.key, &[("on", "2026-11-17")]);
    expect!["That day has not come yet. Choose today or an earlier day."].assert_eq(&desk.text("event-row", "error"));
    desk.press_on("move", &card, &event.key, &[("on", "2026-11-11")]);
    desk.press("undo", "notice", &[]);
    expect!["Thu 12 Nov Interview with Dana Kim and J. Ortiz"].assert_eq(&desk.timeline()[0]);
}

#[test]
fn a_day_that_they_named_is_not_said_after_it() {
    let mut desk = desk(&[]);
    desk.log("heard", &[("on", "2026-11-10"), ("decide_by", "2026-11-12")]);
    let card = desk.first("kept-card");
    let promise = desk.first("event-row");
    desk.press_on("move", &card, &promise.key, &[("on", "2026-11-13")]);
    expect!["The day they named lies before the day on which they said it. Check both days."]
        .assert_eq(&desk.text("event-row", "error"));
}

#[test]
fn what_is_deleted_stays_deleted() {
    let mut desk = desk(&[HELD]);
    let card = desk.first("kept-card");
    desk.press_on("log", &card, "erased", &[]);
    expect!["This deletes what you kept of it for good: the posting, its text, the people, and 3 entries with their notes. It cannot be undone, and no backup brings it back here."].assert_eq(&desk.text("entry-form", "warning"));
    desk.keep(&[]);
    expect!["Deleted. Nothing of it is kept any more. | "].assert_eq(&desk.notice());
    assert_eq!(desk.text("notice", "remedy"), "");
    assert_eq!((desk.moves(), desk.world.badge().0.as_str()), (vec![], ""));
    // The page can be kept anew, as another application.
    desk.press("save", "capture-card", &[]);
    assert_eq!(desk.timeline().len(), 1);
}

#[test]
fn a_form_is_closed_by_cancelling_and_by_showing_another_application() {
    let mut desk = desk(&[]);
    let card = desk.first("kept-card");
    desk.press_on("log", &card, "heard", &[]);
    desk.press_on("cancel", &card, "heard", &[]);
    assert!(desk.all("entry-form").is_empty());
    desk.press_on("log", &card, "heard", &[]);
    desk.press("manual", "kept-card", &[]);
    desk.press("back", "capture-card", &[]);
    assert!(desk.all("entry-form").is_empty());
}

#[test]
fn the_earlier_part_of_a_timeline_is_shown_when_it_is_asked_for() {
    let notes = [("noted", &[("note", "One more")][..]); 9];
    let mut desk = desk(&notes);
    assert_eq!(desk.timeline().len(), 5);
    expect!["and 6 earlier"].assert_eq(&desk.text("kept-card", "earlier"));
    desk.press("all", "kept-card", &[]);
    assert_eq!(desk.timeline().len(), 11);
    assert_eq!(desk.text("kept-card", "earlier"), "");
}

#[test]
fn what_was_put_right_of_a_posting_is_there_after_a_look_at_another_application() {
    let world = Desk::applied("2026-11-02").world;
    world.turn_to("2026-11-11");
    let second = super::desk::page("https://northwind.example/jobs/2", "Pilot", "Northwind", "");
    let mut desk = Desk::at(&world, second);
    desk.leave_capture(&[("title", "Senior Pilot")]);
    desk.press("open", "move-row", &[]);
    desk.press("back", "kept-card", &[]);
    let title = super::desk::said(&desk.first("capture-card")).remove(0);
    assert_eq!(title, ("title", vec!["Senior Pilot".to_owned()]));
}

#[test]
fn what_an_offer_by_word_of_mouth_leads_to() {
    let said = ("on", "2026-11-13");
    check(
        desk(&[]),
        "offered",
        &[said, ("written_by", "2026-11-18"), ("answer_by", "2026-11-20")],
        &expect![[r#"
            Saved. They offered you the job. They promised the offer in writing by Wed 18 Nov.
            Offer
            If you hear nothing, a check-in is due on Thu 19 Nov: one business day after the day they named."#]],
    );
    // A day that is named after it is for the offer in writing, unless the user says otherwise.
    check(
        desk(&[OFFER]),
        "heard",
        &[("decide_by", "2026-11-18")],
        &expect![[r#"
            Saved. They replied. They promised the offer in writing by Wed 18 Nov.
            Offer
            If you hear nothing, a check-in is due on Thu 19 Nov: one business day after the day they named."#]],
    );
    check(
        desk(&[OFFER]),
        "heard",
        &[("decide_by", "2026-11-18"), ("promised", "word")],
        &expect![[r#"
            Saved. They replied. They will decide by Wed 18 Nov.
            Offer
            If you hear nothing, a check-in is due on Fri 20 Nov: two business days after the day they named."#]],
    );
    let mut desk = desk(&[OFFER]);
    desk.come_back("2026-11-23", gardener());
    desk.log("heard", &[("on", "2026-11-16"), ("decide_by", "2026-11-18")]);
    expect!["Ask when the offer comes in writing — since Thu: The written offer was promised by Wed 18 Nov; three business days have passed. Check-in 1 of 2."].assert_eq(&desk.moves().join("\n"));
}

#[test]
fn a_call_that_was_agreed() {
    for entry in ["heard", "interviewed"] {
        let mut desk = desk(&[]);
        desk.log(
            entry,
            &[
                ("decide_by", "2026-11-18"),
                ("promised", "call"),
                ("people", "Dana Kim"),
            ],
        );
        assert!(
            desk.notice().contains("They asked you to call on Wed 18 Nov."),
            "{}",
            desk.notice()
        );
        desk.come_back("2026-11-18", gardener());
        assert!(
            desk.moves().iter().any(|row| row.contains("as agreed — today")),
            "{:?}",
            desk.moves()
        );
    }
}

#[test]
fn a_note_is_never_dropped() {
    let mut desk = desk(&[]);
    desk.log(
        "interviewed",
        &[
            ("on", "2026-11-20"),
            ("note", "Bring the plans"),
            ("point", "The roses"),
        ],
    );
    expect!["Saved. They invited you to an interview on Fri 20 Nov. | "].assert_eq(&desk.notice());
    assert_eq!(
        super::desk::text(&desk.first("event-row"), "note"),
        "Bring the plans\nThe roses"
    );
}

#[test]
fn a_long_note_can_be_read_in_full() {
    let note = format!("{}\nThe second line.", "Roses and more roses.".repeat(20));
    let mut desk = desk(&[]);
    desk.log("noted", &[("note", &note)]);
    let row = desk.first("event-row");
    assert!(part(&row, "long"));
    assert_eq!(super::desk::text(&row, "note"), note);
    // A short one stands there already.
    desk.log("noted", &[("note", "Roses")]);
    assert!(
        desk.all("event-row")
            .iter()
            .any(|row| !part(row, "long") && super::desk::text(row, "text") == "Note: Roses")
    );
    // So is what is kept of any other kind.
    desk.log("heard", &[("note", "One\nTwo")]);
    let notes: Vec<String> = desk
        .all("event-row")
        .iter()
        .map(|row| super::desk::text(row, "note"))
        .collect();
    assert!(notes.contains(&"One\nTwo".to_owned()), "{notes:?}");
}

#[test]
fn an_invitation_does_not_come_after_its_own_interview() {
    let mut desk = desk(&[]);
    desk.log("invited", &[("on", "2026-11-09"), ("day", "2026-11-11")]);
    let (card, invited) = (desk.first("kept-card"), desk.first("event-row"));
    desk.press_on("move", &card, &invited.key, &[("on", "2026-11-12")]);
    expect!["The day they named lies before the day on which they said it. Check both days."]
        .assert_eq(&desk.text("event-row", "error"));
    desk.press_on("move", &card, &invited.key, &[("on", "2026-11-11")]);
    assert!(desk.notice().starts_with("The day is now"), "{}", desk.notice());
    // The same holds of every day that is named.
    desk.log(
        "undertook",
        &[("on", "2026-11-13"), ("what", "Plans"), ("by", "2026-11-14")],
    );
    let undertook = desk
        .all("event-row")
        .into_iter()
        .find(|row| super::desk::text(row, "text").contains("Plans"));
    desk.press_on("move", &card, &undertook.expect("it").key, &[("on", "2026-11-16")]);
    assert!(
        desk.all("event-row")
            .iter()
            .any(|row| super::desk::text(row, "error").starts_with("The day they named"))
    );
}

#[test]
fn keeping_in_touch_is_begun_and_ended() {
    let mut desk = desk(&[("rejected", &[])]);
    let offered = |desk: &Desk, entry: &str| {
        let card = desk.first("kept-card");
        let mut buttons = card.lists.iter().flat_map(|(_, cards)| cards);
        buttons.any(|button| button.key == entry)
    };
    assert!(offered(&desk, "kept_warm") && !offered(&desk, "let_cool"));
    desk.log("kept_warm", &[]);
    assert!(!offered(&desk, "kept_warm") && offered(&desk, "let_cool"));
    let timeline = desk.timeline();
    desk.log("let_cool", &[]);
    assert!(offered(&desk, "kept_warm") && !offered(&desk, "let_cool"));
    expect!["Undone: You stay in touch. | "].assert_eq(&desk.notice());
    desk.press("undo", "notice", &[]);
    assert_eq!(desk.timeline(), timeline);
    // It begins anew with another end.
    desk.log("reopened", &[]);
    desk.log("withdrew", &[]);
    desk.come_back("2027-03-16", gardener());
    assert_eq!(desk.moves().len(), 1);
}

#[test]
fn a_day_that_can_be_left_out_is_said_to_be_open() {
    #[track_caller]
    fn check_hint(before: &[(&str, &[(&str, &str)])], entry: &str, name: &str, hint: &str) {
        let mut desk = desk(before);
        desk.press_on("log", &desk.first("kept-card"), entry, &[]);
        assert_eq!(desk.text("entry-form", "name"), name);
        assert_eq!(desk.text("entry-form", "hint"), hint);
    }
    let open = "You can add the day later.";
    check_hint(&[], "invited", "Invited to interview", open);
    check_hint(
        &[BOOKED],
        "rescheduled",
        "The interview is moved or changed",
        "Empty the day if they are still looking for another one.",
    );
    // Who sets the day has it.
    check_hint(&[("invited", &[])], "rescheduled", "A day is set", "");
}

#[test]
fn who_somebody_is_may_stand_behind_their_name() {
    #[track_caller]
    fn check(typed: &str, expected: &[&str]) {
        let mut desk = desk(&[]);
        desk.log("interviewed", &[("people", typed)]);
        let application =
            block_on(load(&desk.world, applications(&desk.world)[0].application())).expect("it can be read");
        let people = application.expect("it is there").people;
        let people = people.iter().map(|person| match &person.role {
            Some(role) => format!("{}: {role}", person.name),
            None => person.name.to_string(),
        });
        let mut people: Vec<String> = people.collect();
        people.sort();
        assert_eq!(people, expected, "{typed}");
    }
    check("Sam Reyes, recruiter", &["Sam Reyes: recruiter"]);
    check(
        "Sam Reyes, hiring manager and Jo Ortiz, team lead",
        &["Jo Ortiz: team lead", "Sam Reyes: hiring manager"],
    );
    check(
        "Sam Reyes, head of sales and marketing",
        &["Sam Reyes: head of sales & marketing"],
    );
    check(
        "Sam Reyes, recruiter and jo ortiz",
        &["Sam Reyes: recruiter", "jo ortiz"],
    );
    check("Sam Reyes, Jo Ortiz", &["Jo Ortiz", "Sam Reyes"]);
    check("Sam Reyes, jo@quay.example", &["Sam Reyes", "jo@quay.example"]);
    check("Sam Reyes; jo ortiz", &["Sam Reyes", "jo ortiz"]);
    // Who writes all of it small means names.
    check("sam reyes, jo ortiz", &["jo ortiz", "sam reyes"]);
}

#[test]
fn an_interview_that_stays_on_its_day_is_not_moved() {
    let mut desk = desk(&[BOOKED]);
    desk.press_on("log", &desk.first("kept-card"), "rescheduled", &[]);
    let day = value(&desk.first("entry-form"), "day");
    desk.keep(&[("time", "11:30"), ("place", "Room 4")]);
    let said = desk.timeline().remove(0);
    assert!(
        said.contains("Interview details: ") && said.ends_with("at 11:30, Room 4"),
        "{said}"
    );
    desk.press_on("log", &desk.first("kept-card"), "rescheduled", &[]);
    assert_eq!(value(&desk.first("entry-form"), "day"), day);
}

#[test]
fn an_interview_that_is_not_changed_is_no_act_of_theirs() {
    let mut desk = desk(&[BOOKED]);
    let before = desk.world.kept();
    desk.press_on("log", &desk.first("kept-card"), "rescheduled", &[]);
    desk.keep(&[]);
    assert!(desk.all("entry-form").is_empty());
    assert_eq!(desk.world.kept(), before);
}

/// Where and when it is, on the row that stands on Today.
#[test]
fn the_row_of_an_interview_says_where_it_is() {
    let said = |more: &[(&str, &str)]| {
        let mut desk = Desk::applied("2026-11-16");
        desk.log("invited", &[&[("day", "2026-11-20"), ("time", "09:30")], more].concat());
        desk.come_back("2026-11-20", gardener());
        let row = desk.first("move-row");
        let said = ["when", "whom", "call"].map(|slot| super::desk::text(&row, slot));
        said.join(" | ")
    };
    expect!["today at 09:30 | Gardener · Northwind | "].assert_eq(&said(&[]));
    expect!["today | Gardener · Northwind · at 09:30 (Europe/Berlin) · Fourth floor | meet.example.org"].assert_eq(
        &said(&[
            ("zone", "Europe/Berlin"),
            ("place", "Fourth floor"),
            ("link", "https://meet.example.org/abc"),
        ]),
    );
}

/// A day that can be meant and may be a slip is kept, and looked at once more.
#[test]
fn a_day_that_may_be_a_slip_is_said() {
    let said = |entry: &str, on: &str| {
        let mut desk = desk(&[]);
        desk.log(entry, &[("on", on)]);
        format!("{}\n", desk.notice().trim_end_matches(" | "))
    };
    let all = [
        said("heard", "2026-11-02"),
        said("heard", "2026-11-01"),
        said("rejected", "2026-10-30"),
        said("heard", "2025-11-16"),
        said("heard", "2025-11-15"),
        // Whom one knows comes before.
        said("replied", "2026-10-30"),
    ];
    expect![[r#"
        Saved. They replied.
        Saved. They replied. That is earlier than your application on Mon 2 Nov. If it is a slip, undo it and choose another day.
        Saved. They said no. That is earlier than your application on Mon 2 Nov. If it is a slip, undo it and choose another day.
        Saved. They replied. That is earlier than your application on Mon 2 Nov. If it is a slip, undo it and choose another day.
        Saved. They replied. That is more than a year ago. If it is a slip, undo it and choose another day.
        Saved. You replied.
    "#]].assert_eq(&all.concat());

    // Moved there, it is the same.
    let mut desk = desk(&[HELD]);
    let (card, event) = (desk.first("kept-card"), desk.first("event-row"));
    desk.press_on("move", &card, &event.key, &[("on", "2026-10-30")]);
    expect!["The day is now Fri 30 Oct. That is earlier than your application on Mon 2 Nov. If it is a slip, undo it and choose another day. | "].assert_eq(&desk.notice());

    // The day of an interview that was booked is not chosen again.
    let mut desk = Desk::at(&super::world::Model::on("2026-11-02"), gardener());
    desk.press("save", "capture-card", &[]);
    desk.log("invited", &[("day", "2026-11-03"), ("people", "Dana Kim")]);
    desk.come_back("2026-11-05", gardener());
    desk.press("applied", "kept-card", &[]);
    desk.come_back("2026-11-06", gardener());
    let row = desk.questions()[0].clone();
    desk.press_on("write", &row, "", &[]);
    desk.press_on("answers", &row, "answers", &[("decide", "unsaid"), ("liked", "email")]);
    expect!["Saved. Interview. | "].assert_eq(&desk.notice());

    // Who has not applied has nothing to come before.
    let mut desk = Desk::at(&super::world::Model::on("2026-11-16"), gardener());
    desk.press("save", "capture-card", &[]);
    desk.log("heard", &[("on", "2026-10-30")]);
    expect!["Saved. They replied. | "].assert_eq(&desk.notice());
    desk.log("applied", &[("on", "1999-05-03")]);
    expect!["Saved. You applied on Mon 3 May 1999. That is more than a year ago. If it is a slip, undo it and choose another day. | "].assert_eq(&desk.notice());
}

#[test]
fn what_is_wrong_is_said_until_it_is_typed_anew() {
    let mut desk = desk(&[]);
    let card = desk.first("kept-card");
    desk.press_on("log", &card, "heard", &[]);
    desk.keep(&[("on", "2026-12-01")]);
    assert!(!desk.text("entry-form", "error").is_empty());
    desk.retype("note");
    assert_eq!(desk.text("entry-form", "error"), "", "it is about the whole form");
    desk.keep(&[("on", "soon")]);
    desk.retype("note");
    assert!(!desk.text("entry-form", "error").is_empty(), "the day is as it was");
    desk.retype("on");
    assert_eq!(desk.text("entry-form", "error"), "");
}

/// Who was thanked in a row is not thanked again in the form, and the others are.
#[test]
fn of_several_those_are_thanked_who_were_not() {
    let mut desk = desk(&[]);
    desk.log("interviewed", &[("people", "Dana Kim, J. Ortiz")]);
    let mut rows = desk.all("move-row").into_iter();
    let dana = rows.find(|row| super::desk::text(row, "heading").contains("Dana Kim"));
    desk.press_on("sent", &dana.expect("her row"), "", &[]);
    let thanked = |desk: &Desk| desk.timeline().iter().filter(|told| told.contains("thanked")).count();
    assert_eq!(thanked(&desk), 1);
    let mut thank_both = || {
        desk.press_on("log", &desk.first("kept-card"), "thanked", &[]);
        let meeting = &within(&desk.first("entry-form"), "meeting-choice")[0].key;
        desk.keep(&[("whom", "Dana Kim"), ("whom", "J. Ortiz"), ("meeting", meeting)]);
        thanked(&desk)
    };
    assert_eq!(thank_both(), 2);
    assert_eq!(thank_both(), 2);
    expect![
        "That is in the timeline on that day already. If there was another one on another day, log it with that day."
    ]
    .assert_eq(&desk.text("entry-form", "error"));
}
