//! Sets of numbers: ascending lists in few bytes, and bit sets to unite and cut them with.

/// Ascending numbers as the differences between them, seven bits a byte, the last byte of each with the top bit.
#[derive(Debug, Default)]
pub(super) struct Postings {
    bytes: Vec<u8>,
    /// The last number that was added, plus one; 0 at first.
    next: u32,
}

impl Postings {
    /// Adds a number, at least as high as the last one; the same one only once.
    pub(super) fn push(&mut self, number: u32) {
        if self.next > number {
            return;
        }
        let mut rest = number - self.next;
        while rest > 0x7f {
            self.bytes.push((rest & 0x7f) as u8);
            rest >>= 7;
        }
        self.bytes.push(rest as u8 | 0x80);
        self.next = number + 1;
    }

    /// Gives back the memory that was kept for more.
    pub(super) fn finish(&mut self) {
        self.bytes.shrink_to_fit();
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        let mut next = 0;
        let mut bytes = self.bytes.iter();
        std::iter::from_fn(move || {
            let (mut gap, mut shift) = (0u32, 0);
            loop {
                let byte = *bytes.next()?;
                gap |= u32::from(byte & 0x7f) << shift;
                if byte & 0x80 != 0 {
                    break;
                }
                shift += 7;
            }
            let number = next + gap;
            next = number + 1;
            Some(number)
        })
    }
}

/// A set of numbers below a bound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bits(Vec<u64>);

impl Bits {
    pub(super) fn none(bound: usize) -> Self {
        Self(vec![0; bound.div_ceil(64)])
    }

    pub(super) fn bound(&self) -> usize {
        self.0.len() * 64
    }

    /// The numbers below a multiple of 64, and those above, less that.
    pub(super) fn split(mut self, at: usize) -> (Self, Self) {
        let above = self.0.split_off(at / 64);
        (self, Self(above))
    }

    pub(super) fn insert(&mut self, number: u32) {
        self.0[number as usize / 64] |= 1 << (number % 64);
    }

    pub(super) fn contains(&self, number: u32) -> bool {
        self.0[number as usize / 64] & 1 << (number % 64) != 0
    }

    pub(super) fn extend(&mut self, numbers: impl Iterator<Item = u32>) {
        numbers.for_each(|number| self.insert(number));
    }

    pub(super) fn unite(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(a, b)| *a |= b);
    }

    pub(super) fn cut(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(a, b)| *a &= b);
    }

    pub(super) fn remove(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(a, b)| *a &= !b);
    }

    /// The numbers in it, ascending.
    pub(super) fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        (0..).step_by(64).zip(&self.0).flat_map(|(first, bits)| each_bit(first, *bits))
    }

    pub(super) fn into_numbers(self) -> impl Iterator<Item = u32> {
        (0..).step_by(64).zip(self.0).flat_map(|(first, bits)| each_bit(first, bits))
    }
}

fn each_bit(first: u32, mut bits: u64) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let bit = bits.trailing_zeros();
        bits = bits.checked_sub(1)? & bits;
        Some(first + bit)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back_in_order() {
        let numbers = [0, 1, 2, 129, 130, 16_600, 16_601, 3_000_000, u32::MAX - 1];
        let mut postings = Postings::default();
        numbers.iter().for_each(|&n| {
            postings.push(n);
            postings.push(n);
        });
        assert!(postings.iter().eq(numbers));
        let mut bits = Bits::none(3_000_001);
        bits.extend(postings.iter().take(8));
        assert!(bits.iter().eq(numbers[..8].iter().copied()));
        assert!(bits.contains(129) && !bits.contains(128));
    }
}
