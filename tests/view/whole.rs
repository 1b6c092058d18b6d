//! Whatever is missing, a sentence is whole: no hole, no stray comma, no brace.

use your_move::domain::{
    Channel, CheckInTrack, Contact, FollowUp, Hold, Outlook, PromiseOf, Reason, Round, RuleId, Stage, Trigger, Wait,
    WaitReason,
};
use your_move::view::Words;

use super::story::*;

#[track_caller]
fn check_whole(text: &str) {
    for odd in ["  ", " ,", " .", " ;", " :", "..", "?.", "{", "}", "::", ": .", " · ·"] {
        assert!(!text.contains(odd), "{odd:?} in {text:?}");
    }
    assert_eq!(text.trim_matches([' ', '·', ',', ':']), text);
}

pub(crate) const RULES: [RuleId; 20] = [
    RuleId::R0a,
    RuleId::R0b,
    RuleId::R1,
    RuleId::R2,
    RuleId::R3,
    RuleId::R4,
    RuleId::R5,
    RuleId::R6,
    RuleId::R7,
    RuleId::R8,
    RuleId::R9,
    RuleId::R10,
    RuleId::R11,
    RuleId::R12,
    RuleId::R13,
    RuleId::R14,
    RuleId::R15,
    RuleId::R16,
    RuleId::R17,
    RuleId::R18,
];

pub(crate) fn triggers() -> Vec<Trigger> {
    let on = day("2026-11-10");
    let mut triggers = vec![
        Trigger::Applied { on, closes: None },
        Trigger::Applied {
            on,
            closes: Some(day("2026-11-13")),
        },
        Trigger::Heard { on },
        Trigger::CheckedIn { on },
        Trigger::Silent {
            since: on,
            asked: None,
            skipped: None,
            do_not_contact: false,
        },
        Trigger::Silent {
            since: on,
            asked: Some(on),
            skipped: None,
            do_not_contact: false,
        },
        Trigger::Silent {
            since: on,
            asked: Some(on),
            skipped: Some(on),
            do_not_contact: false,
        },
        Trigger::Silent {
            since: on,
            asked: None,
            skipped: None,
            do_not_contact: true,
        },
    ];
    for round in [Round::Screen, Round::Middle, Round::Final] {
        triggers.extend([true, false].map(|logged| Trigger::Interviewed {
            on,
            round,
            logged,
            at: None,
        }));
    }
    for of in [PromiseOf::Word, PromiseOf::Call, PromiseOf::WrittenOffer] {
        triggers.push(Trigger::Promised {
            of,
            date: day("2026-11-13"),
            said: on,
        });
    }
    triggers
}

fn follow_up(rule: RuleId, trigger: Trigger, full: bool) -> FollowUp {
    let date = day("2026-11-16");
    let holds = [
        Hold::Snoozed { to: date },
        Hold::Pinned { to: date },
        Hold::Promise { date },
        Hold::SameCompany { asked: date },
        Hold::SoftWeekday,
    ];
    FollowUp {
        key: key(rule, 0),
        due: day("2026-11-17"),
        overdue: full.then(|| day("2026-11-20")),
        fades: None,
        cap: 2,
        to: full.then(|| Contact::named(line("Dana Kim"))),
        channel: full.then_some(Channel::Email),
        reason: Reason {
            trigger,
            own_date: date,
            holds: if full { holds.to_vec() } else { vec![] },
            check_ins: full.then_some(CheckInTrack { used: 1, cap: 2 }),
        },
    }
}

#[test]
fn every_rule_has_whole_sentences_on_every_day() {
    for rule in RULES {
        for trigger in triggers() {
            for full in [true, false] {
                let follow_up = follow_up(rule, trigger.clone(), full);
                let outlook = Outlook {
                    application: application_id(1),
                    title: full.then(|| line("Backend Engineer, Storage")),
                    company: full.then(|| line("Northwind Labs")),
                    stage: Stage::Applied,
                    follow_ups: vec![follow_up.clone()],
                    wait: Some(Wait {
                        until: full.then_some(follow_up.due),
                        reason: WaitReason::NotYet {
                            trigger: trigger.clone(),
                        },
                    }),
                };
                for today in [
                    "2026-11-01",
                    "2026-11-10",
                    "2026-11-13",
                    "2026-11-16",
                    "2026-11-17",
                    "2026-11-18",
                    "2026-12-31",
                ] {
                    for words in Words::all() {
                        in_words(words, today, |voice| {
                            let said = [
                                voice.heading(&follow_up),
                                voice.when(&follow_up).0,
                                voice.because(&follow_up),
                                voice.next(&outlook, None),
                                voice.waiting(outlook.wait.as_ref().expect("a wait"), None),
                                voice.tooltip(&[(&outlook, &follow_up)], 0),
                            ];
                            for text in said {
                                assert!(!text.is_empty());
                                check_whole(&text);
                            }
                            check_whole(&voice.whom(&outlook, &follow_up));
                        });
                    }
                }
            }
        }
    }
}

#[track_caller]
fn check_whom(title: &str, company: &str, to: &str, channel: Option<Channel>, expected: &str) {
    let some = |text: &str| (!text.is_empty()).then(|| line(text));
    let mut follow_up = follow_up(RuleId::R7, Trigger::Heard { on: day("2026-11-10") }, false);
    follow_up.to = some(to).map(Contact::named);
    follow_up.channel = channel;
    let outlook = Outlook {
        application: application_id(1),
        title: some(title),
        company: some(company),
        stage: Stage::Applied,
        follow_ups: vec![],
        wait: None,
    };
    assert_eq!(on("2026-11-25", |voice| voice.whom(&outlook, &follow_up)), expected);
}

#[test]
fn what_is_missing_leaves_no_hole() {
    let email = Some(Channel::Email);
    check_whom(
        "Engineer, Storage",
        "Northwind",
        "Dana Kim",
        email,
        "Engineer, Storage · Northwind · to Dana Kim, by e-mail",
    );
    check_whom(
        "Engineer",
        "Northwind",
        "Dana Kim",
        None,
        "Engineer · Northwind · to Dana Kim",
    );
    check_whom("Engineer", "Northwind", "", email, "Engineer · Northwind · by e-mail");
    check_whom("Engineer", "Northwind", "", None, "Engineer · Northwind");
    check_whom("", "Northwind", "Dana Kim", None, "Northwind · to Dana Kim");
    check_whom("Engineer", "", "", None, "Engineer");
    check_whom("", "", "Dana Kim", email, "to Dana Kim, by e-mail");
    check_whom("", "", "", None, "");
}
