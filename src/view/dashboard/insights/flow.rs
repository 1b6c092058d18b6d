//! How far applications come, as bars.

use super::{described, row};
use crate::insight::{Flow, Milestone, Reach, SHARE_NEEDS, Share};
use crate::view::voice::joined;
use crate::view::{Card, Extent, Measure, Voice, Word};

impl Voice<'_> {
    pub(super) fn flow(&self, flow: &Flow) -> Card {
        let rows = || Milestone::ALL.into_iter().zip(flow.reaches).zip(flow.shares());
        let told = rows().map(|((milestone, _), share)| {
            let name = self.words.text(milestone_name(milestone));
            self.say(Word::InsightNamed, &[("name", name), ("value", &self.share(share))])
        });
        let told: Vec<String> = told.collect();
        let bars = rows().map(|((milestone, reach), share)| self.bar(milestone, reach, share));
        let needed = SHARE_NEEDS.to_string();
        let little = self.say(Word::InsightFewShares, &[("needed", &needed)]);
        let is_telling = flow.shares()[0].is_telling();
        Card::new("insight-flow", "flow")
            .text("described", described(&told))
            .part("shares", is_telling)
            .text("little", if is_telling { String::new() } else { little })
            .list("bars", bars.collect())
            .list(
                "rows",
                rows()
                    .map(|((milestone, reach), share)| self.reach(milestone, reach, share))
                    .collect(),
            )
    }

    /// Those that went on, then those that stand there still, then those that ended there: together all that came so far.
    fn bar(&self, milestone: Milestone, reach: Reach, share: Share) -> Card {
        let part = |count: u32| Share { count, ..share }.ratio().unwrap_or_default();
        let (further, open) = (part(reach.further), part(reach.further + reach.open));
        let is_last = milestone == Milestone::Accepted;
        // Nobody goes on from the last, and who came so far has come through.
        let further = if is_last { part(reach.reached) } else { further };
        let interval = share.interval();
        let value = match milestone {
            Milestone::Applied => self.digits(share.of),
            _ => self.share(share),
        };
        let became = [
            (reach.open, Word::InsightOpen),
            (reach.silent, Word::InsightSilent),
            (reach.rejected, Word::InsightRejected),
            (reach.left, Word::InsightLeft),
        ];
        let became = became.into_iter().filter(|(count, _)| *count > 0);
        let became = became.map(|(count, word)| self.say(word, &[("count", &self.digits(count))]));
        Card::new("insight-bar", self.text(milestone_name(milestone)))
            .text("name", self.text(milestone_name(milestone)))
            .text("value", value)
            .text("became", joined(became, " · "))
            .shape("further", Measure::Width, Extent::part(further))
            .shape("open", Measure::X, Extent::part(further))
            .shape("open", Measure::Width, Extent::part(open - further))
            .shape("ended", Measure::X, Extent::part(open.max(further)))
            .shape(
                "ended",
                Measure::Width,
                Extent::part(part(reach.reached) - open.max(further)),
            )
            .shape("interval", Measure::X1, Extent::part(interval.low))
            .shape("interval", Measure::X2, Extent::part(interval.high))
            .part("interval", share.is_telling() && milestone != Milestone::Applied)
    }

    fn reach(&self, milestone: Milestone, reach: Reach, share: Share) -> Card {
        let interval = if share.is_telling() {
            let ratio = share.ratio().unwrap_or_default();
            let values = [
                ("percent", self.percent(ratio)),
                ("interval", self.percents(share.interval())),
            ];
            let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
            self.say(Word::InsightPercentWithin, &values)
        } else {
            self.nothing()
        };
        let counts = [reach.open, reach.silent, reach.rejected, reach.left].map(|count| self.digits(count));
        let [open, silent, rejected, left] = counts;
        let cells = [self.digits(reach.reached), interval, open, silent, rejected, left];
        row("insight-row-6", self.text(milestone_name(milestone)), cells)
    }
}

const fn milestone_name(milestone: Milestone) -> Word {
    match milestone {
        Milestone::Applied => Word::InsightApplied,
        Milestone::Answered => Word::InsightAnswered,
        Milestone::Interview => Word::InsightInterview,
        Milestone::Offer => Word::InsightOffer,
        Milestone::Accepted => Word::InsightAccepted,
    }
}
