//! Days along the foot of a picture.

use crate::view::{Card, Extent, Measure};

/// From one mark to the next: days, weeks, and what a person thinks of in months.
const STEPS: [u32; 12] = [1, 2, 5, 7, 14, 28, 56, 91, 182, 364, 728, 1_820];

/// At most so many marks behind the first: more would run into each other on a narrow page.
const MARKS: u32 = 5;

/// Days from nought to an end.
#[derive(Clone, Copy)]
pub(super) struct Axis {
    end: u32,
    /// From one mark to the next.
    step: u32,
}

impl Axis {
    /// One that ends on a day.
    pub(super) fn to(end: u32) -> Self {
        let end = end.max(1);
        let fits = |step: &u32| end / step <= MARKS;
        let step = STEPS.into_iter().find(fits).unwrap_or(end);
        Self { end, step }
    }

    /// One that ends on the first mark behind a day.
    pub(super) fn beyond(end: u32) -> Self {
        let step = Self::to(end).step;
        let end = end.div_ceil(step).max(1).saturating_mul(step);
        Self { end, step }
    }

    /// Where a day stands on it, from 0 to 1.
    pub(super) fn part(self, day: u32) -> f64 {
        f64::from(day.min(self.end)) / f64::from(self.end)
    }

    /// Its marks.
    fn days(self) -> impl Iterator<Item = u32> {
        (0..=self.end / self.step).map(move |mark| mark * self.step)
    }

    /// Its marks, as they are drawn.
    pub(super) fn marks(self) -> Vec<Card> {
        let mark = |day: u32| {
            // What stands at an end would reach beyond the picture.
            let side = match self.part(day) {
                part if part < 0.04 => "start",
                part if part > 0.96 => "end",
                _ => "middle",
            };
            Card::new("insight-mark", day.to_string())
                .mark("side", side)
                .shape("at", Measure::X, Extent::part(self.part(day)))
                .text("text", day.to_string())
        };
        self.days().map(mark).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(end: u32, expected: &[u32]) {
        let axis = Axis::beyond(end);
        assert_eq!(axis.days().collect::<Vec<_>>(), expected);
        assert!(axis.part(end) <= 1.0 && axis.end >= end);
    }

    #[test]
    fn marks_are_few_and_reach_beyond_the_last_day() {
        check(0, &[0, 1]);
        check(3, &[0, 1, 2, 3]);
        check(11, &[0, 2, 4, 6, 8, 10, 12]);
        check(24, &[0, 5, 10, 15, 20, 25]);
        check(40, &[0, 7, 14, 21, 28, 35, 42]);
        check(60, &[0, 14, 28, 42, 56, 70]);
        check(100, &[0, 28, 56, 84, 112]);
        check(20_000, &[0, 20_000]);
    }

    #[test]
    fn an_axis_that_ends_on_a_day_has_no_mark_behind_it() {
        let axis = Axis::to(33);
        assert_eq!(axis.days().collect::<Vec<_>>(), [0, 7, 14, 21, 28]);
        assert!((axis.part(33) - 1.0).abs() < 1e-9);
    }
}
