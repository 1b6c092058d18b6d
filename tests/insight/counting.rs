//! What is counted of several applications, worked out by hand.

use your_move::domain::{Closing, Round, Today, What};
use your_move::insight::{Answers, Flow, FollowUps, Milestone, Reach, Share, Spell, Track, Weeks, stays};

use super::story::*;

const NO: What = What::Rejected { note: None };

fn tracks(stories: &[&[(&str, What)]]) -> Vec<Track> {
    stories
        .iter()
        .filter_map(|happened| Track::of(&story(1, happened)))
        .collect()
}

fn today(text: &str) -> Today {
    Today(day(text))
}

fn silent() -> What {
    What::Closed { why: Closing::NoAnswer }
}

#[test]
fn the_flow() {
    let offered = || What::Offered {
        written: false,
        answer_by: None,
    };
    let tracks = tracks(&[
        &[("2026-03-02", applied())],
        &[("2026-03-02", applied()), ("2026-05-02", silent())],
        &[("2026-03-02", applied()), ("2026-03-03", What::Withdrew {})],
        &[("2026-03-02", applied()), ("2026-03-05", NO)],
        &[("2026-03-02", applied()), ("2026-03-05", heard(false))],
        &[
            ("2026-03-02", applied()),
            ("2026-03-05", interviewed(Round::Final, &[])),
            ("2026-03-09", NO),
        ],
        &[
            ("2026-03-02", applied()),
            ("2026-03-05", offered()),
            ("2026-03-09", What::Declined {}),
        ],
        &[
            ("2026-03-02", applied()),
            ("2026-03-05", offered()),
            ("2026-03-09", What::Accepted {}),
        ],
    ]);
    let reach = |[reached, further, open, rejected, silent, left]: [u32; 6]| Reach {
        reached,
        further,
        open,
        rejected,
        silent,
        left,
    };
    let flow = Flow::of(&tracks);
    let expected = [
        [8, 5, 1, 0, 1, 1],
        [5, 3, 1, 1, 0, 0],
        [3, 2, 0, 1, 0, 0],
        [2, 1, 0, 0, 0, 1],
        [1, 0, 0, 0, 0, 0],
    ];
    assert_eq!(flow.reaches, expected.map(reach));
    assert_eq!(flow.shares()[2], Share { count: 3, of: 8 });
}

#[test]
fn days_in_each_stage() {
    let tracks = tracks(&[
        &[
            ("2026-03-02", applied()),
            ("2026-03-05", heard(false)),
            ("2026-03-15", NO),
        ],
        &[("2026-03-02", applied()), ("2026-03-02", heard(false))],
        &[("2026-03-02", applied()), ("2026-03-12", invited("2026-03-30", &[]))],
        &[("2026-03-02", applied()), ("2026-03-22", silent())],
    ]);
    let steps = |stage: usize| {
        let stay = &stays(&tracks, today("2026-03-27"))[stage];
        let steps = stay.lasting.steps.iter();
        (
            stay.stage,
            steps
                .map(|step| (step.day, step.ended, step.last_seen))
                .collect::<Vec<_>>(),
        )
    };
    assert_eq!(
        steps(0),
        (Milestone::Applied, vec![(0, 1, 0), (3, 1, 0), (10, 1, 0), (20, 1, 0)])
    );
    assert_eq!(steps(1), (Milestone::Answered, vec![(10, 1, 0), (25, 0, 1)]));
    assert_eq!(steps(2), (Milestone::Interview, vec![(15, 0, 1)]));
    assert_eq!(steps(3), (Milestone::Offer, vec![]));
}

#[test]
fn days_until_they_answer() {
    let tracks = tracks(&[
        &[("2026-03-02", applied()), ("2026-03-05", NO)],
        &[("2026-03-02", applied())],
        // An answer could still come, and would be written down.
        &[("2026-03-02", applied()), ("2026-03-12", silent())],
        &[("2026-03-02", applied()), ("2026-03-08", What::Withdrew {})],
    ]);
    let answers = Answers::of(&tracks, today("2026-03-22"));
    let spell = |days, ended| Spell { days, ended };
    let spells = [spell(3, true), spell(20, false), spell(20, false), spell(6, false)];
    assert_eq!(answers.silence, your_move::insight::Lasting::of(spells));
    assert_eq!((answers.unanswered, answers.left), (2, 1));
}

