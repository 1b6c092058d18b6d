//! The rows of what is due: what to do, how pressing, for whom, and why.

use expect_test::{Expect, expect};
use your_move::domain::{Channel, PromiseOf, Round, RuleId, What};
use your_move::etiquette::{Settings, plan};

use super::story::*;

/// What is due on `today`, as rows.
#[track_caller]
fn check(today: &str, happened: &[(&str, What)], expected: Expect) {
    let outlook = outlook(happened);
    let mut rows = String::new();
    for follow_up in outlook
        .follow_ups
        .iter()
        .filter(|follow_up| follow_up.is_due(day(today)))
    {
        on(today, |voice| {
            let (when, tone) = voice.when(follow_up);
            rows += &format!("{} [{when}, {}]\n", voice.heading(follow_up), tone.name());
            rows += &format!("{}\n", voice.whom(&outlook, follow_up));
            rows += &format!("{}\n", voice.because(follow_up));
        });
    }
    expected.assert_eq(&rows);
}

fn northwind() -> [(&'static str, What); 2] {
    [
        ("2026-11-02", title("Backend Engineer, Storage")),
        ("2026-11-02", company("Northwind Labs")),
    ]
}

#[track_caller]
fn check_northwind(today: &str, happened: &[(&'static str, What)], expected: Expect) {
    let all: Vec<_> = northwind().into_iter().chain(happened.iter().cloned()).collect();
    check(today, &all, expected);
}

#[test]
fn a_thank_you_for_each_interviewer() {
    let happened = [("2026-11-20", interviewed(Round::Middle, &["Dana Kim", "J. Ortiz"]))];
    check_northwind(
        "2026-11-20",
        &happened,
        expect![[r#"
            Write down what they said [today, today]
            Backend Engineer, Storage · Northwind Labs
            You had an interview today. Note what was said of how it goes on and how to stay in touch; “not said” is fine, too.
            Thank Dana Kim for the interview [today, today]
            Backend Engineer, Storage · Northwind Labs
            You had an interview today. A short note is good manners; it does not count as a check-in.
            Thank J. Ortiz for the interview [today, today]
            Backend Engineer, Storage · Northwind Labs
            You had an interview today. A short note is good manners; it does not count as a check-in.
        "#]],
    );
    check_northwind(
        "2026-11-24",
        &happened,
        expect![[r#"
            Write down what they said [late since yesterday, late]
            Backend Engineer, Storage · Northwind Labs
            You had an interview on Fri 20 Nov. Note what was said of how it goes on and how to stay in touch; “not said” is fine, too.
            Thank Dana Kim for the interview [late, late]
            Backend Engineer, Storage · Northwind Labs
            You had an interview on Fri 20 Nov. A short note is good manners; it does not count as a check-in.
            Thank J. Ortiz for the interview [late, late]
            Backend Engineer, Storage · Northwind Labs
            You had an interview on Fri 20 Nov. A short note is good manners; it does not count as a check-in.
        "#]],
    );
}

#[test]
fn a_thank_you_to_nobody_in_particular() {
    let happened = [("2026-11-20", interviewed(Round::Final, &[]))];
    check_northwind(
        "2026-11-23",
        &happened,
        expect![[r#"
            Write down what they said [late, late]
            Backend Engineer, Storage · Northwind Labs
            You had the final round on Fri 20 Nov. Note what was said of how it goes on and how to stay in touch; “not said” is fine, too.
            Thank them for the interview [since Fri, today]
            Backend Engineer, Storage · Northwind Labs
            You had the final round on Fri 20 Nov. A short note is good manners; it does not count as a check-in.
        "#]],
    );
    check(
        "2026-11-23",
        &[
            ("2026-11-20", company("Northwind")),
            ("2026-11-20", interviewed(Round::Screen, &[])),
        ],
        expect![[r#"
            Write down what they said [late, late]
            Northwind
            You had a first call on Fri 20 Nov. Note what was said of how it goes on and how to stay in touch; “not said” is fine, too.
            Thank them for the interview [since Fri, today]
            Northwind
            You had a first call on Fri 20 Nov. A short note is good manners; it does not count as a check-in.
        "#]],
    );
}

#[test]
fn a_thank_you_for_an_interview_that_nobody_wrote_down() {
    check_northwind(
        "2026-11-21",
        &[("2026-11-10", invited("2026-11-20", &["Dana Kim"]))],
        expect![[r#"
            Write down what they said [today, today]
            Backend Engineer, Storage · Northwind Labs
            An interview was booked for yesterday. Note what was said of how it goes on and how to stay in touch; “not said” is fine, too.
            Thank Dana Kim for the interview [today, today]
            Backend Engineer, Storage · Northwind Labs
            An interview was booked for yesterday. A short note is good manners; it does not count as a check-in.
        "#]],
    );
}

#[test]
fn after_applying() {
    let happened = [("2026-11-02", applied())];
    check_northwind(
        "2026-11-11",
        &happened,
        expect![[r#"
            Ask where things stand [today, today]
            Backend Engineer, Storage · Northwind Labs
            You applied on Mon 2 Nov; seven business days have passed. It is the only check-in while they are silent.
        "#]],
    );
    check_northwind(
        "2026-11-12",
        &happened,
        expect![[r#"
            Ask where things stand [since yesterday, today]
            Backend Engineer, Storage · Northwind Labs
            You applied on Mon 2 Nov; eight business days have passed. It is the only check-in while they are silent.
        "#]],
    );
    check_northwind(
        "2026-11-13",
        &happened,
        expect![[r#"
            Ask where things stand [since Wed, today]
            Backend Engineer, Storage · Northwind Labs
            You applied on Mon 2 Nov; nine business days have passed. It is the only check-in while they are silent.
        "#]],
    );
    check_northwind(
        "2026-11-17",
        &happened,
        expect![[r#"
            Ask where things stand [late since yesterday, late]
            Backend Engineer, Storage · Northwind Labs
            You applied on Mon 2 Nov; 11 business days have passed. It is the only check-in while they are silent.
        "#]],
    );
    let named = [
        ("2026-11-02", applied()),
        ("2026-11-02", contact("Dana Kim")),
        ("2026-11-02", prefers(Channel::Email)),
    ];
    check_northwind(
        "2026-11-11",
        &named,
        expect![[r#"
        Ask where things stand [today, today]
        Backend Engineer, Storage · Northwind Labs · to Dana Kim, by e-mail
        You applied on Mon 2 Nov; seven business days have passed. Check-in 1 of 2. They prefer e-mail.
    "#]],
    );
}

#[test]
fn after_the_posting_closed() {
    let happened = [("2026-11-02", applied()), ("2026-11-02", closes("2026-11-13"))];
    check_northwind(
        "2026-11-20",
        &happened,
        expect![[r#"
            Ask where things stand [today, today]
            Backend Engineer, Storage · Northwind Labs
            You applied on Mon 2 Nov and the posting closed on Fri 13 Nov; five business days have passed. It is the only check-in while they are silent.
        "#]],
    );
    // It had closed before: the day of applying counts.
    let late = [("2026-11-02", applied()), ("2026-11-02", closes("2026-10-30"))];
    check_northwind(
        "2026-11-12",
        &late,
        expect![[r#"
            Ask where things stand [since Tue, today]
            Backend Engineer, Storage · Northwind Labs
            You applied on Mon 2 Nov; eight business days have passed. It was moved from a Monday to the next business day. It is the only check-in while they are silent.
        "#]],
    );
}

#[test]
fn after_an_interview() {
    let screen = [
        ("2026-10-07", interviewed(Round::Screen, &["Dana Kim"])),
        ("2026-10-07", thanked()),
    ];
    check(
        "2026-10-14",
        &screen,
        expect![[r#"
            Write down what they said [late since Thu, late]

            You had a first call on Wed 7 Oct. Note what was said of how it goes on and how to stay in touch; “not said” is fine, too.
            Ask where things stand [today, today]
            to Dana Kim
            You had a first call on Wed 7 Oct; five business days have passed. Check-in 1 of 2.
        "#]],
    );
    let last = [
        ("2026-10-07", interviewed(Round::Final, &[])),
        ("2026-10-07", thanked()),
        ("2026-10-07", company("Northwind")),
    ];
    check(
        "2026-10-16",
        &last,
        expect![[r#"
            Write down what they said [late since Thu 8 Oct, late]
            Northwind
            You had the final round on Wed 7 Oct. Note what was said of how it goes on and how to stay in touch; “not said” is fine, too.
            Ask where things stand [today, today]
            Northwind
            You had the final round on Wed 7 Oct; seven business days have passed. Check-in 1 of 2.
        "#]],
    );
}

#[test]
fn after_they_wrote() {
    check_northwind(
        "2026-11-17",
        &[("2026-11-02", applied()), ("2026-11-10", heard(false))],
        expect![[r#"
            Ask where things stand [today, today]
            Backend Engineer, Storage · Northwind Labs
            Your last exchange was on Tue 10 Nov; five business days have passed. Check-in 1 of 2.
        "#]],
    );
    let asked = [
        ("2026-11-02", applied()),
        ("2026-11-10", heard(true)),
        ("2026-11-12", What::Replied { note: None }),
    ];
    check_northwind(
        "2026-11-19",
        &asked,
        expect![[r#"
        Ask where things stand [today, today]
        Backend Engineer, Storage · Northwind Labs
        Your last exchange was on Thu 12 Nov; five business days have passed. Check-in 1 of 2.
    "#]],
    );
}

#[test]
fn after_a_promised_day() {
    let happened = [
        ("2026-12-10", interviewed(Round::Middle, &["Dana Kim"])),
        ("2026-12-10", promised(PromiseOf::Word, "2026-12-17")),
        ("2026-12-10", thanked()),
        ("2026-12-10", prefers(Channel::Email)),
        ("2026-12-10", What::UNSAID),
    ];
    check_northwind(
        "2026-12-22",
        &happened,
        expect![[r#"
        Ask where things stand [today, today]
        Backend Engineer, Storage · Northwind Labs · to Dana Kim, by e-mail
        They wanted to decide by Thu 17 Dec; three business days have passed. It was moved from a Monday to the next business day. Check-in 1 of 2. They prefer e-mail.
    "#]],
    );
    check_northwind(
        "2027-01-05",
        &happened,
        expect![[r#"
            Ask where things stand [late since Fri 25 Dec, late]
            Backend Engineer, Storage · Northwind Labs · to Dana Kim, by e-mail
            They wanted to decide by Thu 17 Dec 2026; 13 business days have passed. It was moved from a Monday to the next business day. Check-in 1 of 2. They prefer e-mail.
        "#]],
    );
}

#[test]
fn on_the_day_of_an_agreed_call() {
    let happened = [
        ("2026-11-10", heard(false)),
        ("2026-11-10", promised(PromiseOf::Call, "2026-11-16")),
    ];
    check_northwind(
        "2026-11-16",
        &happened,
        expect![[r#"
        Call them, as agreed [today, today]
        Backend Engineer, Storage · Northwind Labs
        You agreed to call them today.
    "#]],
    );
    let named = [
        ("2026-11-10", contact("Dana Kim")),
        ("2026-11-10", promised(PromiseOf::Call, "2026-11-16")),
    ];
    check(
        "2026-11-18",
        &named,
        expect![[r#"
            Call Dana Kim, as agreed [since Mon, today]

            You agreed to call them on Mon 16 Nov.
        "#]],
    );
}

#[test]
fn the_second_question_is_the_last() {
    let happened = [
        ("2026-10-07", interviewed(Round::Middle, &["Dana Kim"])),
        ("2026-10-07", thanked()),
        ("2026-10-14", checked_in()),
    ];
    check_northwind(
        "2026-10-21",
        &happened,
        expect![[r#"
        Ask once more, for the last time [today, today]
        Backend Engineer, Storage · Northwind Labs · to Dana Kim
        You asked on Wed 14 Oct; five business days have passed. Check-in 2 of 2.
    "#]],
    );
}

#[test]
fn the_question_whether_it_is_over() {
    let silent = [("2026-11-02", applied()), ("2026-11-11", checked_in())];
    check_northwind(
        "2026-12-02",
        &silent,
        expect![[r#"
            Is it over? [today, today]
            Backend Engineer, Storage · Northwind Labs
            Nothing has come since Mon 2 Nov, you asked on Wed 11 Nov, and no check-in is left. You can close it; a later reply opens it again.
        "#]],
    );
    let refused = [
        ("2026-10-07", interviewed(Round::Middle, &[])),
        ("2026-10-07", thanked()),
        ("2026-10-07", do_not_contact()),
    ];
    check_northwind(
        "2026-11-09",
        &refused,
        expect![[r#"
            Is it over? [since Fri, today]
            Backend Engineer, Storage · Northwind Labs
            They asked not to be contacted, and nothing has come since Wed 7 Oct. You can close it; a later reply opens it again.
        "#]],
    );
}

#[test]
fn what_moved_it_is_told() {
    let snoozed = What::Snoozed {
        follow_up: key(RuleId::R4, 2),
        to: day("2026-11-16"),
    };
    check_northwind(
        "2026-11-17",
        &[("2026-11-02", applied()), ("2026-11-11", snoozed)],
        expect![[r#"
            Ask where things stand [today, today]
            Backend Engineer, Storage · Northwind Labs
            You applied on Mon 2 Nov; 11 business days have passed. You moved it to Mon 16 Nov. It was moved from a Monday to the next business day. It is the only check-in while they are silent.
        "#]],
    );
    let pinned = What::Pinned {
        follow_up: key(RuleId::R4, 2),
        to: day("2026-11-16"),
    };
    check_northwind(
        "2026-11-16",
        &[("2026-11-02", applied()), ("2026-11-11", pinned)],
        expect![[r#"
            Ask where things stand [today, today]
            Backend Engineer, Storage · Northwind Labs
            You applied on Mon 2 Nov; ten business days have passed. You set Mon 16 Nov for it yourself. It is the only check-in while they are silent.
        "#]],
    );
    let kept_back = What::Snoozed {
        follow_up: key(RuleId::R8, 2),
        to: day("2026-11-11"),
    };
    check_northwind(
        "2026-11-18",
        &[
            ("2026-11-03", promised(PromiseOf::Word, "2026-11-13")),
            ("2026-11-03", kept_back),
        ],
        expect![[r#"
            Ask where things stand [since yesterday, today]
            Backend Engineer, Storage · Northwind Labs
            They wanted to decide by Fri 13 Nov; three business days have passed. You moved it to Wed 11 Nov. The day they named, Fri 13 Nov, comes first. Check-in 1 of 2.
        "#]],
    );
}

#[test]
fn another_question_at_the_same_company_keeps_its_distance() {
    let first = story(
        1,
        &[
            ("2026-11-02", company("Northwind")),
            ("2026-10-28", applied()),
            ("2026-11-09", checked_in()),
        ],
    );
    let second = story(2, &[("2026-11-02", company("Northwind")), ("2026-11-02", applied())]);
    let outlooks = plan(&[first, second], &Settings::default());
    let outlook = outlooks.last().expect("two outlooks");
    let follow_up = outlook.follow_ups.first().expect("a check-in");
    assert_eq!(
        on("2026-11-17", |voice| voice.because(follow_up)),
        "You applied on Mon 2 Nov; 11 business days have passed. You asked at the same company on Mon 9 Nov, so this one comes a little later. It was moved from a Monday to the next business day. It is the only check-in while they are silent."
    );
}

#[test]
fn what_is_owed_says_to_whom() {
    let undertook = What::Undertook {
        what: line("Take-home task"),
        by: day("2026-11-18"),
    };
    check_northwind(
        "2026-11-16",
        &[
            ("2026-11-10", interviewed(Round::Middle, &["Dana Kim"])),
            ("2026-11-10", thanked()),
            ("2026-11-10", undertook),
        ],
        expect![[r#"
            Write down what they said [late since Wed, late]
            Backend Engineer, Storage · Northwind Labs
            You had an interview on Tue 10 Nov. Note what was said of how it goes on and how to stay in touch; “not said” is fine, too.
            Hand in: Take-home task [today, today]
            Backend Engineer, Storage · Northwind Labs · to Dana Kim
            “Take-home task” is due by Wed 18 Nov.
        "#]],
    );
}

#[test]
fn the_day_for_an_answer_is_told_before_and_after_it() {
    let asked = What::Heard {
        asks: true,
        answer_by: Some(day("2026-11-12")),
        note: None,
    };
    check_northwind(
        "2026-11-13",
        &[("2026-11-09", asked)],
        expect![[r#"
        Answer them [late since yesterday, late]
        Backend Engineer, Storage · Northwind Labs
        They asked you something on Mon 9 Nov, to be answered by yesterday.
    "#]],
    );
    let offered = What::Offered {
        written: true,
        answer_by: Some(day("2026-11-12")),
    };
    check_northwind(
        "2026-11-11",
        &[("2026-11-09", offered.clone())],
        expect![[r#"
            Acknowledge the offer [late, late]
            Backend Engineer, Storage · Northwind Labs
            They offered you the job in writing on Mon 9 Nov, to be answered by tomorrow. Thank them now; your answer is a message of its own.
            Answer the offer [since yesterday, today]
            Backend Engineer, Storage · Northwind Labs
            They offered you the job in writing on Mon 9 Nov, to be answered by tomorrow.
        "#]],
    );
    // The answer cannot wait any more.
    check_northwind(
        "2026-11-12",
        &[("2026-11-09", offered)],
        expect![[r#"
        Acknowledge the offer [late since yesterday, late]
        Backend Engineer, Storage · Northwind Labs
        They offered you the job in writing on Mon 9 Nov, to be answered by today.
        Answer the offer [late, late]
        Backend Engineer, Storage · Northwind Labs
        They offered you the job in writing on Mon 9 Nov, to be answered by today.
    "#]],
    );
}
