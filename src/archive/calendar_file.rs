//! Days off from a calendar file: iCalendar (RFC 5545), as calendar programs and public offices export it.
//!
//! Of that large format only what says on which days something is: events with their first day, their end, and how they come back each year.
//! What lasts for hours is an appointment and no day off. What cannot be understood is passed over and counted, so that it can be said. A reader of our own: measured in WebAssembly, the crate
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
/// Seconds of a minute, an hour and a day.
const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

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
            Some(again) => again.firsts(first, window),
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

/// A day, or a moment of it. Its zone is not looked at: it says nothing of which day is meant.
#[derive(Clone, Copy)]
struct Moment {
    on: NaiveDate,
    /// Seconds since midnight; none for a day as a whole.
    clock: Option<i64>,
    /// Whether that is universal time, which is nobody's own.
    is_universal: bool,
}

impl Moment {
    /// Reads `20261224`, `20261224T180000` and `20261224T180000Z`.
    fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let local = text.strip_suffix(['Z', 'z']).unwrap_or(text);
        let (date, clock) = match local.split_once(['T', 't']) {
            Some((date, clock)) => (date, Some(seconds_of_day(clock)?)),
            None => (text, None),
        };
        let (year, rest) = date.split_at_checked(4)?;
        let (month, of_month) = rest.split_at_checked(2)?;
        Some(Self {
            on: day::date(&format!("{year}-{month}-{of_month}"))?,
            clock,
            is_universal: local != text,
        })
    }

    fn seconds(self) -> i64 {
        i64::from(self.on.num_days_from_ce()) * DAY + self.clock.unwrap_or(0)
    }

    /// Its seconds, if it is a moment of the same kind as another.
    fn seconds_beside(self, other: Self) -> Option<i64> {
        let kind = |moment: Self| (moment.clock.is_some(), moment.is_universal);
        (kind(self) == kind(other)).then(|| self.seconds())
    }

    /// The day that begins where it is midnight then: half a day away at most. What is ten or eleven hours away may be midnight on either
    /// side of the date line.
    fn day_there(self) -> Option<NaiveDate> {
        match self.clock.filter(|_| self.is_universal).unwrap_or(0) / HOUR {
            10 | 11 => None,
            0..10 => Some(self.on),
            _ => self.on.succ_opt(),
        }
    }
}

/// Reads `180000`.
fn seconds_of_day(clock: &str) -> Option<i64> {
    let is_clock = clock.len() == 6 && clock.bytes().all(|byte| byte.is_ascii_digit());
    let number: i64 = clock.parse().ok().filter(|_| is_clock)?;
    let (hour, minute, second) = (number / 10_000, number / 100 % 100, number % 100);
    (hour < 24 && minute < 60 && second <= 60).then_some(hour * HOUR + minute * MINUTE + second)
}

/// Reads `P3D`, `P2W` and `P1DT12H30M`, in seconds.
fn length(text: &str) -> Option<i64> {
    let text = text.strip_prefix('+').unwrap_or(text).strip_prefix('P')?;
    let (days, clock) = match text.split_once('T') {
        Some((days, clock)) => (days, Some(clock)),
        None => (text, None),
    };
    let days = match days {
        "" if clock.is_some() => 0,
        days => parts(days, &[('W', 7 * DAY), ('D', DAY)])?,
    };
    let clock = clock.map_or(Some(0), |clock| parts(clock, &[('H', HOUR), ('M', MINUTE), ('S', 1)]));
    Some(days + clock?)
}

/// The sum of numbers of several units, at least one.
fn parts(text: &str, units: &[(char, i64)]) -> Option<i64> {
    let mut sum = 0;
    let mut rest = text;
    for (name, seconds) in units {
        if let Some((count, after)) = rest.split_once(*name) {
            sum += i64::from(count.parse::<u32>().ok()?) * seconds;
            rest = after;
        }
    }
    (rest.is_empty() && !text.is_empty()).then_some(sum)
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