#[test]
fn follow_ups_are_compared_from_one_day_on() {
    let wait = |asked: Option<&str>, answered: Option<&str>| {
        let mut happened = vec![("2026-03-02", applied())];
        happened.extend(asked.iter().map(|on| (*on, checked_in())));
        happened.extend(answered.iter().map(|on| (*on, heard(false))));
        Track::of(&story(1, &happened)).expect("an application")
    };
    #[track_caller]
    fn check(track: Track, on: &str, with: (u32, u32), without: (u32, u32), too_early: u32) {
        let share = |(count, of)| Share { count, of };
        let expected = FollowUps {
            with: share(with),
            without: share(without),
            too_early,
        };
        assert_eq!(FollowUps::of(&[track], today(on)), expected);
    }

    // Two weeks after 2 March is 16 March; three weeks after that is 6 April.
    let on = "2026-04-06";
    check(wait(Some("2026-03-16"), Some("2026-03-17")), on, (1, 1), (0, 0), 0);
    check(wait(Some("2026-03-11"), Some("2026-04-06")), on, (1, 1), (0, 0), 0);
    check(
        wait(Some("2026-03-11"), Some("2026-04-07")),
        "2026-05-01",
        (0, 1),
        (0, 0),
        0,
    );
    check(wait(None, Some("2026-03-20")), on, (0, 0), (1, 1), 0);
    // Who asked later is one of those who had not asked by then.
    check(wait(Some("2026-03-17"), Some("2026-03-20")), on, (0, 0), (1, 1), 0);
    // Who was answered by then is not compared, asked or not.
    check(wait(Some("2026-03-11"), Some("2026-03-16")), on, (0, 0), (0, 0), 0);
    check(wait(None, Some("2026-03-03")), on, (0, 0), (0, 0), 0);
    // Nor is who has not waited for as long as the others.
    check(wait(None, None), "2026-04-05", (0, 0), (0, 0), 1);
    check(
        wait(Some("2026-03-11"), Some("2026-03-20")),
        "2026-04-05",
        (0, 0),
        (0, 0),
        1,
    );
    check(wait(None, None), "2026-03-15", (0, 0), (0, 0), 0);
}

#[test]
fn what_the_user_left_was_not_waited_for() {
    let found = |left: &str| {
        let tracks = tracks(&[&[("2026-03-02", applied()), (left, What::Withdrew {})]]);
        FollowUps::of(&tracks, today("2026-06-01")).without
    };
    assert_eq!(found("2026-04-06"), Share { count: 0, of: 0 });
    assert_eq!(found("2026-04-07"), Share { count: 0, of: 1 });
}

#[test]
fn weeks_begin_on_mondays_and_none_is_left_out() {
    let on = |day: &'static str| Track::of(&story(1, &[(day, applied())])).expect("an application");
    let tracks = [on("2026-11-01"), on("2026-11-02"), on("2026-11-08"), on("2026-11-16")];
    let weeks = Weeks::of(&tracks, today("2026-11-25"));
    let counts: Vec<(String, u32)> = weeks
        .weeks
        .iter()
        .map(|week| (week.monday.to_string(), week.count))
        .collect();
    let expected = [
        ("2026-10-26", 1),
        ("2026-11-02", 2),
        ("2026-11-09", 0),
        ("2026-11-16", 1),
        ("2026-11-23", 0),
    ];
    assert_eq!(counts, expected.map(|(monday, count)| (monday.to_owned(), count)));
    assert_eq!((weeks.before, weeks.all(), weeks.most()), (0, 4, 2));
}

#[test]
fn what_is_older_than_half_a_year_is_counted_as_one() {
    let on = |day: &'static str| Track::of(&story(1, &[(day, applied())])).expect("an application");
    let tracks = [on("2020-01-01"), on("2026-05-31"), on("2026-06-01"), on("2026-11-25")];
    let weeks = Weeks::of(&tracks, today("2026-11-25"));
    assert_eq!(weeks.weeks.len(), 26);
    assert_eq!(weeks.weeks[0].monday, day("2026-06-01"));
    assert_eq!((weeks.weeks[0].count, weeks.weeks[25].count, weeks.before), (1, 1, 2));
    assert_eq!(Weeks::of(&[], today("2026-11-25")), Weeks::default());
}
