//! What the user sends: whole sentences, whatever is known.

use std::fs;

use expect_test::{Expect, expect};
use your_move::domain::{
    Contact, FollowUp, Interview, Manner, Messages, Occasion, PLACEHOLDERS, Placeholder, PromiseOf, Round, Template,
    What, Wording, fill,
};
use your_move::etiquette::{Settings, plan};
use your_move::view::{Message, Word, Words};

use super::story::*;

pub(crate) const OCCASIONS: [Occasion; 18] = [
    Occasion::Answer,
    Occasion::AcceptInvitation,
    Occasion::Thank,
    Occasion::AskAfterApplying,
    Occasion::AskReferrer,
    Occasion::AskAfterScreen,
    Occasion::AskAfterInterview,
    Occasion::AskAfterPromise,
    Occasion::AskLast,
    Occasion::OfferAnotherTime,
    Occasion::ThankAfterNo,
    Occasion::AskForOffer,
    Occasion::AcknowledgeOffer,
    Occasion::AnswerOffer,
    Occasion::WriteOnceMore,
    Occasion::KeepWarm,
    Occasion::HandIn,
    Occasion::Withdraw,
];

/// A value for each placeholder, as awkward as they come: the company's name ends in a full stop.
const fn value(placeholder: Placeholder) -> &'static str {
    match placeholder {
        Placeholder::Person => "Dana Kim",
        Placeholder::Role => "Backend Engineer, Storage (m/f/d)",
        Placeholder::Company => "Acme Inc.",
        Placeholder::Job => "",
        Placeholder::Round => "interview",
        Placeholder::On => "on Friday 4 December",
        Placeholder::Time => "at 14:30 (Europe/Berlin)",
        Placeholder::Date => "Friday 11 December",
        Placeholder::Point => "how you shard the log",
        Placeholder::Referrer => "Sam Lee",
        Placeholder::Task => "Take-home task",
        Placeholder::Sender => "Ada King",
    }
}

/// Each occasion and manner with each set of values that can be known: subject, body and what is known.
fn each(check: impl FnMut(Occasion, Manner, &str, &str, &str)) {
    each_ending("", check);
}

/// The same where what somebody typed ends so.
fn each_ending(end: &str, check: impl FnMut(Occasion, Manner, &str, &str, &str)) {
    each_in(Words::english(), end, check);
}

/// The same in these words.
pub(crate) fn each_in(words: Words, end: &str, mut check: impl FnMut(Occasion, Manner, &str, &str, &str)) {
    let job = words.text(Word::MessageJob);
    let typed = |placeholder| match (placeholder, value(placeholder)) {
        (Placeholder::On | Placeholder::Time | Placeholder::Date | Placeholder::Round, ours) => ours.to_owned(),
        (_, typed) if typed.ends_with(end) => typed.to_owned(),
        (_, typed) => format!("{typed}{end}"),
    };
    for occasion in OCCASIONS {
        for manner in [Manner::Warm, Manner::Brief] {
            let (subject, body) = in_words(words, "2026-12-04", |voice| voice.template(occasion, manner));
            let used = |name: &str| subject.contains(name) || body.contains(name) || job.contains(name);
            let used: Vec<_> = PLACEHOLDERS
                .iter()
                .filter(|(_, name)| used(&format!("{{{name}}}")))
                .collect();
            for set in 0..1_u32 << used.len() {
                let known = |placeholder| {
                    let place = used.iter().position(|(known, _)| *known == placeholder)?;
                    (set & (1 << place) != 0).then(|| typed(placeholder))
                };
                let known = |placeholder| match placeholder {
                    Placeholder::Job => Some(fill(job, &known)),
                    _ => known(placeholder),
                };
                let all: Vec<_> = used.iter().filter_map(|(placeholder, _)| known(*placeholder)).collect();
                check(
                    occasion,
                    manner,
                    &fill(&subject, &known),
                    &fill(&body, &known),
                    &all.join(", "),
                );
            }
        }
    }
}

/// What would be a hole.
pub(crate) const ODD: [&str; 19] = [
    "{", "}", "[[", "]]", "|", "  ", " ,", " .", " ?", " ;", " :", "..", ",,", ",.", ".,,", "?.", ";.", " \n", "\n ",
];

