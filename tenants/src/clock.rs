//! Time and randomness, handed in so that tests can fix both.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Days, FixedOffset, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use uuid::Uuid;

use crate::error::{Error, Result};

/// What the time is. Cheap to clone; every part of a process shares one.
#[derive(Clone, Debug)]
pub struct Clock(Source);

#[derive(Clone, Debug)]
enum Source {
    System,
    /// Microseconds since 1970, moved by hand.
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// The machine's clock.
    pub fn system() -> Self {
        Self(Source::System)
    }

    /// A clock that stands at `at` until [`Clock::advance`] moves it.
    pub fn fixed(at: DateTime<Utc>) -> Self {
        Self(Source::Fixed(Arc::new(AtomicI64::new(at.timestamp_micros()))))
    }

    /// The instant, cut to microseconds because that is what PostgreSQL keeps.
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the machine's clock")]
    pub fn now(&self) -> DateTime<Utc> {
        let micros = match &self.0 {
            Source::System => Utc::now().timestamp_micros(),
            Source::Fixed(at) => at.load(Ordering::Relaxed),
        };
        Utc.timestamp_micros(micros).single().unwrap_or_default()
    }

    /// The calendar day in China, where every window and legal day is counted (OPS-05).
    pub fn today(&self) -> NaiveDate {
        day_of(self.now())
    }

    /// Moves a fixed clock; a system clock cannot be moved and stays.
    pub fn advance(&self, by: TimeDelta) {
        if let Source::Fixed(at) = &self.0 {
            at.fetch_add(by.num_microseconds().unwrap_or(0), Ordering::Relaxed);
        }
    }
}

/// The day in Asia/Shanghai (UTC+8, no summer time) on which an instant falls (OPS-05).
pub fn day_of(at: DateTime<Utc>) -> NaiveDate {
    FixedOffset::east_opt(8 * 3600).map_or_else(|| at.date_naive(), |zone| at.with_timezone(&zone).date_naive())
}

/// The instant at which a minute of a day begins in China (OPS-05).
pub fn instant(day: NaiveDate, minute: i16) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc() + TimeDelta::minutes(i64::from(minute) - 8 * 60)
}

/// The day in China on which an instant falls and its minute of that day; none of an instant within a minute.
pub fn minute_of(at: DateTime<Utc>) -> Option<(NaiveDate, i16)> {
    let day = day_of(at);
    let since = at - instant(day, 0);
    let minute = i16::try_from(since.num_minutes()).ok()?;
    (instant(day, minute) == at).then_some((day, minute))
}

/// Whether somebody born on `birth` is under `years` on `today`; a birthday on 29 February falls on 28 February in common years.
pub fn younger_than(birth: NaiveDate, years: u32, today: NaiveDate) -> bool {
    use chrono::Datelike;
    let year = birth.year() + i32::try_from(years).unwrap_or(i32::MAX / 2);
    let birthday =
        birth.with_year(year).or_else(|| birth.checked_sub_days(Days::new(1)).and_then(|day| day.with_year(year)));
    birthday.is_some_and(|day| today < day)
}

/// Randomness and identifiers. Cheap to clone.
#[derive(Clone)]
pub struct Ids(Arc<Mutex<StdRng>>);

impl std::fmt::Debug for Ids {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Ids")
    }
}

impl Ids {
    /// Seeded by the operating system.
    pub fn system() -> Result<Self> {
        let mut seed = [0; 32];
        getrandom::fill(&mut seed).map_err(Error::internal)?;
        Ok(Self(Arc::new(Mutex::new(StdRng::from_seed(seed)))))
    }

    /// The same sequence for the same number: for tests and seeds.
    pub fn seeded(seed: u64) -> Self {
        Self(Arc::new(Mutex::new(StdRng::seed_from_u64(seed))))
    }

    /// A new UUIDv7 at the given instant.
    pub fn next(&self, now: DateTime<Utc>) -> Uuid {
        let millis = u64::try_from(now.timestamp_millis()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &self.bytes()).into_uuid()
    }

    /// Fresh random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).fill_bytes(&mut bytes);
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ops_05_a_day_begins_at_midnight_in_china() {
        let before = Utc.with_ymd_and_hms(2026, 11, 23, 15, 59, 59).unwrap();
        assert_eq!(day_of(before), NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
        assert_eq!(day_of(before + TimeDelta::seconds(1)), NaiveDate::from_ymd_opt(2026, 11, 24).unwrap());
    }

    #[test]
    fn ops_05_a_minute_of_a_day_is_an_instant_and_back() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 28).unwrap();
        let nine = Utc.with_ymd_and_hms(2026, 11, 28, 1, 0, 0).unwrap();
        assert_eq!((instant(day, 540), minute_of(nine)), (nine, Some((day, 540))));
        assert_eq!(minute_of(instant(day, 0)), Some((day, 0)));
        assert_eq!(minute_of(nine + TimeDelta::seconds(1)), None);
    }

    #[test]
    fn prv_07_a_child_of_29_february_comes_of_age_on_28_february() {
        let birth = NaiveDate::from_ymd_opt(2008, 2, 29).unwrap();
        assert!(younger_than(birth, 18, NaiveDate::from_ymd_opt(2026, 2, 27).unwrap()));
        assert!(!younger_than(birth, 18, NaiveDate::from_ymd_opt(2026, 2, 28).unwrap()));
    }

    #[test]
    fn ids_of_one_seed_repeat_and_carry_their_time() {
        let now = Utc.with_ymd_and_hms(2026, 11, 24, 0, 0, 0).unwrap();
        let (a, b) = (Ids::seeded(7), Ids::seeded(7));
        let first = a.next(now);
        assert_eq!(first, b.next(now));
        assert_ne!(first, a.next(now));
        assert_eq!(first.get_version_num(), 7);
    }
}
