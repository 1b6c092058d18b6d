//! What an invitation means for an application: an interview more, one that is moved or called off, or nothing new.

use chrono::NaiveDateTime;

use super::entries::USUAL;
use super::zones::instant;
use crate::app::ports::Zones;
use crate::archive::{Begins, Invitation, InvitationError, event_of_uid, read_invitation};
use crate::domain::{Application, Contact, EventId, Interview, Line, Refusal, SafeLink};
use crate::view::{Entry, Voice};

/// What came of an invitation.
pub(in crate::app) enum Heard {
    /// Nothing that is not written down.
    Nothing,
    /// What is to be written down, in the form of an entry: what its fields say, and what is said of the file.
    News {
        entry: Entry,
        fields: Vec<(String, String)>,
        said: String,
    },
}

/// Looks into an invitation to an application of somebody of that name, where it is known.
///
/// # Errors
/// A refusal that says what is wrong with it.
pub(in crate::app) fn look_into<W: Zones>(
    world: &W,
    voice: &Voice<'_>,
    text: &str,
    application: &Application,
    own: Option<&Line>,
) -> Result<Heard, Refusal> {
    let invitation = read_invitation(text).map_err(refusal)?;
    let (interview, is_zone_known) = meant(world, &invitation, own);
    let booking = booking(&invitation, &interview, application);
    let stands = |id: EventId| application.bookings().iter().any(|(standing, _)| *standing == id);
    let said = voice.invitation_says(invitation.summary.as_ref(), &as_written(&invitation), is_zone_known);
    let (entry, before) = match booking {
        Some(id) if invitation.is_cancelled && stands(id) => (Entry::Cancelled, Some(id)),
        Some(id) if invitation.is_cancelled && application.is_called_off(id) => return Ok(Heard::Nothing),
        _ if invitation.is_cancelled => return Err(Refusal::UnknownInterview),
        Some(id) if says_no_more(&interview, application.booking(id)) && !application.is_called_off(id) => {
            return Ok(Heard::Nothing);
        }
        Some(id) if stands(id) => (Entry::Rescheduled, Some(id)),
        // What was called off or held is over, and they invite anew.
        _ => (Entry::Invited, None),
    };
    let former = before.and_then(|id| application.booking(id));
    let fields = fields(&interview, former, before);
    Ok(Heard::News { entry, fields, said })
}

const fn refusal(error: InvitationError) -> Refusal {
    match error {
        InvitationError::NotACalendar => Refusal::NoCalendar,
        InvitationError::TooLarge => Refusal::LargeInvitation,
        InvitationError::NoInvitation => Refusal::NoInvitation,
        InvitationError::Several => Refusal::SeveralInvitations,
        InvitationError::NoDay => Refusal::UndatedInvitation,
    }
}

/// The interview that it means, at the time of the user's own wall clock; and whether that could be told.
fn meant<W: Zones>(world: &W, invitation: &Invitation, own: Option<&Line>) -> (Interview, bool) {
    let interview = Interview {
        place: invitation.place.clone(),
        link: invitation.link.clone(),
        people: invitation.people(own),
        minutes: invitation.minutes,
        invitation: invitation.uid.clone(),
        said: invitation.said.clone(),
        ..Interview::default()
    };
    let at = |wall: NaiveDateTime| Interview {
        day: Some(wall.date()),
        time: Some(wall.time()),
        ..interview.clone()
    };
    match &invitation.begins {
        None => (interview, true),
        Some(Begins::On(day)) => {
            let day = Some(*day);
            (Interview { day, ..interview }, true)
        }
        Some(Begins::Anywhere(wall)) => (at(*wall), true),
        Some(Begins::At(instant)) => (
            at(world.wall_clock(*instant, None).unwrap_or(instant.naive_utc())),
            true,
        ),
        Some(Begins::Within { wall, zone, at: known }) => {
            let known = known.or_else(|| instant(world, *wall, Some(zone.as_str())));
            match known.and_then(|known| world.wall_clock(known, None)) {
                Some(here) => (at(here), true),
                None => {
                    let zone = Some(zone.clone());
                    (Interview { zone, ..at(*wall) }, false)
                }
            }
        }
    }
}

