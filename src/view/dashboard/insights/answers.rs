//! How long it takes until they answer, as a curve.

use super::axis::Axis;
use super::row;
use crate::insight::{Answers, Interval, Lasting, MEDIAN_NEEDS, Step};
use crate::view::voice::joined;
use crate::view::{Card, Extent, Measure, Voice, Word};

/// The days in its table.
const DAYS: [u32; 7] = [3, 7, 14, 21, 28, 42, 56];

/// Behind the last day the axis goes on for so much of it, so that a rise on that day is not taken for the edge of the picture.
const ROOM: u32 = 16;

/// From here on what is written beside a mark stands before it.
const FAR: f64 = 0.6;

impl Voice<'_> {
    pub(super) fn answers_in_days(&self, answers: &Answers) -> Card {
        let silence = &answers.silence;
        let said = self.answers_said(answers);
        let mut card = Card::new("insight-answers", "answers")
            .text("said", said.clone())
            .part("picture", silence.is_telling())
            .list("rows", DAYS.map(|day| self.answered_by(silence, day)).into());
        if !silence.is_telling() {
            let (ended, needed) = (silence.ended.to_string(), MEDIAN_NEEDS.to_string());
            let little = self.say(Word::InsightFewAnswers, &[("count", &ended), ("needed", &needed)]);
            return card.text("little", little);
        }
        let last = last_day(silence);
        let axis = Axis::to(last + last / ROOM + 1);
        card = self.with_curve(card, silence, last, axis).text("described", said);
        card.list("marks", axis.marks())
    }

    /// "61 of 142 were answered, …", and by when half are.
    fn answers_said(&self, answers: &Answers) -> String {
        let silence = &answers.silence;
        let numbers = [silence.ended, silence.of, answers.unanswered].map(|number| self.digits(number));
        let [answered, all, waiting] = &numbers;
        let counted = self.say(
            Word::InsightAnswersCounted,
            &[("answered", answered), ("all", all), ("waiting", waiting)],
        );
        let left = (answers.left > 0)
            .then(|| self.number_of(answers.left, Word::InsightAnswersLeftOne, Word::InsightAnswersLeftOther));
        let half = silence.is_telling().then(|| match silence.median() {
            Some(median) => {
                let (days, interval) = (self.so_many_days(median), self.days_within(silence));
                self.say(Word::InsightHalf, &[("days", &days), ("interval", &interval)])
            }
            None => self.text(Word::InsightNoHalf),
        });
        joined([Some(counted), left, half].into_iter().flatten(), " ")
    }

    /// The curve up to its last day, from which on it goes on as it is to the end of the axis: its last rise has a width to be seen in, too.
    fn with_curve(&self, card: Card, silence: &Lasting, last_day: u32, axis: Axis) -> Card {
        let edge = |answered: fn(&Step) -> f64| {
            let mut points = vec![(0.0, 0.0)];
            let steps = silence.steps.iter().filter(|step| step.ended > 0);
            let steps = steps.take_while(|step| step.day <= last_day);
            points.extend(steps.map(|step| (axis.part(step.day), answered(step))));
            points.extend(points.last().map(|(_, last)| (1.0, *last)));
            points
        };
        let low = edge(|step| 1.0 - step.interval.high);
        let high = edge(|step| 1.0 - step.interval.low);
        let curve = edge(|step| 1.0 - step.lasting);
        let last = curve.last().map_or(0.0, |(_, last)| *last);
        let by = last_day.to_string();
        let at_last = self.say(Word::InsightByDay, &[("percent", &self.percent(last)), ("day", &by)]);
        let median = silence.median().filter(|median| *median <= last_day);
        let median = median.map(|median| {
            let part = axis.part(median);
            Card::new("insight-median", "median")
                .mark("side", if part > FAR { "end" } else { "start" })
                .shape("at", Measure::X, Extent::part(part))
                .text("text", self.say(Word::InsightHalfBy, &[("day", &median.to_string())]))
        });
        let line = |quarter: u32| {
            let part = f64::from(quarter) / 4.0;
            Card::new("insight-line", quarter.to_string())
                .shape("at", Measure::Y, Extent::part(1.0 - part))
                .text("text", self.percent(part))
        };
        card.shape("band", Measure::Path, Extent::between(&low, &high))
            .shape("curve", Measure::Path, Extent::steps(&curve))
            .shape("last", Measure::Y, Extent::part(1.0 - last))
            .text("last", at_last)
            .list("lines", (1..=4).map(line).collect())
            .list("median", median.into_iter().collect())
    }

    fn answered_by(&self, silence: &Lasting, day: u32) -> Card {
        let (lasting, interval) = silence
            .steps
            .iter()
            .rfind(|step| step.day <= day)
            .map_or((1.0, Interval { low: 1.0, high: 1.0 }), |step| {
                (step.lasting, step.interval)
            });
        let waited = silence.steps.iter().filter(|step| step.day >= day);
        let waited = waited.fold(0, |waited, step| waited + step.ended + step.last_seen);
        let is_known = silence.is_telling() && waited >= MEDIAN_NEEDS;
        let known = |text: String| if is_known { text } else { self.nothing() };
        let interval = Interval {
            low: 1.0 - interval.high,
            high: 1.0 - interval.low,
        };
        let cells = [
            known(self.percent(1.0 - lasting)),
            known(self.percents(interval)),
            self.digits(waited),
        ];
        row("insight-row-3", self.so_many_days(day), cells)
    }
}

/// Until when it is drawn: the last day on which enough were still looked at, but not much longer than anybody answered.
fn last_day(silence: &Lasting) -> u32 {
    let last = silence.steps.iter().rfind(|step| step.at_risk >= MEDIAN_NEEDS);
    let answered = silence.last_end().unwrap_or_default();
    last.map_or(0, |step| step.day.min(answered.saturating_add(answered / 4)))
}
