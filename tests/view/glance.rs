//! What is seen at a glance: the foot of the popup, and the badge's tooltip.

use expect_test::{Expect, expect};
use your_move::domain::{Agenda, Outlook, Round, What};
use your_move::etiquette::{Settings, plan};

use super::story::*;

fn agenda(stories: &[&[(&str, What)]]) -> Agenda {
    let planned = stories
        .iter()
        .zip(1..)
        .flat_map(|(happened, number)| plan(&[story(number, happened)], &Settings::default()));
    Agenda {
        outlooks: planned.collect(),
    }
}

#[test]
fn the_foot_counts_what_is_waited_for() {
    let waiting: &[(&str, What)] = &[("2026-11-02", applied())];
    let due: &[(&str, What)] = &[("2026-10-26", applied())];
    let saved: &[(&str, What)] = &[("2026-11-02", title("Backend Engineer"))];
    let closing: &[(&str, What)] = &[("2026-11-02", closes("2026-11-30"))];
    let thanks: &[(&str, What)] = &[("2026-10-20", invited("2026-11-19", &[]))];
    let foot = |stories: &[&[(&str, What)]]| on("2026-11-09", |voice| voice.footer(&agenda(stories)));
    assert_eq!(foot(&[]), "");
    assert_eq!(foot(&[saved]), "");
    assert_eq!(foot(&[due]), "");
    assert_eq!(foot(&[waiting]), "Waiting on 1 · next Wed 11 Nov");
    assert_eq!(
        foot(&[waiting, due, thanks, saved, closing]),
        "Waiting on 2 · next Wed 11 Nov"
    );
}

#[track_caller]
fn check_tooltip(outlooks: &[Outlook], expected: Expect) {
    let agenda = Agenda {
        outlooks: outlooks.to_vec(),
    };
    let tooltip = on("2026-11-12", |voice| voice.tooltip(&agenda.due(day("2026-11-12")), 0));
    assert!(tooltip.chars().count() <= 300, "{tooltip}");
    expected.assert_eq(&tooltip);
}

#[test]
fn the_badge_says_what_it_counts() {
    let named = |number: u8| {
        let title_of_many = format!("{}Engineer {number}", "Very ".repeat(10));
        let happened = [
            ("2026-11-02", title(&title_of_many)),
            ("2026-11-02", company("Northwind Labs")),
            ("2026-11-02", applied()),
        ];
        plan(&[story(number, &happened)], &Settings::default()).remove(0)
    };
    check_tooltip(&[], expect!["Your Move: nothing is due"]);
    check_tooltip(
        &[named(1)],
        expect![[r#"
            Your Move: 1 follow-up due
            Ask where things stand: Very Very Very Very Very Very Very Very Very Very Engineer 1 · Northwind Labs
            You applied on Mon 2 Nov; eight business days have passed."#]],
    );
    check_tooltip(
        &[
            outlook(&[("2026-11-02", applied())]),
            outlook(&[
                ("2026-11-10", interviewed(Round::Middle, &["Dana Kim"])),
                ("2026-11-10", company("Northwind")),
            ]),
        ],
        expect![[r#"
            Your Move: 3 follow-ups due
            Write down what they said: Northwind
            You had an interview on Tue 10 Nov. Note what was said of how it goes on and how to stay in touch; “not said” is fine, too.
            Thank Dana Kim for the interview: Northwind
            Ask where things stand"#]],
    );
    check_tooltip(
        &(1..=9).map(named).collect::<Vec<_>>(),
        expect![[r#"
            Your Move: 9 follow-ups due
            Ask where things stand: Very Very Very Very Very Very Very Very Very Very Engineer 1 · Northwind Labs
            You applied on Mon 2 Nov; eight business days have passed.
            Ask where things stand: Very Very Very Very Very Very Very Very Very Very Engineer 2 · Northwind Labs
            …"#]],
    );
}
