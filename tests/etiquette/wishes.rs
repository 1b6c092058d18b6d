//! What the employer wishes.

use your_move::domain::{Channel, Round, RuleId, What};
use your_move::etiquette::{Settings, plan};

use super::story::{
    asked, call_on, check, checked_in, do_not_contact, heard, interviewed, invited, key, line, nth_event, pinned,
    promised, replied, story,
};

#[test]
fn a_refused_channel_is_never_proposed() {
    let prefers = |channel, refused| What::Preferred {
        person: None,
        channel,
        refused,
        do_not_contact: None,
    };
    let channel =
        |happened: &[(&str, What)]| plan(&[story(1, happened)], &Settings::default())[0].follow_ups[0].channel;
    let mut happened = vec![
        ("2026-11-02", heard()),
        ("2026-11-02", prefers(Some(Channel::Phone), vec![])),
    ];
    assert_eq!(channel(&happened), Some(Channel::Phone));
    happened.push(("2026-11-03", prefers(None, vec![Channel::Phone])));
    assert_eq!(channel(&happened), None);
}

fn wishes(person: Option<&str>, channel: Option<Channel>, refused: &[Channel]) -> What {
    What::Preferred {
        person: person.map(line),
        channel,
        refused: refused.to_vec(),
        do_not_contact: None,
    }
}

#[test]
fn a_wish_written_down_later_sets_nothing_back() {
    let happened = [
        ("2026-10-07", heard()),
        ("2026-10-14", checked_in()),
        ("2026-10-15", wishes(None, Some(Channel::Email), &[])),
    ];
    check(&happened, &["R9 2/2 due 2026-10-21 late 2026-10-26"]);
}

#[test]
fn who_waits_for_an_answer_is_not_silent_whatever_they_wish() {
    let asked = [("2026-10-07", asked()), ("2026-10-07", do_not_contact())];
    check(&asked, &["R1 1/1 due 2026-10-07 late 2026-10-08"]);
    let replied = [&asked[..], &[("2026-10-08", replied())]].concat();
    check(&replied, &["R10 1/1 due 2026-11-06"]);
}

#[test]
fn do_not_contact_ends_when_they_act() {
    let wish = [("2026-10-07", heard()), ("2026-10-08", do_not_contact())];
    let then = |what| [&wish[..], &[("2026-10-20", what)]].concat();
    check(&wish, &["R10 1/1 due 2026-11-09"]);
    check(&then(heard()), &["R7 1/2 due 2026-10-27 late 2026-10-30"]);
    check(
        &then(promised("2026-11-06")),
        &["R8 1/2 due 2026-11-10 late 2026-11-13"],
    );
    check(
        &then(invited("2026-10-22", Round::Middle)),
        &[
            "R2 1/1 due 2026-10-23 late 2026-10-26 fades 2026-10-30",
            "R7 1/2 due 2026-10-29 late 2026-11-03",
        ],
    );
    // What the user does changes nothing.
    check(&then(replied()), &["R10 1/1 due 2026-11-09"]);
    // A new wish after they acted holds again.
    let again = [&then(heard())[..], &[("2026-10-21", do_not_contact())]].concat();
    check(&again, &["R10 1/1 due 2026-11-20"]);
}

#[test]
fn do_not_contact_outranks_a_pin_and_a_promise() {
    let pin = pinned(&key(RuleId::R8, nth_event(1, 1), 1), "2026-11-30");
    check(
        &[
            ("2026-10-07", heard()),
            ("2026-10-07", promised("2026-10-16")),
            ("2026-10-07", do_not_contact()),
            ("2026-10-08", pin),
        ],
        &["R10 1/1 due 2026-11-06"],
    );
}

#[test]
fn a_wish_is_that_of_the_person_who_has_it() {
    let happened = [
        ("2026-11-05", interviewed(Round::Middle, &["Dana Kim", "M. Lee"])),
        ("2026-11-05", wishes(Some("Dana Kim"), None, &[Channel::Phone])),
        ("2026-11-05", wishes(Some("M. Lee"), Some(Channel::Phone), &[])),
        ("2026-11-05", What::UNSAID),
    ];
    let outlooks = plan(&[story(1, &happened)], &Settings::default());
    let channels: Vec<_> = outlooks[0]
        .follow_ups
        .iter()
        .map(|follow_up| (follow_up.to.as_ref().map(|to| to.name.as_str()), follow_up.channel))
        .collect();
    assert_eq!(
        channels,
        [
            (Some("Dana Kim"), None),
            (Some("M. Lee"), Some(Channel::Phone)),
            (Some("M. Lee"), Some(Channel::Phone)),
        ]
    );
}

#[test]
fn what_a_person_refused_stays_refused_whatever_is_said_of_everybody() {
    let met = ("2026-11-02", interviewed(Round::Middle, &["Dana Kim"]));
    let channel = |said: &[What]| {
        let said = said.iter().map(|what| ("2026-11-03", what.clone()));
        let happened: Vec<_> = std::iter::once(met.clone()).chain(said).collect();
        plan(&[story(1, &happened)], &Settings::default())[0].follow_ups[0].channel
    };
    let refuses = wishes(Some("Dana Kim"), None, &[Channel::Phone]);
    let phone = wishes(None, Some(Channel::Phone), &[]);
    assert_eq!(channel(&[refuses.clone(), phone.clone()]), None);
    let likes = wishes(Some("Dana Kim"), Some(Channel::Email), &[]);
    assert_eq!(channel(&[likes, refuses.clone(), phone.clone()]), Some(Channel::Email));
    // They like it again; or everybody refused it and everybody likes it again.
    let likes = wishes(Some("dana kim"), Some(Channel::Phone), &[]);
    assert_eq!(channel(&[refuses, likes]), Some(Channel::Phone));
    let nobody = wishes(None, None, &[Channel::Phone]);
    assert_eq!(channel(&[nobody, phone]), Some(Channel::Phone));
}

#[test]
fn nobody_calls_by_email() {
    let liked = |channel| {
        let call = [
            ("2026-10-07", heard()),
            ("2026-10-07", call_on("2026-10-17")),
            ("2026-10-07", wishes(None, Some(channel), &[])),
        ];
        plan(&[story(1, &call)], &Settings::default())[0].follow_ups[0].channel
    };
    assert_eq!(liked(Channel::Email), None);
    assert_eq!(liked(Channel::Phone), Some(Channel::Phone));
}
