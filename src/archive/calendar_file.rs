//! Days off from a calendar file: iCalendar (RFC 5545), as calendar programs and public offices export it.
//!
//! Of that large format only what says on which days something is: events with their first day, their end, and how they come back each year.
//! What cannot be understood is passed over and counted, so that it can be said. A reader of our own: measured in WebAssembly, the crate
//! `icalendar` alone has 480 kB, and with `rrule`, which brings regular expressions and the world's time zones, 2 MB.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::domain::{Line, day};
use crate::etiquette::{Holiday, Holidays};

/// Largest file that is looked at, in bytes.
const MOST_BYTES: usize = 1 << 20;
/// Years ahead in which what comes back each year is written out. A year that has passed still counts: what was sent then is waited for.
const YEARS_AHEAD: u32 = 5;
/// An event that began before that is no holiday.
const FIRST_YEAR: i32 = 1900;

/// What a calendar file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DaysOff {
    /// The days, but for weekends: those change nothing.
    pub days: Vec<Holiday>,
    /// How many events could not be understood.
    pub passed_over: usize,
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
            match event.days(&window) {
                Some(days) => found.days.extend(days),
                None => found.passed_over += 1,
            }
            if found.days.len() > Holidays::MOST {
                return Err(CalendarFileError::TooMany);
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
    Ok(found)
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
}

/// The lines of a file; one that begins with white space continues the one before it.
fn unfold(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(more), Some(before)) => before.push_str(more),
            _ => lines.push(line.to_owned()),
        }
    }
    lines
}

/// A line: a name, what is said of how it is written, which is not looked at, and a value.
struct Property<'a> {
    name: &'a str,
    value: &'a str,
}

impl<'a> Property<'a> {
    fn read(line: &'a str) -> Option<Self> {
        let mut quoted = false;
        let colon = line.find(|letter| {
            quoted ^= letter == '"';
            letter == ':' && !quoted
        })?;
        let (head, value) = line.split_at_checked(colon)?;
        let name = head.split(';').next()?.trim();
        let value = value.strip_prefix(':')?.trim();
        Some(Self { name, value })
    }

    fn is(&self, name: &str, value: &str) -> bool {
        self.name.eq_ignore_ascii_case(name) && self.value.eq_ignore_ascii_case(value)
    }
}

/// What an event says of itself.
#[derive(Default)]
struct Event {
    start: Option<Moment>,
    end: Option<Moment>,
    /// How many days it lasts, where that is said in place of its end.
    length: Option<u64>,
    name: Option<Line>,
    again: Option<Recurrence>,
    without: Vec<NaiveDate>,
    cancelled: bool,
    /// It says something that is not understood here.
    odd: bool,
}

impl Event {
    fn take(&mut self, line: &Property<'_>) {
        let value = line.value;
        match line.name.to_ascii_uppercase().as_str() {
            "DTSTART" => self.start = self.understood(Moment::read(value)),
            "DTEND" => self.end = self.understood(Moment::read(value)),
            "DURATION" => self.length = self.understood(length(value)),
            "RRULE" => self.again = self.understood(Recurrence::read(value)),
            "SUMMARY" => self.name = Line::new(&unescape(value)),
            "STATUS" => self.cancelled = value.eq_ignore_ascii_case("CANCELLED"),
            "EXDATE" => {
                let days = value.split(',').map(|day| Moment::read(day).map(|moment| moment.on));
                let days = self.understood(days.collect::<Option<Vec<_>>>());
                self.without.extend(days.into_iter().flatten());
            }
            "RDATE" | "RECURRENCE-ID" => self.odd = true,
            _ => {}
        }
    }

    fn understood<T>(&mut self, read: Option<T>) -> Option<T> {
        self.odd |= read.is_none();
        read
    }

    /// Its days within the window; `None` if it is not understood.
    fn days(self, window: &Window) -> Option<Vec<Holiday>> {
        let start = self.start.filter(|start| !self.odd && start.on.year() >= FIRST_YEAR)?;
        let length = self
            .length
            .or(self.end.map(|end| end.days_after(start.on)))
            .unwrap_or(1);
        let firsts = match &self.again {
            _ if self.cancelled => Vec::new(),
            Some(again) => again.firsts(start.on, window)?,
            None => vec![start.on],
        };
        let mut days = Vec::new();
        for first in firsts.into_iter().filter(|first| !self.without.contains(first)) {
            let end = first.checked_add_days(Days::new(length.max(1)))?;
            let from = first.max(window.first);
            let span = from.iter_days().take_while(|day| *day < end && *day <= window.last);
            let working = span.filter(|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun));
            // One more than there may be is enough to see that there are too many.
            days.extend(working.take(Holidays::MOST + 1).map(|on| Holiday {
                on,
                name: self.name.clone(),
            }));
        }
        Some(days)
    }
}

/// A day, and whether something of it is over already at its beginning. Its hour and zone say nothing of which day is meant.
#[derive(Clone, Copy)]
struct Moment {
    on: NaiveDate,
    at_midnight: bool,
}

