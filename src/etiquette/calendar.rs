//! Business days. All arithmetic is on civil dates.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::Holidays;

/// How far a count looks for business days before it gives up, in days: no calendar is closed for ten years.
const HORIZON: usize = 3_660;
/// So many days of a year may be quiet: a program that keeps silent for longer than half of it reminds nobody.
const MOST_QUIET_DAYS: usize = 183;
/// More periods than this nobody has: each is looked at for each day.
const MOST_QUIET_PERIODS: usize = 50;

/// A year that has every day.
const LEAP_YEAR: i32 = 2028;

/// The user's calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// Days off beside the weekends.
    pub holidays: Holidays,
    /// Times of the year in which nobody is asked anything.
    pub quiet: Vec<QuietPeriod>,
    /// The weekday on which a check-in is not sent.
    pub soft_weekday: Option<Weekday>,
}

/// A stretch of the year, both days included; it may run over New Year's Eve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuietPeriod {
    /// First day: month and day.
    pub from: (u32, u32),
    /// Last day: month and day.
    pub to: (u32, u32),
}

impl Default for Calendar {
    fn default() -> Self {
        Self {
            holidays: Holidays::default(),
            quiet: Vec::new(),
            soft_weekday: Some(Weekday::Mon),
        }
    }
}

impl QuietPeriod {
    /// From 21 December to 1 January, when hardly anybody answers.
    pub const YEAR_END: Self = Self {
        from: (12, 21),
        to: (1, 1),
    };

    /// From one day of the year to another, both as month and day; `None` if the calendar has no such day.
    pub fn new(from: (u32, u32), to: (u32, u32)) -> Option<Self> {
        let exists = |(month, day)| NaiveDate::from_ymd_opt(LEAP_YEAR, month, day).is_some();
        (exists(from) && exists(to)).then_some(Self { from, to })
    }

    fn contains(self, date: NaiveDate) -> bool {
        let day = (date.month(), date.day());
        if self.from <= self.to {
            self.from <= day && day <= self.to
        } else {
            self.from <= day || day <= self.to
        }
    }
}

impl Calendar {
    /// Whether its quiet periods are days of a year, and not too many, and leave half of it at least.
    pub fn is_sound(&self) -> bool {
        let quiet = &self.quiet;
        if quiet.len() > MOST_QUIET_PERIODS {
            return false;
        }
        let exist = |period: &QuietPeriod| QuietPeriod::new(period.from, period.to).is_some();
        let first = NaiveDate::from_ymd_opt(LEAP_YEAR, 1, 1).unwrap_or_default();
        let days = first.iter_days().take(366);
        let covered = days.filter(|day| quiet.iter().any(|period| period.contains(*day)));
        quiet.iter().all(exist) && covered.count() <= MOST_QUIET_DAYS
    }

    /// Whether `date` is Monday to Friday, no holiday and outside the quiet periods.
    pub fn is_business_day(&self, date: NaiveDate) -> bool {
        let weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
        !weekend && !self.holidays.contains(date) && !self.quiet.iter().any(|quiet| quiet.contains(date))
    }

    /// The `count`-th business day strictly after `date`; `date` itself for 0.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use your_move::etiquette::Calendar;
    ///
    /// let friday = NaiveDate::from_ymd_opt(2026, 12, 18).unwrap();
    /// let tuesday = NaiveDate::from_ymd_opt(2026, 12, 22).unwrap();
    /// assert_eq!(Calendar::default().after(friday, 2), tuesday);
    /// ```
    pub fn after(&self, date: NaiveDate, count: u16) -> NaiveDate {
        self.count(date, count, NaiveDate::iter_days)
    }

    /// The `count`-th business day strictly before `date`; `date` itself for 0.
    pub fn before(&self, date: NaiveDate, count: u16) -> NaiveDate {
        self.count(date, count, |date| {
            std::iter::successors(Some(*date), NaiveDate::pred_opt).take(HORIZON)
        })
    }

    /// `date` plus `count` calendar days, and from there the next business day if that is none.
    pub fn after_calendar_days(&self, date: NaiveDate, count: u16) -> NaiveDate {
        self.on_or_after(plus_days(date, count))
    }

    /// `date` plus `count` calendar months, on the month's last day where it has no such day, and from there the next business day if that
    /// is none.
    pub fn after_months(&self, date: NaiveDate, count: u16) -> NaiveDate {
        let day = date.checked_add_months(Months::new(count.into()));
        self.on_or_after(day.unwrap_or(date))
    }

    /// `date` if it is a business day, else the next one.
    pub fn on_or_after(&self, date: NaiveDate) -> NaiveDate {
        if self.is_business_day(date) {
            date
        } else {
            self.after(date, 1)
        }
    }

    /// `date`, or the next business day if `date` falls on the soft weekday. Never earlier.
    pub fn past_soft_weekday(&self, date: NaiveDate) -> NaiveDate {
        if self.soft_weekday == Some(date.weekday()) {
            self.after(date, 1)
        } else {
            date
        }
    }

    /// `date` as the day of a message that asks where things stand: a business day, and not the soft weekday.
    pub fn for_check_in(&self, date: NaiveDate) -> NaiveDate {
        self.past_soft_weekday(self.on_or_after(date))
    }

    fn count<I: Iterator<Item = NaiveDate>>(
        &self,
        date: NaiveDate,
        count: u16,
        days: impl Fn(&NaiveDate) -> I,
    ) -> NaiveDate {
        let Some(nth) = usize::from(count).checked_sub(1) else {
            return date;
        };
        days(&date)
            .skip(1)
            .take(HORIZON)
            .filter(|day| self.is_business_day(*day))
            .nth(nth)
            .unwrap_or(date)
    }
}

