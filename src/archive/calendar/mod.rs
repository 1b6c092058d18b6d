//! Calendar files: iCalendar (RFC 5545).
//!
//! | file | what it knows |
//! |---|---|
//! | `line.rs` | the lines of a file, folded and escaped |
//! | `component.rs` | the parts of a file |
//! | `moment.rs` | days, moments and lengths |
//! | `recurrence.rs` | what comes back each year |
//! | `zone.rs` | the zones that a file describes |
//! | `days_off.rs` | days off, from a calendar of holidays |
//! | `invitation/` | an invitation to an interview: when, where, with whom, and the address of the call |
//! | `entry.rs` | what is written for a calendar program |
//!
//! By hand: what is read of that large format are a few properties, what is written are a dozen, and no crate fits. Measured in WebAssembly,
//! compiled for size, `icalendar` has 480 kB, and with `rrule`, which brings regular expressions and the world's time zones, 2 MB. `calcard`
//! brings those zones as well, and does not compile for a browser by itself. `ical` has 60 kB, gives the lines of a file, and leaves escapes,
//! moments and zones to whoever calls it; `ics` has 32 kB and writes lines alone.

mod component;
mod days_off;
mod entry;
mod invitation;
mod line;
mod moment;
mod recurrence;
mod zone;

pub use days_off::{CalendarFileError, DaysOff, read_calendar_file};
pub use entry::{CalendarEntry, EntryTime, event_of_uid, uid_of_event, uid_of_follow_up, write_calendar};
pub use invitation::{Begins, Invitation, InvitationError, read_invitation};

/// Largest file that is looked at, in bytes.
const MOST_BYTES: usize = 1 << 20;

/// What Outlook calls the zones, each beside its IANA name: those in which people are invited.
const WINDOWS_ZONES: &str = include_str!("windows_zones.txt");

/// The IANA name of a zone that a calendar program calls otherwise: Outlook by names of its own, some with a path before it. Any other name
/// as it is.
fn zone_name(name: &str) -> &str {
    let name = name.trim();
    let mut windows = WINDOWS_ZONES.lines().filter_map(|line| line.split_once('='));
    if let Some((_, known)) = windows.find(|(windows, _)| *windows == name) {
        return known;
    }
    // "/freeassociation.sourceforge.net/Europe/Berlin"
    match name.strip_prefix('/').and_then(|path| path.split_once('/')) {
        Some((_, rest)) => {
            let is_version = |part: &str| part.starts_with(|first: char| first.is_ascii_digit());
            let rest = rest
                .split_once('/')
                .filter(|(version, _)| is_version(version))
                .map_or(rest, |(_, rest)| rest);
            rest.strip_prefix("Tzfile/").unwrap_or(rest)
        }
        None => name,
    }
}
