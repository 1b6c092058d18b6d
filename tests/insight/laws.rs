//! What holds for any search.

use chrono::Days;
use proptest::prelude::*;
use your_move::domain::{Closing, Contact, PromiseOf, Round, Today, What};
use your_move::insight::{Answers, Encounter, Flow, FollowUps, Milestone, Spell, Track, Weeks, people, stays};
use your_move::ledger::fold;

use super::arbitrary::events;
use super::story::*;

/// All that can happen, as far as it is looked at.
fn what() -> impl Strategy<Value = What> {
    let name = prop::sample::select(vec!["Dana Kim", "J. Ortiz"]);
    prop_oneof![
        4 => Just(applied()),
        3 => Just(heard(false)),
        2 => Just(checked_in()),
        1 => Just(promised(PromiseOf::Word, "2026-12-24")),
        1 => Just(invited("2026-12-24", &["Dana Kim"])),
        1 => name.prop_map(|name| interviewed(Round::Middle, &[name])),
        1 => Just(What::Offered { written: true, answer_by: None }),
        1 => Just(What::Accepted {}),
        1 => Just(What::Declined {}),
        1 => Just(What::Withdrew {}),
        2 => Just(What::Rejected { note: None }),
        1 => Just(What::Closed { why: Closing::NoAnswer }),
        1 => Just(What::Reopened {}),
        1 => Just(do_not_contact()),
        1 => Just(thanked()),
        1 => Just(What::Referred { by: Contact::named(line("Sam Low")) }),
        1 => Just(What::Erased {}),
    ]
}

type Happened = Vec<(u64, What)>;

fn searches() -> impl Strategy<Value = Vec<Happened>> {
    prop::collection::vec(prop::collection::vec((0_u64..120, what()), 0..9), 0..24)
}

fn applications(search: &[Happened]) -> Vec<your_move::domain::Application> {
    let first = day("2026-03-02");
    let stories = search.iter().zip(1..).map(|(happened, number)| {
        let days: Vec<(String, What)> = happened
            .iter()
            .map(|(after, what)| ((first + Days::new(*after)).to_string(), what.clone()))
            .collect();
        let days: Vec<(&str, What)> = days.iter().map(|(on, what)| (on.as_str(), what.clone())).collect();
        story(number, &days)
    });
    stories.collect()
}

fn tracks(search: &[Happened]) -> Vec<Track> {
    applications(search).iter().filter_map(Track::of).collect()
}

const TODAY: &str = "2026-07-01";

proptest! {
    #[test]
    fn the_order_of_applications_does_not_matter(search in searches(), turn in any::<prop::sample::Index>()) {
        let today = Today(day(TODAY));
        let tracks = tracks(&search);
        let mut turned = tracks.clone();
        turned.reverse();
        if !turned.is_empty() {
            let middle = turn.index(turned.len());
            turned.rotate_left(middle);
        }
        prop_assert_eq!(Flow::of(&tracks), Flow::of(&turned));
        prop_assert_eq!(stays(&tracks, today), stays(&turned, today));
        prop_assert_eq!(Answers::of(&tracks, today), Answers::of(&turned, today));
        prop_assert_eq!(FollowUps::of(&tracks, today), FollowUps::of(&turned, today));
        prop_assert_eq!(Weeks::of(&tracks, today), Weeks::of(&turned, today));
        let mut encounters: Vec<Encounter> = applications(&search).iter().flat_map(Encounter::of).collect();
        let known = format!("{:?}", people(&encounters));
        encounters.reverse();
        prop_assert_eq!(format!("{:?}", people(&encounters)), known);
    }

    #[test]
    fn the_flow_only_ever_narrows_and_all_of_it_is_told(search in searches()) {
        let tracks = tracks(&search);
        let reaches = Flow::of(&tracks).reaches;
        let all = u32::try_from(tracks.len()).expect("few");
        prop_assert_eq!(reaches[0].reached, all);
        for (reach, next) in reaches.iter().zip(&reaches[1..]) {
            prop_assert_eq!(reach.further, next.reached);
            let ended = reach.open + reach.rejected + reach.silent + reach.left;
            prop_assert_eq!(reach.reached, reach.further + ended);
        }
    }

    #[test]
    fn every_application_is_in_every_table_once(search in searches()) {
        let tracks = tracks(&search);
        let all = u32::try_from(tracks.len()).expect("few");
        let today = Today(day(TODAY));
        prop_assert_eq!(Weeks::of(&tracks, today).all(), all);
        let answers = Answers::of(&tracks, today);
        prop_assert_eq!(answers.silence.of, all);
        prop_assert_eq!(answers.silence.ended + answers.unanswered + answers.left, all);
        let found = FollowUps::of(&tracks, today);
        let waiting = tracks.iter().filter(|track| track.answered.is_none_or(|on| on > track.applied + Days::new(14)));
        prop_assert!(found.with.of + found.without.of + found.too_early <= u32::try_from(waiting.count()).expect("few"));
        prop_assert_eq!(stays(&tracks, today)[0].lasting.of, all);
    }

    #[test]
    fn a_track_runs_forward(search in searches()) {
        for track in tracks(&search) {
            let mut before = track.applied;
            for since in track.since.into_iter().flatten() {
                prop_assert!(before <= since);
                before = since;
            }
            prop_assert!(track.answered.is_none_or(|on| track.applied <= on));
            prop_assert_eq!(track.answered.is_none(), track.reached == Milestone::Applied);
            prop_assert_eq!(track.over.is_none(), track.outcome == your_move::insight::Outcome::Open);
        }
    }

    /// Silence is never shorter than it has lasted: later, nothing that was unanswered has become quick.
    #[test]
    fn waiting_longer_shortens_nothing(search in searches()) {
        let tracks = tracks(&search);
        let at = |date: &str| Answers::of(&tracks, Today(day(date))).silence;
        let (now, later) = (at(TODAY), at("2026-09-01"));
        for days in 0..120 {
            prop_assert!(later.after(days) >= now.after(days) - 1e-9);
        }
    }

    #[test]
    fn nothing_fails_on_any_events_at_all(events in events()) {
        let application = fold(application_id(1), &events);
        let tracks: Vec<Track> = Track::of(&application).into_iter().collect();
        let today = Today(day(TODAY));
        let all = tracks.len();
        prop_assert_eq!(Weeks::of(&tracks, today).all() as usize, all);
        prop_assert_eq!(Flow::of(&tracks).all() as usize, all);
        prop_assert!(Answers::of(&tracks, today).silence.of as usize == all && stays(&tracks, today)[0].lasting.of as usize == all);
        let encounters = Encounter::of(&application);
        let known = people(&encounters);
        prop_assert!(known.len() <= application.people.len());
    }
}

#[test]
fn a_spell_is_two_words() {
    // Ten thousand of them are looked at whenever the page is.
    assert!(size_of::<Spell>() <= 8 && size_of::<Track>() <= 64);
}
