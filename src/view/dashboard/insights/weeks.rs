//! How many applications there were in each week, as columns.

use chrono::Datelike;

use super::row;
use crate::insight::{Week, Weeks};
use crate::view::date::month_name;
use crate::view::{Card, Extent, Measure, Voice, Word};

/// So many columns can each have their number above them.
const NUMBERED: usize = 13;

/// A column is never higher than this, so that its number has room.
const HIGHEST: f64 = 0.88;

impl Voice<'_> {
    pub(super) fn weeks(&self, weeks: &Weeks) -> Card {
        let said = self.weeks_said(weeks);
        let columns = weeks.weeks.iter().enumerate();
        let before = (weeks.before > 0).then(|| {
            let cells = [self.digits(weeks.before)];
            row("insight-row-1", self.text(Word::InsightBefore), cells)
        });
        let rows = weeks.weeks.iter().map(|week| {
            let name = self.date(week.monday);
            row("insight-row-1", name, [self.digits(week.count)])
        });
        Card::new("insight-weeks", "weeks")
            .text("said", said.clone())
            .text("described", said)
            .list(
                "columns",
                columns.map(|(index, week)| self.column(weeks, index, week)).collect(),
            )
            .list("rows", before.into_iter().chain(rows).collect())
    }

    fn weeks_said(&self, weeks: &Weeks) -> String {
        let now = weeks.weeks.last().map_or(0, |week| week.count);
        let numbers = [weeks.all() - weeks.before, weeks.most(), now].map(|number| self.digits(number));
        let [shown, most, now] = &numbers;
        self.say(
            Word::InsightWeeksSaid,
            &[("count", shown), ("most", most), ("now", now)],
        )
    }

    fn column(&self, weeks: &Weeks, index: usize, week: &Week) -> Card {
        let all = weeks.weeks.len();
        let most = weeks.most().max(1);
        let height = HIGHEST * f64::from(week.count) / f64::from(most);
        let width = 1.0 / f64::from(u32::try_from(all).unwrap_or(u32::MAX).max(1));
        let from = f64::from(u32::try_from(index).unwrap_or(u32::MAX)) * width;
        let is_last = index + 1 == all;
        let first_of_most = weeks.weeks.iter().position(|week| week.count == weeks.most());
        let is_numbered = week.count > 0 && (all <= NUMBERED || is_last || first_of_most == Some(index));
        let number = if is_numbered {
            self.digits(week.count)
        } else {
            String::new()
        };
        // The month in which a week begins, at its first.
        let begins = week.monday.day() <= 7 || (index == 0 && week.monday.day() <= 14);
        let month = month_name(week.monday).filter(|_| begins);
        Card::new("insight-week", week.monday.to_string())
            .mark("now", if is_last { "true" } else { "false" })
            .shape("at", Measure::X, Extent::part(from))
            .shape("at", Measure::Width, Extent::part(width))
            .shape("column", Measure::Y, Extent::part(1.0 - height))
            .shape("column", Measure::Height, Extent::part(height))
            .shape("number", Measure::Y, Extent::part(1.0 - height))
            .text("number", number)
            .text("month", month.map_or(String::new(), |month| self.text(month)))
    }
}
