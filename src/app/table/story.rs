//! What must have happened for a row to be so: the table says where an application stands, the ledger keeps how it came there.

use chrono::NaiveDate;

use super::row::{Row, line, says_yes};
use crate::app::command::decide_now;
use crate::app::ports::{Clock, Ids};
use crate::archive::Standing;
use crate::domain::{
    Application, ApplicationId, Closing, Column, Contact, Event, Interview, Prose, Refusal, Round, What,
};
use crate::etiquette::{Settings, plan};
use crate::ledger::{Command, fold};
use crate::view::RowFault;

/// That they answered, and no more is known of it.
const HEARD: What = What::Heard {
    asks: false,
    answer_by: None,
    note: None,
};

/// That they offered the job, in whichever way.
const OFFERED: What = What::Offered {
    written: false,
    answer_by: None,
};

/// An application that a row became.
pub(super) struct Told {
    pub(super) application: Application,
    pub(super) events: Vec<Event>,
    /// Whether the row names no day for what it says.
    pub(super) is_undated: bool,
}

/// The days that a row names.
struct Days {
    saved: Option<NaiveDate>,
    applied: Option<NaiveDate>,
    heard: Option<NaiveDate>,
    interview: Option<NaiveDate>,
    ended: Option<NaiveDate>,
    /// Of how far it has come.
    stage: Option<NaiveDate>,
    follow_up: Option<NaiveDate>,
}

/// Makes an application of a row.
///
/// # Errors
/// Why it cannot be one.
pub(super) fn tell<W: Clock + Ids>(row: &Row<'_>, world: &W) -> Result<Told, RowFault> {
    let today = world.today().0;
    let mut notes = Vec::new();
    let form = row.form(&mut notes)?;
    let mut posting = form
        .posting(None, row.voice.words.dollar())
        .map_err(RowFault::Refused)?;
    if let (Some(contact), Some(phone)) = (&mut posting.contact, line(row.cell(Column::ContactPhone))) {
        contact.value.phone = Some(phone);
    }
    if posting.title.is_none() && posting.company.is_none() {
        return Err(RowFault::Refused(Refusal::NothingToKeep));
    }
    let days = Days {
        saved: row.day(Column::Saved)?,
        applied: row.day(Column::Applied)?,
        heard: row.day(Column::Heard)?,
        interview: row.day(Column::Interview)?,
        ended: row.day(Column::Ended)?,
        stage: row.day(Column::StageDay)?,
        follow_up: row.day(Column::FollowUp)?,
    };
    let standing = row.standing(&mut notes);
    let held = days.interview.filter(|day| *day <= today);
    let named = [days.saved, days.applied, days.stage, days.heard, held];
    let first = named.into_iter().flatten().min();
    let kept = first.unwrap_or(today).min(today);
    let mut what = vec![(
        kept,
        What::Captured {
            posting: Box::new(posting),
        },
    )];
    let is_undated = happened(&days, standing, row, kept, today, &mut what);
    let said = row.all(Column::Note).map(|(place, cell)| (place, cell.trim()));
    let is_alone = row.all(Column::Note).count() == 1;
    let said = said
        .filter(|(_, cell)| !cell.is_empty())
        .map(|(place, cell)| match is_alone {
            true => cell.to_owned(),
            false => row.noted(place, cell),
        });
    notes.splice(0..0, said);
    if let Some(day) = days.follow_up.filter(|day| *day <= today) {
        notes.push(format!("{}: {day}", row.voice.column_name(Column::FollowUp)));
    }
    let notes = notes.iter().filter_map(|note| Prose::new(note));
    what.extend(notes.map(|text| (kept, What::Noted { text })));
    let id = world.application();
    let decided = |application: &Application, what| decide_now(world, application, Command::Log(what));
    let mut events = decided(&fold(id, &[]), what).map_err(RowFault::Refused)?;
    let application = fold(id, &events);
    if let Some(to) = days.follow_up.filter(|day| *day > today)
        && let Some(pinned) = pinned(&application, to)
    {
        events.extend(decided(&application, vec![(today, pinned)]).map_err(RowFault::Refused)?);
    }
    Ok(Told {
        application: fold(id, &events),
        events,
        is_undated,
    })
}

