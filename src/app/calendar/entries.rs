//! What is written of an application's dates.

use chrono::{DateTime, Utc};

use super::zones::instant;
use crate::app::ports::Zones;
use crate::archive::{CalendarEntry, EntryTime, uid_of_event, uid_of_follow_up};
use crate::domain::{Application, DateOf, Dated, Interview, Line, Today};
use crate::view::{DatedText, Voice};

/// How long an interview lasts of which that is not known, in minutes.
pub(super) const USUAL: u16 = 60;

/// What is written of a date. All that was ever written down of its application counts as a change: whatever moves a date is among it, and what
/// is undone does not count less.
pub(in crate::app) fn entry<W: Zones>(
    world: &W,
    voice: &Voice<'_>,
    application: &Application,
    dated: &Dated<'_>,
) -> CalendarEntry {
    let DatedText { summary, description } = voice.dated(dated, application);
    let interview = match dated.of {
        DateOf::Interview { interview, .. } => Some(interview),
        _ => None,
    };
    let changed = application.history.iter().map(|event| event.logged).max();
    CalendarEntry {
        uid: match dated.of {
            DateOf::Interview { booking, .. } => uid_of_event(application.id, booking),
            DateOf::Promise(event) => uid_of_event(application.id, event.id),
            DateOf::FollowUp(follow_up) => uid_of_follow_up(&follow_up.key),
        },
        sequence: application.history.len() + application.undone.len(),
        changed: changed.unwrap_or_default(),
        when: interview
            .and_then(|interview| begins(world, interview, dated))
            .unwrap_or(EntryTime::On(dated.on)),
        summary,
        description,
        place: interview.and_then(|interview| interview.place.clone()),
        link: interview.and_then(|interview| interview.link.clone()),
        is_cancelled: dated.is_off,
    }
}

/// From when until when an interview is, where it has a time in a zone that the browser knows: a wrong time would be worse than none.
fn begins<W: Zones>(world: &W, interview: &Interview, dated: &Dated<'_>) -> Option<EntryTime> {
    let wall = dated.on.and_time(interview.time?);
    let at: DateTime<Utc> = instant(world, wall, interview.zone.as_ref().map(Line::as_str))?;
    Some(EntryTime::From(at, interview.minutes.unwrap_or(USUAL)))
}

/// The name of a file with dates: with all of them, or with one by its day.
pub(in crate::app) fn file_name(today: Today, dated: Option<&Dated<'_>>) -> String {
    match dated {
        Some(dated) => format!("your-move-{}.ics", dated.on),
        None => format!("your-move-dates-{}.ics", today.0),
    }
}