/// When it is, as the file says it.
fn as_written(invitation: &Invitation) -> Interview {
    let (day, wall, zone) = match &invitation.begins {
        None => (None, None, None),
        Some(Begins::On(day)) => (Some(*day), None, None),
        Some(Begins::Anywhere(wall)) => (Some(wall.date()), Some(wall.time()), None),
        Some(Begins::At(at)) => (Some(at.date_naive()), Some(at.time()), Line::new("UTC")),
        Some(Begins::Within { wall, zone, .. }) => (Some(wall.date()), Some(wall.time()), Some(zone.clone())),
    };
    Interview {
        day,
        time: wall,
        zone,
        minutes: invitation.minutes,
        ..Interview::default()
    }
}

/// The booking that it is about: one of ours that comes back, one by the same invitation, or one of that day that came by none.
fn booking(invitation: &Invitation, interview: &Interview, application: &Application) -> Option<EventId> {
    let ours = invitation.uid.as_ref().and_then(|uid| event_of_uid(uid.as_str()));
    let ours = ours
        .filter(|(whose, _)| *whose == application.id)
        .map(|(_, event)| event);
    let ours = ours.filter(|event| application.booking(*event).is_some());
    let by_uid = || {
        let mut history = application.history.iter().rev();
        let has_it = |id: EventId| {
            application
                .booking(id)
                .is_some_and(|booking| booking.invitation == invitation.uid)
        };
        history.find(|event| has_it(event.id)).map(|event| event.id)
    };
    let of_day = || {
        let bookings = application.bookings().into_iter();
        let mut of_day = bookings.filter(|(_, booking)| {
            let is_time = booking.time.is_none() || interview.time.is_none() || booking.time == interview.time;
            booking.day.is_some() && booking.day == interview.day && is_time && booking.invitation.is_none()
        });
        of_day.next().map(|(id, _)| id)
    };
    let by_uid = ours.or_else(|| invitation.uid.as_ref().and_then(|_| by_uid()));
    by_uid.or_else(of_day)
}

/// Whether all that an invitation says of an interview is known.
fn says_no_more(said: &Interview, known: Option<&Interview>) -> bool {
    let Some(known) = known else { return false };
    let place = said.place.is_none() || said.place == known.place;
    let link = said.link.is_none() || said.link == known.link;
    let minutes = said
        .minutes
        .is_none_or(|minutes| minutes == known.minutes.unwrap_or(USUAL));
    let when = (said.day, said.time, &said.zone) == (known.day, known.time, &known.zone);
    // What was put right here is right, until the file says something else.
    let is_same_file = said.said.is_some() && said.said == known.said;
    is_same_file || when && place && link && minutes
}

/// What the fields of the form say. Where a file is silent, what is known stays.
fn fields(interview: &Interview, former: Option<&Interview>, before: Option<EventId>) -> Vec<(String, String)> {
    fn text<T: ToString>(value: Option<&T>) -> String {
        value.map(ToString::to_string).unwrap_or_default()
    }
    let former = former.cloned().unwrap_or_default();
    let place: Option<&Line> = interview.place.as_ref().or(former.place.as_ref());
    let link: Option<&SafeLink> = interview.link.as_ref().or(former.link.as_ref());
    let people: Vec<String> = interview.people.iter().map(person).collect();
    let fields = [
        ("day", text(interview.day.as_ref())),
        ("time", text(interview.time.as_ref())),
        ("zone", text(interview.zone.as_ref())),
        ("place", text(place)),
        ("link", text(link)),
        ("people", people.join("; ")),
        ("minutes", text(interview.minutes.or(former.minutes).as_ref())),
        ("invitation", text(interview.invitation.as_ref())),
        ("said", text(interview.said.as_ref())),
        ("meeting", text(before.as_ref())),
    ];
    fields.map(|(name, value)| (name.to_owned(), value)).into()
}

/// "Dana Kim <dana@northwind.example>", as the form reads it.
fn person(contact: &Contact) -> String {
    match contact.email.as_ref().filter(|email| **email != contact.name) {
        Some(email) => format!("{} <{email}>", contact.name),
        None => contact.name.to_string(),
    }
}
