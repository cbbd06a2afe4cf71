//! A set of small numbers, a bit each.

use super::id::Id;

/// Numbers of phrases, or of ways of writing.
#[derive(Clone, Debug, Default)]
pub struct Numbers(Vec<u64>);

impl Numbers {
    /// An empty set, for numbers below this one.
    pub fn below(limit: usize) -> Self {
        Self(vec![0; limit.div_ceil(64)])
    }

    /// Adds a number; one that is too large is left out.
    pub fn add(&mut self, number: Id) {
        if let Some(bits) = self.0.get_mut(number as usize / 64) {
            *bits |= 1 << (number % 64);
        }
    }

    /// Whether a number is among them.
    pub fn has(&self, number: Id) -> bool {
        self.0.get(number as usize / 64).is_some_and(|bits| bits >> (number % 64) & 1 == 1)
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = Id> {
        (0..).zip(&self.0).flat_map(|(block, &bits)| set_bits(bits).map(move |bit| block * 64 + bit))
    }
}

/// The places of the bits that are set, in order.
fn set_bits(bits: u64) -> impl Iterator<Item = u32> {
    std::iter::successors(Some(bits), |bits| Some(bits & bits.wrapping_sub(1)))
        .take_while(|bits| *bits != 0)
        .map(u64::trailing_zeros)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_added_is_there_in_order() {
        let mut numbers = Numbers::below(130);
        for number in [129, 0, 64, 63, 64, 500] {
            numbers.add(number);
        }
        assert_eq!(numbers.iter().collect::<Vec<_>>(), [0, 63, 64, 129]);
        assert!(numbers.has(63) && !numbers.has(62) && !numbers.has(500));
    }
}