impl Moment {
    /// Reads `20261224`, `20261224T180000` and `20261224T180000Z`.
    fn read(text: &str) -> Option<Self> {
        let (date, clock) = text.trim().split_once(['T', 't']).unwrap_or((text.trim(), "000000"));
        let (year, rest) = date.split_at_checked(4)?;
        let (month, of_month) = rest.split_at_checked(2)?;
        let clock = clock.strip_suffix(['Z', 'z']).unwrap_or(clock);
        let is_clock = clock.len() == 6 && clock.bytes().all(|byte| byte.is_ascii_digit());
        is_clock.then_some(Self {
            on: day::date(&format!("{year}-{month}-{of_month}"))?,
            at_midnight: clock == "000000",
        })
    }

    /// How many days there are from `first` to this end, which is no longer part of it.
    fn days_after(self, first: NaiveDate) -> u64 {
        let days = u64::try_from((self.on - first).num_days()).unwrap_or(0);
        days + u64::from(!self.at_midnight)
    }
}

/// Reads `P3D` and `P2W`; what lasts for hours is a day.
fn length(text: &str) -> Option<u64> {
    let count = |digits: &str| digits.parse::<u16>().ok().map(u64::from);
    let text = text.strip_prefix('+').unwrap_or(text).strip_prefix('P')?;
    match (text.strip_suffix('W'), text.split_once('T')) {
        (Some(weeks), _) => count(weeks).map(|weeks| weeks * 7),
        (None, Some(("", _))) => Some(1),
        (None, Some((days, _))) => count(days.strip_suffix('D')?),
        (None, None) => count(text.strip_suffix('D')?),
    }
}

/// Text without its escapes.
fn unescape(text: &str) -> String {
    let mut out = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        out.push(match letter {
            '\\' => match letters.next() {
                Some('n' | 'N') => ' ',
                Some(escaped) => escaped,
                None => break,
            },
            _ => letter,
        });
    }
    out
}

/// How an event comes back each year.
struct Recurrence {
    interval: usize,
    count: Option<usize>,
    until: Option<NaiveDate>,
    month: Option<u32>,
    of_month: Option<u32>,
    /// The n-th such weekday of its month, from its end where n is negative.
    weekday: Option<(i8, Weekday)>,
}

impl Recurrence {
    /// Reads `FREQ=YEARLY;INTERVAL=1;COUNT=5`, with one month and one day of it, or one weekday of it, where they are said.
    fn read(text: &str) -> Option<Self> {
        let mut again = Self {
            interval: 1,
            count: None,
            until: None,
            month: None,
            of_month: None,
            weekday: None,
        };
        let mut yearly = false;
        for part in text.split(';').filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=')?;
            match name.to_ascii_uppercase().as_str() {
                "FREQ" => yearly = value.eq_ignore_ascii_case("YEARLY"),
                "INTERVAL" => again.interval = value.parse().ok().filter(|interval| *interval > 0)?,
                "COUNT" => again.count = Some(value.parse().ok()?),
                "UNTIL" => again.until = Some(Moment::read(value)?.on),
                "BYMONTH" => again.month = Some(value.parse().ok()?),
                "BYMONTHDAY" => again.of_month = Some(value.parse().ok()?),
                "BYDAY" => again.weekday = Some(nth_weekday(value)?),
                "WKST" => {}
                _ => return None,
            }
        }
        // A weekday of the year and not of a month, or of a month and a day, is another thing.
        let plain = again.weekday.is_none() || (again.month.is_some() && again.of_month.is_none());
        (yearly && plain).then_some(again)
    }

    /// The first days of what begins on `start`, as far as they may matter; `None` if it would not begin then.
    fn firsts(&self, start: NaiveDate, window: &Window) -> Option<Vec<NaiveDate>> {
        if self.in_year(start.year(), start) != Some(start) {
            return None;
        }
        let years = (start.year()..=window.last.year()).step_by(self.interval);
        // A year without that day, such as the 29th of February, is not counted.
        let days = years.filter_map(|year| self.in_year(year, start));
        let days = days.take(self.count.unwrap_or(usize::MAX));
        let days = days.take_while(|day| self.until.is_none_or(|until| *day <= until));
        // One that began before the window may reach into it.
        Some(days.filter(|day| day.year() + 1 >= window.first.year()).collect())
    }

    fn in_year(&self, year: i32, start: NaiveDate) -> Option<NaiveDate> {
        let month = self.month.unwrap_or(start.month());
        match self.weekday {
            Some((nth, weekday)) if nth > 0 => {
                NaiveDate::from_weekday_of_month_opt(year, month, weekday, u8::try_from(nth).ok()?)
            }
            Some((nth, weekday)) => {
                let from_end = (1..=5).rev();
                let mut days =
                    from_end.filter_map(|nth| NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth));
                days.nth(usize::from(nth.unsigned_abs()).checked_sub(1)?)
            }
            None => NaiveDate::from_ymd_opt(year, month, self.of_month.unwrap_or(start.day())),
        }
    }
}

/// Reads `4TH`, the fourth Thursday, and `-1MO`, the last Monday.
fn nth_weekday(text: &str) -> Option<(i8, Weekday)> {
    let (nth, weekday) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let nth: i8 = nth.parse().ok().filter(|nth| (-5..=5).contains(nth) && *nth != 0)?;
    let weekday = match weekday.to_ascii_uppercase().as_str() {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    };
    Some((nth, weekday))
}
