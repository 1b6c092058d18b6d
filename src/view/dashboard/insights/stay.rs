//! How long applications stay in each stage, as dots on a line of days.

use super::axis::Axis;
use super::{described, row};
use crate::insight::{Lasting, MEDIAN_NEEDS, Milestone, Stay};
use crate::view::{Card, Extent, Measure, Voice, Word};

impl Voice<'_> {
    pub(super) fn stays(&self, stays: &[Stay; 4]) -> Card {
        let axis = Axis::beyond(
            stays
                .iter()
                .map(|stay| longest(&stay.lasting))
                .max()
                .unwrap_or_default(),
        );
        let told = stays.iter().map(|stay| {
            let name = self.words.text(stage_name(stay.stage));
            self.say(
                Word::InsightNamed,
                &[("name", name), ("value", &self.median(&stay.lasting))],
            )
        });
        let told: Vec<String> = told.collect();
        let is_telling = stays.iter().any(|stay| stay.lasting.is_telling());
        Card::new("insight-stays", "stays")
            .text("described", described(&told))
            .part("axis", is_telling)
            .list("stays", stays.iter().map(|stay| self.dots(stay, axis)).collect())
            .list("marks", if is_telling { axis.marks() } else { Vec::new() })
            .list("rows", stays.iter().map(|stay| self.stay(stay)).collect())
    }

    fn dots(&self, Stay { stage, lasting }: &Stay, axis: Axis) -> Card {
        let part = |day: Option<u32>| axis.part(day.unwrap_or(u32::MAX));
        let (low, high) = lasting.median_interval();
        let (quarter, three_quarters) = (lasting.by_when(0.25), lasting.by_when(0.75));
        Card::new("insight-stay", self.text(stage_name(*stage)))
            .text("name", self.text(stage_name(*stage)))
            .text("value", self.median(lasting))
            .text("counted", self.counted(lasting))
            .part("dots", lasting.is_telling())
            .part("median", lasting.median().is_some())
            .shape("middle", Measure::X, Extent::part(part(quarter)))
            .shape(
                "middle",
                Measure::Width,
                Extent::part(part(three_quarters) - part(quarter)),
            )
            .shape("interval", Measure::X1, Extent::part(part(low)))
            .shape("interval", Measure::X2, Extent::part(part(high)))
            .shape("median", Measure::Cx, Extent::part(part(lasting.median())))
    }

    /// "12 days (10 to 15)"; or that there are not enough.
    pub(super) fn median(&self, lasting: &Lasting) -> String {
        if !lasting.is_telling() {
            let (ended, needed) = (lasting.ended.to_string(), MEDIAN_NEEDS.to_string());
            return self.say(Word::InsightFewStays, &[("count", &ended), ("needed", &needed)]);
        }
        match lasting.median() {
            Some(median) => {
                let (days, interval) = (self.so_many_days(median), self.days_within(lasting));
                self.say(Word::InsightMedian, &[("days", &days), ("interval", &interval)])
            }
            None => self.text(Word::InsightNoMedian),
        }
    }

    /// "10 to 15", "from 10 on".
    pub(super) fn days_within(&self, lasting: &Lasting) -> String {
        let (low, high) = lasting.median_interval();
        let low = low.unwrap_or_default().to_string();
        match high {
            Some(high) => self.say(Word::InsightFromTo, &[("low", &low), ("high", &high.to_string())]),
            None => self.say(Word::InsightFromOn, &[("low", &low)]),
        }
    }

    fn counted(&self, lasting: &Lasting) -> String {
        let (all, still) = (self.digits(lasting.of), self.digits(lasting.still()));
        self.say(Word::InsightStayCounted, &[("count", &all), ("still", &still)])
    }

    fn stay(&self, Stay { stage, lasting }: &Stay) -> Card {
        let days = |day: Option<u32>| {
            day.filter(|_| lasting.is_telling())
                .map_or(self.nothing(), |day| day.to_string())
        };
        let interval = lasting.median().filter(|_| lasting.is_telling());
        let cells = [
            self.digits(lasting.of),
            self.digits(lasting.still()),
            days(lasting.by_when(0.25)),
            days(lasting.median()),
            interval.map_or(self.nothing(), |_| self.days_within(lasting)),
            days(lasting.by_when(0.75)),
        ];
        row("insight-row-6", self.text(stage_name(*stage)), cells)
    }
}

/// The last day that is drawn of it.
fn longest(lasting: &Lasting) -> u32 {
    if !lasting.is_telling() {
        return 0;
    }
    let (_, high) = lasting.median_interval();
    let last = [lasting.by_when(0.25), lasting.median(), high, lasting.by_when(0.75)];
    last.into_iter().flatten().max().unwrap_or_default()
}

const fn stage_name(stage: Milestone) -> Word {
    match stage {
        Milestone::Applied => Word::InsightStageApplied,
        Milestone::Answered => Word::InsightStageAnswered,
        Milestone::Interview => Word::InsightStageInterview,
        Milestone::Offer | Milestone::Accepted => Word::InsightStageOffer,
    }
}
