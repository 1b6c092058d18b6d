//! How long something lasts, where some of it lasts still: what has not ended yet counts for as long as it has lasted, and is never
//! taken for short.

use std::collections::BTreeMap;

use super::share::{Interval, Share, Z};

/// A median of fewer ends than this has no interval of 95 %: even from the first to the last of five, it is 1 - 2 · (1/2)⁵ = 93.75 %.
pub const MEDIAN_NEEDS: u32 = 6;

/// What is off by no more than this is off by rounding.
const ROUNDING: f64 = 1e-9;

/// How long one thing has lasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spell {
    /// For so many days.
    pub days: u32,
    /// Whether it has ended by that; it lasts on, or was lost sight of, if not.
    pub ended: bool,
}

/// The estimate of Kaplan and Meier of how long it lasts.
///
/// Sources: E. L. Kaplan and P. Meier, "Nonparametric estimation from incomplete observations", Journal of the American Statistical
/// Association 53 (1958), 457–481. The variance is Greenwood's (1926), and the intervals are those on the scale of log(-log), which
/// never leave the scale: J. D. Kalbfleisch and R. L. Prentice, "The Statistical Analysis of Failure Time Data" (1980), 1.4. Where all that
/// were left end on one day there is no variance; Wilson's upper end for none of them stands in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lasting {
    /// The days on which something ended or was last seen, in order.
    pub steps: Vec<Step>,
    /// Of how many it is.
    pub of: u32,
    /// How many of them have ended.
    pub ended: u32,
}

/// One day of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// Which day, counted from the beginning.
    pub day: u32,
    /// How many lasted until then, …
    pub at_risk: u32,
    /// … ended on it, …
    pub ended: u32,
    /// … or were last seen on it.
    pub last_seen: u32,
    /// The share that lasts longer, …
    pub lasting: f64,
    /// … and its interval of 95 %.
    pub interval: Interval,
}

impl Lasting {
    /// The estimate from these, in whatever order.
    pub fn of(spells: impl IntoIterator<Item = Spell>) -> Self {
        let mut days: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
        let mut lasting = Self::default();
        for spell in spells {
            let (ended, last_seen) = days.entry(spell.days).or_default();
            *(if spell.ended { ended } else { last_seen }) += 1;
            lasting.of += 1;
            lasting.ended += u32::from(spell.ended);
        }
        let mut at_risk = lasting.of;
        let (mut share, mut variance) = (1.0, 0.0);
        let mut interval = Interval { low: 1.0, high: 1.0 };
        for (day, (ended, last_seen)) in days {
            if ended > 0 {
                let (of, left) = (f64::from(at_risk), f64::from(at_risk - ended));
                share *= left / of;
                variance += f64::from(ended) / (of * left);
                interval = if ended < at_risk {
                    around(share, variance)
                } else {
                    // All that were left have ended, and no variance tells how sure that is: none of so many did not.
                    let none = Share { count: 0, of: at_risk };
                    Interval {
                        low: 0.0,
                        high: interval.high * none.interval().high,
                    }
                };
            }
            lasting.steps.push(Step {
                day,
                at_risk,
                ended,
                last_seen,
                lasting: share,
                interval,
            });
            at_risk -= ended + last_seen;
        }
        lasting
    }

    /// How many have not ended as far as is known.
    pub const fn still(&self) -> u32 {
        self.of - self.ended
    }

    /// The last day on which one ended.
    pub fn last_end(&self) -> Option<u32> {
        let last = self.steps.iter().rfind(|step| step.ended > 0);
        last.map(|step| step.day)
    }

    /// Whether there are enough for a median to tell anything.
    pub const fn is_telling(&self) -> bool {
        self.ended >= MEDIAN_NEEDS
    }

    /// The share that lasts longer than so many days.
    pub fn after(&self, day: u32) -> f64 {
        let before = self.steps.iter().rfind(|step| step.day <= day);
        before.map_or(1.0, |step| step.lasting)
    }

    /// The first day by which so large a part has ended; `None` if it is not known to have.
    pub fn by_when(&self, part: f64) -> Option<u32> {
        self.first(part, |step| step.lasting)
    }

    /// By which day half have ended.
    pub fn median(&self) -> Option<u32> {
        self.by_when(0.5)
    }

    /// The interval of 95 % of the [median](Self::median); without an end where too few have ended for one.
    ///
    /// Source: R. Brookmeyer and J. Crowley, "A confidence interval for the median survival time", Biometrics 38 (1982), 29–41.
    pub fn median_interval(&self) -> (Option<u32>, Option<u32>) {
        let low = self.first(0.5, |step| step.interval.low);
        let high = self.first(0.5, |step| step.interval.high);
        (low, high)
    }

    fn first(&self, part: f64, lasting: impl Fn(&Step) -> f64) -> Option<u32> {
        let mut steps = self.steps.iter();
        steps
            .find(|step| lasting(step) <= 1.0 - part + ROUNDING)
            .map(|step| step.day)
    }
}

fn around(share: f64, variance: f64) -> Interval {
    let reach = Z * variance.sqrt() / share.ln();
    let power = |reach: f64| (share.ln() * reach.exp()).exp();
    // The logarithm is negative, and so is the reach.
    Interval {
        low: power(-reach),
        high: power(reach),
    }
}