/// `date` plus `count` calendar days, whatever day that is.
pub(super) fn plus_days(date: NaiveDate, count: u16) -> NaiveDate {
    date.checked_add_days(Days::new(count.into())).unwrap_or(date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::Holiday;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn year_end_off() -> Calendar {
        Calendar {
            quiet: vec![QuietPeriod::YEAR_END],
            ..Calendar::default()
        }
    }

    #[track_caller]
    fn check_after(calendar: &Calendar, date: &str, count: u16, expected: &str) {
        assert_eq!(calendar.after(day(date), count), day(expected));
    }

    #[test]
    fn business_days_are_counted_strictly_after() {
        let calendar = Calendar::default();
        check_after(&calendar, "2026-12-17", 2, "2026-12-21");
        check_after(&calendar, "2026-12-19", 2, "2026-12-22");
        check_after(&calendar, "2026-12-19", 1, "2026-12-21");
        check_after(&calendar, "2026-11-02", 7, "2026-11-11");
        check_after(&calendar, "2026-11-02", 0, "2026-11-02");
        check_after(&year_end_off(), "2026-12-17", 2, "2027-01-04");
        let holiday = Calendar {
            holidays: Holidays::new(Holiday::read("2027-01-01")).unwrap(),
            ..Calendar::default()
        };
        check_after(&holiday, "2026-12-31", 5, "2027-01-08");
    }

    #[track_caller]
    fn check_sound(quiet: &[[u32; 4]], expected: bool) {
        let quiet = quiet.iter().map(|[from_month, from, to_month, to]| QuietPeriod {
            from: (*from_month, *from),
            to: (*to_month, *to),
        });
        let calendar = Calendar {
            quiet: quiet.collect(),
            ..Calendar::default()
        };
        assert_eq!(calendar.is_sound(), expected);
    }

    #[test]
    fn quiet_periods_are_days_of_a_year_and_leave_half_of_it() {
        check_sound(&[], true);
        check_sound(&[[12, 21, 1, 1], [7, 1, 8, 31]], true);
        check_sound(&[[2, 29, 2, 29]], true);
        check_sound(&[[2, 30, 3, 1]], false);
        check_sound(&[[1, 1, 13, 1]], false);
        check_sound(&[[1, 0, 1, 1]], false);
        check_sound(&[[1, 1, 7, 1]], true);
        check_sound(&[[1, 1, 7, 2]], false);
        // What overlaps counts once.
        check_sound(&[[1, 1, 7, 1], [1, 1, 6, 1]], true);
        check_sound(&[[7, 1, 6, 30]], false);
        check_sound(&[[1, 1, 1, 1]; 50], true);
        check_sound(&[[1, 1, 1, 1]; 51], false);
    }

    #[test]
    fn business_days_are_counted_strictly_before() {
        let calendar = Calendar::default();
        assert_eq!(calendar.before(day("2026-12-25"), 2), day("2026-12-23"));
        assert_eq!(calendar.before(day("2026-12-21"), 1), day("2026-12-18"));
        assert_eq!(calendar.before(day("2026-12-20"), 1), day("2026-12-18"));
    }

    #[test]
    fn calendar_days_end_on_a_business_day() {
        let calendar = Calendar::default();
        assert_eq!(calendar.after_calendar_days(day("2026-10-07"), 30), day("2026-11-06"));
        assert_eq!(calendar.after_calendar_days(day("2026-10-08"), 30), day("2026-11-09"));
    }

    #[test]
    fn months_end_on_their_last_day_and_on_a_business_day() {
        let calendar = Calendar::default();
        for (date, expected) in [
            ("2026-10-31", "2027-03-01"),
            ("2027-10-31", "2028-02-29"),
            ("2026-03-12", "2026-07-13"),
            ("2026-07-15", "2026-11-16"),
            ("2026-05-29", "2026-09-29"),
        ] {
            assert_eq!(calendar.after_months(day(date), 4), day(expected));
        }
    }

    #[test]
    fn daylight_saving_changes_no_date() {
        let calendar = Calendar::default();
        for (date, expected) in [
            ("2026-03-06", "2026-03-09"),
            ("2026-03-27", "2026-03-30"),
            ("2026-10-23", "2026-10-26"),
            ("2026-10-30", "2026-11-02"),
            ("2026-04-03", "2026-04-06"),
        ] {
            check_after(&calendar, date, 1, expected);
        }
    }

    proptest! {
        #[test]
        fn counting_is_monotone_and_lands_on_business_days(ordinal in 730_000i32..745_000, gap in 0u64..40, count in 1u16..60, quiet: bool) {
            let calendar = if quiet { year_end_off() } else { Calendar::default() };
            let date = NaiveDate::from_num_days_from_ce_opt(ordinal).unwrap();
            let later = date + Days::new(gap);
            let due = calendar.after(date, count);
            prop_assert!(due > date);
            prop_assert!(calendar.is_business_day(due));
            prop_assert!(calendar.after(later, count) >= due);
            prop_assert!(calendar.after(date, count + 1) > due);
            prop_assert_eq!(calendar.before(calendar.after(due, count), count), due);
        }

        #[test]
        fn the_soft_weekday_moves_by_one_business_day_at_most(ordinal in 730_000i32..745_000) {
            let calendar = Calendar::default();
            let date = NaiveDate::from_num_days_from_ce_opt(ordinal).unwrap();
            let moved = calendar.past_soft_weekday(date);
            prop_assert!(moved >= date && moved <= calendar.after(date, 1));
            prop_assert_ne!(moved.weekday(), Weekday::Mon);
        }
    }
}