/// Adds what happened after it was kept, each on its day: the one that is named for it, or that of how far it has come. Says whether there is
/// none for that: then it counts as of today.
fn happened(
    days: &Days,
    standing: Option<Standing>,
    row: &Row<'_>,
    kept: NaiveDate,
    today: NaiveDate,
    what: &mut Vec<(NaiveDate, What)>,
) -> bool {
    let last = days.stage.unwrap_or(today);
    let implies_application = standing.is_some_and(|standing| {
        !matches!(
            standing,
            Standing::Saved | Standing::PostingGone | Standing::NotInterested
        )
    });
    let is_applied_now = standing == Some(Standing::Applied);
    let by_stage = || match is_applied_now {
        true => days.stage.or(days.saved).unwrap_or(today),
        false => days.saved.unwrap_or(kept),
    };
    let applied = days.applied.or_else(|| implies_application.then(by_stage));
    let cv = line(row.cell(Column::Cv));
    what.extend(applied.map(|on| (on, What::Applied { cv })));
    let in_touch = (standing == Some(Standing::InTouch)).then_some(last);
    what.extend(days.heard.or(in_touch).map(|on| (on, HEARD)));
    let is_interviewing = standing == Some(Standing::Interviewing);
    match days.interview {
        Some(on) if on <= today => what.push((
            on,
            What::Interviewed {
                interview: None,
                round: Round::default(),
                people: Vec::<Contact>::new(),
                note: None,
            },
        )),
        Some(day) => what.push((
            last.min(today),
            What::Invited(Interview {
                day: Some(day),
                ..Interview::default()
            }),
        )),
        // They invited, and when it is or was is not known.
        None if is_interviewing => what.push((last, What::Invited(Interview::default()))),
        None => {}
    }
    let ended = days.ended.or(days.stage).or(days.heard);
    let is_undated = match standing {
        None | Some(Standing::Saved) => false,
        Some(Standing::Applied) => days.applied.or(days.stage).or(days.saved).is_none(),
        Some(Standing::InTouch) => days.heard.or(days.stage).is_none(),
        Some(Standing::Interviewing) => days.interview.or(days.stage).is_none(),
        Some(Standing::Offered) => days.stage.is_none(),
        Some(_) => ended.is_none(),
    };
    let ended = ended.unwrap_or(today);
    match standing {
        None | Some(Standing::Saved | Standing::Applied | Standing::InTouch | Standing::Interviewing) => {
            // It was put away as it stood.
            let why = if applied.is_some() {
                Closing::NoAnswer
            } else {
                Closing::NotInterested
            };
            let is_archived = says_yes(row.cell(Column::Archived));
            what.extend(is_archived.then_some((ended, What::Closed { why })));
        }
        Some(Standing::Offered) => what.push((last, OFFERED)),
        Some(standing) => {
            let has_offer = matches!(standing, Standing::Accepted | Standing::Declined);
            what.extend(has_offer.then_some((ended, OFFERED)));
            what.extend(on_the_day(standing, ended));
        }
    }
    is_undated
}

/// What happened on a day on which somebody says that an application has come so far.
pub(super) fn on_the_day(standing: Standing, on: NaiveDate) -> Vec<(NaiveDate, What)> {
    let what = match standing {
        Standing::Saved => return Vec::new(),
        Standing::Applied => vec![What::Applied { cv: None }],
        Standing::InTouch => vec![HEARD],
        Standing::Interviewing => vec![What::Invited(Interview::default())],
        Standing::Offered => vec![OFFERED],
        Standing::Accepted => vec![What::Accepted {}],
        Standing::Declined => vec![What::Declined {}],
        Standing::Rejected => vec![What::Rejected { note: None }],
        Standing::Withdrawn => vec![What::Withdrew {}],
        Standing::Closed => vec![What::Closed { why: Closing::NoAnswer }],
        Standing::PostingGone => vec![What::Closed {
            why: Closing::PostingGone,
        }],
        Standing::NotInterested => vec![What::Closed {
            why: Closing::NotInterested,
        }],
    };
    what.into_iter().map(|what| (on, what)).collect()
}

/// The day that was set for the next follow-up, where one is to come.
fn pinned(application: &Application, to: NaiveDate) -> Option<What> {
    let outlooks = plan(std::slice::from_ref(application), &Settings::default());
    let mut follow_ups = outlooks.into_iter().flat_map(|outlook| outlook.follow_ups);
    let follow_up = follow_ups.find(|follow_up| follow_up.rule().is_check_in())?;
    Some(What::Pinned {
        follow_up: follow_up.key,
        to,
    })
}

/// The identity that a cell names.
pub(super) fn identity(cell: &str) -> Option<ApplicationId> {
    ApplicationId::parse(cell.trim())
}
