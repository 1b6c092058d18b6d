//! The zones that a calendar file describes: which wall clock is how far ahead of universal time, and when.

use chrono::{DateTime, Datelike, Utc};

use super::component::Component;
use super::line::unescape;
use super::moment::{DAY, HOUR, MINUTE, Moment};
use super::recurrence::Recurrence;

/// A zone of a file: what holds from when on.
pub(super) struct Zone {
    name: String,
    phases: Vec<Phase>,
}

/// Summer time or winter time, or what else holds for a while.
struct Phase {
    start: Moment,
    /// By how many seconds the wall clock is ahead before it, and within it.
    before: i64,
    within: i64,
    again: Option<Recurrence>,
    others: Vec<Moment>,
}

impl Zone {
    /// Reads a zone; `None` where it is not understood, since a part of it alone would give a wrong time.
    pub(super) fn read(part: &Component<'_>) -> Option<Self> {
        let name = unescape(part.line("TZID")?.value);
        let phases: Option<Vec<Phase>> = part.parts.iter().map(Phase::read).collect();
        let phases = phases.filter(|phases| !phases.is_empty())?;
        Some(Self { name, phases })
    }

    /// Whether it is meant by a parameter, which has quotes where a value has escapes.
    pub(super) fn is(&self, name: &str) -> bool {
        self.name == unescape(name)
    }

    /// The instant at which the wall clock shows that. What it shows twice is the first of both; what it leaves out is counted as it was before.
    pub(super) fn instant(&self, wall: Moment) -> Option<DateTime<Utc>> {
        let begun = self.phases.iter();
        let begun = begun.filter_map(|phase| Some((phase.begun(wall)?, phase)));
        let ahead = match begun.max_by_key(|(begun, _)| *begun) {
            Some((_, phase)) => phase.within,
            None => self.phases.iter().min_by_key(|phase| phase.start.seconds())?.before,
        };
        wall.ahead_by(ahead)
    }
}

impl Phase {
    fn read(part: &Component<'_>) -> Option<Self> {
        let moments = part.all("RDATE").flat_map(|line| line.value.split(','));
        let others: Option<Vec<Moment>> = moments.map(Moment::read).collect();
        let again = part.line("RRULE").map(|line| Recurrence::read(line.value));
        Some(Self {
            start: Moment::read(part.line("DTSTART")?.value)?,
            before: offset(part.line("TZOFFSETFROM")?.value)?,
            within: offset(part.line("TZOFFSETTO")?.value)?,
            // One that comes back in a way that is not understood is not known.
            again: again.map_or(Some(None), |again| again.map(Some))?,
            others: others?,
        })
    }

    /// When it began last, in the seconds of the wall clock, where it had by then.
    fn begun(&self, wall: Moment) -> Option<i64> {
        // The clock that is put forward shows nothing of the hour that it leaves out.
        let skipped = (self.within - self.before).max(0);
        let years = [wall.on.year(), wall.on.year() - 1].into_iter();
        let again = years.filter_map(|year| {
            let again = self.again.as_ref()?;
            let on = again.in_year(year, self.start.on)?;
            let is_there = on >= self.start.on && !again.is_over(on);
            is_there.then_some(Moment { on, ..self.start })
        });
        let begins = std::iter::once(self.start).chain(self.others.iter().copied());
        let begins = begins.chain(again).map(Moment::seconds);
        begins.filter(|begin| begin + skipped <= wall.seconds()).max()
    }
}

/// Reads `+0200` and `-033000`, in seconds.
fn offset(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['+', '-'])?;
    let is_offset = matches!(digits.len(), 4 | 6) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let number: i64 = digits.parse().ok().filter(|_| is_offset)?;
    let number = if digits.len() == 4 { number * 100 } else { number };
    let (hours, minutes, seconds) = (number / 10_000, number / 100 % 100, number % 100);
    let sum = hours * HOUR + minutes * MINUTE + seconds;
    let sum = (minutes < 60 && seconds < 60 && sum < DAY).then_some(sum)?;
    Some(if text.starts_with('-') { -sum } else { sum })
}
