//! The pictures of all applications: what is written in them, and that it is the same in their tables.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use your_move::insight::{Milestone, Outcome, Track};
use your_move::view::Card;

use super::story::{day, on};

const TODAY: &str = "2026-11-25";

/// Applied so many days ago, and answered or asked so many days after that.
fn track(ago: u64, answered: Option<u64>, asked: Option<u64>) -> Track {
    let applied = day(TODAY) - Days::new(ago);
    let after = |days: u64| applied + Days::new(days);
    Track {
        applied,
        answered: answered.map(after),
        asked: asked.map(after),
        since: [Some(applied), answered.map(after), None, None],
        reached: answered.map_or(Milestone::Applied, |_| Milestone::Answered),
        outcome: Outcome::Open,
        over: None,
    }
}

fn screen(tracks: &[Track]) -> Card {
    on(TODAY, |voice| voice.insights_screen(Some(tracks)))
}

fn list<'a>(card: &'a Card, name: &str) -> &'a [Card] {
    let found = card.lists.iter().find(|(known, _)| *known == name);
    found.map_or(&[], |(_, cards)| cards)
}

fn picture<'a>(screen: &'a Card, key: &str) -> &'a Card {
    let pictures = list(screen, "pictures");
    pictures.iter().find(|card| card.key == key).expect("a picture")
}

fn text<'a>(card: &'a Card, slot: &str) -> &'a str {
    let found = card.slots.iter().find(|(known, _)| *known == slot);
    found.map_or("", |(_, slot)| &slot.text)
}

fn has(card: &Card, part: &str) -> bool {
    card.parts.contains(&(part, true))
}

/// The cells of a table, row by row.
fn table(card: &Card) -> Vec<Vec<&str>> {
    let rows = list(card, "rows").iter();
    rows.map(|row| row.slots.iter().map(|(_, slot)| slot.text.as_str()).collect())
        .collect()
}

#[test]
fn nothing_is_drawn_of_nothing() {
    let screen = screen(&[]);
    assert!(has(&screen, "nothing") && list(&screen, "pictures").is_empty());
    assert_eq!(text(&screen, "counted"), "");
}

#[test]
fn of_few_there_are_counts_and_no_shares() {
    let tracks = [track(40, Some(3), None), track(30, None, Some(9)), track(2, None, None)];
    let screen = screen(&tracks);
    let flow = picture(&screen, "flow");
    let bars = list(flow, "bars");
    assert_eq!(text(&bars[0], "value"), "3");
    assert_eq!(text(&bars[0], "became"), "2 open");
    assert_eq!(text(&bars[1], "value"), "1 of 3");
    assert!(bars.iter().all(|bar| !has(bar, "interval")));
    assert_eq!(
        text(flow, "little"),
        "Too few to tell yet. Shares are shown from 12 applications on."
    );
    // What is not shown needs no explanation.
    assert!(!has(flow, "shares"));
    let answers = picture(&screen, "answers");
    assert!(!has(answers, "picture"));
    assert_eq!(
        text(answers, "said"),
        "1 of 3 were answered. 2 have no answer yet; each counts for as long as it has waited, not as a no."
    );
    assert!(text(answers, "little").starts_with("Too few to tell yet: 1 of 6 answers."));
    let follow_ups = picture(&screen, "follow-ups");
    assert!(text(follow_ups, "little").starts_with("Too few to tell yet. A comparison needs 12 of both."));
    assert_eq!(text(follow_ups, "difference"), "");
    assert_eq!(
        text(follow_ups, "early"),
        "One more has waited two weeks, and not five yet."
    );
}

#[test]
fn of_many_there_are_shares_with_their_intervals() {
    let asked = (0..20).map(|number| track(60, (number < 12).then_some(20 + number), Some(9)));
    let others = (0..20).map(|number| track(60, (number < 5).then_some(20 + number), None));
    let tracks: Vec<Track> = asked.chain(others).collect();
    let screen = screen(&tracks);
    assert!(has(picture(&screen, "flow"), "shares"));
    let bars = list(picture(&screen, "flow"), "bars");
    // Wilson's interval of 17 of 40.
    assert_eq!(text(&bars[1], "value"), "17 of 40 · 43% (29–58%)");
    assert!(has(&bars[1], "interval") && !has(&bars[0], "interval"));
    let follow_ups = picture(&screen, "follow-ups");
    let shares: Vec<&str> = list(follow_ups, "shares")
        .iter()
        .map(|share| text(share, "value"))
        .collect();
    assert_eq!(shares, ["12 of 20 · 60% (39–78%)", "5 of 20 · 25% (11–47%)"]);
    assert_eq!(
        text(follow_ups, "difference"),
        "Difference: +35 points (95% interval: +4 to +58). Chance alone rarely makes so large a one."
    );
    assert_eq!(
        table(follow_ups),
        [
            ["Followed up by then", "20", "12", "60%", "39–78%"],
            ["Not followed up by then", "20", "5", "25%", "11–47%"],
        ]
    );
    let answers = picture(&screen, "answers");
    assert!(text(answers, "said").ends_with("As far as can be told, less than half are ever answered."));
    assert_eq!(table(answers)[3], ["21 days", "10%", "4–24%", "38"]);
}

