//! Days off from a calendar file, as calendar programs and public offices export it.
//!
//! Of that large format only what says on which days something is: events with their first day, their end, and how they come back each year.
//! What lasts for hours is an appointment and no day off. What cannot be understood is passed over and counted, so that it can be said.

use std::ops::RangeInclusive;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::MOST_BYTES;
use super::line::{Property, unescape, unfold};
use super::moment::{DAY, HOUR, MINUTE, Moment, length};
use super::recurrence::Recurrence;
use crate::domain::Line;
use crate::etiquette::{Holiday, Holidays};

/// Years ahead in which what comes back each year is written out. A year that has passed still counts: what was sent then is waited for.
const YEARS_AHEAD: u32 = 5;
/// An event that began before that is no holiday.
const FIRST_YEAR: i32 = 1900;

/// What a calendar file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DaysOff {
    /// The days, but for weekends: those change nothing.
    pub days: Holidays,
    /// How many events could not be understood.
    pub passed_over: usize,
    /// How many have no whole day.
    pub appointments: usize,
}

/// Why a calendar file is not taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalendarFileError {
    /// It is no calendar.
    NotACalendar,
    /// It is larger than any calendar of holidays.
    TooLarge,
    /// It has more days than can be kept.
    TooMany,
}

/// Reads a calendar file: the days from a year before `today` to five years after.
///
/// # Errors
/// [`CalendarFileError`].
pub fn read_calendar_file(text: &str, today: NaiveDate) -> Result<DaysOff, CalendarFileError> {
    if text.len() > MOST_BYTES {
        return Err(CalendarFileError::TooLarge);
    }
    let window = Window::around(today);
    let lines = unfold(text.trim_start_matches('\u{feff}'));
    let mut lines = lines.iter().filter_map(|line| Property::read(line));
    if !lines.next().is_some_and(|first| first.is("BEGIN", "VCALENDAR")) {
        return Err(CalendarFileError::NotACalendar);
    }
    let mut found = DaysOff::default();
    let mut days = Vec::new();
    let mut open: Option<Event> = None;
    // Parts of an event, such as its alarms, say nothing of the event itself.
    let mut within = 0_usize;
    for line in lines {
        if line.is("BEGIN", "VEVENT") {
            found.passed_over += usize::from(open.is_some());
            open = Some(Event::default());
            within = 0;
        } else if line.is("END", "VEVENT") {
            let event = open.take().unwrap_or_default();
            match event.extent() {
                _ if event.cancelled => {}
                Some(Extent::Hours) => found.appointments += 1,
                Some(Extent::Days(first, length)) if event.take_days(first, length, &window, &mut days) => {}
                _ => found.passed_over += 1,
            }
            if days.len() > Holidays::MOST {
                days = in_order(days)?.as_slice().to_vec();
            }
        } else if line.name.eq_ignore_ascii_case("BEGIN") {
            within += 1;
        } else if line.name.eq_ignore_ascii_case("END") {
            within = within.saturating_sub(1);
        } else if let Some(event) = &mut open
            && within == 0
        {
            event.take(&line);
        }
    }
    // The file was cut off.
    found.passed_over += usize::from(open.is_some());
    found.days = in_order(days)?;
    Ok(found)
}

fn in_order(days: Vec<Holiday>) -> Result<Holidays, CalendarFileError> {
    Holidays::new(days).map_err(|_| CalendarFileError::TooMany)
}

/// The days that matter.
struct Window {
    first: NaiveDate,
    last: NaiveDate,
}

impl Window {
    fn around(today: NaiveDate) -> Self {
        let first = today.checked_sub_months(Months::new(12));
        let last = today.checked_add_months(Months::new(12 * YEARS_AHEAD));
        Self {
            first: first.unwrap_or(today),
            last: last.unwrap_or(today),
        }
    }

    fn years(&self) -> RangeInclusive<i32> {
        self.first.year()..=self.last.year()
    }
}

/// What an event says of itself.
#[derive(Default)]
struct Event {
    start: Option<Moment>,
    end: Option<Moment>,
    /// How many seconds it lasts, where that is said in place of its end.
    length: Option<i64>,
    name: Option<Line>,
    again: Option<Recurrence>,
    without: Vec<Moment>,
    cancelled: bool,
    /// When it begins or ends is not understood.
    is_unclear: bool,
    /// How it comes back is not understood.
    is_irregular: bool,
}

