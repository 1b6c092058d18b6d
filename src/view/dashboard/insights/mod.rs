//! What all applications together show, as pictures: each with what was counted, how far it can be trusted, and the same as a table.

mod answers;
mod axis;
mod flow;
mod follow_ups;
mod stay;
mod weeks;

use crate::insight::{Insights, Interval, Share, Track};
use crate::view::shape::rounded;
use crate::view::{Card, Voice, Word};

impl Voice<'_> {
    /// The screen; an empty one until all are read.
    pub fn insights_screen(&self, tracks: Option<&[Track]>) -> Card {
        let empty = Card::new("insights-screen", "#insights");
        let Some(tracks) = tracks else {
            return empty.part("nothing", false);
        };
        let insights = Insights::of(tracks, self.today);
        let all = insights.flow.all();
        let pictures = || {
            vec![
                self.flow(&insights.flow),
                self.answers_in_days(&insights.answers),
                self.stays(&insights.stays),
                self.after_follow_ups(&insights.follow_ups),
                self.weeks(&insights.weeks),
            ]
        };
        let counted = self.number_of(all, Word::InsightCountedOne, Word::InsightCountedOther);
        empty
            .text("counted", if all > 0 { counted } else { String::new() })
            .part("nothing", all == 0)
            .list("pictures", if all > 0 { pictures() } else { Vec::new() })
    }

    fn number_of(&self, number: u32, one: Word, other: Word) -> String {
        self.say(
            if number == 1 { one } else { other },
            &[("count", &self.digits(number))],
        )
    }

    /// A number as the region groups its digits.
    fn digits(&self, number: u32) -> String {
        self.words.digits(number.into())
    }

    /// "12 days".
    fn so_many_days(&self, days: u32) -> String {
        self.number_of(days, Word::InsightDaysOne, Word::InsightDaysOther)
    }

    /// "43%".
    fn percent(&self, ratio: f64) -> String {
        self.say(Word::InsightPercent, &[("number", &percent(ratio))])
    }

    /// "35–51%".
    fn percents(&self, interval: Interval) -> String {
        let (low, high) = (percent(interval.low), percent(interval.high));
        self.say(Word::InsightPercents, &[("low", &low), ("high", &high)])
    }

    /// "61 of 142, 43% (35–51%)"; without what would tell nothing where there are too few.
    fn share(&self, share: Share) -> String {
        let (count, of) = (self.digits(share.count), self.digits(share.of));
        match share.ratio().filter(|_| share.is_telling()) {
            Some(ratio) => {
                let (percent, interval) = (self.percent(ratio), self.percents(share.interval()));
                let values = [
                    ("count", count.as_str()),
                    ("of", &of),
                    ("percent", &percent),
                    ("interval", &interval),
                ];
                self.say(Word::InsightShare, &values)
            }
            None => self.count_of(share),
        }
    }

    /// "3 of 7".
    fn count_of(&self, share: Share) -> String {
        let (count, of) = (self.digits(share.count), self.digits(share.of));
        self.say(Word::InsightShareOfFew, &[("count", &count), ("of", &of)])
    }

    /// What stands in a table where there is nothing to say.
    fn nothing(&self) -> String {
        self.text(Word::InsightNone)
    }
}

fn percent(ratio: f64) -> String {
    rounded(ratio * 100.0).to_string()
}

/// A row of a table: its name, and its cells in order.
fn row<const N: usize>(template: &'static str, name: String, cells: [String; N]) -> Card {
    const COLUMNS: [&str; 6] = ["one", "two", "three", "four", "five", "six"];
    let mut card = Card::new(template, name.clone()).text("name", name);
    for (column, cell) in COLUMNS.into_iter().zip(cells) {
        card = card.text(column, cell);
    }
    card
}

/// All that a picture shows, for who does not see it.
fn described(rows: &[String]) -> String {
    rows.join("; ")
}
