//! Chance, handed in: every choice of a seed is drawn from one generator of its precinct.

use chrono::{Days, NaiveDate};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use sha2::{Digest, Sha256};

/// A precinct's own stream of choices.
pub(super) struct Draw(ChaCha8Rng);

impl Draw {
    /// The stream of `seed` for what is called `name`; other names' streams do not touch it.
    pub(super) fn new(seed: u64, name: &str) -> Self {
        let digest = Sha256::new().chain_update(b"huji/seed/1").chain_update(seed.to_be_bytes()).chain_update(name);
        Self(ChaCha8Rng::from_seed(digest.finalize().into()))
    }

    /// A number under `end`, which must not be 0.
    pub(super) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.0.next_u64() % end.max(1) as u64).unwrap_or(0)
    }

    /// A number from `from` to `to`, both included.
    pub(super) fn between(&mut self, from: i32, to: i32) -> i32 {
        let span = usize::try_from(to - from + 1).unwrap_or(1);
        from + i32::try_from(self.below(span)).unwrap_or(0)
    }

    /// True `per_mille` times in a thousand.
    pub(super) fn chance(&mut self, per_mille: usize) -> bool {
        self.below(1000) < per_mille
    }

    /// One of a list that is not empty.
    pub(super) fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    /// One of a list of (weight, thing).
    pub(super) fn weighted<T: Copy>(&mut self, of: &[(usize, T)]) -> T {
        let mut left = self.below(of.iter().map(|(weight, _)| weight).sum());
        let mut last = of[0].1;
        for (weight, thing) in of {
            last = *thing;
            if left < *weight {
                break;
            }
            left -= weight;
        }
        last
    }

    /// A day from `from` up to and including `to`; `from` if `to` is earlier.
    pub(super) fn day(&mut self, from: NaiveDate, to: NaiveDate) -> NaiveDate {
        let span = usize::try_from((to - from).num_days()).unwrap_or(0);
        from + Days::new(self.below(span + 1) as u64)
    }

    /// Puts a list into a drawn order.
    pub(super) fn shuffle<T>(&mut self, list: &mut [T]) {
        for i in (1..list.len()).rev() {
            list.swap(i, self.below(i + 1));
        }
    }

    /// The random part of an id.
    pub(super) fn bytes(&mut self) -> [u8; 10] {
        let mut bytes = [0; 10];
        self.0.fill_bytes(&mut bytes);
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_depends_on_seed_and_name_only() {
        let draws = |seed, name| {
            let mut draw = Draw::new(seed, name);
            (0..8).map(|_| draw.below(1_000_000)).collect::<Vec<_>>()
        };
        assert_eq!(draws(1, "a"), draws(1, "a"));
        assert_ne!(draws(1, "a"), draws(1, "b"));
        assert_ne!(draws(1, "a"), draws(2, "a"));
    }

    #[test]
    fn choices_stay_within_their_bounds() {
        let mut draw = Draw::new(7, "bounds");
        let today = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
        for _ in 0..2_000 {
            assert!((-3..=4).contains(&draw.between(-3, 4)));
            assert!(draw.weighted(&[(1, 1), (0, 2), (5, 3)]) != 2);
            assert!(draw.day(today, today) == today && draw.day(today + Days::new(1), today) > today);
        }
    }
}
