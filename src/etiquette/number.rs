//! The numbers of the table of rules, one by one: what each is, between which bounds it makes sense, and how it is changed.
//!
//! Bounds are wide. They hold back what would break a rule rather than bend it, and what can only be a slip of the finger.

use super::rules::{Cap, Case, Due, Overdue, Rule, Rules};
use crate::domain::RuleId;

/// Most business days that anything is put off by: a good third of a year, after which nobody knows who is asking.
const MOST_BUSINESS_DAYS: u16 = 90;
/// Most calendar days: a year.
const MOST_CALENDAR_DAYS: u16 = 365;
/// Most calendar months: two years.
const MOST_MONTHS: u16 = 24;
/// Most business days that anything comes before a last day.
const MOST_BEFORE: u16 = 60;
/// More messages than that into silence are no etiquette any more.
const MOST_MESSAGES: u16 = 10;

/// What a number of a row says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// When it is due.
    Due,
    /// When it is late.
    Overdue,
    /// How many there may be.
    Cap,
    /// When it is gone.
    Fades,
}

impl Measure {
    /// All of them, in the order in which a row has them.
    pub const ALL: [Self; 4] = [Self::Due, Self::Overdue, Self::Cap, Self::Fades];
}

/// A number of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// The row's rule.
    pub rule: RuleId,
    /// The row's case.
    pub case: Case,
    /// What it says.
    pub measure: Measure,
    /// How much.
    pub value: u16,
    /// Between which it makes sense.
    pub bounds: Bounds,
}

/// The least and the most that a number may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The least.
    pub least: u16,
    /// The most.
    pub most: u16,
}

impl Bounds {
    /// From one to the other.
    pub const fn new(least: u16, most: u16) -> Self {
        Self { least, most }
    }

    /// Whether `value` lies between them.
    pub const fn allow(self, value: u16) -> bool {
        self.least <= value && value <= self.most
    }
}

/// Why a number stays as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// The table has no such number.
    Unknown,
    /// It is less or more than makes sense.
    OutOfBounds(Bounds),
}

impl Rules {
    /// All numbers that can be changed, row by row.
    pub fn numbers(&self) -> impl Iterator<Item = Number> {
        let measured = |row| {
            Measure::ALL
                .iter()
                .filter_map(move |measure| Rule::number(row, *measure))
        };
        self.rows().iter().flat_map(measured)
    }

    /// Changes one number.
    ///
    /// # Errors
    /// [`Unfit`], and nothing has changed.
    pub fn set(&mut self, rule: RuleId, case: Case, measure: Measure, value: u16) -> Result<(), Unfit> {
        let mut rows = self.rows_mut().iter_mut();
        let row = rows.find(|row| row.id == rule && row.case == case);
        let row = row.ok_or(Unfit::Unknown)?;
        let Number { bounds, .. } = row.number(measure).ok_or(Unfit::Unknown)?;
        if !bounds.allow(value) {
            return Err(Unfit::OutOfBounds(bounds));
        }
        row.put(measure, value);
        Ok(())
    }
}

impl Rule {
    /// The number that says `measure`, if this row has one that counts.
    fn number(&self, measure: Measure) -> Option<Number> {
        let (value, bounds) = match measure {
            Measure::Due => self.due_in()?,
            Measure::Overdue => self.overdue_in()?,
            Measure::Cap => (u16::from(self.cap.0), self.cap_bounds()?),
            // On the day on which it is due it is seen.
            Measure::Fades => (self.fades?, Bounds::new(1, MOST_BUSINESS_DAYS)),
        };
        Some(Number {
            rule: self.id,
            case: self.case,
            measure,
            value,
            bounds,
        })
    }

    fn due_in(&self) -> Option<(u16, Bounds)> {
        // What waits for somebody gives them a day at least; a promise runs to the end of its day. After a no nobody is waited for.
        let least = if self.id == RuleId::R12 { 0 } else { 1 };
        match self.due {
            Due::SameDay => None,
            Due::BusinessDays(count) => Some((count, Bounds::new(least, MOST_BUSINESS_DAYS))),
            Due::BusinessDaysBefore(count) => Some((count, Bounds::new(0, MOST_BEFORE))),
            Due::CalendarDays(count) => Some((count, Bounds::new(least, MOST_CALENDAR_DAYS))),
            Due::Months(count) => Some((count, Bounds::new(least, MOST_MONTHS))),
        }
    }

    fn overdue_in(&self) -> Option<(u16, Bounds)> {
        match self.overdue {
            Overdue::Never => None,
            Overdue::BusinessDays(count) | Overdue::BusinessDaysAfterTrigger(count) => {
                Some((count, Bounds::new(0, MOST_BUSINESS_DAYS)))
            }
            Overdue::BusinessDaysBefore(count) => Some((count, Bounds::new(0, MOST_BEFORE))),
        }
    }

    /// Only check-ins and what keeps a contact warm are counted, a further check-in within the cap of the rule that it follows. Who wants
    /// no check-in says 0; who wants no contact kept warm never chooses it.
    fn cap_bounds(&self) -> Option<Bounds> {
        match self.id {
            RuleId::R9 => None,
            RuleId::R16 => Some(Bounds::new(1, MOST_MESSAGES)),
            id => id.is_check_in().then_some(Bounds::new(0, MOST_MESSAGES)),
        }
    }

    /// Puts a number that is within its bounds in its place.
    fn put(&mut self, measure: Measure, value: u16) {
        match measure {
            Measure::Due => match &mut self.due {
                Due::SameDay => {}
                Due::BusinessDays(count)
                | Due::BusinessDaysBefore(count)
                | Due::CalendarDays(count)
                | Due::Months(count) => *count = value,
            },
            Measure::Overdue => match &mut self.overdue {
                Overdue::Never => {}
                Overdue::BusinessDays(count)
                | Overdue::BusinessDaysAfterTrigger(count)
                | Overdue::BusinessDaysBefore(count) => *count = value,
            },
            Measure::Cap => self.cap = Cap(u8::try_from(value).unwrap_or(u8::MAX)),
            Measure::Fades => self.fades = Some(value),
        }
    }
}
