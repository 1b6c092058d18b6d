//! Answers after a follow-up, and without one, as two dots on one scale.

use super::{described, row};
use crate::insight::{FollowUps, SHARE_NEEDS, Share};
use crate::view::shape::rounded;
use crate::view::{Card, Extent, Measure, Voice, Word};

impl Voice<'_> {
    pub(super) fn after_follow_ups(&self, found: &FollowUps) -> Card {
        let both = [
            (Word::InsightWithFollowUp, found.with),
            (Word::InsightWithoutFollowUp, found.without),
        ];
        let told = both.map(|(name, share)| {
            let value = if found.is_telling() {
                self.share(share)
            } else {
                self.count_of(share)
            };
            self.say(
                Word::InsightNamed,
                &[("name", self.words.text(name)), ("value", &value)],
            )
        });
        let needed = SHARE_NEEDS.to_string();
        let little = self.say(Word::InsightFewFollowUps, &[("needed", &needed)]);
        let early = self.number_of(found.too_early, Word::InsightTooEarlyOne, Word::InsightTooEarlyOther);
        Card::new("insight-follow-ups", "follow-ups")
            .text("described", described(&told))
            .text("little", if found.is_telling() { String::new() } else { little })
            .text("difference", self.difference(found))
            .text("early", if found.too_early > 0 { early } else { String::new() })
            .part("axis", found.is_telling())
            .list(
                "shares",
                both.map(|(name, share)| self.share_dot(name, share, found.is_telling()))
                    .into(),
            )
            .list(
                "marks",
                if found.is_telling() {
                    self.percent_marks()
                } else {
                    Vec::new()
                },
            )
            .list(
                "rows",
                both.map(|(name, share)| self.answered_share(name, share)).into(),
            )
    }

    /// How much more often there was an answer, and whether that can be chance.
    fn difference(&self, found: &FollowUps) -> String {
        let Some((difference, interval)) = found.with.beyond(found.without).filter(|_| found.is_telling()) else {
            return String::new();
        };
        let word = if interval.low > 0.0 || interval.high < 0.0 {
            Word::InsightDifference
        } else {
            Word::InsightNoDifference
        };
        let values = [
            ("points", self.points(difference)),
            ("low", self.points(interval.low)),
            ("high", self.points(interval.high)),
        ];
        self.say(word, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
    }

    /// "+12", "−8", "0".
    fn points(&self, ratio: f64) -> String {
        let points = rounded(ratio.abs() * 100.0);
        let sign = match ratio {
            _ if points == 0 => "",
            ratio if ratio < 0.0 => "−",
            _ => "+",
        };
        format!("{sign}{points}")
    }

    fn share_dot(&self, name: Word, share: Share, is_telling: bool) -> Card {
        let interval = share.interval();
        Card::new("insight-share", self.text(name))
            .text("name", self.text(name))
            .text(
                "value",
                if is_telling {
                    self.share(share)
                } else {
                    self.count_of(share)
                },
            )
            .part("dots", is_telling)
            .shape("interval", Measure::X1, Extent::part(interval.low))
            .shape("interval", Measure::X2, Extent::part(interval.high))
            .shape("ratio", Measure::Cx, Extent::part(share.ratio().unwrap_or_default()))
    }

    fn percent_marks(&self) -> Vec<Card> {
        let mark = |quarter: u32| {
            let part = f64::from(quarter) / 4.0;
            let side = match quarter {
                0 => "start",
                4 => "end",
                _ => "middle",
            };
            Card::new("insight-mark", quarter.to_string())
                .mark("side", side)
                .shape("at", Measure::X, Extent::part(part))
                .text("text", self.percent(part))
        };
        (0..=4).map(mark).collect()
    }

    fn answered_share(&self, name: Word, share: Share) -> Card {
        let telling = share.ratio().filter(|_| share.is_telling());
        let cells = [
            self.digits(share.of),
            self.digits(share.count),
            telling.map_or(self.nothing(), |ratio| self.percent(ratio)),
            telling.map_or(self.nothing(), |_| self.percents(share.interval())),
        ];
        row("insight-row-4", self.text(name), cells)
    }
}
