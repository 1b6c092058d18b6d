//! R5, R12, R15 and R16: people who may help, before anybody has answered and after it has ended.

use your_move::domain::{Closing, Contact, Round, RuleId, What};
use your_move::etiquette::Settings;

use super::story::{
    applied, check, check_with, heard, interviewed, key_for, line, nth_event, replied, skipped, story, thanked,
};

fn referred(by: &str) -> What {
    What::Referred {
        by: Contact::named(line(by)),
    }
}

fn wrote_to(with: &str) -> What {
    What::Networked {
        with: Contact::named(line(with)),
    }
}

fn rejected() -> What {
    What::Rejected { note: None }
}

#[test]
fn who_referred_is_asked_once() {
    let happened = [("2026-11-02", referred("Ana"))];
    check(&happened, &["R5 1/1 due 2026-11-12 for Ana"]);
    check(&[&happened[..], &[("2026-11-12", wrote_to("ana"))]].concat(), &[]);
    check(
        &[&happened[..], &[("2026-11-05", heard())]].concat(),
        &["R7 1/2 due 2026-11-12 late 2026-11-17"],
    );
    let asked = key_for(RuleId::R5, nth_event(1, 0), "Ana");
    check(&[&happened[..], &[("2026-11-12", skipped(&asked))]].concat(), &[]);
}

#[test]
fn a_referral_stands_beside_the_check_in() {
    check(
        &[("2026-11-02", referred("Ana")), ("2026-11-02", applied())],
        &["R4 1/2 due 2026-11-11 late 2026-11-16", "R5 1/1 due 2026-11-12 for Ana"],
    );
}

#[test]
fn who_was_written_to_is_written_to_once_more() {
    let happened = [("2026-11-02", wrote_to("Ben"))];
    check(&happened, &["R15 1/1 due 2026-11-11 for Ben"]);
    check(&[&happened[..], &[("2026-11-11", wrote_to("Ben"))]].concat(), &[]);
    check(
        &[&happened[..], &[("2026-11-04", wrote_to("Cleo"))]].concat(),
        &["R15 1/1 due 2026-11-11 for Ben", "R15 1/1 due 2026-11-13 for Cleo"],
    );
    check(
        &[&happened[..], &[("2026-11-05", heard())]].concat(),
        &["R7 1/2 due 2026-11-12 late 2026-11-17"],
    );
}

#[test]
fn after_a_no_thanks_and_one_question() {
    let happened = [
        ("2026-11-02", applied()),
        ("2026-11-05", interviewed(Round::Middle, &[])),
        ("2026-11-05", thanked(None)),
        ("2026-11-12", rejected()),
    ];
    check(&happened, &["R12 1/1 due 2026-11-13 fades 2026-11-20"]);
    for sent in [thanked(None), replied()] {
        check_with(
            &Settings::default(),
            &[story(1, &[&happened[..], &[("2026-11-12", sent)]].concat())],
            &[],
        );
    }
    // Without an interview there is nobody to thank.
    check_with(
        &Settings::default(),
        &[story(1, &[("2026-11-02", applied()), ("2026-11-12", rejected())])],
        &[],
    );
}

#[test]
fn whoever_chose_to_keep_in_touch_is_reminded_now_and_then() {
    let ended = [("2026-10-31", rejected()), ("2026-11-02", What::KeptWarm {})];
    // 28 February is a Sunday.
    check(&ended, &["R16 1/3 due 2027-03-01"]);
    let wrote = [&ended[..], &[("2027-03-02", wrote_to("Ana"))]].concat();
    check(&wrote, &["R16 2/3 due 2027-07-02"]);
    let again = [&wrote[..], &[("2027-07-02", wrote_to("Ana"))]].concat();
    check(&again, &["R16 3/3 due 2027-11-02"]);
    // Nothing of it without the choice, or while it is open.
    check_with(&Settings::default(), &[story(1, &ended[..1])], &[]);
    check(
        &[("2026-10-29", applied()), ("2026-11-02", What::KeptWarm {})],
        &["R4 1/1 due 2026-11-10 late 2026-11-13"],
    );
    let not_now = What::Closed {
        why: Closing::NotInterested,
    };
    check(
        &[("2026-10-31", not_now), ("2026-10-31", What::KeptWarm {})],
        &["R16 1/3 due 2027-03-01"],
    );
}

#[test]
fn whoever_keeps_in_touch_with_all_is_reminded_of_those_who_turned_them_down() {
    let all = Settings {
        keep_warm: true,
        ..Settings::default()
    };
    let met = interviewed(Round::Middle, &["Ana"]);
    let ended = [
        ("2026-10-28", met),
        ("2026-10-28", thanked(None)),
        ("2026-10-31", rejected()),
    ];
    let thanks = "R12 1/1 due 2026-11-02 fades 2026-11-09";
    check_with(&all, &[story(1, &ended)], &[&[thanks, "R16 1/3 due 2027-03-01"]]);
    check(&ended, &[thanks]);
    // Where nobody is known there is nobody to write to, and who went away or heard nothing was not turned down.
    check_with(&all, &[story(1, &ended[2..])], &[]);
    for end in [
        What::Withdrew {},
        What::Closed {
            why: Closing::NotInterested,
        },
    ] {
        let ended = [ended[0].clone(), ended[1].clone(), ("2026-10-31", end)];
        check_with(&all, &[story(1, &ended)], &[]);
    }
}

#[test]
fn three_messages_a_year_are_enough() {
    let happened = [
        ("2026-10-30", rejected()),
        ("2026-10-30", What::KeptWarm {}),
        ("2026-11-02", wrote_to("Ana")),
        ("2026-11-20", wrote_to("Ana")),
        ("2026-12-01", wrote_to("Ana")),
    ];
    check(&happened, &["R16 4/3 due 2027-11-02"]);
}
