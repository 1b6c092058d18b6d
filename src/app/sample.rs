//! A search for work that nobody made, to look around in: small, as if it had begun a few weeks ago, with one thing that is late and several that
//! are due. It is kept like any other, by the same commands, in a world of its own.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::command::{Problem, Target, carry_out};
use super::ports::{Clock, Ids, Lock, Shelf};
use crate::domain::{
    Channel, Closing, Confidence, Contact, Line, Posting, Promise, PromiseBy, PromiseOf, Reading, Round, Source, What,
    Workplace,
};
use crate::ledger::Command;

/// What happened about a job.
#[derive(Clone, Copy)]
enum Act {
    Keep,
    Apply,
    Hear,
    Talk(Round),
    /// They would say more by so many days later.
    Promise(u64),
    /// How the person likes to stay in touch.
    Prefer,
    Thank,
    CheckIn,
    Offer,
    Reject,
    GiveUp,
}

use Act::{Apply, CheckIn, GiveUp, Hear, Keep, Offer, Prefer, Promise as Promised, Reject, Talk, Thank};

/// A job, the person there, and what happened: how many days ago, and what.
struct Job {
    title: &'static str,
    company: &'static str,
    place: &'static str,
    person: &'static str,
    story: &'static [(u64, Act)],
}

const fn job(
    title: &'static str,
    company: &'static str,
    place: &'static str,
    person: &'static str,
    story: &'static [(u64, Act)],
) -> Job {
    Job {
        title,
        company,
        place,
        person,
        story,
    }
}

const JOBS: [Job; 10] = [
    job(
        "Backend Engineer, Storage",
        "Northwind Labs",
        "Berlin",
        "Dana Kim",
        &[(11, Keep), (11, Apply)],
    ),
    job(
        "Data Engineer",
        "Fabrikam",
        "Rotterdam",
        "Jules Ortiz",
        &[
            (40, Keep),
            (38, Apply),
            (31, Hear),
            (15, Talk(Round::Middle)),
            (14, Thank),
            (15, Promised(7)),
        ],
    ),
    job(
        "Platform Engineer",
        "Lumen Works",
        "Vienna",
        "Mara Lindqvist",
        &[(24, Keep), (24, Apply), (9, Hear), (0, Talk(Round::Screen))],
    ),
    job(
        "Site Reliability Engineer",
        "Contoso",
        "Graz",
        "Sam Okafor",
        &[
            (33, Keep),
            (32, Apply),
            (20, Talk(Round::Screen)),
            (19, Thank),
            (6, Talk(Round::Final)),
            (5, Thank),
            (6, Promised(14)),
            (6, Prefer),
        ],
    ),
    job(
        "Staff Engineer",
        "Harbour Mill",
        "Hamburg",
        "Ines Duarte",
        &[
            (45, Keep),
            (44, Apply),
            (30, Talk(Round::Middle)),
            (29, Thank),
            (1, Offer),
        ],
    ),
    job(
        "Developer Advocate",
        "Juniper Press",
        "Lisbon",
        "Noor Haddad",
        &[(5, Keep), (4, Apply)],
    ),
    job("Database Engineer", "Quay & Sons", "Antwerp", "Pia Holm", &[(2, Keep)]),
    job(
        "Build Engineer",
        "Copper Lane",
        "Prague",
        "Tom Vesely",
        &[(50, Keep), (49, Apply), (35, CheckIn), (12, GiveUp)],
    ),
    job(
        "Systems Programmer",
        "Kestrel",
        "Zurich",
        "Rita Amsler",
        &[
            (42, Keep),
            (41, Apply),
            (28, Talk(Round::Screen)),
            (27, Thank),
            (18, Reject),
        ],
    ),
    job(
        "Research Engineer",
        "Saffron Institute",
        "Delft",
        "Wim Bakker",
        &[(9, Keep), (8, Apply), (2, Hear)],
    ),
];

/// Keeps the sample.
///
/// # Errors
/// As for a command.
pub(super) async fn lay_out<W: Shelf + Lock + Clock + Ids>(world: &W) -> Result<(), Problem> {
    let today = world.today().0;
    for job in &JOBS {
        let story = job.story.iter();
        let story = story.map(|(days, act)| {
            let on = workday(today, *days);
            (on, job.what(*act, on))
        });
        carry_out(world, Target::New, Command::Log(story.collect())).await?;
    }
    Ok(())
}

/// So many days ago, or the last day before that on which people work.
fn workday(today: NaiveDate, days: u64) -> NaiveDate {
    let before = |day: NaiveDate, days| day.checked_sub_days(Days::new(days)).unwrap_or(day);
    let day = before(today, days);
    match day.weekday() {
        Weekday::Sat => before(day, 1),
        Weekday::Sun => before(day, 2),
        _ => day,
    }
}

fn after(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

impl Job {
    fn what(&self, act: Act, on: NaiveDate) -> What {
        let person = || Line::new(self.person);
        match act {
            Keep => What::Captured {
                posting: Box::new(Posting {
                    title: read(Line::new(self.title)),
                    company: read(Line::new(self.company)),
                    places: read(Line::new(self.place).map(|place| vec![place])),
                    workplace: read(Some(Workplace::Hybrid)),
                    ..Posting::default()
                }),
            },
            Apply => What::Applied { cv: None },
            Hear => What::Heard {
                asks: false,
                answer_by: None,
                note: None,
            },
            Talk(round) => What::Interviewed {
                interview: None,
                round,
                people: person().map(Contact::named).into_iter().collect(),
                note: None,
            },
            Promised(days) => What::Promised(Promise {
                by: PromiseBy::Employer,
                of: PromiseOf::Word,
                date: after(on, days),
            }),
            Prefer => What::Preferred {
                person: person(),
                channel: Some(Channel::Email),
                refused: Vec::new(),
                do_not_contact: Some(false),
            },
            Thank => What::Thanked {
                whom: person(),
                interview: None,
            },
            CheckIn => What::CheckedIn {
                whom: None,
                channel: Some(Channel::Email),
            },
            Offer => What::Offered {
                written: true,
                answer_by: Some(after(on, 10)),
            },
            Reject => What::Rejected { note: None },
            GiveUp => What::Closed { why: Closing::NoAnswer },
        }
    }
}

fn read<T>(value: Option<T>) -> Option<Reading<T>> {
    value.map(|value| Reading::new(value, Source::JsonLd, Confidence::Sure))
}
