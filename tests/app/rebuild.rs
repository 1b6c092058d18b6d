//! What is derived step by step is what would be derived anew, whatever is done, and in whatever order.

use chrono::{Datelike, NaiveDate};
use pollster::block_on;
use proptest::prelude::*;
use your_move::app::{Clock, Target, carry_out, find, load, overview};
use your_move::domain::{
    ApplicationId, Closing, Confidence, Contact, Correction, EventId, Interview, Line, Posting, Promise, PromiseBy,
    PromiseOf, Prose, Reading, Round, SafeLink, Source, What,
};
use your_move::ledger::Command;

use super::sound::{applications, check_sound};
use super::world::Model;

/// What a person does next. Numbers choose among what there is.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    Capture { page: u8, company: u8, applied: bool },
    Log { application: usize, what: What },
    LogEarlier { application: usize, days: u64, what: What },
    Steer { application: usize, how: u8 },
    Undo { application: usize, last: usize },
    Erase { application: usize },
    Sleep { days: u64 },
}

fn line(text: &str) -> Line {
    Line::new(text).expect("a line of text")
}

fn company(number: u8) -> Option<Line> {
    // Two spellings of one company, another one, and none.
    ["Northwind", "Northwind, Inc.", "Fabrikam"]
        .get(usize::from(number))
        .map(|name| line(name))
}

fn address(page: u8) -> SafeLink {
    SafeLink::new(&format!("https://jobs.example/{page}")).expect("an address")
}

fn posting(page: u8, by: u8) -> Posting {
    fn read<T>(value: T) -> Option<Reading<T>> {
        Some(Reading::new(value, Source::JsonLd, Confidence::Sure))
    }
    Posting {
        title: read(line("Gardener")),
        company: company(by).and_then(read),
        address: read(address(page)),
        description: Prose::new("Trees.").and_then(read),
        ..Posting::default()
    }
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (0..90).prop_map(|days| NaiveDate::from_num_days_from_ce_opt(739_920 + days).expect("a day"))
}

fn what() -> impl Strategy<Value = What> {
    prop_oneof![
        Just(What::Applied { cv: None }),
        any::<bool>().prop_map(|asks| What::Heard {
            asks,
            answer_by: None,
            note: None
        }),
        day().prop_map(|date| What::Promised(Promise {
            by: PromiseBy::Employer,
            of: PromiseOf::Word,
            date
        })),
        Just(What::Interviewed {
            interview: None,
            round: Round::Middle,
            people: vec![Contact::named(line("Dana Kim"))],
            note: None
        }),
        day().prop_map(|day| What::Invited(Interview {
            day: Some(day),
            ..Interview::default()
        })),
        Just(What::CheckedIn {
            whom: None,
            channel: None
        }),
        Just(What::Thanked {
            whom: None,
            interview: None
        }),
        Just(What::Rejected { note: None }),
        Just(What::Closed { why: Closing::NoAnswer }),
        Just(What::Reopened {}),
        Just(What::Retired {}),
        (0u8..4).prop_map(|number| What::Corrected(Correction::Company(company(number)))),
        (0u8..3).prop_map(|page| What::Corrected(Correction::Address(Some(address(page))))),
        Just(What::Corrected(Correction::Address(None))),
        day().prop_map(|date| What::Corrected(Correction::Closes(Some(date)))),
    ]
}

pub(crate) fn step() -> impl Strategy<Value = Step> {
    let which = 0usize..4;
    prop_oneof![
        2 => (0u8..3, 0u8..4, any::<bool>()).prop_map(|(page, company, applied)| Step::Capture { page, company, applied }),
        6 => (which.clone(), what()).prop_map(|(application, what)| Step::Log { application, what }),
        2 => (which.clone(), 1u64..20, what()).prop_map(|(application, days, what)| Step::LogEarlier { application, days, what }),
        2 => (which.clone(), 0u8..3).prop_map(|(application, how)| Step::Steer { application, how }),
        2 => (which.clone(), 1usize..4).prop_map(|(application, last)| Step::Undo { application, last }),
        1 => which.prop_map(|application| Step::Erase { application }),
        2 => (1u64..9).prop_map(|days| Step::Sleep { days }),
    ]
}

/// The command that a step comes to in a world, if there is anything that it can be about.
pub(crate) fn command(world: &Model, step: &Step) -> Option<(Target, Command)> {
    let kept = applications(world);
    let id = |nth: usize| -> Option<ApplicationId> { Some(kept.get(nth % kept.len().max(1))?.application()) };
    let today = world.today().0;
    match step {
        Step::Capture { page, company, applied } => {
            let posting = Box::new(posting(*page, *company));
            let mut what = vec![(today, What::Captured { posting })];
            what.extend(applied.then_some((today, What::Applied { cv: None })));
            Some((Target::New, Command::Log(what)))
        }
        Step::Log { application, what } => Some((
            Target::Kept(id(*application)?),
            Command::Log(vec![(today, what.clone())]),
        )),
        Step::LogEarlier {
            application,
            days,
            what,
        } => {
            let on = today - chrono::Days::new(*days);
            Some((Target::Kept(id(*application)?), Command::Log(vec![(on, what.clone())])))
        }
        Step::Steer { application, how } => {
            let agenda = block_on(overview(world)).ok()?.agenda;
            let id = id(*application)?;
            let outlook = agenda.outlooks.iter().find(|outlook| outlook.application == id)?;
            let follow_up = outlook.follow_ups.last()?.key.clone();
            let to = today + chrono::Days::new(u64::from(today.day() % 9) + 1);
            let what = match how {
                0 => What::Snoozed { follow_up, to },
                1 => What::Pinned { follow_up, to },
                _ => What::Skipped { follow_up },
            };
            Some((Target::Kept(id), Command::Log(vec![(today, what)])))
        }
        Step::Undo { application, last } => {
            let id = id(*application)?;
            let events = block_on(load(world, id)).ok()??.history;
            let undone: Vec<EventId> = events.iter().rev().take(*last).map(|event| event.id).collect();
            Some((Target::Kept(id), Command::Undo(undone)))
        }
        Step::Erase { application } => Some((Target::Kept(id(*application)?), Command::Erase)),
        Step::Sleep { days } => {
            world.sleep(*days);
            None
        }
    }
}

proptest! {
    #[test]
    fn step_by_step_is_as_made_anew(steps in prop::collection::vec(step(), 1..25)) {
        let world = Model::on("2026-11-02");
        for step in &steps {
            let Some((target, command)) = command(&world, step) else { continue };
            let before = world.kept();
            if block_on(carry_out(&world, target, command)).is_err() {
                prop_assert_eq!(world.kept(), before, "a refusal changed something");
            }
            check_sound(&world);
        }
        // Every page leads to one application at most, and to one that has it.
        for page in 0..3 {
            let address = address(page);
            if let Some(found) = block_on(find(&world, &address)).expect("a page looked up") {
                let kept = found.posting.as_ref().and_then(|posting| posting.address.as_ref());
                prop_assert!(found.facts.address.as_ref() == Some(&address) || kept.is_some_and(|kept| kept.value == address));
            }
        }
    }
}