/// How long an event is there.
enum Extent {
    /// So many whole days from this one on.
    Days(NaiveDate, u64),
    /// A part of a day, or of two.
    Hours,
}

impl Event {
    fn take(&mut self, line: &Property<'_>) {
        let value = line.value;
        match line.name.to_ascii_uppercase().as_str() {
            "DTSTART" => self.start = understood(Moment::read(value), &mut self.is_unclear),
            "DTEND" => self.end = understood(Moment::read(value), &mut self.is_unclear),
            "DURATION" => self.length = understood(length(value), &mut self.is_unclear),
            "RRULE" => self.again = understood(Recurrence::read(value), &mut self.is_irregular),
            "SUMMARY" => self.name = Line::new(&unescape(value)),
            "STATUS" => self.cancelled = value.eq_ignore_ascii_case("CANCELLED"),
            "EXDATE" => {
                let moments: Option<Vec<Moment>> = value.split(',').map(Moment::read).collect();
                let moments = understood(moments, &mut self.is_irregular);
                self.without.extend(moments.into_iter().flatten());
            }
            "RDATE" | "RECURRENCE-ID" => self.is_irregular = true,
            _ => {}
        }
    }

    /// How long it is there; `None` if that is not understood.
    fn extent(&self) -> Option<Extent> {
        let start = self
            .start
            .filter(|start| start.on.year() >= FIRST_YEAR && !self.is_unclear)?;
        let begin = start.seconds();
        let end = match (self.length, self.end) {
            (Some(length), _) => begin + length,
            (None, Some(end)) => end.seconds_beside(start)?,
            // A day without an end is that day, a moment without one is no more than that.
            (None, None) if start.clock.is_none() => begin + DAY,
            (None, None) => begin,
        };
        let lasts = (end - begin).max(0);
        if start.clock.is_none() {
            let is_whole = lasts % DAY == 0;
            return is_whole.then(|| Extent::of(start.on, (lasts / DAY).max(1)));
        }
        if start.is_universal {
            // Where clocks are changed meanwhile, days are longer or shorter by an hour.
            let days = (lasts + HOUR) / DAY;
            let is_whole = (lasts - days * DAY).abs() <= HOUR;
            return match days {
                0 => Some(Extent::Hours),
                _ if is_whole => start.day_there().map(|first| Extent::of(first, days)),
                _ => None,
            };
        }
        // Some give the last minute of a day for its end.
        let (first, end) = ((begin + DAY - 1).div_euclid(DAY), (end + MINUTE).div_euclid(DAY));
        let first_day = NaiveDate::from_num_days_from_ce_opt(i32::try_from(first).ok()?)?;
        Some(Extent::of(first_day, end - first))
    }

    /// Adds its days within the window, and says whether they are understood.
    fn take_days(self, first: NaiveDate, length: u64, window: &Window, days: &mut Vec<Holiday>) -> bool {
        let firsts = match &self.again {
            _ if self.is_irregular => None,
            Some(again) => again.firsts(first, &window.years()),
            None => Some(vec![first]),
        };
        let Some(firsts) = firsts else { return false };
        let without: Vec<NaiveDate> = self.without.iter().filter_map(|moment| moment.day_there()).collect();
        for first in firsts.into_iter().filter(|first| !without.contains(first)) {
            let end = first.checked_add_days(Days::new(length)).unwrap_or(NaiveDate::MAX);
            let from = first.max(window.first);
            let span = from.iter_days().take_while(|day| *day < end && *day <= window.last);
            let working = span.filter(|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun));
            // One more than there may be is enough to see that there are too many.
            days.extend(working.take(Holidays::MOST + 1).map(|on| Holiday {
                on,
                name: self.name.clone(),
            }));
        }
        true
    }
}

impl Extent {
    fn of(first: NaiveDate, days: i64) -> Self {
        match u64::try_from(days) {
            Ok(days) if days > 0 => Self::Days(first, days),
            _ => Self::Hours,
        }
    }
}

/// What was read, and a note of it where that is nothing.
fn understood<T>(read: Option<T>, is_odd: &mut bool) -> Option<T> {
    *is_odd |= read.is_none();
    read
}
