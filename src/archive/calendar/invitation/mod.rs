//! An invitation to an interview, as a calendar program or a mail has it: one event, or that it was called off.

mod call;
mod guests;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};

use super::component::Component;
use super::line::{Property, unescape, unfold};
use super::moment::{DAY, MINUTE, Moment, length};
use super::zone::Zone;
use super::{MOST_BYTES, zone_name};
use crate::archive::checksum;
use crate::domain::{Contact, Line, SafeLink};
use guests::Guest;

/// What an invitation says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// By what it is known when it comes once more: moved, called off, or the same.
    pub uid: Option<Line>,
    /// Whether it is called off.
    pub is_cancelled: bool,
    /// When it begins; that may be unsaid where it is called off.
    pub begins: Option<Begins>,
    /// How long it lasts, in minutes, where it is not a whole day.
    pub minutes: Option<u16>,
    /// What it is called.
    pub summary: Option<Line>,
    /// Where.
    pub place: Option<Line>,
    /// The address of the call.
    pub link: Option<SafeLink>,
    /// Stands for all that it says of when and where.
    pub said: Option<Line>,
    organizer: Option<Contact>,
    guests: Vec<Contact>,
}

/// When something begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Begins {
    /// On a day as a whole.
    On(NaiveDate),
    /// When the wall clock shows that, wherever one is.
    Anywhere(NaiveDateTime),
    /// At an instant.
    At(DateTime<Utc>),
    /// When the wall clock shows that in a zone.
    Within {
        /// What it shows.
        wall: NaiveDateTime,
        /// The zone, by its IANA name where that can be told.
        zone: Line,
        /// Which instant that is, where the file says it.
        at: Option<DateTime<Utc>>,
    },
}

/// Why an invitation is not taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvitationError {
    /// It is no calendar.
    NotACalendar,
    /// It is larger than any invitation.
    TooLarge,
    /// There is no event in it, or it is somebody's answer to one.
    NoInvitation,
    /// There is more than one event in it.
    Several,
    /// It does not say when it is, or not in a way that is understood.
    NoDay,
}

/// Reads an invitation, or an event that a calendar program exported.
///
/// # Errors
/// [`InvitationError`].
pub fn read_invitation(text: &str) -> Result<Invitation, InvitationError> {
    if text.len() > MOST_BYTES {
        return Err(InvitationError::TooLarge);
    }
    let lines = unfold(text.trim_start_matches('\u{feff}').trim_start());
    let mut files = Component::read(&lines);
    files.retain(|part| part.is("VCALENDAR"));
    if files.is_empty() {
        return Err(InvitationError::NotACalendar);
    }
    // Whoever answers or proposes another time invites nobody.
    let is_ours = |file: &&Component<'_>| {
        let method = file.line("METHOD").map_or("PUBLISH", |method| method.value);
        ["PUBLISH", "REQUEST", "ADD", "CANCEL"]
            .iter()
            .any(|known| method.eq_ignore_ascii_case(known))
    };
    let parts = files
        .iter()
        .filter(is_ours)
        .flat_map(|file| file.parts.iter().map(move |part| (file, part)));
    let mut events = parts.clone().filter(|(_, part)| part.is("VEVENT"));
    let (first_of, first) = events.next().ok_or(InvitationError::NoInvitation)?;
    let uid = |event: &Component<'_>| event.line("UID").map(|uid| uid.value.to_owned());
    let known = uid(first);
    let (mut file, mut event) = (first_of, first);
    for (other_of, other) in events {
        if known.is_none() || uid(other) != known {
            return Err(InvitationError::Several);
        }
        // One of a series that stands beside it is the exception.
        if event.line("RECURRENCE-ID").is_some() {
            (file, event) = (other_of, other);
        }
    }
    let zones = parts.filter(|(_, part)| part.is("VTIMEZONE"));
    let zones: Vec<Zone> = zones.filter_map(|(_, part)| Zone::read(part)).collect();
    Invitation::read(event, file.says("METHOD", "CANCEL"), &zones)
}

