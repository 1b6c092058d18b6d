//! Chance that is the same every time.

/// Numbers that look random and follow from a seed: SplitMix64.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, which is not 0.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    /// One of several.
    pub(crate) fn one_of<T: Copy>(&mut self, several: &[T]) -> T {
        let index = self.next() % several.len() as u64;
        several[usize::try_from(index).expect("an index of a slice")]
    }

    pub(crate) fn bytes(&mut self) -> [u8; 10] {
        let (low, high) = (self.next().to_le_bytes(), self.next().to_le_bytes());
        std::array::from_fn(|index| if index < 8 { low[index] } else { high[index - 8] })
    }
}
