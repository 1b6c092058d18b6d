//! Shares: so many of so many, and how far that can be trusted.

/// The 97.5 % point of the normal distribution: all intervals here are of 95 %.
pub(super) const Z: f64 = 1.959_963_984_540_054;

/// A share of fewer than so many tells nothing: its interval may be wider than half of the scale. At a half, where it is widest,
/// Wilson's interval is `z / sqrt(n + z²)` wide, which is below a half from n = 12 on.
pub const SHARE_NEEDS: u32 = 12;

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// How many, …
    pub count: u32,
    /// … of how many.
    pub of: u32,
}

/// From where to where.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Its lower end.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
}

impl Share {
    /// From 0 to 1; `None` of none.
    pub fn ratio(self) -> Option<f64> {
        (self.of > 0).then(|| f64::from(self.count) / f64::from(self.of))
    }

    /// Whether there are enough for the ratio to tell anything.
    pub const fn is_telling(self) -> bool {
        self.of >= SHARE_NEEDS
    }

    /// The interval of 95 % by Wilson's score method; all of the scale for none.
    ///
    /// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American Statistical
    /// Association 22 (1927), 209–212; for small numbers recommended by L. D. Brown, T. T. Cai and A. DasGupta, "Interval estimation for
    /// a binomial proportion", Statistical Science 16 (2001), 101–133.
    pub fn interval(self) -> Interval {
        let Some(ratio) = self.ratio() else {
            return Interval { low: 0.0, high: 1.0 };
        };
        let of = f64::from(self.of);
        let square = Z * Z / of;
        let centre = (ratio + square / 2.0) / (1.0 + square);
        let reach = Z * (ratio * (1.0 - ratio) / of + square / (4.0 * of)).sqrt() / (1.0 + square);
        // Where none or all are counted, the end is the end of the scale, and no rounding away from it.
        Interval {
            low: if self.count == 0 { 0.0 } else { centre - reach },
            high: if self.count == self.of { 1.0 } else { centre + reach },
        }
    }

    /// How much larger this share is than another, from -1 to 1, with the interval of 95 % by Newcombe's hybrid score method; `None` where
    /// one is of none.
    ///
    /// Source: R. G. Newcombe, "Interval estimation for the difference between independent proportions: comparison of eleven methods",
    /// Statistics in Medicine 17 (1998), 873–890, method 10.
    pub fn beyond(self, other: Self) -> Option<(f64, Interval)> {
        let (one, two) = (self.ratio()?, other.ratio()?);
        let (of_one, of_two) = (self.interval(), other.interval());
        let difference = one - two;
        let length = |one: f64, two: f64| (one * one + two * two).sqrt();
        let interval = Interval {
            low: difference - length(one - of_one.low, of_two.high - two),
            high: difference + length(of_one.high - one, two - of_two.low),
        };
        Some((difference, interval))
    }
}