impl Invitation {
    fn read(event: &Component<'_>, is_cancelled: bool, zones: &[Zone]) -> Result<Self, InvitationError> {
        let is_cancelled = is_cancelled || event.says("STATUS", "CANCELLED");
        let start = event.line("DTSTART").and_then(|line| Time::read(line, zones));
        if start.is_none() && !is_cancelled {
            return Err(InvitationError::NoDay);
        }
        let minutes = start.as_ref().and_then(|start| start.minutes(event, zones));
        let text = |name: &str| event.line(name).map(|line| unescape(line.value));
        let place = text("LOCATION").unwrap_or_default();
        let guests = event.all("ATTENDEE").filter_map(Guest::read);
        Ok(Self {
            uid: event.line("UID").and_then(|uid| Line::new(&unescape(uid.value))),
            is_cancelled,
            begins: start.map(Time::begins),
            minutes,
            summary: text("SUMMARY").and_then(|summary| Line::new(&summary)),
            place: call::without_links(&place),
            link: call::link(event),
            said: Line::new(&said(event)),
            organizer: event.line("ORGANIZER").and_then(Guest::read).map(|guest| guest.contact),
            guests: guests::without_rooms(guests),
        })
    }

    /// Who will be there, beside the user: whose name is `own`, where that is known, or who is the only one that they invited, or the only one
    /// of another house than whoever invited.
    pub fn people(&self, own: Option<&Line>) -> Vec<Contact> {
        guests::others(self.organizer.as_ref(), &self.guests, own)
    }
}

/// A digest of the lines that say when and where it is.
fn said(event: &Component<'_>) -> String {
    let names = ["DTSTART", "DTEND", "DURATION", "LOCATION"].into_iter();
    let lines = names.flat_map(|name| event.all(name)).map(Property::whole);
    let call = call::link(event).map(String::from);
    let lines: Vec<String> = lines.chain(call).collect();
    checksum(&lines.join("\n")).to_string()
}

/// A moment with its zone.
struct Time {
    moment: Moment,
    zone: Option<Line>,
    at: Option<DateTime<Utc>>,
}

impl Time {
    fn read(line: &Property<'_>, zones: &[Zone]) -> Option<Self> {
        let moment = Moment::read(line.value)?;
        let named = line
            .parameter("TZID")
            .filter(|_| moment.clock.is_some() && !moment.is_universal);
        let described = named.and_then(|name| zones.iter().find(|zone| zone.is(name)));
        let at = match described {
            Some(zone) => zone.instant(moment),
            None if moment.is_universal => moment.ahead_by(0),
            None => None,
        };
        let zone = named.and_then(|name| Line::new(zone_name(name)));
        Some(Self { moment, zone, at })
    }

    fn begins(self) -> Begins {
        let Some(clock) = self.moment.clock else {
            return Begins::On(self.moment.on);
        };
        // A leap second is the end of the last one.
        let clock = u32::try_from(clock.min(DAY - 1)).unwrap_or_default();
        let clock = NaiveTime::from_num_seconds_from_midnight_opt(clock, 0).unwrap_or_default();
        let wall = self.moment.on.and_time(clock);
        match (self.zone, self.at) {
            (Some(zone), at) => Begins::Within { wall, zone, at },
            (None, Some(at)) => Begins::At(at),
            (None, None) => Begins::Anywhere(wall),
        }
    }

    /// How long what begins then lasts, where that is said and no more than a day.
    fn minutes(&self, event: &Component<'_>, zones: &[Zone]) -> Option<u16> {
        self.moment.clock?;
        let seconds = match (event.line("DURATION"), event.line("DTEND")) {
            (Some(line), _) => length(line.value)?,
            (None, Some(line)) => {
                let end = Self::read(line, zones)?;
                match (self.at, end.at) {
                    (Some(start), Some(end)) => (end - start).num_seconds(),
                    _ if self.zone == end.zone => end.moment.seconds_beside(self.moment)? - self.moment.seconds(),
                    _ => return None,
                }
            }
            (None, None) => return None,
        };
        let lasts = (1..=DAY / MINUTE).contains(&(seconds / MINUTE));
        u16::try_from(seconds / MINUTE).ok().filter(|_| lasts)
    }
}