#[test]
fn no_message_has_a_hole_whatever_is_known() {
    each(|occasion, manner, subject, body, known| {
        let shown = format!("{occasion:?}, {manner:?}, knowing {known}:\n{subject}\n\n{body}");
        for odd in ODD.into_iter().chain(["\n\n\n"]) {
            assert!(!subject.contains(odd) && !body.contains(odd), "{odd:?} in {shown}");
        }
        assert!(
            !subject.is_empty() && subject.trim() == subject && !subject.contains('\n'),
            "{shown}"
        );
        assert!(
            subject.starts_with(|first: char| first.is_uppercase()) && !subject.ends_with([',', ':', ';']),
            "{shown}"
        );
        let parts: Vec<&str> = body.split("\n\n").collect();
        let [greeting, middle @ .., end] = parts.as_slice() else {
            panic!("{shown}")
        };
        assert!(
            ["Dear Dana Kim,", "Hello Dana Kim,", "Hello,"].contains(greeting),
            "{shown}"
        );
        assert!(
            [
                "Kind regards",
                "Best regards",
                "Kind regards,\nAda King",
                "Best regards,\nAda King"
            ]
            .contains(end),
            "{shown}"
        );
        assert!(!middle.is_empty(), "{shown}");
        // Where the user's own answer is to stand.
        let is_answered = occasion == Occasion::Answer;
        let answer = |paragraph: &&&str| is_answered && **paragraph == "…";
        for paragraph in middle.iter().filter(|paragraph| !answer(paragraph)) {
            let leads_to_it = is_answered && paragraph.ends_with(':');
            assert!(paragraph.ends_with(['.', '?']) || leads_to_it, "{shown}");
            assert!(!paragraph.contains('\n'), "{shown}");
            // Every sentence begins with a capital, after the full stop of the one before.
            let sentences = paragraph.replace("Acme Inc.", "Acme").replace("(m/f/d)", "");
            for sentence in sentences.split_inclusive(['.', '?']).map(str::trim) {
                assert!(
                    sentence.starts_with(|first: char| first.is_uppercase()),
                    "{sentence:?} in {shown}"
                );
            }
        }
    });
}

#[test]
fn what_ends_a_sentence_ends_it_once() {
    for end in [".", "?", "!", "…"] {
        each_ending(end, |_, _, subject, body, _| {
            for mark in [".", "?", "!", "…"] {
                assert!(!body.contains(&format!("{mark}.")), "{body}");
                assert!(!subject.contains(&format!("{mark}.")), "{subject}");
            }
        });
    }
}

#[test]
fn nobody_is_told_that_they_missed_a_day() {
    each(|occasion, _, subject, body, _| {
        if matches!(occasion, Occasion::AskAfterPromise | Occasion::AskForOffer) {
            let said = format!("{subject}\n{body}").to_lowercase();
            for blame in [
                value(Placeholder::Date),
                "promised",
                "mentioned",
                "late",
                "missed",
                "overdue",
                "still waiting",
            ] {
                assert!(!said.contains(&blame.to_lowercase()), "{blame:?} in {said}");
            }
        }
    });
}

#[test]
fn ours_are_templates_that_a_user_may_save() {
    let words = fs::read_to_string("extension/_locales/en/messages.json").expect("the English words");
    let brief = words
        .lines()
        .filter(|line| line.contains("\"message_") && line.contains("_brief\":"));
    // One of them is the frame.
    assert_eq!(brief.count(), OCCASIONS.len() + 1);
    for occasion in OCCASIONS {
        for manner in [Manner::Warm, Manner::Brief] {
            let (subject, body) = on("2026-12-04", |voice| voice.template(occasion, manner));
            for text in [subject, body] {
                assert!(Template::new(&text).is_ok(), "{text}");
                // The article would be wrong for half of what can follow.
                assert!(!text.contains(" a {") && !text.contains(" an {"), "{text}");
            }
        }
    }
}

fn written(message: &Message) -> String {
    let to = message.to.as_deref().unwrap_or("-");
    format!("To: {to}\nSubject: {}\n\n{}\n", message.subject, message.body)
}