#[test]
fn a_median_says_its_interval() {
    let tracks: Vec<Track> = (1..=20).map(|days| track(60, Some(days), None)).collect();
    let screen = screen(&tracks);
    let answers = picture(&screen, "answers");
    assert!(text(answers, "said").ends_with("Half are answered within 10 days (95% interval: 5 to 15)."));
    assert_eq!(text(&list(answers, "median")[0], "text"), "half by day 10");
    let stays = list(picture(&screen, "stays"), "stays");
    assert_eq!(text(&stays[0], "value"), "10 days (5 to 15)");
    assert_eq!(text(&stays[0], "counted"), "In all 20; still there: 0");
    // All of them are in touch still.
    assert_eq!(
        text(&stays[1], "value"),
        "too few to tell yet: 0 moved on, and it takes 6 or more"
    );
    assert_eq!(text(&stays[1], "counted"), "In all 20; still there: 20");
}

fn any_track() -> impl Strategy<Value = Track> {
    (0_u64..400, prop::option::of(0_u64..60), prop::option::of(0_u64..40)).prop_map(|(ago, answered, asked)| {
        track(
            ago,
            answered.filter(|days| *days <= ago),
            asked.filter(|days| *days <= ago),
        )
    })
}

fn check_drawn(card: &Card) -> Result<(), TestCaseError> {
    for (name, _, extent) in &card.shapes {
        let extent = extent.as_str();
        let percent = extent.strip_suffix('%').map(str::parse::<f64>);
        let is_within = percent.is_none_or(|percent| percent.is_ok_and(|percent| (0.0..=100.0).contains(&percent)));
        prop_assert!(is_within, "{} of {}", extent, name);
    }
    for (name, slot) in &card.slots {
        let is_whole = !slot.text.contains(['{', '}']) && !slot.text.contains("  ") && !slot.text.contains("NaN");
        prop_assert!(is_whole, "{}: {}", name, slot.text);
    }
    card.lists.iter().flat_map(|(_, cards)| cards).try_for_each(check_drawn)
}

proptest! {
    #[test]
    fn tables_sum_up_and_nothing_is_drawn_outside(tracks in prop::collection::vec(any_track(), 1..80)) {
        let screen = screen(&tracks);
        check_drawn(&screen)?;
        let number = |cell: &str| cell.parse::<usize>().expect("a number");
        let weeks = table(picture(&screen, "weeks"));
        prop_assert_eq!(weeks.iter().map(|row| number(row[1])).sum::<usize>(), tracks.len());
        // What came to a milestone went on to the next, or is told in its row.
        let flow = table(picture(&screen, "flow"));
        for rows in flow.windows(2) {
            let ended: usize = rows[0][3..].iter().map(|cell| number(cell)).sum();
            prop_assert_eq!(number(rows[0][1]), number(rows[1][1]) + ended);
        }
        let stays = table(picture(&screen, "stays"));
        prop_assert_eq!(number(stays[0][1]), tracks.len());
    }
}

#[test]
fn a_year_is_named_where_it_is_not_this_one() {
    let applied: NaiveDate = day("2025-12-30");
    let today = "2026-01-08";
    let track = Track {
        applied,
        since: [Some(applied), None, None, None],
        ..track(0, None, None)
    };
    let screen = on(today, |voice| voice.insights_screen(Some(&[track])));
    let weeks = picture(&screen, "weeks");
    assert_eq!(table(weeks), [["Mon 29 Dec 2025", "1"], ["Mon 5 Jan", "0"]]);
    assert_eq!(
        text(weeks, "said"),
        "1 in the last half year; at most 1 in one week; 0 this week so far."
    );
}
