//! One company, one check-in at a time.

use your_move::domain::{Closing, FollowUpKey, Round, RuleId, WaitReason, What};
use your_move::etiquette::{Settings, plan};

use super::story::{
    application_id, applied, asked, call_on, check_with, checked_in, day, do_not_contact, heard, holidays, interviewed,
    invited, key, nth_event, pinned, promised, skipped, snoozed, story,
};

#[track_caller]
fn check_both(first: &[(&str, What)], second: &[(&str, What)], expected: &[&[&str]]) {
    check_with(&Settings::default(), &[story(1, first), story(2, second)], expected);
}

#[test]
fn the_earliest_own_date_comes_first_whatever_its_identity() {
    let (later, earlier) = ([("2026-11-02", applied())], [("2026-10-29", applied())]);
    check_both(&later, &earlier, &[&[], &["R4 1/1 due 2026-11-10 late 2026-11-13"]]);
    check_both(&later, &later, &[&["R4 1/1 due 2026-11-11 late 2026-11-16"], &[]]);
}

#[test]
fn a_snooze_keeps_the_place_in_line() {
    let first = key(RuleId::R4, nth_event(1, 0), 1);
    check_both(
        &[("2026-10-29", applied()), ("2026-11-10", snoozed(&first, "2026-11-27"))],
        &[("2026-11-02", applied())],
        &[&["R4 1/1 due 2026-11-27 late 2026-12-02"], &[]],
    );
}

#[test]
fn the_next_has_its_own_date_once_the_first_is_gone() {
    let first = key(RuleId::R4, nth_event(1, 0), 1);
    let applied = |then: What| [("2026-10-29", applied()), ("2026-11-10", then)];
    let second = [("2026-11-02", super::story::applied())];
    let own = "R4 1/1 due 2026-11-11 late 2026-11-16";
    check_both(
        &applied(skipped(&first)),
        &second,
        &[&["R10 1/1 due 2026-11-30"], &[own]],
    );
    check_both(&applied(What::Retired {}), &second, &[&[], &[own]]);
    check_both(
        &applied(do_not_contact()),
        &second,
        &[&["R10 1/1 due 2026-12-10"], &[own]],
    );
    check_both(
        &applied(asked()),
        &second,
        &[&["R1 1/1 due 2026-11-10 late 2026-11-11"], &[own]],
    );
    for over in [
        What::Rejected { note: None },
        What::Withdrew {},
        What::Closed {
            why: Closing::NotInterested,
        },
    ] {
        check_both(&applied(over), &second, &[&[own]]);
    }
}

#[test]
fn after_a_check_in_the_next_there_waits_five_business_days() {
    let sent = |on| [("2026-10-29", applied()), (on, checked_in())];
    let closing = "R10 1/1 due 2026-11-30";
    // Later than that by its own date: nothing moves it.
    check_both(
        &sent("2026-11-03"),
        &[("2026-11-02", applied())],
        &[&[closing], &["R4 1/1 due 2026-11-11 late 2026-11-16"]],
    );
    check_both(
        &sent("2026-11-10"),
        &[("2026-11-02", applied())],
        &[&[closing], &["R4 1/1 due 2026-11-17 late 2026-11-20"]],
    );
    // The spacing is counted in business days.
    check_with(
        &holidays(&["2026-11-11"]),
        &[story(1, &sent("2026-11-10")), story(2, &[("2026-11-02", applied())])],
        &[&[closing], &["R4 1/1 due 2026-11-18 late 2026-11-23"]],
    );
    // It holds a day that the user pinned, too.
    let second = FollowUpKey {
        application: application_id(2),
        ..key(RuleId::R4, nth_event(2, 0), 1)
    };
    check_both(
        &sent("2026-11-10"),
        &[("2026-11-02", applied()), ("2026-11-10", pinned(&second, "2026-11-13"))],
        &[&[closing], &["R4 1/1 due 2026-11-17 late 2026-11-20"]],
    );
}

#[test]
fn one_that_is_over_keeps_nothing_at_a_distance_whatever_is_left_to_do() {
    let over = |what| {
        [
            ("2026-10-29", applied()),
            ("2026-11-10", checked_in()),
            ("2026-11-11", What::Withdrew {}),
            ("2026-11-11", what),
        ]
    };
    let own = "R4 1/1 due 2026-11-11 late 2026-11-16";
    check_both(
        &over(What::KeptWarm {}),
        &[("2026-11-02", applied())],
        &[&["R16 1/3 due 2027-03-11"], &[own]],
    );
}

#[test]
fn thank_yous_stand_in_no_line() {
    check_both(
        &[("2026-10-29", applied())],
        &[("2026-11-05", interviewed(Round::Middle, &[]))],
        &[
            &["R4 1/1 due 2026-11-10 late 2026-11-13"],
            &["R2 1/1 due 2026-11-05 late 2026-11-09 fades 2026-11-12"],
        ],
    );
}

#[test]
fn an_agreed_call_waits_for_nobody() {
    let call = [("2026-11-05", heard()), ("2026-11-05", call_on("2026-11-11"))];
    let own = "R8 1/2 due 2026-11-11 late 2026-11-16";
    check_both(
        &[("2026-10-29", applied())],
        &call,
        &[&["R4 1/1 due 2026-11-10 late 2026-11-13"], &[own]],
    );
    check_both(
        &[("2026-10-29", applied()), ("2026-11-09", checked_in())],
        &call,
        &[&["R10 1/1 due 2026-11-30"], &[own]],
    );
}

#[test]
fn without_a_distance_to_keep_nothing_is_moved() {
    let no_distance = Settings {
        company_spacing: 0,
        ..Settings::default()
    };
    // Asked on a Sunday, later than the other one was due.
    check_with(
        &no_distance,
        &[
            story(1, &[("2026-10-28", applied()), ("2026-11-08", checked_in())]),
            story(2, &[("2026-10-28", applied())]),
        ],
        &[&["R10 1/1 due 2026-11-27"], &["R4 1/1 due 2026-11-06 late 2026-11-11"]],
    );
}

#[test]
fn who_waits_behind_another_waits_for_its_own_day_first() {
    let applied = story(2, &[("2026-10-29", applied())]);
    let own = |happened: &[(&str, What)]| {
        let outlooks = plan(&[story(1, happened), applied.clone()], &Settings::default());
        match outlooks.into_iter().next()?.wait?.reason {
            WaitReason::BehindAnother { trigger, .. } => trigger?.day_ahead(),
            _ => None,
        }
    };
    let heard = ("2026-11-02", heard());
    assert_eq!(own(std::slice::from_ref(&heard)), None);
    assert_eq!(
        own(&[heard.clone(), ("2026-11-02", promised("2026-12-10"))]),
        Some(day("2026-12-10"))
    );
    assert_eq!(
        own(&[heard, ("2026-11-03", invited("2026-11-20", Round::Middle))]),
        Some(day("2026-11-20"))
    );
}