/// The messages of what is due on `today`, brief ones after a line.
#[track_caller]
fn check(today: &str, happened: &[(&str, What)], expected: Expect) {
    let all: Vec<_> = northwind().into_iter().chain(happened.iter().cloned()).collect();
    let application = story(1, &all);
    let outlooks = plan(std::slice::from_ref(&application), &Settings::default());
    let due = outlooks.iter().flat_map(|outlook| &outlook.follow_ups);
    let due: Vec<&FollowUp> = due.filter(|follow_up| follow_up.is_due(day(today))).collect();
    let messages = Messages {
        sender: Some(line("Ada King")),
        ..Messages::default()
    };
    let mut shown = Vec::new();
    for manner in [Manner::Warm, Manner::Brief] {
        for follow_up in &due {
            let message = on(today, |voice| voice.message(follow_up, &application, manner, &messages));
            shown.push(
                message
                    .as_ref()
                    .map_or_else(|| format!("{:?}: none\n", follow_up.rule()), written),
            );
        }
    }
    expected.assert_eq(&shown.join("----\n"));
}

fn northwind() -> [(&'static str, What); 2] {
    [
        ("2026-11-02", title("Backend Engineer, Storage (m/f/d)")),
        ("2026-11-02", company("Northwind Labs")),
    ]
}

fn dana() -> Contact {
    Contact {
        email: Some(line("dana.kim@northwind.example")),
        ..Contact::named(line("Dana Kim"))
    }
}

fn sam() -> Contact {
    Contact::named(line("Sam Lee"))
}

fn interview(round: Round, note: Option<&str>) -> What {
    What::Interviewed {
        interview: None,
        round,
        people: vec![dana()],
        note: note.map(prose),
    }
}

#[test]
fn after_an_interview_one_thanks_with_the_point_that_was_noted() {
    let note = "They seemed tired; salary not discussed.";
    let point = What::Remembered {
        interview: None,
        point: line("How you shard the log by tenant."),
    };
    check(
        "2026-11-12",
        &[
            ("2026-11-12", interview(Round::Middle, Some(note))),
            ("2026-11-12", point),
        ],
        expect![[r#"
            R0b: none
            ----
            To: dana.kim@northwind.example
            Subject: Thank you for the conversation today

            Dear Dana Kim,

            Thank you very much for taking the time to talk with me today about the role of Backend Engineer, Storage at Northwind Labs. One point has stayed with me: How you shard the log by tenant.

            Our conversation has made me even more interested. If there is anything else that you would like to know, please ask. I look forward to hearing from you.

            Kind regards,
            Ada King
            ----
            R0b: none
            ----
            To: dana.kim@northwind.example
            Subject: Thank you for the conversation today

            Hello Dana Kim,

            Thank you for taking the time to talk with me today. One point has stayed with me: How you shard the log by tenant. I look forward to hearing from you.

            Best regards,
            Ada King
        "#]],
    );
    check(
        "2026-11-16",
        &[("2026-11-12", interviewed(Round::Middle, &[]))],
        expect![[r#"
            R0b: none
            ----
            To: -
            Subject: Thank you for the conversation on 12 November

            Hello,

            Thank you very much for taking the time to talk with me on 12 November about the role of Backend Engineer, Storage at Northwind Labs.

            Our conversation has made me even more interested. If there is anything else that you would like to know, please ask. I look forward to hearing from you.

            Kind regards,
            Ada King
            ----
            R0b: none
            ----
            To: -
            Subject: Thank you for the conversation on 12 November

            Hello,

            Thank you for taking the time to talk with me on 12 November. I look forward to hearing from you.

            Best regards,
            Ada King
        "#]],
    );
}

#[test]
fn who_asks_once_more_says_so_only_for_the_last_time() {
    let offered = What::Offered {
        written: false,
        answer_by: None,
    };
    let happened = [("2026-11-02", offered), ("2026-11-10", checked_in())];
    check(
        "2026-11-17",
        &happened,
        expect![[r#"
        To: -
        Subject: The written offer for the role of Backend Engineer, Storage at Northwind Labs

        Hello,

        Thank you again for offering me the role of Backend Engineer, Storage at Northwind Labs. I am delighted, and I look forward to working with you.

        May I ask when I can expect the offer in writing? If you need anything from me for it, please let me know.

        Kind regards,
        Ada King
        ----
        To: -
        Subject: The written offer for the role of Backend Engineer, Storage at Northwind Labs

        Hello,

        Thank you again for offering me the role of Backend Engineer, Storage at Northwind Labs; I am very happy about it. When may I expect the offer in writing?

        Best regards,
        Ada King
    "#]],
    );

    let story = story(1, &[("2026-11-02", heard(false)), ("2026-11-10", checked_in())]);
    let mut follow_up = plan(std::slice::from_ref(&story), &Settings::default())[0].follow_ups[0].clone();
    assert_eq!(Occasion::of(&follow_up), Some(Occasion::AskLast));
    follow_up.cap = 3;
    assert_eq!(Occasion::of(&follow_up), Some(Occasion::AskAfterPromise));
}

#[test]
fn after_an_application_one_asks_for_the_timeline() {
    check(
        "2026-11-11",
        &[("2026-11-02", applied())],
        expect![[r#"
            To: -
            Subject: My application for the role of Backend Engineer, Storage at Northwind Labs

            Hello,

            I applied for the role of Backend Engineer, Storage at Northwind Labs on 2 November, and I am still very interested in it.

            May I ask where things stand, and when you expect to take the next step? If you need anything else from me, I will gladly send it.

            Kind regards,
            Ada King
            ----
            To: -
            Subject: My application for the role of Backend Engineer, Storage at Northwind Labs

            Hello,

            I applied for the role of Backend Engineer, Storage at Northwind Labs on 2 November and am still very interested. May I ask what your timeline is?

            Best regards,
            Ada King
        "#]],
    );
    let referred = What::Referred { by: sam() };
    let asked = What::CheckedIn {
        whom: None,
        channel: None,
    };
    let happened = [
        ("2026-11-02", contact("Dana Kim")),
        ("2026-11-02", referred),
        ("2026-11-02", applied()),
    ];
    check(
        "2026-11-12",
        &happened,
        expect![[r#"
            To: -
            Subject: My application for the role of Backend Engineer, Storage at Northwind Labs

            Dear Dana Kim,

            I applied for the role of Backend Engineer, Storage at Northwind Labs on 2 November, on the recommendation of Sam Lee, and I am still very interested in it.

            May I ask where things stand, and when you expect to take the next step? If you need anything else from me, I will gladly send it.

            Kind regards,
            Ada King
            ----
            To: -
            Subject: Your referral for the role of Backend Engineer, Storage at Northwind Labs

            Dear Sam Lee,

            Thank you again for referring me for the role of Backend Engineer, Storage at Northwind Labs; it means a lot to me. I have not heard from them yet.

            Do you happen to know how things stand, or whom I might ask? If not, that is no trouble at all, and I am grateful for your help either way.

            Kind regards,
            Ada King
            ----
            To: -
            Subject: My application for the role of Backend Engineer, Storage at Northwind Labs

            Hello Dana Kim,

            I applied for the role of Backend Engineer, Storage at Northwind Labs on 2 November and am still very interested. Sam Lee recommended it to me. May I ask what your timeline is?

            Best regards,
            Ada King
            ----
            To: -
            Subject: Your referral for the role of Backend Engineer, Storage at Northwind Labs

            Hello Sam Lee,

            Thank you again for referring me for the role of Backend Engineer, Storage at Northwind Labs. I have not heard from them yet. Do you happen to know how things stand?

            Best regards,
            Ada King
        "#]],
    );
    check(
        "2026-11-26",
        &[
            ("2026-11-02", contact("Dana Kim")),
            ("2026-11-02", applied()),
            ("2026-11-11", asked),
        ],
        expect![[r#"
            To: -
            Subject: One last note about the role of Backend Engineer, Storage at Northwind Labs

            Dear Dana Kim,

            I am writing once more about the role of Backend Engineer, Storage at Northwind Labs, because I would still very much like to work with you.

            If you have decided otherwise, that is quite all right: thank you for your time, and I would be glad to stay in touch. If it is still open, I am as interested as before.

            Kind regards,
            Ada King
            ----
            To: -
            Subject: One last note about the role of Backend Engineer, Storage at Northwind Labs

            Hello Dana Kim,

            I would like to ask one last time about the role of Backend Engineer, Storage at Northwind Labs. If you have decided otherwise, that is quite all right, and I thank you for your time. If it is still open, I am as interested as before.

            Best regards,
            Ada King
        "#]],
    );
}

#[test]
fn after_a_conversation_one_thanks_again_and_asks() {
    let thanked = |on| (on, thanked());
    check(
        "2026-11-19",
        &[("2026-11-11", interview(Round::Screen, None)), thanked("2026-11-11")],
        expect![[r#"
            R0b: none
            ----
            To: dana.kim@northwind.example
            Subject: Next steps for the role of Backend Engineer, Storage at Northwind Labs

            Dear Dana Kim,

            Thank you again for our call on 11 November. It was good to learn more about the role of Backend Engineer, Storage at Northwind Labs, and I am still very interested.

            May I ask what the next step is, and when you expect it? If you need anything from me until then, please let me know.

            Kind regards,
            Ada King
            ----
            R0b: none
            ----
            To: dana.kim@northwind.example
            Subject: Next steps for the role of Backend Engineer, Storage at Northwind Labs

            Hello Dana Kim,

            Thank you again for our call on 11 November. I am still very interested in the role of Backend Engineer, Storage at Northwind Labs. May I ask what the next step is, and when you expect it?

            Best regards,
            Ada King
        "#]],
    );
    check(
        "2026-11-24",
        &[("2026-11-12", interview(Round::Final, None)), thanked("2026-11-12")],
        expect![[r#"
            R0b: none
            ----
            To: dana.kim@northwind.example
            Subject: Next steps for the role of Backend Engineer, Storage at Northwind Labs

            Dear Dana Kim,

            Thank you again for the final interview on 12 November; I enjoyed our conversation. I have given the role of Backend Engineer, Storage at Northwind Labs more thought since, and I would very much like to take it on.

            May I ask what your timeline is? If anything is still open on my side, I will gladly answer it.

            Kind regards,
            Ada King
            ----
            R0b: none
            ----
            To: dana.kim@northwind.example
            Subject: Next steps for the role of Backend Engineer, Storage at Northwind Labs

            Hello Dana Kim,

            Thank you again for the final interview on 12 November. I am still very interested in the role of Backend Engineer, Storage at Northwind Labs. May I ask what your timeline is?

            Best regards,
            Ada King
        "#]],
    );
    check(
        "2026-11-19",
        &[("2026-11-02", applied()), ("2026-11-11", heard(false))],
        expect![[r#"
            To: -
            Subject: Next steps for the role of Backend Engineer, Storage at Northwind Labs

            Hello,

            Thank you for being in touch. I have given the role of Backend Engineer, Storage at Northwind Labs more thought since, and I would very much like to take it on.

            May I ask what your timeline is? If anything is still open on my side, I will gladly answer it.

            Kind regards,
            Ada King
            ----
            To: -
            Subject: Next steps for the role of Backend Engineer, Storage at Northwind Labs

            Hello,

            Thank you for being in touch. I am still very interested in the role of Backend Engineer, Storage at Northwind Labs. May I ask what your timeline is?

            Best regards,
            Ada King
        "#]],
    );
}

#[test]
fn after_a_promise_one_asks_without_a_word_of_it() {
    let promise = ("2026-11-04", promised(PromiseOf::Word, "2026-11-10"));
    check(
        "2026-11-12",
        &[("2026-11-02", applied()), promise],
        expect![[r#"
            To: -
            Subject: Timeline for the role of Backend Engineer, Storage at Northwind Labs

            Hello,

            I hope all is well with you. I am still very interested in the role of Backend Engineer, Storage at Northwind Labs, and I would like to ask whether there is any news on your timeline.

            I know that such decisions take time. I would appreciate a short update when you know more.

            Kind regards,
            Ada King
            ----
            To: -
            Subject: Timeline for the role of Backend Engineer, Storage at Northwind Labs

            Hello,

            I am still very interested in the role of Backend Engineer, Storage at Northwind Labs. May I ask whether there is any news on your timeline? A short update is enough.

            Best regards,
            Ada King
        "#]],
    );
    let call = ("2026-11-04", promised(PromiseOf::Call, "2026-11-10"));
    check(
        "2026-11-10",
        &[("2026-11-02", applied()), call],
        expect![[r#"
        R8: none
        ----
        R8: none
    "#]],
    );
}

#[test]
fn what_they_ask_is_answered() {
    let asked = What::Heard {
        asks: true,
        answer_by: Some(day("2026-11-06")),
        note: None,
    };
    check(
        "2026-11-05",
        &[("2026-11-04", asked)],
        expect![[r#"
            To: -
            Subject: Your question about the role of Backend Engineer, Storage at Northwind Labs

            Hello,

            Thank you very much for your message yesterday. Here is my answer:

            …

            If anything else would help, please let me know. I look forward to the next step.

            Kind regards,
            Ada King
            ----
            To: -
            Subject: Your question about the role of Backend Engineer, Storage at Northwind Labs

            Hello,

            Thank you for your message yesterday. Here is my answer:

            …

            If anything is missing, please let me know.

            Best regards,
            Ada King
        "#]],
    );
    let invited = What::Invited(Interview {
        people: vec![dana()],
        ..Interview::default()
    });
    check(
        "2026-11-04",
        &[("2026-11-04", invited)],
        expect![[r#"
        To: dana.kim@northwind.example
        Subject: Interview for the role of Backend Engineer, Storage at Northwind Labs

        Dear Dana Kim,

        Thank you very much for the invitation. I would be glad to talk with you about the role of Backend Engineer, Storage at Northwind Labs.

        Please let me know which days and times suit you, and I will make one of them work.

        Kind regards,
        Ada King
        ----
        To: dana.kim@northwind.example
        Subject: Interview for the role of Backend Engineer, Storage at Northwind Labs

        Hello Dana Kim,

        Thank you for the invitation. I would be glad to come. Which days and times suit you?

        Best regards,
        Ada King
    "#]],
    );
}

#[test]
fn an_appointment_that_they_missed_is_named() {
    let booked = What::Invited(Interview {
        day: Some(day("2026-11-10")),
        time: Some(chrono::NaiveTime::from_hms_opt(14, 30, 0).expect("a time")),
        people: vec![dana()],
        ..Interview::default()
    });
    let missed = What::Missed {
        interview: Some(event_id(1, 2)),
    };
    check(
        "2026-11-10",
        &[("2026-11-04", booked), ("2026-11-10", missed)],
        expect![[r#"
            To: dana.kim@northwind.example
            Subject: Our appointment today

            Dear Dana Kim,

            We had agreed to talk today at 14:30, and it seems that we missed each other. I hope that all is well.

            I would be glad to find another time. I am flexible over the next few days, so please choose what suits you best.

            Kind regards,
            Ada King
            ----
            To: dana.kim@northwind.example
            Subject: Our appointment today

            Hello Dana Kim,

            We had agreed to talk today at 14:30, and it seems that we missed each other. Which other time in the next few days would suit you?

            Best regards,
            Ada King
        "#]],
    );
}

#[test]
fn a_no_an_offer_and_what_is_owed() {
    let interview = ("2026-11-10", interview(Round::Final, None));
    let no = ("2026-11-17", What::Rejected { note: None });
    check(
        "2026-11-18",
        &[interview.clone(), no],
        expect![[r#"
            To: dana.kim@northwind.example
            Subject: Thank you, and one question

            Dear Dana Kim,

            Thank you for letting me know about the role of Backend Engineer, Storage at Northwind Labs. I am sorry that it did not work out, but I enjoyed talking with you, and I am grateful for your time.

            If you can spare a line or two, I would be glad to hear what I could have done better. And should something else come up that might fit, please think of me.

            Kind regards,
            Ada King
            ----
            To: dana.kim@northwind.example
            Subject: Thank you, and one question

            Hello Dana Kim,

            Thank you for letting me know, and for your time. If you can spare a line, I would be glad to hear what I could have done better.

            Best regards,
            Ada King
        "#]],
    );
    let offered = |written, answer_by| What::Offered { written, answer_by };
    check(
        "2026-11-25",
        &[interview.clone(), ("2026-11-17", offered(false, None))],
        expect![[r#"
            To: dana.kim@northwind.example
            Subject: The written offer for the role of Backend Engineer, Storage at Northwind Labs

            Dear Dana Kim,

            Thank you again for offering me the role of Backend Engineer, Storage at Northwind Labs. I am delighted, and I look forward to working with you.

            May I ask when I can expect the offer in writing? If you need anything from me for it, please let me know.

            Kind regards,
            Ada King
            ----
            To: dana.kim@northwind.example
            Subject: The written offer for the role of Backend Engineer, Storage at Northwind Labs

            Hello Dana Kim,

            Thank you again for offering me the role of Backend Engineer, Storage at Northwind Labs; I am very happy about it. When may I expect the offer in writing?

            Best regards,
            Ada King
        "#]],
    );
    check(
        "2026-11-17",
        &[interview.clone(), ("2026-11-17", offered(true, None))],
        expect![[r#"
            To: dana.kim@northwind.example
            Subject: Your offer for the role of Backend Engineer, Storage at Northwind Labs

            Dear Dana Kim,

            Thank you very much for the written offer for the role of Backend Engineer, Storage at Northwind Labs. It has arrived, and I am very happy about it.

            I am reading it with care. May I ask by when you would like my answer?

            Kind regards,
            Ada King
            ----
            To: dana.kim@northwind.example
            Subject: Your offer for the role of Backend Engineer, Storage at Northwind Labs

            Hello Dana Kim,

            Thank you very much for the written offer. By when would you like my answer?

            Best regards,
            Ada King
        "#]],
    );
    check(
        "2026-11-24",
        &[
            interview.clone(),
            ("2026-11-17", offered(true, Some(day("2026-11-26")))),
        ],
        expect![[r#"
            To: dana.kim@northwind.example
            Subject: Your offer for the role of Backend Engineer, Storage at Northwind Labs

            Dear Dana Kim,

            Thank you very much for the written offer for the role of Backend Engineer, Storage at Northwind Labs. It has arrived, and I am very happy about it.

            I am reading it with care. You will have my answer by 26 November.

            Kind regards,
            Ada King
            ----
            To: dana.kim@northwind.example
            Subject: Your offer for the role of Backend Engineer, Storage at Northwind Labs: my answer

            Dear Dana Kim,

            Thank you again for the offer for the role of Backend Engineer, Storage at Northwind Labs, and for the time to think about it.

            I would like to give you my answer by telephone. When may I call you, so that you have it by 26 November?

            Kind regards,
            Ada King
            ----
            To: dana.kim@northwind.example
            Subject: Your offer for the role of Backend Engineer, Storage at Northwind Labs

            Hello Dana Kim,

            Thank you very much for the written offer. You will have my answer by 26 November.

            Best regards,
            Ada King
            ----
            To: dana.kim@northwind.example
            Subject: Your offer for the role of Backend Engineer, Storage at Northwind Labs: my answer

            Hello Dana Kim,

            Thank you again for the offer. I would like to give you my answer by telephone. When may I call you, so that you have it by 26 November?

            Best regards,
            Ada King
        "#]],
    );
    // A day that has passed is not named.
    let late = ("2026-11-17", offered(true, Some(day("2026-11-20"))));
    check(
        "2026-11-23",
        &[interview, late, ("2026-11-18", thanked())],
        expect![[r#"
            To: dana.kim@northwind.example
            Subject: Your offer for the role of Backend Engineer, Storage at Northwind Labs: my answer

            Dear Dana Kim,

            Thank you again for the offer for the role of Backend Engineer, Storage at Northwind Labs, and for the time to think about it.

            I would like to give you my answer by telephone. When may I call you?

            Kind regards,
            Ada King
            ----
            To: dana.kim@northwind.example
            Subject: Your offer for the role of Backend Engineer, Storage at Northwind Labs: my answer

            Hello Dana Kim,

            Thank you again for the offer. I would like to give you my answer by telephone. When may I call you?

            Best regards,
            Ada King
        "#]],
    );
    let undertook = What::Undertook {
        what: line("Take-home task"),
        by: day("2026-11-13"),
    };
    check(
        "2026-11-12",
        &[("2026-11-10", undertook)],
        expect![[r#"
            To: -
            Subject: As agreed: Take-home task

            Hello,

            As agreed for the role of Backend Engineer, Storage at Northwind Labs, I am sending you what you asked for: Take-home task.

            If anything is missing, or if you have a question about it, please let me know. I look forward to hearing what you think.

            Kind regards,
            Ada King
            ----
            To: -
            Subject: As agreed: Take-home task

            Hello,

            As agreed, I am sending you what you asked for: Take-home task. If anything is missing, please let me know.

            Best regards,
            Ada King
        "#]],
    );
}

#[test]
fn people_who_may_help_are_written_to_once_more() {
    check(
        "2026-11-13",
        &[("2026-11-03", What::Networked { with: sam() })],
        expect![[r#"
            To: -
            Subject: A short question about Northwind Labs

            Dear Sam Lee,

            I wrote to you on 3 November, and I know how full a day can be, so this is only a short note. I would still be very glad to hear your view of Northwind Labs.

            A few lines or a few minutes on the telephone would help me a lot. If it does not suit you, that is quite all right.

            Kind regards,
            Ada King
            ----
            To: -
            Subject: A short question about Northwind Labs

            Hello Sam Lee,

            I wrote to you on 3 November and would still be very glad to hear your view of Northwind Labs. A few lines are enough, and if it does not suit you, that is quite all right.

            Best regards,
            Ada King
        "#]],
    );
    let no = ("2026-11-17", What::Rejected { note: None });
    check(
        "2027-03-17",
        &[
            ("2026-11-02", contact("Dana Kim")),
            ("2026-11-02", applied()),
            no,
            ("2026-11-17", What::KeptWarm {}),
        ],
        expect![[r#"
            To: -
            Subject: Staying in touch

            Dear Dana Kim,

            I hope you are well. We were in touch about the role of Backend Engineer, Storage at Northwind Labs, and I have followed your work with interest since.

            If something comes up that might fit, I would be glad to hear of it. And if I can ever be of help to you, please let me know.

            Kind regards,
            Ada King
            ----
            To: -
            Subject: Staying in touch

            Hello Dana Kim,

            I hope you are well. We were in touch about the role of Backend Engineer, Storage at Northwind Labs. If something comes up that might fit, I would be glad to hear of it.

            Best regards,
            Ada King
        "#]],
    );
}

#[test]
fn a_withdrawal_is_told() {
    let application = story(1, &northwind());
    let messages = Messages::default();
    let message = on("2026-11-12", |voice| {
        voice.withdrawal_note(&application, Manner::Warm, &messages)
    });
    expect![[r#"
        To: -
        Subject: My application for the role of Backend Engineer, Storage at Northwind Labs

        Hello,

        I have decided to go another way, and would like to withdraw my application for the role of Backend Engineer, Storage at Northwind Labs.

        Thank you very much for your time and your interest. I wish you every success in filling the role.

        Kind regards
    "#]].assert_eq(&written(&message));
}

#[test]
fn the_users_own_words_take_the_place_of_ours() {
    let wording = |subject, body| Wording {
        subject: Template::new(subject).expect("a template"),
        body: Template::new(body).expect("a template"),
    };
    let mut messages = Messages::default();
    let own = wording("[[{company}|Us]]", "Hi[[ {person}]],\n\n\nstill keen on  {job}.");
    messages.set(Occasion::Withdraw, Manner::Warm, Some(own));
    let application = story(1, &northwind());
    let subject = |messages: &Messages, manner| {
        on("2026-11-12", |voice| {
            voice.withdrawal_note(&application, manner, messages)
        })
        .subject
    };
    let message = on("2026-11-12", |voice| {
        voice.withdrawal_note(&application, Manner::Warm, &messages)
    });
    expect![[r#"
        To: -
        Subject: Northwind Labs

        Hi,

        still keen on the role of Backend Engineer, Storage at Northwind Labs.
    "#]]
    .assert_eq(&written(&message));
    let ours = "My application for the role of Backend Engineer, Storage at Northwind Labs";
    assert_eq!(subject(&messages, Manner::Brief), ours);
    messages.set(Occasion::Withdraw, Manner::Warm, None);
    assert_eq!(subject(&messages, Manner::Warm), ours);
}
